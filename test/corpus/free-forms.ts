import type { Area } from '../../src/core/grid';
import type { ColumnRole } from '../../src/core/report/types';
import type { Chance } from './chance';
import { percentOf, type Draft, type Entry } from './draft';
import { put, type Sheet } from './sheet';
import { YEAR } from './world';

interface FreeColumn {
  readonly role: ColumnRole | 'unknown';
  /** Heading texts from the top row of the heading to the bottom one; equal neighbours are one merged cell. */
  readonly heading: (month: number) => readonly string[];
}

interface Layout {
  readonly key: string;
  readonly columns: readonly FreeColumn[];
  readonly depth: 1 | 2 | 3;
  readonly numberRow: boolean;
  readonly title: (month: number) => string;
  /** Who reports: in the header, in the file name, or both. */
  readonly unitIn: 'header' | 'file' | 'both';
  readonly names: (row: Entry, ordinal: number, chance: Chance) => string;
  readonly groups: boolean;
  readonly top: number;
  /** The unit of measure stands in the caption when all rows share it. */
  readonly caption: boolean;
}

const two = (month: number): string => String(month).padStart(2, '0');
const column = (role: FreeColumn['role'], ...heading: readonly (string | ((month: number) => string))[]): FreeColumn => ({
  role, heading: (month) => heading.map((each) => (typeof each === 'string' ? each : each(month))),
});

const WORDS: readonly FreeColumn[] = [column('cause', 'Nguyên nhân'), column('remedy', 'Giải pháp, kiến nghị'), column('note', 'Ghi chú')];
const deep = (columns: readonly FreeColumn[], depth: number): FreeColumn[] =>
  columns.map((each) => ({ ...each, heading: (month) => { const texts = each.heading(month); return Array.from({ length: depth }, (_, at) => texts[Math.min(at, texts.length - 1)] ?? ''); } }));

const ownName = (row: Entry): string => row.name;
const aliased = (row: Entry, _: number, chance: Chance): string => (row.name !== row.indicator.name ? row.name : chance.pick([row.indicator.name, row.indicator.short, ...row.indicator.aliases]));

/** Forms of the units' own, after what the guide to reporting says of headings, names and layout. */
const LAYOUTS: readonly Layout[] = [
  {
    key: 'plain', depth: 1, numberRow: false, top: 6, unitIn: 'both', names: ownName, groups: false, caption: false,
    title: (month) => `BIỂU TỔNG HỢP TÌNH HÌNH THỰC HIỆN CHỈ TIÊU KT-XH THÁNG ${two(month)}/${YEAR}`,
    columns: [
      column('ordinal', 'TT'), column('name', 'Chỉ tiêu chủ yếu'), column('unitOfMeasure', 'ĐVT'), column('plan', `KH ${YEAR}`), column('month', (month) => `ƯTH\ntháng ${month}`),
      column('cumulative', (month) => `Luỹ kế ${month} tháng`), column('lastYear', `Cùng kỳ ${YEAR - 1}`), column('percentOfPlan', '% so KH'), column('percentOfLastYear', '% so cùng kỳ'),
      column('numerator', 'Tử số'), column('denominator', 'Mẫu số'), ...WORDS,
    ],
  },
  {
    key: 'merged', depth: 2, numberRow: true, top: 7, unitIn: 'header', names: ownName, groups: true, caption: false,
    title: (month) => `BÁO CÁO KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI THÁNG ${month} NĂM ${YEAR}`,
    columns: deep([
      column('ordinal', 'STT'), column('code', 'Mã số'), column('name', 'Nội dung chỉ tiêu'), column('unitOfMeasure', 'Đơn vị tính'), column('plan', `Chỉ tiêu năm ${YEAR}`),
      column('previousMonth', `Năm ${YEAR}`, 'Thực hiện tháng trước'), column('month', `Năm ${YEAR}`, 'Ước thực hiện tháng báo cáo'), column('cumulative', `Năm ${YEAR}`, 'Cộng dồn từ đầu năm'),
      column('lastYear', 'Lũy kế cùng kỳ năm trước'), column('percentOfPlan', 'So sánh (%)', 'Với kế hoạch năm (%)'), column('percentOfLastYear', 'So sánh (%)', 'Với cùng kỳ (%)'),
      column('numerator', 'Tử số'), column('denominator', 'Mẫu số'), column('cause', 'Tồn tại, vướng mắc'), column('remedy', 'Đề xuất, kiến nghị'), column('note', 'Ghi chú'),
    ], 2),
  },
  {
    key: 'glued', depth: 1, numberRow: false, top: 4, unitIn: 'file', groups: false, caption: false,
    names: (row, ordinal) => `${ordinal}.- ${row.name}`,
    title: (month) => `Báo cáo tháng ${month} năm ${YEAR}`,
    columns: [
      column('name', 'Chỉ tiêu'), column('unitOfMeasure', 'Đơn vị'), column('plan', 'Kế hoạch năm'), column('month', 'Ước TH trong tháng'), column('cumulative', 'Lũy kế từ đầu năm'),
      column('lastYear', 'Luỹ kế cùng kỳ năm trước'), column('numerator', 'Tử số'), column('denominator', 'Mẫu số'), ...WORDS,
    ],
  },
  {
    key: 'deep', depth: 3, numberRow: true, top: 8, unitIn: 'both', names: aliased, groups: true, caption: false,
    title: (month) => `TÌNH HÌNH THỰC HIỆN NHIỆM VỤ PHÁT TRIỂN KINH TẾ - XÃ HỘI ${month} THÁNG ĐẦU NĂM ${YEAR}`,
    columns: deep([
      column('ordinal', 'STT'), column('name', 'Tên chỉ tiêu'), column('unitOfMeasure', 'ĐVT'), column('plan', `Kế hoạch năm ${YEAR}`),
      column('previousMonth', 'Kết quả thực hiện', `Năm ${YEAR}`, 'TH tháng trước'), column('month', 'Kết quả thực hiện', `Năm ${YEAR}`, 'UTH tháng báo cáo'), column('cumulative', 'Kết quả thực hiện', `Năm ${YEAR}`, 'Cộng dồn'),
      column('lastYear', 'Kết quả thực hiện', `Năm ${YEAR - 1}`, 'Lũy kế cùng kỳ'), column('percentOfPlan', 'TH/KH (%)'), column('numerator', 'Tử số'), column('denominator', 'Mẫu số'),
      column('cause', 'Khó khăn, vướng mắc'), column('remedy', 'Giải pháp'), column('note', 'Ghi chú'),
    ], 3),
  },
  {
    key: 'caption', depth: 1, numberRow: false, top: 6, unitIn: 'header', names: aliased, groups: false, caption: true,
    title: (month) => `BÁO CÁO THÁNG ${two(month)} NĂM ${YEAR}`,
    columns: [
      column('ordinal', 'Số TT'), column('name', 'Các chỉ tiêu'), column('plan', `Dự toán ${YEAR}`), column('month', (month) => `Ước tháng ${month}`),
      column('cumulative', (month) => `${month} tháng đầu năm`), column('lastYear', 'Cùng kỳ năm trước'), column('percentOfPlan', 'So với kế hoạch (%)'),
      column('numerator', 'Tử số'), column('denominator', 'Mẫu số'), ...WORDS,
    ],
  },
];

