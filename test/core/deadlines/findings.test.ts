import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { dayOfInstant, workingDayFrom } from '../../../src/core/deadlines/calendar';
import { lastTimelyDay, type FreeDayRule } from '../../../src/core/deadlines/deadline';
import { deadlineFindings } from '../../../src/core/deadlines/findings';
import { submissionsOf, type Receipt } from '../../../src/core/deadlines/submissions';
import { consolidate } from '../../../src/core/consolidation/consolidate';
import { runMonth } from '../../../src/core/consolidation/pipeline';
import type { CheckedReport } from '../../../src/core/consolidation/types';
import type { IsoDate, Period } from '../../../src/core/period';
import { checkedReport, finding } from '../consolidation/reports';

const catalogue = programme2024();
const index = indexCatalogue(catalogue);
const at = (month: number): Period => ({ year: 2024, month });
const got = (unit: string, month: number, receivedOn: IsoDate | null): Receipt => ({ unit, period: at(month), receivedOn });

interface Given {
  readonly month?: number;
  readonly asOf?: IsoDate;
  readonly reports?: readonly CheckedReport[];
  readonly receipts?: readonly Receipt[];
  readonly freeDay?: FreeDayRule;
}

function run({ month = 6, asOf = '2024-06-25', reports = [], receipts = [], freeDay }: Given) {
  const period = at(month);
  const consolidation = consolidate({ period, asOf, index, reports, facts: [], changes: [], held: [], freeDay });
  const submissions = submissionsOf({ consolidation, reports, index, asOf, receipts, freeDay });
  const found = deadlineFindings({ period, asOf, index, submissions, receipts, freeDay });
  return { consolidation, submissions, of: (unit: string) => found.filter((each) => each.unit === unit), codes: (unit: string) => found.filter((each) => each.unit === unit).map((each) => each.code) };
}

const report = (month: number, findings: CheckedReport['result']['findings'] = [], modified: string | null = null): CheckedReport => checkedReport({ unit: 'SCT', period: at(month), rows: [], findings, modified });
const faulty = report(6, [finding('V01', { unit: 'SCT', indicator: 'KT03' })]);
const warned = report(6, [finding('T02', { unit: 'SCT', indicator: 'KT03' })]);

const CASES: readonly (readonly [string, Given, readonly string[]])[] = [
  ['on the last day', { reports: [report(6)], receipts: [got('SCT', 6, '2024-06-17')] }, []],
  ['a day late', { reports: [report(6)], receipts: [got('SCT', 6, '2024-06-18')] }, ['D02']],
  ['late with errors: late is what counts', { reports: [faulty], receipts: [got('SCT', 6, '2024-06-18')] }, ['D02']],
  ['on time with open errors', { reports: [faulty], receipts: [got('SCT', 6, '2024-06-14')] }, ['D03']],
  ['on time with warnings only', { reports: [warned], receipts: [got('SCT', 6, '2024-06-14')] }, []],
  ['no date of receipt', { reports: [report(6)] }, ['D05']],
  ['no date of an earlier month is not asked for', { reports: [report(5), report(6)], receipts: [got('SCT', 6, '2024-06-14')] }, []],
  ['three working days before: the 12th', { asOf: '2024-06-12' }, ['D06']],
  ['four working days before: the 11th', { asOf: '2024-06-11' }, []],
  ['on the last day itself', { asOf: '2024-06-17' }, ['D06']],
  ['after it D01 speaks', { asOf: '2024-06-18' }, []],
  ['received already', { asOf: '2024-06-12', reports: [report(6)], receipts: [got('SCT', 6, '2024-06-12')] }, []],
  ['late twice running', { reports: [report(6)], receipts: [got('SCT', 5, '2024-05-20'), got('SCT', 6, '2024-06-18')] }, ['D02', 'D08']],
  ['late, on time, late', { reports: [report(6)], receipts: [got('SCT', 4, '2024-04-25'), got('SCT', 5, '2024-05-17'), got('SCT', 6, '2024-06-18')] }, ['D02']],
  ['late, unknown, late', { reports: [report(6)], receipts: [got('SCT', 4, '2024-04-25'), got('SCT', 5, null), got('SCT', 6, '2024-06-18')] }, ['D02']],
  ['late last month, on time now', { reports: [report(6)], receipts: [got('SCT', 5, '2024-05-20'), got('SCT', 6, '2024-06-17')] }, []],
  ['late last month, still missing now', { receipts: [got('SCT', 5, '2024-05-20')] }, ['D08']],
  ['late last month, not due yet', { asOf: '2024-06-05', receipts: [got('SCT', 5, '2024-05-20')] }, []],
  ['another unit’s late month', { reports: [report(6)], receipts: [got('STC', 5, '2024-05-20'), got('SCT', 6, '2024-06-18')] }, ['D02']],
];
test.each(CASES)('%s', (_name, given, codes) => expect(run(given).codes('SCT')).toEqual(codes));

