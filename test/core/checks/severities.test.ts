import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import type { Catalogue, SeverityChange } from '../../../src/core/catalogue/types';
import { checkBook } from '../../../src/core/checks/check-book';
import type { Finding } from '../../../src/core/checks/finding';
import { emptyHistory } from '../../../src/core/checks/history';
import { makeFinding } from '../../../src/core/checks/make';
import { withSeverities } from '../../../src/core/checks/severities';
import type { Period } from '../../../src/core/period';
import { june, reportOf, rowOf } from './report-of';

const catalogueWith = (...severities: SeverityChange[]): Catalogue => ({ ...programme2024(), severities });
const change = (check: string, severity: SeverityChange['severity'], validFrom: string | null = null, validTo: string | null = null): SeverityChange => ({ check, severity, reason: 'thử nghiệm', validFrom, validTo });
const finding = (period: Period | null): Finding => makeFinding({ code: 'V02', params: { role: 'month', text: 'abc' } }, { file: 'a.xlsx', sheet: 'S', unit: 'SCT', period });
const gradesOf = (findings: readonly Finding[]): unknown[] => findings.map(({ severity, regraded }) => [severity, regraded?.from]);

describe('a change of severity holds in its days', () => {
  test.each<[string, SeverityChange[], Period | null, string | null, unknown]>([
    ['always', [change('V02', 'W')], june, null, ['W', 'E']],
    ['another check', [change('V03', 'I')], june, null, ['E', undefined]],
    ['the severity that it has', [change('V02', 'E')], june, null, ['E', undefined]],
    ['from the last day of the month', [change('V02', 'I', '2024-06-30')], june, '2024-01-01', ['I', 'E']],
    ['from the day after', [change('V02', 'I', '2024-07-01')], june, '2024-12-31', ['E', undefined]],
    ['until the last day of the month', [change('V02', 'I', null, '2024-06-30')], june, null, ['I', 'E']],
    ['until the day before', [change('V02', 'I', null, '2024-06-29')], june, '2024-01-01', ['E', undefined]],
    ['the one in force of two', [change('V02', 'I', null, '2024-05-31'), change('V02', 'W', '2024-06-01')], june, null, ['W', 'E']],
    ['without a month, on the day', [change('V02', 'W', '2024-06-01')], null, '2024-06-15', ['W', 'E']],
    ['without a month, before the day', [change('V02', 'W', '2024-06-01')], null, '2024-05-15', ['E', undefined]],
    ['without month and day, one without dates', [change('V02', 'W')], null, null, ['W', 'E']],
    ['without month and day, one with dates', [change('V02', 'W', '2024-01-01')], null, null, ['E', undefined]],
  ])('%s', (_name, changes, period, on, expected) => {
    expect(gradesOf(withSeverities([finding(period)], catalogueWith(...changes), on))).toEqual([expected]);
  });
});

test('what is held stays held, the fingerprint stays, the reason is given', () => {
  const [after] = withSeverities([finding(june)], catalogueWith(change('V02', 'I')), null);
  const before = finding(june);
  expect(after).toEqual({ ...before, severity: 'I', regraded: { from: 'E', reason: 'thử nghiệm' } });
  expect(after?.held).toBe(true);
});

test('twice is once', () => {
  const catalogue = catalogueWith(change('V02', 'I'));
  const once = withSeverities([finding(june), finding(null)], catalogue, null);
  expect(withSeverities(once, catalogue, null)).toEqual(once);
});

test('a book is checked with the severities of its catalogue', () => {
  const report = reportOf('SCT', [rowOf('KT03', { month: 1, cumulative: { kind: 'text', text: 'abc' } })]);
  const reading = { file: 'a.xlsx', hash: 'aa', modified: null, report, sheets: [], candidates: [], unused: [] };
  const check = (catalogue: Catalogue): readonly Finding[] => checkBook({ reading, index: indexCatalogue(catalogue), reportPeriod: june, history: emptyHistory }).findings.filter(({ code }) => code === 'V02');
  expect(gradesOf(check(catalogueWith()))).toEqual([['E', undefined]]);
  expect(gradesOf(check(catalogueWith(change('V02', 'W'))))).toEqual([['W', 'E']]);
});

test('how far a stated percentage may be off is the catalogue’s to say', () => {
  const report = reportOf('SCT', [rowOf('KT03', { month: 10, cumulative: 100, plan: 200, percentOfPlan: 50.3 })]);
  const reading = { file: 'a.xlsx', hash: 'aa', modified: null, report, sheets: [], candidates: [], unused: [] };
  const programme = programme2024();
  const found = (percentPoints: number): number => {
    const catalogue = { ...programme, thresholds: { ...programme.thresholds, percentPoints } };
    return checkBook({ reading, index: indexCatalogue(catalogue), reportPeriod: june, history: emptyHistory }).findings.filter(({ code }) => code === 'L07').length;
  };
  expect([0.1, 0.29, 0.31, 1].map(found)).toEqual([1, 1, 0, 0]);
});
