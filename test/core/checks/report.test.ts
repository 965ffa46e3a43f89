import { runRules } from '../../../src/core/checks/check-report';
import { emptyHistory } from '../../../src/core/checks/history';
import type { Rule } from '../../../src/core/checks/rule';
import type { Report } from '../../../src/core/report/types';
import { check, findingsOf, historyOf, index, june, placeholder, reportOf, rowOf } from './report-of';

const plain = (more: Partial<Report> = {}): Report => reportOf('SCT', [rowOf('KT03', { month: 150, cumulative: 1050 })], more);
const may = { year: 2024, month: 5 };
const july = { year: 2024, month: 7 };

describe('unit and period', () => {
  test('an unknown unit is named', () => {
    const found = findingsOf('K01', plain({ unit: null, unitEvidence: [{ from: 'header', value: null, text: 'Sở Tưởng tượng', address: 'A2' }] }));
    expect(found).toMatchObject([{ params: { text: 'Sở Tưởng tượng' }, cells: ['A2'], held: true, severity: 'E' }]);
  });
  test('a unit that nobody states is missing, not unknown', () => {
    const { findings } = check(plain({ unit: null, unitEvidence: [] }));
    expect(findings.map((finding) => finding.code).filter((code) => code.startsWith('K'))).toEqual(['K02']);
  });
  test('form and file name disagree', () => {
    const found = findingsOf('K03', plain({ unitEvidence: [{ from: 'definedName', value: 'SCT', text: 'SCT', address: '' }, { from: 'fileName', value: 'STC', text: 'STC', address: '' }] }));
    expect(found).toMatchObject([{ params: { form: 'SCT', fileName: 'STC' }, held: true }]);
  });
  test.each([
    ['a missing period', plain({ period: null, periodEvidence: [] }), 'K04'],
    ['a later month', plain({ period: july, periodEvidence: [] }), 'K05'],
    ['another year', plain({ period: { year: 2023, month: 6 }, periodEvidence: [] }), 'K05'],
    ['an earlier month of the year is history', plain({ period: may, periodEvidence: [] }), ''],
  ])('%s', (_what, report, expected) => {
    expect(check(report).findings.map((finding) => finding.code).filter((code) => code.startsWith('K')).join()).toBe(expected);
  });
  test('a title left over from last month is told, and the name in the file is used', () => {
    const periodEvidence = [
      { from: 'definedName', value: june, text: '2024-06', address: '' },
      { from: 'header', value: may, text: 'THÁNG 5 NĂM 2024', address: 'A4' },
    ] as const;
    expect(findingsOf('K12', plain({ periodEvidence }))).toMatchObject([{ severity: 'W', held: false, cells: ['A4'], params: { used: june } }]);
  });
  test('without a chosen month the comparison is skipped and says so', () => {
    expect(findingsOf('R01', plain(), historyOf('SCT', [['KT03', 5, 1, 900]]), null)).toMatchObject([{ params: { check: 'K05', reason: 'noPeriod' } }]);
  });
});

describe('rows that must be there', () => {
  test('each due indicator without a row', () => {
    expect(findingsOf('S12', reportOf('TTT', [rowOf('NV03', { cumulative: 86 })]))).toMatchObject([{ indicator: 'NV04', unit: 'TTT' }]);
  });
  test('quarterly indicators are due in the third month', () => {
    const month = (number: number) => findingsOf('S12', reportOf('CTK', [], { period: { year: 2024, month: number }, periodEvidence: [] })).map((finding) => finding.indicator);
    expect(month(5)).toEqual([]);
    expect(month(6)).toEqual(['KT01', 'KT05']);
  });
  test('a form without due rows is clean', () => {
    expect(check(reportOf('SDL', [])).findings.filter((finding) => finding.severity !== 'I')).toEqual([]);
  });
  test('"không phát sinh" explains blanks, unless figures stand there', () => {
    const blank = reportOf('SCT', [rowOf('KT03', {})], { declaredNothing: true });
    expect(check(blank).findings.filter((finding) => finding.severity === 'E')).toEqual([]);
    expect(findingsOf('V01', reportOf('SCT', [rowOf('KT03', { cumulative: 1050 })], { declaredNothing: true }))).toHaveLength(1);
  });
});

describe('columns', () => {
  const doubled = (role: 'cumulative' | 'percentOfPlan') => {
    const { heading } = plain();
    return plain({ heading: { ...heading, columns: [{ role, column: 7, heading: 'Lũy kế' }], duplicates: [{ role, columns: [7, 9], headings: ['Lũy kế', 'Cộng dồn'] }] } });
  };
  test('two columns for one figure hold the sheet', () => {
    expect(findingsOf('S07', doubled('cumulative'))).toMatchObject([{ held: true, severity: 'E', cells: ['H9', 'J9'], params: { headings: ['Lũy kế', 'Cộng dồn'] } }]);
  });
  test('a second column of percentages harms nothing', () => expect(findingsOf('S07', doubled('percentOfPlan'))).toEqual([]));
});