export const FREE_LAYOUTS: readonly string[] = LAYOUTS.map((each) => each.key);

/** Draws a draft in one of the free layouts. */
export function drawFree(draft: Draft, key: string, chance: Chance): Sheet {
  const layout = LAYOUTS.find((each) => each.key === key);
  if (layout === undefined) throw new Error(`No layout ${key}.`);
  const { world, unit, month } = draft;
  const measures = new Set(draft.entries.map((row) => row.indicator.unit));
  const inCaption = layout.caption && measures.size === 1 && draft.entries.every((row) => row.measure === row.indicator.unit);
  const chosen = layout.caption && !inCaption ? [...layout.columns.slice(0, 2), column('unitOfMeasure', 'ĐVT'), ...layout.columns.slice(2)] : layout.columns;
  const columns = chosen;
  const headingBottom = layout.top + layout.depth - 1;
  const dataTop = headingBottom + (layout.numberRow ? 2 : 1);
  const reporting = world.index.unit(unit);
  const sheet: Sheet = {
    file: fileName(layout, unit, reporting?.short ?? unit, month), name: `T${month}`, layout: key, isStandard: false, cells: new Map(), merges: [],
    hiddenRows: [], hiddenColumns: [], visibility: 'visible', names: [], links: [], hasMacros: false, date1904: false, others: [],
    columns: new Map(columns.flatMap(({ role }, at) => (role === 'unknown' ? [] : [[role, at] as const]))), rows: new Map(), headingTop: layout.top, headingBottom, dataTop, dataBottom: dataTop,
  };
  drawHead(sheet, layout, reporting?.name ?? unit, draft, inCaption ? ([...measures][0] ?? '') : '');
  drawHeading(sheet, layout, columns, month);
  drawRows(sheet, layout, columns, draft, chance);
  return sheet;
}

function fileName(layout: Layout, unit: string, short: string, month: number): string {
  if (layout.unitIn === 'header') return `Bieu so lieu thang ${month}-${YEAR}.xlsx`;
  return layout.key === 'deep' ? `BC_T${month}_${YEAR}_${unit}.xlsx` : `Bao cao thang ${month} - ${short}.xlsx`;
}