test('what the findings say', () => {
  const late = run({ reports: [report(6)], receipts: [got('SCT', 4, '2024-04-20'), got('SCT', 5, '2024-05-20'), got('SCT', 6, '2024-06-19')] }).of('SCT');
  expect(late).toMatchObject([
    { code: 'D02', severity: 'W', period: at(6), file: 'SCT.xlsx', params: { deadline: '2024-06-17', receivedOn: '2024-06-19', daysLate: 2 } },
    { code: 'D08', severity: 'W', params: { periods: [at(4), at(5), at(6)] } },
  ]);
  expect(run({ asOf: '2024-06-14' }).of('SCT')).toMatchObject([{ code: 'D06', severity: 'I', params: { deadline: '2024-06-17', workingDays: 1 } }]);
  expect(run({ reports: [faulty], receipts: [got('SCT', 6, '2024-06-14')] }).of('SCT')).toMatchObject([{ params: { errors: 1 } }]);
});

test.each([
  ['of the file’s own properties', '2024-06-14T20:00:00Z', '2024-06-15'],
  ['that is still to come is no evidence', '2026-11-23T00:00:00Z', null],
  ['that nobody stated', null, null],
] as const)('D05 shows the day %s', (_name, modified, shown) => {
  expect(run({ reports: [report(6, [], modified)] }).of('SCT')).toMatchObject([{ code: 'D05', severity: 'I', params: { modified: shown } }]);
});

test('every unit that owes figures or words is reminded, once', () => {
  const { submissions, consolidation } = run({ asOf: '2024-06-17' });
  const owing = [...consolidation.units.expected, ...consolidation.units.inWords.expected];
  expect(submissions.filter((row) => row.owes !== 'nothing' && row.period.month === 6).map((row) => row.unit).sort()).toEqual([...owing].sort());
  expect(owing.every((unit) => run({ asOf: '2024-06-17' }).codes(unit).join() === 'D06')).toBe(true);
});

test('fingerprints are the same in the next run and differ by unit', () => {
  const [once, again] = [run({ asOf: '2024-06-14' }), run({ asOf: '2024-06-17' })];
  expect(once.of('SCT')[0]?.fingerprint).toBe(again.of('SCT')[0]?.fingerprint);
  expect(once.of('SCT')[0]?.fingerprint).not.toBe(once.of('STC')[0]?.fingerprint);
});

describe('the 17th of March 2024 is a Sunday', () => {
  const on = (receivedOn: IsoDate, freeDay?: FreeDayRule) => run({ month: 3, asOf: '2024-03-25', reports: [report(3)], receipts: [got('SCT', 3, receivedOn)], freeDay });
  test.each([
    ['the next working day is on time', '2024-03-18', undefined, []],
    ['the day after that is late, counted from the 17th', '2024-03-19', undefined, ['D02']],
    ['by the strict rule the next working day is late', '2024-03-18', 'strict', ['D02']],
  ] as const)('%s', (_name, receivedOn, freeDay, codes) => expect(on(receivedOn, freeDay).codes('SCT')).toEqual(codes));

  test('the deadline stays what it is', () => {
    const { submissions, of } = on('2024-03-19');
    expect(submissions.find((row) => row.unit === 'SCT' && row.period.month === 3)).toMatchObject({ deadline: '2024-03-17', state: 'late' });
    expect(of('SCT')).toMatchObject([{ params: { deadline: '2024-03-17', daysLate: 2 } }]);
  });

  test.each([['2024-03-18', 'C01'], ['2024-03-19', 'D01']] as const)('on %s a missing report is %s', (asOf, code) => {
    const { consolidation, submissions } = run({ month: 3, asOf });
    expect(consolidation.findings.filter((each) => each.unit === 'SCT').map((each) => each.code)).toEqual([code]);
    expect(submissions.find((row) => row.unit === 'SCT' && row.period.month === 3)?.state).toBe(code === 'C01' ? 'notYetDue' : 'missing');
  });
});

test.each([
  [2, 'nextWorkingDay', '2024-02-19'],
  [2, 'strict', '2024-02-17'],
  [6, 'nextWorkingDay', '2024-06-17'],
  [11, 'nextWorkingDay', '2024-11-18'],
] as const)('month %i by %s is on time up to %s', (month, rule, day) => expect(lastTimelyDay(at(month), catalogue.holidays, rule)).toBe(day));

test('a holiday is passed over like a weekend', () => expect(workingDayFrom('2024-04-18', catalogue.holidays)).toBe('2024-04-19'));

test.each([
  ['2024-06-14T20:00:00Z', '2024-06-15'],
  ['2024-06-14T20:00:00+07:00', '2024-06-14'],
  ['2024-06-14T20:00:00', '2024-06-14'],
  ['2024-06-14', '2024-06-14'],
  ['yesterday', null],
  ['2024-13-40T00:00:00Z', null],
])('the day of %s is %s', (instant, day) => expect(dayOfInstant(instant)).toBe(day));

test('a typed date says that a report in words came too, and its findings are the month’s', () => {
  const { consolidation } = runMonth({ period: at(6), asOf: '2024-06-25', index, readings: [], stored: [], decisions: [], chosenFiles: [], now: '', receipts: [got('SDL', 6, '2024-06-19'), got('SNV', 5, '2024-05-17')] });
  const codes = (unit: string): string[] => consolidation.findings.filter((each) => each.unit === unit).map((each) => each.code);
  expect([codes('SDL'), codes('SNV')]).toEqual([['D02'], ['C03']]);
  expect(consolidation.units.inWords.received).toEqual(['SDL']);
});
