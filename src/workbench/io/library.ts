import type { Cell, Workbook, Worksheet } from '@cj-tech-master/excelts';

export type { Workbook, Worksheet };
/** A cell as the file library keeps it, before it makes dates, links and runs of text into objects. */
export type CellModel = Cell['model'];
/** What the file library takes as a cell's new content. */
export type CellValueInputType = Parameters<(value: Cell['value']) => void>[0] | CellFormulaLink;

interface CellFormulaLink {
  readonly formula: string;
  readonly result?: Cell['result'];
  readonly hyperlink: string;
}
