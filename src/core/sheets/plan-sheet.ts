import type { Grid } from '../grid';
import type { SheetPlan } from './plan';
import type { TablePart } from './table';
import { changedBlocks, keysOf } from './diff';

/** A plan that does nothing to a sheet yet. */
export function emptyPlan(sheet: string, isNew: boolean): SheetPlan {
  return {
    sheet, isNew, blocks: [], styles: [], merges: [], tables: [], conditionalFormats: [], validations: [], names: [],
    columnWidths: {}, rowHeights: {}, hiddenColumns: [], freeze: null, print: null, tabColor: null, showGridlines: true, readBack: [],
  };
}

/** Whether applying it would change anything. */
export function changesAnything(plan: SheetPlan): boolean {
  return plan.isNew || plan.blocks.length + plan.styles.length + plan.tables.length + plan.names.length + plan.validations.length + plan.merges.length + plan.conditionalFormats.length + (plan.charts?.length ?? 0) > 0;
}

/** One sheet that holds tables and nothing else. `grid` null: the sheet does not exist. */
export function tableSheetPlan(sheet: string, grid: Grid | null, parts: readonly TablePart[], look: { readonly tabColor: string; readonly frozenColumns: number; readonly hiddenColumns?: readonly number[] }): SheetPlan {
  const isNew = grid === null;
  const top = Math.min(...parts.map((part) => part.area.top));
  const blocks = changedBlocks(parts.flatMap((part) => part.writes), grid);
  return {
    ...emptyPlan(sheet, isNew),
    blocks,
    expected: grid === null ? [] : parts.flatMap((part) => keysOf(blocks, part.keyColumns, grid, part.area)),
    styles: parts.flatMap((part) => part.styles),
    tables: parts.flatMap((part) => (part.table ? [part.table] : [])),
    validations: parts.flatMap((part) => part.validations),
    columnWidths: Object.assign({}, ...parts.map((part) => part.widths)),
    rowHeights: isNew ? { [top]: 32 } : {},
    hiddenColumns: isNew ? look.hiddenColumns ?? [] : [],
    freeze: isNew ? { rows: top + 1, columns: look.frozenColumns } : null,
    print: isNew ? { orientation: 'landscape', fitToPagesWide: 1, titleRows: [top, top], footer: '&A · trang &P/&N' } : null,
    tabColor: isNew ? look.tabColor : null,
  };
}
