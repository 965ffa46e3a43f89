import type { CatalogueIndex } from '../catalogue/types';
import { cellAt, extentOf, type Grid } from '../grid';
import { DEFAULT_CUTS as CUTS, isInPoints } from '../targets/cuts';
import type { CellWrite } from './diff';
import { textOf } from './table';
import { FORECAST_WORDS, PATHWAY_WORDS } from './words';

/** What stands below the province's table: which cuts make which state, and what the labels of paths and forecasts mean. */

const COLUMN = 1;
const OWN_CUTS = 'Ngưỡng riêng: ';
/** Up to so many indicators the legend names each; with more of them it points to Danh mục. */
const MOST_OWN_CUTS = 8;

const decimal = (value: number): string => String(value).replace('.', ',');

export function legendLines(index: CatalogueIndex): readonly string[] {
  return [
    `Trạng thái theo tiến độ: từ ${decimal(CUTS.pace.onTrack)} trở lên ● đúng tiến độ; ${decimal(CUTS.pace.behind)} đến dưới ${decimal(CUTS.pace.onTrack)} ▼ chậm; dưới ${decimal(CUTS.pace.behind)} ▼▼ chậm nhiều.`,
    `Tỷ lệ, tốc độ tăng và mức thay đổi xét theo điểm %: thiếu không quá ${decimal(CUTS.points.onTrack)} ● đúng tiến độ; không quá ${decimal(CUTS.points.behind)} ▼ chậm; hơn nữa ▼▼ chậm nhiều.`,
    ownCuts(index),
    `Kỳ vọng đến nay: «${PATHWAY_WORDS.scenario}»: giá trị được duyệt cho tháng (T3: mốc gần nhất là tháng 3); «${PATHWAY_WORDS.seasonal}»: kế hoạch × trung vị tỷ trọng của tối đa 3 năm trước; «${PATHWAY_WORDS.linear}»: kế hoạch × tháng ÷ 12.`,
    `«${PATHWAY_WORDS.target}»: chính mục tiêu, không chia theo tháng; «${PATHWAY_WORDS.lastYear}»: số cùng kỳ năm trước. Chỉ tiêu thời điểm tuyến tính từ mức đầu năm. Chênh lệch âm là thiếu. Tiến độ: 1 là đúng kế hoạch.`,
    `Dự báo cả năm, từ tháng 3: lũy kế ÷ phần của năm theo ${FORECAST_WORDS.scenario}, ${FORECAST_WORDS.seasonal} hay ${FORECAST_WORDS.linear}; «${FORECAST_WORDS.recentSlope}»: theo mức tăng 3 tháng gần nhất, tháng sau nặng hơn; «${FORECAST_WORDS.slope}»: theo mức tăng từ đầu năm; «${FORECAST_WORDS.held}»: như hiện nay.`,
    'Tạm tính: còn đơn vị chưa báo cáo hoặc số liệu đang để lại chờ quyết định; không bù số. Kỳ vọng khi đó tính cho các đơn vị đã báo cáo, nếu biết kế hoạch của từng đơn vị.',
  ];
}

/** "Ngưỡng riêng: KT03 0,9 và 0,7; XH07 thiếu 1 và 3 điểm %." */
function ownCuts({ catalogue }: CatalogueIndex): string {
  const own = catalogue.indicators.flatMap((indicator) => {
    const { code, cuts } = indicator;
    if (!cuts) return [];
    const both = `${decimal(cuts.onTrack)} và ${decimal(cuts.behind)}`;
    return [isInPoints(indicator) ? `${code} thiếu ${both} điểm %` : `${code} ${both}`];
  });
  if (own.length === 0) return `${OWN_CUTS}không có; đặt ở Danh mục, bảng Chỉ tiêu.`;
  return own.length > MOST_OWN_CUTS ? `${OWN_CUTS}${own.length} chỉ tiêu, xem Danh mục, bảng Chỉ tiêu.` : `${OWN_CUTS}${own.join('; ')}.`;
}

export function legendWrites(index: CatalogueIndex, top: number): CellWrite[] {
  return legendLines(index).map((value, position) => ({ row: top + position, column: COLUMN, value }));
}

/** The line of own cuts follows Danh mục as long as it stands where it was written; the rest of a legend is the analyst's to change. */
export function legendUpdates(index: CatalogueIndex, grid: Grid, below: number): CellWrite[] {
  for (let row = below; row < extentOf(grid).rows; row += 1) {
    if (textOf(cellAt(grid, row, COLUMN)).startsWith(OWN_CUTS)) return [{ row, column: COLUMN, value: ownCuts(index) }];
  }
  return [];
}
