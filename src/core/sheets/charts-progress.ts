import type { Indicator } from '../catalogue/types';
import type { AssessmentState } from '../targets/types';
import type { CellWrite } from './diff';
import { CHART_COLOURS as C, absolute, cellsOf, helperStyles, quoted, type ChartPart } from './charts-look';
import type { ChartSeriesPlan } from './plan';
import type { SummaryKey } from './summary-columns';
import { NAMES } from './names';
import { STATE_WORDS } from './words';

/** The column of Tổng hợp that a key stands for, as an absolute reference. */
export type SummaryRange = (key: SummaryKey) => string;

/** States that share a bar's colour; the sign in the label tells them apart. */
const BANDS: readonly { readonly states: readonly AssessmentState[]; readonly fill: string; readonly edge: string; readonly label: string }[] = [
  { states: ['met', 'onTrack'], fill: C.dark, edge: C.dark, label: C.white },
  { states: ['behind'], fill: C.amber, edge: C.amberEdge, label: C.black },
  { states: ['farBehind', 'notMet', 'worsening'], fill: C.rust, edge: C.rustDark, label: C.black },
  { states: ['notDue', 'noData', 'cannotJudge'], fill: C.pale, edge: C.grey, label: C.black },
];
const HEADINGS = ['STT', 'Mã', 'Nhãn', 'Dòng', 'So với KH (%)', 'Kỳ vọng (%)', 'Đúng tiến độ', 'Chậm', 'Chậm nhiều', 'Khác'] as const;
const COLUMN = { ordinal: 0, code: 1, label: 2, row: 3, percent: 4, expected: 5, bands: 6 } as const;
export const PROGRESS_WIDTH = HEADINGS.length;
const LABEL_FORMAT = '#,##0;-#,##0;;';

/** How a figure becomes a share of the plan; null for an indicator without a plan to be shared. */
function shareOf(indicator: Indicator): ((value: string, plan: string) => string) | null {
  const { target, kind, better, baseline } = indicator;
  if (target?.kind !== 'number' || kind === 'milestone') return null;
  if (better === 'down' && kind !== 'flow') return baseline === null || baseline === target.value ? null : (value, plan) => `(${baseline}-${value})/(${baseline}-${plan})*100`;
  return target.value > 0 ? (value, plan) => `${value}/${plan}*100` : null;
}

/** Whether the chart has a bar for it. */
export const hasBar = (indicator: Indicator): boolean => shareOf(indicator) !== null;

interface ProgressInput {
  readonly indicators: readonly Indicator[];
  readonly summary: SummaryRange;
  readonly place: ChartPart['chart']['place'];
  /** Where the figures begin; headings stand in this row, the title above. */
  readonly origin: { readonly row: number; readonly column: number };
}

/** Percent of the year's plan, a bar an indicator in the colour of its state, framed by what is expected to date. */
export function progressChart({ indicators, summary, place, origin }: ProgressInput): ChartPart {
  const top = origin.row + 1;
  const bottom = origin.row + Math.max(1, indicators.length);
  const at = (offset: number): number => origin.column + offset;
  const column = (offset: number) => cellsOf(top, at(offset), bottom);
  const title = { row: origin.row - 1, column: origin.column };
  const writes: CellWrite[] = [
    { ...title, value: { formula: `="So với kế hoạch năm (%), đến tháng "&${NAMES.month}&"/"&${NAMES.year}` } },
    ...HEADINGS.map((value, n) => ({ row: origin.row, column: at(n), value })),
    ...indicators.flatMap((indicator, n) => rowWrites(indicator, top + n, n + 1, at, summary)),
  ];
  const bands = BANDS.map(({ states, fill, edge, label }, n): ChartSeriesPlan => ({
    name: states.map((state) => STATE_WORDS[state]).join(' / '),
    categories: column(COLUMN.label), values: column(COLUMN.bands + n),
    look: { fill, line: { color: edge, weight: 0.75, style: 'solid' } },
    labels: { numberFormat: LABEL_FORMAT, color: label, position: 'insideEnd' },
  }));
  return {
    writes,
    styles: helperStyles(cellsOf(origin.row, origin.column, origin.row, at(PROGRESS_WIDTH - 1)), cellsOf(top, origin.column, bottom, at(PROGRESS_WIDTH - 1)), '#,##0.0'),
    validations: [],
    chart: {
      name: 'CT_SoVoiKeHoach', type: 'bars', title, place, seed: column(COLUMN.ordinal),
      series: [
        ...bands,
        { name: 'Kỳ vọng đến nay (khung)', categories: column(COLUMN.label), values: column(COLUMN.expected), look: { fill: null, line: { color: C.black, weight: 1.25, style: 'solid' } } },
      ],
      valueAxis: { title: '', numberFormat: '#,##0' }, isReversed: true, isOverlaid: true, gap: 35,
    },
  };
}

function rowWrites(indicator: Indicator, row: number, ordinal: number, at: (offset: number) => number, summary: SummaryRange): CellWrite[] {
  const cell = (offset: number): string => absolute(cellsOf(row, at(offset)));
  const found = (key: SummaryKey): string => `INDEX(${summary(key)},${cell(COLUMN.row)})`;
  const share = shareOf(indicator);
  const of = (key: SummaryKey, none: string): string =>
    share === null ? none : `IF(${cell(COLUMN.row)}=0,${none},IF(AND(ISNUMBER(${found(key)}),N(${found('plan')})<>0),${share(found(key), found('plan'))},${none}))`;
  const state = found('state');
  const sign = `IF(${cell(COLUMN.row)}=0,"",LEFT(${state},FIND(" ",${state}&" ")-1))`;
  const formulas: [number, string][] = [
    [COLUMN.label, `${cell(COLUMN.code)}&" "&${quoted(indicator.short)}&" "&${sign}`],
    [COLUMN.row, `IFERROR(MATCH(${cell(COLUMN.code)},${summary('code')},0),0)`],
    [COLUMN.percent, of('cumulative', '""')],
    // No frame where nothing is expected yet.
    [COLUMN.expected, of('expected', '0')],
    ...BANDS.map(({ states }, n): [number, string] => {
      const any = states.map((word) => `${state}=${quoted(STATE_WORDS[word])}`).join(',');
      return [COLUMN.bands + n, `IF(NOT(ISNUMBER(${cell(COLUMN.percent)})),0,IF(${states.length > 1 ? `OR(${any})` : any},${cell(COLUMN.percent)},0))`];
    }),
  ];
  return [
    { row, column: at(COLUMN.ordinal), value: ordinal },
    { row, column: at(COLUMN.code), value: indicator.code },
    ...formulas.map(([offset, body]) => ({ row, column: at(offset), value: { formula: `=${body}` } })),
  ];
}
