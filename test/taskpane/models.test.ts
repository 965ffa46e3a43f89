import fc from 'fast-check';
import { clockAt } from '../../src/commands/clock';
import { matching, rowsOf, showFindings, stepFrom, NO_FILTER } from '../../src/taskpane/check/filter';
import { heldItems, decisionOf } from '../../src/taskpane/consolidate/heldChoices';
import { consolidationReducer, startOfConsolidation, type ConsolidationAction, type ConsolidationState } from '../../src/taskpane/consolidate/model';
import { otherMonthOf } from '../../src/taskpane/consolidate/otherMonth';
import { defaultPeriod } from '../../src/taskpane/defaultPeriod';
import { createRibbon } from '../../src/taskpane/ribbon';
import { loadSampleFiles } from '../../src/taskpane/sampleFiles';
import { barShape, shownDecimals } from '../../src/taskpane/targets/scores';
import { isDarkColour } from '../../src/taskpane/theme';
import { error, finding, heldFigure, input, JUNE, preview, receipt, warning } from './world';

const say = () => ({ message: 'sai', hint: '' });
const names = { unit: (code: string) => code, indicator: (code: string) => code };
const labels = { severity: (severity: string) => severity, unit: (code: string | null) => code ?? '?' };

describe('the list of findings', () => {
  test('every finding has an identity of its own, also where fingerprint and place repeat', () => {
    const shown = showFindings([error('H12'), error('H12'), error('H13')], say, names);
    expect(new Set(shown.map((one) => one.id)).size).toBe(3);
  });

  test('grouping keeps every finding that matches, whatever the order they come in', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(error('H1'), warning('H2'), finding({ code: 'V21', params: { text: '=x' }, cells: ['N1'] }, { unit: null }))), fc.constantFrom('severity' as const, 'unit' as const), (findings, groupBy) => {
        const shown = showFindings(findings, say, names);
        const rows = rowsOf(matching(shown, NO_FILTER), groupBy, labels);
        expect(rows.filter((row) => row.kind === 'finding')).toHaveLength(findings.length);
        const counted = rows.reduce((sum, row) => sum + (row.kind === 'group' ? row.count : 0), 0);
        expect(counted).toBe(findings.length);
      }),
    );
  });

  test('steps stay at the ends and begin at either end', () => {
    const rows = rowsOf(showFindings([error('H1'), error('H2')], say, names), 'severity', labels);
    const at = (selected: string | null, step: 1 | -1): string => stepFrom(rows, selected, step)?.place ?? '';
    const [first, last] = [at(null, 1), at(null, -1)];
    expect([first, last]).toEqual(['Biểu 01!H1', 'Biểu 01!H2']);
    expect(stepFrom(rows, stepFrom(rows, null, -1)?.id ?? null, 1)?.place).toBe('Biểu 01!H2');
    expect(stepFrom([], null, 1)).toBeNull();
  });
});

describe('what can be done about a held figure', () => {
  const choices = (code: 'V04' | 'V15' | 'T09' | 'S04') => {
    const findings = {
      V04: warning('H14'),
      V15: finding({ code: 'V15', params: { role: 'cumulative', value: 660000, other: 660, factor: 1000, against: 'target' }, cells: ['H14'], indicator: 'A01' }),
      T09: finding({ code: 'T09', params: { value: 5 }, cells: ['G14', 'H14'], indicator: 'A01' }),
      S04: finding({ code: 'S04', params: {}, indicator: null }),
    };
    const [item] = heldItems([heldFigure({ codes: [code] })], [findings[code]]);
    return item?.choices.map((choice) => `${choice.action}${choice.value ?? ''}`);
  };
  test.each([
    ['V04' as const, ['takeOther1051', 'takeOther1.051', 'leaveOut']],
    ['V15' as const, ['take', 'takeOther660', 'leaveOut']],
    ['T09' as const, ['take', 'leaveOut']],
    ['S04' as const, []],
  ])('%s: %j', (code, expected) => expect(choices(code)).toEqual(expected));

  test('a decision is bound to what was found', () => {
    const [item] = heldItems([heldFigure()], [warning('H14')]);
    expect(item && decisionOf(item, { action: 'take', value: null })).toEqual({ unit: 'SCT', indicator: 'A01', period: JUNE, figure: 'cumulative', found: '1.051', action: 'take', value: null });
  });

  test('a finding of another file does not explain this figure', () => {
    expect(heldItems([heldFigure({ file: 'khac.xlsx' })], [warning('H14')])[0]?.findings).toEqual([]);
  });
});

