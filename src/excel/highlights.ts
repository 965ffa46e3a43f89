import { areaAddress } from '../core/address';
import type { Severity } from '../core/checks/finding';
import { highlightFormula, ownHighlights, queueHighlights } from './markers';
import { done, hostCodeOf, refusalOf, refused } from './refusals';
import { areaOfAddress, areasOf, type Position } from './regions';
import { inTurn, memory, run, type HostSession } from './session';
import type { HostRefusal, HostResult } from './types';

export interface Mark {
  /** "H12" or "H12:J12". */
  readonly address: string;
  readonly severity: Severity;
}

/** Excel cuts a longer list of addresses without a word. */
const LONGEST_ADDRESS = 8_000;

/** Told apart by the line below as well as by the colour. */
const LOOK: Readonly<Record<Severity, { readonly fill: string; readonly line: string; readonly style: 'Continuous' | 'Dash' | 'Dot' }>> = {
  E: { fill: '#FFD9D6', line: '#B3261E', style: 'Continuous' },
  W: { fill: '#FFF0C2', line: '#8A6100', style: 'Dash' },
  I: { fill: '#DCEBFA', line: '#2B5D8C', style: 'Dot' },
};
const GRAVEST_FIRST: readonly Severity[] = ['E', 'W', 'I'];

/**
 * Replaces the add-in's highlights of a sheet by these. One round trip when the sheet has just been read as the active
 * one, else two. The analyst's own conditional formats stay as they are.
 *
 * @returns how many cells are marked; `protectedSheet` when the sheet forbids formats, and nothing is changed then
 */
export function setHighlights(sheet: string, marks: readonly Mark[]): Promise<HostResult<{ set: number }>> {
  return inTurn(async () => {
    const known = memory().highlights.get(sheet);
    memory().highlights.delete(sheet);
    // Even a batch with nothing in it costs a round trip.
    if (known?.length === 0 && marks.length === 0) return done({ set: 0 });
    return run(async (session) => {
      try {
        if (known !== undefined) return done(await replace(session, sheet, known, marks));
      } catch (error) {
        // One of them is gone since: look again.
        if (hostCodeOf(error) !== 'ItemNotFound') return refusedOn(error, sheet);
      }
      const target = session.context.workbook.worksheets.getItem(sheet);
      const formats = queueHighlights(target);
      try {
        await session.sync();
        return done(await replace(session, sheet, ownHighlights(formats).map((format) => format.id), marks));
      } catch (error) {
        return refusedOn(error, sheet);
      }
    });
  });
}

/**
 * The same for several sheets at once, in two round trips whatever their number. A protected sheet keeps its looks and
 * does not stand in the way of the others.
 *
 * @returns how many cells are marked, and the first sheet that forbids formats
 */
export function setAllHighlights(marks: ReadonlyMap<string, readonly Mark[]>): Promise<HostResult<{ readonly set: number; readonly refused: HostRefusal | null }>> {
  return inTurn(() =>
    run(async (session) => {
      if (marks.size === 0) return done({ set: 0, refused: null });
      const { worksheets } = session.context.workbook;
      worksheets.load('items/name,items/protection/protected,items/protection/options');
      const found = [...marks].map(([sheet, wanted]) => ({ sheet, wanted, formats: queueHighlights(worksheets.getItem(sheet)) }));
      await session.sync();
      const mayFormat = (name: string): boolean => worksheets.items.some((each) => each.name === name && (!each.protection.protected || each.protection.options.allowFormatCells === true));
      const open = found.filter(({ sheet }) => mayFormat(sheet));
      const queued = open.map(({ sheet, wanted, formats }) => {
        memory().highlights.delete(sheet);
        return { sheet, ...queueReplacement(session, sheet, ownHighlights(formats).map((format) => format.id), wanted) };
      });
      if (queued.some(({ changes }) => changes)) await session.sync();
      for (const { sheet, added } of queued) memory().highlights.set(sheet, added.map((format) => format.id));
      const closed = found.find(({ sheet, wanted }) => wanted.length > 0 && !mayFormat(sheet));
      return done({ set: queued.reduce((sum, each) => sum + each.set, 0), refused: closed === undefined ? null : refused('protectedSheet', closed.sheet).refusal });
    }),
  );
}

function refusedOn(error: unknown, sheet: string): ReturnType<typeof refused> {
  const refusal = refusalOf(error, sheet);
  if (refusal === null) throw error;
  return { ok: false, refusal };
}

