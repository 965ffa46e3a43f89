import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { checkReport } from '../../../src/core/checks/check-report';
import type { FindingCode } from '../../../src/core/checks/finding';
import { emptyHistory } from '../../../src/core/checks/history';
import type { Report } from '../../../src/core/report/types';
import { findingsOf, historyOf, june, placeholder, reportOf, rowOf, type Figures } from './report-of';

/** What stands there, said shortly: severity, h for held, cells. */
function said(code: FindingCode, report: Report): string {
  return findingsOf(code, report).map((each) => `${each.severity}${each.held ? 'h' : ''} ${each.cells.join('+')}`).join(', ');
}

const box = (text: string): Partial<Report> => ({ nothingBox: { text, address: 'B40' } });
const insured = (figures: Figures, more: Partial<Report> = {}): Report => reportOf('VN', [rowOf('XH07', figures)], more);
const exports = (figures: Figures, more: Partial<Report> = {}): Report => reportOf('SCT', [rowOf('KT03', figures)], more);

describe('L04: numerator and denominator', () => {
  test.each<[string, Report, string]>([
    ['both', insured({ cumulative: 94.3, numerator: 943, denominator: 1000 }), ''],
    ['neither', insured({ cumulative: 94.3 }), ''],
    ['no denominator', insured({ cumulative: 94.3, numerator: 943 }), 'Eh L12+M12'],
    ['no numerator', insured({ cumulative: 94.3, denominator: 1000 }), 'Eh L12+M12'],
    ['a placeholder says why', insured({ cumulative: 94.3, numerator: 943, denominator: placeholder }), ''],
    ['a numerator of nought', insured({ cumulative: 0, numerator: 0 }), 'Eh L12+M12'],
    ['a cohort of a lead', reportOf('SYT', [rowOf('NV02', { cumulative: 45, numerator: 450 })]), 'Eh L12+M12'],
    ['a flow has no parts', exports({ month: 1, cumulative: 5, numerator: 3 }), ''],
  ])('%s', (_what, report, expected) => expect(said('L04', report)).toBe(expected));

  test('the blank half is said once', () => {
    expect(findingsOf('V01', insured({ cumulative: 94.3, numerator: 943 }))).toEqual([]);
    expect(findingsOf('V01', insured({ cumulative: 94.3 })).map((each) => each.cells.length)).toEqual([1, 1]);
  });
});

describe('L08: hardly believable', () => {
  test.each<[string, Report, number]>([
    ['over 100 % where bounds allow it', insured({ cumulative: 103.4 }), 1],
    ['made of its parts', insured({ cumulative: 103.4, numerator: 1034, denominator: 1000 }), 1],
    ['exactly 100 %', insured({ cumulative: 100 }), 0],
    ['just above', insured({ cumulative: 100.01 }), 1],
    ['out of bounds is V07', insured({ cumulative: 130 }), 0],
    ['beds per 10,000 have no ceiling of 100', reportOf('SYT', [rowOf('XH04', { cumulative: 120 })]), 0],
    ['a growth over 100 %', reportOf('STC', [rowOf('NV01', { cumulative: 150 })]), 0],
    ['a placeholder', insured({ cumulative: placeholder }), 0],
  ])('%s', (_what, report, count) => expect(findingsOf('L08', report)).toHaveLength(count));

  test.each([[79.9, 1], [80, 0], [95, 0], [95.1, 1]])('a band of the catalogue: %d', (value, count) => {
    const catalogue = programme2024();
    const index = indexCatalogue({ ...catalogue, indicators: catalogue.indicators.map((each) => (each.code === 'XH07' ? { ...each, plausible: { min: 80, max: 95 } } : each)) });
    const { findings } = checkReport({ report: insured({ cumulative: value }), index, reportPeriod: june, history: emptyHistory });
    expect(findings.filter((each) => each.code === 'L08')).toHaveLength(count);
  });
});

describe('L12: nothing occurred', () => {
  const ticked: Partial<Report> = { declaredNothing: true, ...box('x') };
  test.each<[string, Report, string]>([
    ['ticked, no figure', exports({}, ticked), ''],
    ['ticked, figures', exports({ month: 12, cumulative: 60 }, ticked), 'E G12+H12'],
    ['ticked, noughts', exports({ month: 0, cumulative: 0 }, ticked), ''],
    ['ticked, dashes', exports({ month: placeholder, cumulative: placeholder }, ticked), ''],
    ['ticked, the cumulative goes on', exports({ month: 0, cumulative: 60 }, ticked), ''],
    ['ticked, a rate stands', insured({ cumulative: 94 }, ticked), 'E H12'],
    ['not ticked, only dashes', exports({ month: placeholder, cumulative: placeholder }, box('')), 'E B40'],
    ['not ticked, one figure', exports({ month: placeholder, cumulative: 60 }, box('')), ''],
    ['not ticked, a nought', exports({ month: placeholder, cumulative: 0 }, box('')), ''],
    ['not ticked, not available', exports({ month: { kind: 'placeholder', state: 'notAvailable', text: '…' }, cumulative: placeholder }, box('')), ''],
    ['not ticked, nothing at all', exports({}, box('')), ''],
    ['a form without the box', exports({ month: placeholder, cumulative: placeholder }, { nothingBox: null }), ''],
    ['something else in the box is V10', exports({ month: placeholder, cumulative: placeholder }, box('có')), ''],
  ])('%s', (_what, report, expected) => expect(said('L12', report)).toBe(expected));
});

