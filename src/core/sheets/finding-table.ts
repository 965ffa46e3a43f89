import type { CatalogueIndex } from '../catalogue/types';
import type { Finding } from '../checks/finding';
import { boundText } from '../memory/bound';
import type { Covers, LoggedPlace } from '../memory/looked';
import type { Explanation, LoggedFinding } from '../memory/types';
import { periodKey } from '../period';
import { FINDING, NEW, RESOLVED, STILL } from './finding-words';
import { handlingCells, type Handling } from './handling';
import { TABLES } from './names';
import { dateOfCell, serialOf } from './serial';
import { textOf, type StoredRow, type StoredTable, type TableColumn, type TableSpec } from './table';
import { SEVERITY_WORDS } from './words';

export { FINDING, NEW, RESOLVED, STILL } from './finding-words';

export type Render = (finding: Finding) => { readonly message: string; readonly hint: string };

/** One row of KiemTra: a finding with what the earlier runs knew of it. */
export interface FindingRow {
  readonly finding: Finding;
  readonly message: string;
  readonly hint: string;
  readonly state: typeof NEW | typeof STILL;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** To what its explanation is bound; null where there is none. */
  readonly boundTo: string | null;
  readonly handled: ReturnType<typeof handlingCells>;
}

export interface FindingRowsInput {
  readonly findings: readonly Finding[];
  readonly stored: StoredTable | null;
  /** Where this run looked: what is no longer found there is gone. */
  readonly covers: Covers;
  readonly handlings?: ReadonlyMap<string, Handling>;
  /** Whether this run changes something else in the workbook: figures, the catalogue. */
  readonly changesElsewhere?: boolean;
  readonly now: string;
  readonly render: Render;
}

export interface FindingRows {
  readonly rows: readonly FindingRow[];
  /** What becomes of rows that this run found nothing for. */
  readonly retire: NonNullable<TableSpec<FindingRow>['retire']>;
}

/**
 * Findings as rows. "mới" is what the latest run that changed anything found for the first time. Rows turn from "mới"
 * into "còn" together with some other change and never by themselves: else running the same inputs again would rewrite
 * the table, although nothing is different. "Thay đổi lần cuối" moves with what a row says, not with that turn.
 */
export function findingRows({ findings, stored, covers, handlings, changesElsewhere = false, now, render }: FindingRowsInput): FindingRows {
  const known = new Map((stored?.rows ?? []).map((row) => [textOf(row.at(FINDING.fingerprint)), row]));
  const drafts = new Map<string, { readonly draft: Omit<FindingRow, 'state' | 'lastSeen'>; readonly before: StoredRow | null; readonly isSaid: boolean }>();
  for (const finding of findings) {
    const { fingerprint } = finding;
    if (drafts.has(fingerprint)) continue;
    const before = known.get(fingerprint);
    const firstSeen = (before && textOf(before.at(FINDING.firstSeen))) || now;
    const draft = { finding, ...render(finding), firstSeen, boundTo: before ? boundIn(before) : null, handled: handledIn(before, handlings?.get(fingerprint) ?? null) };
    // A row that is gone comes back as a new one, whatever it says.
    const open = before !== undefined && isOpen(before) ? before : null;
    drafts.set(fingerprint, { draft, before: open, isSaid: open !== null && !differs(draft, open) });
  }
  const isGone = (row: StoredRow): boolean => !drafts.has(textOf(row.at(FINDING.fingerprint))) && isOpen(row) && covers(placeOf(row));
  const changes =
    changesElsewhere ||
    [...drafts.values()].some(({ isSaid }) => !isSaid) ||
    (stored?.rows ?? []).some((row) => textOf(row.at(FINDING.fingerprint)) !== '' && isGone(row));
  const rows = [...drafts.values()].map(({ draft, before, isSaid }): FindingRow => {
    if (before === null) return { ...draft, state: NEW, lastSeen: now };
    const state = textOf(before.at(FINDING.state)) === NEW && !changes ? NEW : STILL;
    return { ...draft, state, lastSeen: isSaid ? textOf(before.at(FINDING.lastSeen)) || now : now };
  });
  return {
    rows,
    retire: (row) => {
      if (isGone(row)) return { [FINDING.state]: RESOLVED };
      return changes && textOf(row.at(FINDING.state)) === NEW ? { [FINDING.state]: STILL } : null;
    },
  };
}

const isOpen = (row: StoredRow): boolean => textOf(row.at(FINDING.state)) !== RESOLVED;

function placeOf(row: StoredRow): LoggedPlace {
  const text = (header: string): string => textOf(row.at(header));
  return { code: text(FINDING.code), unit: text(FINDING.unit), period: text(FINDING.period), file: text(FINDING.file), sheet: text(FINDING.sheet) };
}

function differs(row: Omit<FindingRow, 'state' | 'lastSeen'>, before: StoredRow): boolean {
  const { finding, message, handled } = row;
  return (
    [[FINDING.message, message], [FINDING.found, finding.found], [FINDING.cells, finding.cells.join(', ')], [FINDING.handling, handled.handling]] as const
  ).some(([header, text]) => {
    const stood = textOf(before.at(header));
    return stood !== String(text ?? '') && boundText(stood) !== boundText(text);
  });
}

