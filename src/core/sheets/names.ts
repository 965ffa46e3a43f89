/** What the sheets, tables and defined names of the add-in are called in the workbook. */

export const SHEETS = {
  summary: 'Tổng hợp',
  facts: 'Số liệu',
  submissions: 'Theo dõi nộp',
  findings: 'Kiểm tra',
  obstacles: 'Vướng mắc',
  catalogue: 'Danh mục',
  frozen: 'Đã khóa',
  report: 'Báo cáo tháng',
  charts: 'Biểu đồ',
  tasks: 'Nhiệm vụ',
} as const;

export const TABLES = {
  facts: 'SoLieu',
  submissions: 'TheoDoiNop',
  submissionMatrix: 'MaTranNop',
  findings: 'KiemTra',
  obstacles: 'VuongMac',
  indicators: 'ChiTieu',
  units: 'DonVi',
  assignments: 'PhanCong',
  unitPlans: 'KeHoachDonVi',
  holidays: 'NgayNghi',
  denominators: 'MauSo',
  identities: 'RangBuoc',
  severities: 'MucDo',
  thresholds: 'Nguong',
  closedPeriods: 'KyKhoa',
  frozen: 'DaKhoa',
  scenarios: 'KichBan',
  pastCumulatives: 'LichSuThang',
  tasks: 'NhiemVu',
} as const;

/** Names of the two cells that the whole workbook follows, and of the form's constants. */
export const NAMES = {
  month: 'CT_ThangBaoCao',
  year: 'CT_NamBaoCao',
  formUnit: 'CT_DonVi',
  formPeriod: 'CT_Ky',
  formVersion: 'CT_PhienBan',
  /** On the sheets of the monthly report: what they held when they were made. */
  reportMark: 'CT_BaoCao',
} as const;

/** The table of the monthly report. Units' files have sheets of that name too, so that only the mark tells ours. */
export const APPENDIX_SHEET = 'Phụ lục';

export const FORM_SHEET = 'Biểu 01';
export const FORM_VERSION = '2024.1';

export type OwnSheet = (typeof SHEETS)[keyof typeof SHEETS];
export type OwnTable = (typeof TABLES)[keyof typeof TABLES];

/** Every sheet that the add-in keeps, by name. */
export const OWN_SHEETS: readonly string[] = Object.values(SHEETS);

const plain = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/** Whether a sheet of that name is the add-in's, "Tổng hợp (2)" included: that is how it is called where the name was taken. */
export function isOwnSheet(name: string): boolean {
  const bare = plain(name).replace(/ \(\d+\)$/, '');
  return OWN_SHEETS.some((own) => plain(own) === bare);
}
