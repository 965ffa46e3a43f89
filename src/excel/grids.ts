import type { Area, Cell, CellContent, DefinedName, ExcelError, Grid } from '../core/grid';
import type { BlockContent } from './blocks';
import { isConstantText, type Scalar } from './images';

const ERRORS: readonly ExcelError[] = [
  '#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA', '#SPILL!', '#CALC!', '#FIELD!', '#BLOCKED!', '#CONNECT!', '#BUSY!',
];

/** Fonts whose letters are not what they say: TCVN3 and VNI. Only these are worth keeping. */
const LEGACY_FONT = /^(?:\.vn|vni)/i;

export interface SheetFacts {
  readonly name: string;
  readonly visibility: Grid['visibility'];
  readonly isProtected: boolean;
  /** null for an empty sheet. */
  readonly area: Area | null;
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly fontAt: (row: number, column: number) => string | undefined;
}

/** A sheet in the one shape that reading and checks know. */
export function gridOf(facts: SheetFacts, content: BlockContent | null): Grid {
  const { name, visibility, isProtected, area, merges, hiddenRows, hiddenColumns } = facts;
  const origin = { row: area?.top ?? 0, column: area?.left ?? 0 };
  const cells = content === null ? [] : content.values.map((row, r) => row.map((_, c) => cellOf(content, r, c, facts.fontAt(r, c))));
  return { name, origin, cells, merges, hiddenRows, hiddenColumns, visibility, isProtected };
}

/** A cell of a block that was read, null for a blank one. */
export function cellOf(content: BlockContent, r: number, c: number, font?: string): Cell | null {
  const at = (matrix: readonly (readonly Scalar[])[]): Scalar => matrix[r]?.[c] ?? null;
  const [value, formula, type, format] = [at(content.values), at(content.formulas), at(content.valueTypes), at(content.numberFormat)];
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && !isConstantText(formula, value, type);
  const held = contentOf(value, type);
  if (held === null && !isFormula) return null;
  const text = at(content.text);
  return {
    content: held,
    text: typeof text === 'string' ? text : '',
    ...(isFormula ? { formula } : {}),
    ...(typeof format === 'string' && format !== '' && format !== 'General' ? { format } : {}),
    ...(font !== undefined && LEGACY_FONT.test(font) ? { font } : {}),
  };
}

function contentOf(value: Scalar, type: Scalar): CellContent | null {
  if (type === 'Empty' || value === null) return null;
  if (type === 'Error') return { kind: 'error', code: ERRORS.find((code) => code === value) ?? '#UNKNOWN!' };
  switch (typeof value) {
    case 'number':
      return { kind: 'number', value };
    case 'boolean':
      return { kind: 'boolean', value };
    case 'string':
      return { kind: 'text', value };
  }
}

/** A name's formula as what it stands for: a constant's value, or the formula itself. */
export function definedName(name: string, scope: string | null, formula: string): DefinedName {
  const body = formula.startsWith('=') ? formula.slice(1).trim() : formula;
  const text = /^"((?:[^"]|"")*)"$/su.exec(body);
  if (text !== null) return { name, scope, value: (text[1] ?? '').replace(/""/g, '"') };
  if (/^(?:true|false)$/i.test(body)) return { name, scope, value: body.toLowerCase() === 'true' };
  if (body !== '' && Number.isFinite(Number(body))) return { name, scope, value: Number(body) };
  return { name, scope, value: formula };
}
