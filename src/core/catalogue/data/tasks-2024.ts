import type { ProgrammeTask } from '../types';

/** Which group of section III an indicator stands under, by what its paragraphs speak of. */
export const TASK_GROUPS_2024: Readonly<Record<string, number>> = {
  KT01: 3, KT02: 3, KT03: 3, KT04: 4, 'KT04.1': 4, 'KT04.2': 4, KT05: 4, 'KT05.1': 4,
  XH01: 6, XH02: 6, XH03: 5, 'XH03.1': 5, XH04: 6, XH05: 6, XH06: 6, XH07: 6, XH08: 6, XH09: 6, XH10: 5, XH11: 8,
  XH12: 3, 'XH12.1': 3, 'XH12.2': 3, 'XH12.3': 3, 'XH12.4': 3, 'XH12.5': 3, 'XH12.6': 3,
  MT01: 7, MT02: 7, MT03: 7, MT04: 7, MT05: 7,
  NV01: 4, NV02: 6, NV03: 9, NV04: 9, NV05: 6, NV06: 6, NV07: 6, 'NV08.1': 10, 'NV08.2': 10, 'NV08.3': 10, NV09: 8, NV10: 9, NV11: 9,
};

/** What Decision 173/QĐ-UBND sets a date for, in sections III and IV; "trước ngày 08/02" is done by the 7th. */
export const TASKS_2024: readonly ProgrammeTask[] = [
  { code: 'VV01', name: 'Ban hành kế hoạch triển khai thực hiện Chương trình hành động và báo cáo UBND tỉnh', group: null, units: 'Các sở, ngành, địa phương', due: '2024-02-07', indicator: null, source: 'Mục IV.1' },
  { code: 'VV02', name: 'Xây dựng vị trí việc làm cán bộ, công chức, viên chức trong hệ thống hành chính nhà nước', group: 9, units: 'Sở Nội vụ', due: '2024-03-31', indicator: 'NV11', source: 'Mục III.9' },
  { code: 'VV03', name: 'Phê duyệt các quy hoạch chung đô thị, quy hoạch phân khu, quy hoạch xây dựng vùng huyện', group: 8, units: 'Sở Xây dựng', due: '2024-06-30', indicator: 'NV09', source: 'Mục III.8' },
  { code: 'VV04', name: 'Báo cáo kết quả thực hiện Chương trình hành động năm 2024', group: null, units: 'Các sở, ngành, địa phương', due: '2024-11-29', indicator: null, source: 'Mục IV.2' },
  { code: 'VV05', name: 'Tổ chức Diễn đàn chính sách địa phương trong năm 2024', group: 1, units: 'Sở Kế hoạch và Đầu tư', due: '2024-12-31', indicator: null, source: 'Mục III.1' },
  { code: 'VV06', name: 'Đưa 02 huyện Khánh Sơn và Khánh Vĩnh đạt các tiêu chí thoát khỏi huyện nghèo', group: 6, units: 'Sở Lao động - Thương binh và Xã hội', due: '2024-12-31', indicator: 'NV07', source: 'Mục III.6' },
  { code: 'VV07', name: 'Sắp xếp đơn vị hành chính cấp huyện, cấp xã', group: 9, units: 'Sở Nội vụ', due: '2024-12-31', indicator: 'NV10', source: 'Mục III.9' },
];
