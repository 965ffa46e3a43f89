import { quotedSheet } from '../address';
import type { CatalogueIndex } from '../catalogue/types';
import { isInForce, lastDayOf } from '../catalogue/validity';
import type { ProvinceFigure } from '../consolidation/types';
import type { Period } from '../period';
import { absolute, cellsOf, type ChartPart } from './charts-look';
import { PATH_WIDTH, pathChart, pathRows } from './charts-path';
import { hasBar, PROGRESS_WIDTH, progressChart, type SummaryRange } from './charts-progress';
import { timelinessChart, TIMELINESS_WIDTH } from './charts-timeliness';
import { changedBlocks, type CellWrite } from './diff';
import { NAMES } from './names';
import type { SheetPlan, StyledArea } from './plan';
import { emptyPlan } from './plan-sheet';
import { HEADING_ROW, ROOM } from './summary';
import { SUMMARY_COLUMNS, type SummaryLayout } from './summary-columns';

/** The pictures stand side by side on one landscape page; what they are drawn from stands to the right of it. */
const LEFT = { first: 0, last: 9 } as const;
const RIGHT = { first: 11, last: 20 } as const;
const TOP = 3;
const BOTTOM = 50;
const CHOICE = { row: TOP, column: RIGHT.first + 2 } as const;
const NOTES_ROW = BOTTOM + 2;
const FIGURES_COLUMN = RIGHT.last + 3;
const FIGURES_ROW = TOP + 1;

const NOTES = [
  'Hình bên trái: lũy kế ÷ kế hoạch năm; tỷ lệ, tốc độ tăng là giá trị ÷ mục tiêu, trạng thái vẫn xét theo điểm %. Khung đen là kỳ vọng đến nay. Chỉ tiêu chưa có số liệu để trống thanh và có dấu "…".',
  'Diễn biến: mỗi tháng chỉ tính số liệu của tháng đó; điểm có quầng sáng là chưa đủ đơn vị báo cáo. Hình vẽ theo các ô ở bên phải trang: số liệu đổi thì hình đổi theo.',
];

export interface ChartsInput {
  readonly sheet: string;
  /** false: only the charts named in `missing` are put back. */
  readonly isNew: boolean;
  /** Tổng hợp: its name, and how its columns stand; null for the layout that the add-in makes. */
  readonly summary: { readonly sheet: string; readonly layout: Pick<SummaryLayout, 'headingRow' | 'columns'> | null };
  readonly index: CatalogueIndex;
  readonly period: Period;
  /** For the indicator to begin with: the first flow that has a figure. */
  readonly figures: readonly ProvinceFigure[];
}

/** The names of the charts, in the order of the sheet. */
export const CHART_NAMES: readonly string[] = ['CT_SoVoiKeHoach', 'CT_DienBien', 'CT_NopDungHan'];

/**
 * The sheet of the pictures, with everything that they are drawn from as formulas: it is made once and follows the
 * tables by itself, so that no later consolidation has to touch it.
 */
export function planCharts(input: ChartsInput): SheetPlan {
  const { sheet } = input;
  const parts = partsOf(input);
  const writes: CellWrite[] = [
    { row: 0, column: LEFT.first, value: { formula: `="BIỂU ĐỒ CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI NĂM "&${NAMES.year}` } },
    { row: 1, column: LEFT.first, value: { formula: `="Kỳ báo cáo: tháng "&${NAMES.month}&"/"&${NAMES.year}` } },
    { row: CHOICE.row, column: RIGHT.first, value: 'Chọn chỉ tiêu' },
    { row: FIGURES_ROW - 2, column: FIGURES_COLUMN, value: 'Số liệu của biểu đồ: công thức, không sửa ở đây' },
    ...NOTES.map((value, n) => ({ row: NOTES_ROW + n, column: LEFT.first, value })),
    ...parts.flatMap((part) => part.writes),
  ];
  const right = FIGURES_COLUMN + PROGRESS_WIDTH + PATH_WIDTH + TIMELINESS_WIDTH + 2;
  const widths = (first: number, last: number, width: number): [number, number][] => Array.from({ length: last - first + 1 }, (_, n) => [first + n, width]);
  return {
    ...emptyPlan(sheet, input.isNew),
    blocks: changedBlocks(writes, null),
    styles: [...headingStyles(), ...parts.flatMap((part) => part.styles)],
    merges: [cellsOf(CHOICE.row, CHOICE.column, CHOICE.row, RIGHT.last)],
    validations: parts.flatMap((part) => part.validations),
    charts: parts.map((part) => part.chart),
    columnWidths: Object.fromEntries([
      ...widths(LEFT.first, RIGHT.last, 9), [LEFT.last + 1, 2], ...widths(FIGURES_COLUMN, right, 9), [FIGURES_COLUMN + 2, 26], [FIGURES_COLUMN + PROGRESS_WIDTH + 1, 26],
    ]),
    print: { orientation: 'landscape', fitToPagesWide: 1, titleRows: null, footer: '&A · trang &P/&N', area: cellsOf(0, LEFT.first, NOTES_ROW + NOTES.length - 1, RIGHT.last), margin: 25 },
    tabColor: '#4F2469',
    showGridlines: false,
  };
}

