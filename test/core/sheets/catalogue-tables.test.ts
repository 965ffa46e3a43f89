import fc from 'fast-check';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import type { Catalogue, ClosedPeriod, Denominator, Identity, Indicator, PastCumulative, ScenarioPoint, SeverityChange, Thresholds, UnitPlan } from '../../../src/core/catalogue/types';
import { validateCatalogue } from '../../../src/core/catalogue/validate';
import { CODES } from '../../../src/core/checks/codes';
import type { Cell, Grid, TableArea } from '../../../src/core/grid';
import { SHEETS, TABLES } from '../../../src/core/sheets/names';
import type { PlanCell, SheetPlan } from '../../../src/core/sheets/plan';
import { planCatalogueSheet } from '../../../src/core/sheets/plan-catalogue';
import { faultDraft, readCatalogue } from '../../../src/core/sheets/read-catalogue';
import { serialOf } from '../../../src/core/sheets/serial';
import { findStored } from '../../../src/core/sheets/table';

const programme = programme2024();

interface Book {
  readonly grids: readonly Grid[];
  readonly tables: readonly TableArea[];
}

const EMPTY: Book = { grids: [], tables: [] };

/** The workbook after a plan was carried out; formulas show no result. */
function after(plan: SheetPlan, before: Book = EMPTY): Book {
  const cells: (Cell | null)[][] = before.grids.find((grid) => grid.name === plan.sheet)?.cells.map((row) => [...row]) ?? [];
  for (const block of plan.blocks) block.rows.forEach((row, down) => { row.forEach((value, along) => { put(cells, block.top + down, block.left + along, value); }); });
  const grid: Grid = { name: plan.sheet, origin: { row: 0, column: 0 }, cells, merges: [], hiddenRows: [], hiddenColumns: [], visibility: 'visible', isProtected: false };
  return { grids: [grid], tables: [...before.tables, ...plan.tables.map(({ name, area }) => ({ name, area, sheet: plan.sheet, headers: [] }))] };
}

function put(cells: (Cell | null)[][], row: number, column: number, value: PlanCell): void {
  while (cells.length <= row) cells.push([]);
  const line = cells[row] ?? [];
  while (line.length <= column) line.push(null);
  if (value === null || typeof value === 'boolean') line[column] = null;
  else if (typeof value === 'object') line[column] = { content: null, text: '', formula: value.formula };
  else line[column] = { content: typeof value === 'number' ? { kind: 'number', value } : { kind: 'text', value }, text: '' };
}

const planOf = (catalogue: Catalogue, book: Book = EMPTY): SheetPlan => planCatalogueSheet(catalogue, (name) => findStored(name, book.tables, book.grids), book.grids);
const read = ({ tables, grids }: Book): ReturnType<typeof readCatalogue> => readCatalogue(programme, tables, grids);

/** The book with other values under some headings of one row (1 = the first below the headings). */
function changed(book: Book, name: string, row: number, values: Readonly<Record<string, PlanCell>>): Book {
  const table = findStored(name, book.tables, book.grids);
  if (!table) throw new Error(name);
  const cells = table.grid.cells.map((line) => [...line]);
  for (const [header, value] of Object.entries(values)) put(cells, table.area.top + row, table.columnOf(header) ?? NaN, value);
  const area = { ...table.area, bottom: Math.max(table.area.bottom, table.area.top + row) };
  return { grids: [{ ...table.grid, cells }], tables: book.tables.map((each) => (each.name === name ? { ...each, area } : each)) };
}

const without = (book: Book, names: readonly string[]): Book => ({ ...book, tables: book.tables.filter((table) => !names.includes(table.name)) });

const NEW_TABLES: readonly string[] = [TABLES.identities, TABLES.severities, TABLES.thresholds, TABLES.closedPeriods, TABLES.scenarios, TABLES.pastCumulatives];
const filled = after(planOf(programme));

