import { checkBook } from '../../../src/core/checks/check-book';
import { emptyHistory } from '../../../src/core/checks/history';
import type { BookReading, SheetReading } from '../../../src/core/report/types';
import { index, june, reportOf, rowOf } from './report-of';

const report = reportOf('SCT', [rowOf('KT03', { month: 150, cumulative: 1050 })]);
const source = (sheet: string) => ({ file: 'a.xlsx', sheet, hash: 'aa', modified: null, kind: 'file' as const });
const refused = (sheet: string, code: 'S04' | 'S17', looksLikeReport = false): SheetReading => ({ status: 'refused', refusal: { code }, source: source(sheet), looksLikeReport });
const lacking = (sheet: string): SheetReading => ({ status: 'refused', refusal: { code: 'S05', heading: { ...report.heading, missing: ['monthOrCumulative'] } }, source: source(sheet), looksLikeReport: true });
const book = (more: Partial<BookReading>): BookReading => ({ file: 'a.xlsx', hash: 'aa', modified: null, sheets: [], report: null, candidates: [], unused: [], ...more });

const found = (reading: BookReading): string =>
  checkBook({ reading, index, reportPeriod: june, history: emptyHistory })
    .findings.filter((finding) => !(finding.code === 'R01' && finding.params.reason === 'noHistory'))
    .map((finding) => `${finding.code}${finding.severity}${finding.sheet === '' ? '' : `@${finding.sheet}`}`)
    .join(' ');

describe('a book', () => {
  test.each([
    ['with one report', book({ report, sheets: [{ status: 'report', report }] }), ''],
    ['with a report and notes beside it', book({ report, unused: [{ sheet: 'Ghi chú', reason: 'noHeading' }] }), 'F11W@Ghi chú'],
    ['with a report and an empty sheet', book({ report, unused: [{ sheet: 'Sheet2', reason: 'empty' }] }), 'F11I@Sheet2'],
    ['with a report and a sheet of the add-in', book({ report, unused: [{ sheet: 'Tổng hợp', reason: 'ownSheet' }] }), ''],
    ['with two candidates', book({ candidates: ['T5', 'T6'], sheets: [{ status: 'report', report }, { status: 'report', report }] }), 'S02E R01I'],
    ['with nothing but an empty sheet', book({ sheets: [refused('T6', 'S17')], unused: [{ sheet: 'T6', reason: 'empty' }] }), 'S17E@T6 R01I'],
    ['with one sheet and no heading on it', book({ sheets: [refused('T6', 'S04')], unused: [{ sheet: 'T6', reason: 'noHeading' }] }), 'S04E@T6 R01I'],
    ['with a required column missing', book({ sheets: [lacking('T6'), refused('b', 'S04')], unused: [{ sheet: 'T6', reason: 'notReport' }, { sheet: 'b', reason: 'noHeading' }] }), 'S05E@T6 F11W@b R01I'],
    ['with several sheets, none of them a report', book({ sheets: [refused('a', 'S04'), refused('b', 'S04')], unused: [{ sheet: 'a', reason: 'noHeading' }, { sheet: 'b', reason: 'noHeading' }] }), 'S01E F11W@a F11W@b R01I'],
    ['without any sheet', book({}), 'S01E R01I'],
  ])('%s', (_what, reading, expected) => expect(found(reading)).toBe(expected));

  test('checks that had nothing to look at are counted as skipped', () => {
    const { checks, cells } = checkBook({ reading: book({}), index, reportPeriod: june, history: emptyHistory });
    expect(checks.run).toBe(1);
    expect(checks.skipped).toBeGreaterThan(20);
    expect(cells).toBe(0);
  });
});
