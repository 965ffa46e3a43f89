import type { SheetModel } from '../model/types';
import type { Json } from './objects';

/** Excel's numbers for its events, as the client registers them. */
export const EVENT = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  nameChanged: 25,
} as const;

export type EventName = keyof typeof EVENT;

/** The document's own selection event: the client never registers it with the host. */
const DOCUMENT_SELECTION = 2;

/** The target id of events of the whole workbook. */
export const WORKBOOK = 'Workbook';

/** [category, event, target, arguments as JSON, id]: the form in which the client takes events. */
export type EventEntry = readonly [number, number, string, string, number];

export interface EventBook {
  enabled: boolean;
  readonly registered: Set<string>;
  queue: EventEntry[];
  nextId: number;
}

export function createEventBook(): EventBook {
  return { enabled: true, registered: new Set(), queue: [], nextId: 1 };
}

const key = (event: EventName, target: string): string => `${event} ${target}`;

export function register(book: EventBook, event: EventName, target: string): void {
  book.registered.add(key(event, target));
}

export function unregister(book: EventBook, event: EventName, target: string): void {
  book.registered.delete(key(event, target));
}

/** Queues an event of a sheet for those who registered, on the sheet or on the collection of sheets. */
export function emit(book: EventBook, event: EventName, sheet: SheetModel, details: Readonly<Record<string, Json>> = {}): void {
  if (!book.enabled) return;
  const message = JSON.stringify({ worksheetId: sheet.id, source: 'Local', ...details });
  for (const target of [sheet.id, WORKBOOK]) {
    if (!book.registered.has(key(event, target))) continue;
    book.queue.push([65536, EVENT[event], target, message, book.nextId]);
    book.nextId += 1;
  }
  if (event !== 'selectionChanged') return;
  book.queue.push([65536, DOCUMENT_SELECTION, '', '{}', book.nextId]);
  book.nextId += 1;
}