describe('L13: too exact', () => {
  const reason = (report: Report): string => findingsOf('L13', report).map((each) => (each.code === 'L13' ? each.params.reason : '')).join();
  test.each<[string, Report, string]>([
    ['the plan of the form', exports({ month: 100, cumulative: 1870, plan: 1870 }), 'equalsPlan'],
    ['the target where the form has no plan', exports({ month: 100, cumulative: 1870 }), 'equalsPlan'],
    ['a digit less', exports({ month: 100, cumulative: 1869.9, plan: 1870 }), ''],
    ['a part is not held against the province', reportOf('VN', [rowOf('XH02', { month: 1, cumulative: 11500 })]), ''],
    ['its own share', reportOf('VN', [rowOf('XH02', { month: 1, cumulative: 660, plan: 660 })]), 'equalsPlan'],
    ['a few communes', reportOf('VN', [rowOf('XH12.1', { month: 1, cumulative: 1, plan: 1 })]), ''],
    ['communes that stand there', reportOf('VN', [rowOf('XH12', { cumulative: 12, plan: 12 })]), ''],
    ['an amount per head', reportOf('CTK', [rowOf('KT02', { cumulative: 96.25, plan: 96.25 })]), 'equalsPlan'],
    ['a rate', reportOf('SYT', [rowOf('XH04', { cumulative: 36.8, plan: 36.8 })]), 'equalsPlan'],
    ['a rate that rounds to the plan', insured({ cumulative: 94.5, numerator: 94498, denominator: 100000, plan: 94.5 }), ''],
    ['100 %', insured({ cumulative: 100 }), 'fullRate'],
    ['100 % of many', insured({ cumulative: 100, numerator: 69951, denominator: 69951 }), 'fullRate'],
    ['all of five zones', reportOf('BQLVP', [rowOf('MT02', { cumulative: 100, numerator: 5, denominator: 5 })]), ''],
    ['99,99 %', insured({ cumulative: 99.99 }), ''],
    ['nought of nought', exports({ month: 0, cumulative: 0, plan: 0 }), ''],
    ['100 beds are no percent', reportOf('SYT', [rowOf('XH04', { cumulative: 100 })]), ''],
  ])('%s', (_what, report, expected) => expect(reason(report)).toBe(expected));
});

describe('V24: an index for a growth', () => {
  const growth = (cumulative: Figures['cumulative'], more: Figures = {}): Report => reportOf('CTK', [rowOf('KT01', { cumulative, ...more })]);
  test.each<[string, Report, string]>([
    ['108,1 for 8,1', growth(108.1), 'H12 8.1'],
    ['a small decline', growth(99.5), 'H12 -0.5'],
    ['the growth itself', growth(8.1), ''],
    ['a high growth', growth(25), ''],
    ['far from everything', growth(160), ''],
    ['a decline', growth(-5), ''],
    ['a placeholder', growth(placeholder), ''],
    ['a rate near 100', insured({ cumulative: 99.2 }), ''],
    ['in last year’s column too', growth(8.2, { lastYear: 107.4 }), 'I12 7.4'],
  ])('%s', (_what, report, expected) => {
    const found = findingsOf('V24', report).map((each) => `${each.cells.join('+')} ${String(each.expected)}`).join(', ');
    expect(found).toBe(expected);
  });

  test('held, asked, and said once: not out of bounds as well', () => {
    const { findings } = checkReport({ report: growth(108.1), index: indexCatalogue(programme2024()), reportPeriod: june, history: emptyHistory });
    expect(findings.filter((each) => each.code[0] === 'V' || each.code[0] === 'L').map((each) => [each.code, each.held, each.fix])).toEqual([['V24', true, 'ask']]);
  });

  test('a growth of 110 % after one of 105 % is one', () => {
    const history = historyOf('STC', [['NV01', 5, null, 105]]);
    const report = (value: number): Report => reportOf('STC', [rowOf('NV01', { cumulative: value })]);
    expect(findingsOf('V24', report(110), history)).toEqual([]);
    expect(findingsOf('V24', report(110))).toHaveLength(1);
  });
});
