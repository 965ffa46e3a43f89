import { addressOf, areaAddress } from '../address';
import type { CatalogueIndex, Indicator } from '../catalogue/types';
import { lastDayOf } from '../catalogue/validity';
import { timelyDayOf } from '../deadlines/deadline';
import type { Timeliness } from '../deadlines/types';
import { cellAt, extentOf, type DefinedName, type Grid, type TableArea } from '../grid';
import { comparePeriods, parsePeriod, samePeriod, type IsoDate, type Period } from '../period';
import { FACT, storedPeriod } from '../sheets/fact-table';
import { NAMES, TABLES } from '../sheets/names';
import { OBSTACLE } from '../sheets/obstacle-table';
import { summaryGrid } from '../sheets/read-own';
import { dateOfCell, dateOfSerial } from '../sheets/serial';
import { RECEIVED_ON, SUBMISSION } from '../sheets/submission-table';
import { periodOfSheet, placeOfName } from '../sheets/summary';
import { findSummaryLayout, SUMMARY_COLUMNS, type SummaryKey } from '../sheets/summary-columns';
import { findStored, numberOf, textOf } from '../sheets/table';
import { TASK, TASK_STATES } from '../sheets/task-table';
import { OWES_WORDS, STATE_WORDS, TIMELINESS_WORDS, valueOfWord } from '../sheets/words';
import type { AssessmentState } from '../targets/types';
import type { DatePart, NumberPart, TextPart } from './types';

/** One indicator as Tổng hợp shows it: what Excel computed there, never a figure of our own. */
export interface SummaryRow {
  readonly indicator: Indicator;
  /** Zero-based row of the sheet. */
  readonly row: number;
  readonly state: AssessmentState | null;
  readonly isProvisional: boolean;
  readonly name: TextPart;
  readonly unit: TextPart | null;
  readonly text: (key: SummaryKey) => TextPart | null;
  /** The number under a heading; null where there is none. */
  readonly number: (key: SummaryKey, decimals: number) => NumberPart | null;
  readonly date: (key: SummaryKey) => DatePart | null;
}

export interface SummaryReading {
  readonly sheet: string;
  readonly period: Period;
  readonly rows: readonly SummaryRow[];
  readonly month: NumberPart;
  readonly year: NumberPart;
  /** A1 area and cell of the column of the states. */
  readonly stateArea: string;
  readonly stateCell: (row: SummaryRow) => string;
}

export interface SubmissionReading {
  readonly unit: TextPart;
  readonly code: string;
  readonly sheet: string;
  /** The cell with the state, for counts. */
  readonly cell: string;
  readonly owes: 'figures' | 'words' | 'nothing';
  readonly deadline: DatePart | null;
  readonly state: Timeliness;
}

export interface ObstacleReading {
  readonly unit: TextPart;
  readonly indicator: Indicator;
  readonly indicatorName: TextPart;
  readonly cause: TextPart | null;
  readonly remedy: TextPart | null;
}

/** A dated task of section III that was due by the end of the month and is not done. */
export interface OverdueTask {
  readonly name: TextPart;
  readonly units: TextPart | null;
  readonly date: DatePart;
}

export interface ReportReading {
  readonly overdueTasks: readonly OverdueTask[];
  readonly summary: SummaryReading;
  readonly submissions: readonly SubmissionReading[];
  readonly obstacles: readonly ObstacleReading[];
}

interface Source {
  readonly grids: readonly Grid[];
  readonly tables: readonly TableArea[];
  readonly names: readonly DefinedName[];
  readonly index: CatalogueIndex;
  /** Today: a report that is not there by now is missing, whatever the table said when it was written. */
  readonly asOf: IsoDate;
}

/** What the report is made of, as it stands in the workbook; null without a Tổng hợp that says its month. */
export function readReport(source: Source): ReportReading | null {
  const summary = readSummary(source);
  return summary && { summary, submissions: readSubmissions(source, summary.period), obstacles: readObstacles(source, summary), overdueTasks: readTasks(source, summary) };
}

