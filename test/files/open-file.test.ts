import { utils } from '@e965/xlsx';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { cellAt, type Book, type Grid } from '../../src/core/grid';
import { LIMITS } from '../../src/files/limits';
import { openFile } from '../../src/files/open-file';
import { compoundWith, converted, ODS, rawOds, rawXlsx, repeatable, sampleFile, sampleFiles, written, XLS, XLSX } from './making';

async function bookOf(name: string, bytes: Uint8Array): Promise<Book> {
  const outcome = await openFile(name, bytes);
  if (outcome.status !== 'read') throw new Error(`${name}: ${outcome.finding.code} ${JSON.stringify(outcome.finding.params)}`);
  return outcome.book;
}

async function onlySheet(name: string, bytes: Uint8Array): Promise<Grid> {
  const [grid, ...more] = (await bookOf(name, bytes)).grids;
  if (!grid || more.length > 0) throw new Error('one sheet was expected');
  return grid;
}

async function refusalOf(name: string, bytes: Uint8Array): Promise<unknown> {
  const outcome = await openFile(name, bytes);
  return outcome.status === 'read' ? 'read' : [outcome.status, outcome.finding.code, outcome.finding.params];
}

const filled = (grid: Grid): number => grid.cells.flat().filter((cell) => cell !== null && cell !== undefined).length;
const textAt = (grid: Grid, row: number, column: number): string | undefined => cellAt(grid, row, column)?.text;

