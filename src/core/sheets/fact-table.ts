import type { CatalogueIndex } from '../catalogue/types';
import type { Fact, FactFigure } from '../consolidation/types';
import { comparePeriods, periodKey, type Period } from '../period';
import { NAMES, TABLES } from './names';
import { numberOf, textOf, type StoredRow, type TableColumn, type TableSpec } from './table';
import { FACT_STATE_WORDS, LEVEL_WORDS, METHOD_WORDS, ROLE_WORDS } from './words';

/** Headings that formulas of other sheets read. */
export const FACT = {
  year: 'Năm', month: 'Tháng', unit: 'Mã đơn vị', indicator: 'Mã chỉ tiêu', role: 'Vai trò', used: 'Dùng', newest: 'Mới nhất', key: 'Khóa',
  monthFigure: 'Thực hiện tháng', cumulative: 'Lũy kế', lastYear: 'Cùng kỳ năm trước', numerator: 'Tử số', denominator: 'Mẫu số',
  level: 'Mức độ', state: 'Trạng thái số liệu', reasons: 'Lý do', marks: 'Lưu ý', method: 'Cách có',
  file: 'Tệp', sheet: 'Trang tính', cells: 'Ô', hash: 'Mã băm', recordedAt: 'Ghi lúc', revision: 'Số sửa lại',
} as const;

/** Why a row of an earlier run is no longer used. */
export const GONE = 'không còn trong báo cáo';

const FIGURE_WORDS: readonly (readonly [FactFigure, string])[] = [
  ['month', 'tháng'], ['cumulative', 'lũy kế'], ['lastYear', 'cùng kỳ'], ['numerator', 'tử số'], ['denominator', 'mẫu số'],
];

/** {month: "G12", cumulative: "H12"} ↔ "tháng=G12; lũy kế=H12". */
export function cellsText(cells: Fact['cells']): string {
  return FIGURE_WORDS.flatMap(([figure, word]) => (cells[figure] ? [`${word}=${cells[figure]}`] : [])).join('; ');
}

export function cellsOfText(text: string): Fact['cells'] {
  const cells: Partial<Record<FactFigure, string>> = {};
  for (const part of text.split(';')) {
    const [word, address] = part.split('=').map((piece) => piece.trim());
    const figure = FIGURE_WORDS.find(([, known]) => known === word)?.[0];
    if (figure && address) cells[figure] = address;
  }
  return cells;
}

const KEY_FORMULA = `=[@[${FACT.unit}]]&"|"&[@[${FACT.indicator}]]`;
/**
 * 1 where the row makes the province's figure at the report month. The month that counts for each unit and indicator is
 * worked out once in PhanCong (some 200 rows), so each fact costs one look-up and every sum only asks for a 1: with
 * 20,000 facts a "latest up to the month" inside of each sum would be read 20,000 times over.
 */
const NEWEST_FORMULA =
  `=IF(AND([@${FACT.used}]=1,[@[${FACT.role}]]<>"${ROLE_WORDS.check}",[@${FACT.year}]=${NAMES.year},` +
  `[@${FACT.month}]=IFERROR(INDEX(${TABLES.assignments}[Tháng mới nhất],MATCH([@${FACT.key}],${TABLES.assignments}[Khóa],0)),-1)),1,0)`;

const NUMBER = '#,##0.00';

/** SoLieu: one row a unit × indicator × month. */
export function factTable(index: CatalogueIndex, period: Period, now: string): TableSpec<Fact> {
  const columns: TableColumn<Fact>[] = [
    { header: FACT.year, width: 7, cell: (fact) => fact.period.year },
    { header: FACT.month, width: 7, cell: (fact) => fact.period.month },
    { header: FACT.unit, width: 11, cell: (fact) => fact.unit },
    { header: 'Đơn vị', width: 24, cell: (fact) => index.unit(fact.unit)?.name ?? fact.unit },
    { header: FACT.indicator, width: 10, cell: (fact) => fact.indicator },
    { header: 'Chỉ tiêu', width: 36, cell: (fact) => index.indicator(fact.indicator)?.name ?? fact.indicator },
    { header: FACT.role, width: 12, cell: (fact) => ROLE_WORDS[fact.role] },
    { header: FACT.monthFigure, width: 14, format: NUMBER, cell: (fact) => fact.month },
    { header: FACT.cumulative, width: 14, format: NUMBER, cell: (fact) => fact.cumulative },
    { header: FACT.lastYear, width: 14, format: NUMBER, cell: (fact) => fact.lastYear },
    { header: FACT.numerator, width: 13, format: NUMBER, cell: (fact) => fact.numerator },
    { header: FACT.denominator, width: 13, format: NUMBER, cell: (fact) => fact.denominator },
    { header: FACT.level, width: 11, cell: (fact) => (fact.level ? LEVEL_WORDS[fact.level] : null) },
    { header: FACT.state, width: 15, cell: (fact) => FACT_STATE_WORDS[fact.state] },
    { header: FACT.used, width: 7, cell: (fact) => (fact.used ? 1 : 0) },
    { header: FACT.reasons, width: 16, cell: (fact) => fact.reasons.join(', ') },
    { header: FACT.marks, width: 12, cell: (fact) => fact.marks.join(', ') },
    { header: FACT.method, width: 10, cell: (fact) => METHOD_WORDS[fact.method] },
    { header: FACT.newest, width: 9, cell: () => ({ formula: NEWEST_FORMULA }) },
    { header: FACT.file, width: 28, cell: (fact) => fact.file },
    { header: FACT.sheet, width: 14, cell: (fact) => fact.sheet },
    { header: FACT.cells, width: 34, cell: (fact) => cellsText(fact.cells) },
    { header: FACT.hash, width: 16, cell: (fact) => fact.hash },
    { header: FACT.recordedAt, width: 20, cell: (fact) => fact.recordedAt || now },
    { header: FACT.key, width: 14, cell: () => ({ formula: KEY_FORMULA }) },
    { header: FACT.revision, width: 40, cell: (fact) => fact.revision ?? null },
  ];
  return {
    name: TABLES.facts,
    columns,
    keyHeaders: [FACT.year, FACT.month, FACT.unit, FACT.indicator],
    keyOf: (fact) => factKey(fact.unit, fact.indicator, fact.period),
    keyOfStored: (stored) => {
      const at = storedPeriod(stored);
      const unit = textOf(stored.at(FACT.unit));
      const indicator = textOf(stored.at(FACT.indicator));
      return at && unit && indicator ? factKey(unit, indicator, at) : null;
    },
    // The facts handed in are all of the year up to the report month; rows of later months and other years are not theirs to judge.
    retire: (stored) => {
      const at = storedPeriod(stored);
      return at && at.year === period.year && comparePeriods(at, period) <= 0 ? { [FACT.used]: 0, [FACT.reasons]: GONE } : null;
    },
  };
}

export function storedPeriod(stored: StoredRow): Period | null {
  const year = numberOf(stored.at(FACT.year));
  const month = numberOf(stored.at(FACT.month));
  return year !== null && month !== null && Number.isInteger(year) && Number.isInteger(month) && month >= 1 && month <= 12 ? { year, month } : null;
}

const factKey = (unit: string, indicator: string, period: Period): string => `${unit}|${indicator}|${periodKey(period)}`;
