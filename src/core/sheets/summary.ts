import { addressOf, columnName, positionOf, quotedSheet } from '../address';
import { GROUPS } from '../catalogue/groups';
import type { CatalogueIndex, Indicator } from '../catalogue/types';
import { isInForce, lastDayOf } from '../catalogue/validity';
import type { Consolidation } from '../consolidation/types';
import { cellAt, extentOf, type DefinedName, type Grid } from '../grid';
import type { Period } from '../period';
import type { Assessment } from '../targets/types';
import { assessmentFormulas } from './assessment-formulas';
import { changedBlocks, keysOf, type CellWrite } from './diff';
import { figureFormulas } from './figure-formulas';
import { NAMES } from './names';
import type { PlanCell, ReadBack, SheetPlan, StyledArea } from './plan';
import { emptyPlan } from './plan-sheet';
import { serialOf } from './serial';
import { cellsOfRow, findSummaryLayout, LAST_PRINTED, SUMMARY_COLUMNS, type SummaryKey, type SummaryLayout } from './summary-columns';
import { legendLines, legendUpdates, legendWrites } from './summary-legend';
import { groupRowStyle, headingStyles, indicatorRowHeight, indicatorRowStyles, legendStyle, stateFormats } from './summary-style';

/** Of a sheet that the add-in makes. */
export const HEADING_ROW = 8;
const DATA_TOP = HEADING_ROW + 1;
/** Rows that conditional formats and the "tạm tính" of the heading look at: room for indicators to come. */
export const ROOM = 150;
const MONTH_CELL = { row: 6, column: 3 };
const YEAR_CELL = { row: 6, column: 5 };

export interface SummaryInput {
  readonly sheet: string;
  /** The sheet as it stands, null when it is to be made. */
  readonly grid: Grid | null;
  readonly names: readonly DefinedName[];
  readonly index: CatalogueIndex;
  readonly consolidation: Consolidation;
  readonly assessments: readonly Assessment[];
}

/** The province's table of one month. Rows are found by their code and columns by their heading; the analyst's notes are never touched. */
export function planSummary(input: SummaryInput): SheetPlan {
  const found = input.grid ? findSummaryLayout(input.grid) : null;
  return found && input.grid ? updated(input, found, input.grid) : created(input);
}

/** A row for each indicator in force, under its group; numbering 1, 1.1, 1.2, 2 … */
function rowsOf(index: CatalogueIndex, period: Period): ({ readonly group: string; readonly title: string } | { readonly indicator: Indicator; readonly ordinal: string })[] {
  const inForce = index.catalogue.indicators.filter((indicator) => isInForce(indicator, lastDayOf(period)));
  return GROUPS.flatMap(({ key, titleVi }) => {
    const members = inForce.filter((indicator) => indicator.group === key);
    const ordinals = new Map<string, { readonly text: string; children: number }>();
    let top = 0;
    const rows = members.map((indicator) => {
      const parent = indicator.parent === null ? undefined : ordinals.get(indicator.parent);
      const text = parent ? `${parent.text}.${(parent.children += 1)}` : String((top += 1));
      ordinals.set(indicator.code, { text, children: 0 });
      return { indicator, ordinal: text };
    });
    return rows.length === 0 ? [] : [{ group: key, title: titleVi }, ...rows];
  });
}

/** Everything that the add-in keeps in an indicator's row. */
function rowCells(input: SummaryInput, indicator: Indicator, ordinal: string, row: number, columns: ReadonlyMap<SummaryKey, number>): ReadonlyMap<SummaryKey, PlanCell> {
  const cell = cellsOfRow(columns, row);
  const assessment = input.assessments.find((each) => each.indicator === indicator.code) ?? null;
  const { target } = indicator;
  const plan = target?.kind === 'number' ? target.value : target?.kind === 'date' ? serialOf(target.date) : target?.kind === 'lastYear' ? 'cùng kỳ năm trước' : null;
  const formulas = { ...figureFormulas(indicator, input.index, cell), ...assessmentFormulas(indicator, input.index, assessment, cell) };
  const fixed: Partial<Record<SummaryKey, PlanCell>> = { ordinal, code: indicator.code, name: indicator.name, unit: indicator.unit, plan };
  // A column without a formula for this indicator is cleared: its kind may have been changed in the catalogue.
  return new Map(SUMMARY_COLUMNS.filter(({ key }) => key !== 'note').map(({ key }) => [key, fixed[key] ?? formulas[key] ?? null]));
}

