import type { ExcelError } from '../../../src/core/grid';
import type { TypedRole } from '../draft';
import { fault, has, isFlow, isMonthlyFlow, isPositive, isRate, num, setParts, someRow, type Fault, type Scene } from '../fault';
import { rounded } from '../series';

const grouped = (digits: string, sign: string): string => digits.replace(/\B(?=(\d{3})+$)/g, sign);
/** As people type it in Vietnam: 1.870,5. */
const inVietnamese = (value: number): string => {
  const [whole = '', fraction] = String(value).split('.');
  return grouped(whole, '.') + (fraction === undefined ? '' : `,${fraction}`);
};
const figureRole = (scene: Scene): TypedRole => scene.chance.pick(['month', 'cumulative', 'lastYear'] as const);
const PART_ROLES = ['numerator', 'denominator'] as const;

/** Faults of single cells: blanks, texts, errors, notation. */
export const cellFaults: readonly Fault[] = [
  fault('V01', 'both', 'the value', (scene) => {
    const row = someRow(scene, (each) => has(each, 'cumulative') && each.indicator.unit !== '' && isDueNow(scene, each.indicator.code));
    if (row === null) return null;
    row.figures.cumulative = null;
    return { labels: [{ code: 'V01', indicator: row.indicator.code, role: 'cumulative' }] };
  }),
  fault('V01', 'both', 'the month', (scene) => {
    const row = someRow(scene, (each) => isMonthlyFlow(each) && isDueNow(scene, each.indicator.code));
    if (row === null) return null;
    row.figures.month = null;
    return { labels: [{ code: 'V01', indicator: row.indicator.code, role: 'month' }] };
  }),
  fault('V02', 'both', 'words or a broken numeral', (scene) => {
    const row = someRow(scene, isMonthlyFlow);
    if (row === null) return null;
    const role = figureRole(scene);
    row.figures[role] = scene.chance.pick(['7,710,3', 'xem phụ lục', '1.2.3', 'đạt khá', '12..5', 'theo báo cáo số 12', '1O5,3']);
    return { labels: [{ code: 'V02', indicator: row.indicator.code, role }] };
  }),
  fault('V03', 'both', 'flows', (scene) => {
    const row = someRow(scene, (each) => isMonthlyFlow(each) && num(each, 'cumulative') % 1 !== 0);
    if (row === null) return null;
    const value = num(row, 'cumulative');
    row.figures.cumulative = scene.chance.flip(0.5) ? inVietnamese(value) : inVietnamese(value).replace(/\./g, '\u00a0');
    return { labels: [{ code: 'V03', indicator: row.indicator.code, role: 'cumulative' }] };
  }),
  fault('V03', 'both', 'counts', (scene) => {
    const row = someRow(scene, (each) => has(each, ...PART_ROLES) && num(each, 'numerator') > 2000);
    if (row === null) return null;
    const role = scene.chance.pick(PART_ROLES);
    // Four digits and more with two separators, with a space, or bare: none of them can be read in two ways.
    const digits = String(num(row, role));
    row.figures[role] = scene.chance.pick([grouped(digits, ' '), digits, grouped(digits, '\u202f'), `'${digits}`]);
    return { labels: [{ code: 'V03', indicator: row.indicator.code, role }] };
  }),
  fault('V03', 'both', 'percentages', (scene) => {
    const row = someRow(scene, (each) => isRate(each) && has(each, 'cumulative') && each.indicator.unit === '%' && decimalsOf(num(each, 'cumulative')) < 3);
    if (row === null) return null;
    row.figures.cumulative = `${inVietnamese(num(row, 'cumulative'))}${scene.chance.pick(['%', ' %', ''])}`;
    return { labels: [{ code: 'V03', indicator: row.indicator.code, role: 'cumulative' }] };
  }),
  fault('V04', 'both', 'three digits after one separator', (scene) => {
    const row = someRow(scene, (each) => isMonthlyFlow(each) && each.indicator.decimals > 0 && num(each, 'cumulative') >= 1000);
    if (row === null) return null;
    const role = scene.chance.pick((['cumulative', 'lastYear', 'month'] as const).filter((each) => num(row, each) >= 1000));
    row.figures[role] = grouped(String(Math.round(num(row, role))), '.').split('.').slice(0, 2).join(scene.chance.flip(0.8) ? '.' : ',');
    return { labels: [{ code: 'V04', indicator: row.indicator.code, role }] };
  }),
  fault('V05', 'both', 'a sign or words', (scene) => {
    const row = someRow(scene, (each) => has(each, 'lastYear'));
    if (row === null) return null;
    row.figures.lastYear = scene.chance.pick(['-', '…', '...', 'x', 'chưa có số liệu', 'chưa có', 'KPS', 'không phát sinh', '–', 'đang tổng hợp']);
    return { labels: [{ code: 'V05', indicator: row.indicator.code, role: 'lastYear' }] };
  }),
  fault('V06', 'both', 'an error', (scene) => {
    const row = someRow(scene, (each) => has(each, 'cumulative'));
    if (row === null) return null;
    const errors: readonly ExcelError[] = ['#REF!', '#DIV/0!', '#N/A', '#VALUE!', '#NAME?'];
    const role = scene.chance.pick((['cumulative', 'numerator', 'lastYear', 'month'] as const).filter((each) => has(row, each)));
    row.figures[role] = { error: scene.chance.pick(errors) };
    return { labels: [{ code: 'V06', indicator: row.indicator.code, role }] };
  }),
  fault('V07', 'both', 'above the bound', (scene) => {
    const row = someRow(scene, (each) => isRate(each) && has(each, ...PART_ROLES) && each.indicator.bounds.max !== null);
    if (row === null) return null;
    const part = ((row.indicator.bounds.max ?? 100) / row.indicator.scale) * scene.chance.between(1.04, 1.4);
    setParts(row, Math.round(num(row, 'denominator') * part) + 2, num(row, 'denominator'));
    // Where the row has no words for it nothing follows; a rate that leaves its bounds leaves the unit's band as well only in words of L08.
    return { labels: [{ code: 'V07', indicator: row.indicator.code }] };
  }),
  fault('V07', 'both', 'a growth beyond its bound', (scene) => {
    const row = someRow(scene, (each) => each.indicator.kind === 'growth' && has(each, 'cumulative'));
    if (row === null) return null;
    row.figures.cumulative = rounded(scene.chance.flip(0.5) ? scene.chance.between(61, 79) : scene.chance.between(-45, -31), 2);
    return { labels: [{ code: 'V07', indicator: row.indicator.code, role: 'cumulative' }] };
  }),
  fault('V08', 'both', 'a sign before it', (scene) => {
    const row = someRow(scene, (each) => isPositive(each, 'cumulative') && (isFlow(each) || isRate(each)));
    if (row === null) return null;
    const roles = (['month', 'lastYear', 'numerator', 'denominator'] as const).filter((each) => isPositive(row, each));
    if (roles.length === 0) return null;
    const role = scene.chance.pick(roles);
    row.figures[role] = -num(row, role);
    return { labels: [{ code: 'V08', indicator: row.indicator.code, role }] };
  }),
  fault('V09', 'both', 'a part of a person', (scene) => {
    const row = someRow(scene, (each) => isMonthlyFlow(each) && each.indicator.decimals === 0);
    if (row === null) return null;
    const role = scene.chance.pick(['month', 'lastYear'] as const);
    const more = scene.chance.pick([0.25, 0.5, 0.3]);
    row.figures[role] = num(row, role) + more;
    if (role === 'month') row.figures.cumulative = num(row, 'cumulative');
    return { labels: [{ code: 'V09', indicator: row.indicator.code, role }] };
  }),
  fault('V09', 'both', 'too many decimals', (scene) => {
    const row = someRow(scene, (each) => isMonthlyFlow(each) && each.indicator.decimals > 0);
    if (row === null) return null;
    row.figures.lastYear = rounded(num(row, 'lastYear') + scene.chance.pick([0.023, 0.0417, 0.031]), 4);
    return { labels: [{ code: 'V09', indicator: row.indicator.code, role: 'lastYear' }] };
  }),
  fault('V21', 'both', 'a remark with a dash', (scene) => {
    const row = someRow(scene, (each) => each.cause !== '');
    if (row === null) return null;
    row.cause = `${scene.chance.pick(['- ', '+ ', '-', '='])}${row.cause}`;
    return { labels: [{ code: 'V21' }] };
  }),
  fault('V23', 'both', 'a placeholder', (scene) => {
    const row = someRow(scene, (each) => isDueNow(scene, each.indicator.code) && has(each, 'cumulative') && typeof scene.world.point(scene.unit, each.indicator.code, scene.month - 1)?.cumulative === 'number');
    if (row === null || scene.month < 3) return null;
    row.figures.cumulative = scene.chance.pick(['…', 'chưa có', '-']);
    // The placeholder itself is told as well.
    return { labels: [{ code: 'V23', indicator: row.indicator.code, role: 'cumulative' }], alsoTrue: ['V05'] };
  }),
  fault('V25', 'both', 'a word before the number', (scene) => {
    const row = someRow(scene, (each) => isMonthlyFlow(each) && num(each, 'cumulative') >= 10);
    if (row === null) return null;
    const value = num(row, 'cumulative');
    const plain = value >= 1000 && Number.isInteger(value) && row.indicator.decimals > 0 ? `${inVietnamese(value)},0` : inVietnamese(value);
    row.figures.cumulative = `${scene.chance.pick(['gần ', 'ước ', '≈', '>', 'khoảng ', 'trên ', 'hơn '])}${plain}`;
    return { labels: [{ code: 'V25', indicator: row.indicator.code, role: 'cumulative' }] };
  }),
  fault('L04', 'both', 'one part is missing', (scene) => {
    const row = someRow(scene, (each) => has(each, ...PART_ROLES));
    if (row === null) return null;
    row.figures[scene.chance.pick(PART_ROLES)] = null;
    return { labels: [{ code: 'L04', indicator: row.indicator.code }] };
  }),
];

function decimalsOf(value: number): number {
  return (String(value).split('.')[1] ?? '').length;
}

/** Whether the unit owes the figure in this month's report. */
function isDueNow(scene: Scene, code: string): boolean {
  const assignment = scene.world.index.assignment(scene.unit, code);
  return assignment !== null && (assignment.role === 'lead' || assignment.role === 'part') && assignment.due !== 'E';
}
