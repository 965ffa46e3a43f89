import type { CatalogueIndex } from '../catalogue/types';
import { timelyDayOf } from '../deadlines/deadline';
import type { StoredSubmission, Submission, Timeliness } from '../deadlines/types';
import { periodKey } from '../period';
import { storedPeriod, FACT } from './fact-table';
import { TABLES } from './names';
import { serialOf } from './serial';
import { numberOf, textOf, type StoredRow, type TableColumn, type TableSpec } from './table';
import { OWES_WORDS, TIMELINESS_MARKS, TIMELINESS_WORDS, valueOfWord } from './words';

/** The column that the analyst types into and that deadlines read. */
export const RECEIVED_ON = 'Ngày nhận';

/** Headings that formulas of the matrix and of other sheets read. */
export const SUBMISSION = {
  owes: 'Phải nộp', deadline: 'Hạn nộp', timely: 'Đúng hạn đến', file: 'Tệp', modified: 'Tệp lưu lần cuối', byFile: 'Theo tệp', state: 'Tình trạng',
  errors: 'Số lỗi', warnings: 'Số cảnh báo', held: 'Số bị giữ', behind: 'Chậm', mark: 'Ký hiệu', key: 'Khóa',
} as const;

const DATE = 'dd/mm/yyyy';
/** 1 January 2000 and 31 December 2099: what is outside was never a day of receipt. */
const DAYS = { min: 36_526, max: 73_050 };

const word = (state: Timeliness): string => `"${TIMELINESS_WORDS[state]}"`;
const is = (...states: readonly Timeliness[]): string => {
  const asked = states.map((state) => `[@[${SUBMISSION.state}]]=${word(state)}`);
  return asked.length === 1 ? asked.join() : `OR(${asked.join(',')})`;
};

/** A date that is typed changes the state at once; without one the state is what the files say. */
const STATE_FORMULA =
  `=IF(ISNUMBER([@[${RECEIVED_ON}]]),IF(INT([@[${RECEIVED_ON}]])>[@[${SUBMISSION.timely}]],${word('late')},` +
  `IF([@[${SUBMISSION.errors}]]>0,${word('onTimeWithErrors')},${word('onTimeClean')})),[@[${SUBMISSION.byFile}]])`;
/** 1 late or missing, 0 neither, blank where nothing can be said: months running are counted from it. */
const BEHIND_FORMULA = `=IF(OR([@[${SUBMISSION.owes}]]="${OWES_WORDS.nothing}",${is('notYetDue')}),"",IF(${is('late', 'missing')},1,0))`;
const MARKED: readonly Timeliness[] = ['onTimeClean', 'onTimeWithErrors', 'late', 'missing', 'notYetDue', 'receivedUnknownDate'];
const MARK_FORMULA = `=${MARKED.map((state) => `IF(${is(state)},"${TIMELINESS_MARKS[state]}",`).join('')}"${TIMELINESS_MARKS.notTracked}"${')'.repeat(MARKED.length)}`;
const KEY_FORMULA = `=[@[${FACT.unit}]]&"|"&[@[${FACT.year}]]&"|"&[@[${FACT.month}]]`;

const receivedOnColumn: TableColumn<Submission> = {
  header: RECEIVED_ON, width: 12, format: DATE, initial: null,
  input: {
    rule: { kind: 'decimal', ...DAYS },
    prompt: { title: 'Ngày nhận báo cáo', message: 'Nhập ngày, ví dụ 17/06/2024. Để trống khi chưa rõ: ngày của tệp chỉ để tham khảo.' },
    error: { title: 'Ngày nhận báo cáo', message: 'Nhập một ngày, ví dụ 17/06/2024.' },
  },
};

/** TheoDoiNop: one row a unit × month. */
export function submissionTable(index: CatalogueIndex): TableSpec<Submission> {
  return {
    name: TABLES.submissions,
    columns: [
      { header: FACT.year, width: 7, cell: (row) => row.period.year },
      { header: FACT.month, width: 7, cell: (row) => row.period.month },
      { header: FACT.unit, width: 11, cell: (row) => row.unit },
      { header: 'Đơn vị', width: 34, cell: (row) => index.unit(row.unit)?.name ?? row.unit },
      { header: SUBMISSION.owes, width: 11, cell: (row) => OWES_WORDS[row.owes] },
      { header: SUBMISSION.deadline, width: 12, format: DATE, cell: (row) => serialOf(row.deadline) },
      { header: SUBMISSION.timely, width: 12, format: DATE, cell: (row) => serialOf(timelyDayOf(row.period, index.catalogue)) },
      receivedOnColumn,
      { header: SUBMISSION.state, width: 22, cell: () => ({ formula: STATE_FORMULA }) },
      { header: SUBMISSION.file, width: 30, cell: (row) => row.file },
      { header: SUBMISSION.modified, width: 22, cell: (row) => row.fileModified },
      { header: SUBMISSION.byFile, width: 22, cell: (row) => TIMELINESS_WORDS[row.receivedOn === null ? row.state : 'receivedUnknownDate'] },
      { header: SUBMISSION.errors, width: 8, cell: (row) => row.errors },
      { header: SUBMISSION.warnings, width: 10, cell: (row) => row.warnings },
      { header: SUBMISSION.held, width: 9, cell: (row) => row.held },
      { header: 'Ghi chú', width: 30, initial: null },
      { header: SUBMISSION.behind, width: 8, cell: () => ({ formula: BEHIND_FORMULA }) },
      { header: SUBMISSION.mark, width: 13, cell: () => ({ formula: MARK_FORMULA }) },
      { header: SUBMISSION.key, width: 16, cell: () => ({ formula: KEY_FORMULA }) },
    ],
    keyHeaders: [FACT.year, FACT.month, FACT.unit],
    keyOf: (row) => `${row.unit}|${periodKey(row.period)}`,
    keyOfStored: submissionKey,
  };
}

/** "SCT|2024-06"; null for a row without a unit or a month. */
export function submissionKey(stored: StoredRow): string | null {
  const period = storedPeriod(stored);
  const unit = textOf(stored.at(FACT.unit));
  return period && unit ? `${unit}|${periodKey(period)}` : null;
}

/** What a row says of a report, the typed date left out; null for a row without a unit or a month. */
export function storedSubmission(row: StoredRow): StoredSubmission | null {
  const period = storedPeriod(row);
  const unit = textOf(row.at(FACT.unit));
  if (!period || !unit) return null;
  const count = (header: string): number => numberOf(row.at(header)) ?? 0;
  // A table that was made before there was the column has the state itself.
  const state = textOf(row.at(SUBMISSION.byFile)) || textOf(row.at(SUBMISSION.state));
  return {
    unit,
    period,
    file: textOf(row.at(SUBMISSION.file)) || null,
    fileModified: textOf(row.at(SUBMISSION.modified)) || null,
    errors: count(SUBMISSION.errors),
    warnings: count(SUBMISSION.warnings),
    held: count(SUBMISSION.held),
    state: valueOfWord(TIMELINESS_WORDS, state),
  };
}