function writesOf(cells: ReadonlyMap<SummaryKey, PlanCell>, row: number, columns: ReadonlyMap<SummaryKey, number>): CellWrite[] {
  return [...cells].map(([key, value]) => ({ row, column: columns.get(key) ?? 0, value }));
}

function created(input: SummaryInput): SheetPlan {
  const { sheet, consolidation: { period } } = input;
  const columns = new Map(SUMMARY_COLUMNS.map(({ key }, position) => [key, position]));
  const end = SUMMARY_COLUMNS.length - 1;
  const last = columns.get(LAST_PRINTED) ?? end;
  const widths = new Map(SUMMARY_COLUMNS.map(({ key, width }) => [key, width]));
  const rowHeights: Record<number, number> = { [HEADING_ROW]: 62 };
  const rows = rowsOf(input.index, period);
  const bottom = DATA_TOP + rows.length - 1;
  const foot = bottom + 1 + legendLines(input.index).length;
  const writes: CellWrite[] = [...headingWrites(period, columns, last), ...legendWrites(input.index, bottom + 2)];
  const base: StyledArea[] = [];
  const cells: StyledArea[] = [];
  const placed = new Map<string, number>();
  rows.forEach((item, position) => {
    const row = DATA_TOP + position;
    if ('group' in item) {
      writes.push({ row, column: 0, value: item.group }, { row, column: columns.get('name') ?? 2, value: item.title });
      base.push(groupRowStyle(row, columns));
      return;
    }
    placed.set(item.indicator.code, row);
    rowHeights[row] = indicatorRowHeight(item.indicator, (key) => widths.get(key) ?? 10);
    writes.push(...writesOf(rowCells(input, item.indicator, item.ordinal, row, columns), row, columns));
    const [whole, ...single] = indicatorRowStyles(item.indicator, row, columns);
    if (whole) base.push(whole);
    cells.push(...single);
  });
  const state = columns.get('state') ?? 0;
  return {
    ...emptyPlan(sheet, true),
    blocks: changedBlocks(writes, null),
    styles: [...headingStyles(HEADING_ROW, last, end), ...joined(base), ...joined(cells), legendStyle(bottom + 2, foot)],
    conditionalFormats: stateFormats({ top: DATA_TOP, bottom: DATA_TOP + ROOM, left: state, right: state }),
    validations: [
      { area: areaOf(MONTH_CELL), rule: { kind: 'whole', min: 1, max: 12 }, prompt: { title: 'Tháng báo cáo', message: 'Nhập 1 đến 12: cả bảng tính lại theo tháng này.' } },
      { area: areaOf(YEAR_CELL), rule: { kind: 'whole', min: 2000, max: 2100 }, prompt: { title: 'Năm', message: 'Năm của chương trình.' } },
    ],
    names: [nameOf(sheet, NAMES.month, MONTH_CELL), nameOf(sheet, NAMES.year, YEAR_CELL)],
    columnWidths: Object.fromEntries(SUMMARY_COLUMNS.map(({ width }, position) => [position, width])),
    rowHeights,
    freeze: { rows: DATA_TOP, columns: 3 },
    print: { orientation: 'landscape', fitToPagesWide: 1, titleRows: [HEADING_ROW, HEADING_ROW], footer: 'Trang &P/&N', area: { top: 0, bottom: foot, left: 0, right: last }, margin: 25 },
    tabColor: '#0B4A78',
    showGridlines: false,
    readBack: readBacks(input, { headingRow: HEADING_ROW, columns, rows: placed }),
  };
}

