import { addressOf } from '../address';
import type { ThresholdRow } from '../catalogue/schemas';
import { thresholdRows, thresholdsOf } from '../catalogue/thresholds';
import type { Catalogue, Indicator, Thresholds } from '../catalogue/types';
import { fieldOf, fitFaults, namedIn, problemOf, type CatalogueFault } from '../catalogue/validate';
import type { CatalogueProblem, FindingDraft } from '../checks/finding';
import type { Grid, TableArea } from '../grid';
import { CUTS, PLAUSIBLE, TASK_GROUP, type CatalogueColumn } from './catalogue-columns';
import {
  READ_ASSIGNMENTS, READ_CLOSED_PERIODS, READ_DENOMINATORS, READ_HOLIDAYS, READ_IDENTITIES, READ_INDICATORS, READ_PAST_CUMULATIVES, READ_SCENARIOS,
  READ_SEVERITIES, READ_THRESHOLDS, READ_UNIT_PLANS, READ_UNITS, type TableReader,
} from './catalogue-readers';
import { TABLES } from './names';
import { THRESHOLD } from './rule-columns';
import { findStored, textOf, type StoredRow, type StoredTable } from './table';

/** What is wrong in Danh mục, with the cell where it stands ('' where the table itself lacks something). */
export interface OwnFault {
  readonly table: string;
  readonly problem: CatalogueProblem;
  readonly detail: string;
  readonly sheet: string;
  readonly cell: string;
}

/** Rows as they were read, beside the sheet rows that they stand in (null: taken from the programme). */
interface ReadRows<Row> {
  readonly reader: TableReader<Row>;
  /** null: the workbook has no such table, the programme's rows hold. */
  readonly table: StoredTable | null;
  readonly programme: readonly Row[];
  readonly rows: Row[];
  readonly places: (StoredRow | null)[];
}

/** Dropping one row may settle others, so faults are taken one after the other; more of them than this mean no catalogue at all. */
const MOST_FAULTS = 1000;

/**
 * The catalogue as the analysts keep it in Danh mục. A row that cannot be believed is a fault with its cell: the
 * programme's row of the same key stays in force, a faulty rule is left out, and everything else works. A table that is
 * not there is the programme's, and so are the bands and cuts of a table that was made before there were any.
 */
