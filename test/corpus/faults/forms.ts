import { addressOf } from '../../../src/core/address';
import type { ColumnRole } from '../../../src/core/report/types';
import { fault, has, isFlow, isMonthlyFlow, isRate, num, someRow, type Fault, type Scene } from '../fault';
import { rounded } from '../series';
import { cell, placeOf, put, textIn } from '../sheet';
import { toTcvn3, toVni } from '../old-encodings';

const FORMULA_ROLES: readonly ColumnRole[] = ['percentOfPlan', 'percentOfLastYear'];

interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly role: ColumnRole;
  readonly indicator: string;
  readonly formula: string;
  readonly value: number;
}

/** A formula of the form with a number as its result. */
function someFormula(scene: Scene): FormulaCell | null {
  const sheet = scene.sheet();
  const all = scene.draft.entries.flatMap(({ indicator }) => FORMULA_ROLES.flatMap((role): FormulaCell[] => {
    const place = placeOf(sheet, indicator.code, role);
    const present = place === null ? null : cell(sheet, place.row, place.column);
    if (place === null || present?.formula === undefined || present.content?.kind !== 'number') return [];
    return [{ ...place, role, indicator: indicator.code, formula: present.formula, value: present.content.value }];
  }));
  return all.length === 0 ? null : scene.chance.pick(all);
}

