import type { z } from 'zod';
import { assignmentSchema, denominatorSchema, indicatorSchema, isoDateSchema, unitPlanSchema, unitSchema } from '../catalogue/schemas';
import type { Catalogue, Identity } from '../catalogue/types';
import { validateCatalogue, type CatalogueTable } from '../catalogue/validate';
import { addressOf } from '../address';
import type { CatalogueProblem } from '../checks/finding';
import type { Cell, Grid, TableArea } from '../grid';
import {
  ASSIGNMENT_COLUMNS, DENOMINATOR_COLUMNS, HOLIDAY_COLUMNS, INDICATOR_COLUMNS, LAST_YEAR, UNIT_COLUMNS, UNIT_PLAN_COLUMNS, YES, type CatalogueColumn,
} from './catalogue-columns';
import { dateOfCell, dateOfText } from './serial';
import { findStored, textOf, type StoredRow, type StoredTable } from './table';
import { AGGREGATION_WORDS, DIRECTION_WORDS, DUE_WORDS, KIND_WORDS, OPEN_ERRORS_WORDS, OPERATOR_WORDS, ROLE_WORDS, UNIT_KIND_WORDS, valueOfWord } from './words';

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
  readonly rows: Row[];
  readonly places: (StoredRow | null)[];
}

interface TableReader<Row> {
  readonly name: CatalogueTable;
  readonly columns: readonly CatalogueColumn<Row>[];
  readonly schema: z.ZodType<Row>;
  readonly raw: (row: StoredRow) => unknown;
  readonly keyOf: (row: Row) => string;
}

/** A word of a closed set as its value; what is none of them stays as written, for the schema to refuse. */
const word = <T extends string>(words: { readonly [K in T]: string }, cell: Cell | null): string | null => {
  const text = textOf(cell);
  return text === '' ? null : valueOfWord(words, text) ?? text;
};
const number = (cell: Cell | null): unknown => (textOf(cell) === '' && cell?.content?.kind !== 'error' ? null : cell?.content?.kind === 'number' ? cell.content.value : textOf(cell));
const date = (cell: Cell | null): unknown => (textOf(cell) === '' ? null : dateOfCell(cell) ?? textOf(cell));
const list = (cell: Cell | null): string[] => textOf(cell).split(';').map((part) => part.trim()).filter((part) => part !== '');

function target(cell: Cell | null): unknown {
  const text = textOf(cell);
  if (text === '') return null;
  if (cell?.content?.kind === 'number') {
    // Typed as a date by the analyst: only its format tells.
    const day = /[dy]/i.test(cell.format ?? '') ? dateOfCell(cell) : null;
    return day ? { kind: 'date', date: day } : { kind: 'number', value: cell.content.value };
  }
  const day = dateOfText(text);
  if (day) return { kind: 'date', date: day };
  return text.toLowerCase() === LAST_YEAR ? { kind: 'lastYear' } : text;
}

function derivation(row: StoredRow): unknown {
  const of = textOf(row.at('Tính từ'));
  const denominator = textOf(row.at('Chia cho'));
  if (of === '') return null;
  return denominator === '' ? { method: 'growth', of } : { method: 'share', of, denominator };
}