export function readCatalogue(programme: Catalogue, tables: readonly TableArea[], grids: readonly Grid[]): { readonly catalogue: Catalogue; readonly faults: readonly OwnFault[] } {
  const faults: OwnFault[] = [];
  const read = <Row>(reader: TableReader<Row>, fallback: readonly Row[]): ReadRows<Row> => readRows(reader, findStored(reader.name, tables, grids), fallback, faults);
  const indicators = withLaterColumns(read(READ_INDICATORS, programme.indicators));
  const units = read(READ_UNITS, programme.units);
  const assignments = read(READ_ASSIGNMENTS, programme.assignments);
  const unitPlans = read(READ_UNIT_PLANS, programme.unitPlans);
  const holidays = read(READ_HOLIDAYS, programme.holidays);
  const denominators = read(READ_DENOMINATORS, programme.denominators);
  const known = new Set(indicators.rows.map((row) => row.code));
  // The programme's own rules speak of the programme's indicators; where the analysts have fewer, fewer rules hold.
  const identities = read(READ_IDENTITIES, programme.identities.filter((identity) => namedIn(identity).every(([, code]) => known.has(code))));
  const severities = read(READ_SEVERITIES, programme.severities);
  const thresholds = everyThreshold(read(READ_THRESHOLDS, thresholdRows(programme.thresholds)), programme.thresholds, faults);
  const closedPeriods = read(READ_CLOSED_PERIODS, programme.closedPeriods);
  const scenarios = read(READ_SCENARIOS, programme.scenarios);
  const pastCumulatives = read(READ_PAST_CUMULATIVES, programme.pastCumulatives);
  const catalogueNow = (): Catalogue => ({
    year: programme.year, indicators: indicators.rows, units: units.rows, assignments: assignments.rows, unitPlans: unitPlans.rows,
    denominators: denominators.rows, identities: identities.rows, holidays: holidays.rows,
    thresholds: thresholdsOf(thresholds.rows, programme.thresholds), severities: severities.rows, closedPeriods: closedPeriods.rows,
    // Tasks with dates are those of the programme's own year; the sheet of tasks is the analysts'.
    tasks: programme.tasks,
    scenarios: scenarios.rows, pastCumulatives: pastCumulatives.rows,
  });
  const settle = (fault: CatalogueFault): void => {
    switch (fault.table) {
      case 'ChiTieu': replace(indicators, fault, faults); break;
      case 'DonVi': replace(units, fault, faults); break;
      case 'PhanCong': replace(assignments, fault, faults); break;
      case 'KeHoachDonVi': replace(unitPlans, fault, faults); break;
      case 'NgayNghi': replace(holidays, fault, faults); break;
      case 'MauSo': replace(denominators, fault, faults); break;
      case 'RangBuoc': replace(identities, fault, faults); break;
      case 'MucDo': replace(severities, fault, faults); break;
      case 'Nguong': replace(thresholds, fault, faults); break;
      case 'KyKhoa': replace(closedPeriods, fault, faults); break;
      case 'KichBan': replace(scenarios, fault, faults); break;
      case 'LichSuThang': replace(pastCumulatives, fault, faults); break;
    }
  };
  for (let guard = 0; guard < MOST_FAULTS; guard += 1) {
    const fault = fitFaults(catalogueNow())[0];
    if (!fault) return { catalogue: catalogueNow(), faults };
    settle(fault);
  }
  return { catalogue: programme, faults };
}

/** A fault as a finding's draft: R03 where a rule names an indicator that nobody knows, R04 for everything else. */
export function faultDraft(fault: OwnFault): FindingDraft {
  const { table, problem, detail } = fault;
  const place = { cells: fault.cell === '' ? [] : [fault.cell], found: detail };
  if (table === TABLES.identities && problem === 'unknownIndicator') return { code: 'R03', params: { table, code: detail }, ...place, key: `${table}|${detail}` };
  return { code: 'R04', params: { table, problem, detail }, ...place, key: `${table}|${problem}|${detail}` };
}

function readRows<Row>(reader: TableReader<Row>, table: StoredTable | null, programme: readonly Row[], faults: OwnFault[]): ReadRows<Row> {
  const asProgrammed = { reader, table: null, programme, rows: [...programme], places: programme.map(() => null) };
  if (table === null) return asProgrammed;
  const missing = reader.columns.filter((column) => column.required && table.columnOf(column.header) === null);
  for (const column of missing) {
    faults.push({ table: reader.name, problem: 'missingColumn', detail: column.header, sheet: table.sheet, cell: addressOf(table.area.top, table.area.left) });
  }
  if (missing.length > 0) return asProgrammed;
  const result: ReadRows<Row> = { reader, table, programme, rows: [], places: [] };
  const typed = reader.columns.filter((column) => column.helper === undefined && column.note !== true);
  for (const row of table.rows) {
    if (typed.every((column) => textOf(row.at(column.header)) === '')) continue;
    const parsed = reader.schema.safeParse(reader.raw(row));
    if (parsed.success) {
      result.rows.push(parsed.data);
      result.places.push(row);
      continue;
    }
    const issue = parsed.error.issues[0];
    const field = issue ? fieldOf(issue) : '';
    const column = columnFor(reader.columns, field);
    faults.push({ table: reader.name, problem: problemOf(reader.name, field), detail: column ? `${column.header}: ${textOf(row.at(column.header))}` : field, sheet: table.sheet, cell: cellOf(reader.columns, table, row, field) });
    const key = reader.standIn?.keyOfRaw(row);
    const standIn = key === undefined ? undefined : programme.find((each) => reader.standIn?.keyOf(each) === key);
    if (standIn !== undefined) {
      result.rows.push(standIn);
      result.places.push(null);
    }
  }
  return result;
}

