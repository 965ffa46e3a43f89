import { earlier, fault, has, isFlow, isMonthlyFlow, isRate, num, setMonth, setParts, someRow, type Fault } from '../fault';
import { entry } from '../draft';
import { outlyingness, rounded } from '../series';
import { placeOf, plainGrid, put, textIn } from '../sheet';
import { YEAR } from '../world';
import { levelLine, serialOf } from '../faults/keys';
import { addRow, beyond } from '../faults/sheet';
import { timeNearMisses } from './time';

const near = fault;
const NONE = { labels: [] } as const;

/** Changes after which a code must stay silent: right things that look like the wrong ones beside them. */
export const NEAR_MISSES: readonly Fault[] = [
  ...timeNearMisses,
  near('V01', 'both', 'a figure that is not asked', (scene) => {
    const row = someRow(scene, (each) => has(each, 'lastYear') && isFlow(each));
    if (row === null) return null;
    row.figures.lastYear = null;
    return NONE;
  }),
  near('V01', 'both', 'a true zero', (scene) => {
    const row = someRow(scene, (each) => each.indicator.code === 'NV08.2' && has(each, 'month') && scene.month <= 3);
    if (row === null) return null;
    setMonth(row, 0);
    // Where there were some every month, none at all is sudden.
    return { labels: [], alsoTrue: ['T10'] };
  }),
  near('V02', 'both', 'a number that is a text', (scene) => {
    const row = someRow(scene, (each) => isMonthlyFlow(each) && num(each, 'lastYear') >= 1000 && num(each, 'lastYear') % 1 !== 0);
    if (row === null) return null;
    row.figures.lastYear = String(num(row, 'lastYear')).replace('.', ',');
    return { labels: [{ code: 'V03', indicator: row.indicator.code, role: 'lastYear' }] };
  }),
  near('V04', 'both', 'three digits of a count', (scene) => {
    const row = someRow(scene, (each) => isMonthlyFlow(each) && each.indicator.decimals === 0 && num(each, 'cumulative') >= 1000 && num(each, 'cumulative') < 1_000_000);
    if (row === null) return null;
    row.figures.cumulative = String(num(row, 'cumulative')).replace(/\B(?=(\d{3})+$)/g, '.');
    return { labels: [{ code: 'V03', indicator: row.indicator.code, role: 'cumulative' }] };
  }),
  near('V03', 'both', 'a number with a thousands format', (scene) => {
    const row = someRow(scene, (each) => isMonthlyFlow(each));
    const sheet = scene.sheet();
    const place = row === null ? null : placeOf(sheet, row.indicator.code, 'cumulative');
    if (row === null || place === null) return null;
    put(sheet, place.row, place.column, num(row, 'cumulative'), { format: '#,##0.0' });
    return NONE;
  }),
  near('V07', 'both', 'at the bound', (scene) => {
    const row = someRow(scene, (each) => isRate(each) && each.indicator.bounds.max === 100 && has(each, 'numerator', 'denominator') && !each.indicator.code.startsWith('XH09'));
    if (row === null) return null;
    setParts(row, num(row, 'denominator'), num(row, 'denominator'));
    // Exactly 100 % is told as such, and is far from the months before.
    return { labels: [{ code: 'L13' }], alsoTrue: ['T06'] };
  }),
  near('V08', 'both', 'a growth below zero', (scene) => {
    const row = someRow(scene, (each) => each.indicator.kind === 'growth' && has(each, 'cumulative'));
    if (row === null) return null;
    row.figures.cumulative = rounded(scene.chance.between(-6, -0.5), 2);
    row.cause = 'Một số ngành công nghiệp chủ lực giảm sâu do thiếu đơn hàng';
    row.remedy = 'Hỗ trợ doanh nghiệp tìm thị trường mới trong quý tới';
    return NONE;
  }),
  near('V09', 'both', 'as many decimals as declared', (scene) => {
    const row = someRow(scene, (each) => isRate(each) && has(each, 'numerator', 'denominator') && (each.indicator.kind === 'rate' || scene.month > 5));
    if (row === null) return null;
    row.figures.cumulative = rounded(num(row, 'cumulative') + 0.01, 2);
    return NONE;
  }),
  near('V14', 'both', 'a percentage format', (scene) => {
    const row = someRow(scene, (each) => isRate(each) && has(each, 'cumulative') && each.indicator.unit === '%');
    const sheet = scene.sheet();
    const place = row === null ? null : placeOf(sheet, row.indicator.code, 'cumulative');
    if (row === null || place === null) return null;
    put(sheet, place.row, place.column, Number((num(row, 'cumulative') / 100).toFixed(6)), { format: '0.00%' });
    return NONE;
  }),
  near('V15', 'both', 'ten times as much', (scene) => {
    const row = someRow(scene, (each) => isMonthlyFlow(each) && num(each, 'plan') > 0 && scene.month <= 4 && scene.unit !== 'STC');
    if (row === null) return null;
    setMonth(row, num(row, 'month') * 10);
    return NONE;
  }),
  near('V10', 'standard', 'the choice in other words', (scene) => levelLine(scene, (line) => line.replace(/ước tính$/, scene.chance.pick(['Sơ bộ', 'CHÍNH THỨC.', 'số liệu ước tính', 'uoc tinh', 'ước thực hiện', 'sơ bộ (lần 2)'])), null)),
  near('V11', 'both', 'a date in a remark', (scene) => {
    const sheet = scene.sheet();
    put(sheet, scene.chance.pick([...sheet.rows.values()]), sheet.columns.get('note') ?? 0, serialOf(scene.month), { format: 'dd/mm/yyyy' });
    return NONE;
  }),
  near('V11', 'both', 'counted from 1904, without a date', (scene) => {
    scene.sheet().date1904 = true;
    return NONE;
  }),
  near('V16', 'both', 'another place for the tone mark', (scene) => {
    const row = someRow(scene, (each) => /óa|hòa|ủy/u.test(each.name));
    if (row === null) return null;
    row.note = 'Thành phố Nha Trang, thị xã Ninh Hoà; Uỷ ban nhân dân các xã';
    return NONE;
  }),
  near('V16', 'standard', 'a child row indented by spaces', (scene) => {
    const row = someRow(scene, (each) => has(each, 'cumulative'));
    if (row === null) return null;
    row.name = `  ${row.name}`;
    return NONE;
  }),
  near('V17', 'standard', 'a formula that shows nothing', (scene) => {
    const row = someRow(scene, (each) => isFlow(each) && has(each, 'cumulative') && each.figures.plan !== null);
    if (row === null) return null;
    row.figures.lastYear = null;
    return NONE;
  }),
  near('V18', 'standard', 'the same formula with spaces and capitals', (scene) => {
    const row = someRow(scene, (each) => isFlow(each) && num(each, 'plan') > 0 && has(each, 'cumulative'));
    const sheet = scene.sheet();
    const place = row === null ? null : placeOf(sheet, row.indicator.code, 'percentOfPlan');
    const line = place === null ? undefined : sheet.cells.get(place.row);
    const present = place === null ? undefined : line?.get(place.column);
    if (place === null || present?.formula === undefined) return null;
    line?.set(place.column, { ...present, formula: present.formula.replaceAll(',', ', ').replace('IF(', 'if(').replace(/\b([EH])(\d+)/g, '$$$1$2') });
    return NONE;
  }),
  near('V20', 'both', 'a sum with its result', (scene) => {
    const row = someRow(scene, (each) => isMonthlyFlow(each));
    const sheet = scene.sheet();
    const place = row === null ? null : placeOf(sheet, row.indicator.code, 'cumulative');
    if (row === null || place === null) return null;
    put(sheet, place.row, place.column, num(row, 'cumulative'), { formula: `=${rounded(num(row, 'cumulative') - num(row, 'month'), 1)}+${num(row, 'month')}` });
    return NONE;
  }),
  near('V21', 'both', 'a dash inside a remark', (scene) => {
    const row = someRow(scene, (each) => each.cause !== '');
    if (row === null) return null;
    row.cause = `${row.cause} - chủ yếu ở các xã miền núi + hải đảo`;
    return NONE;
  }),
  near('V23', 'both', 'nothing due this month', (scene) => {
    const row = someRow(scene, (each) => each.indicator.code === 'XH10' && has(each, 'cumulative') && scene.month >= 3);
    if (row === null) return null;
    for (const role of ['cumulative', 'numerator', 'denominator'] as const) row.figures[role] = null;
    row.cause = '';
    row.remedy = '';
    return NONE;
  }),
  near('V24', 'both', 'a large growth', (scene) => {
    const row = someRow(scene, (each) => each.indicator.kind === 'growth' && has(each, 'cumulative'));
    if (row === null) return null;
    row.figures.cumulative = rounded(scene.chance.between(18, 38), 2);
    return NONE;
  }),
  near('V25', 'both', 'a word in a remark', (scene) => {
    const row = someRow(scene, (each) => has(each, 'cumulative'));
    if (row === null) return null;
    row.note = 'Ước cả năm đạt gần 100 % kế hoạch, tăng khoảng 5 %';
    return NONE;
  }),
  near('V12', 'both', 'a long remark that ends', (scene) => {
    const row = someRow(scene, (each) => each.cause !== '');
    if (row === null) return null;
    row.cause = `${Array.from({ length: 6 }, () => row.cause).join('; ').slice(0, scene.chance.pick([240, 270, 312]))}.`;
    return row.cause.length === 255 ? null : NONE;
  }),
  near('K07', 'standard', "another unit's row, left blank", (scene) => {
    const sheet = scene.sheet();
    const row = sheet.dataBottom + 1;
    const foreign = scene.world.catalogue.indicators.find((each) => each.kind === 'flow' && each.unit !== '' && scene.world.index.assignment(scene.unit, each.code) === null);
    if (foreign === undefined || sheet.cells.has(row)) return null;
    put(sheet, row, 1, foreign.code);
    put(sheet, row, 2, foreign.name);
    put(sheet, row, 3, foreign.unit);
    return NONE;
  }),
  near('K08', 'both', 'the short name beside the code', (scene) => {
    const row = someRow(scene, (each) => has(each, 'cumulative') && !scene.isStandard);
    if (row === null || !scene.sheet().columns.has('code')) return null;
    const place = placeOf(scene.sheet(), row.indicator.code, 'name');
    if (place === null) return null;
    put(scene.sheet(), place.row, place.column, row.indicator.short);
    return NONE;
  }),
  near('K09', 'free', 'the same measure, written otherwise', (scene) => {
    const SAME: Readonly<Record<string, readonly string[]>> = { 'tỷ đồng': ['Tỷ đồng', 'tỉ đồng', 'tỷ đ'], 'triệu USD': ['Triệu USD', 'tr.USD'], 'người': ['Người', 'lao động'], '%': ['phần trăm', 'Tỷ lệ %'] };
    const row = someRow(scene, (each) => has(each, 'cumulative') && SAME[each.indicator.unit] !== undefined);
    if (row === null) return null;
    row.measure = scene.chance.pick(SAME[row.indicator.unit] ?? ['%']);
    return NONE;
  }),
  near('K10', 'free', 'an alias, with numbering', (scene) => {
    const row = someRow(scene, (each) => each.indicator.aliases.length > 0 && has(each, 'cumulative'));
    if (row === null) return null;
    row.name = `${scene.chance.pick(['1.2- ', '- ', 'a) ', '3.- '])}${scene.chance.pick(row.indicator.aliases)}`;
    return NONE;
  }),
  near('K11', 'standard', "a district's own communes", (scene) => {
    const own = scene.draft.entries.find((each) => each.indicator.code === 'XH12' && num(each, 'cumulative') > 0);
    if (own === undefined || scene.world.index.unit(scene.unit)?.kind !== 'district') return null;
    const [numerator, denominator] = [num(own, 'cumulative'), num(own, 'cumulative') + 2];
    addRow(scene, 'XH12.2', { cumulative: rounded((numerator / denominator) * 100, 1), numerator, denominator });
    // The share is computed from the count, whoever states it.
    return { labels: [{ code: 'F11', indicator: 'XH12.2' }] };
  }),
  near('K12', 'both', "next month's tasks in the title", (scene) => {
    if (scene.month === 12) return null;
    const sheet = scene.sheet();
    const at = sheet.isStandard ? ([3, 0] as const) : textIn(sheet, 3, 1) !== '' ? ([3, 1] as const) : ([0, 1] as const);
    put(sheet, at[0], at[1], `${textIn(sheet, at[0], at[1])} VÀ NHIỆM VỤ TRỌNG TÂM THÁNG ${scene.month + 1}`);
    return NONE;
  }),
  near('K05', 'both', 'an earlier month of the year', (scene) => ({ labels: [], reportPeriod: { year: YEAR, month: Math.min(12, scene.month + 1) } })),
  near('K06', 'both', 'another month was closed', (scene) => ({ labels: [], index: scene.world.remake({ ...scene.world.catalogue, closedPeriods: [{ period: { year: YEAR, month: scene.month - 1 }, closedOn: `${YEAR}-12-20` }] }) })),
  near('S03', 'both', 'another sheet is hidden', (scene) => {
    scene.sheet().others.push({ ...plainGrid('DM', [['Danh mục'], ['Sở Công Thương']]), visibility: 'hidden' });
    return { labels: [{ code: 'F11' }] };
  }),
  near('S06', 'both', 'a heading broken over lines', (scene) => {
    const sheet = scene.sheet();
    const column = sheet.columns.get('lastYear') ?? 0;
    const row = textIn(sheet, sheet.headingBottom, column) === '' ? sheet.headingTop : sheet.headingBottom;
    put(sheet, row, column, textIn(sheet, row, column).replace(' cùng kỳ', '\n cùng  kỳ'));
    return NONE;
  }),
  near('S08', 'both', 'a column that is blank altogether', (scene) => {
    const sheet = scene.sheet();
    put(sheet, 0, beyond(sheet) + 1, 'Mẫu 01');
    return NONE;
  }),
  near('S10', 'both', 'merged titles above and a signature below', (scene) => {
    const sheet = scene.sheet();
    sheet.merges.push({ top: 0, bottom: 0, left: 0, right: 3 });
    const foot = Math.max(...sheet.cells.keys());
    sheet.merges.push({ top: foot, bottom: foot, left: 2, right: 4 });
    return NONE;
  }),
  near('S12', 'standard', 'what only happens now and then is left out', (scene) => {
    const kept = scene.draft.entries.filter((row) => scene.world.index.assignment(scene.unit, row.indicator.code)?.due !== 'E' || has(row, 'cumulative'));
    if (kept.length === scene.draft.entries.length || kept.length === 0) return null;
    scene.draft.entries = kept;
    return NONE;
  }),
  near('S13', 'both', 'a group of rows with a title', (scene) => {
    const sheet = scene.sheet();
    put(sheet, sheet.dataBottom + 1, sheet.columns.get('name') ?? 0, 'Trong đó, các nhiệm vụ thường xuyên:');
    return NONE;
  }),
  near('S15', 'both', 'a hidden column of notes', (scene) => {
    const sheet = scene.sheet();
    sheet.hiddenColumns.push(sheet.columns.get('note') ?? 0);
    return NONE;
  }),
  near('S16', 'both', 'a date and a number of the letter', (scene) => {
    const sheet = scene.sheet();
    const foot = Math.max(...sheet.cells.keys());
    put(sheet, foot + 1, 1, `Khánh Hòa, ngày 15 tháng ${scene.month} năm ${YEAR}`);
    put(sheet, foot + 3, 1, 'Điện thoại: 0258 3822 906');
    return NONE;
  }),
  near('L01', 'both', 'small items beside the parts', (scene) => {
    if (!scene.draft.entries.some((row) => row.indicator.code === 'KT04') || !scene.draft.entries.some((row) => row.indicator.code === 'KT04.2')) return null;
    const total = entry(scene.draft, 'KT04');
    setMonth(total, num(total, 'month') * 1.003);
    return { labels: [], alsoTrue: outlyingness(earlier(scene, 'KT04', 'month'), num(total, 'month')) > 3 ? ['T06'] : [] };
  }),
  near('L02', 'both', 'equal parts', (scene) => {
    const [smaller, larger] = ['XH09', 'XH08'].map((code) => scene.draft.entries.find((row) => row.indicator.code === code));
    if (!smaller || !larger || !has(smaller, 'numerator', 'denominator') || scene.month > 7) return null;
    setParts(smaller, num(larger, 'numerator'), num(smaller, 'denominator'));
    return NONE;
  }),
  near('L07', 'both', 'rounded to one decimal', (scene) => {
    const row = someRow(scene, (each) => isRate(each) && has(each, 'numerator', 'denominator') && (each.indicator.kind !== 'cohort' || scene.month > 6));
    if (row === null) return null;
    row.figures.cumulative = Math.floor(num(row, 'cumulative') * 10) / 10;
    return NONE;
  }),
  near('L07', 'free', 'a growth for an index', (scene) => {
    const row = someRow(scene, (each) => isMonthlyFlow(each));
    if (row === null) return null;
    row.typed.percentOfLastYear = rounded((num(row, 'cumulative') / num(row, 'lastYear')) * 100 - 100, 1);
    return scene.sheet().columns.has('percentOfLastYear') ? NONE : null;
  }),
  near('L10', 'both', 'no words beside what is on track', (scene) => {
    const row = someRow(scene, (each) => isMonthlyFlow(each) && num(each, 'plan') > 0 && num(each, 'cumulative') > (num(each, 'plan') * scene.month * 1.02) / 12);
    if (row === null) return null;
    row.cause = '';
    row.remedy = '';
    return NONE;
  }),
  near('L11', 'both', 'a denial where all goes well', (scene) => {
    const row = someRow(scene, (each) => isMonthlyFlow(each) && num(each, 'plan') > 0 && num(each, 'cumulative') > (num(each, 'plan') * scene.month * 1.02) / 12);
    if (row === null) return null;
    row.cause = 'Không có';
    row.remedy = 'Không';
    return NONE;
  }),
  near('L12', 'standard', 'one figure that did not occur', (scene) => {
    const row = someRow(scene, (each) => has(each, 'lastYear') && scene.draft.entries.length > 1);
    if (row === null) return null;
    row.figures.lastYear = '-';
    return { labels: [{ code: 'V05', indicator: row.indicator.code, role: 'lastYear' }] };
  }),
  near('L13', 'both', 'near the plan', (scene) => {
    const row = someRow(scene, (each) => isMonthlyFlow(each) && num(each, 'plan') > 100 && scene.month >= 11);
    if (row === null) return null;
    const more = num(row, 'plan') - num(row, 'cumulative') + 3;
    if (num(row, 'month') + more <= 0 || scene.unit === 'STC') return null;
    setMonth(row, num(row, 'month') + more);
    return outlyingness(earlier(scene, row.indicator.code, 'month'), num(row, 'month')) > 3 ? null : NONE;
  }),
];
