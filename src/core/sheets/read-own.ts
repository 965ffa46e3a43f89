import { programme2024 } from '../catalogue/programme2024';
import type { Catalogue } from '../catalogue/types';
import type { Decision, Fact } from '../consolidation/types';
import type { StoredSubmission } from '../deadlines/types';
import { cellAt, type DefinedName, type Grid, type TableArea } from '../grid';
import type { LoggedFinding } from '../memory/types';
import type { IsoDate, Period } from '../period';
import { FACT, storedPeriod } from './fact-table';
import { FINDING, loggedFinding } from './finding-table';
import { storedChoice, storedDecision, type FileChoice } from './handling';
import { SHEETS, TABLES } from './names';
import { storedObstacles, type Obstacle } from './obstacle-table';
import { readCatalogue, type OwnFault } from './read-catalogue';
import { readFacts } from './read-facts';
import { dateOfCell } from './serial';
import { RECEIVED_ON, storedSubmission } from './submission-table';
import { periodOfSheet, yearOfSheet } from './summary';
import { findSummaryLayout } from './summary-columns';
import { findStored, ours, textOf } from './table';

export type { OwnFault } from './read-catalogue';

/** Everything that the add-in's own sheets hold: the memory of the workbook. */
export interface OwnSheets {
  readonly catalogue: Catalogue;
  readonly faults: readonly OwnFault[];
  readonly facts: readonly Fact[];
  /** When a unit's report came in, as typed by the analyst. */
  readonly receipts: readonly { readonly unit: string; readonly period: Period; readonly receivedOn: IsoDate }[];
  /** What earlier runs wrote down about each unit's reports. */
  readonly submitted: readonly StoredSubmission[];
  readonly reportPeriod: Period | null;
  /** The analyst's notes of Tổng hợp, by indicator. */
  readonly notes: ReadonlyMap<string, string>;
  readonly findings: readonly LoggedFinding[];
  /** What the analyst decided about held figures in earlier sessions, and the files chosen where a unit sent several. */
  readonly decisions: readonly Decision[];
  readonly fileChoices: readonly FileChoice[];
  /** Whether there is a table KiemTra to record runs in. */
  readonly hasLog: boolean;
  readonly obstacles: readonly Obstacle[];
  readonly names: readonly DefinedName[];
  /** Whether the workbook has been consolidated into before. */
  readonly exists: boolean;
}

export interface OwnSheetsInput {
  readonly grids: readonly Grid[];
  readonly tables: readonly TableArea[];
  readonly names: readonly DefinedName[];
}

/** Reads back what the plans wrote. A workbook without these sheets gives the 2024 programme and nothing else. */
export function readOwnSheets({ grids, tables, names }: OwnSheetsInput): OwnSheets {
  const stored = (name: string) => findStored(name, tables, grids);
  const { catalogue, faults } = readCatalogue(programme2024(), tables, grids);
  const facts = readFacts(stored(TABLES.facts));
  const summary = summaryGrid(grids);
  const year = (summary && yearOfSheet(summary, names)) ?? catalogue.year;
  const findings = ours(stored(TABLES.findings), [FINDING.fingerprint]);
  const log = findings?.rows ?? [];
  return {
    catalogue: year === catalogue.year ? catalogue : { ...catalogue, year, tasks: [] },
    faults: [...faults, ...facts.faults],
    facts: facts.facts,
    receipts: (stored(TABLES.submissions)?.rows ?? []).flatMap((row) => {
      const unit = textOf(row.at(FACT.unit));
      const period = storedPeriod(row);
      const receivedOn = dateOfCell(row.at(RECEIVED_ON));
      return unit && period && receivedOn ? [{ unit, period, receivedOn }] : [];
    }),
    submitted: (stored(TABLES.submissions)?.rows ?? []).flatMap((row) => storedSubmission(row) ?? []),
    reportPeriod: summary ? periodOfSheet(summary, names) : null,
    notes: summary ? notesOf(summary) : new Map(),
    findings: log.flatMap((row) => loggedFinding(row) ?? []),
    decisions: log.flatMap((row) => storedDecision(row) ?? []),
    fileChoices: log.flatMap((row) => storedChoice(row) ?? []),
    hasLog: findings !== null,
    obstacles: storedObstacles(stored(TABLES.obstacles)),
    names,
    exists: stored(TABLES.facts) !== null,
  };
}

/** Tổng hợp, under its own name or the one it was given because the name was taken. */
export function summaryGrid(grids: readonly Grid[]): Grid | null {
  return grids.find((grid) => grid.name.startsWith(SHEETS.summary) && findSummaryLayout(grid) !== null) ?? null;
}

function notesOf(grid: Grid): ReadonlyMap<string, string> {
  const layout = findSummaryLayout(grid);
  const column = layout?.columns.get('note');
  const notes = new Map<string, string>();
  if (!layout || column === undefined) return notes;
  for (const [code, row] of layout.rows) {
    const text = textOf(cellAt(grid, row, column));
    if (text !== '') notes.set(code, text);
  }
  return notes;
}
