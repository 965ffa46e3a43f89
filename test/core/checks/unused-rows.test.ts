import { checkBook } from '../../../src/core/checks/check-book';
import { emptyHistory } from '../../../src/core/checks/history';
import { index, june, reportOf, rowOf } from './report-of';

const unused = (report: ReturnType<typeof reportOf>): string[] =>
  checkBook({ reading: { file: 'a.xlsx', hash: 'aa', modified: null, sheets: [{ status: 'report', report }], report, candidates: [], unused: [] }, index, reportPeriod: june, history: emptyHistory })
    .findings.flatMap((finding) => (finding.code === 'F11' ? [`${finding.indicator} ${finding.params.reason} ${finding.severity} ${finding.cells.length}`] : []));

test.each([
  ['a unit’s own rows are used', reportOf('SCT', [rowOf('KT03', { month: 150, cumulative: 1050 })]), []],
  ['so is a second source', reportOf('CHQ', [rowOf('KT03', { month: 150, cumulative: 1050 })]), []],
  ['another unit’s indicator is said by a check of its own (K07)', reportOf('STC', [rowOf('KT03', { month: 150, cumulative: 1050 })]), []],
  ['what is computed from another indicator is not, and that is said', reportOf('CTK', [rowOf('KT05.1', { cumulative: 12 })]), ['KT05.1 derived W 1']],
  ['a row without figures loses nothing', reportOf('STC', [rowOf('KT03', {})]), []],
])('%s', (_name, report, found) => expect(unused(report)).toEqual(found));
