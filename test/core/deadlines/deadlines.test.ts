import { HOLIDAYS_2024 } from '../../../src/core/catalogue/data/rules-2024';
import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { consolidate } from '../../../src/core/consolidation/consolidate';
import { daysBetween, isWeekend, isWorkingDay, workingDaysBetween, workingDayUpTo } from '../../../src/core/deadlines/calendar';
import { deadlineOf } from '../../../src/core/deadlines/deadline';
import { submissionsOf } from '../../../src/core/deadlines/submissions';
import { checkedReport, finding } from '../consolidation/reports';

test('the 17ths of 2024 that fall on a weekend', () => {
  const weekends = Array.from({ length: 12 }, (_, at) => at + 1).filter((month) => isWeekend(deadlineOf({ year: 2024, month })));
  expect(weekends).toEqual([2, 3, 8, 11]);
});

test('the deadline is the 17th, weekend or not', () => {
  expect(deadlineOf({ year: 2024, month: 2 })).toBe('2024-02-17');
  expect(deadlineOf({ year: 2024, month: 12 })).toBe('2024-12-17');
});

test.each([
  ['2024-02-14', false],
  ['2024-02-15', true],
  ['2024-02-17', false],
  ['2024-04-18', false],
  ['2024-06-17', true],
])('%s is a working day: %s', (date, working) => expect(isWorkingDay(date, HOLIDAYS_2024)).toBe(working));

test('working days are counted around Tết', () => {
  expect(workingDayUpTo('2024-02-14', HOLIDAYS_2024)).toBe('2024-02-07');
  expect(workingDaysBetween('2024-02-07', '2024-02-16', HOLIDAYS_2024)).toBe(2);
  expect(workingDaysBetween('2024-02-16', '2024-02-07', HOLIDAYS_2024)).toBe(0);
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
});

const index = indexCatalogue(programme2024());
const period = { year: 2024, month: 6 };
const clean = checkedReport({ unit: 'SCT', period, rows: [] });
const faulty = { ...clean, result: { ...clean.result, findings: [finding('V01', { unit: 'SCT', indicator: 'KT03' })] } };

test.each([
  ['clean on the last day', clean, '2024-06-17', 'onTimeClean'],
  ['with errors on the last day', faulty, '2024-06-17', 'onTimeWithErrors'],
  ['a day late', clean, '2024-06-18', 'late'],
  ['nobody knows when', clean, null, 'receivedUnknownDate'],
] as const)('received %s', (_name, report, receivedOn, state) => {
  const consolidation = consolidate({ period, asOf: '2024-06-20', index, reports: [report], facts: [], changes: [], held: [] });
  const rows = submissionsOf({ consolidation, reports: [report], index, asOf: '2024-06-20', receipts: receivedOn === null ? [] : [{ unit: 'SCT', period, receivedOn }] });
  expect(rows.find((row) => row.unit === 'SCT' && row.period.month === 6)).toMatchObject({ owes: 'figures', deadline: '2024-06-17', state, file: 'SCT.xlsx' });
});

test.each([['2024-06-17', 'notYetDue'], ['2024-06-18', 'missing']] as const)('a report that is not there on %s is %s', (asOf, state) => {
  const consolidation = consolidate({ period, asOf, index, reports: [], facts: [], changes: [], held: [] });
  const rows = submissionsOf({ consolidation, reports: [], index, asOf, receipts: [] });
  const june = rows.filter((row) => row.period.month === 6);
  expect(june).toHaveLength(programme2024().units.length);
  expect(new Set(june.map((row) => row.state))).toEqual(new Set([state]));
});
