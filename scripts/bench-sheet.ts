import { programme2024 } from '../src/core/catalogue/programme2024';
import { saveXlsx } from '../src/workbench/io/save';
import { createWorkbook, setValue } from '../src/workbench/model/workbook';

const HEADINGS = ['STT', 'Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch năm', 'Thực hiện tháng trước', 'Ước thực hiện tháng', 'Lũy kế từ đầu năm', 'Lũy kế cùng kỳ năm trước', 'So với kế hoạch (%)', 'So với cùng kỳ (%)', 'Tử số', 'Mẫu số', 'Tồn tại, nguyên nhân', 'Giải pháp, kiến nghị', 'Ghi chú'];

/**
 * A report sheet of a district with so many rows: its indicators first, then works of its own that no catalogue knows,
 * each of which is a finding. The worst that a real workbook could bring.
 */
export async function reportSheetOf(rows: number): Promise<Uint8Array> {
  const model = createWorkbook('bench.xlsx', ['NT']);
  const [sheet] = model.sheets;
  if (sheet === undefined) throw new Error('A new workbook has a sheet.');
  setValue(sheet, 0, 0, 'UBND TỈNH KHÁNH HÒA');
  setValue(sheet, 3, 0, 'BÁO CÁO CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI THÁNG 6 NĂM 2024');
  setValue(sheet, 4, 0, 'Đơn vị báo cáo: UBND thành phố Nha Trang (NT)');
  HEADINGS.forEach((heading, column) => setValue(sheet, 7, column, heading));
  const { indicators } = programme2024();
  for (let n = 0; n < rows; n += 1) {
    const row = 8 + n;
    const indicator = indicators[n];
    setValue(sheet, row, 0, n + 1);
    if (indicator !== undefined) setValue(sheet, row, 1, indicator.code);
    setValue(sheet, row, 2, indicator?.name ?? `Công trình số ${n} của địa phương`);
    setValue(sheet, row, 3, indicator?.unit ?? 'triệu đồng');
    setValue(sheet, row, 4, 1000 + n);
    setValue(sheet, row, 6, 10 + (n % 7));
    setValue(sheet, row, 7, 60 + (n % 40));
    setValue(sheet, row, 8, 55 + (n % 40));
    setValue(sheet, row, 13, '- Giải phóng mặt bằng chậm');
  }
  return saveXlsx(model);
}
