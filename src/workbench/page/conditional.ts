import { intersect } from '../model/rects';
import { moveFormula, placeFormula } from '../model/references';
import type { Calculator, CellValue, ConditionalFormatModel, DifferentialStyle, Rect, SheetModel, WorkbookModel } from '../model/types';
import { addSheet, setFormula, usedRect } from '../model/workbook';

/** What conditional formats lay over the cells of one sheet, by "row,col". */
export type Laid = ReadonlyMap<string, DifferentialStyle>;

/** A sheet name that no analyst uses; it exists in a copy of the workbook only. */
const SCRATCH = '\u2014';
/** A rule over a small block is asked for every cell of it, filled or blank; a larger one for used cells only. */
const SMALL = 4_000;

interface Question {
  readonly key: string;
  readonly rule: ConditionalFormatModel;
  readonly format: DifferentialStyle;
  readonly formula: string;
}

/**
 * Evaluates the formula rules of a sheet with the engine that computes its cells: each rule, moved to each cell, is a
 * formula on a scratch sheet beside the results of the others. Other kinds of rules are kept and saved, not drawn.
 */
export function layConditionalFormats(model: WorkbookModel, sheet: SheetModel, calculator: Calculator): Laid {
  const questions = questionsOf(sheet);
  if (questions.length === 0) return new Map();
  const copy: WorkbookModel = { ...model, sheets: model.sheets.map(withResults) };
  const scratch = addSheet(copy, SCRATCH);
  const rows = new Map<string, number>();
  for (const { formula } of questions) {
    if (rows.has(formula)) continue;
    setFormula(scratch, rows.size, 0, formula);
    rows.set(formula, rows.size);
  }
  calculator.recalculate(copy);
  const laid = new Map<string, DifferentialStyle>();
  const stopped = new Set<string>();
  for (const { key, rule, format, formula } of questions) {
    const value = scratch.cells.get(rows.get(formula) ?? -1)?.get(0)?.value ?? null;
    if (!isTrue(value) || stopped.has(key)) continue;
    // The first rule in the list has the highest priority: what it says stands.
    const before = laid.get(key);
    laid.set(key, { ...format, ...before, font: { ...format.font, ...before?.font }, borders: { ...format.borders, ...before?.borders } });
    if (rule.stopIfTrue) stopped.add(key);
  }
  return laid;
}

/** The sheet with its results as constants: only the rules have to be computed. */
function withResults(sheet: SheetModel): SheetModel {
  const cells: SheetModel['cells'] = new Map();
  for (const [row, line] of sheet.cells) {
    const copied = new Map(line);
    for (const [col, cell] of line) if (cell.formula !== null) copied.set(col, { ...cell, formula: null });
    cells.set(row, copied);
  }
  return { ...sheet, cells };
}

function questionsOf(sheet: SheetModel): readonly Question[] {
  const used = usedRect(sheet, false);
  const questions: Question[] = [];
  for (const conditional of sheet.conditionalFormats) {
    const [first] = conditional.ranges;
    const { rule } = conditional;
    if (rule.kind !== 'Custom' || first === undefined) continue;
    for (const range of conditional.ranges) {
      for (const { row, col } of cellsOf(range, used)) {
        const formula = placeFormula(moveFormula(rule.formula, row - first.row, col - first.col), sheet.name);
        questions.push({ key: `${row},${col}`, rule: conditional, format: rule.format, formula });
      }
    }
  }
  return questions;
}

function* cellsOf(range: Rect, used: Rect | null): Iterable<{ readonly row: number; readonly col: number }> {
  const small = (range.lastRow - range.row + 1) * (range.lastCol - range.col + 1) <= SMALL;
  const rect = small ? range : used === null ? null : intersect(range, used);
  if (rect === null) return;
  for (let row = rect.row; row <= rect.lastRow; row += 1) for (let col = rect.col; col <= rect.lastCol; col += 1) yield { row, col };
}

const isTrue = (value: CellValue): boolean => value === true || (typeof value === 'number' && value !== 0);
