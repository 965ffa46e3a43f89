import type { Indicator } from '../../src/core/catalogue/types';
import type { Chance } from './chance';

/** What a unit writes beside a figure that is behind. */
export interface Words {
  readonly cause: string;
  readonly remedy: string;
}

const CAUSES: readonly ((indicator: Indicator, month: number) => string)[] = [
  (_, month) => `Trong tháng ${month}, một số doanh nghiệp lớn tạm dừng sản xuất để bảo trì dây chuyền`,
  (indicator) => `Nguồn lực thực hiện chỉ tiêu ${indicator.short} được giao muộn hơn so với kế hoạch`,
  (_, month) => `Thời tiết bất lợi kéo dài từ đầu tháng ${month} làm chậm công tác triển khai ở các xã`,
  () => 'Đơn hàng từ thị trường châu Âu giảm, giá nguyên liệu đầu vào tăng cao',
  () => 'Hồ sơ của người dân còn thiếu, phải bổ sung nhiều lần trước khi giải quyết',
  (_, month) => `Một số dự án chuyển tiếp chưa hoàn thành giải phóng mặt bằng trong tháng ${month}`,
  () => 'Cán bộ phụ trách ở cơ sở thay đổi sau khi sắp xếp, việc đối chiếu số liệu mất nhiều thời gian',
  (indicator, month) => `Kết quả ${indicator.short} tháng ${month} thấp do nhu cầu thị trường chưa phục hồi`,
];

const REMEDIES: readonly ((indicator: Indicator, month: number) => string)[] = [
  (_, month) => `Tổ chức giao ban hằng tuần với các xã, phường từ tháng ${(month % 12) + 1}`,
  () => 'Phối hợp với Sở Tài chính bố trí bổ sung kinh phí trong quý tới',
  (indicator) => `Đề nghị UBND tỉnh chỉ đạo các ngành tháo gỡ vướng mắc của chỉ tiêu ${indicator.short}`,
  (_, month) => `Rà soát từng hồ sơ, hoàn thành trước ngày 10 tháng ${(month % 12) + 1}`,
  () => 'Mở thêm hai phiên giao dịch việc làm và tuyên truyền trên đài truyền thanh',
  () => 'Thành lập tổ công tác kiểm tra tại các đơn vị có kết quả thấp',
  (indicator, month) => `Giao chỉ tiêu ${indicator.short} cụ thể cho từng xã trong tháng ${(month % 12) + 1}`,
];

/** Words of one month, other ones than the month before. */
export function wordsFor(indicator: Indicator, month: number, chance: Chance): Words {
  const shift = chance.int(0, 40);
  const cause = CAUSES[(shift + month) % CAUSES.length];
  const remedy = REMEDIES[(shift + month) % REMEDIES.length];
  return { cause: cause?.(indicator, month) ?? '', remedy: remedy?.(indicator, month) ?? '' };
}