const READ_INDICATORS: TableReader<Catalogue['indicators'][number]> = {
  name: 'ChiTieu', columns: INDICATOR_COLUMNS, schema: indicatorSchema, keyOf: (row) => row.code,
  raw: (row) => ({
    code: textOf(row.at('Mã')), name: textOf(row.at('Tên chỉ tiêu')), short: textOf(row.at('Tên gọn')) || textOf(row.at('Tên chỉ tiêu')), aliases: list(row.at('Tên khác')),
    unit: textOf(row.at('Đơn vị tính')), group: textOf(row.at('Nhóm')).toUpperCase(), parent: textOf(row.at('Thuộc')) || null,
    kind: word(KIND_WORDS, row.at('Loại')), aggregation: word(AGGREGATION_WORDS, row.at('Cách gộp')), operator: word(OPERATOR_WORDS, row.at('Phép so')),
    target: target(row.at('Mục tiêu')), better: word(DIRECTION_WORDS, row.at('Chiều tốt')), baseline: number(row.at('Đầu năm')), tolerance: number(row.at('Dung sai')),
    scale: number(row.at('Hệ số')) ?? 1, decimals: number(row.at('Số lẻ')) ?? 0,
    bounds: {
      min: number(row.at('Cận dưới')), max: number(row.at('Cận trên')),
      minExclusive: textOf(row.at('Bỏ cận dưới')).toLowerCase() === YES, maxExclusive: textOf(row.at('Bỏ cận trên')).toLowerCase() === YES,
    },
    derivation: derivation(row), validFrom: date(row.at('Hiệu lực từ')), validTo: date(row.at('Hiệu lực đến')),
  }),
};
const READ_UNITS: TableReader<Catalogue['units'][number]> = {
  name: 'DonVi', columns: UNIT_COLUMNS, schema: unitSchema, keyOf: (row) => row.code,
  raw: (row) => ({
    code: textOf(row.at('Mã')), name: textOf(row.at('Tên đơn vị')), short: textOf(row.at('Tên gọn')) || textOf(row.at('Tên đơn vị')), aliases: list(row.at('Tên khác')),
    kind: word(UNIT_KIND_WORDS, row.at('Loại')), openErrors: word(OPEN_ERRORS_WORDS, row.at('Khi còn lỗi')) ?? 'take',
    validFrom: date(row.at('Hiệu lực từ')), validTo: date(row.at('Hiệu lực đến')),
  }),
};
const READ_ASSIGNMENTS: TableReader<Catalogue['assignments'][number]> = {
  name: 'PhanCong', columns: ASSIGNMENT_COLUMNS, schema: assignmentSchema, keyOf: (row) => `${row.unit ?? ''}|${row.indicator}`,
  raw: (row) => ({
    indicator: textOf(row.at('Mã chỉ tiêu')), unit: textOf(row.at('Mã đơn vị')) || null, role: word(ROLE_WORDS, row.at('Vai trò')), due: word(DUE_WORDS, row.at('Kỳ hạn')), notes: textOf(row.at('Ghi chú')),
  }),
};
const READ_UNIT_PLANS: TableReader<Catalogue['unitPlans'][number]> = {
  name: 'KeHoachDonVi', columns: UNIT_PLAN_COLUMNS, schema: unitPlanSchema, keyOf: (row) => `${row.unit}|${row.indicator}`,
  raw: (row) => ({ unit: textOf(row.at('Mã đơn vị')), indicator: textOf(row.at('Mã chỉ tiêu')), plan: number(row.at('Kế hoạch')) }),
};
const READ_HOLIDAYS: TableReader<string> = { name: 'NgayNghi', columns: HOLIDAY_COLUMNS, schema: isoDateSchema, keyOf: (row) => row, raw: (row) => date(row.at('Ngày nghỉ')) };
const READ_DENOMINATORS: TableReader<Catalogue['denominators'][number]> = {
  name: 'MauSo', columns: DENOMINATOR_COLUMNS, schema: denominatorSchema, keyOf: (row) => `${row.name}|${row.validFrom ?? ''}`,
  raw: (row) => ({ name: textOf(row.at('Tên')), value: number(row.at('Giá trị')), validFrom: date(row.at('Từ ngày')), validTo: date(row.at('Đến ngày')) }),
};

/**
 * The catalogue as the analysts keep it in Danh mục. A row that cannot be believed is a fault with its cell, and the
 * programme's row of the same key stays in force; a table that is not there is the programme's.
 */
export function readCatalogue(programme: Catalogue, tables: readonly TableArea[], grids: readonly Grid[]): { readonly catalogue: Catalogue; readonly faults: readonly OwnFault[] } {
  const faults: OwnFault[] = [];
  const stored = new Map<string, StoredTable>();
  const read = <Row>(reader: TableReader<Row>, fallback: readonly Row[]): ReadRows<Row> => {
    const table = findStored(reader.name, tables, grids);
    if (table) stored.set(reader.name, table);
    return table ? readRows(reader, table, fallback, faults) : { rows: [...fallback], places: fallback.map(() => null) };
  };
  const indicators = read(READ_INDICATORS, programme.indicators);
  const units = read(READ_UNITS, programme.units);
  const assignments = read(READ_ASSIGNMENTS, programme.assignments);
  const unitPlans = read(READ_UNIT_PLANS, programme.unitPlans);
  const holidays = read(READ_HOLIDAYS, programme.holidays);
  const denominators = read(READ_DENOMINATORS, programme.denominators);
  const known = new Set(indicators.rows.map((row) => row.code));
  const catalogueNow = (): Catalogue => ({
    year: programme.year, indicators: indicators.rows, units: units.rows, assignments: assignments.rows, unitPlans: unitPlans.rows,
    denominators: denominators.rows, identities: programme.identities.filter((identity) => namesOf(identity).every((code) => known.has(code))), holidays: holidays.rows,
  });
  // Rows that do not fit together go one after the other: dropping one may settle the rest.
  for (let guard = 0; guard < 1000; guard += 1) {
    const fault = validateCatalogue(catalogueNow())[0];
    if (!fault) return { catalogue: catalogueNow(), faults };
    const table = stored.get(fault.table);
    const fix = <Row>(reader: TableReader<Row>, held: ReadRows<Row>, fallback: readonly Row[]): void => {
      const place = held.places[fault.row] ?? null;
      const row = held.rows[fault.row];
      if (place && table) faults.push({ table: fault.table, problem: fault.problem, detail: fault.detail, sheet: table.sheet, cell: cellOf(reader.columns, table, place, fault.column) });
      const good = row === undefined || fault.problem === 'duplicateCode' ? undefined : fallback.find((each) => reader.keyOf(each) === reader.keyOf(row));
      const replaced = good !== undefined && place !== null;
      held.rows.splice(fault.row, 1, ...(replaced ? [good] : []));
      held.places.splice(fault.row, 1, ...(replaced ? [null] : []));
    };
    switch (fault.table) {
      case 'ChiTieu': fix(READ_INDICATORS, indicators, programme.indicators); break;
      case 'DonVi': fix(READ_UNITS, units, programme.units); break;
      case 'PhanCong': fix(READ_ASSIGNMENTS, assignments, programme.assignments); break;
      case 'KeHoachDonVi': fix(READ_UNIT_PLANS, unitPlans, programme.unitPlans); break;
      case 'NgayNghi': fix(READ_HOLIDAYS, holidays, programme.holidays); break;
      case 'MauSo': fix(READ_DENOMINATORS, denominators, programme.denominators); break;
      case 'RangBuoc': return { catalogue: programme, faults };
    }
  }
  return { catalogue: programme, faults };
}