function readSummary({ grids, names, index }: Source): SummaryReading | null {
  const grid = summaryGrid(grids);
  const layout = grid && findSummaryLayout(grid);
  const period = grid && periodOfSheet(grid, names);
  if (!grid || !layout || !period) return null;
  const sheet = grid.name;
  const headers = new Map(SUMMARY_COLUMNS.map(({ key, header }) => [key, header]));
  const place = (row: number, key: SummaryKey, label: string) => {
    const column = layout.columns.get(key);
    if (column === undefined) return null;
    return { cell: cellAt(grid, row, column), reference: { kind: 'cell', sheet, cell: addressOf(row, column), label: `${label} · ${headers.get(key) ?? key}` } as const };
  };
  const text = (row: number, key: SummaryKey, label: string): TextPart | null => {
    const at = place(row, key, label);
    const said = textOf(at?.cell ?? null);
    return at === null || said === '' ? null : { kind: 'text', text: said, reference: at.reference };
  };
  const rows = index.catalogue.indicators.flatMap((indicator): SummaryRow[] => {
    const row = layout.rows.get(indicator.code);
    const name = row === undefined ? null : text(row, 'name', indicator.code);
    if (row === undefined || name === null) return [];
    const number: SummaryRow['number'] = (key, decimals) => {
      const at = place(row, key, indicator.code);
      const value = numberOf(at?.cell ?? null);
      return at === null || value === null ? null : { kind: 'number', value, decimals, reference: at.reference };
    };
    const date: SummaryRow['date'] = (key) => {
      const part = number(key, 0);
      const day = part === null ? null : dateOfSerial(part.value);
      return part === null || day === null ? null : { kind: 'date', date: day, reference: part.reference };
    };
    return [{
      indicator, row, name, number, date,
      text: (key) => text(row, key, indicator.code),
      unit: text(row, 'unit', indicator.code),
      state: valueOfWord(STATE_WORDS, text(row, 'state', indicator.code)?.text ?? ''),
      isProvisional: (text(row, 'remark', indicator.code)?.text ?? '').startsWith('tạm tính'),
    }];
  });
  const stateColumn = layout.columns.get('state') ?? 0;
  const bottom = Math.max(layout.headingRow + 1, extentOf(grid).rows - 1, ...rows.map(({ row }) => row));
  const named = (name: string, value: number): NumberPart => {
    const at = placeOfName(names, name, sheet);
    return { kind: 'number', value, decimals: 0, reference: { kind: 'cell', sheet, cell: at === null ? '' : addressOf(at.row, at.column), label: name } };
  };
  return {
    sheet, period, rows,
    month: named(NAMES.month, period.month),
    year: { ...named(NAMES.year, period.year), isYear: true },
    stateArea: areaAddress(layout.headingRow + 1, stateColumn, bottom, stateColumn),
    stateCell: ({ row }) => addressOf(row, stateColumn),
  };
}

const NOT_HERE: readonly Timeliness[] = ['missing', 'notYetDue', 'notTracked'];

function readSubmissions({ grids, tables, index, asOf }: Source, period: Period): SubmissionReading[] {
  const stored = findStored(TABLES.submissions, tables, grids);
  if (stored === null) return [];
  const timely = timelyDayOf(period, index.catalogue);
  return stored.rows.flatMap((row): SubmissionReading[] => {
    const own = storedPeriod(row);
    const code = textOf(row.at(FACT.unit));
    const owes = valueOfWord(OWES_WORDS, textOf(row.at(SUBMISSION.owes)));
    if (own === null || !samePeriod(own, period) || code === '' || owes === null) return [];
    const cellOf = (header: string) => ({ kind: 'cell', sheet: stored.sheet, cell: addressOf(row.row, stored.columnOf(header) ?? stored.area.left), label: `${code} · ${header}` }) as const;
    const deadline = dateOfCell(row.at(SUBMISSION.deadline));
    const said = valueOfWord(TIMELINESS_WORDS, textOf(row.at(SUBMISSION.byFile) ?? row.at(SUBMISSION.state)));
    const receivedOn = dateOfCell(row.at(RECEIVED_ON));
    const hasCome = textOf(row.at(SUBMISSION.file)) !== '' || (said !== null && !NOT_HERE.includes(said));
    return [{
      code, owes, sheet: stored.sheet, cell: cellOf(SUBMISSION.state).cell,
      unit: { kind: 'text', text: index.unit(code)?.name ?? code, reference: cellOf('Đơn vị') },
      deadline: deadline === null ? null : { kind: 'date', date: deadline, reference: cellOf(SUBMISSION.deadline) },
      state: stateNow({ receivedOn, hasCome, errors: numberOf(row.at(SUBMISSION.errors)) ?? 0, timely, asOf }),
    }];
  });
}

