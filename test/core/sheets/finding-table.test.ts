import type { Finding } from '../../../src/core/checks/finding';
import { makeFinding } from '../../../src/core/checks/make';
import type { Cell, Grid } from '../../../src/core/grid';
import { FINDING, findingRows, findingTable, loggedFinding } from '../../../src/core/sheets/finding-table';
import { handlingCells, storedChoice, storedDecision, withStored, type Handling } from '../../../src/core/sheets/handling';
import { findStored, planTable, type StoredTable } from '../../../src/core/sheets/table';
import { index, june } from '../checks/report-of';

type Row = Readonly<Record<string, string | number>>;

const NOW = '2024-06-20T08:00:00+07:00';
const EARLIER = '2024-06-18T08:00:00+07:00';
const place = { file: 'Sổ.xlsx', sheet: 'SCT', unit: 'SCT', period: june };
const finding = (key: string, found: Finding['found'] = 4): Finding => makeFinding({ code: 'T09', params: { value: 4 }, indicator: 'KT03', cells: ['H12'], found, key }, place);
const render = (each: Finding) => ({ message: `${each.code} ${each.fingerprint}`, hint: 'Xem lại.' });

/** A table KiemTra with these rows. */
function stored(rows: readonly Row[], headers: readonly string[] = Object.values(FINDING)): StoredTable {
  const cellOf = (value: string | number | undefined): Cell | null => (value === undefined || value === '' ? null : { content: typeof value === 'number' ? { kind: 'number', value } : { kind: 'text', value }, text: '' });
  const grid: Grid = {
    name: 'Kiểm tra', origin: { row: 0, column: 0 }, merges: [], hiddenRows: [], hiddenColumns: [], visibility: 'visible', isProtected: false,
    cells: [headers.map((header) => cellOf(header)), ...rows.map((row) => headers.map((header) => cellOf(row[header])))],
  };
  const found = findStored('KiemTra', [{ name: 'KiemTra', sheet: 'Kiểm tra', area: { top: 0, left: 0, bottom: rows.length, right: headers.length - 1 }, headers }], [grid]);
  if (!found) throw new Error('a table that is there is found');
  return found;
}

/** What the table says of a finding that an earlier run recorded. */
const row = (of: Finding, state: string, more: Row = {}): Row => ({
  [FINDING.fingerprint]: of.fingerprint, [FINDING.code]: of.code, [FINDING.state]: state, [FINDING.unit]: 'SCT', [FINDING.indicator]: 'KT03', [FINDING.period]: '2024-06', [FINDING.file]: 'Sổ.xlsx',
  [FINDING.sheet]: 'SCT', [FINDING.cells]: 'H12', [FINDING.message]: render(of).message, [FINDING.found]: 4, [FINDING.firstSeen]: EARLIER, [FINDING.lastSeen]: EARLIER, ...more,
});

interface Case {
  readonly findings: readonly Finding[];
  readonly rows: readonly Row[];
  readonly changesElsewhere?: boolean;
  readonly covers?: boolean;
}

/** State and time of the last change of each finding, then what becomes of the other rows. */
function outcome({ findings, rows, changesElsewhere, covers = true }: Case): string {
  const table = rows.length === 0 ? null : stored(rows);
  const made = findingRows({ findings, stored: table, covers: () => covers, changesElsewhere, now: NOW, render });
  const others = (table?.rows ?? []).filter((each) => !made.rows.some(({ finding: { fingerprint } }) => fingerprint === loggedFinding(each)?.fingerprint));
  return [
    ...made.rows.map(({ state, lastSeen, firstSeen }) => `${state} ${firstSeen === NOW ? 'now' : 'earlier'}/${lastSeen === NOW ? 'now' : 'earlier'}`),
    ...others.map((each) => `other: ${String(made.retire(each)?.[FINDING.state] ?? 'as it is')}`),
  ].join(' · ');
}

const [a, b] = [finding('a'), finding('b')];

test.each<readonly [string, Case, string]>([
  ['the first run', { findings: [a, b], rows: [] }, 'mới now/now · mới now/now'],
  ['one finding twice is one row', { findings: [a, a], rows: [] }, 'mới now/now'],
  ['the same again: what was new is new still', { findings: [a, b], rows: [row(a, 'mới'), row(b, 'còn')] }, 'mới earlier/earlier · còn earlier/earlier'],
  ['the same again, and figures change: nothing is new any more', { findings: [a, b], rows: [row(a, 'mới'), row(b, 'còn')], changesElsewhere: true }, 'còn earlier/earlier · còn earlier/earlier'],
  ['another comes in', { findings: [a, b], rows: [row(a, 'mới')] }, 'còn earlier/earlier · mới now/now'],
  ['another is gone', { findings: [a], rows: [row(a, 'mới'), row(b, 'còn')] }, 'còn earlier/earlier · other: đã hết'],
  ['another was not looked at', { findings: [a], rows: [row(a, 'mới'), row(b, 'mới')], covers: false }, 'mới earlier/earlier · other: as it is'],
  ['and is not new after a run that changed something', { findings: [a], rows: [row(a, 'mới'), row(b, 'mới')], covers: false, changesElsewhere: true }, 'còn earlier/earlier · other: còn'],
  ['it was gone before', { findings: [a], rows: [row(a, 'còn'), row(b, 'đã hết')] }, 'còn earlier/earlier · other: as it is'],
  ['it comes back', { findings: [a], rows: [row(a, 'đã hết')] }, 'mới earlier/now'],
  ['its value changed', { findings: [finding('a', 5)], rows: [row(a, 'mới')] }, 'còn earlier/now'],
  ['a word of somebody else\'s', { findings: [a], rows: [row(a, 'đang hỏi')] }, 'còn earlier/earlier'],
])('%s', (_, given, expected) => {
  expect(outcome(given)).toBe(expected);
});