/** Faults of the form itself: formulas, locked cells, legacy encodings, cut texts. */
export const formFaults: readonly Fault[] = [
  fault('V17', 'standard', 'a constant for a formula', (scene) => {
    const at = someFormula(scene);
    if (at === null) return null;
    put(scene.sheet(), at.row, at.column, at.value);
    return { labels: [{ code: 'V17', indicator: at.indicator, role: at.role }] };
  }),
  fault('V18', 'standard', 'another formula', (scene) => {
    const at = someFormula(scene);
    if (at === null) return null;
    const sheet = scene.sheet();
    const changed = scene.chance.pick([`=${addressOf(at.row, 7)}/${addressOf(at.row, at.role === 'percentOfPlan' ? 4 : 8)}*100`, at.formula.replace(`/${addressOf(at.row, at.role === 'percentOfPlan' ? 4 : 8)}`, `/${addressOf(at.row, at.role === 'percentOfPlan' ? 8 : 4)}`), at.formula.replaceAll(String(at.row + 1), String(at.row + 2))]);
    const cells = sheet.cells.get(at.row);
    const present = cells?.get(at.column);
    if (!present || changed === at.formula) return null;
    cells?.set(at.column, { ...present, formula: changed });
    return { labels: [{ code: 'V18', indicator: at.indicator, role: at.role }] };
  }),
  fault('V19', 'both', 'a figure from another workbook', (scene) => {
    const row = someRow(scene, (each) => has(each, 'cumulative'));
    if (row === null) return null;
    const sheet = scene.sheet();
    const role = scene.chance.pick((['cumulative', 'month', 'numerator', 'lastYear'] as const).filter((each) => has(row, each)));
    const place = placeOf(sheet, row.indicator.code, role);
    if (place === null) return null;
    const source = scene.chance.pick(['So lieu goc.xlsx', 'KH2024.xlsx']);
    put(sheet, place.row, place.column, num(row, role), { formula: `='[${source}]Sheet1'!$C$${scene.chance.int(3, 40)}` });
    sheet.links = [source];
    // The workbook then holds a link.
    return { labels: [{ code: 'V19' }], alsoTrue: ['F09'] };
  }),
  fault('V20', 'standard', 'a formula that was never calculated', (scene) => {
    const at = someFormula(scene);
    if (at === null) return null;
    put(scene.sheet(), at.row, at.column, null, { formula: at.formula });
    return { labels: [{ code: 'V20' }] };
  }),
  fault('V20', 'both', 'a sum that was never calculated', (scene) => {
    const row = someRow(scene, isMonthlyFlow);
    if (row === null) return null;
    const sheet = scene.sheet();
    const [month, cumulative] = [placeOf(sheet, row.indicator.code, 'month'), placeOf(sheet, row.indicator.code, 'cumulative')];
    if (month === null || cumulative === null) return null;
    put(sheet, cumulative.row, cumulative.column, null, { formula: `=${addressOf(month.row, month.column)}+${rounded(num(row, 'cumulative') - num(row, 'month'), 1)}` });
    return { labels: [{ code: 'V20' }] };
  }),
  fault('V22', 'standard', 'the plan', (scene) => {
    const row = someRow(scene, (each) => num(each, 'plan') > 0);
    if (row === null) return null;
    row.figures.plan = rounded(num(row, 'plan') * scene.chance.pick([0.9, 0.95, 1.1, 0.85]) + 1, row.indicator.decimals);
    // A plan that was lowered may be reached to the digit by nobody, but a raised one leaves the figure behind without words.
    return { labels: [{ code: 'V22', indicator: row.indicator.code, role: 'plan' }], alsoTrue: row.cause === '' ? ['L10'] : [] };
  }),
  fault('V22', 'standard', 'the code', (scene) => {
    const row = someRow(scene, (each) => has(each, 'cumulative'));
    if (row === null) return null;
    row.code = scene.chance.pick([row.code.replace(/\d/, (digit) => String((Number(digit) + 7) % 10)), `${row.code}a`, row.code.slice(0, 3)]);
    if (scene.world.index.indicator(row.code) !== null) return null;
    // The code and the name do not belong together either.
    return { labels: [{ code: 'V22' }], alsoTrue: ['K08'] };
  }),
  fault('V12', 'both', 'cut at 255', (scene) => {
    const row = someRow(scene, (each) => each.cause !== '');
    if (row === null) return null;
    row.cause = Array.from({ length: 12 }, () => row.cause).join('; ').slice(0, 255);
    return row.cause.length === 255 ? { labels: [{ code: 'V12' }] } : null;
  }),
  fault('V12', 'both', 'cut where a cell ends', (scene) => {
    const row = someRow(scene, (each) => each.remedy !== '');
    if (row === null) return null;
    row.remedy = `${row.remedy}; `.repeat(2000).slice(0, 32_767);
    return row.remedy.length === 32_767 ? { labels: [{ code: 'V12', indicator: row.indicator.code, role: 'remedy' }] } : null;
  }),
  fault('V16', 'both', 'stray spaces', (scene) => {
    const row = someRow(scene, (each) => has(each, 'cumulative'));
    if (row === null) return null;
    row.name = scene.chance.pick([row.name.replace(' ', '\u00a0'), row.name.replace(' ', '  '), `${row.name} \u00a0`]);
    const sheet = scene.sheet();
    const place = placeOf(sheet, row.indicator.code, 'name');
    // A layout that writes an alias may not hold the spoiled name.
    return place !== null && textIn(sheet, place.row, place.column).includes(row.name) ? { labels: [{ code: 'V16' }] } : null;
  }),
  fault('V16', 'standard', 'a space in a code', (scene) => {
    const row = someRow(scene, (each) => has(each, 'cumulative'));
    if (row === null) return null;
    row.code = scene.chance.pick([`${row.code} `, ` ${row.code}`, `${row.code}\u00a0`]);
    return { labels: [{ code: 'V16' }] };
  }),
  fault('V16', 'both', 'decomposed', (scene) => {
    const row = someRow(scene, (each) => has(each, 'cumulative'));
    if (row === null) return null;
    row.name = row.name.normalize('NFD');
    return row.name !== row.indicator.name ? { labels: [{ code: 'V16' }] } : null;
  }),
  fault('V16', 'both', 'an old encoding', (scene) => {
    const row = someRow(scene, (each) => has(each, 'cumulative') && (isFlow(each) || isRate(each)));
    if (row === null) return null;
    const vni = scene.chance.flip(0.4);
    const converted = vni ? toVni(row.name) : toTcvn3(row.name);
    const sheet = scene.sheet();
    const place = placeOf(sheet, row.indicator.code, 'name');
    if (place === null) return null;
    const before = textIn(sheet, place.row, place.column);
    // An alias is longer than the name, or another one.
    if (!before.endsWith(row.name)) return null;
    put(sheet, place.row, place.column, before.replace(row.name, converted), { font: vni ? 'VNI-Times' : '.VnTime' });
    // The name on the form is locked; in another encoding it reads differently to whoever compares letters.
    return { labels: [{ code: 'V16' }] };
  }),
];
