import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { programme2024 } from '../../src/core/catalogue/programme2024';
import { indexCatalogue } from '../../src/core/catalogue/index-catalogue';
import { addressOf } from '../../src/core/address';
import { cellAt, type Grid } from '../../src/core/grid';
import { formPlan } from '../../src/core/sheets/form';
import type { PlanCell, SheetPlan } from '../../src/core/sheets/plan';
import { emptyPlan } from '../../src/core/sheets/plan-sheet';
import { openFile } from '../../src/files/open-file';
import { writeWorkbook } from '../../src/files/write-workbook';
import { fileFormula } from '../../src/files/write/formula';
import { openXlsx } from '../../src/workbench/io/open';

const index = indexCatalogue(programme2024());
const plan = (more: Partial<SheetPlan>): SheetPlan => ({ ...emptyPlan('Trang', true), ...more });

async function gridsOf(plans: readonly SheetPlan[]): Promise<readonly Grid[]> {
  const outcome = await openFile('a.xlsx', await writeWorkbook(plans));
  if (outcome.status !== 'read') throw new Error(JSON.stringify(outcome.finding));
  return outcome.book.grids;
}

/** What a cell of a written file holds, as a plan would say it. */
function held(grid: Grid | undefined, row: number, column: number): PlanCell {
  const cell = grid === undefined ? null : cellAt(grid, row, column);
  if (cell?.formula !== undefined) return { formula: cell.formula };
  return cell?.content ? (cell.content.kind === 'error' ? cell.content.code : cell.content.value) : null;
}

const text = fc.oneof(
  fc.constantFrom('=1+1', '+84', '-', '@x', "'a", '1.870', '01/02/2024', 'TRUE', '  hai  cách ', 'dòng\nhai', '_x0041_', '<b>&"', 'Sở Công Thương', '𝔸', '…'),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const value = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.boolean(), fc.constant(null));

/** Signs that no XML holds, and line ends that XML reads as one. */
const kept = (cell: PlanCell): PlanCell => {
  if (typeof cell !== 'string') return Object.is(cell, -0) ? 0 : cell;
  const clean = [...cell.normalize('NFC')].filter((sign) => sign >= ' ' || sign === '\t' || sign === '\n' || sign === '\r').filter((sign) => !/[\uFFFE\uFFFF\uD800-\uDFFF]/u.test(sign)).join('').replace(/\r\n?/g, '\n');
  return clean === '' ? null : clean;
};

