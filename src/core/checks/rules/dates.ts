import { addressOf } from '../../address';
import { lastDayOf } from '../../catalogue/validity';
import type { Cell } from '../../grid';
import { periodKey, type IsoDate, type Period } from '../../period';
import { textOf } from '../../report/cell-text';
import { foldText } from '../../report/fold';
import { isDateFormat } from '../../report/numbers';
import type { Report } from '../../report/types';
import type { FindingDraft } from '../finding';
import { atCells, roleKey, type CheckContext, type Rule } from '../rule';

/**
 * Dates: of milestones, of the data period in the header, and of the whole book when it counts from 1904 (dates copied
 * out of it shift by four years). Words about a milestone are no date and are left alone.
 */
const dates: Rule = {
  code: 'V11',
  needs: [],
  *run(context) {
    yield* milestones(context);
    yield* dataPeriod(context);
    yield* countedFrom1904(context.report);
  },
};

/** A milestone is reached on a day of its year and before the end of the month that is reported. */
function* milestones(context: CheckContext): Generator<FindingDraft> {
  for (const view of context.rows) {
    if (view.indicator.target?.kind !== 'date') continue;
    for (const role of ['month', 'cumulative'] as const) {
      const cell = view.row.figures[role]?.cell ?? null;
      const date = dateIn(cell, context.report.book.date1904);
      if (cell === null || date === 'none') continue;
      const text = cell.text || textOf(cell);
      const place = { ...atCells(view, [role]), found: text, key: roleKey(view, role) };
      if (date === 'invalid') yield { code: 'V11', params: { reason: 'invalid', text }, ...place };
      else if (context.period !== null && (date < `${context.period.year}-01-01` || date > lastDayOf(context.period))) yield { code: 'V11', params: { reason: 'outsidePeriod', text }, ...place };
    }
  }
}

/** "Kỳ số liệu: 15/05/2024 – 14/06/2024" must overlap the report month. A header that is left over as a whole is K12's. */
function* dataPeriod({ report, period }: CheckContext): Generator<FindingDraft> {
  const line = dataPeriodLine(report);
  if (line === null) return;
  const stated = [...line.text.matchAll(/(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/g)].map(([, day, month, year]) => isoDate(Number(day), Number(month), Number(year)));
  const [from, to] = stated;
  if (stated.length !== 2 || from === undefined || to === undefined) return;
  const place = { cells: [line.address], found: line.text, key: 'dataPeriod' };
  if (from === null || to === null || to < from) {
    yield { code: 'V11', params: { reason: 'invalid', text: line.text }, ...place };
    return;
  }
  const touches = (month: Period): boolean => from <= lastDayOf(month) && to >= `${periodKey(month)}-01`;
  if (period === null || touches(period)) return;
  const leftOver = report.periodEvidence.some(({ value }) => value !== null && periodKey(value) !== periodKey(period) && touches(value));
  if (!leftOver) yield { code: 'V11', params: { reason: 'outsidePeriod', text: line.text }, ...place };
}

function dataPeriodLine({ grid, heading }: Report): { readonly text: string; readonly address: string } | null {
  for (let index = 0; index + grid.origin.row < heading.top && index < grid.cells.length; index += 1) {
    for (const [offset, cell] of (grid.cells[index] ?? []).entries()) {
      if (cell?.content?.kind !== 'text' || !/\d{4}/.test(cell.content.value)) continue;
      const text = textOf(cell).split(/[;\r\n]/).find((part) => foldText(part).includes('ky so lieu'));
      if (text !== undefined) return { text: text.trim(), address: addressOf(index + grid.origin.row, offset + grid.origin.column) };
    }
  }
  return null;
}

function* countedFrom1904({ grid, area, book }: Report): Generator<FindingDraft> {
  if (!book.date1904) return;
  const cells: string[] = [];
  let text = '';
  grid.cells.forEach((row, index) => {
    const at = index + grid.origin.row;
    if (at < area.top || at > area.bottom) return;
    row.forEach((cell, offset) => {
      if (cell?.content?.kind !== 'number' || cell.format === undefined || !isDateFormat(cell.format)) return;
      if (cells.length === 0) text = cell.text;
      cells.push(addressOf(at, offset + grid.origin.column));
    });
  });
  if (cells.length > 0) yield { code: 'V11', params: { reason: 'date1904', text }, cells, found: text, key: 'date1904' };
}

/** Days from the first day of each date system to 1970-01-01. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
const DAY = 86_400_000;

/** The day that a cell states: a number shown as a date, or "31/12/2024" typed as a text. */
function dateIn(cell: Cell | null, date1904: boolean): IsoDate | 'invalid' | 'none' {
  const content = cell?.content;
  if (content?.kind === 'number') {
    if (cell?.format === undefined || !isDateFormat(cell.format) || !/[dy]/i.test(cell.format)) return 'none';
    const days = Math.floor(content.value) - (date1904 ? EPOCH_1904 : EPOCH_1900);
    return Math.abs(days) > 100_000 ? 'invalid' : new Date(days * DAY).toISOString().slice(0, 10);
  }
  if (content?.kind !== 'text') return 'none';
  const match = /^\s*(?:ngày\s+)?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{2}|\d{4})\s*$/iu.exec(content.value.normalize('NFC'));
  if (match === null) return 'none';
  const [, day, month, year = ''] = match;
  return isoDate(Number(day), Number(month), year.length === 2 ? 2000 + Number(year) : Number(year)) ?? 'invalid';
}

/** null for a day that no calendar has. */
function isoDate(day: number, month: number, year: number): IsoDate | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const iso = `${periodKey({ year, month })}-${String(day).padStart(2, '0')}`;
  return iso <= lastDayOf({ year, month }) ? iso : null;
}

export const dateRules: readonly Rule[] = [dates];