/** A date of receipt that was typed after the last run counts, and so does a deadline that has passed since. */
function stateNow({ receivedOn, hasCome, errors, timely, asOf }: { readonly receivedOn: IsoDate | null; readonly hasCome: boolean; readonly errors: number; readonly timely: IsoDate; readonly asOf: IsoDate }): Timeliness {
  if (receivedOn !== null) return receivedOn > timely ? 'late' : errors > 0 ? 'onTimeWithErrors' : 'onTimeClean';
  if (hasCome) return 'receivedUnknownDate';
  return asOf <= timely ? 'notYetDue' : 'missing';
}

const RESOLVED = 'đã giải quyết';

/** What units wrote in the report month and what is not settled. */
function readObstacles({ grids, tables, index }: Source, { period, rows }: SummaryReading): ObstacleReading[] {
  const stored = findStored(TABLES.obstacles, tables, grids);
  return (stored?.rows ?? []).flatMap((row): ObstacleReading[] => {
    const text = (header: string): string => textOf(row.at(header));
    const indicator = index.indicator(text(OBSTACLE.indicator));
    const months = text(OBSTACLE.months).split(',').flatMap((month) => parsePeriod(month) ?? []);
    // The words in the table are those of the latest month: a report set back to an earlier one does not quote them.
    const latest = months.reduce<Period | null>((last, month) => (last === null || comparePeriods(month, last) > 0 ? month : last), null);
    const code = text(OBSTACLE.unit);
    if (indicator === null || stored === null || latest === null || !samePeriod(latest, period) || text(OBSTACLE.state).toLowerCase() === RESOLVED) return [];
    const at = (header: string, said: string): TextPart => ({
      kind: 'text', text: said, reference: { kind: 'cell', sheet: stored.sheet, cell: addressOf(row.row, stored.columnOf(header) ?? stored.area.left), label: `${code} · ${indicator.code} · ${header}` },
    });
    const words = (header: string): TextPart | null => {
      const said = asSentence(text(header));
      return said === '' ? null : at(header, said);
    };
    return [{
      unit: at(OBSTACLE.unit, index.unit(code)?.name ?? code),
      indicator,
      indicatorName: rows.find((each) => each.indicator.code === indicator.code)?.name ?? at(OBSTACLE.indicator, indicator.name),
      cause: words(OBSTACLE.cause),
      remedy: words(OBSTACLE.remedy),
    }];
  });
}

const DONE = TASK_STATES[2];

/** Tasks that stand in Tổng hợp as milestones are told there. */
function readTasks({ grids, tables }: Source, { period, rows }: SummaryReading): OverdueTask[] {
  const stored = findStored(TABLES.tasks, tables, grids);
  const told = new Set(rows.flatMap(({ indicator }) => (indicator.target?.kind === 'date' ? [indicator.code] : [])));
  return (stored?.rows ?? []).flatMap((row): OverdueTask[] => {
    const date = dateOfCell(row.at(TASK.due));
    const [name, units, state] = [TASK.name, TASK.units, TASK.state].map((header) => textOf(row.at(header)));
    if (stored === null || date === null || !name || date > lastDayOf(period) || state === DONE || told.has(textOf(row.at(TASK.indicator)))) return [];
    const reference = (header: string) => ({ kind: 'cell', sheet: stored.sheet, cell: addressOf(row.row, stored.columnOf(header) ?? stored.area.left), label: `${textOf(row.at(TASK.code))} · ${header}` }) as const;
    return [{
      name: { kind: 'text', text: asSentence(name), reference: reference(TASK.name) },
      units: units ? { kind: 'text', text: units, reference: reference(TASK.units) } : null,
      date: { kind: 'date', date, reference: reference(TASK.due) },
    }];
  });
}

/** Lines become parts of one sentence: dashes and full stops round them go, the words stay as the unit wrote them. */
export function asSentence(text: string): string {
  return text.split('\n').map((line) => line.trim().replace(/^[-–+•*]\s*/u, '').replace(/[.;,\s]+$/u, '')).filter((line) => line !== '').join('; ');
}
