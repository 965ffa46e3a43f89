import type { CatalogueIndex } from '../catalogue/types';
import type { Submission } from '../deadlines/types';
import { periodKey } from '../period';
import { storedPeriod, FACT } from './fact-table';
import { TABLES } from './names';
import { serialOf } from './serial';
import { textOf, type TableSpec } from './table';
import { OWES_WORDS, TIMELINESS_WORDS } from './words';

/** The column that the analyst types into and that deadlines read. */
export const RECEIVED_ON = 'Ngày nhận';
const DATE = 'dd/mm/yyyy';

/** TheoDoiNop: one row a unit × month. */
export function submissionTable(index: CatalogueIndex): TableSpec<Submission> {
  return {
    name: TABLES.submissions,
    columns: [
      { header: FACT.year, width: 7, cell: (row) => row.period.year },
      { header: FACT.month, width: 7, cell: (row) => row.period.month },
      { header: FACT.unit, width: 11, cell: (row) => row.unit },
      { header: 'Đơn vị', width: 34, cell: (row) => index.unit(row.unit)?.name ?? row.unit },
      { header: 'Phải nộp', width: 11, cell: (row) => OWES_WORDS[row.owes] },
      { header: 'Hạn nộp', width: 12, format: DATE, cell: (row) => serialOf(row.deadline) },
      { header: RECEIVED_ON, width: 12, format: DATE, initial: null },
      { header: 'Tệp', width: 30, cell: (row) => row.file },
      { header: 'Tệp lưu lần cuối', width: 22, cell: (row) => row.fileModified },
      { header: 'Tình trạng', width: 22, cell: (row) => TIMELINESS_WORDS[row.state] },
      { header: 'Số lỗi', width: 8, cell: (row) => row.errors },
      { header: 'Số cảnh báo', width: 10, cell: (row) => row.warnings },
      { header: 'Số bị giữ', width: 9, cell: (row) => row.held },
      { header: 'Ghi chú', width: 30, initial: null },
    ],
    keyHeaders: [FACT.year, FACT.month, FACT.unit],
    keyOf: (row) => `${row.unit}|${periodKey(row.period)}`,
    keyOfStored: (stored) => {
      const period = storedPeriod(stored);
      const unit = textOf(stored.at(FACT.unit));
      return period && unit ? `${unit}|${periodKey(period)}` : null;
    },
  };
}