function readRows<Row>(reader: TableReader<Row>, table: StoredTable, fallback: readonly Row[], faults: OwnFault[]): ReadRows<Row> {
  const missing = reader.columns.filter((column) => column.required && table.columnOf(column.header) === null);
  for (const column of missing) {
    faults.push({ table: reader.name, problem: 'missingColumn', detail: column.header, sheet: table.sheet, cell: addressOf(table.area.top, table.area.left) });
  }
  if (missing.length > 0) return { rows: [...fallback], places: fallback.map(() => null) };
  const good = new Map(fallback.map((row) => [reader.keyOf(row), row]));
  const result: ReadRows<Row> = { rows: [], places: [] };
  const typed = reader.columns.filter((column) => column.helper === undefined);
  for (const row of table.rows) {
    if (typed.every((column) => textOf(row.at(column.header)) === '')) continue;
    const parsed = reader.schema.safeParse(reader.raw(row));
    if (parsed.success) {
      result.rows.push(parsed.data);
      result.places.push(row);
      continue;
    }
    const issue = parsed.error.issues[0];
    const field = typeof issue?.path[0] === 'string' ? issue.path[0] : reader.columns[0]?.field ?? '';
    const cell = cellOf(reader.columns, table, row, field);
    const column = reader.columns.find((each) => each.field === field);
    faults.push({ table: reader.name, problem: 'badValue', detail: column ? `${column.header}: ${textOf(row.at(column.header))}` : field, sheet: table.sheet, cell });
    const key = keyOfRaw(reader, row);
    const fallbackRow = key === null ? undefined : good.get(key);
    if (fallbackRow !== undefined) {
      result.rows.push(fallbackRow);
      result.places.push(null);
    }
  }
  return result;
}

/** The key of a row whose other cells are wrong, from its first columns. */
function keyOfRaw<Row>(reader: TableReader<Row>, row: StoredRow): string | null {
  const cells = reader.columns.slice(0, 2).map((column) => textOf(row.at(column.header)));
  switch (reader.name) {
    case 'ChiTieu':
    case 'DonVi':
      return cells[0] ?? null;
    case 'PhanCong':
      return `${cells[1] ?? ''}|${cells[0] ?? ''}`;
    case 'KeHoachDonVi':
      return `${cells[0] ?? ''}|${cells[1] ?? ''}`;
    case 'MauSo':
      return `${cells[0] ?? ''}|${dateOfCell(row.at('Từ ngày')) ?? ''}`;
    case 'NgayNghi':
    case 'RangBuoc':
      return null;
  }
}

function cellOf<Row>(columns: readonly CatalogueColumn<Row>[], table: StoredTable, row: StoredRow, field: string): string {
  const header = (columns.find((column) => column.field === field) ?? columns[0])?.header ?? '';
  return addressOf(row.row, table.columnOf(header) ?? table.area.left);
}

function namesOf(identity: Identity): readonly string[] {
  return identity.kind === 'sum' ? [identity.total, ...identity.parts] : [identity.smaller, identity.larger];
}