/** Takes a row out that does not fit with the others; the programme's row of its key comes back, where there is one. */
function replace<Row>({ reader, table, programme, rows, places }: ReadRows<Row>, fault: CatalogueFault, faults: OwnFault[]): void {
  const place = places[fault.row] ?? null;
  const row = rows[fault.row];
  if (place && table) faults.push({ table: fault.table, problem: fault.problem, detail: fault.detail, sheet: table.sheet, cell: cellOf(reader.columns, table, place, fault.column) });
  const { standIn } = reader;
  const good = row === undefined || standIn === null || place === null || fault.problem === 'duplicateCode' ? undefined : programme.find((each) => standIn.keyOf(each) === standIn.keyOf(row));
  rows.splice(fault.row, 1, ...(good === undefined ? [] : [good]));
  places.splice(fault.row, 1, ...(good === undefined ? [] : [null]));
}

/** Every threshold in its order: as the table says, else the programme's. Of two rows for the same one the first counts. */
function everyThreshold(read: ReadRows<ThresholdRow>, programme: Thresholds, faults: OwnFault[]): ReadRows<ThresholdRow> {
  const stated = new Map<string, { readonly row: ThresholdRow; readonly place: StoredRow | null }>();
  read.rows.forEach((row, position) => {
    const place = read.places[position] ?? null;
    if (!stated.has(row.name)) stated.set(row.name, { row, place });
    else if (place && read.table) {
      faults.push({ table: read.reader.name, problem: 'duplicateCode', detail: textOf(place.at(THRESHOLD.name)), sheet: read.table.sheet, cell: cellOf(read.reader.columns, read.table, place, 'name') });
    }
  });
  const all = thresholdRows(programme).map((usual) => stated.get(usual.name) ?? { row: usual, place: null });
  return { ...read, rows: all.map(({ row }) => row), places: all.map(({ place }) => place) };
}

/** Bands, cuts and groups of tasks of a table that has no columns for them are the programme's. */
function withLaterColumns(read: ReadRows<Indicator>): ReadRows<Indicator> {
  const { table, programme } = read;
  if (table === null) return read;
  const lacks = (headers: readonly string[]): boolean => headers.every((header) => table.columnOf(header) === null);
  const [noBand, noCuts, noGroup] = [lacks(Object.values(PLAUSIBLE)), lacks(Object.values(CUTS)), lacks([TASK_GROUP])];
  const byCode = new Map(programme.map((row) => [row.code, row]));
  const rows = read.rows.map((row) => {
    const usual = byCode.get(row.code);
    return usual === undefined ? row : { ...row, ...(noBand ? { plausible: usual.plausible } : {}), ...(noCuts ? { cuts: usual.cuts } : {}), ...(noGroup ? { taskGroup: usual.taskGroup } : {}) };
  });
  return { ...read, rows };
}

/** The column where a field stands: by its whole name, else by a part of it ("bounds" is found at "bounds.min"). */
function columnFor<Row>(columns: readonly CatalogueColumn<Row>[], field: string): CatalogueColumn<Row> | undefined {
  const [head = ''] = field.split('.');
  const has = (wanted: string) => (column: CatalogueColumn<Row>): boolean => column.field === wanted || (column.also ?? []).includes(wanted);
  return columns.find(has(field)) ?? columns.find((column) => column.field.startsWith(`${field}.`)) ?? columns.find(has(head)) ?? columns[0];
}

function cellOf<Row>(columns: readonly CatalogueColumn<Row>[], table: StoredTable, row: StoredRow, field: string): string {
  return addressOf(row.row, table.columnOf(columnFor(columns, field)?.header ?? '') ?? table.area.left);
}