test('the programme comes back as it was', () => {
  expect(read(filled)).toEqual({ catalogue: programme, faults: [] });
});

describe('any sound catalogue comes back as it was', () => {
  const codes = programme.indicators.map((each) => each.code);
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));
  const ordered = fc.tuple(number, number).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
  const day = fc.date({ min: new Date('2023-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  const validity = fc.record({ from: fc.option(day), to: fc.option(day) }).map(({ from, to }) => (from !== null && to !== null && from > to ? { validFrom: to, validTo: from } : { validFrom: from, validTo: to }));
  const text = fc.string({ unit: fc.constantFrom(...'aăâbđêôơưỳ KT=+-@"|0.,&'), minLength: 1, maxLength: 30 }).map((value) => value.normalize('NFC').trim()).filter((value) => value !== '');
  const band = fc.oneof(fc.constant(null), ordered, ordered.map(({ min }) => ({ min, max: null })), ordered.map(({ max }) => ({ min: null, max })));
  const indicator = (given: Indicator): fc.Arbitrary<Indicator> =>
    fc.record({ name: text, short: text, range: ordered, open: fc.boolean(), plausible: band, cuts: fc.option(fc.tuple(fc.double({ min: 0, max: 10, noNaN: true }), fc.double({ min: 0, max: 10, noNaN: true }))), decimals: fc.nat(6), tolerance: fc.option(fc.double({ min: 0, max: 1, noNaN: true })) })
      .map(({ name, short, range, open, plausible, cuts, decimals, tolerance }) => {
        const [low, high] = [Math.min(...(cuts ?? [0])), Math.max(...(cuts ?? [0]))];
        const inPoints = given.kind === 'rate' || given.kind === 'growth' || given.kind === 'change';
        return {
          ...given, name, short, decimals, tolerance, plausible, bounds: { ...range, minExclusive: open, maxExclusive: !open },
          cuts: cuts === null ? null : inPoints ? { onTrack: low, behind: high } : { onTrack: high, behind: low },
        };
      });
  const scope = fc.constantFrom('report' as const, 'province' as const);
  const identity: fc.Arbitrary<Identity> = fc.oneof(
    fc.record({ of: fc.shuffledSubarray(codes, { minLength: 2, maxLength: 5 }), offset: number, tolerance: fc.option(fc.double({ min: 0, max: 1, noNaN: true })), scope })
      .map(({ of: [total = '', ...parts], offset, tolerance, scope: where }): Identity => ({ kind: 'sum', total, parts, offset, tolerance, scope: where })),
    fc.record({ of: fc.shuffledSubarray(codes, { minLength: 2, maxLength: 2 }), scope }).map(({ of: [smaller = '', larger = ''], scope: where }): Identity => ({ kind: 'atMost', smaller, larger, scope: where })),
  );
  const identities = fc.uniqueArray(identity, { maxLength: 8, selector: (row) => (row.kind === 'sum' ? `${row.total} ${[...row.parts].sort().join()}` : `${row.smaller} ${row.larger}`) });
  const severities: fc.Arbitrary<SeverityChange[]> = fc.uniqueArray(
    fc.record({ check: fc.constantFrom(...Object.keys(CODES)), severity: fc.constantFrom('E' as const, 'W' as const, 'I' as const), reason: text, days: validity }).map(({ days, ...rest }) => ({ ...rest, ...days })),
    { maxLength: 6, selector: (row) => row.check },
  );
  const share = fc.double({ min: 0, max: 5, noNaN: true });
  const positive = fc.double({ min: 0.01, max: 9, noNaN: true });
  const thresholds: fc.Arbitrary<Thresholds> = fc.record({
    revisionShare: share, revisedFigures: share, outlierScore: positive, outlierMonths: fc.integer({ min: 3, max: 12 }), outlierShare: share, identicalCells: fc.integer({ min: 2, max: 40 }),
    crossCheckShare: share, overshootShare: positive, unitPlanShare: share, remindDays: fc.nat(30), lateMonths: fc.integer({ min: 2, max: 12 }), freeDayGrace: fc.nat(1), percentPoints: share,
  });
  const closedPeriods: fc.Arbitrary<ClosedPeriod[]> = fc.uniqueArray(
    fc.record({ period: fc.record({ year: fc.integer({ min: 2000, max: 2100 }), month: fc.integer({ min: 1, max: 12 }) }), closedOn: day }),
    { maxLength: 6, selector: ({ period }) => `${period.year}|${period.month}` },
  );
  const flows = programme.indicators.filter(({ kind }) => kind === 'flow').map(({ code }) => code);
  const onPaths = programme.indicators.filter(({ kind, target }) => target?.kind === 'number' && (kind === 'flow' || kind === 'rate' || kind === 'growth' || kind === 'change')).map(({ code }) => code);
  const scenarios: fc.Arbitrary<ScenarioPoint[]> = fc.uniqueArray(
    fc.record({ indicator: fc.constantFrom(...onPaths), month: fc.integer({ min: 1, max: 12 }), value: number }),
    { maxLength: 12, selector: (row) => `${row.indicator}|${row.month}` },
  );
  const pastCumulatives: fc.Arbitrary<PastCumulative[]> = fc.uniqueArray(
    fc.record({ indicator: fc.constantFrom(...flows), year: fc.integer({ min: 2020, max: 2023 }), month: fc.integer({ min: 1, max: 12 }), cumulative: fc.double({ min: 0, max: 1e6, noNaN: true }) }),
    { maxLength: 12, selector: (row) => `${row.indicator}|${row.year}|${row.month}` },
  ).map((rows) => rows.map((row) => ({ ...row, cumulative: row.month === 12 ? 2e6 : Math.abs(row.cumulative) })));
  const unitPlans: fc.Arbitrary<UnitPlan[]> = fc.uniqueArray(
    fc.record({ unit: fc.constantFrom(...programme.units.map((unit) => unit.code)), indicator: fc.constantFrom(...codes), plan: number }),
    { maxLength: 10, selector: (row) => `${row.unit}|${row.indicator}` },
  );
  const denominators: fc.Arbitrary<Denominator[]> = fc.uniqueArray(fc.record({ name: text, value: positive, days: validity }).map(({ days, ...rest }) => ({ ...rest, ...days })), { maxLength: 4, selector: (row) => row.name })
    .map((rows) => [...programme.denominators, ...rows.filter((row) => programme.denominators.every((each) => each.name !== row.name))]);
  const catalogue: fc.Arbitrary<Catalogue> = fc.record({
    year: fc.constant(programme.year), indicators: fc.tuple(...programme.indicators.map(indicator)), units: fc.constant(programme.units), assignments: fc.constant(programme.assignments),
    unitPlans, denominators, identities, holidays: fc.uniqueArray(fc.record({ date: day, kind: fc.constantFrom('off' as const, 'working' as const) }), { maxLength: 5, selector: (row) => row.date }), thresholds, severities, closedPeriods, scenarios, pastCumulatives, tasks: fc.constant(programme.tasks),
  });

  test('written, read and written again', () => {
    fc.assert(
      fc.property(catalogue, (given) => {
        expect(validateCatalogue(given)).toEqual([]);
        const book = after(planOf(given));
        expect(read(book)).toEqual({ catalogue: given, faults: [] });
        expect(planOf(given, book).blocks).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a faulty row is named with its cell and left out; the rest works', () => {
  const rule = { 'Loại': 'tổng', 'Vế trái': 'KT03', 'Vế phải': 'KT04', 'Cộng thêm': 0, 'Dung sai': 0.01, 'Phạm vi': 'cả hai' };
  const change = { 'Mã kiểm tra': 'L01', 'Mức': 'Cảnh báo', 'Lý do': 'đang thống nhất cách tính' };
  const planned = { 'Mã chỉ tiêu': 'KT03', 'Tháng': 3, 'Giá trị': 400 };
  const year2023 = { 'Mã chỉ tiêu': 'KT03', 'Năm': 2023, 'Tháng': 3, 'Lũy kế': 380 };
  const closed = { 'Năm': 2024, 'Tháng': 3, 'Ngày khóa': serialOf('2024-05-31') };
  const cases: readonly (readonly [table: string, values: Readonly<Record<string, PlanCell>>, problem: string, header: string])[] = [
    [TABLES.identities, { ...rule, 'Vế trái': 'KT99' }, 'unknownIndicator', 'Vế trái'],
    [TABLES.identities, { ...rule, 'Vế phải': 'KT04; KT99' }, 'unknownIndicator', 'Vế phải'],
    [TABLES.identities, { ...rule, 'Vế phải': 'KT04 và KT05' }, 'badValue', 'Vế phải'],
    [TABLES.identities, { ...rule, 'Vế phải': 'KT03 + KT04' }, 'badValue', 'Vế phải'],
    [TABLES.identities, { ...rule, 'Vế phải': 'KT04 + KT04' }, 'badValue', 'Vế phải'],
    [TABLES.identities, { ...rule, 'Vế phải': null }, 'badValue', 'Vế phải'],
    [TABLES.identities, { ...rule, 'Loại': 'hiệu' }, 'badValue', 'Loại'],
    [TABLES.identities, { ...rule, 'Dung sai': -1 }, 'badValue', 'Dung sai'],
    [TABLES.identities, { ...rule, 'Dung sai': 'nhỏ' }, 'badValue', 'Dung sai'],
    [TABLES.identities, { ...rule, 'Phạm vi': 'cả nước' }, 'badValue', 'Phạm vi'],
    [TABLES.identities, { ...rule, 'Vế trái': 'KT04', 'Vế phải': 'KT04.2; KT04.1', 'Phạm vi': 'toàn tỉnh' }, 'duplicateCode', 'Vế trái'],
    [TABLES.identities, { 'Loại': 'không vượt quá', 'Vế trái': 'KT03', 'Vế phải': 'KT99' }, 'unknownIndicator', 'Vế phải'],
    [TABLES.identities, { 'Loại': 'không vượt quá', 'Vế trái': 'KT03', 'Vế phải': 'KT04; KT05' }, 'badValue', 'Vế phải'],
    [TABLES.identities, { 'Loại': 'không vượt quá', 'Vế trái': 'KT03', 'Vế phải': 'KT03' }, 'badValue', 'Vế phải'],
    [TABLES.identities, { 'Loại': 'không vượt quá', 'Vế trái': 'KT03', 'Vế phải': 'KT04', 'Cộng thêm': 5 }, 'badValue', 'Cộng thêm'],
    [TABLES.identities, { 'Loại': 'không vượt quá', 'Vế trái': 'XH09', 'Vế phải': 'XH08', 'Phạm vi': 'trong báo cáo' }, 'duplicateCode', 'Vế trái'],
    [TABLES.severities, { ...change, 'Mã kiểm tra': 'L99' }, 'unknownCheck', 'Mã kiểm tra'],
    [TABLES.severities, { ...change, 'Mức': 'nặng' }, 'badValue', 'Mức'],
    [TABLES.severities, { ...change, 'Mức': null }, 'badValue', 'Mức'],
    [TABLES.severities, { ...change, 'Lý do': null }, 'missingReason', 'Lý do'],
    [TABLES.severities, { ...change, 'Lý do': '   ' }, 'missingReason', 'Lý do'],
    [TABLES.severities, { ...change, 'Từ ngày': 'mai' }, 'badValue', 'Từ ngày'],
    [TABLES.severities, { ...change, 'Từ ngày': serialOf('2024-06-01'), 'Đến ngày': serialOf('2024-05-01') }, 'minAboveMax', 'Đến ngày'],
    [TABLES.closedPeriods, { ...closed, 'Tháng': 13 }, 'badValue', 'Tháng'],
    [TABLES.closedPeriods, { ...closed, 'Năm': 24 }, 'badValue', 'Năm'],
    [TABLES.closedPeriods, { ...closed, 'Ngày khóa': null }, 'badValue', 'Ngày khóa'],
    [TABLES.scenarios, { ...planned, 'Mã chỉ tiêu': 'KT99' }, 'unknownIndicator', 'Mã chỉ tiêu'],
    [TABLES.scenarios, { ...planned, 'Mã chỉ tiêu': 'XH12' }, 'wrongKind', 'Mã chỉ tiêu'],
    [TABLES.scenarios, { ...planned, 'Mã chỉ tiêu': 'NV08.1' }, 'wrongKind', 'Mã chỉ tiêu'],
    [TABLES.scenarios, { ...planned, 'Tháng': 0 }, 'badValue', 'Tháng'],
    [TABLES.scenarios, { ...planned, 'Giá trị': null }, 'badValue', 'Giá trị'],
    [TABLES.scenarios, { ...planned, 'Giá trị': 'nhiều' }, 'badValue', 'Giá trị'],
    [TABLES.pastCumulatives, { ...year2023, 'Mã chỉ tiêu': 'KT99' }, 'unknownIndicator', 'Mã chỉ tiêu'],
    [TABLES.pastCumulatives, { ...year2023, 'Mã chỉ tiêu': 'XH07' }, 'wrongKind', 'Mã chỉ tiêu'],
    [TABLES.pastCumulatives, { ...year2023, 'Năm': 23 }, 'badValue', 'Năm'],
    [TABLES.pastCumulatives, { ...year2023, 'Tháng': 13 }, 'badValue', 'Tháng'],
    [TABLES.pastCumulatives, { ...year2023, 'Lũy kế': -1 }, 'badValue', 'Lũy kế'],
  ];
  test.each(cases)('%s %j: %s in %s', (table, values, problem, header) => {
    const row = (findStored(table, filled.tables, filled.grids)?.rows.length ?? 0) + 1;
    const book = changed(filled, table, row, values);
    const { catalogue, faults } = read(book);
    expect(faults.map((fault) => [fault.table, fault.problem])).toEqual([[table, problem]]);
    const stored = findStored(table, book.tables, book.grids);
    expect(faults[0]?.cell).toBe(nameOf(stored?.columnOf(header) ?? -1, (stored?.area.top ?? 0) + row));
    expect(faults[0]?.sheet).toBe(SHEETS.catalogue);
    expect(catalogue).toEqual(programme);
  });

  test('a rule of an indicator that nobody knows is R03, every other fault R04', () => {
    const fault = { table: TABLES.identities, detail: 'KT99', sheet: SHEETS.catalogue, cell: 'B3' };
    expect(faultDraft({ ...fault, problem: 'unknownIndicator' })).toMatchObject({ code: 'R03', params: { table: 'RangBuoc', code: 'KT99' }, cells: ['B3'] });
    expect(faultDraft({ ...fault, problem: 'badValue' })).toMatchObject({ code: 'R04', params: { table: 'RangBuoc', problem: 'badValue', detail: 'KT99' } });
    expect(faultDraft({ ...fault, table: TABLES.assignments, problem: 'unknownIndicator' })).toMatchObject({ code: 'R04' });
    expect(faultDraft({ ...fault, problem: 'missingColumn', cell: '' }).cells).toEqual([]);
  });

  test.each<[string, number, Readonly<Record<string, PlanCell>>, string, string]>([
    ['a name that is none', 1, { 'Ngưỡng': 'Gì đó' }, 'badValue', 'Ngưỡng'],
    ['no value', 1, { 'Giá trị': null }, 'badValue', 'Giá trị'],
    ['a value as text', 1, { 'Giá trị': 'mười phần trăm' }, 'badValue', 'Giá trị'],
    ['a value out of its range', 4, { 'Giá trị': 2 }, 'badValue', 'Giá trị'],
    ['a name twice', 2, { 'Ngưỡng': 'Sửa số tháng trước' }, 'duplicateCode', 'Ngưỡng'],
  ])('a threshold: %s; the programme’s stays', (_name, row, values, problem, header) => {
    const book = changed(filled, TABLES.thresholds, row, values);
    const { catalogue, faults } = read(book);
    const stored = findStored(TABLES.thresholds, book.tables, book.grids);
    expect(faults).toEqual([expect.objectContaining({ table: 'Nguong', problem, cell: nameOf(stored?.columnOf(header) ?? -1, (stored?.area.top ?? 0) + row) })]);
    expect(catalogue.thresholds).toEqual(programme.thresholds);
  });

  test.each<[string, Readonly<Record<string, PlanCell>>, string, string]>([
    ['band', { 'Hợp lý từ': 5, 'Hợp lý đến': 4 }, 'minAboveMax', 'Hợp lý từ'],
    ['one cut without the other', { 'Ngưỡng đúng tiến độ': 0.9 }, 'badValue', 'Ngưỡng chậm'],
    ['cuts the wrong way round', { 'Ngưỡng đúng tiến độ': 0.7, 'Ngưỡng chậm': 0.9 }, 'minAboveMax', 'Ngưỡng đúng tiến độ'],
    ['upper bound', { 'Cận trên': 'cao' }, 'badValue', 'Cận trên'],
    ['decimals', { 'Số lẻ': 1.5 }, 'badValue', 'Số lẻ'],
  ])('an indicator: %s; the programme’s row stays', (_name, values, problem, header) => {
    const row = programme.indicators.findIndex((each) => each.kind === 'flow') + 1;
    const book = changed(filled, TABLES.indicators, row, values);
    const { catalogue, faults } = read(book);
    const stored = findStored(TABLES.indicators, book.tables, book.grids);
    expect(faults).toEqual([expect.objectContaining({ table: 'ChiTieu', problem, cell: nameOf(stored?.columnOf(header) ?? -1, (stored?.area.top ?? 0) + row) })]);
    expect(catalogue).toEqual(programme);
  });
});

describe('what an analyst changes is in force', () => {
  test('a rule of another tolerance, one taken out, one added', () => {
    const first = changed(filled, TABLES.identities, 1, { 'Dung sai': 0.02, 'Vế phải': 'KT04.1 + KT04.2' });
    const second = changed(first, TABLES.identities, 4, { 'Loại': null, 'Vế trái': null, 'Vế phải': null, 'Phạm vi': null });
    const { catalogue, faults } = read(changed(second, TABLES.identities, 8, { 'Loại': 'Không vượt quá', 'Vế trái': 'XH07', 'Vế phải': 'XH08' }));
    expect(faults).toEqual([]);
    expect(catalogue.identities[0]).toMatchObject({ tolerance: 0.02, parts: ['KT04.1', 'KT04.2'] });
    expect(catalogue.identities).toHaveLength(programme.identities.length);
    expect(catalogue.identities.at(-1)).toEqual({ kind: 'atMost', smaller: 'XH07', larger: 'XH08', scope: 'both' });
  });

  test('severities, thresholds, closed months, bands and cuts', () => {
    let book = changed(filled, TABLES.severities, 1, { 'Mã kiểm tra': 'l01', 'Mức': 'cảnh báo', 'Lý do': 'chờ hướng dẫn', 'Từ ngày': serialOf('2024-06-01') });
    book = changed(book, TABLES.thresholds, 1, { 'Giá trị': 0.2 });
    book = changed(book, TABLES.closedPeriods, 1, { 'Năm': 2024, 'Tháng': 1, 'Ngày khóa': serialOf('2024-02-29') });
    book = changed(book, TABLES.indicators, 3, { 'Hợp lý đến': 100, 'Ngưỡng đúng tiến độ': 0.9, 'Ngưỡng chậm': 0.5 });
    const { catalogue, faults } = read(book);
    expect(faults).toEqual([]);
    expect(catalogue.severities).toEqual([{ check: 'L01', severity: 'W', reason: 'chờ hướng dẫn', validFrom: '2024-06-01', validTo: null }]);
    expect(catalogue.thresholds).toEqual({ ...programme.thresholds, revisionShare: 0.2 });
    expect(catalogue.closedPeriods).toEqual([{ period: { year: 2024, month: 1 }, closedOn: '2024-02-29' }]);
    expect(catalogue.indicators[2]).toMatchObject({ plausible: { min: null, max: 100 }, cuts: { onTrack: 0.9, behind: 0.5 } });
  });
});

describe('a workbook from before', () => {
  const old = without(filled, NEW_TABLES);

  test('without the tables: the programme’s rules', () => {
    expect(read(old)).toEqual({ catalogue: programme, faults: [] });
  });

  test('without the columns: the programme’s bands and cuts', () => {
    const banded: Catalogue = { ...programme, indicators: programme.indicators.map((each) => ({ ...each, plausible: { min: 0, max: 1 }, cuts: { onTrack: 1, behind: 1 } })) };
    const table = findStored(TABLES.indicators, filled.tables, filled.grids);
    if (!table) throw new Error('no table');
    const cells = table.grid.cells.map((row) => [...row]);
    for (const header of ['Hợp lý từ', 'Hợp lý đến', 'Ngưỡng đúng tiến độ', 'Ngưỡng chậm']) put(cells, table.area.top, table.columnOf(header) ?? NaN, `cột ${header}`);
    expect(readCatalogue(banded, filled.tables, [{ ...table.grid, cells }])).toEqual({ catalogue: banded, faults: [] });
  });

  test('an indicator that the analysts took out takes its rules of the programme along, without a word', () => {
    const fewer: Catalogue = { ...programme, indicators: programme.indicators.filter((each) => each.code !== 'XH09'), assignments: programme.assignments.filter((each) => each.indicator !== 'XH09') };
    const { catalogue, faults } = read(without(after(planOf(fewer)), NEW_TABLES));
    expect(faults).toEqual([]);
    expect(catalogue.identities).toEqual(programme.identities.filter((identity) => identity.kind === 'sum' || identity.smaller !== 'XH09'));
  });

  test('gets the tables that it lacks, to the right of everything, with titles; nothing of its own is touched', () => {
    const [grid] = filled.grids;
    if (!grid) throw new Error('no sheet');
    const kept = new Set(old.tables.map((table) => table.area.right));
    const right = Math.max(...kept);
    const cut: Book = { ...old, grids: [{ ...grid, cells: grid.cells.map((row) => row.slice(0, right + 1)) }] };
    const noted = cut.grids.map((each) => ({ ...each, cells: each.cells.map((row) => [...row]) }));
    put(noted[0]?.cells ?? [], 5, right + 4, 'ghi chú của tôi');
    const plan = planOf(programme, { ...cut, grids: noted });
    expect(plan.isNew).toBe(false);
    expect(plan.tables.map((table) => table.name)).toEqual(NEW_TABLES);
    expect(Math.min(...plan.blocks.map((block) => block.left))).toBe(right + 6);
    expect(plan.blocks.filter((block) => block.top === 0)).toHaveLength(NEW_TABLES.length);
    const book = after(plan, { ...cut, grids: noted });
    expect(read(book)).toEqual({ catalogue: programme, faults: [] });
    expect(planOf(programme, book)).toMatchObject({ blocks: [], tables: [], styles: [] });
  });
});

function nameOf(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
