import type { Preview } from '../../src/commands/types';
import { columnOf, filesOf, juneWorkbook, openOffice, rowsOf, type Office } from './office';

jest.setTimeout(180_000);

let office: Office;
beforeEach(async () => {
  office = await openOffice(await juneWorkbook());
});
afterEach(() => office.excel.dispose());

/** Types into the first row of a table of Danh mục that holds `text` under `header`; '' finds a blank row. */
function type(table: string, [header, text]: readonly [string, string], values: Readonly<Record<string, string>>): number {
  const row = rowsOf(office.model, table).find((each) => (each.at(header) ?? '') === text)?.row;
  if (row === undefined) throw new Error(`${table} has no ${text}`);
  for (const [heading, value] of Object.entries(values)) office.excel.host.user.type('Danh mục', row, columnOf(office.model, table, heading), value);
  return row;
}

const ofReports = (preview: Preview) => preview.inputs.flatMap((input) => input.result.findings);
const openErrors = (preview: Preview): number => preview.consolidation.findings.reduce((sum, finding) => sum + (finding.code === 'C05' ? finding.params.errors : 0), 0);

test('a severity changed in Danh mục is changed everywhere, counts of open errors among them, and says so', async () => {
  const before = await office.preview(6, filesOf(6));
  const errors = ofReports(before).filter(({ severity, code }) => severity === 'E' && code.startsWith('V'));
  const [first] = errors;
  if (!first) throw new Error('June has errors');
  const same = errors.filter(({ code }) => code === first.code).length;
  type('MucDo', ['Mã kiểm tra', ''], { 'Mã kiểm tra': first.code, 'Mức': 'Thông tin', 'Lý do': 'đơn vị đang sửa' });
  const after = await office.preview(6, filesOf(6));
  const changed = ofReports(after).filter(({ code }) => code === first.code);
  expect(changed.every(({ severity, regraded }) => severity === 'I' && regraded?.from === 'E' && regraded.reason === 'đơn vị đang sửa')).toBe(true);
  expect(changed.map(({ fingerprint, held }) => [fingerprint, held])).toEqual(ofReports(before).filter(({ code }) => code === first.code).map(({ fingerprint, held }) => [fingerprint, held]));
  expect(openErrors(after)).toBe(openErrors(before) - same);
  expect(after.consolidation.held).toEqual(before.consolidation.held);
});

test('a severity of the province’s findings too', async () => {
  type('MucDo', ['Mã kiểm tra', ''], { 'Mã kiểm tra': 'C05', 'Mức': 'Lỗi', 'Lý do': 'phải xử lý trước khi trình' });
  const found = (await office.preview(6, filesOf(6))).findings.filter(({ code }) => code === 'C05');
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(({ severity, regraded }) => severity === 'E' && regraded?.from === 'W')).toBe(true);
});

test('a rule of an indicator that nobody knows is R03 with its cell; the others hold', async () => {
  const row = type('RangBuoc', ['Vế trái', 'XH09'], { 'Vế trái': 'XH99' });
  const preview = await office.preview(6, filesOf(6));
  expect(preview.findings.filter(({ code }) => code === 'R03')).toEqual([
    expect.objectContaining({ severity: 'E', sheet: 'Danh mục', params: { table: 'RangBuoc', code: 'XH99' }, cells: [expect.stringMatching(new RegExp(`^[A-Z]+${row + 1}$`))] }),
  ]);
  expect(preview.catalogue.identities).toHaveLength(6);
});

test('a change without its reason is R04 and changes nothing', async () => {
  type('MucDo', ['Mã kiểm tra', ''], { 'Mã kiểm tra': 'C05', 'Mức': 'Lỗi' });
  const preview = await office.preview(6, filesOf(6));
  expect(preview.findings.find(({ code }) => code === 'R04')?.params).toMatchObject({ table: 'MucDo', problem: 'missingReason' });
  expect(preview.findings.some(({ regraded }) => regraded !== undefined)).toBe(false);
});

test('what the analysts wrote into the tables of rules is left as it is by the next run', async () => {
  type('RangBuoc', ['Vế trái', 'KT04'], { 'Dung sai': '0.02' });
  type('Nguong', ['Ngưỡng', 'Lệch phần trăm'], { 'Giá trị': '0.5' });
  type('KyKhoa', ['Năm', ''], { 'Năm': '2024', 'Tháng': '1', 'Ngày khóa': '15/03/2024' });
  const preview = await office.preview(6, filesOf(6));
  expect(preview.findings.filter(({ code }) => code === 'R03' || code === 'R04')).toEqual([]);
  expect(preview.catalogue.identities[0]).toMatchObject({ tolerance: 0.02 });
  expect(preview.catalogue.thresholds.percentPoints).toBe(0.5);
  expect(preview.catalogue.closedPeriods).toEqual([{ period: { year: 2024, month: 1 }, closedOn: '2024-03-15' }]);
  expect(preview.plans.filter((plan) => plan.sheet === 'Danh mục')).toEqual([]);
});