describe('held', () => {
  const rate = (cumulative: number | null, parts: boolean): Report =>
    reportOf('SLDTBXH', [rowOf('XH03', { ...(cumulative === null ? { cumulative: { kind: 'text', text: 'cao' } } : { cumulative }), ...(parts ? { numerator: 834, denominator: 1000 } : {}) })]);
  test('a doubt on a stated rate that its parts make holds nothing', () => {
    expect(findingsOf('V14', rate(0.834, true))).toMatchObject([{ held: false, severity: 'W' }]);
    expect(findingsOf('V02', rate(null, true))).toMatchObject([{ held: false, severity: 'E' }]);
  });
  test('without parts it holds', () => {
    expect(findingsOf('V14', rate(0.834, false))).toMatchObject([{ held: true, params: { other: 83.4 } }]);
  });
  test('a rate out of bounds by its own parts is held', () => {
    expect(findingsOf('V07', reportOf('VN', [rowOf('XH08', { cumulative: 110, numerator: 110, denominator: 100 })]))).toMatchObject([{ held: true }]);
  });
  test('a doubt on last month as restated, or on the plan, holds nothing', () => {
    const text = { kind: 'text', text: '?' } as const;
    const found = findingsOf('V02', reportOf('SCT', [rowOf('KT03', { month: 150, cumulative: 1050, plan: text, previousMonth: text })]));
    expect(found.map((finding) => finding.held)).toEqual([false, false]);
  });
  test('identical rows count once, differing ones wait', () => {
    const twice = (second: number): Report => reportOf('SCT', [rowOf('KT03', { month: 150, cumulative: 1050 }), rowOf('KT03', { month: 150, cumulative: second }, { at: 12 })]);
    expect(findingsOf('S14', twice(1050))).toMatchObject([{ held: false, severity: 'W', cells: ['C12', 'C13'] }]);
    expect(findingsOf('S14', twice(1060))).toMatchObject([{ held: true, severity: 'E', cells: ['C12', 'C13'] }]);
  });
});

describe('two readings', () => {
  test('the one of the target\'s order comes first', () => {
    const reading = { kind: 'ambiguous', readings: [1.051, 1051], qualifier: '' } as const;
    expect(findingsOf('V04', reportOf('SCT', [rowOf('KT03', { month: 150, cumulative: reading })]))).toMatchObject([{ params: { readings: [1051, 1.051] }, expected: 1051, cells: ['H12'] }]);
  });
});

describe('texts that look like formulas', () => {
  test('remarks are told, a lone dash among the figures is not', () => {
    const report = reportOf('CAT', [rowOf('NV08.2', { cumulative: placeholder })], {
      formulaLikeTexts: [{ address: 'H12', text: '-' }, { address: 'P12', text: "=cmd|' /C calc'!A0" }],
    });
    expect(findingsOf('V21', report)).toMatchObject([{ cells: ['P12'], severity: 'I' }]);
  });
});

describe('the engine', () => {
  const rule = (code: Rule['code'], run: Rule['run']): Rule => ({ code, needs: [], run });
  const input = { report: plain(), index, reportPeriod: june, history: emptyHistory };
  test('a crash is reported, keeps what was found before it and hides no other rule', () => {
    const result = runRules(
      [
        rule('S13', function* () {
          yield { code: 'S13', params: { name: 'a' } };
          throw new Error('boom');
        }),
        rule('K02', () => [{ code: 'K02', params: {} }]),
      ],
      input,
    );
    expect(result.findings.map((finding) => finding.code)).toEqual(['S13', 'R02', 'K02']);
    expect(result.checks).toEqual({ run: 1, skipped: 0, crashed: 1 });
  });
  test('what lacks history is skipped, once, with its reason', () => {
    const { findings, checks } = check(plain());
    expect(findings).toMatchObject([{ code: 'R01', severity: 'I', params: { check: 'V23, T03, T08, T01, T02, T04, T05, T10, T06', reason: 'noHistory' } }]);
    expect(checks).toMatchObject({ skipped: 9, crashed: 0 });
  });
  test('a flow that nobody filled in lacks no history', () => {
    const rates = rowOf('XH07', { cumulative: 94, numerator: 94, denominator: 100 }, { at: 12 });
    const history = historyOf('VN', [['XH07', 5, null, 93]]);
    expect(findingsOf('R01', reportOf('VN', [rowOf('XH02', {}), rates]), history)).toEqual([]);
    expect(findingsOf('R01', reportOf('VN', [rowOf('XH02', { plan: 1000, cumulative: placeholder }), rates]), history)).toEqual([]);
    expect(findingsOf('R01', reportOf('VN', [rowOf('XH02', { month: 40, cumulative: 300 }), rates]), history)).toMatchObject([{ params: { check: 'T01, T02', reason: 'noHistory' } }]);
  });
  test('fingerprints outlive moved rows and tell cells apart', () => {
    const at = (row: number) => findingsOf('V01', reportOf('VN', [rowOf('XH08', {}, { at: row })])).map((finding) => finding.fingerprint);
    expect(at(11)).toEqual(at(30));
    expect(new Set(at(11)).size).toBe(3);
  });
  const codes = index.catalogue.indicators.map((indicator) => indicator.code);
  test.each([
    ['known rows', (at: number) => rowOf(codes[at % codes.length] ?? '', { month: 1, cumulative: at, numerator: at, denominator: 10_000 }, { at: at + 11 })],
    ['unknown rows, each of them a finding', (at: number) => rowOf('', { cumulative: at }, { at: at + 11, match: { how: 'none' }, statedName: `Dòng ${at}` })],
    ['rows full of text', (at: number) => rowOf(codes[at % codes.length] ?? '', { cumulative: { kind: 'text', text: `${at}?` } }, { at: at + 11 })],
  ])('each of ten thousand %s costs as much as one of a thousand', (_what, row) => {
    // Counted, not timed: what a rule reads of a row's match and figures must not grow with the other rows.
    const reads = (count: number): number => {
      let read = 0;
      const counted = Array.from({ length: count }, (_, at) => row(at)).map((each) => new Proxy(each, { get: (target, key) => ((read += 1), Reflect.get(target, key)) }));
      expect(check(reportOf('VN', counted)).findings.length).toBeGreaterThan(0);
      return read / count;
    };
    expect(reads(10_000)).toBeLessThan(reads(1000) * 1.5);
  });
});