describe('the samples', () => {
  test.each(sampleFiles().map((file) => [file.name, file.bytes] as const))('%s opens', async (name, bytes) => {
    const outcome = await openFile(name, bytes);
    if (outcome.status !== 'read') throw new Error(JSON.stringify(outcome.finding));
    expect(outcome.findings).toEqual([]);
    expect(outcome.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(outcome.book.modified).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(filled(outcome.book.grids[0] ?? EMPTY)).toBeGreaterThan(15);
  });

  test('a standard form comes with its names, merges, numbers, texts and formulas', async () => {
    const book = await bookOf('SCT_2024-06.xlsx', XLSX().bytes);
    expect(book.names).toEqual([
      { name: 'CT_DonVi', scope: null, value: 'SCT' },
      { name: 'CT_Ky', scope: null, value: '2024-06' },
      { name: 'CT_PhienBan', scope: null, value: '2024.1' },
    ]);
    const [grid] = book.grids;
    if (!grid) throw new Error('no sheet');
    expect(grid.name).toBe('Biểu 01');
    expect(grid.merges).toHaveLength(15);
    const row = grid.cells.findIndex((cells) => cells[1]?.text === 'KT03');
    expect(cellAt(grid, row, 7)?.content).toEqual({ kind: 'text', value: '1.051' });
    expect(cellAt(grid, row, 6)?.content).toEqual({ kind: 'number', value: 150 });
    expect(cellAt(grid, row, 9)?.formula).toBe(`=IF(N(E${row + 1})=0,"",ROUND(H${row + 1}/E${row + 1}*100,2))`);
  });

  test.each([
    ['the .xls', XLS(), [['T6', 1, 17]], 34.67],
    ['the .ods', ODS(), [['T6', 1, 17], ['Ghi chú nội bộ', 0, 4]], '34,79'],
  ] as const)('%s', async (_, file, sheets, socialInsurance) => {
    const book = await bookOf(file.name, file.bytes);
    expect(book.grids.map((grid) => [grid.name, grid.origin.column, grid.cells.length])).toEqual(sheets);
    const [grid] = book.grids;
    if (!grid) throw new Error('no sheet');
    expect(cellAt(grid, 8, 6)?.content).toMatchObject({ value: socialInsurance });
    expect(cellAt(grid, 8, 8)?.content?.kind).toBe('number');
    expect(textAt(grid, 0, 1)).toMatch(/^UBND HUYỆN/);
    expect(grid.merges).toEqual([{ top: 2, left: 1, bottom: 2, right: 9 }]);
  });

  test.each(['xlsx', 'xlsm', 'xlsb', 'biff8', 'ods'] as const)('the same form as %s holds the same values', async (type) => {
    const contents = (book: Book): unknown => book.grids[0]?.cells.map((row) => row.map((cell) => cell?.content ?? null));
    const name = `SCT_2024-06.${type === 'biff8' ? 'xls' : type}`;
    expect(contents(await bookOf(name, converted(type)))).toEqual(contents(await bookOf('SCT_2024-06.xlsx', XLSX().bytes)));
  });

  test('the name of the file does not matter, its content does', async () => {
    const { grids } = await bookOf('SCT.xls', XLSX().bytes);
    expect(grids[0]?.name).toBe('Biểu 01');
  });

  test('a workbook with macros opens without them', async () => {
    const parts = converted('xlsm');
    expect((await bookOf('a.xlsm', parts)).grids).toHaveLength(1);
  });
});

const EMPTY: Grid = { name: '', origin: { row: 0, column: 0 }, cells: [], merges: [], hiddenRows: [], hiddenColumns: [], visibility: 'visible', isProtected: false };

describe('what cells hold', () => {
  const one = async (cell: string, options?: Parameters<typeof rawXlsx>[1]): Promise<unknown> =>
    cellAt(await onlySheet('a.xlsx', rawXlsx(`<sheetData><row r="3">${cell}</row></sheetData>`, options)), 2, 1);

  test.each([
    ['an error', '<c r="B3" t="e"><v>#REF!</v></c>', { content: { kind: 'error', code: '#REF!' }, text: '#REF!' }],
    ['division by zero', '<c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c>', { content: { kind: 'error', code: '#DIV/0!' }, text: '#DIV/0!', formula: '=1/0' }],
    ['a newer error', '<c r="B3" t="e"><v>#SPILL!</v></c>', { content: { kind: 'error', code: '#SPILL!' }, text: '#SPILL!' }],
    ['a text that looks like an error', '<c r="B3" t="inlineStr"><is><t>#REF!</t></is></c>', { content: { kind: 'text', value: '#REF!' }, text: '#REF!' }],
    ['true', '<c r="B3" t="b"><v>1</v></c>', { content: { kind: 'boolean', value: true }, text: 'TRUE' }],
    ['an empty result', '<c r="B3" t="str"><f>IF(1,"")</f><v></v></c>', { content: { kind: 'text', value: '' }, text: '', formula: '=IF(1,"")' }],
    ['a formula without a result', '<c r="B3"><f>1+1</f></c>', { content: null, text: '', formula: '=1+1' }],
    ['decomposed letters stay as they are', `<c r="B3" t="inlineStr"><is><t>${'Hòa'.normalize('NFD')}</t></is></c>`, { content: { kind: 'text', value: 'Hòa'.normalize('NFD') }, text: 'Hòa'.normalize('NFD') }],
    ['blanks around stay', '<c r="B3" t="inlineStr"><is><t xml:space="preserve"> 12 </t></is></c>', { content: { kind: 'text', value: ' 12 ' }, text: ' 12 ' }],
    ['all digits', '<c r="B3"><v>0.1234567890123456</v></c>', { content: { kind: 'number', value: 0.1234567890123456 } }],
  ])('%s', async (_, cell, expected) => expect(await one(cell)).toMatchObject(expected));

  test('a number without end is no number', async () => {
    expect(await one('<c r="B3"><v>1e999</v></c>')).toMatchObject({ content: { kind: 'text' } });
  });

  const formats = (code: string): string =>
    `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="170" formatCode="${code}"/></numFmts><fonts><font><name val="Calibri"/></font><font><sz val="12"/><name val=".VnTime"/></font></fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="170" fontId="1"/></cellXfs></styleSheet>`;

  test.each([
    ['dd.mm.yyyy', '45458', '15.06.2024'],
    ['dd/mm/yyyy', '45458', '15/06/2024'],
    ['0.0%', '0.945', '94.5%'],
    ['#,##0.00', '1870', '1,870.00'],
  ])('%s shows %s as %s', async (format, value, text) => {
    expect(await one(`<c r="B3" s="1"><v>${value}</v></c>`, { styles: formats(format) })).toEqual({ content: { kind: 'number', value: Number(value) }, text, format, font: '.VnTime' });
  });

  test('dates of the 1904 system keep their serial and show the right day', async () => {
    const options = { styles: formats('dd/mm/yyyy'), workbook: '<workbookPr date1904="1"/>' };
    const bytes = rawXlsx('<sheetData><row r="3"><c r="B3" s="1"><v>43996</v></c></row></sheetData>', options);
    const book = await bookOf('a.xlsx', bytes);
    expect(book.date1904).toBe(true);
    expect(book.grids[0]?.cells[0]?.[0]).toMatchObject({ content: { kind: 'number', value: 43996 }, text: '15/06/2024' });
  });

  test('an everyday font is not mentioned', async () => {
    expect(await one('<c r="B3" s="0"><v>1</v></c>', { styles: formats('0') })).toEqual({ content: { kind: 'number', value: 1 }, text: '1' });
  });
});

describe('what a sheet says beside its cells', () => {
  test('origin and extent are those of the cells that hold something', async () => {
    const grid = await onlySheet('a.xlsx', rawXlsx('<dimension ref="A1:XFD1048576"/><sheetData><row r="4"><c r="A4" s="0"/><c r="C4"><v>1</v></c><c r="F4" s="0"/></row><row r="6"><c r="D6"><v>2</v></c></row><row r="900000"><c r="A900000" s="0"/></row></sheetData>'));
    expect(grid.origin).toEqual({ row: 3, column: 2 });
    expect(grid.cells.map((row) => row.map((cell) => cell?.text ?? null))).toEqual([['1'], [], [null, '2']]);
  });

  test('hidden rows and columns, merges and protection', async () => {
    const grid = await onlySheet(
      'a.xlsx',
      rawXlsx('<cols><col min="3" max="4" width="9" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row></sheetData><sheetProtection sheet="1" formatCells="0"/><mergeCells><mergeCell ref="A1:B2"/></mergeCells>'),
    );
    expect(grid).toMatchObject({ hiddenRows: [1], hiddenColumns: [2, 3], isProtected: true, merges: [{ top: 0, left: 0, bottom: 1, right: 1 }] });
  });

  test.each([
    ['<sheetProtection formatCells="0"/>', false],
    ['<sheetProtection sheet="0"/>', false],
    ['', false],
  ])('no protection: %s', async (tag, expected) => {
    expect((await onlySheet('a.xlsx', rawXlsx(`<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>${tag}`))).isProtected).toBe(expected);
  });

  test.each([
    ['"SCT"', 'SCT'],
    ['"a""b"', 'a"b'],
    ['6', 6],
    ['-1.5', -1.5],
    ['TRUE', true],
    ["'Biểu'!$A$1", "='Biểu'!$A$1"],
  ])('the name %s has the value %s', async (formula, value) => {
    const names = `<definedNames><definedName name="CT_DonVi" localSheetId="0">${formula.replace(/"/g, '&quot;')}</definedName></definedNames>`;
    expect((await bookOf('a.xlsx', rawXlsx('<sheetData/>', { names }))).names).toEqual([{ name: 'CT_DonVi', scope: 'Biểu', value }]);
  });

  test.each(['xlsx', 'xlsb', 'biff8'] as const)('hidden and protected sheets of %s', async (type) => {
    const workbook = utils.book_new();
    const locked = utils.aoa_to_sheet([[1]]);
    locked['!protect'] = { formatCells: true };
    utils.book_append_sheet(workbook, locked, 'khóa');
    utils.book_append_sheet(workbook, utils.aoa_to_sheet([[2]]), 'ẩn');
    utils.book_append_sheet(workbook, utils.aoa_to_sheet([[3]]), 'rất ẩn');
    workbook.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 2 }] };
    const bytes = written(workbook, type);
    if (type === 'biff8') protectFirstSheet(bytes);
    const { grids } = await bookOf('a.bin', bytes);
    expect(grids.map((grid) => [grid.name, grid.visibility, grid.isProtected])).toEqual([
      ['khóa', 'visible', true],
      ['ẩn', 'hidden', false],
      ['rất ẩn', 'veryHidden', false],
    ]);
  });

  test('OpenDocument: hidden sheet, rows and columns, protection, a constant name', async () => {
    const style = '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const cell = '<table:table-cell office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell>';
    const bytes = rawOds(
      `<table:table table:name="A" table:style-name="ta2" table:protected="true"><table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>` +
        `<table:table-row>${cell}</table:table-row><table:table-row table:visibility="filter" table:number-rows-repeated="2">${cell}</table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>` +
        '<table:named-expressions><table:named-expression table:name="CT_DonVi" table:expression="of:=&quot;CL&quot;"/></table:named-expressions>',
      style,
    );
    const book = await bookOf('a.ods', bytes);
    expect(book.names).toEqual([{ name: 'CT_DonVi', scope: null, value: 'CL' }]);
    expect(book.grids[0]).toMatchObject({ visibility: 'hidden', isProtected: true, hiddenRows: [1, 2], hiddenColumns: [1, 2] });
    expect(book.grids[0]?.cells.map((row) => row[0]?.content)).toEqual(Array.from({ length: 3 }, () => ({ kind: 'number', value: 5 })));
  });

  test('a sheet whose part is missing is told, and the others are read', async () => {
    const bytes = rawXlsx('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>').slice();
    const workbook = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Có" sheetId="1" r:id="rId1"/><sheet name="Hỏng" sheetId="2" r:id="rId9"/></sheets></workbook>';
    const outcome = await openFile('a.xlsx', replacePart(bytes, 'xl/workbook.xml', workbook));
    if (outcome.status !== 'read') throw new Error(JSON.stringify(outcome.finding));
    expect(outcome.book.grids.map((grid) => grid.name)).toEqual(['Có']);
    expect(outcome.findings).toMatchObject([{ code: 'F11', sheet: 'Hỏng', params: { reason: 'brokenSheet', part: 'Hỏng' } }]);
  });
});

