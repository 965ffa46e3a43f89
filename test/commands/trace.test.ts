import { hashText } from '../../src/core/hash';
import { indexCatalogue } from '../../src/core/catalogue/index-catalogue';
import { readOwnSheets, summaryGrid } from '../../src/core/sheets/read-own';
import { findStored } from '../../src/core/sheets/table';
import { traceFigure } from '../../src/core/trace/trace';
import { readHomes } from '../../src/excel/read';
import { openXlsx } from '../../src/workbench/io/open';
import { saveXlsx } from '../../src/workbench/io/save';
import type { WorkbookModel } from '../../src/workbench/model/types';
import type { TraceOutcome } from '../../src/commands';
import type { Trace } from '../../src/commands/trace';
import { inExcel } from '../excel/world';
import { addReportSheet, columnOf, corrected, factRow, fileOf, filesOf, juneWorkbook, LATER, mayWorkbook, openOffice, placeOf, rowsOf, summaryCell, truth, type Office } from './office';

jest.setTimeout(180_000);

const open: Office[] = [];
afterEach(() => {
  for (const office of open.splice(0)) office.excel.dispose();
});

async function at(model?: WorkbookModel): Promise<Office> {
  const office = await openOffice(model);
  open.push(office);
  return office;
}

/** Selects a figure of Tổng hợp as an analyst does, and asks where it comes from. */
async function traceOf(office: Office, indicator: string, header: string): Promise<TraceOutcome> {
  const { row, col } = summaryCell(office.model, indicator, header);
  await select(office, 'Tổng hợp', row, col);
  office.excel.host.resetCounters();
  return office.commands.traceCell();
}

const select = (office: Office, sheet: string, row: number, col: number): Promise<void> =>
  inExcel(office.excel, (workbook) => {
    workbook.worksheets.getItem(sheet).activate();
    workbook.worksheets.getItem(sheet).getRangeByIndexes(row, col, 1, 1).select();
  });

function traced(outcome: TraceOutcome): Trace {
  if (outcome.kind !== 'traced') throw new Error(`not traced: ${JSON.stringify(outcome)}`);
  return outcome.trace;
}

const sumOf = (trace: Trace, figure: string): number => trace.sources.flatMap((source) => source.numbers).filter((number) => number.figure === figure).reduce((sum, { value }) => sum + (value ?? 0), 0);

