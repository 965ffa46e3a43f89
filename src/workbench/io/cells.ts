import { Note } from '@cj-tech-master/excelts';
import type { CellModel as FileCell, CellValueInputType } from './library';
import type { CellError, CellModel, CellValue, CommentModel, RichTextRun, SheetModel, TableModel } from '../model/types';
import { cellName, parseRect } from '../model/addresses';
import { holds } from '../model/rects';
import { DEFAULT_STYLE } from '../model/workbook';
import type { ReadColor } from './colors';
import { fileFormula, shownFormula } from './formulas';
import type { Worksheet } from './library';
import type { RawNote } from './parts';
import { readFont, writeFont, type FormattedStyle } from './styles';
import { serialOf } from './units';
import type { Style } from '@cj-tech-master/excelts';

export interface CellReading {
  readonly style: (style: Partial<Style> | undefined) => FormattedStyle;
  readonly color: ReadColor;
  readonly date1904: boolean;
  /** Formulas whose stored result is an empty text, by address. */
  readonly emptyTexts: ReadonlySet<string>;
}

/** A cell of the file; undefined when it holds nothing and looks like any other. */
export function readCell(cell: FileCell, sheet: Worksheet, reading: CellReading): CellModel | undefined {
  const { style, numberFormat } = reading.style(cell.style);
  const formula = formulaOf(cell, sheet);
  const content = formula === null ? cell.value : cell.result;
  const runs = richTextOf(cell);
  const stored = runs === undefined ? readValue(content ?? cell.text, reading.date1904) : runs.map(({ text }) => text).join('');
  const value = stored === null && formula !== null && reading.emptyTexts.has(cell.address) ? '' : stored;
  if (value === null && formula === null && style === DEFAULT_STYLE && numberFormat === 'General') return undefined;
  const array = cell.shareType === 'array' && cell.ref !== undefined ? parseRect(cell.ref) : null;
  const several = runs !== undefined && runs.some(({ font }) => font !== undefined);
  return {
    value, formula, numberFormat, style,
    ...(several ? { richText: runs.map(({ text, font }): RichTextRun => ({ text, font: readFont(font ?? {}, reading.color) })) } : {}),
    ...(array === null ? {} : { arrayRange: array }),
    ...(cell.hyperlink === undefined ? {} : { hyperlink: cell.hyperlink }),
  };
}

function formulaOf(cell: FileCell, sheet: Worksheet): string | null {
  const written = cell.formula ?? (cell.sharedFormula === undefined ? undefined : sheet.getCell(cell.address).formula);
  return written === undefined || written === '' ? null : shownFormula(written);
}

type Run = { readonly text: string; readonly font?: Parameters<typeof readFont>[0] };

function richTextOf({ value, richText }: FileCell): readonly Run[] | undefined {
  if (typeof value === 'object' && 'richText' in value) return value.richText;
  if (richText === undefined) return undefined;
  return Array.isArray(richText) ? richText : richText.richText;
}

function readValue(content: unknown, date1904: boolean): CellValue {
  if (typeof content === 'number' || typeof content === 'string' || typeof content === 'boolean') return content;
  if (content instanceof Date) return serialOf(content, date1904);
  if (typeof content !== 'object' || content === null) return null;
  if ('error' in content && typeof content.error === 'string') return { error: content.error };
  return 'text' in content && typeof content.text === 'string' ? content.text : null;
}

const FILE_ERRORS = ['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!', '#SPILL!', '#CALC!'] as const;

function writeError({ error }: CellError): { error: (typeof FILE_ERRORS)[number] } {
  return { error: FILE_ERRORS.find((each) => each === error) ?? '#VALUE!' };
}

/** What the library is to put into a cell. */
export function writeValue(cell: CellModel, row: number, col: number, tables: readonly TableModel[]): CellValueInputType {
  const { value, formula, richText, hyperlink, arrayRange } = cell;
  const plain = typeof value === 'object' && value !== null ? writeError(value) : value;
  if (formula !== null) {
    const result = plain ?? undefined;
    const text = fileFormula(formula, tables.find(({ range }) => holds(range, row, col))?.name);
    if (arrayRange !== undefined) {
      const ref = `${cellName(arrayRange.row, arrayRange.col)}:${cellName(arrayRange.lastRow, arrayRange.lastCol)}`;
      return { formula: text, result, shareType: 'array', ref: ref === `${cellName(row, col)}:${cellName(row, col)}` ? cellName(row, col) : ref };
    }
    return hyperlink === undefined ? { formula: text, result } : { formula: text, result, hyperlink };
  }
  const runs = richText?.map(({ text, font }) => ({ text, font: writeFont(font) }));
  if (hyperlink !== undefined) return { text: typeof value === 'string' ? value : String(value ?? ''), hyperlink, ...(runs === undefined ? {} : { richText: runs }) };
  return runs === undefined ? plain : { richText: runs };
}

/** The notes and threaded comments of a sheet. */
export function readComments(
  threaded: Worksheet['threadedComments'], notes: readonly RawNote[], persons: ReadonlyMap<string, string>, nextId: () => string,
): CommentModel[] {
  const threads = new Map<string, CommentModel>();
  for (const { ref, comment } of threaded) {
    const place = parseRect(ref);
    if (place === null) continue;
    const before = threads.get(ref);
    const text = before === undefined ? comment.text : `${before.text}\n${comment.text}`;
    threads.set(ref, { id: before?.id ?? nextId(), row: place.row, col: place.col, kind: 'comment', author: before?.author ?? persons.get(comment.personId) ?? '', text });
  }
  const old = notes.flatMap(({ cell, author, text }): CommentModel[] => {
    const place = parseRect(cell);
    return place === null || threads.has(cell) ? [] : [{ id: nextId(), row: place.row, col: place.col, kind: 'note', author, text }];
  });
  return [...old, ...threads.values()];
}

/** Writes the comments; the replies of a thread are lines of its text. */
export function writeComments(sheet: Worksheet, { comments }: SheetModel, personOf: (author: string) => string): void {
  sheet.threadedComments = [];
  for (const { kind, row, col, author, text } of comments) {
    const cell = sheet.getCell(row + 1, col + 1);
    cell.comment = new Note({ texts: [{ text }] }, author === '' ? undefined : author);
    if (kind === 'comment') sheet.threadedComments.push({ ref: cellName(row, col), comment: { personId: personOf(author), text } });
  }
}
