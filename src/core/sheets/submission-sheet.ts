import type { CatalogueIndex } from '../catalogue/types';
import type { Submission } from '../deadlines/types';
import { extentOf, type Grid } from '../grid';
import type { Period } from '../period';
import { changedBlocks, type CellWrite } from './diff';
import { homeOf } from './home';
import { SHEETS, TABLES } from './names';
import type { SheetPlan } from './plan';
import { tableSheetPlan } from './plan-sheet';
import { dateOfText, serialOf } from './serial';
import { MATRIX_HEAD, matrixFormats, matrixHead, matrixRows, matrixStyles, matrixTable, monthHeader } from './submission-matrix';
import { RECEIVED_ON, submissionTable } from './submission-table';
import { ours, planTable, type StoredTable, type TablePart } from './table';

export interface SubmissionSheetInput {
  readonly index: CatalogueIndex;
  readonly submissions: readonly Submission[];
  readonly period: Period;
  readonly stored: (name: string) => StoredTable | null;
  readonly existing: readonly Grid[];
}

/**
 * "Theo dõi nộp": the matrix unit × month, and beside it the table that it reads, which alone is typed into. In a sheet
 * that has the table already the matrix comes to the right of everything that stands there.
 */
export function planSubmissionSheet({ index, submissions, period, stored, existing }: SubmissionSheetInput): SheetPlan {
  const spec = submissionTable(index);
  const matrixSpec = matrixTable(index);
  // A table of that name without our headings is somebody else's: ours is planned anew, and Excel refuses the taken name.
  const table = ours(stored(TABLES.submissions), spec.keyHeaders);
  const matrix = ours(stored(TABLES.submissionMatrix), matrixSpec.keyHeaders);
  const home = homeOf(SHEETS.submissions, table ?? matrix, existing);
  const free = home.grid === null ? 0 : extentOf(home.grid).columns + 1;
  const planned = (left: number): TablePart => planTable(spec, submissions, table, { row: MATRIX_HEAD, column: left });
  const matrixPlanned = (left: number): TablePart => planTable(matrixSpec, matrixRows(submissions, period), matrix, { row: Math.max(MATRIX_HEAD, table?.area.top ?? 0), column: left });

  // Beside a table that stands, the matrix gives way to the columns that the table still lacks; in a new sheet it comes first.
  const [part, matrixPart] = table
    ? ((): readonly [TablePart, TablePart] => { const first = planned(0); return [first, matrixPlanned(Math.max(free, first.area.right + 2))]; })()
    : ((): readonly [TablePart, TablePart] => { const first = matrixPlanned(free); return [planned(Math.max(free, first.area.right + 2)), first]; })();
  // A matrix that the analysts moved to another sheet is left as it is there.
  const hasMatrix = matrix === null || matrix.sheet === home.sheet;
  const monthColumn = (month: number): number | null => (matrix ? matrix.columnOf(monthHeader(month)) : matrixPart.area.left + 2 + month);
  const head = hasMatrix ? matrixHead(matrixPart, monthColumn) : [];
  const parts = hasMatrix ? [matrixPart, part] : [part];
  const plan = tableSheetPlan(home.sheet, home.grid, parts, { tabColor: '#6B4E00', frozenColumns: 0 });
  return {
    ...plan,
    blocks: [...changedBlocks([...head, ...typedAsText(table)], home.grid), ...plan.blocks],
    styles: matrix ? plan.styles : [...plan.styles, ...matrixStyles(matrixPart)],
    conditionalFormats: matrix ? [] : matrixFormats(matrixPart, monthColumn),
    print: plan.print && { ...plan.print, area: { ...matrixPart.area, top: 0 }, margin: 30 },
  };
}

/** Dates of receipt that were typed or pasted as text become dates: formulas cannot tell texts apart from nothing. */
function typedAsText(table: StoredTable | null): readonly CellWrite[] {
  const column = table?.columnOf(RECEIVED_ON) ?? null;
  return (table?.rows ?? []).flatMap((row): CellWrite[] => {
    const content = row.at(RECEIVED_ON)?.content;
    const date = content?.kind === 'text' ? dateOfText(content.value) : null;
    return column === null || date === null ? [] : [{ row: row.row, column, value: serialOf(date) }];
  });
}
