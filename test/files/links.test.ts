import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Book } from '../../src/core/grid';
import { fileNameOf, linkOfSupBook } from '../../src/files/links';
import { openFile } from '../../src/files/open-file';
import { prepareCompound } from '../../src/files/xls';
import { compoundWith, converted, rawOds, rawXlsx, sampleFiles, XLSX } from './making';

async function bookOf(name: string, bytes: Uint8Array): Promise<Book> {
  const outcome = await openFile(name, bytes);
  if (outcome.status !== 'read') throw new Error(`${name}: ${outcome.finding.code}`);
  return outcome.book;
}

const facts = async (name: string, bytes: Uint8Array): Promise<string> => {
  const { links, hasMacros } = await bookOf(name, bytes);
  return `${(links ?? []).join(', ')}${hasMacros === true ? ' +macros' : ''}`;
};

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (type: string, target: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${type}" Target="${target}" TargetMode="External"/></Relationships>`;
const PATH = `${REL}/externalLinkPath`;

/** The June form of SCT with more parts in it. */
function withParts(parts: Readonly<Record<string, string>>): Uint8Array {
  const more = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return zipSync({ ...unzipSync(XLSX().bytes), ...more });
}

describe('file names of targets', () => {
  test.each([
    ['Book.xlsx', 'Book.xlsx'],
    ['file:///C:\\Users\\a\\Bao%20cao%20th%C3%A1ng%205.xlsx', 'Bao cao tháng 5.xlsx'],
    ['../2023/T12.xls', 'T12.xls'],
    ['https://tinh.sharepoint.com/a/b.xlsx?web=1', 'b.xlsx'],
    ['/Users/a/100%.xlsx', '100%.xlsx'],
    ['C:\\', ''],
    ['', ''],
  ])('%s', (target, name) => expect(fileNameOf(target)).toBe(name));
});

describe('an .xlsx', () => {
  test('links to workbooks in the order of the numbers in its formulas', async () => {
    const book = rawXlsx('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>', { names: '<externalReferences><externalReference r:id="rId9"/><externalReference r:id="rId8"/></externalReferences>' });
    const parts = unzipSync(book);
    const rels = new TextDecoder().decode(parts['xl/_rels/workbook.xml.rels']).replace('</Relationships>', `<Relationship Id="rId8" Type="${REL}/externalLink" Target="externalLinks/externalLink1.xml"/><Relationship Id="rId9" Type="${REL}/externalLink" Target="externalLinks/externalLink2.xml"/></Relationships>`);
    const bytes = zipSync({
      ...parts,
      'xl/_rels/workbook.xml.rels': strToU8(rels),
      'xl/externalLinks/externalLink1.xml': strToU8('<externalLink/>'),
      'xl/externalLinks/externalLink2.xml': strToU8('<externalLink/>'),
      'xl/externalLinks/_rels/externalLink1.xml.rels': strToU8(relations(PATH, 'Nam%202023.xlsx')),
      'xl/externalLinks/_rels/externalLink2.xml.rels': strToU8(relations(PATH, 'file:///D:/Thang5.xlsx')),
    });
    expect(await facts('a.xlsx', bytes)).toBe('Thang5.xlsx, Nam 2023.xlsx');
  });

  const MS = 'http://schemas.microsoft.com/office/2006/relationships/xlExternalLinkPath';
  test.each([
    ['a workbook that is not there any more', `${MS}/xlPathMissing`, 'Cu.xlsx', 'Cu.xlsx'],
    ['an OLE server', `${REL}/oleObject`, 'file:///C:/a.docx', ''],
    ['an add-in', `${MS}/xlLibrary`, 'EUROTOOL.XLAM', ''],
  ])('%s', async (_what, type, target, expected) => {
    const bytes = withParts({ 'xl/externalLinks/externalLink1.xml': '<externalLink/>', 'xl/externalLinks/_rels/externalLink1.xml.rels': relations(type, target) });
    expect(await facts('a.xlsx', bytes)).toBe(expected);
  });

  test('hyperlinks of a sheet are no links to workbooks', async () => {
    const bytes = withParts({ 'xl/worksheets/_rels/sheet1.xml.rels': relations(`${REL}/hyperlink`, 'https://khanhhoa.gov.vn/a.xlsx') });
    expect(await facts('a.xlsx', bytes)).toBe('');
  });

  test('macros are told and left behind', async () => {
    expect(await facts('a.xlsm', withParts({ 'xl/vbaProject.bin': 'Attribute VB_Name' }))).toBe(' +macros');
    expect(await facts('a.xlsx', XLSX().bytes)).toBe('');
  });
});

test('an .xlsb tells both', async () => {
  const bytes = zipSync({
    ...unzipSync(converted('xlsb')),
    'xl/vbaProject.bin': strToU8('x'),
    'xl/externalLinks/_rels/externalLink1.bin.rels': strToU8(relations(PATH, 'Nam2023.xlsb')),
  });
  expect(await facts('a.xlsb', bytes)).toBe('Nam2023.xlsb +macros');
});

describe('an .ods', () => {
  const cell = (formula: string): string => `<table:table table:name="T6"><table:table-row><table:table-cell table:formula="${formula}" office:value-type="float" office:value="3"><text:p>3</text:p></table:table-cell></table:table-row></table:table>`;
  test.each([
    ['a formula', cell("of:=['file:///C:/a/Th%C3%A1ng 5.ods'#$Sheet1.A1]"), 'Tháng 5.ods'],
    ['its quotes escaped', cell('of:=[&apos;file:///C:/a/b.xlsx&apos;#$Sheet1.A1]'), 'b.xlsx'],
    ['the same file twice', cell("of:=['file:///b.ods'#$A.A1]+['file:///b.ods'#$A.A2]"), 'b.ods'],
    ['a text that names a path', cell('of:=&quot;file:///b.ods&quot;'), ''],
    ['a formula within the file', cell('of:=[.A2]'), ''],
  ])('%s', async (_what, content, expected) => expect(await facts('a.ods', rawOds(content))).toBe(expected));

  test('modules of Basic are macros, the lists of an empty library are none', async () => {
    const bytes = unzipSync(rawOds(cell('of:=1+2')));
    expect(await facts('a.ods', zipSync({ ...bytes, 'Basic/script-lc.xml': strToU8('<a/>'), 'Basic/Standard/script-lb.xml': strToU8('<a/>') }))).toBe('');
    expect(await facts('a.ods', zipSync({ ...bytes, 'Basic/Standard/Module1.xml': strToU8('<a/>') }))).toBe(' +macros');
  });
});

describe('an .xls', () => {
  test.each([
    ['\u0001\u0001CUsers\u0003a\u0003Thang 5.xls', 'Thang 5.xls'],
    ['\u0001\u0001@may\\chung\u0003T5.xls', 'T5.xls'],
    ['T5.xls', 'T5.xls'],
    ['Word.Document\u0003C:\\a.doc', null],
    ['', null],
  ])('a SUPBOOK %j', (path, expected) => expect(linkOfSupBook(path)).toBe(expected));

  test('its records are walked', () => {
    const bytes = compoundWith('Workbook');
    const record = (type: number, body: readonly number[]): number[] => [type & 0xff, type >> 8, body.length & 0xff, body.length >> 8, ...body];
    const path = [...'\u0001D\u0003T5.xls'].map((letter) => letter.charCodeAt(0));
    bytes.set([...record(0x0809, [0x00, 0x06, 0x05, 0x00]), ...record(0x01ae, [1, 0, 0x01, 0x04]), ...record(0x01ae, [1, 0, path.length, 0, 0, ...path]), ...record(0x000a, [])], 512 * 3);
    const prepared = prepareCompound(bytes);
    expect(prepared.ok && { links: prepared.value.links, hasMacros: prepared.value.hasMacros }).toEqual({ links: ['T5.xls'], hasMacros: false });
  });
});

test('no sample links anywhere or holds macros', async () => {
  for (const file of sampleFiles()) expect(await facts(file.name, file.bytes)).toBe('');
}, 60_000);