/**
 * An explanation typed into the sheet names no value: it is bound to what the last run found, which is what the analyst
 * had before him.
 */
function boundIn(row: StoredRow): string | null {
  if (textOf(row.at(FINDING.reason)) === '') return null;
  return boundText(textOf(row.at(FINDING.boundTo)) || textOf(row.at(FINDING.found)));
}

/** What the analyst wrote there by hand, without a figure behind it, stays as it is. */
function handledIn(before: StoredRow | undefined, handling: Handling | null): FindingRow['handled'] {
  const cells = handlingCells(handling);
  if (handling !== null || !before || textOf(before.at(FINDING.figure)) !== '' || textOf(before.at(FINDING.taken)) !== '') return cells;
  return { ...cells, handling: textOf(before.at(FINDING.handling)) || null };
}

/** What the table keeps of one finding; null for a row without a fingerprint. */
export function loggedFinding(row: StoredRow): LoggedFinding | null {
  const text = (header: string): string => textOf(row.at(header));
  const fingerprint = text(FINDING.fingerprint);
  if (fingerprint === '') return null;
  const boundTo = boundIn(row);
  return {
    ...placeOf(row), fingerprint, state: text(FINDING.state), cells: text(FINDING.cells), message: text(FINDING.message), firstSeen: text(FINDING.firstSeen),
    explanation: boundTo === null ? null : { reason: text(FINDING.reason), by: text(FINDING.explainedBy), on: dateOfCell(row.at(FINDING.explainedOn)) ?? text(FINDING.explainedOn), boundTo },
  };
}

/** KiemTra. With `explanation` the rows are written with it; without, what stands in those columns is the analyst's. */
export function findingTable(index: CatalogueIndex, retire: FindingRows['retire'], explanation: Explanation | null = null): TableSpec<FindingRow> {
  const explained = (header: string, width: number, value: string | number | null, rest: Partial<TableColumn<FindingRow>> = {}): TableColumn<FindingRow> =>
    explanation === null ? { header, width, initial: null, ...rest } : { header, width, cell: () => value, ...rest };
  return {
    name: TABLES.findings,
    columns: [
      { header: FINDING.severity, width: 10, cell: ({ finding }) => SEVERITY_WORDS[finding.severity] },
      { header: FINDING.code, width: 9, cell: ({ finding }) => finding.code },
      { header: FINDING.state, width: 10, cell: (row) => row.state },
      { header: FINDING.period, width: 9, cell: ({ finding }) => (finding.period ? periodKey(finding.period) : null) },
      { header: FINDING.unit, width: 10, cell: ({ finding }) => finding.unit },
      { header: 'Đơn vị', width: 24, cell: ({ finding }) => (finding.unit === null ? null : index.unit(finding.unit)?.name ?? finding.unit) },
      { header: FINDING.indicator, width: 10, cell: ({ finding }) => finding.indicator },
      { header: FINDING.message, width: 60, wrap: true, cell: (row) => row.message },
      { header: FINDING.hint, width: 48, wrap: true, cell: (row) => row.hint },
      { header: FINDING.found, width: 16, cell: ({ finding }) => finding.found },
      { header: FINDING.expected, width: 16, cell: ({ finding }) => finding.expected },
      { header: FINDING.file, width: 28, cell: ({ finding }) => finding.file },
      { header: FINDING.sheet, width: 14, cell: ({ finding }) => finding.sheet },
      { header: FINDING.cells, width: 12, cell: ({ finding }) => finding.cells.join(', ') },
      { header: FINDING.handling, width: 24, wrap: true, cell: (row) => row.handled.handling },
      { header: FINDING.taken, width: 16, cell: (row) => row.handled.taken },
      explained(FINDING.reason, 36, explanation?.reason ?? null, { wrap: true }),
      explained(FINDING.explainedBy, 18, explanation?.by ?? null),
      explained(FINDING.explainedOn, 14, explanation === null ? null : serialOf(explanation.on), { format: 'dd/mm/yyyy' }),
      { header: FINDING.boundTo, width: 18, cell: (row) => explanation?.boundTo ?? row.boundTo },
      { header: FINDING.firstSeen, width: 20, cell: (row) => row.firstSeen },
      { header: FINDING.lastSeen, width: 20, cell: (row) => row.lastSeen },
      { header: FINDING.figure, width: 14, cell: (row) => row.handled.figure },
      { header: FINDING.handledAt, width: 16, cell: (row) => row.handled.handledAt },
      { header: FINDING.fingerprint, width: 18, cell: ({ finding }) => finding.fingerprint },
    ],
    keyHeaders: [FINDING.fingerprint],
    keyOf: ({ finding }) => finding.fingerprint,
    keyOfStored: (stored) => textOf(stored.at(FINDING.fingerprint)) || null,
    retire,
  };
}
