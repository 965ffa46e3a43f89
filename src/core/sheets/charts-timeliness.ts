import type { Timeliness } from '../deadlines/types';
import { CHART_COLOURS as C, MONTHS, absolute, cellsOf, helperStyles, quoted, type ChartPart } from './charts-look';
import type { CellWrite } from './diff';
import { FACT } from './fact-table';
import { NAMES, TABLES } from './names';
import { SUBMISSION } from './submission-table';
import { TIMELINESS_MARKS, TIMELINESS_WORDS } from './words';

/** From the foot of the column up. Neighbours are dark and light in turn. */
const STATES: readonly { readonly state: Timeliness; readonly fill: string; readonly edge: string; readonly label: string }[] = [
  { state: 'onTimeClean', fill: C.dark, edge: C.dark, label: C.white },
  { state: 'onTimeWithErrors', fill: C.middle, edge: C.dark, label: C.black },
  { state: 'receivedUnknownDate', fill: C.pale, edge: C.grey, label: C.black },
  { state: 'late', fill: C.amber, edge: C.amberEdge, label: C.black },
  { state: 'missing', fill: C.rustDark, edge: C.rustDark, label: C.white },
];
export const TIMELINESS_WIDTH = 2 + STATES.length;

const column = (header: string): string => `${TABLES.submissions}[${header}]`;

/** How many units were on time, late or missing in each month of the year: stacked columns over counts of TheoDoiNop. */
export function timelinessChart({ place, origin }: { readonly place: ChartPart['chart']['place']; readonly origin: { readonly row: number; readonly column: number } }): ChartPart {
  const top = origin.row + 1;
  const bottom = origin.row + MONTHS.length;
  const title = { row: origin.row - 1, column: origin.column };
  const area = (offset: number) => cellsOf(top, origin.column + offset, bottom);
  const writes: CellWrite[] = [
    { ...title, value: { formula: `="Nộp báo cáo đúng hạn theo tháng, năm "&${NAMES.year}&" (số đơn vị)"` } },
    ...['Tháng', 'Nhãn', ...STATES.map(({ state }) => TIMELINESS_WORDS[state])].map((value, n) => ({ row: origin.row, column: origin.column + n, value })),
    ...MONTHS.flatMap((month, n): CellWrite[] => [
      { row: top + n, column: origin.column, value: month },
      { row: top + n, column: origin.column + 1, value: `T${month}` },
      ...STATES.map(({ state }, s) => ({
        row: top + n, column: origin.column + 2 + s,
        value: { formula: `=COUNTIFS(${column(FACT.year)},${NAMES.year},${column(FACT.month)},${absolute(cellsOf(top + n, origin.column))},${column(SUBMISSION.state)},${quoted(TIMELINESS_WORDS[state])})` },
      })),
    ]),
  ];
  const right = origin.column + TIMELINESS_WIDTH - 1;
  return {
    writes,
    styles: helperStyles(cellsOf(origin.row, origin.column, origin.row, right), cellsOf(top, origin.column, bottom, right), '0'),
    validations: [],
    chart: {
      name: 'CT_NopDungHan', type: 'stackedColumns', title, place, seed: area(0), gap: 40,
      series: STATES.map(({ state, fill, edge, label }, s) => ({
        name: TIMELINESS_MARKS[state], categories: area(1), values: area(2 + s), look: { fill, line: { color: edge, weight: 0.75, style: 'solid' } },
        labels: { numberFormat: '0;;', color: label, position: 'center' },
      })),
      valueAxis: { title: '', numberFormat: '0', minimum: 0 },
    },
  };
}
