import { filesOf, agrees, columnOf, factRow, juneWorkbook, LATER, openOffice, rowsOf, sheetNamed, summaryCell, truth, type Office } from './office';

jest.setTimeout(180_000);

let office: Office;
beforeEach(async () => {
  office = await openOffice(await juneWorkbook());
});
afterEach(() => office.excel.dispose());

function type(unit: string, indicator: string, month: number, header: string, text: string): void {
  const { row } = factRow(office.model, unit, indicator, month);
  office.excel.host.user.type('Số liệu', row, columnOf(office.model, 'SoLieu', header), text);
}

/** What Tổng hợp shows against the truth of a month: the places that differ. */
function wrong(month: number): string[] {
  const figures = truth.months[month] ?? {};
  return Object.entries(figures).flatMap(([code, { month: own, cum, last, coverage }]) => {
    const shown: readonly (readonly [string, number | undefined])[] = [['Thực hiện tháng', own], ['Lũy kế', cum], ['Cùng kỳ năm trước', last], ...(coverage === undefined ? [] : ([['Độ phủ', coverage]] as const))];
    return shown.flatMap(([header, stated]) => {
      const { value } = summaryCell(office.model, code, header);
      return agrees(value, stated) ? [] : [`${code} ${header}: ${JSON.stringify(value)} ≠ ${String(stated)}`];
    });
  });
}

test.each([6, 5, 4, 3, 2])('the report month typed into its cell: %i shows that month as it was', (month) => {
  office.excel.host.user.type('Tổng hợp', 6, 3, String(month));
  expect(wrong(month)).toEqual([]);
});

test('a fact that is no longer used leaves the sum, and comes back', () => {
  const before = summaryCell(office.model, 'XH02', 'Lũy kế').value;
  const own = factRow(office.model, 'NT', 'XH02', 6).at('Lũy kế');
  const coverage = summaryCell(office.model, 'XH02', 'Độ phủ').value;
  if (typeof before !== 'number' || typeof own !== 'number' || typeof coverage !== 'number') throw new Error('there is a figure');
  type('NT', 'XH02', 6, 'Dùng', '0');
  expect(summaryCell(office.model, 'XH02', 'Độ phủ').value).toBeLessThan(coverage);
  expect(summaryCell(office.model, 'XH02', 'Lũy kế').value).toBe(before - own);
  type('NT', 'XH02', 6, 'Dùng', '1');
  expect(summaryCell(office.model, 'XH02', 'Lũy kế').value).toBe(before);
});

test('a fact corrected by hand: the sheet follows, ratios and shares of the plan too', () => {
  type('STC', 'KT04', 6, 'Lũy kế', '9000');
  expect(summaryCell(office.model, 'KT04', 'Lũy kế').value).toBe(9000);
  expect(summaryCell(office.model, 'KT04', 'So với KH (%)').value).toBeCloseTo((9000 / 16687) * 100, 10);
});

test('a fact corrected by hand in a report that is read again gives way, old → new told', async () => {
  const reported = factRow(office.model, 'STC', 'KT04', 6).at('Lũy kế');
  type('STC', 'KT04', 6, 'Lũy kế', '9000');
  const preview = await office.preview(6, filesOf(6), { now: LATER });
  expect(preview.consolidation.changes).toEqual([expect.objectContaining({ kind: 'changed', unit: 'STC', indicator: 'KT04', figure: 'cumulative', before: 9000, after: reported })]);
  expect(await office.commands.writeConsolidation(preview)).toMatchObject({ kind: 'written', differences: [] });
  expect(factRow(office.model, 'STC', 'KT04', 6).at('Lũy kế')).toBe(reported);
});

test('a fact corrected by hand whose report is not read again stays', async () => {
  type('STC', 'KT04', 6, 'Lũy kế', '9000');
  const others = filesOf(6).filter(({ name }) => !name.startsWith('STC'));
  const preview = await office.preview(6, others, { now: LATER });
  expect(preview.consolidation.changes).toEqual([]);
  expect(preview.consolidation.figures.find(({ indicator }) => indicator === 'KT04')?.cumulative).toBe(9000);
});

test('a fact typed below the table by hand counts, and is kept by the next consolidation', async () => {
  const { row } = rowsOf(office.model, 'SoLieu').at(-1) ?? { row: 0 };
  const cells: Record<string, string> = { 'Năm': '2024', 'Tháng': '6', 'Mã đơn vị': 'KS', 'Mã chỉ tiêu': 'XH02', 'Vai trò': 'thành phần', 'Thực hiện tháng': '5', 'Lũy kế': '40', 'Trạng thái số liệu': 'có số liệu', 'Dùng': '1', 'Cách có': 'nhập tay' };
  const before = summaryCell(office.model, 'XH02', 'Lũy kế').value;
  const { table } = { table: office.model.sheets.flatMap((sheet) => sheet.tables).find((each) => each.name === 'SoLieu') };
  if (table === undefined || typeof before !== 'number') throw new Error('SoLieu');
  const last = table.range.lastRow;
  await office.excel.run(async (context) => {
    const facts = context.workbook.tables.getItem('SoLieu');
    facts.resize(context.workbook.worksheets.getItem('Số liệu').getRangeByIndexes(0, 0, last + 2, table.range.lastCol + 1));
    await context.sync();
  });
  for (const [header, text] of Object.entries(cells)) office.excel.host.user.type('Số liệu', row + 1, columnOf(office.model, 'SoLieu', header), text);
  const outcome = await office.consolidate(6, filesOf(6), { now: LATER });
  expect(outcome.differences).toEqual([]);
  expect(factRow(office.model, 'KS', 'XH02', 6).at('Lũy kế')).toBe(40);
  expect(summaryCell(office.model, 'XH02', 'Lũy kế').value).toBe(before + 40);
  expect((await office.preview(6, filesOf(6))).plans).toEqual([]);
});

describe('Danh mục', () => {
  const place = (table: string, key: string, header: string): readonly [number, number] => {
    const row = rowsOf(office.model, table).find((each) => each.at('Mã') === key)?.row;
    if (row === undefined) throw new Error(`${table} has no ${key}`);
    return [row, columnOf(office.model, table, header)];
  };

  test('a faulty edit is a finding with its cell; the last good catalogue stays in force', async () => {
    const [row, col] = place('ChiTieu', 'KT04', 'Loại');
    office.excel.host.user.type('Danh mục', row, col, 'lung tung');
    const preview = await office.preview(6, filesOf(6));
    const fault = preview.findings.find(({ code }) => code === 'R04');
    expect(fault).toMatchObject({ severity: 'E', sheet: 'Danh mục' });
    expect(fault?.cells).toEqual([`H${row + 1}`]);
    expect(preview.catalogue.indicators.find(({ code }) => code === 'KT04')?.kind).toBe('flow');
    expect(preview.consolidation.figures.find(({ indicator }) => indicator === 'KT04')?.cumulative).toBe(truth.months[6]?.KT04?.cum ?? null);
    expect(sheetNamed(office.model, 'Danh mục').cells.get(row)?.get(col)?.value).toBe('lung tung');
  });

  test('a good edit is in force at once: a new target is judged against', async () => {
    const [row, col] = place('ChiTieu', 'KT04', 'Mục tiêu');
    office.excel.host.user.type('Danh mục', row, col, '20000');
    const outcome = await office.consolidate(6, filesOf(6), { now: LATER });
    expect(outcome.differences).toEqual([]);
    expect(summaryCell(office.model, 'KT04', 'Kế hoạch năm 2024').value).toBe(20_000);
  });
});