function updated(input: SummaryInput, found: SummaryLayout, grid: Grid): SheetPlan {
  const { sheet, consolidation: { period } } = input;
  const columns = new Map(found.columns);
  const rows = new Map(found.rows);
  const writes: CellWrite[] = [];
  const styles: StyledArea[] = [];
  let right = Math.max(extentOf(grid).columns, ...[...columns.values()].map((column) => column + 1));
  for (const { key, header } of SUMMARY_COLUMNS) {
    if (columns.has(key)) continue;
    columns.set(key, right);
    writes.push({ row: found.headingRow, column: right, value: header });
    right += 1;
  }
  let below = extentOf(grid).rows;
  for (const item of rowsOf(input.index, period)) {
    if ('group' in item) continue;
    const known = rows.get(item.indicator.code);
    const row = known ?? below;
    if (known === undefined) {
      rows.set(item.indicator.code, row);
      styles.push(...indicatorRowStyles(item.indicator, row, columns));
      below += 1;
    }
    writes.push(...writesOf(rowCells(input, item.indicator, item.ordinal, row, columns), row, columns));
  }
  const month = placeOfName(input.names, NAMES.month, sheet) ?? MONTH_CELL;
  const year = placeOfName(input.names, NAMES.year, sheet) ?? YEAR_CELL;
  writes.push({ ...month, value: period.month }, { ...year, value: period.year }, ...legendUpdates(input.index, grid, found.headingRow));
  const missing = [[NAMES.month, month], [NAMES.year, year]] as const;
  const blocks = changedBlocks(writes, grid);
  const code = found.columns.get('code');
  return {
    ...emptyPlan(sheet, false),
    blocks,
    expected: code === undefined ? [] : keysOf(blocks, [code], grid, { top: found.headingRow, bottom: below }),
    styles,
    names: missing.filter(([name]) => !input.names.some((each) => each.name === name)).map(([name, place]) => nameOf(sheet, name, place)),
    readBack: readBacks(input, { headingRow: found.headingRow, columns, rows }),
  };
}

