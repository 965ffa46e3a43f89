import type { Cell } from '../grid';
import type { IsoDate } from '../period';

const DAY = 86_400_000;
/** Excel's day 0 in the 1900 system, its false leap day counted in. */
const EPOCH = Date.UTC(1899, 11, 30);

/** "2024-06-17" → 45460. */
export function serialOf(date: IsoDate): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - EPOCH) / DAY);
}

/** 45460 → "2024-06-17"; null outside of the years 1900 to 2199. */
export function dateOfSerial(serial: number): IsoDate | null {
  if (!Number.isFinite(serial) || serial < 1 || serial > 109_574) return null;
  return new Date(EPOCH + Math.floor(serial) * DAY).toISOString().slice(0, 10);
}

/** "2024-06-17" → "17/06/2024", as dates are written as text. */
export function dayFirst(date: IsoDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${month}/${year}`;
}

/** "17/6/2024", "17-06-2024" or "2024-06-17" → "2024-06-17"; null for what is no day of the calendar. */
export function dateOfText(text: string): IsoDate | null {
  const match = /^(?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{2})-(\d{2}))$/.exec(text.trim());
  if (!match) return null;
  const [year, month, day] = [match[3] ?? match[4], match[2] ?? match[5], match[1] ?? match[6]].map(Number);
  if (!year || !month || !day) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

/** The date that a cell holds as a serial or as text, null for none. */
export function dateOfCell(cell: Cell | null): IsoDate | null {
  const content = cell?.content;
  if (content?.kind === 'number') return dateOfSerial(content.value);
  return content?.kind === 'text' ? dateOfText(content.value) : null;
}
