import type { Assignment, Due, Role } from '../types';

const DISTRICTS = ['NT', 'CR', 'CL', 'VN', 'NH', 'KV', 'DK', 'KS'] as const;

/** One row for each unit; none for a derived indicator, which nobody reports. */
function assign(indicator: string, units: readonly string[], role: Role, due: Due | null, notes = ''): readonly Assignment[] {
  const row = (unit: string | null): Assignment => ({ indicator, unit, role, due, notes });
  return units.length === 0 ? [row(null)] : units.map(row);
}

/** Who reports what in 2024, in which role, when due. The decision assigns nothing: this is common practice, and the analysts edit it. */
export const ASSIGNMENTS_2024: readonly Assignment[] = [
  ...assign('KT01', ['CTK'], 'lead', 'Q'),
  ...assign('KT02', ['CTK'], 'lead', 'A'),
  ...assign('KT03', ['SCT'], 'lead', 'M'),
  ...assign('KT03', ['CHQ'], 'check', 'M'),
  ...assign('KT04', ['STC'], 'lead', 'M'),
  ...assign('KT04.1', ['CHQ'], 'lead', 'M'),
  ...assign('KT04.2', ['CTH'], 'lead', 'M'),
  ...assign('KT05', ['CTK'], 'lead', 'Q'),
  ...assign('KT05.1', [], 'derived', 'Q', 'KT05 / 71300 - 1'),
  ...assign('XH01', DISTRICTS, 'part', 'A', 'numerator hộ nghèo; denominator tổng số hộ; value = 2.11 - rate'),
  ...assign('XH01', ['SLDTBXH'], 'check', 'A'),
  ...assign('XH02', DISTRICTS, 'part', 'M'),
  ...assign('XH02', ['SLDTBXH'], 'check', 'M'),
  ...assign('XH03', ['SLDTBXH'], 'lead', 'S'),
  ...assign('XH03.1', ['SLDTBXH'], 'lead', 'S'),
  ...assign('XH04', ['SYT'], 'lead', 'A', 'numerator giường; denominator dân số; scale 10000'),
  ...assign('XH05', ['SYT'], 'lead', 'A', 'numerator bác sĩ; denominator dân số; scale 10000'),
  ...assign('XH06', ['SYT'], 'lead', 'A'),
  ...assign('XH07', DISTRICTS, 'part', 'M', 'numerator người có thẻ; denominator dân số'),
  ...assign('XH07', ['BHXH'], 'check', 'M'),
  ...assign('XH08', DISTRICTS, 'part', 'M', 'numerator người tham gia; denominator lực lượng lao động trong độ tuổi'),
  ...assign('XH08', ['BHXH'], 'check', 'M'),
  ...assign('XH09', DISTRICTS, 'part', 'M', 'numerator người tham gia; denominator lực lượng lao động trong độ tuổi'),
  ...assign('XH09', ['BHXH'], 'check', 'M'),
  ...assign('XH10', [...DISTRICTS, 'SGDDT'], 'part', 'E', 'numerator trường đạt chuẩn; denominator trường công lập (SGDDT: trường THPT)'),
  ...assign('XH11', DISTRICTS, 'part', 'A'),
  ...assign('XH11', ['SXD'], 'check', 'A'),
  ...assign('XH12', DISTRICTS, 'part', 'E'),
  ...assign('XH12', ['SNNPTNT'], 'check', 'E'),
  ...assign('XH12.1', DISTRICTS, 'part', 'E'),
  ...assign('XH12.2', [], 'derived', 'E', 'XH12 / communes'),
  ...assign('XH12.3', DISTRICTS, 'part', 'E'),
  ...assign('XH12.4', DISTRICTS, 'part', 'E'),
  ...assign('XH12.5', [], 'derived', 'E', 'XH12.3 / communes'),
  ...assign('XH12.6', DISTRICTS, 'part', 'E'),
  ...assign('MT01', DISTRICTS, 'part', 'A'),
  ...assign('MT01', ['SNNPTNT'], 'check', 'A'),
  ...assign('MT02', ['BQLVP'], 'lead', 'S', 'numerator khu/cụm đạt; denominator khu/cụm đang hoạt động'),
  ...assign('MT03', DISTRICTS, 'part', 'Q', 'numerator tấn thu gom; denominator tấn phát sinh'),
  ...assign('MT03', ['STNMT'], 'check', 'Q'),
  ...assign('MT04', ['SYT'], 'lead', 'A'),
  ...assign('MT05', DISTRICTS, 'part', 'A'),
  ...assign('MT05', ['SNNPTNT'], 'check', 'A'),
  ...assign('NV01', [], 'derived', 'M', 'KT04 cumulative / cumulative of the same period last year - 1'),
  ...assign('NV02', ['SYT'], 'lead', 'M', 'numerator trẻ tiêm đủ; denominator trẻ của cả năm'),
  ...assign('NV03', ['TTT'], 'lead', 'M', 'numerator đơn đã giải quyết; denominator đơn thuộc thẩm quyền'),
  ...assign('NV04', ['TTT'], 'lead', 'M', 'numerator quyết định đã thực hiện; denominator quyết định phải thực hiện'),
  ...assign('NV05', ['SLDTBXH'], 'lead', 'S'),
  ...assign('NV06', ['SLDTBXH'], 'lead', 'S'),
  ...assign('NV07', ['SLDTBXH'], 'lead', 'A', 'milestone'),
  ...assign('NV08.1', ['CAT'], 'lead', 'M', 'số vụ'),
  ...assign('NV08.2', ['CAT'], 'lead', 'M', 'số người chết'),
  ...assign('NV08.3', ['CAT'], 'lead', 'M', 'số người bị thương'),
  ...assign('NV09', ['SXD'], 'lead', null, 'milestone 2024-06-30'),
  ...assign('NV10', ['SNV'], 'lead', null, 'milestone 2024-12-31'),
  ...assign('NV11', ['SNV'], 'lead', null, 'milestone 2024-03-31'),
];
