import { strFromU8, unzipSync } from 'fflate';
import { XMLParser } from 'fast-xml-parser';
import type { ReportDocument } from '../../src/core/monthly-report/document';
import { writeReportDocument } from '../../src/files/write-docx';

const report: ReportDocument = {
  agency: ['UBND TỈNH KHÁNH HÒA', 'SỞ KẾ HOẠCH VÀ ĐẦU TƯ'],
  motto: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
  number: 'Số:      /BC-SKHĐT',
  placeAndDate: 'Khánh Hòa, ngày     tháng     năm 2024',
  title: 'BÁO CÁO',
  subject: 'Tình hình thực hiện các chỉ tiêu tháng 6 năm 2024',
  addressee: 'Kính gửi: Ủy ban nhân dân tỉnh Khánh Hòa',
  paragraphs: [
    { role: 'part', pieces: ['I. ĐÁNH GIÁ CHUNG'] },
    { role: 'item', pieces: ['- “<w:p/> & =1+1” ', { text: '9.725', part: { kind: 'number', value: 9725, decimals: 1, reference: { kind: 'cell', sheet: 'Tổng hợp', cell: 'G14', label: 'KT04' } } }] },
  ],
  recipients: { title: 'Nơi nhận:', lines: ['- Như trên;', '- Lưu: VT, TH.'] },
  signature: 'GIÁM ĐỐC',
  appendix: {
    label: 'Phụ lục', title: 'TÌNH HÌNH THỰC HIỆN', attachedTo: '(Kèm theo Báo cáo)',
    columns: [{ header: 'STT', width: 5, align: 'center' }, { header: 'Chỉ tiêu', width: 30, align: 'left' }, { header: 'Lũy kế', width: 10, align: 'right' }],
    rows: [{ kind: 'group', isChild: false, cells: ['A', 'CHỈ TIÊU KINH TẾ', ''] }, { kind: 'indicator', isChild: true, cells: ['1.1', 'Thu nội địa', '8.000,5'] }],
  },
};

async function partsOf(): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(await writeReportDocument(report))).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** Texts of the paragraphs in their order. */
function texts(xml: string): string[] {
  return (xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? []).map((paragraph) => {
    const parsed: unknown = new XMLParser({ preserveOrder: true, trimValues: false }).parse(paragraph);
    return textIn(parsed);
  });
}

function textIn(node: unknown): string {
  if (Array.isArray(node)) return node.map(textIn).join('');
  if (typeof node !== 'object' || node === null) return '';
  return Object.entries(node).map(([key, value]) => (key === '#text' ? String(value) : textIn(value))).join('');
}

test('A4 upright with the margins of the decree, then A4 across with page numbers of its own', async () => {
  const { 'word/document.xml': xml = '' } = await partsOf();
  const sections = xml.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [];
  expect(sections).toHaveLength(2);
  const millimetres = (section: string, attribute: string): number => Math.round((Number(new RegExp(`w:${attribute}="(\\d+)"`).exec(section)?.[1]) / 1440) * 25.4);
  const [letter = '', appendix = ''] = sections;
  expect(['w', 'h', 'top', 'bottom', 'left', 'right'].map((key) => millimetres(letter, key))).toEqual([210, 297, 20, 20, 30, 20]);
  expect(appendix).toContain('w:orient="landscape"');
  expect([millimetres(appendix, 'w'), millimetres(appendix, 'h')]).toEqual([297, 210]);
  for (const section of sections) expect(section).toMatch(/<w:pgNumType[^>]*w:start="1"/);
  for (const section of sections) expect(section).toContain('<w:titlePg');
});

test('Times New Roman 14, the page number in the head but not on the first page', async () => {
  const parts = await partsOf();
  expect(parts['word/styles.xml']).toMatch(/<w:docDefaults>.*Times New Roman.*<w:sz w:val="28"\/>/s);
  const headers = Object.entries(parts).filter(([name]) => /word\/header\d+\.xml/.test(name)).map(([, xml]) => xml);
  expect(headers.filter((xml) => xml.includes('PAGE') && xml.includes('w:val="center"'))).toHaveLength(2);
  expect(headers.filter((xml) => !xml.includes('PAGE'))).toHaveLength(2);
});

test('the words come back as they were, whatever they look like', async () => {
  const { 'word/document.xml': xml = '' } = await partsOf();
  const found = texts(xml);
  for (const expected of [...report.agency, ...report.motto, report.number, report.title, report.subject, report.addressee, 'I. ĐÁNH GIÁ CHUNG', '- “<w:p/> & =1+1” 9.725', 'Nơi nhận:', '- Như trên;', 'GIÁM ĐỐC', 'Phụ lục', 'Thu nội địa', '8.000,5']) {
    expect(found).toContain(expected);
  }
});

test('the heading of the table comes again on each page, and no row is torn', async () => {
  const { 'word/document.xml': xml = '' } = await partsOf();
  const table = (xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).at(-1) ?? '';
  const rows = table.match(/<w:tr[ >].*?<\/w:tr>/gs) ?? [];
  expect(rows.map((row) => row.includes('<w:tblHeader'))).toEqual([true, false, false]);
  expect(rows.every((row) => row.includes('<w:cantSplit'))).toBe(true);
  expect(table.match(/<w:gridCol /g)).toHaveLength(3);
});
