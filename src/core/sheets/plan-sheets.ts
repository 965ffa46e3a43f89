import { groupTitle } from '../catalogue/groups';
import type { Catalogue, CatalogueIndex } from '../catalogue/types';
import type { Finding } from '../checks/finding';
import type { CheckedReport, Consolidation, Decision } from '../consolidation/types';
import type { Submission } from '../deadlines/types';
import type { Grid, TableArea } from '../grid';
import { coveredByMonth } from '../memory/looked';
import type { Assessment } from '../targets/types';
import { planFrozenNow } from '../year/plan-close';
import { planCharts } from './charts';
import { factTable } from './fact-table';
import { FINDING, findingRows, findingTable, type Render } from './finding-table';
import { handlingsOf } from './handling';
import { freeName, homeOf } from './home';
import { SHEETS, TABLES } from './names';
import { obstaclesOf, obstacleTable } from './obstacle-table';
import type { SheetPlan } from './plan';
import { planCatalogueSheet } from './plan-catalogue';
import { changesAnything, tableSheetPlan } from './plan-sheet';
import { summaryGrid, type OwnSheets } from './read-own';
import { planSubmissionSheet } from './submission-sheet';
import { planSummary } from './summary';
import { planTaskSheet, TASK } from './task-table';
import { findStored, ours, planTable, type StoredTable, type TableSpec } from './table';

export interface PlanInput {
  readonly catalogue: Catalogue;
  readonly index: CatalogueIndex;
  readonly consolidation: Consolidation;
  readonly assessments: readonly Assessment[];
  readonly submissions: readonly Submission[];
  /** All findings of all inputs and of the consolidation. */
  readonly findings: readonly Finding[];
  /** Reports that were used, this month's and earlier ones. */
  readonly reports: readonly CheckedReport[];
  /** What the analyst decided about held figures, in this run and before. */
  readonly decisions?: readonly Decision[];
  readonly own: OwnSheets;
  /** The sheets of the open workbook as they stand. */
  readonly existing: readonly Grid[];
  readonly tables: readonly TableArea[];
  /** ISO 8601 with zone; stamped into rows that are new. */
  readonly now: string;
  readonly render: Render;
}

/**
 * What the workbook should hold after this consolidation, as plans of just the cells that change; none when nothing
 * does. The province's table comes along whenever anything is written, so that its results can be compared.
 */
export function planSheets(input: PlanInput): SheetPlan[] {
  const { index, consolidation, now, existing } = input;
  const { period } = consolidation;
  const stored = (name: string): StoredTable | null => findStored(name, input.tables, existing);
  const facts = stored(TABLES.facts);
  const findings = stored(TABLES.findings);
  const obstacles = stored(TABLES.obstacles);
  const single = <Row>(sheet: string, spec: TableSpec<Row>, items: readonly Row[], found: StoredTable | null, tabColor: string, frozenColumns: number): SheetPlan => {
    // A table of that name without our headings is somebody else's: ours is planned anew, and Excel refuses the taken name.
    const table = ours(found, spec.keyHeaders);
    const home = homeOf(sheet, table, existing);
    return tableSheetPlan(home.sheet, home.grid, [planTable(spec, items, table, { row: 0, column: 0 })], { tabColor, frozenColumns });
  };
  // What closed months were reported as stays as it is; beside it stands what the facts make of it now.
  const frozen = planFrozenNow(index, consolidation.facts, stored(TABLES.frozen));
  const others = [
    ...(frozen === null ? [] : [frozen]),
    planCatalogueSheet(input.catalogue, stored, existing),
    single(SHEETS.facts, factTable(index, period, now), consolidation.facts, facts, '#0F5A43', 6),
    planSubmissionSheet({ index, submissions: input.submissions, period, stored, existing }),
  ];
  const tasks = ours(stored(TABLES.tasks), [TASK.code]);
  const taskHome = homeOf(SHEETS.tasks, tasks, existing);
  others.push(planTaskSheet({ ...taskHome, table: tasks, index }));
  const words = single(SHEETS.obstacles, obstacleTable(index, groupTitle), obstaclesOf(input.reports, obstacles), obstacles, '#4F2469', 3);
  const grid = summaryGrid(existing);
  const sheet = grid?.name ?? freeName(SHEETS.summary, existing);
  const summary = planSummary({ sheet, grid, names: input.own.names, index, consolidation, assessments: input.assessments });
  const { rows, retire } = findingRows({
    findings: input.findings,
    stored: ours(findings, [FINDING.fingerprint]),
    covers: coveredByMonth(period, input.reports, input.findings),
    handlings: handlingsOf(input.findings, input.reports, input.decisions ?? []),
    changesElsewhere: [...others, words, summary].some(changesAnything),
    now,
    render: input.render,
  });
  const changed = [...others, single(SHEETS.findings, findingTable(index, retire), rows, findings, '#7A2E00', 3), words].filter(changesAnything);
  // The pictures are made with the province's table, once: who deletes them does not want them.
  const pictures = grid === null ? [planCharts({ sheet: freeName(SHEETS.charts, existing), isNew: true, summary: { sheet, layout: null }, index, period, figures: consolidation.figures })] : [];
  return changed.length > 0 || changesAnything(summary) ? [summary, ...changed, ...pictures] : [];
}