function partsOf({ summary, index, period, figures }: ChartsInput): readonly ChartPart[] {
  const range = summaryRange(summary);
  const inForce = index.catalogue.indicators.filter((indicator) => isInForce(indicator, lastDayOf(period)));
  const bars = inForce.filter(hasBar);
  const rows = pathRows(index, inForce);
  const known = new Set(figures.filter((figure) => figure.cumulative !== null).map((figure) => figure.indicator));
  const first = rows.find(({ indicator }) => indicator.kind === 'flow' && known.has(indicator.code)) ?? rows[0];
  const at = (column: number) => ({ row: FIGURES_ROW, column: FIGURES_COLUMN + column });
  const middle = TOP + 1 + Math.floor((BOTTOM - TOP) / 2);
  return [
    progressChart({ indicators: bars, summary: range, place: cellsOf(TOP, LEFT.first, BOTTOM, LEFT.last), origin: at(0) }),
    pathChart({
      rows, summary: range, choice: CHOICE, first: first?.indicator.code ?? '', place: cellsOf(TOP + 1, RIGHT.first, middle, RIGHT.last), origin: at(PROGRESS_WIDTH + 1),
    }),
    timelinessChart({ place: cellsOf(middle + 1, RIGHT.first, BOTTOM, RIGHT.last), origin: at(PROGRESS_WIDTH + PATH_WIDTH + 2) }),
  ];
}

/** Rows of Tổng hợp below its heading, with room for indicators to come. */
function summaryRange({ sheet, layout }: ChartsInput['summary']): SummaryRange {
  const top = (layout?.headingRow ?? HEADING_ROW) + 1;
  return (key) => {
    const column = layout === null ? SUMMARY_COLUMNS.findIndex((each) => each.key === key) : (layout.columns.get(key) ?? 0);
    return `${quotedSheet(sheet)}!${absolute(cellsOf(top, column, top + ROOM, column))}`;
  };
}

function headingStyles(): StyledArea[] {
  const FONT = { fontName: 'Times New Roman' } as const;
  const across = (row: number) => cellsOf(row, LEFT.first, row, RIGHT.last);
  return [
    { area: across(0), style: { ...FONT, fontSize: 14, bold: true, horizontal: 'centerAcross' } },
    { area: across(1), style: { ...FONT, fontSize: 12, italic: true, horizontal: 'centerAcross' } },
    { area: cellsOf(CHOICE.row, RIGHT.first), style: { ...FONT, fontSize: 11, bold: true } },
    { area: cellsOf(CHOICE.row, CHOICE.column, CHOICE.row, RIGHT.last), style: { ...FONT, fontSize: 11, bold: true, fill: '#FFF9E5', horizontal: 'left', border: { edges: 'all', style: 'thin', color: '#A6A6A6' } } },
    { area: cellsOf(NOTES_ROW, LEFT.first, NOTES_ROW + NOTES.length - 1, LEFT.first), style: { ...FONT, fontSize: 10, italic: true, fontColor: '#444444' } },
    { area: cellsOf(FIGURES_ROW - 2, FIGURES_COLUMN), style: { fontSize: 8, italic: true, fontColor: '#666666' } },
  ];
}
