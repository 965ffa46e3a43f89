import { fault, has, isMonthlyFlow, isRate, num, someRow, type Fault, type Scene } from '../fault';
import { rounded } from '../series';
import type { TypedRole } from '../draft';

const FACTORS = [1000, 0.001, 1_000_000] as const;

/** Figures in a wrong measure: triệu for tỷ, a fraction for a percentage, an index for a growth. */
export const scaleFaults: readonly Fault[] = [
  fault('V14', 'both', 'a fraction for a percentage', (scene) => {
    const row = someRow(scene, (each) => isRate(each) && each.indicator.unit === '%' && num(each, 'cumulative') > 20 && num(each, 'cumulative') < 99);
    if (row === null) return null;
    row.figures.cumulative = rounded(num(row, 'cumulative') / 100, 4);
    return { labels: [{ code: 'V14', indicator: row.indicator.code, role: 'cumulative' }] };
  }),
  fault('V14', 'both', 'the reverse', (scene) => {
    const row = someRow(scene, (each) => isRate(each) && each.indicator.unit === '%' && num(each, 'cumulative') > 20 && has(each, 'numerator', 'denominator'));
    if (row === null) return null;
    row.figures.cumulative = rounded(num(row, 'cumulative') * 100, 0);
    return { labels: [{ code: 'V14', indicator: row.indicator.code, role: 'cumulative' }] };
  }),
  fault('V15', 'both', 'one figure', (scene) => {
    const row = someRow(scene, (each) => isMonthlyFlow(each) && num(each, 'cumulative') > 30);
    if (row === null) return null;
    const role = scene.chance.pick(['cumulative', 'month'] as const);
    scaled(row.figures, role, num(row, role), factorFor(scene, row.indicator.decimals), row.indicator.decimals);
    return { labels: [{ code: 'V15', indicator: row.indicator.code, role }] };
  }),
  fault('V15', 'both', 'the whole row', (scene) => {
    const row = someRow(scene, (each) => isMonthlyFlow(each) && num(each, 'cumulative') > 30 && each.figures.plan !== null);
    if (row === null) return null;
    const factor = scene.chance.pick([1000, 1_000_000]);
    for (const role of ['previousMonth', 'month', 'cumulative', 'lastYear'] as const) if (has(row, role)) scaled(row.figures, role, num(row, role), factor, row.indicator.decimals);
    return { labels: [{ code: 'V15', indicator: row.indicator.code }] };
  }),
  fault('V24', 'both', 'an index for a growth', (scene) => {
    const row = someRow(scene, (each) => each.indicator.kind === 'growth' && has(each, 'cumulative'));
    if (row === null) return null;
    row.figures.cumulative = rounded(100 + num(row, 'cumulative') + scene.chance.between(-0.8, 0.8), scene.chance.int(1, 2));
    return { labels: [{ code: 'V24', indicator: row.indicator.code, role: 'cumulative' }] };
  }),
];

/** Counts of people cannot be divided by a thousand and stay counts. */
function factorFor(scene: Scene, decimals: number): number {
  return decimals === 0 ? 1000 : scene.chance.pick(FACTORS);
}

function scaled(figures: Partial<Record<TypedRole, unknown>>, role: TypedRole, value: number, factor: number, decimals: number): void {
  figures[role] = rounded(value * factor, Math.max(decimals, factor < 1 ? 1 : 0) + (factor < 1 ? 0 : 0));
}
