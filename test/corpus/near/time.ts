import { behindToo, earlier, fault, has, isMonthlyFlow, isRate, num, setMonth, setParts, someRow, sumToo, type Fault } from '../fault';
import type { Entry } from '../draft';
import { outlyingness, rounded } from '../series';

const near = fault;
const NONE = { labels: [] } as const;

/** Last month restated, and the cumulative figure with it. */
function restate(row: Entry, share: number): void {
  const restated = rounded(num(row, 'previousMonth') * share, row.indicator.decimals);
  row.figures.cumulative = rounded(num(row, 'cumulative') + restated - num(row, 'previousMonth'), row.indicator.decimals);
  row.figures.previousMonth = restated;
}

/** Changes over time that are right and look like wrong ones. */
export const timeNearMisses: readonly Fault[] = [
  near('T01', 'both', 'an unchanged cumulative', (scene) => {
    const row = scene.month >= 3 ? someRow(scene, (each) => each.indicator.code === 'NV08.2' && isMonthlyFlow(each)) : null;
    if (row === null) return null;
    setMonth(row, 0);
    return { labels: [], alsoTrue: ['T10', 'T06'] };
  }),
  near('T02', 'both', 'within rounding', (scene) => {
    const row = scene.month >= 3 ? someRow(scene, (each) => isMonthlyFlow(each) && each.indicator.decimals > 0) : null;
    if (row === null) return null;
    row.figures.cumulative = rounded(num(row, 'cumulative') + 0.1, 1);
    return NONE;
  }),
  near('T04', 'standard', 'last month restated a little', (scene) => {
    const row = scene.month >= 3 ? someRow(scene, (each) => isMonthlyFlow(each) && num(each, 'previousMonth') > 50) : null;
    if (row === null || scene.unit === 'STC') return null;
    restate(row, scene.chance.pick([0.96, 1.04]));
    return NONE;
  }),
  near('T05', 'both', 'one figure of several restated a little', (scene) => {
    const rows = scene.month >= 3 ? scene.draft.entries.filter((row) => isMonthlyFlow(row) && num(row, 'previousMonth') > 20) : [];
    const [row] = scene.chance.shuffled(rows);
    if (row === undefined || rows.length < 2) return null;
    restate(row, scene.chance.pick([0.94, 1.06]));
    return scene.sheet().columns.has('previousMonth') ? { labels: [], alsoTrue: [...sumToo(scene, row), ...behindToo(scene, row)] } : null;
  }),
  near('T05', 'both', 'many figures rounded', (scene) => {
    const rows = scene.month >= 3 ? scene.draft.entries.filter((row) => isMonthlyFlow(row) && row.indicator.decimals > 0 && num(row, 'previousMonth') > 20) : [];
    if (rows.length < 3) return null;
    for (const row of rows) row.figures.previousMonth = rounded(num(row, 'previousMonth') + 0.04, 2);
    // Two decimals where one is declared.
    return scene.sheet().columns.has('previousMonth') ? { labels: [], alsoTrue: ['V09'] } : null;
  }),
  near('T06', 'both', 'a month a little above the others', (scene) => {
    const row = someRow(scene, (each) => isMonthlyFlow(each) && earlier(scene, each.indicator.code, 'month').length >= 6 && scene.unit !== 'STC');
    if (row === null) return null;
    const before = earlier(scene, row.indicator.code, 'month');
    const top = Math.max(...before);
    setMonth(row, top);
    return outlyingness(before, top) < 3 ? NONE : null;
  }),
  near('T06', 'both', 'too little history', (scene) => {
    const row = someRow(scene, (each) => isMonthlyFlow(each) && scene.month >= 4 && scene.month <= 6 && scene.unit !== 'STC');
    if (row === null) return null;
    setMonth(row, num(row, 'month') * 2.2);
    return { labels: [], alsoTrue: behindToo(scene, row) };
  }),
  near('T08', 'both', 'one figure as last month', (scene) => {
    const row = scene.month >= 3 ? someRow(scene, (each) => isMonthlyFlow(each) && num(each, 'previousMonth') > 0 && scene.unit !== 'STC') : null;
    if (row === null) return null;
    setMonth(row, num(row, 'previousMonth'));
    return NONE;
  }),
  near('T08', 'both', 'one rate as last month', (scene) => {
    const row = scene.month >= 3 ? someRow(scene, (each) => isRate(each) && has(each, 'numerator', 'denominator') && scene.world.index.assignment(scene.unit, each.indicator.code)?.due === 'M' && each.indicator.code !== 'XH08' && each.indicator.code !== 'XH09') : null;
    const last = row === null ? null : scene.world.point(scene.unit, row.indicator.code, scene.month - 1);
    if (row === null || typeof last?.numerator !== 'number' || typeof last.denominator !== 'number') return null;
    setParts(row, last.numerator, last.denominator);
    return { labels: [], alsoTrue: behindToo(scene, row) };
  }),
  near('T09', 'both', 'the first figure of the year', (scene) => {
    const row = scene.month >= 4 ? someRow(scene, (each) => each.indicator.code === 'XH12.4' && has(each, 'month') && num(each, 'cumulative') === 0) : null;
    if (row === null) return null;
    row.figures.month = 1;
    row.figures.cumulative = 1;
    return NONE;
  }),
  near('T10', 'both', 'an event after months without', (scene) => {
    const row = scene.month >= 4 ? someRow(scene, (each) => each.indicator.code === 'XH12.1' && has(each, 'month') && num(each, 'cumulative') === 0) : null;
    if (row === null) return null;
    row.figures.month = 1;
    row.figures.cumulative = 1;
    // A plan of one commune is then met to the digit.
    return { labels: [], alsoTrue: num(row, 'plan') === 1 ? ['L13'] : [] };
  }),
  near('T03', 'both', 'a quarter between two figures', (scene) => (scene.draft.entries.some((row) => row.indicator.code === 'KT05') ? NONE : null)),
];