describe('what is written is read back', () => {
  test('any constants', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 6 }), async (rows) => {
        const [grid] = await gridsOf([plan({ blocks: [{ top: 2, left: 1, rows }] })]);
        rows.forEach((cells, r) => cells.forEach((cell, c) => expect(held(grid, r + 2, c + 1)).toEqual(kept(cell))));
      }),
      { numRuns: 60 },
    );
  });

  test('a whole form with its names, formulas and locked cells', async () => {
    const form = formPlan({ unit: 'SCT', period: { year: 2024, month: 6 }, index });
    const outcome = await openFile('a.xlsx', await writeWorkbook([form]));
    if (outcome.status !== 'read') throw new Error('not read');
    const grid = outcome.book.grids[0];
    for (const { top, left, rows } of form.blocks) {
      rows.forEach((cells, r) => cells.forEach((cell, c) => cell !== null && expect([addressOf(top + r, left + c), held(grid, top + r, left + c)]).toEqual([addressOf(top + r, left + c), typeof cell === 'object' ? { formula: cell.formula } : cell])));
    }
    expect(grid?.isProtected).toBe(true);
    expect(new Set(outcome.book.names.filter(({ name }) => !name.startsWith('_xlnm')).map(({ name, value: constant }) => `${name}=${String(constant)}`))).toEqual(new Set(form.names.map(({ name, formula }) => `${name}=${formula.replace(/^="|"$/g, '')}`)));
    expect(grid?.merges).toHaveLength(form.merges.length);
  });

  test('sheets, looks, tables, rules and print set-up', async () => {
    const bytes = await writeWorkbook([
      plan({ sheet: 'Một', blocks: [{ top: 0, left: 0, rows: [['Mã', 'Số'], ['KT01', 1], ['KT02', { formula: '=[@Mã]&"x"' }]] }], tables: [{ name: 'Bang', area: { top: 0, left: 0, bottom: 2, right: 1 }, style: 'TableStyleLight1' }] }),
      plan({
        sheet: 'Hai', tabColor: '#1F4E79', showGridlines: false, freeze: { rows: 2, columns: 1 }, columnWidths: { 0: 20 }, rowHeights: { 1: 30 }, hiddenColumns: [3],
        blocks: [{ top: 0, left: 0, rows: [['a', 'b'], [{ formula: '=SUM(Bang[Số])' }, 2]] }],
        styles: [{ area: { top: 0, left: 0, bottom: 1, right: 1 }, style: { fontName: 'Times New Roman', border: { edges: 'all', style: 'thin', color: '#000000' } } }, { area: { top: 0, left: 0, bottom: 0, right: 0 }, style: { bold: true, fill: '#FFF9E5', wrap: true, locked: false, numberFormat: '@' } }],
        conditionalFormats: [{ area: { top: 0, left: 0, bottom: 1, right: 0 }, formula: '=$A1=1', fill: '#FF0000', stopIfTrue: true }, { area: { top: 0, left: 1, bottom: 1, right: 1 }, formula: '=$A1=2', bold: true }],
        validations: [{ area: { top: 1, left: 1, bottom: 1, right: 1 }, rule: { kind: 'list', values: ['x', 'y'] } }, { area: { top: 2, left: 0, bottom: 3, right: 0 }, rule: { kind: 'decimal', min: 0, max: 5 } }],
        print: { orientation: 'landscape', fitToPagesWide: 1, titleRows: [0, 1], footer: 'Trang &P', margin: 36 },
      }),
    ]);
    const book = await openXlsx(bytes, 'a.xlsx');
    const [one, two] = book.sheets;
    expect(book.sheets.map(({ name }) => name)).toEqual(['Một', 'Hai']);
    expect(one?.tables.map(({ name, range, columns }) => [name, range.lastRow, columns.map((column) => column.name)])).toEqual([['Bang', 2, ['Mã', 'Số']]]);
    expect(one?.cells.get(2)?.get(1)?.formula).toMatch(/Bang\[\[#This Row\],\[Mã\]\]&"x"/);
    const first = two?.cells.get(0)?.get(0);
    expect(first?.style).toMatchObject({ fill: '#FFF9E5', wrap: true, locked: false, font: { name: 'Times New Roman', bold: true } });
    expect(Object.keys(first?.style.borders ?? {}).sort()).toEqual(['bottom', 'left', 'right', 'top']);
    expect(first?.numberFormat).toBe('@');
    expect(two?.freeze).toEqual({ rows: 2, columns: 1 });
    expect([two?.tabColor, two?.showGridlines]).toEqual(['#1F4E79', false]);
    expect(two?.columns.get(3)?.hidden).toBe(true);
    expect(two?.conditionalFormats.map(({ rule, stopIfTrue }) => [rule.kind, stopIfTrue])).toEqual([['Custom', true], ['Custom', false]]);
    expect(two?.dataValidations.map(({ type }) => type)).toEqual(['List', 'Decimal']);
    expect(two?.pageLayout).toMatchObject({ orientation: 'Landscape', paperSize: 9, zoom: { horizontalFitToPages: 1 }, titleRows: { first: 0, last: 1 } });
    expect(two?.pageLayout.margins.left).toBeCloseTo(36);
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/ht="30"/);
  });
});

describe('formulas as files write them', () => {
  test.each([
    ['=A1+1', '', 'A1+1'],
    ['=[@[Lũy kế]]*2', 'SoLieu', 'SoLieu[[#This Row],[Lũy kế]]*2'],
    ['=[@Mã]&"[@Mã]"', 'SoLieu', 'SoLieu[[#This Row],[Mã]]&"[@Mã]"'],
    ['=SUMIFS(SoLieu[Lũy kế],SoLieu[Mã],$A5)', '', 'SUMIFS(SoLieu[Lũy kế],SoLieu[Mã],$A5)'],
    ['=SoLieu[@Mã]', '', 'SoLieu[[#This Row],[Mã]]'],
    ['=MAXIFS(A:A,B:B,1)+XLOOKUP(1,A:A,B:B)', '', '_xlfn.MAXIFS(A:A,B:B,1)+_xlfn.XLOOKUP(1,A:A,B:B)'],
    ["='Trang [1]'!A1", '', "'Trang [1]'!A1"],
    ['="MAXIFS("', '', '"MAXIFS("'],
    ['=COUNTIFS([Mã],[@Mã])', 'T', 'COUNTIFS(T[Mã],T[[#This Row],[Mã]])'],
  ])('%s', (formula, table, written) => expect(fileFormula(formula, table)).toBe(written));
});