function headingWrites(period: Period, columns: ReadonlyMap<SummaryKey, number>, last: number): CellWrite[] {
  const right = Math.floor(last / 2) + 1;
  const remarks = columnName(columns.get('remark') ?? last);
  return [
    { row: 0, column: 0, value: 'UBND TỈNH KHÁNH HÒA' },
    { row: 1, column: 0, value: 'SỞ KẾ HOẠCH VÀ ĐẦU TƯ' },
    { row: 0, column: right, value: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' },
    { row: 1, column: right, value: 'Độc lập - Tự do - Hạnh phúc' },
    { row: 3, column: 0, value: { formula: `="TỔNG HỢP CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI NĂM "&${NAMES.year}` } },
    { row: 4, column: 0, value: { formula: `="Kỳ báo cáo: tháng "&${NAMES.month}&"/"&${NAMES.year}` } },
    { row: 5, column: 0, value: { formula: `=IF(COUNTIFS($${remarks}$${DATA_TOP + 1}:$${remarks}$${DATA_TOP + ROOM + 1},"tạm tính*")>0,"Số liệu tạm tính","")` } },
    { row: MONTH_CELL.row, column: MONTH_CELL.column - 1, value: 'Tháng báo cáo' },
    { ...MONTH_CELL, value: period.month },
    { row: YEAR_CELL.row, column: YEAR_CELL.column - 1, value: 'Năm' },
    { ...YEAR_CELL, value: period.year },
    ...SUMMARY_COLUMNS.map(({ key, header }) => ({ row: HEADING_ROW, column: columns.get(key) ?? 0, value: key === 'plan' ? `${header} ${period.year}` : header })),
  ];
}

const areaOf = (place: { readonly row: number; readonly column: number }) => ({ top: place.row, bottom: place.row, left: place.column, right: place.column });

function nameOf(sheet: string, name: string, place: { readonly row: number; readonly column: number }) {
  return { name, formula: `=${quotedSheet(sheet)}!${addressOf(place.row, place.column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')}`, scope: 'workbook' as const };
}

/** The cell that a name stands for, null when it is none on this sheet. */
export function placeOfName(names: readonly DefinedName[], name: string, sheet: string): { readonly row: number; readonly column: number } | null {
  const value = names.find((each) => each.name === name && each.scope === null)?.value;
  if (typeof value !== 'string') return null;
  const at = value.lastIndexOf('!');
  const stated = value.slice(0, at).replace(/^=/, '').replace(/^'|'$/g, '').replace(/''/g, "'");
  return stated === sheet ? positionOf(value.slice(at + 1)) : null;
}

/** The month and year that the sheet stands on, as a period; null without both. */
export function periodOfSheet(grid: Grid, names: readonly DefinedName[]): Period | null {
  const month = wholeNumberAt(grid, names, NAMES.month);
  const year = yearOfSheet(grid, names);
  return month !== null && year !== null && month >= 1 && month <= 12 ? { year, month } : null;
}

/** The year of the programme that the workbook holds; null where its cell says none. */
export function yearOfSheet(grid: Grid, names: readonly DefinedName[]): number | null {
  const year = wholeNumberAt(grid, names, NAMES.year);
  return year !== null && year >= 2000 && year <= 2100 ? year : null;
}

function wholeNumberAt(grid: Grid, names: readonly DefinedName[], name: string): number | null {
  const place = placeOfName(names, name, grid.name);
  const content = place && cellAt(grid, place.row, place.column)?.content;
  return content?.kind === 'number' && Number.isInteger(content.value) ? content.value : null;
}

/** Cells whose results Excel computes from the facts and the add-in computed as well. */
function readBacks(input: SummaryInput, layout: SummaryLayout): ReadBack[] {
  const headerOf = new Map(SUMMARY_COLUMNS.map(({ key, header }) => [key, header]));
  return input.consolidation.figures.flatMap((figure): ReadBack[] => {
    const row = layout.rows.get(figure.indicator);
    const indicator = input.index.indicator(figure.indicator);
    if (row === undefined || !indicator) return [];
    const cells = rowCells(input, indicator, '', row, layout.columns);
    const assessment = input.assessments.find((each) => each.indicator === figure.indicator) ?? null;
    const computed: Partial<Record<SummaryKey, number | null>> = {
      month: figure.month, cumulative: figure.cumulative, lastYear: figure.lastYear, coverage: figure.coverage,
      ...(assessment
        ? {
            percentOfPlan: assessment.percentOfPlan, percentOfLastYear: assessment.percentOfLastYear, expected: assessment.expected, gap: assessment.gap,
            gapToDate: assessment.gapToDate, pace: assessment.pace, forecast: assessment.forecast, needed: assessment.neededPerMonth,
          }
        : {}),
    };
    return SUMMARY_COLUMNS.flatMap(({ key }): ReadBack[] => {
      const cell = cells.get(key);
      const value = computed[key];
      const live = cell !== null && typeof cell === 'object';
      return live && value !== undefined ? [{ row, column: layout.columns.get(key) ?? 0, indicator: figure.indicator, heading: headerOf.get(key) ?? key, computed: value }] : [];
    });
  });
}

/** Areas of one style under each other become one: fewer requests to Excel. */
function joined(styles: readonly StyledArea[]): StyledArea[] {
  const open = new Map<string, StyledArea>();
  const done: StyledArea[] = [];
  for (const styled of styles) {
    const key = `${styled.area.left}:${styled.area.right}:${JSON.stringify(styled.style)}`;
    const above = open.get(key);
    if (above && above.area.bottom + 1 === styled.area.top) {
      open.set(key, { ...above, area: { ...above.area, bottom: styled.area.bottom } });
    } else {
      if (above) done.push(above);
      open.set(key, styled);
    }
  }
  return [...done, ...open.values()];
}
