import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { programme2024 } from '../../src/core/catalogue/programme2024';
import { indexCatalogue } from '../../src/core/catalogue/index-catalogue';
import { saveXlsx } from '../../src/workbench/io/save';
import { createWorkbook, setValue } from '../../src/workbench/model/workbook';

const FOLDER = path.resolve(__dirname, '../../.cache/reports');
const HEADINGS = ['STT', 'Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch năm', 'Thực hiện tháng trước', 'Ước thực hiện tháng', 'Lũy kế từ đầu năm', 'Lũy kế cùng kỳ năm trước', 'Tồn tại, nguyên nhân', 'Giải pháp, kiến nghị', 'Ghi chú'];

type Row = readonly (string | number | null)[];

/** A report of Sở Công Thương as an .xlsx file that a story opens; the first data row is row 9. */
export async function reportFile(name: string, rows: readonly Row[]): Promise<string> {
  const model = createWorkbook(name, ['Biểu 01']);
  const [sheet] = model.sheets;
  if (sheet === undefined) throw new Error('A new workbook has a sheet.');
  setValue(sheet, 0, 0, 'UBND TỈNH KHÁNH HÒA');
  setValue(sheet, 3, 0, 'BÁO CÁO CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI THÁNG 6 NĂM 2024');
  setValue(sheet, 4, 0, 'Đơn vị báo cáo: Sở Công Thương (SCT)');
  HEADINGS.forEach((heading, column) => setValue(sheet, 7, column, heading));
  rows.forEach((row, at) => row.forEach((value, column) => (value === null ? undefined : setValue(sheet, 8 + at, column, value))));
  mkdirSync(FOLDER, { recursive: true });
  const file = path.join(FOLDER, name);
  writeFileSync(file, await saveXlsx(model));
  return file;
}

const index = indexCatalogue(programme2024());

/** Every row that the unit has to report in June, with figures that nobody need ask about. */
export function cleanRows(): readonly Row[] {
  return index.assignmentsOf('SCT').flatMap(({ indicator: code }, at): Row[] => {
    const indicator = index.indicator(code);
    if (!indicator || indicator.kind !== 'flow' || indicator.target?.kind !== 'number') return [];
    const plan = indicator.target.value;
    const part = (share: number): number => Number((plan * share).toFixed(indicator.decimals));
    return [[at + 1, code, indicator.name, indicator.unit, plan, part(0.083), part(0.086), part(0.512), part(0.47), null, null, null]];
  });
}

/** About so many findings: errors in the rows of one indicator, and works that no catalogue knows. */
export function faultyRows(findings: number): readonly Row[] {
  const [clean] = cleanRows();
  if (!clean) throw new Error('The unit reports a flow.');
  const texts = Math.floor(findings / 3);
  const bad = Array.from({ length: Math.floor(texts / 2) }, (_, n): Row => [n + 1, clean[1] ?? '', clean[2] ?? '', clean[3] ?? '', clean[4] ?? '', null, 'chưa rõ số', 'đang chờ đối chiếu với Cục Hải quan', null, null, null, null]);
  const unknown = Array.from({ length: findings - texts }, (_, n): Row => [n + 1, null, `Công trình số ${n + 1}: nâng cấp, mở rộng tuyến đường nối khu công nghiệp với cảng biển và khu dân cư lân cận`, 'tỷ đồng', 10 + n, null, 1, 2, null, null, null, null]);
  return [...bad, ...unknown];
}
