import { taskGroupOf } from '../catalogue/task-groups';
import type { z } from 'zod';
import {
  assignmentSchema, calendarDaySchema, closedPeriodSchema, denominatorSchema, identitySchema, indicatorSchema, pastCumulativeSchema, scenarioSchema,
  severitySchema, thresholdRowSchema, unitPlanSchema, unitSchema, type ThresholdRow,
} from '../catalogue/schemas';
import type {
  Assignment, CalendarDay, ClosedPeriod, Denominator, Identity, Indicator, PastCumulative, ReportingUnit, ScenarioPoint, SeverityChange, UnitPlan,
} from '../catalogue/types';
import type { CatalogueTable } from '../catalogue/validate';
import type { Cell } from '../grid';
import {
  ASSIGNMENT, ASSIGNMENT_COLUMNS, CUTS, DENOMINATOR, DENOMINATOR_COLUMNS, HOLIDAY, HOLIDAY_COLUMNS, INDICATOR_COLUMNS, LAST_YEAR, PLAUSIBLE, TASK_GROUP, UNIT_COLUMNS,
  UNIT_PLAN_COLUMNS, YES, type CatalogueColumn,
} from './catalogue-columns';
import { PAST, PAST_COLUMNS, SCENARIO, SCENARIO_COLUMNS } from './path-columns';
import {
  CLOSED_PERIOD, CLOSED_PERIOD_COLUMNS, IDENTITY, IDENTITY_COLUMNS, SEVERITY, SEVERITY_COLUMNS, THRESHOLD, THRESHOLD_COLUMNS,
} from './rule-columns';
import { dateOfCell, dateOfText } from './serial';
import { textOf, type StoredRow } from './table';
import {
  AGGREGATION_WORDS, DAY_WORDS, DIRECTION_WORDS, DUE_WORDS, IDENTITY_SCOPE_WORDS, IDENTITY_WORDS, KIND_WORDS, OPEN_ERRORS_WORDS, OPERATOR_WORDS, ROLE_WORDS,
  SEVERITY_WORDS, THRESHOLD_WORDS, UNIT_KIND_WORDS, valueOfWord,
} from './words';

/** How the rows of one table of Danh mục are read. */
export interface TableReader<Row> {
  readonly name: CatalogueTable;
  readonly columns: readonly CatalogueColumn<Row>[];
  readonly schema: z.ZodType<Row>;
  /** The cells as the fields that the schema judges. */
  readonly raw: (row: StoredRow) => unknown;
  /**
   * Which row of the programme stands in for one that cannot be believed: by its key, and by what its key cells say.
   * null: none does, the row is left out. A rule that was changed must not come back as it was.
   */
  readonly standIn: { readonly keyOf: (row: Row) => string; readonly keyOfRaw: (row: StoredRow) => string } | null;
}

/** A word of a closed set as its value; what is none of them stays as written, for the schema to refuse. */
const word = <T extends string>(words: { readonly [K in T]: string }, cell: Cell | null): string | null => {
  const text = textOf(cell);
  return text === '' ? null : valueOfWord(words, text) ?? text;
};
const number = (cell: Cell | null): unknown => (textOf(cell) === '' && cell?.content?.kind !== 'error' ? null : cell?.content?.kind === 'number' ? cell.content.value : textOf(cell));
const date = (cell: Cell | null): unknown => (textOf(cell) === '' ? null : dateOfCell(cell) ?? textOf(cell));
const listOf = (text: string, separator: string | RegExp): string[] => text.split(separator).map((part) => part.trim()).filter((part) => part !== '');
const list = (cell: Cell | null): string[] => listOf(textOf(cell), ';');
const isYes = (cell: Cell | null): boolean => textOf(cell).toLowerCase() === YES;

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

/** What is no group stays as written, for the schema to refuse. */
function taskGroup(cell: Cell | null): unknown {
  const text = textOf(cell);
  return text === '' ? null : taskGroupOf(text) ?? text;
}

function derivation(row: StoredRow): unknown {
  const of = textOf(row.at('Tính từ'));
  const denominator = textOf(row.at('Chia cho'));
  if (of === '') return null;
  return denominator === '' ? { method: 'growth', of } : { method: 'share', of, denominator };
}

/** Two cells that belong together: nothing where both are blank. */
function pair(first: unknown, second: unknown, make: (first: unknown, second: unknown) => unknown): unknown {
  return first === null && second === null ? null : make(first, second);
}