/** The writer of .xls leaves protection out: the first sheet's record "calculation mode" becomes the record "protected". */
function protectFirstSheet(xls: Uint8Array): void {
  const at = Buffer.from(xls).indexOf(Buffer.from([0x0d, 0, 2, 0, 1, 0]));
  expect(at).toBeGreaterThan(0);
  xls[at] = 0x12;
}

function replacePart(zip: Uint8Array, name: string, xml: string): Uint8Array {
  return zipSync({ ...unzipSync(zip), [name]: strToU8(xml) });
}

describe('what is refused', () => {
  const text = (content: string): Uint8Array => strToU8(content);
  const shorter = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length - 400);
  const name32 = 'x'.repeat(32);
  test.each<[string, string, Uint8Array, unknown]>([
    ['nothing in it', 'a.xlsx', new Uint8Array(), ['skipped', 'F04', { reason: 'empty' }]],
    ['a lock file', '~$SCT_2024-06.xlsx', text('\u0005user'), ['skipped', 'F04', { reason: 'lockFile' }]],
    ['a lock file of LibreOffice', '.~lock.a.xlsx#', text('x'), ['skipped', 'F04', { reason: 'lockFile' }]],
    ['html called .xls', 'a.xls', text('<html><table><tr><td>3,5</td></tr></table></html>'), ['rejected', 'F01', { reason: 'mislabelled', looksLike: 'HTML' }]],
    ['html behind a mark and a comment', 'a.xls', text('\ufeff\n<!-- x -->\n<TABLE>'), ['rejected', 'F01', { reason: 'mislabelled', looksLike: 'HTML' }]],
    ['csv called .xlsx', 'a.xlsx', text('a,b\n1,2\n'), ['rejected', 'F01', { reason: 'mislabelled', looksLike: 'CSV' }]],
    ['PDF called .xlsx', 'a.xlsx', text('%PDF-1.7\n'), ['rejected', 'F01', { reason: 'mislabelled', looksLike: 'PDF' }]],
    ['PDF called .csv', 'a.csv', text('%PDF-1.7\n'), ['rejected', 'F01', { reason: 'mislabelled', looksLike: 'PDF' }]],
    ['an honest PDF', 'a.pdf', text('%PDF-1.7\n'), ['rejected', 'F01', { reason: 'notWorkbook', looksLike: 'PDF' }]],
    ['PNG', 'a.xlsx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), ['rejected', 'F01', { reason: 'mislabelled', looksLike: 'PNG' }]],
    ['bytes without sense', 'a.xlsx', new Uint8Array([1, 2, 3, 4, 5]), ['rejected', 'F01', { reason: 'damaged', looksLike: '' }]],
    ['bytes without sense called .csv', 'a.csv', new Uint8Array([1, 2, 3, 4, 5]), ['rejected', 'F01', { reason: 'notWorkbook', looksLike: '' }]],
    ['XML of Excel 2003', 'a.xls', text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'), ['rejected', 'F01', { reason: 'unsupported', looksLike: 'XML 2003' }]],
    ['Excel 4', 'a.xls', new Uint8Array([9, 4, 6, 0, 0, 0, 16, 0, 0, 0]), ['rejected', 'F01', { reason: 'unsupported', looksLike: 'Excel 2–5' }]],
    ['a truncated .xlsx', 'a.xlsx', shorter(XLSX().bytes), ['rejected', 'F01', { reason: 'damaged', looksLike: 'zip' }]],
    ['a truncated .xls', 'a.xls', XLS().bytes.subarray(0, 3000), ['rejected', 'F01', { reason: 'damaged', looksLike: 'xls' }]],
    ['a Word document', 'a.xlsx', zipSync({ '[Content_Types].xml': text('<Types/>'), 'word/document.xml': text('<w/>') }), ['rejected', 'F01', { reason: 'notWorkbook', looksLike: 'Word' }]],
    ['a zip of files', 'a.zip', zipSync({ 'a.xlsx': XLSX().bytes }), ['rejected', 'F01', { reason: 'notWorkbook', looksLike: 'zip' }]],
    ['a sheet name that Excel cannot have', 'a.xlsx', rawXlsx('<sheetData/>', { sheetName: name32 }), ['rejected', 'F01', { reason: 'damaged', looksLike: 'xlsx' }]],
    ['columns past the last', 'a.xlsx', rawXlsx('<cols><col min="1" max="900000000" width="9"/></cols><sheetData/>'), ['rejected', 'F01', { reason: 'damaged', looksLike: 'xlsx' }]],
    ['a password', 'a.xlsx', compoundWith('EncryptedPackage'), ['rejected', 'F02', {}]],
    ['a Word 97 document', 'a.xls', compoundWith('WordDocument'), ['rejected', 'F01', { reason: 'notWorkbook', looksLike: 'Word' }]],
    ['an .xls stream of zeros', 'a.xls', compoundWith('Workbook'), ['rejected', 'F01', { reason: 'damaged', looksLike: 'xls' }]],
    ['Excel 5', 'a.xls', compoundWith('Book'), ['rejected', 'F01', { reason: 'unsupported', looksLike: 'Excel 5' }]],
  ])('%s', async (_, name, bytes, expected) => expect(await refusalOf(name, bytes)).toEqual(expected));

  test('an .ods with a password', async () => {
    const bytes = zipSync({ mimetype: text('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': text('?'), 'META-INF/manifest.xml': text('<manifest:encryption-data/>') });
    expect(await refusalOf('a.ods', bytes)).toEqual(['rejected', 'F02', {}]);
  });

  test('a zip entry with a password', async () => {
    const bytes = zipSync({ 'xl/workbook.xml': text('x') });
    const central = bytes.findIndex((byte, at) => byte === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1);
    bytes[central + 8] = 1;
    expect(await refusalOf('a.xlsx', bytes)).toEqual(['rejected', 'F02', {}]);
  });

  test('one file that expands a thousandfold', async () => {
    const bytes = zipSync({ '[Content_Types].xml': text('<Types/>'), 'xl/workbook.xml': text('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(40 * 1024 * 1024).fill(32) });
    expect(bytes.length).toBeLessThan(100_000);
    expect(await refusalOf('a.xlsx', bytes)).toEqual(['rejected', 'F03', { reason: 'expands', limit: LIMITS.ratioFrom }]);
  });

  test('a declared size that the content passes by far', async () => {
    const bytes = zipSync({ '[Content_Types].xml': text('<Types/>'), 'xl/workbook.xml': new Uint8Array(8 * 1024 * 1024).fill(32) });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at += 1) if (view.getUint32(at, true) === 8 * 1024 * 1024) view.setUint32(at, 100, true);
    expect(await refusalOf('a.xlsx', bytes)).toEqual(['rejected', 'F01', { reason: 'damaged', looksLike: 'zip' }]);
  });

  test('more rows than cells are allowed, by one repetition of OpenDocument', async () => {
    const cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell>';
    const bytes = rawOds(`<table:table table:name="A"><table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row></table:table>`);
    expect(await refusalOf('a.ods', bytes)).toEqual(['rejected', 'F03', { reason: 'tooManyCells', limit: LIMITS.cells }]);
  });

  test('cells so far apart that the rectangle between them is too large', async () => {
    const rows = Array.from({ length: 100 }, (_, row) => `<row r="${row + 1}"><c r="${row % 2 ? 'XFD' : 'A'}${row + 1}"><v>1</v></c></row>`).join('');
    expect((await onlySheet('a.xlsx', rawXlsx(`<sheetData>${rows}</sheetData>`))).cells).toHaveLength(100);
    const wide = Array.from({ length: 200 }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c><c r="XFD${row + 1}"><v>1</v></c></row>`).join('');
    expect(await refusalOf('a.xlsx', rawXlsx(`<sheetData>${wide}</sheetData>`))).toEqual(['rejected', 'F03', { reason: 'tooManyCells', limit: LIMITS.cells }]);
  });

  test('too many sheets', async () => {
    const workbook = utils.book_new();
    for (let index = 0; index <= LIMITS.sheets; index += 1) utils.book_append_sheet(workbook, utils.aoa_to_sheet([[index]]), `T${index}`);
    expect(await refusalOf('a.xlsx', written(workbook, 'xlsx'))).toEqual(['rejected', 'F03', { reason: 'tooManySheets', limit: LIMITS.sheets }]);
  });
});

describe('damage', () => {
  const sources = [['xlsx', XLSX().bytes], ['xlsb', converted('xlsb')], ['ods', ODS().bytes]] as const;
  test.each(sources)('200 broken copies of an %s are refused or hold what the whole one holds', async (type, whole) => {
    const grids = (await bookOf(`a.${type}`, whole)).grids;
    const random = repeatable(type.charCodeAt(3) + 7);
    let refused = 0;
    for (let round = 0; round < 200; round += 1) {
      const copy = whole.slice(0, round % 3 === 0 ? Math.floor(random() * whole.length) : whole.length);
      for (let flips = round % 3 === 1 ? 1 : 20; flips > 0 && round % 3 > 0; flips -= 1) {
        const at = Math.floor(random() * copy.length);
        copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      }
      const outcome = await openFile(`a.${type}`, copy);
      if (outcome.status !== 'read') refused += 1;
      else expect(outcome.book.grids).toEqual(grids);
      expect(outcome.milliseconds).toBeLessThan(5_000);
    }
    expect(refused).toBeGreaterThan(100);
  });

  test('200 broken copies of an .xls end in an outcome', async () => {
    const whole = XLS().bytes;
    const random = repeatable(4);
    for (let round = 0; round < 200; round += 1) {
      const copy = whole.slice();
      for (let flips = 1 + (round % 20); flips > 0; flips -= 1) copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
      expect(['read', 'rejected']).toContain((await openFile('a.xls', copy)).status);
    }
  });

  test('every single byte of the sheet part changed is noticed', async () => {
    const bytes = XLSX().bytes;
    const name = 'xl/worksheets/sheet1.xml';
    const start = Buffer.from(bytes).indexOf(name) + name.length;
    for (let at = start; at < start + 300; at += 1) {
      const copy = bytes.slice();
      copy[at] = (copy[at] ?? 0) ^ 0x10;
      expect((await openFile('a.xlsx', copy)).status).toBe('rejected');
    }
  });

  test('never throws, whatever the bytes and the name', async () => {
    const starts = fc.constantFrom<number[]>([], [0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], [9, 8, 16, 0], [0xff, 0xfe], [0x3c]);
    const names = fc.constantFrom('a.xlsx', 'a.csv', 'a.xls', 'a.ods', 'a', '');
    await fc.assert(
      fc.asyncProperty(starts, fc.uint8Array({ maxLength: 2000 }), names, async (start, rest, name) => {
        const outcome = await openFile(name, new Uint8Array([...start, ...rest]));
        expect(outcome.file).toBe(name);
      }),
      { numRuns: 500 },
    );
  });
});

test('the NFD names of a file are kept as they are', async () => {
  const file = sampleFile('2024-06', 'SCT_2024-06.xlsx');
  const name = 'Báo cáo Ninh Hòa.xlsx'.normalize('NFD');
  expect((await bookOf(name, file.bytes)).file).toBe(name);
});
