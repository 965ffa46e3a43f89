import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import type { CalendarDay, Catalogue } from '../../../src/core/catalogue/types';
import { consolidate } from '../../../src/core/consolidation/consolidate';
import type { CheckedReport } from '../../../src/core/consolidation/types';
import { isWorkingDay, workingDaysBetween } from '../../../src/core/deadlines/calendar';
import { reportedMonths, timeLeft, timelyDayOf } from '../../../src/core/deadlines/deadline';
import { deadlineFindings } from '../../../src/core/deadlines/findings';
import { monthCounts } from '../../../src/core/deadlines/month-counts';
import { lateRun } from '../../../src/core/deadlines/runs';
import { submissionsOf, type Receipt } from '../../../src/core/deadlines/submissions';
import type { StoredSubmission, Submission, Timeliness } from '../../../src/core/deadlines/types';
import { expectedUnits } from '../../../src/core/catalogue/due';
import type { IsoDate, Period } from '../../../src/core/period';
import { checkedReport } from '../consolidation/reports';

const catalogue = programme2024();
const index = indexCatalogue(catalogue);
const at = (month: number, year = 2024): Period => ({ year, month });

test.each<[string, CalendarDay[], string, boolean]>([
  ['a Monday off', [{ date: '2024-04-29', kind: 'off' }], '2024-04-29', false],
  ['the Saturday worked for it', [{ date: '2024-05-04', kind: 'working' }], '2024-05-04', true],
  ['a Saturday like any other', [], '2024-05-11', false],
  ['a Saturday that is a holiday too', [{ date: '2024-05-11', kind: 'off' }], '2024-05-11', false],
])('%s', (_name, calendar, date, working) => expect(isWorkingDay(date, calendar)).toBe(working));

test('a Saturday that is worked counts among the days left, and as the day on which a deadline ends', () => {
  const worked: CalendarDay[] = [{ date: '2024-02-17', kind: 'working' }];
  expect(workingDaysBetween('2024-02-15', '2024-02-18', worked)).toBe(2);
  expect(timelyDayOf(at(2), { ...catalogue, holidays: worked })).toBe('2024-02-17');
});

const strict: Catalogue = { ...catalogue, thresholds: { ...catalogue.thresholds, freeDayGrace: 0 } };
test.each([
  ['by the catalogue’s threshold', 3, catalogue, undefined, '2024-03-18'],
  ['with the threshold off', 3, strict, undefined, '2024-03-17'],
  ['with a rule handed in', 3, strict, 'nextWorkingDay', '2024-03-18'],
  ['on a working day', 6, strict, undefined, '2024-06-17'],
] as const)('the last timely day %s', (_name, month, rules, rule, day) => expect(timelyDayOf(at(month), rules, rule)).toBe(day));

test.each([
  ['2024-03-14', 2],
  ['2024-03-17', 1],
  ['2024-03-18', 0],
  ['2024-03-19', null],
])('on %s there are %s working days left for March', (asOf, workingDays) => expect(timeLeft(at(3), asOf, catalogue)).toEqual({ deadline: '2024-03-17', timely: '2024-03-18', workingDays }));

test.each([
  [at(4), [2, 3, 4]],
  [at(1), [1]],
  [at(2, 2025), [1, 2]],
])('%j: months that are reported', (period, months) => expect(reportedMonths(period).map(({ month }) => month)).toEqual(months));

interface Given {
  readonly reports?: readonly CheckedReport[];
  readonly receipts?: readonly Receipt[];
  readonly stored?: readonly StoredSubmission[];
  readonly asOf?: IsoDate;
}

function june({ reports = [], receipts = [], stored = [], asOf = '2024-06-25' }: Given): readonly Submission[] {
  const consolidation = consolidate({ period: at(6), asOf, index, reports, facts: [], changes: [], held: [] });
  return submissionsOf({ consolidation, reports, index, asOf, receipts, stored });
}
const report = (unit: string, month: number): CheckedReport => checkedReport({ unit, period: at(month), rows: [] });
const kept = (unit: string, month: number, rest: Partial<StoredSubmission> = {}): StoredSubmission => ({ unit, period: at(month), file: null, fileModified: null, errors: 0, warnings: 0, held: 0, state: null, ...rest });
const stateOf = (rows: readonly Submission[], unit: string, month: number): Timeliness | undefined => rows.find((row) => row.unit === unit && row.period.month === month)?.state;

test('every unit has a row for every month, once', () => {
  const rows = june({ reports: [report('SCT', 4), report('SCT', 6)] });
  expect(rows).toHaveLength(catalogue.units.length * 5);
  expect(new Set(rows.map((row) => `${row.unit}|${row.period.month}`)).size).toBe(rows.length);
});