export const READ_INDICATORS: TableReader<Indicator> = {
  name: 'ChiTieu', columns: INDICATOR_COLUMNS, schema: indicatorSchema,
  standIn: { keyOf: (row) => row.code, keyOfRaw: (row) => textOf(row.at('Mã')) },
  raw: (row) => ({
    code: textOf(row.at('Mã')), name: textOf(row.at('Tên chỉ tiêu')), short: textOf(row.at('Tên gọn')) || textOf(row.at('Tên chỉ tiêu')), aliases: list(row.at('Tên khác')),
    unit: textOf(row.at('Đơn vị tính')), group: textOf(row.at('Nhóm')).toUpperCase(), taskGroup: taskGroup(row.at(TASK_GROUP)), parent: textOf(row.at('Thuộc')) || null,
    kind: word(KIND_WORDS, row.at('Loại')), aggregation: word(AGGREGATION_WORDS, row.at('Cách gộp')), operator: word(OPERATOR_WORDS, row.at('Phép so')),
    target: target(row.at('Mục tiêu')), better: word(DIRECTION_WORDS, row.at('Chiều tốt')), baseline: number(row.at('Đầu năm')), tolerance: number(row.at('Dung sai')),
    scale: number(row.at('Hệ số')) ?? 1, decimals: number(row.at('Số lẻ')) ?? 0,
    bounds: { min: number(row.at('Cận dưới')), max: number(row.at('Cận trên')), minExclusive: isYes(row.at('Bỏ cận dưới')), maxExclusive: isYes(row.at('Bỏ cận trên')) },
    plausible: pair(number(row.at(PLAUSIBLE.min)), number(row.at(PLAUSIBLE.max)), (min, max) => ({ min, max })),
    cuts: pair(number(row.at(CUTS.onTrack)), number(row.at(CUTS.behind)), (onTrack, behind) => ({ onTrack, behind })),
    derivation: derivation(row), validFrom: date(row.at('Hiệu lực từ')), validTo: date(row.at('Hiệu lực đến')),
  }),
};

export const READ_UNITS: TableReader<ReportingUnit> = {
  name: 'DonVi', columns: UNIT_COLUMNS, schema: unitSchema,
  standIn: { keyOf: (row) => row.code, keyOfRaw: (row) => textOf(row.at('Mã')) },
  raw: (row) => ({
    code: textOf(row.at('Mã')), name: textOf(row.at('Tên đơn vị')), short: textOf(row.at('Tên gọn')) || textOf(row.at('Tên đơn vị')), aliases: list(row.at('Tên khác')),
    kind: word(UNIT_KIND_WORDS, row.at('Loại')), openErrors: word(OPEN_ERRORS_WORDS, row.at('Khi còn lỗi')) ?? 'take',
    validFrom: date(row.at('Hiệu lực từ')), validTo: date(row.at('Hiệu lực đến')),
  }),
};

export const READ_ASSIGNMENTS: TableReader<Assignment> = {
  name: 'PhanCong', columns: ASSIGNMENT_COLUMNS, schema: assignmentSchema,
  standIn: { keyOf: (row) => `${row.unit ?? ''}|${row.indicator}`, keyOfRaw: (row) => `${textOf(row.at(ASSIGNMENT.unit))}|${textOf(row.at(ASSIGNMENT.indicator))}` },
  raw: (row) => ({
    indicator: textOf(row.at(ASSIGNMENT.indicator)), unit: textOf(row.at(ASSIGNMENT.unit)) || null, role: word(ROLE_WORDS, row.at(ASSIGNMENT.role)),
    due: word(DUE_WORDS, row.at(ASSIGNMENT.due)), notes: textOf(row.at(ASSIGNMENT.notes)),
  }),
};

export const READ_UNIT_PLANS: TableReader<UnitPlan> = {
  name: 'KeHoachDonVi', columns: UNIT_PLAN_COLUMNS, schema: unitPlanSchema,
  standIn: { keyOf: (row) => `${row.unit}|${row.indicator}`, keyOfRaw: (row) => `${textOf(row.at('Mã đơn vị'))}|${textOf(row.at('Mã chỉ tiêu'))}` },
  raw: (row) => ({ unit: textOf(row.at('Mã đơn vị')), indicator: textOf(row.at('Mã chỉ tiêu')), plan: number(row.at('Kế hoạch')) }),
};