async function replace(session: HostSession, name: string, ids: readonly string[], marks: readonly Mark[]): Promise<{ set: number }> {
  const { added, changes, set } = queueReplacement(session, name, ids, marks);
  if (changes) await session.sync();
  memory().highlights.set(name, added.map((format) => format.id));
  return { set };
}

/** Queues the old ones' going and the new ones' coming; nothing is sent yet. */
function queueReplacement(session: HostSession, name: string, ids: readonly string[], marks: readonly Mark[]) {
  const sheet = session.context.workbook.worksheets.getItem(name);
  const existing = sheet.getRange().conditionalFormats;
  for (const id of ids) existing.getItem(id).delete();
  const cells = cellsBySeverity(marks);
  // The last one added comes first in Excel's order.
  const added = [...GRAVEST_FIRST].reverse().flatMap((severity) =>
    addressLists(cells.get(severity) ?? []).map((addresses) => {
      const format = sheet.getRanges(addresses).conditionalFormats.add('Custom');
      const { fill, line, style } = LOOK[severity];
      format.custom.rule.formula = highlightFormula(severity);
      format.custom.format.fill.color = fill;
      format.custom.format.borders.bottom.style = style;
      format.custom.format.borders.bottom.color = line;
      format.load('id');
      return format;
    }),
  );
  return { added, changes: ids.length > 0 || added.length > 0, set: [...cells.values()].reduce((sum, each) => sum + each.length, 0) };
}

/** One severity a cell: the gravest. */
function cellsBySeverity(marks: readonly Mark[]): ReadonlyMap<Severity, readonly Position[]> {
  const gravest = new Map<string, { readonly severity: Severity; readonly at: Position }>();
  for (const { address, severity } of marks) {
    const area = areaOfAddress(address);
    if (area === null) continue;
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        const key = `${row},${column}`;
        const known = gravest.get(key);
        if (known === undefined || GRAVEST_FIRST.indexOf(severity) < GRAVEST_FIRST.indexOf(known.severity)) gravest.set(key, { severity, at: { row, column } });
      }
    }
  }
  const bySeverity = new Map<Severity, Position[]>();
  for (const { severity, at } of gravest.values()) {
    const cells = bySeverity.get(severity);
    if (cells === undefined) bySeverity.set(severity, [at]);
    else cells.push(at);
  }
  return bySeverity;
}

/** Lists of addresses, each short enough for one call. */
function addressLists(cells: readonly Position[]): string[] {
  const lists: string[] = [];
  for (const area of areasOf(cells)) {
    const address = areaAddress(area.top, area.left, area.bottom, area.right);
    const open = lists.at(-1);
    if (open !== undefined && open.length + 1 + address.length <= LONGEST_ADDRESS) lists[lists.length - 1] = `${open},${address}`;
    else lists.push(address);
  }
  return lists;
}

/**
 * Removes the add-in's highlights from one sheet, or from all of them (null). Only what carries the add-in's sign goes.
 *
 * @returns how many formats were removed; a protected sheet that holds some is refused by name, after the others are done
 */
export function clearHighlights(sheet: string | null): Promise<HostResult<{ removed: number }>> {
  return inTurn(() =>
    run(async (session) => {
      const { worksheets } = session.context.workbook;
      worksheets.load('items/name,items/protection/protected,items/protection/options');
      await session.sync();
      const targets = worksheets.items.filter((each) => sheet === null || each.name.toLocaleLowerCase() === sheet.toLocaleLowerCase());
      if (targets.length === 0 && sheet !== null) return refused('missingSheet', sheet);
      const found = targets.map((target) => ({ target, formats: queueHighlights(target) }));
      await session.sync();
      const held = found.map(({ target, formats }) => ({ target, mine: ownHighlights(formats) })).filter(({ mine }) => mine.length > 0);
      const open = held.filter(({ target }) => !target.protection.protected || target.protection.options.allowFormatCells === true);
      const formats = open.flatMap(({ mine }) => mine);
      for (const format of formats) format.delete();
      if (formats.length > 0) await session.sync();
      for (const { target } of open) memory().highlights.delete(target.name);
      const closed = held.find((each) => !open.includes(each));
      return closed === undefined ? done({ removed: formats.length }) : refused('protectedSheet', closed.target.name);
    }),
  );
}
