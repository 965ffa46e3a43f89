import type { HostRefusal, TakeBackOutcome } from '../../commands/types';
import type { Translate, UiKey } from '../../locales/ui';

/** One message to the user: what happened, what to do, and the machine's own words where there are any. */
export interface Notice {
  readonly intent: 'success' | 'info' | 'warning' | 'error';
  readonly title: string;
  readonly body?: string;
  readonly detail?: string;
}

type SheetlessCode = 'cellEdit' | 'protectedWorkbook' | 'payloadTooLarge' | 'apiBelowFloor' | 'busy' | 'unknown';
type SheetCode = Exclude<HostRefusal['code'], SheetlessCode>;

/** Listed by name, so that a new code does not compile before it has its words. */
const NAMES_SHEET: Readonly<Record<SheetCode, true>> = {
  protectedSheet: true, filteredRange: true, missingSheet: true, changedSince: true, nameTaken: true, mergedRange: true, sheetsFull: true,
};

const namesSheet = (code: HostRefusal['code']): code is SheetCode => code in NAMES_SHEET;

/** Says what Excel refused, and what to do about it. */
export function refusalNotice(refusal: HostRefusal, t: Translate): Notice {
  const { code } = refusal;
  const title = namesSheet(code) ? t(`refusal.${code}`, { sheet: refusal.sheet || t('refusal.someSheet') }) : t(`refusal.${code}`);
  const advice: UiKey = `refusal.${code}.do`;
  return { intent: code === 'unknown' ? 'error' : 'warning', title, body: t(advice), ...(refusal.detail ? { detail: refusal.detail } : {}) };
}

/** A fault of our own: never silent, never blamed on the user. */
export function failureNotice(detail: string, t: Translate): Notice {
  return { intent: 'error', title: t('app.failed'), body: t('app.failedDo'), detail };
}

/** What a thrown thing says of itself; errors from another realm are no instances of this realm's Error. */
export function wordsOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}

/** At most so many places are named. */
const MOST_PLACES = 10;

/** "H12, H13, …" of sheets, cut where it grows long. */
export function placesOf(cells: readonly { readonly sheet: string; readonly address: string }[]): string {
  return cells.slice(0, MOST_PLACES).map((cell) => `${cell.sheet}!${cell.address}`).join(', ') + (cells.length > MOST_PLACES ? ', …' : '');
}

/** How a take-back ended: what came back, what was left because somebody changed it since. */
export function takenBackNotice(outcome: Exclude<TakeBackOutcome, { readonly kind: 'refused' }>, t: Translate, number: (value: number) => string): Notice {
  if (outcome.kind === 'nothingToTakeBack') return { intent: 'info', title: t('takeBack.nothing') };
  const { restored, left, removedSheets } = outcome.report;
  const kept = left.length > 0 ? t('takeBack.left', { count: number(left.length), places: placesOf(left) }) : '';
  const removed = removedSheets.length > 0 ? ` ${t('takeBack.removed', { sheets: removedSheets.map((sheet) => `“${sheet}”`).join(', ') })}` : '';
  return { intent: left.length > 0 ? 'warning' : 'success', title: t('takeBack.done', { restored: number(restored) }), body: kept + removed };
}