export const READ_HOLIDAYS: TableReader<CalendarDay> = {
  name: 'NgayNghi', columns: HOLIDAY_COLUMNS, schema: calendarDaySchema, standIn: null,
  raw: (row) => ({ date: date(row.at(HOLIDAY.date)), kind: word(DAY_WORDS, row.at(HOLIDAY.kind)) ?? 'off' }),
};

export const READ_DENOMINATORS: TableReader<Denominator> = {
  name: 'MauSo', columns: DENOMINATOR_COLUMNS, schema: denominatorSchema,
  standIn: { keyOf: (row) => `${row.name}|${row.validFrom ?? ''}`, keyOfRaw: (row) => `${textOf(row.at(DENOMINATOR.name))}|${dateOfCell(row.at(DENOMINATOR.validFrom)) ?? ''}` },
  raw: (row) => ({ name: textOf(row.at(DENOMINATOR.name)), value: number(row.at(DENOMINATOR.value)), ...validity(row) }),
};

/** "Từ ngày" and "Đến ngày", as several tables call them. */
function validity(row: StoredRow): { readonly validFrom: unknown; readonly validTo: unknown } {
  return { validFrom: date(row.at(SEVERITY.validFrom)), validTo: date(row.at(SEVERITY.validTo)) };
}

export const READ_IDENTITIES: TableReader<Identity> = {
  name: 'RangBuoc', columns: IDENTITY_COLUMNS, schema: identitySchema, standIn: null,
  raw: (row) => {
    const kind = word(IDENTITY_WORDS, row.at(IDENTITY.kind));
    const left = textOf(row.at(IDENTITY.left));
    const right = listOf(textOf(row.at(IDENTITY.right)), /[;+]/);
    const offset = number(row.at(IDENTITY.offset));
    const tolerance = number(row.at(IDENTITY.tolerance));
    const scope = word(IDENTITY_SCOPE_WORDS, row.at(IDENTITY.scope)) ?? 'both';
    if (kind !== 'atMost') return { kind, total: left, parts: right, offset: offset ?? 0, tolerance, scope };
    // Whatever stands in cells that mean nothing here is handed on, so that it is refused and not passed over.
    const unused = { ...(offset === null || offset === 0 ? {} : { offset }), ...(tolerance === null || tolerance === 0 ? {} : { tolerance }) };
    return { kind, smaller: left, larger: right.join('; '), scope, ...unused };
  },
};

export const READ_SEVERITIES: TableReader<SeverityChange> = {
  name: 'MucDo', columns: SEVERITY_COLUMNS, schema: severitySchema, standIn: null,
  raw: (row) => ({ check: textOf(row.at(SEVERITY.check)).toUpperCase(), severity: word(SEVERITY_WORDS, row.at(SEVERITY.severity)), reason: textOf(row.at(SEVERITY.reason)), ...validity(row) }),
};

export const READ_THRESHOLDS: TableReader<ThresholdRow> = {
  name: 'Nguong', columns: THRESHOLD_COLUMNS, schema: thresholdRowSchema, standIn: null,
  raw: (row) => ({ name: word(THRESHOLD_WORDS, row.at(THRESHOLD.name)), value: number(row.at(THRESHOLD.value)) }),
};

export const READ_CLOSED_PERIODS: TableReader<ClosedPeriod> = {
  name: 'KyKhoa', columns: CLOSED_PERIOD_COLUMNS, schema: closedPeriodSchema, standIn: null,
  raw: (row) => ({ period: { year: number(row.at(CLOSED_PERIOD.year)), month: number(row.at(CLOSED_PERIOD.month)) }, closedOn: date(row.at(CLOSED_PERIOD.closedOn)) }),
};

export const READ_SCENARIOS: TableReader<ScenarioPoint> = {
  name: 'KichBan', columns: SCENARIO_COLUMNS, schema: scenarioSchema, standIn: null,
  raw: (row) => ({ indicator: textOf(row.at(SCENARIO.indicator)), month: number(row.at(SCENARIO.month)), value: number(row.at(SCENARIO.value)) }),
};

export const READ_PAST_CUMULATIVES: TableReader<PastCumulative> = {
  name: 'LichSuThang', columns: PAST_COLUMNS, schema: pastCumulativeSchema, standIn: null,
  raw: (row) => ({ indicator: textOf(row.at(PAST.indicator)), year: number(row.at(PAST.year)), month: number(row.at(PAST.month)), cumulative: number(row.at(PAST.cumulative)) }),
};
