import { selectReports } from '../../../src/core/consolidation/selection';
import type { CheckedReport } from '../../../src/core/consolidation/types';
import { checkedReport } from './reports';

const period = { year: 2024, month: 6 };
const may = { year: 2024, month: 5 };
const report = (given: Partial<Parameters<typeof checkedReport>[0]>): CheckedReport => checkedReport({ unit: 'SCT', period, rows: [], ...given });
const select = (checked: readonly CheckedReport[], chosenFiles: readonly string[] = []) => selectReports({ checked, period, chosenFiles });
const codesOf = (reports: readonly CheckedReport[]) => reports.map((one) => one.result.findings.map((finding) => `${finding.code}${finding.held ? ' held' : ''}`).join());

test.each([
  ['the report month', period, 'month'],
  ['an earlier month of the year', may, 'history'],
  ['a later month', { year: 2024, month: 7 }, 'notUsed'],
  ['another year', { year: 2023, month: 6 }, 'notUsed'],
  ['no month', null, 'notUsed'],
] as const)('%s', (_name, own, use) => {
  const { month, history, notUsed } = select([report({ period: own })]);
  expect({ month: month.length, history: history.length, notUsed: notUsed.length }).toEqual({ month: 0, history: 0, notUsed: 0, [use]: 1 });
});

test('a report of nobody is not used', () => expect(select([report({ unit: null })]).notUsed).toHaveLength(1));

const older = report({ hash: 'a', file: 'a.xlsx', modified: '2024-06-15T08:00:00Z' });
const newer = report({ hash: 'b', file: 'b.xlsx', modified: '2024-06-16T08:00:00+07:00' });
const silent = report({ hash: 'c', file: 'c.xlsx' });

test('of several files the last modified is proposed, and all are held until somebody chooses', () => {
  const { month, notUsed } = select([silent, older, newer]);
  expect(month.map((one) => one.report.source.file)).toEqual(['b.xlsx', 'a.xlsx', 'c.xlsx']);
  expect(codesOf(month)).toEqual(['F07 held', 'F07 held', 'F07 held']);
  expect(month[0]?.result.findings[0]).toMatchObject({ params: { files: ['b.xlsx', 'a.xlsx', 'c.xlsx'], proposed: 'b.xlsx' }, unit: 'SCT', period });
  expect(new Set(month.map((one) => one.result.findings[0]?.fingerprint)).size).toBe(3);
  expect(notUsed).toEqual([]);
});

test('the chosen file counts alone; the others say that they were not used', () => {
  const { month, notUsed } = select([older, newer], ['a']);
  expect(month).toEqual([older]);
  expect(codesOf(notUsed)).toEqual(['F11']);
});

test('two months of one unit are no rivals', () => expect(codesOf(select([older, report({ period: may })]).month)).toEqual(['']));