test('a sum over districts: units, months, files and cells that add up to it, in two round trips, from a workbook that was opened again', async () => {
  const office = await at(await juneWorkbook());
  const outcome = await traceOf(office, 'XH02', 'Lũy kế');
  const trace = traced(outcome);
  expect(office.excel.host.counters.requests).toBeLessThanOrEqual(2);
  expect(outcome).toMatchObject({ kind: 'traced', roundTrips: 2 });
  expect(trace).toMatchObject({ indicator: 'XH02', key: 'cumulative', of: 'XH02', rule: 'sum', period: { year: 2024, month: 6 }, overwritten: false });
  expect(trace.value).toBe(truth.months[6]?.['XH02']?.cum);
  expect(trace.shown).toBe(trace.value);
  expect(trace.formula).toMatch(/^=.*SoLieu\[/);
  expect(sumOf(trace, 'cumulative')).toBeCloseTo(trace.value ?? NaN, 9);
  for (const source of trace.sources) {
    const [number] = source.numbers;
    const row = factRow(office.model, source.unit, 'XH02', 6);
    expect(number?.value).toBe(row.at('Lũy kế'));
    expect(placeOf(number?.fact?.address ?? '')).toEqual({ row: row.row, col: columnOf(office.model, 'SoLieu', 'Lũy kế') });
    expect(number?.fact?.sheet).toBe('Số liệu');
    expect(source.file).toBe(row.at('Tệp'));
    expect(String(row.at('Ô'))).toContain(`lũy kế=${number?.cell ?? '?'}`);
    expect(source.months.map(({ period }) => period.month)).toEqual(rowsOf(office.model, 'SoLieu').filter((each) => each.at('Mã đơn vị') === source.unit && each.at('Mã chỉ tiêu') === 'XH02').map((each) => Number(each.at('Tháng'))).sort((a, b) => a - b));
  }
  // A click on the source leads nowhere while the report is a file.
  expect(trace.sources.every((source) => source.numbers.every((number) => number.source === null))).toBe(true);
});

test('every figure of every indicator: what the add-in computes is what the sheet shows', async () => {
  await at(await juneWorkbook());
  const read = await readHomes({ sheets: ['Tổng hợp', 'Số liệu', 'Danh mục'], tables: [], names: [] });
  if (!read.ok) throw new Error(JSON.stringify(read));
  const { snapshot: { book: { grids, names }, tables, sheetNames } } = read.value;
  const own = readOwnSheets({ grids, tables, names });
  const shared = { index: indexCatalogue(own.catalogue), facts: own.facts, period: { year: 2024, month: 6 }, summary: summaryGrid(grids), table: findStored('SoLieu', tables, grids), sheetNames };
  const wrong: string[] = [];
  for (const { code } of own.catalogue.indicators) {
    for (const key of ['month', 'cumulative', 'lastYear', 'percentOfPlan', 'percentOfLastYear', 'expected', 'gap', 'gapToDate', 'pace', 'forecast', 'needed', 'coverage', 'asOf', 'used', 'contributors'] as const) {
      const trace = traceFigure({ ...shared, indicator: code, key });
      if (!trace) throw new Error(code);
      // A column without a formula for this kind of indicator has no origin to compare.
      if (trace.formula === null) continue;
      const same = trace.value === null ? trace.shown === null : typeof trace.shown === 'number' && Math.abs(trace.value - trace.shown) <= 1e-9 * Math.max(1, Math.abs(trace.value));
      if (!same) wrong.push(`${code} ${key}: ${String(trace.value)} ≠ ${String(trace.shown)}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('a rate: numerators and denominators, which make it; the formula reads them and not the stated rates', async () => {
  const office = await at(await juneWorkbook());
  const trace = traced(await traceOf(office, 'XH07', 'Lũy kế'));
  expect(trace.rule).toBe('ratio');
  expect(trace.sources[0]?.numbers.map(({ figure }) => figure)).toEqual(['numerator', 'denominator']);
  expect((sumOf(trace, 'numerator') / sumOf(trace, 'denominator')) * 100).toBeCloseTo(trace.value ?? NaN, 9);
  expect([trace.numerator, trace.denominator]).toEqual([sumOf(trace, 'numerator'), sumOf(trace, 'denominator')]);
});

test('a column that follows from others says which cells it reads, and goes on to the same units', async () => {
  const office = await at(await juneWorkbook());
  const trace = traced(await traceOf(office, 'KT04', 'So với KH (%)'));
  expect(trace.operands.map(({ key }) => key)).toEqual(['plan', 'cumulative']);
  expect(trace.operands.map(({ value }) => value)).toEqual([16687, summaryCell(office.model, 'KT04', 'Lũy kế').value]);
  expect(trace.sources.map(({ unit }) => unit)).toEqual(['STC']);
});

test('a derived figure leads to the facts of the one that it follows from', async () => {
  const office = await at(await juneWorkbook());
  const growth = traced(await traceOf(office, 'NV01', 'Lũy kế'));
  expect(growth).toMatchObject({ rule: 'growth', of: 'KT04' });
  expect(growth.operands).toContainEqual(expect.objectContaining({ indicator: 'KT04', key: 'lastYear' }));
  expect(growth.sources.map(({ unit }) => unit)).toEqual(['STC']);
});

test('what is held stands beside the figure with its reasons, and what is missing by name', async () => {
  const office = await at(await mayWorkbook());
  // The exports came as a text that can be read in two ways: held.
  await office.consolidate(6, [await corrected(fileOf(6, 'SCT'), { H12: '1.051' }), ...filesOf(6).filter(({ name }) => !name.startsWith('SCT_') && !name.startsWith('STC_'))], { now: LATER });
  const held = traced(await traceOf(office, 'KT03', 'Lũy kế'));
  expect(held.sources).toEqual([]);
  expect(held.beside).toContainEqual(expect.objectContaining({ unit: 'SCT', why: 'held', reasons: expect.arrayContaining(['V04']), period: { year: 2024, month: 6 } }));
  const late = traced(await traceOf(office, 'KT04', 'Lũy kế'));
  expect(late.beside).toContainEqual(expect.objectContaining({ unit: 'STC', why: 'older', period: { year: 2024, month: 5 } }));
  expect(late.value).toBeNull();
});

test('a report that is a sheet of this workbook can be gone to, under whatever name the workbook was saved since', async () => {
  const office = await at(await mayWorkbook());
  await addReportSheet(office.model, fileOf(6, 'STC'), 'Tài chính');
  await office.consolidate(6, []);
  const again = await at(await openXlsx(await saveXlsx(office.model), 'Tên khác.xlsx'));
  const [number] = traced(await traceOf(again, 'KT04', 'Lũy kế')).sources[0]?.numbers ?? [];
  expect(number?.source).toEqual({ sheet: 'Tài chính', address: number?.cell });
  expect(hashText('').length).toBe(28);
  expect(await again.commands.goToCell(number?.source?.sheet ?? '', number?.source?.address ?? '')).toBeNull();
});

test('rows sorted, columns moved, sheets renamed: the figure is found all the same, with one more round trip', async () => {
  const office = await at(await juneWorkbook());
  await inExcel(office.excel, (workbook) => {
    workbook.worksheets.getItem('Số liệu').name = 'Dữ liệu gốc';
    workbook.worksheets.getItem('Tổng hợp').name = 'Tổng hợp T6';
  });
  office.excel.host.resetCounters();
  const trace = traced(await office.commands.traceFigure({ indicator: 'XH02', key: 'cumulative' }));
  expect(office.excel.host.counters.requests).toBe(3);
  expect(trace.sources[0]?.numbers[0]?.fact?.sheet).toBe('Dữ liệu gốc');
  expect(trace.place?.sheet).toBe('Tổng hợp T6');
  expect(trace.shown).toBe(trace.value);
});

test('another month typed into the sheet: the origin is that month’s', async () => {
  const office = await at(await juneWorkbook());
  office.excel.host.user.type('Tổng hợp', 6, 3, '4');
  const trace = traced(await traceOf(office, 'KT03', 'Lũy kế'));
  expect(trace.period).toEqual({ year: 2024, month: 4 });
  expect(trace.value).toBe(truth.months[4]?.['KT03']?.cum);
  expect(trace.sources.map(({ period }) => period.month)).toEqual([4]);
});

test('a formula that somebody typed over is told', async () => {
  const office = await at(await juneWorkbook());
  const { row, col } = summaryCell(office.model, 'KT03', 'Lũy kế');
  office.excel.host.user.type('Tổng hợp', row, col, '999');
  expect(traced(await traceOf(office, 'KT03', 'Lũy kế'))).toMatchObject({ overwritten: true, shown: 999, formula: null });
});

test.each([
  ['a heading', 8, 5],
  ['a name', 10, 2],
  ['a blank cell', 200, 30],
])('%s is no figure', async (_name, row, col) => {
  const office = await at(await juneWorkbook());
  await select(office, 'Tổng hợp', row, col);
  expect((await office.commands.traceCell()).kind).toBe('noFigure');
});

test('another sheet, and a workbook without figures', async () => {
  const office = await at(await juneWorkbook());
  await select(office, 'Số liệu', 1, 7);
  expect(await office.commands.traceCell()).toEqual({ kind: 'noFigure', sheet: 'Số liệu', address: 'H2' });
  const empty = await at();
  expect(await empty.commands.traceCell()).toEqual({ kind: 'noSummary' });
});
