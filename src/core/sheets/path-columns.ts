import type { PastCumulative, ScenarioPoint } from '../catalogue/types';
import type { CatalogueColumn } from './catalogue-columns';
import { TABLES } from './names';

/** The tables that the expected-to-date follows: scenarios of this year, months of past years. Both start empty. */

export const SCENARIO = { indicator: 'Mã chỉ tiêu', month: 'Tháng', value: 'Giá trị' } as const;

export const SCENARIO_COLUMNS: readonly CatalogueColumn<ScenarioPoint>[] = [
  { header: SCENARIO.indicator, field: 'indicator', width: 11, required: true, cell: (row) => row.indicator },
  { header: SCENARIO.month, field: 'month', width: 8, required: true, cell: (row) => row.month },
  { header: SCENARIO.value, field: 'value', width: 13, required: true, format: '#,##0.00', cell: (row) => row.value },
];

export const PAST = { indicator: 'Mã chỉ tiêu', year: 'Năm', month: 'Tháng', cumulative: 'Lũy kế', share: 'Tỷ trọng' } as const;

const past = (header: string): string => `${TABLES.pastCumulatives}[${header}]`;
/** The total of the row's year: its month 12. */
const TOTAL = `SUMIFS(${past(PAST.cumulative)},${past(PAST.indicator)},[@[${PAST.indicator}]],${past(PAST.year)},[@${PAST.year}],${past(PAST.month)},12)`;
const ACTUAL = `[@[${PAST.cumulative}]]`;
/** The month's part of its year; nothing while the year's total is not there, or where it is less than the month. */
const SHARE = `=IF(AND(ISNUMBER(${ACTUAL}),${TOTAL}>0,N(${ACTUAL})<=${TOTAL}),${ACTUAL}/${TOTAL},"")`;

export const PAST_COLUMNS: readonly CatalogueColumn<PastCumulative>[] = [
  { header: PAST.indicator, field: 'indicator', width: 11, required: true, cell: (row) => row.indicator },
  { header: PAST.year, field: 'year', width: 8, required: true, cell: (row) => row.year },
  { header: PAST.month, field: 'month', width: 8, required: true, cell: (row) => row.month },
  { header: PAST.cumulative, field: 'cumulative', width: 13, required: true, format: '#,##0.00', cell: (row) => row.cumulative },
  { header: PAST.share, field: 'share', width: 10, format: '0.0000', helper: SHARE, cell: () => ({ formula: SHARE }) },
];