describe('the course of a consolidation', () => {
  const play = (...actions: ConsolidationAction[]): ConsolidationState => actions.reduce(consolidationReducer, startOfConsolidation(JUNE));
  const shown: ConsolidationAction = { type: 'previewed', run: 1, outcome: { kind: 'preview', preview: preview() } };
  const file = (name: string) => ({ name, bytes: new Uint8Array([1]), lastModified: 1 });

  test('the same file picked twice counts once', () => {
    expect(play({ type: 'filesAdded', files: [file('a')] }, { type: 'filesAdded', files: [file('a'), file('b')] }).files.map(({ name }) => name)).toEqual(['a', 'b']);
  });
  test('an answer to an older order is dropped', () => {
    const state = play({ type: 'asked' }, { type: 'asked' }, shown);
    expect([state.busy, state.preview]).toEqual(['reading', null]);
  });
  test('another month forgets the preview and reads again', () => {
    const state = play({ type: 'asked' }, shown, { type: 'periodChosen', period: { year: 2024, month: 5 } });
    expect([state.preview, state.busy, state.order?.period.month]).toEqual([null, 'reading', 5]);
  });
  test('a month that is chosen before anything was read reads nothing', () => {
    expect(play({ type: 'periodChosen', period: { year: 2024, month: 5 } }).order).toBeNull();
  });
  test('the workbook names the month only as long as nobody chose and nothing was read', () => {
    const may: ConsolidationAction = { type: 'periodFound', period: { year: 2024, month: 5 } };
    expect(play(may).period.month).toBe(5);
    expect(play({ type: 'periodChosen', period: JUNE }, may).period.month).toBe(6);
    expect(play({ type: 'asked' }, may).period.month).toBe(6);
  });
  test('what was written is not fresh, can be taken back, and the figures stay in sight', () => {
    const state = play({ type: 'asked' }, shown, { type: 'writing' }, { type: 'wrote', outcome: { kind: 'written', receipt, differences: [], changes: [] } });
    expect([state.fresh, state.receipt, state.preview === null]).toEqual([false, receipt, false]);
  });
  test('a refused take-back keeps its receipt for another try', () => {
    const state = play({ type: 'wrote', outcome: { kind: 'written', receipt, differences: [], changes: [] } }, { type: 'takingBack' }, { type: 'tookBack', outcome: { kind: 'refused', refusal: { code: 'cellEdit', sheet: '', detail: '' } } });
    expect([state.receipt, state.report?.kind]).toEqual([receipt, 'refused']);
  });
  test('a newer decision on a figure replaces the older one', () => {
    const decision = { unit: 'SCT', indicator: 'A01', period: JUNE, figure: 'cumulative' as const, found: 1, action: 'take' as const, value: null };
    expect(play({ type: 'decided', decision }, { type: 'decided', decision: { ...decision, action: 'leaveOut' } }).decisions).toEqual([{ ...decision, action: 'leaveOut' }]);
  });
  test('of other months only later ones that were not used are offered, the most frequent first', () => {
    const of = (month: number, use: 'notUsed' | 'history' = 'notUsed') => input({ period: { year: 2024, month }, use });
    expect(otherMonthOf([of(4), of(5, 'history'), of(7), of(8), of(8)], JUNE)).toEqual({ period: { year: 2024, month: 8 }, reports: 2 });
    expect(otherMonthOf([of(4), of(5)], JUNE)).toBeNull();
  });
});