test('a table of an earlier version gets the headings it lacks, and keeps its rows', () => {
  const old = [FINDING.fingerprint, FINDING.code, FINDING.state, FINDING.reason];
  const table = stored([{ [FINDING.fingerprint]: a.fingerprint, [FINDING.code]: 'T09', [FINDING.state]: 'mới', [FINDING.reason]: 'đã hỏi' }], old);
  const { rows, retire } = findingRows({ findings: [a], stored: table, covers: () => true, now: NOW, render });
  const part = planTable(findingTable(index, retire), rows, table, { row: 0, column: 0 });
  const headings = part.writes.filter((write) => write.row === 0).map((write) => write.value);
  expect(headings).toEqual(expect.arrayContaining([FINDING.handling, FINDING.taken, FINDING.boundTo]));
  expect(part.writes.some((write) => write.row === 1 && write.column === old.indexOf(FINDING.reason))).toBe(false);
  expect(part.writes.every((write) => write.row <= 1)).toBe(true);
});

test.each<readonly [string, Row, string | null]>([
  ['no explanation', {}, null],
  ['with its value', { [FINDING.reason]: 'đúng', [FINDING.boundTo]: '4' }, '4'],
  ['typed by hand: what the last run found', { [FINDING.reason]: 'đúng' }, '4'],
  ['typed by hand where nothing was found', { [FINDING.reason]: 'đúng', [FINDING.found]: '' }, '(trống)'],
])('an explanation on record, %s', (_, more, expected) => {
  const [first] = stored([row(a, 'còn', more)]).rows;
  expect(first && loggedFinding(first)?.explanation?.boundTo).toBe(expected ?? undefined);
});

const decided = { figure: 'cumulative', found: '1.051' } as const;

test.each<readonly [Handling, string, string | number | null]>([
  [{ how: 'understood', value: 2340 }, 'đã hiểu là 2.340', 2340],
  [{ how: 'understood', value: -1234567.25 }, 'đã hiểu là -1.234.567,25', -1234567.25],
  [{ how: 'understood', value: 'không phát sinh' }, 'đã hiểu là không phát sinh', 'không phát sinh'],
  [{ how: 'takeOther', value: 1870, decided }, 'lấy số 1.870', 1870],
  [{ how: 'take', value: 0.5, decided }, 'giữ số 0,5', 0.5],
  [{ how: 'leaveOut', value: null, decided }, 'để ngoài', null],
  [{ how: 'takeFile', value: 'b.xlsx', chosen: 'ff' }, 'lấy tệp b.xlsx', 'b.xlsx'],
  [{ how: 'cataloguePlan', value: 1870 }, 'dùng kế hoạch trong danh mục', 1870],
  [{ how: 'recomputed', value: null }, 'tính lại từ số gốc', null],
])('%j in words', (handling, words, taken) => {
  expect(handlingCells(handling)).toMatchObject({ handling: words, taken });
});

test.each<readonly [string, Handling]>([
  ['left out', { how: 'leaveOut', value: null, decided }],
  ['another number', { how: 'takeOther', value: 1.051, decided }],
  ['kept', { how: 'take', value: 1051, decided: { figure: 'month', found: 7 } }],
  ['nothing stood there', { how: 'leaveOut', value: null, decided: { figure: 'numerator', found: null } }],
])('a decision comes back from its row: %s', (_, handling) => {
  const { handling: words, taken, figure, handledAt } = handlingCells(handling);
  const cells: Row = { [FINDING.handling]: words ?? '', [FINDING.taken]: taken ?? '', [FINDING.figure]: figure ?? '', [FINDING.handledAt]: handledAt ?? '' };
  const [kept] = stored([row(a, 'còn', cells)]).rows;
  expect(kept && storedDecision(kept)).toEqual({
    unit: 'SCT', indicator: 'KT03', period: june, figure: handling.decided?.figure, found: handling.decided?.found, action: handling.how, value: handling.how === 'takeOther' ? handling.value : null,
  });
  const [gone] = stored([row(a, 'đã hết', cells)]).rows;
  expect(gone && storedDecision(gone)).toBeNull();
});

test('words without a figure behind them are the analyst\'s own: no decision, and they stay', () => {
  const table = stored([row(a, 'còn', { [FINDING.handling]: 'để ngoài, chờ Sở trả lời' })]);
  const [first] = table.rows;
  expect(first && storedDecision(first)).toBeNull();
  expect(findingRows({ findings: [a], stored: table, covers: () => true, now: NOW, render }).rows[0]?.handled.handling).toBe('để ngoài, chờ Sở trả lời');
});

test('a file that was chosen comes back with its hash; a reading that was understood is no choice', () => {
  const [chosen] = stored([row(a, 'còn', { [FINDING.handling]: 'lấy tệp b.xlsx', [FINDING.taken]: 'b.xlsx', [FINDING.handledAt]: 'ff' })]).rows;
  expect(chosen && storedChoice(chosen)).toEqual({ unit: 'SCT', period: june, hash: 'ff' });
  const [understood] = stored([row(a, 'còn', { [FINDING.handling]: 'đã hiểu là 4', [FINDING.handledAt]: 'ff' })]).rows;
  expect(understood && storedChoice(understood)).toBeNull();
});

test('a decision of this run goes before the one on record', () => {
  const decision = { unit: 'SCT', indicator: 'KT03', period: june, figure: 'cumulative', found: '1.051', action: 'take', value: null } as const;
  const other = { ...decision, figure: 'month' } as const;
  expect(withStored([{ ...decision, action: 'leaveOut' }], [decision, other])).toEqual([{ ...decision, action: 'leaveOut' }, other]);
});
