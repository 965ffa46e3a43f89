import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { read, write, type BookType, type WorkBook } from '@e965/xlsx';
import { zipSync, strToU8, type Zippable } from 'fflate';
import type { PickedFile } from '../../src/files/types';

const SAMPLES = join(__dirname, '../../samples');

/** All report files of the samples, by month and name. */
export function sampleFiles(): PickedFile[] {
  return readdirSync(SAMPLES)
    .filter((month) => statSync(join(SAMPLES, month)).isDirectory())
    .flatMap((month) => readdirSync(join(SAMPLES, month)).map((name) => sampleFile(month, name)));
}

export function sampleFile(month: string, name: string): PickedFile {
  return { name, bytes: new Uint8Array(readFileSync(join(SAMPLES, month, name))), lastModified: null };
}

export const XLSX = (): PickedFile => sampleFile('2024-06', 'SCT_2024-06.xlsx');
export const ODS = (): PickedFile => named('.ods');
export const XLS = (): PickedFile => named('.xls');

function named(extension: string): PickedFile {
  const name = readdirSync(join(SAMPLES, '2024-06')).find((each) => each.endsWith(extension));
  if (name === undefined) throw new Error(`no sample ends in ${extension}`);
  return sampleFile('2024-06', name);
}

/** The June form of SCT in another format. */
export function converted(bookType: BookType): Uint8Array {
  return written(read(XLSX().bytes, { type: 'array', cellNF: true }), bookType);
}

export function written(workbook: WorkBook, bookType: BookType): Uint8Array {
  return new Uint8Array(write(workbook, { type: 'array', bookType, compression: true }));
}

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
  '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
  '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' +
  '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>' +
  '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>' +
  '<Override PartName="/xl/metadata.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml"/></Types>';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A small .xlsx from raw XML: `sheet` is what stands inside <worksheet>. */
export function rawXlsx(sheet: string, options: { readonly styles?: string; readonly workbook?: string; readonly names?: string; readonly sheetName?: string } = {}): Uint8Array {
  const parts: Zippable = {
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(`<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    'xl/workbook.xml': strToU8(
      `<workbook ${MAIN} xmlns:r="${OFFICE}">${options.workbook ?? ''}<sheets><sheet name="${options.sheetName ?? 'Biểu'}" sheetId="1" r:id="rId1"/></sheets>${options.names ?? ''}</workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': strToU8(options.styles ?? `<styleSheet ${MAIN}/>`),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet ${MAIN}>${sheet}</worksheet>`),
  };
  return zipSync(parts);
}

/** A small .ods from the inside of <office:spreadsheet>. */
export function rawOds(spreadsheet: string, styles = ''): Uint8Array {
  const content =
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">' +
    `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${spreadsheet}</office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(content),
    'META-INF/manifest.xml': strToU8('<manifest:manifest/>'),
  });
}

/** A compound file with one small stream of a name, laid out by hand: header, FAT, directory, one data sector. */
export function compoundWith(stream: string): Uint8Array {
  const bytes = new Uint8Array(512 * 12);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, 0xfffffffe, true);
  view.setUint32(68, 0xfffffffe, true);
  for (let at = 76; at < 512; at += 4) view.setUint32(at, at === 76 ? 0 : 0xffffffff, true);
  const fat = 512;
  for (let sector = 0; sector < 128; sector += 1) view.setUint32(fat + 4 * sector, 0xffffffff, true);
  view.setUint32(fat, 0xfffffffd, true);
  view.setUint32(fat + 4, 0xfffffffe, true);
  for (let sector = 2; sector < 10; sector += 1) view.setUint32(fat + 4 * sector, sector === 9 ? 0xfffffffe : sector + 1, true);
  const entry = (index: number, name: string, type: number, start: number, size: number): void => {
    const at = 1024 + 128 * index;
    [...name].forEach((character, place) => view.setUint16(at + 2 * place, character.charCodeAt(0), true));
    view.setUint16(at + 64, 2 * name.length + 2, true);
    bytes[at + 66] = type;
    for (const offset of [68, 72, 76]) view.setUint32(at + offset, 0xffffffff, true);
    view.setUint32(at + 116, start, true);
    view.setUint32(at + 120, size, true);
  };
  entry(0, 'Root Entry', 5, 0xfffffffe, 0);
  new DataView(bytes.buffer).setUint32(1024 + 76, 1, true);
  entry(1, stream, 2, 2, 4096);
  return bytes;
}

/** The same numbers on every run. */
export function repeatable(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