describe('the scoreboard', () => {
  test('a bar and its marks stay within its length', () => {
    const number = fc.oneof(fc.constant(null), fc.double({ min: -1e9, max: 1e9, noNaN: true }));
    fc.assert(
      fc.property(number, number, number, (value, target, expected) => {
        const shape = barShape(value, target, expected);
        for (const at of [shape.from, shape.from + shape.length, shape.target ?? 0, shape.expected ?? 0]) {
          expect(at).toBeGreaterThanOrEqual(-1e-6);
          expect(at).toBeLessThanOrEqual(100 + 1e-6);
        }
      }),
    );
  });
  test.each([
    [91.96, 92, 1, 2],
    [91.5, 92, 1, 1],
    [92, 92, 1, 1],
    [null, 92, 1, 1],
  ])('%p against %p with %i places shows %i', (value, target, decimals, shown) => expect(shownDecimals(value, target, decimals)).toBe(shown));
});

describe('around', () => {
  test.each([
    ['2024-07-15', 6],
    ['2024-01-10', 1],
    ['2025-01-02', 12],
    ['2026-11-22', 12],
    ['2023-05-05', 1],
  ])('on %s month %i is reported', (today, month) => expect(defaultPeriod(today, 2024)).toEqual({ year: 2024, month }));

  test.each([
    ['#ffffff', false],
    ['#1f1f1f', true],
    ['000000', true],
    ['rot', null],
    [null, null],
  ])('%p is dark: %p', (colour, dark) => expect(isDarkColour(colour)).toBe(dark));

  test('the clock gives the local day and an instant with its zone', () => {
    const clock = clockAt(() => new Date(2024, 6, 5, 9, 2, 3));
    expect(clock.today()).toBe('2024-07-05');
    expect(clock.now()).toMatch(/^2024-07-05T09:02:03[+-]\d\d:\d\d$/);
    expect(Date.parse(clock.now())).toBe(new Date(2024, 6, 5, 9, 2, 3).getTime());
  });

  test('a press of the ribbon waits for its listener and is heard once', () => {
    const ribbon = createRibbon();
    const heard: string[] = [];
    ribbon.press('consolidate');
    const end = ribbon.subscribe((name) => heard.push(name));
    ribbon.press('checkSheet');
    end();
    ribbon.press('late');
    ribbon.subscribe((name) => heard.push(name));
    expect(heard).toEqual(['consolidate', 'checkSheet', 'late']);
  });
});

describe('sample files', () => {
  const page = new URL('https://localhost:3000/taskpane.html?x=1');
  const server = (files: Readonly<Record<string, string>>) => {
    const asked: string[] = [];
    return { asked, get: async (address: URL) => (asked.push(address.href), new Response(files[address.pathname] ?? '', { status: address.pathname in files ? 200 : 404 })) };
  };

  test('are read from beside the page, with the last month', async () => {
    const index = JSON.stringify({ files: [{ path: 'samples/2024-05/a b.xlsx', name: 'a b.xlsx', period: '2024-05' }, { path: 'samples/2024-06/c.ods', name: 'c.ods', period: '2024-06' }] });
    const { get, asked } = server({ '/samples/index.json': index, '/samples/2024-05/a%20b.xlsx': 'x', '/samples/2024-06/c.ods': 'yz' });
    const set = await loadSampleFiles(page, get);
    expect(set?.period).toEqual(JUNE);
    expect(set?.files.map((file) => [file.name, file.bytes.length])).toEqual([['a b.xlsx', 1], ['c.ods', 2]]);
    expect(asked.every((address) => address.startsWith('https://localhost:3000/'))).toBe(true);
  });
  test.each([
    ['no index', {}],
    ['a broken index', { '/samples/index.json': '{"files": 1}' }],
    ['a missing file', { '/samples/index.json': '{"files":[{"path":"samples/a.xlsx","name":"a.xlsx","period":"2024-06"}]}' }],
  ])('%s gives none', async (_, files) => expect(await loadSampleFiles(page, server(files).get)).toBeNull());
});