function drawHead(sheet: Sheet, layout: Layout, name: string, { month, unit }: Draft, measure: string): void {
  if (layout.unitIn !== 'file') {
    put(sheet, 0, 0, layout.key === 'deep' ? 'UBND TỈNH KHÁNH HÒA' : name.toLocaleUpperCase('vi'));
    if (layout.key === 'deep') put(sheet, 1, 0, name.toLocaleUpperCase('vi'));
    else put(sheet, 1, 0, `Số: ${100 + month}/BC-${unit}`);
    put(sheet, 0, 4, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    put(sheet, 1, 4, 'Độc lập - Tự do - Hạnh phúc');
  }
  const title = layout.unitIn === 'file' ? 0 : 3;
  put(sheet, title, 1, layout.title(month));
  sheet.merges.push({ top: title, bottom: title, left: 1, right: 9 });
  if (layout.unitIn !== 'file') put(sheet, title + 1, 1, `(Kèm theo Báo cáo số ${100 + month}/BC-${unit} ngày 15/${two(month)}/${YEAR})`);
  if (measure !== '') put(sheet, layout.top - 1, 8, `Đơn vị tính: ${measure}`);
}

function drawHeading(sheet: Sheet, layout: Layout, columns: readonly FreeColumn[], month: number): void {
  const texts = columns.map((each) => each.heading(month));
  const done = new Set<string>();
  for (let down = 0; down < layout.depth; down += 1) {
    for (let right = 0; right < columns.length; right += 1) {
      const text = texts[right]?.[down] ?? '';
      if (text === '' || done.has(`${down},${right}`)) continue;
      // A heading that stands above several columns, or over several rows, is one merged cell.
      let lastRow = down;
      while (texts[right]?.[lastRow + 1] === text) lastRow += 1;
      let lastColumn = right;
      while (lastRow === down && down < layout.depth - 1 && texts[lastColumn + 1]?.[down] === text) lastColumn += 1;
      for (let r = down; r <= lastRow; r += 1) for (let c = right; c <= lastColumn; c += 1) done.add(`${r},${c}`);
      put(sheet, layout.top + down, right, text);
      const area: Area = { top: layout.top + down, bottom: layout.top + lastRow, left: right, right: lastColumn };
      if (lastRow > down || lastColumn > right) sheet.merges.push(area);
    }
  }
  if (layout.numberRow) columns.forEach((_, at) => put(sheet, sheet.headingBottom + 1, at, at < 4 ? String.fromCharCode(65 + at) : at - 3));
}

const GROUP_TITLES: Readonly<Record<string, string>> = { A: 'I. VỀ KINH TẾ', B: 'II. VỀ XÃ HỘI', C: 'III. VỀ MÔI TRƯỜNG', D: 'IV. NHIỆM VỤ KHÁC' };

function drawRows(sheet: Sheet, layout: Layout, columns: readonly FreeColumn[], draft: Draft, chance: Chance): void {
  let at = sheet.dataTop;
  let group = '';
  draft.entries.forEach((row, ordinal) => {
    if (layout.groups && row.indicator.group !== group) {
      group = row.indicator.group;
      put(sheet, at, layout.columns.findIndex((each) => each.role === 'name'), GROUP_TITLES[group] ?? group);
      at += 1;
    }
    columns.forEach(({ role }, right) => drawCell(sheet, at, right, role, row, layout.names(row, ordinal + 1, chance), ordinal + 1));
    sheet.rows.set(row.indicator.code, at);
    sheet.dataBottom = at;
    at += 1;
  });
  put(sheet, at + 2, 1, 'Người lập biểu');
  put(sheet, at + 2, 7, 'Thủ trưởng đơn vị');
}

function drawCell(sheet: Sheet, at: number, right: number, role: FreeColumn['role'], row: Entry, name: string, ordinal: number): void {
  const percent = (base: 'plan' | 'lastYear', typed: number | undefined): void => {
    const computed = percentOf(row.figures.cumulative, row.figures[base]);
    const wanted = row.indicator.kind === 'flow' || (base === 'lastYear' && row.indicator.kind === 'stock');
    if (wanted && typeof row.figures.cumulative === 'number' && typeof computed === 'number') put(sheet, at, right, typed ?? computed);
  };
  switch (role) {
    case 'ordinal': put(sheet, at, right, ordinal); break;
    case 'code': put(sheet, at, right, row.code); break;
    case 'name': put(sheet, at, right, name); break;
    case 'unitOfMeasure': put(sheet, at, right, row.measure); break;
    case 'percentOfPlan': percent('plan', row.typed.percentOfPlan); break;
    case 'percentOfLastYear': percent('lastYear', row.typed.percentOfLastYear); break;
    case 'cause': case 'remedy': case 'note': put(sheet, at, right, row[role]); break;
    case 'unknown': case 'previousCumulative': break;
    default: put(sheet, at, right, row.figures[role] ?? null);
  }
}