describe('an earlier month', () => {
  const may = expectedUnits(index, at(5));
  const half = may.slice(0, Math.ceil(may.length / 2));
  const last = may.at(-1) ?? '';
  test.each<[string, Given, Timeliness]>([
    ['that nobody followed', {}, 'notTracked'],
    ['of which one stray file was read', { reports: [report('SCT', 5)] }, 'notTracked'],
    ['of which half of the reports are in', { reports: half.map((unit) => report(unit, 5)) }, 'missing'],
    ['that was the report month of an earlier run', { stored: [kept('SCT', 5, { state: 'missing' })] }, 'missing'],
    ['that an earlier run saw before its deadline', { stored: [kept('SCT', 5, { state: 'notYetDue' })] }, 'missing'],
    ['that an earlier run did not follow either', { stored: [kept('SCT', 5, { state: 'notTracked' })] }, 'notTracked'],
    ['whose file an earlier run read', { stored: [kept(last, 5, { file: 'x.xlsx', state: 'receivedUnknownDate' })] }, 'receivedUnknownDate'],
    ['whose typed date was deleted', { stored: [kept(last, 5, { state: 'receivedUnknownDate' })] }, 'notTracked'],
    ['with a typed date and no errors', { stored: [kept(last, 5, { file: 'x.xlsx' })], receipts: [{ unit: last, period: at(5), receivedOn: '2024-05-17' }] }, 'onTimeClean'],
    ['with a typed date and errors on record', { stored: [kept(last, 5, { file: 'x.xlsx', errors: 2 })], receipts: [{ unit: last, period: at(5), receivedOn: '2024-05-17' }] }, 'onTimeWithErrors'],
    ['with a typed date after the deadline', { receipts: [{ unit: last, period: at(5), receivedOn: '2024-05-20' }] }, 'late'],
  ])('%s', (_name, given, state) => expect(stateOf(june(given), last, 5)).toBe(state));
});

test('reports in words are followed by themselves: those with figures make nobody missing who writes words', () => {
  const rows = june({ reports: expectedUnits(index, at(5)).map((unit) => report(unit, 5)) });
  const may = rows.filter((row) => row.period.month === 5);
  expect(new Set(may.filter((row) => row.owes === 'words').map((row) => row.state))).toEqual(new Set(['notTracked']));
  const asStored = rows.map((row) => kept(row.unit, row.period.month, { file: row.file, state: row.state }));
  expect(june({ stored: asStored }).map((row) => row.state)).toEqual(rows.map((row) => row.state));
});

test('what was counted of a report stays until it is read again', () => {
  const stored = [kept('SCT', 6, { file: 'SCT.xlsx', fileModified: '2024-06-14T08:00:00Z', errors: 3, warnings: 2, held: 1 })];
  expect(june({ stored }).find((row) => row.unit === 'SCT' && row.period.month === 6)).toMatchObject({ file: 'SCT.xlsx', fileModified: '2024-06-14T08:00:00Z', errors: 3, warnings: 2, held: 1 });
  expect(june({ stored, reports: [report('SCT', 6)] }).find((row) => row.unit === 'SCT' && row.period.month === 6)).toMatchObject({ errors: 0, warnings: 0, held: 0 });
});

const row = (month: number, state: Timeliness, owes: Submission['owes'] = 'figures'): Submission => ({ unit: 'SCT', period: at(month), owes, deadline: '', receivedOn: null, file: null, fileModified: null, state, errors: 0, warnings: 0, held: 0 });

test.each<[string, Submission[], number[]]>([
  ['late, missing, late', [row(4, 'late'), row(5, 'missing'), row(6, 'late')], [4, 5, 6]],
  ['on time ends it', [row(4, 'late'), row(5, 'onTimeClean'), row(6, 'late')], [6]],
  ['with errors is on time', [row(5, 'onTimeWithErrors'), row(6, 'late')], [6]],
  ['an unknown date ends it', [row(5, 'receivedUnknownDate'), row(6, 'missing')], [6]],
  ['a month that nobody followed ends it', [row(5, 'notTracked'), row(6, 'missing')], [6]],
  ['a month that is not due yet is passed over', [row(4, 'late'), row(5, 'late'), row(6, 'notYetDue')], [4, 5]],
  ['a month without anything owed is passed over', [row(4, 'late'), row(5, 'late', 'nothing'), row(6, 'late')], [4, 6]],
  ['later months do not count', [row(6, 'late'), row(7, 'late')], [6]],
  ['on time now', [row(5, 'late'), row(6, 'onTimeClean')], []],
])('months running: %s', (_name, rows, months) => expect(lateRun(rows, 'SCT', at(6)).map(({ month }) => month)).toEqual(months));

test('D08 counts a missing month of a followed workbook, and last year’s typed dates before January', () => {
  const found = (rows: readonly Submission[], period: Period, receipts: readonly Receipt[] = []) =>
    deadlineFindings({ period, asOf: '2026-01-01', index, submissions: rows, receipts }).flatMap((finding) => (finding.code === 'D08' ? finding.params.periods : []));
  expect(found([row(5, 'missing'), row(6, 'late')], at(6))).toEqual([at(5), at(6)]);
  const january: Submission = { ...row(1, 'missing'), period: at(1, 2025) };
  expect(found([january], at(1, 2025), [{ unit: 'SCT', period: at(12), receivedOn: '2024-12-20' }])).toEqual([at(12), at(1, 2025)]);
});

test('the counts of a month leave out who owes nothing', () => {
  const rows = [row(6, 'late'), { ...row(6, 'onTimeClean'), unit: 'STC' }, { ...row(6, 'missing'), unit: 'CT' }, { ...row(6, 'late', 'nothing'), unit: 'X' }, row(5, 'receivedUnknownDate')];
  expect(monthCounts(rows)).toMatchObject([{ period: at(5), expected: 1, received: 1 }, { period: at(6), expected: 3, received: 2, states: { late: 1, onTimeClean: 1, missing: 1 } }]);
});
