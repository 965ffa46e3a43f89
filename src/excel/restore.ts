import type { Area } from '../core/grid';
import { imageOf, inputOf } from './images';
import type { PlacedBlock } from './preflight';
import { rangeAt } from './regions';
import type { HostSession } from './session';
import { carryOut, EVENTS_ON, small, type Step } from './steps';
import type { CellImage, NameChange, SheetArea } from './types';
import { stepsOfBlock, type BlockWrite } from './writing';

/** A state to go back to. Everything named is there; the caller has looked. */
export interface Restoration {
  readonly cells: readonly BlockWrite[];
  readonly tables: readonly { readonly name: string; readonly sheet: string; readonly area: Area }[];
  /** Tables to dissolve: their cells go back on their own. */
  readonly dissolve: readonly string[];
  readonly names: readonly NameChange[];
  /** Where the write had laid rules of entry on a sheet that stays. */
  readonly validated: readonly SheetArea[];
  readonly removeSheets: readonly string[];
  /** Charts to delete, each of them there. */
  readonly removeCharts?: readonly { readonly sheet: string; readonly name: string }[];
  readonly fonts?: readonly FontAt[];
}

/** A cell's font by name: a text in an old encoding shows as it should only in the font that it was typed in. */
export interface FontAt {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly name: string;
}

export function fontStep({ sheet: home, row, column, name }: FontAt): Step {
  return small((sheet) => (sheet(home).getRangeByIndexes(row, column, 1, 1).format.font.name = name), 1);
}

/** Puts everything back: tables first, so that headings land in their columns; then names, cells, and last the new sheets. Excel's events are on at the end. */
export async function restore(session: HostSession, { cells, tables, dissolve, names, validated, removeSheets, removeCharts = [], fonts = [] }: Restoration, landed?: () => void): Promise<void> {
  const steps: Step[] = [
    ...dissolve.map((name) => small((_, workbook) => workbook.tables.getItem(name).convertToRange())),
    ...tables.map(({ name, sheet: home, area }) => small((sheet, workbook) => workbook.tables.getItem(name).resize(rangeAt(sheet(home), area)))),
    ...names.map(({ name, sheet: scope, before }) =>
      small((sheet, workbook) => {
        const item = (scope === null ? workbook.names : sheet(scope).names).getItem(name);
        if (before === null) item.delete();
        else item.formula = before;
      }),
    ),
    ...validated.map(({ sheet: home, area }) => small((sheet) => rangeAt(sheet(home), area).dataValidation.clear(), 2)),
    ...cells.flatMap((block) => stepsOfBlock(block, 'formulas')),
    ...fonts.map(fontStep),
    ...removeCharts.map(({ sheet: home, name }) => small((sheet) => sheet(home).charts.getItem(name).delete(), 2)),
    ...removeSheets.map((name) => small((sheet) => sheet(name).delete())),
    EVENTS_ON,
  ];
  await carryOut(session, steps, landed);
}

/** A block as it was before the write, to be written again. */
export function blockBefore({ sheet, area, before }: PlacedBlock): BlockWrite | null {
  if (before === null) return null;
  const cells = before.formulas.map((row, r) =>
    row.map((formula, c) => {
      const image = imageOf(formula, before.values[r]?.[c] ?? null, before.valueTypes[r]?.[c] ?? null, before.numberFormat[r]?.[c] ?? null);
      return { input: inputOf(image), format: image.numberFormat };
    }),
  );
  return { sheet, top: area.top, left: area.left, cells };
}

/** Scattered cells as one block with holes, for each of the areas given. */
export function blockOfImages(sheet: string, area: Area, imageAt: (row: number, column: number) => CellImage | undefined): BlockWrite {
  const cells = Array.from({ length: area.bottom - area.top + 1 }, (_, r) =>
    Array.from({ length: area.right - area.left + 1 }, (__, c) => {
      const image = imageAt(area.top + r, area.left + c);
      return image === undefined ? { input: null, format: null } : { input: inputOf(image), format: image.numberFormat };
    }),
  );
  return { sheet, top: area.top, left: area.left, cells };
}
