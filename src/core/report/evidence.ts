import { addressOf, positionOf } from '../address';
import { cellAt, extentOf, type Book, type Grid } from '../grid';
import { parsePeriod, type Period } from '../period';
import { textOf } from './cell-text';
import { cleanText, foldText } from './fold';
import { isMeasure } from './measure';
import { monthInFileName, monthInTitle, monthOfDataPeriod, periodFrom, type StatedMonth } from './period-text';
import type { Evidence, Level, Statement } from './types';
import type { UnitNames } from './unit-names';

/** Who and when a sheet is, by everything that says so, the most binding first. */
export interface SheetEvidence {
  readonly unit: readonly Evidence<string>[];
  readonly period: readonly Evidence<Period>[];
  readonly level: Level | null;
  /** What stands behind "Mức độ:", null for nothing. */
  readonly levelText: Statement | null;
  readonly formVersion: string | null;
  readonly isStandardForm: boolean;
}

interface Line {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** The header block is above the heading; a sheet without a heading is searched this far. */
const HEADER_ROWS = 15;

/**
 * Collects what defined names, header block and file name say. A sheet of the open workbook has no file name of its
 * own: there the sheet's name speaks, and only when nothing else does.
 */
export function evidenceOf(grid: Grid, book: Book, headingTop: number | null, kind: 'file' | 'sheet', names: UnitNames): SheetEvidence {
  const lines = linesOf(grid, headingTop ?? HEADER_ROWS);
  const unitName = definedName(book, grid, 'CT_DonVi');
  const periodName = definedName(book, grid, 'CT_Ky');
  const formVersion = definedName(book, grid, 'CT_PhienBan');

  const unit = [...namedUnit(unitName, names), ...headerUnits(lines, names)];
  const title = titlePeriods(lines);
  const fileMonth = kind === 'file' ? monthInFileName(book.file) : null;
  const year = title.find((each) => each.month.year !== null)?.month.year ?? yearIn(lines) ?? fileMonth?.year ?? null;
  const period: Evidence<Period>[] = [];
  if (periodName !== null) period.push({ from: 'definedName', value: parsePeriod(periodName), text: periodName, address: '' });
  for (const { month, line } of title) period.push(inHeader(periodFrom(month, year), line));

  if (kind === 'file') {
    unit.push(...fileUnit(book.file, names));
    if (fileMonth !== null) period.push({ from: 'fileName', value: periodFrom(fileMonth, year), text: book.file, address: '' });
  } else {
    if (unit.length === 0) unit.push(...sheetUnit(grid.name, names));
    const month = period.length === 0 ? monthInFileName(grid.name) : null;
    if (month !== null) period.push({ from: 'fileName', value: periodFrom(month, year), text: grid.name, address: '' });
  }
  const levelText = levelStated(lines);
  return { unit, period, level: levelIn(lines) ?? levelOf(levelText?.text ?? ''), levelText, formVersion, isStandardForm: unitName !== null && periodName !== null };
}

/** The first statement that names something known. */
export function decided<T>(evidence: readonly Evidence<T>[]): T | null {
  return evidence.find((each) => each.value !== null)?.value ?? null;
}

/** The sheet's own name before the workbook's; a name that refers to a cell is followed. */
function definedName(book: Book, grid: Grid, name: string): string | null {
  const all = book.names.filter((each) => each.name.toLowerCase() === name.toLowerCase());
  const found = all.find((each) => each.scope === grid.name) ?? all.find((each) => each.scope === null);
  if (!found) return null;
  const text = typeof found.value === 'string' ? cleanText(found.value) : String(found.value);
  const constant = /^="(.*)"$/.exec(text)?.[1];
  if (constant !== undefined) return cleanText(constant);
  const reference = /^='?(.+?)'?!(\$?[A-Za-z]{1,3}\$?[0-9]+)$/.exec(text);
  if (!reference?.[1] || !reference[2]) return text === '' ? null : text;
  const sheetName = reference[1].replace(/''/g, "'");
  const target = book.grids.find((each) => each.name === sheetName);
  const position = positionOf(reference[2]);
  const value = target && position ? textOf(cellAt(target, position.row, position.column)) : '';
  return value === '' ? null : value;
}

function linesOf(grid: Grid, headingTop: number): readonly Line[] {
  const extent = extentOf(grid);
  const lines: Line[] = [];
  for (let row = grid.origin.row; row < Math.min(headingTop, extent.rows); row += 1) {
    for (let column = grid.origin.column; column < Math.min(extent.columns, 60); column += 1) {
      // One merged cell often holds the agency, the unit and the number of the letter, a line each.
      for (const part of textOf(cellAt(grid, row, column)).split(/[\r\n]+/)) {
        const text = part.trim();
        if (text !== '') lines.push({ text, row, column });
      }
    }
  }
  return lines;
}

function inHeader<T>(value: T | null, line: Line): Evidence<T> {
  return { from: 'header', value, text: line.text, address: addressOf(line.row, line.column) };
}

function namedUnit(text: string | null, names: UnitNames): Evidence<string>[] {
  return text === null ? [] : [{ from: 'definedName', value: names.named(text), text, address: '' }];
}

/** Names of agencies begin with one of these; other lines of the header block are no statement about the unit. */
const AGENCY = /^(ubnd|uy ban|so|ban|cuc|chi cuc|cong ty|tong cong ty|truong|dai|thanh tra|cong an|kho bac|bao hiem|ngan hang|bo chi huy|van phong|huyen|thi xa|thanh pho)\b/;
const PARENT = /^(ubnd|uy ban nhan dan) tinh\b/;

/** "Đơn vị báo cáo: Sở Công Thương (SCT)", else the unit's line in the upper left. */
function headerUnits(lines: readonly Line[], names: UnitNames): Evidence<string>[] {
  for (const line of lines) {
    const label = /^(?:tên )?đơn vị(?: báo cáo| gửi| lập)?(?: báo cáo)?\s*:\s*(.*)$/iu.exec(line.text);
    if (label === null) continue;
    const stated = label[1] || lines.find((each) => each.row === line.row && each.column > line.column)?.text;
    // "Đơn vị: tỷ đồng" is the table's caption.
    if (stated === undefined || isMeasure(stated)) continue;
    const coded = /^(.*?)\s*\(([^()]+)\)\s*$/u.exec(stated);
    const value = (coded?.[2] === undefined ? null : names.named(coded[2])) ?? names.named(coded?.[1] ?? stated) ?? names.named(stated);
    return [inHeader(value, { ...line, text: stated })];
  }
  const own = withoutRecipients(lines);
  const known = own.map((line) => ({ line, code: names.named(line.text) ?? names.named(withoutParent(line.text)) })).find((each) => each.code !== null);
  if (known) return [inHeader(known.code, known.line)];
  const unknown = own.find((line) => AGENCY.test(foldText(line.text)) && !PARENT.test(foldText(line.text)) && line.text.length <= 80);
  return unknown ? [inHeader<string>(null, unknown)] : [];
}

/** "UBND TỈNH KHÁNH HÒA - SỞ CÔNG THƯƠNG" in one line; '' when nothing stands behind the parent. */
function withoutParent(text: string): string {
  return /^(?:ubnd|uy ban nhan dan) tinh(?: khanh hoa)?\s*[-:,;]\s*(.+)$/.exec(foldText(text))?.[1] ?? '';
}

/** Whoever a report is sent to does not send it: "Kính gửi: …" and what stands beside or right below it. */
function withoutRecipients(lines: readonly Line[]): readonly Line[] {
  const sent = lines.filter((line) => /^(kinh gui|noi nhan)\b/.test(foldText(line.text)));
  if (sent.length === 0) return lines;
  return lines.filter((line) => !sent.some((each) => line.row === each.row || (line.row === each.row + 1 && line.column >= each.column)));
}

/** Every month that the header states, in reading order, each once; the data period only when nothing else says it. */
function titlePeriods(lines: readonly Line[]): readonly { readonly month: StatedMonth; readonly line: Line }[] {
  const found = lines.flatMap((line) => {
    const month = monthInTitle(line.text);
    return month === null ? [] : [{ month, line }];
  });
  const first = found.filter(({ month }, index) => found.findIndex((each) => each.month.month === month.month && each.month.year === month.year) === index);
  if (first.length > 0) return first;
  return lines.flatMap((line) => {
    const month = monthOfDataPeriod(line.text);
    return month === null ? [] : [{ month, line }];
  });
}

function yearIn(lines: readonly Line[]): number | null {
  for (const line of lines) {
    const year = /\bnam (20\d{2})\b/.exec(foldText(line.text))?.[1];
    if (year !== undefined) return Number(year);
  }
  return null;
}

function fileUnit(file: string, names: UnitNames): Evidence<string>[] {
  const stem = cleanText(file).replace(/\.[A-Za-z]{2,5}$/, '');
  const code = names.within(stem);
  if (code !== null) return [{ from: 'fileName', value: code, text: file, address: '' }];
  // "ABC_2024-06" claims a unit that nobody knows.
  const claimed = /^([A-Z]{2,10})_20\d{2}-\d{2}$/.test(stem);
  return claimed ? [{ from: 'fileName', value: null, text: file, address: '' }] : [];
}

function sheetUnit(sheet: string, names: UnitNames): Evidence<string>[] {
  const code = names.named(sheet.replace(/[_ ]20\d{2}[-_]\d{2}$/, ''));
  return code === null ? [] : [{ from: 'fileName', value: code, text: sheet, address: '' }];
}

const LEVEL_OF: Readonly<Record<string, Level>> = { 'uoc tinh': 'estimate', 'uoc thuc hien': 'estimate', uoc: 'estimate', 'so bo': 'preliminary', 'chinh thuc': 'official' };
const LEVEL_WORDS = /(?<![a-z])(?:uoc tinh|uoc thuc hien|so bo|chinh thuc)(?![a-z])/g;

/** "Mức độ: ước tính". */
function levelIn(lines: readonly Line[]): Level | null {
  for (const line of lines) {
    const stated = /\bmuc do\s*:?\s*(.+)$/.exec(foldText(line.text))?.[1];
    const level = stated === undefined ? null : levelOf(stated);
    if (level !== null) return level;
  }
  return null;
}

/**
 * A statement that begins with one word of the list ("số liệu ước tính tháng 6") and holds no other one: the whole list
 * left standing is no choice. "ước" stands for itself only alone, and a word that is merely near one is none (V10).
 */
function levelOf(text: string): Level | null {
  const [stated = ''] = foldText(text).split(/[;(]/);
  const words = stated.replace(/[\s.,:]+$/, '').replace(/^so(?: lieu)? (?!bo(?![a-z]))/, '');
  const [first, second] = [...words.matchAll(LEVEL_WORDS)];
  if (second === undefined && first?.index === 0) return LEVEL_OF[first[0]] ?? null;
  return LEVEL_OF[words] ?? null;
}

/** What stands behind "Mức độ:", in the same cell or in the next one that holds something; dots to write on are nothing. */
function levelStated(lines: readonly Line[]): Statement | null {
  for (const line of lines) {
    const behind = /mức độ\s*:\s*([^;]*)/iu.exec(line.text)?.[1];
    if (behind === undefined) continue;
    const own = behind.trim() !== '';
    const place = own ? line : lines.find((each) => each.row === line.row && each.column > line.column);
    if (place === undefined) continue;
    const text = own ? behind.trim() : place.text;
    if (/[\p{L}\d]/u.test(text)) return { text, address: addressOf(place.row, place.column) };
  }
  return null;
}
