import type { Fact } from '../../../src/core/consolidation/types';
import { periodKey } from '../../../src/core/period';
import { YEAR } from '../world';
import { entryOf, numberIn, type Entry, type TypedRole } from '../draft';
import { behindToo, earlier, fault, has, isMonthlyFlow, isPositive, num, outlierToo, setMonth, setParts, someRow, sumToo, type Fault, type Scene } from '../fault';
import { outlyingness, rounded } from '../series';

const hasBefore = (scene: Scene): boolean => scene.month >= 3;
const COPIED: readonly TypedRole[] = ['previousMonth', 'month', 'cumulative', 'lastYear', 'numerator', 'denominator'];

/** Faults that only the months before can tell. */
export const timeFaults: readonly Fault[] = [
  fault('T01', 'both', 'a cumulative figure that falls', (scene) => {
    const row = hasBefore(scene) ? someRow(scene, isMonthlyFlow) : null;
    if (row === null) return null;
    const before = earlier(scene, row.indicator.code, 'cumulative').at(-1) ?? 0;
    const fallen = rounded(before * scene.chance.between(0.9, 0.985), row.indicator.decimals);
    if (fallen <= num(row, 'month') || fallen >= before || fallen === num(row, 'plan')) return null;
    row.figures.cumulative = fallen;
    // The figure that falls may leave its row behind plan, and that has no words.
    return { labels: [{ code: 'T01', indicator: row.indicator.code, role: 'cumulative' }], alsoTrue: [...behindToo(scene, row), ...sumToo(scene, row)] };
  }),
  fault('T02', 'both', 'a sum that does not add up', (scene) => {
    const row = hasBefore(scene) ? someRow(scene, (each) => isMonthlyFlow(each) && num(each, 'cumulative') > 60) : null;
    if (row === null) return null;
    const unit = 10 ** -row.indicator.decimals;
    row.figures.cumulative = rounded(num(row, 'cumulative') + Math.max(4 * unit, num(row, 'cumulative') * scene.chance.between(0.01, 0.06)), row.indicator.decimals);
    return { labels: [{ code: 'T02', indicator: row.indicator.code, role: 'cumulative' }], alsoTrue: sumToo(scene, row) };
  }),
  fault('T03', 'both', 'no report for a month', (scene) => {
    const owed = (row: Entry): boolean => isMonthlyFlow(row) && scene.world.index.assignment(scene.unit, row.indicator.code)?.role !== 'check';
    if (scene.month < 4 || !scene.draft.entries.some(owed)) return null;
    const gone = scene.chance.int(3, scene.month - 1);
    for (const row of scene.draft.entries) if (gone === scene.month - 1) row.figures.previousMonth = null;
    const facts = scene.facts.filter((fact) => fact.period.month !== gone);
    const words = scene.world.wordsBefore(scene.unit, scene.month).map((each) => ({ ...each, months: each.months.filter((month) => month !== periodKey({ year: YEAR, month: gone })) }));
    // With a month less behind it, a figure may lie further out.
    return { labels: [{ code: 'T03' }], facts, words: words.filter((each) => each.months.length > 0), alsoTrue: outlierToo({ ...scene, facts }) };
  }),
  fault('T04', 'both', 'last month restated by a lot', (scene) => {
    const row = hasBefore(scene) ? someRow(scene, (each) => isMonthlyFlow(each) && num(each, 'previousMonth') > 8) : null;
    if (row === null) return null;
    const restated = rounded(num(row, 'previousMonth') * scene.chance.pick([0.8, 1.2, 1.3, 0.84]), row.indicator.decimals);
    row.figures.cumulative = rounded(num(row, 'cumulative') + restated - num(row, 'previousMonth'), row.indicator.decimals);
    row.figures.previousMonth = restated;
    const sheet = scene.sheet();
    return sheet.columns.has('previousMonth') ? { labels: [{ code: 'T04', indicator: row.indicator.code }], alsoTrue: [...behindToo(scene, row), ...sumToo(scene, row)] } : null;
  }),
  fault('T05', 'both', 'many figures restated a little', (scene) => {
    const rows = hasBefore(scene) ? scene.draft.entries.filter((row) => isMonthlyFlow(row) && num(row, 'previousMonth') > 20) : [];
    // Of one or two figures, both may well be revised honestly.
    if (rows.length < 3) return null;
    for (const row of rows) {
      const restated = rounded(num(row, 'previousMonth') * scene.chance.pick([1.06, 0.94]), row.indicator.decimals);
      row.figures.cumulative = rounded(num(row, 'cumulative') + restated - num(row, 'previousMonth'), row.indicator.decimals);
      row.figures.previousMonth = restated;
    }
    return scene.sheet().columns.has('previousMonth') ? { labels: [{ code: 'T05' }], alsoTrue: sumToo(scene, ...rows) } : null;
  }),
  fault('T06', 'both', 'a month unlike the others', (scene) => {
    const row = someRow(scene, (each) => isMonthlyFlow(each) && earlier(scene, each.indicator.code, 'month').length >= 6);
    if (row === null) return null;
    setMonth(row, num(row, 'month') * scene.chance.pick([1.9, 2.4, 3.1]));
    const far = outlyingness(earlier(scene, row.indicator.code, 'month'), num(row, 'month'));
    return far > 4 ? { labels: [{ code: 'T06', indicator: row.indicator.code }], alsoTrue: sumToo(scene, row) } : null;
  }),
  fault('T06', 'both', 'a rate unlike the others', (scene) => {
    const row = someRow(scene, (each) => each.indicator.kind === 'rate' && earlier(scene, each.indicator.code, 'cumulative').length >= 6 && num(each, 'numerator') > 2000);
    if (row === null || row.indicator.code === 'XH09') return null;
    const share = row.indicator.code === 'XH07' ? 0.9 : 1.12;
    setParts(row, Math.round(num(row, 'numerator') * share), num(row, 'denominator'));
    return { labels: [{ code: 'T06', indicator: row.indicator.code }], alsoTrue: behindToo(scene, row) };
  }),
  fault('T08', 'both', 'last month sent again', (scene) => {
    if (!hasBefore(scene)) return null;
    let cells = 0;
    for (const row of scene.draft.entries) {
      const last = entryOf(scene.world, scene.unit, scene.month - 1, row.indicator);
      if (!has(last, 'cumulative')) continue;
      if (row.indicator.kind !== 'stock' && !row.indicator.code.startsWith('XH1')) cells += COPIED.filter((role) => (numberIn(last, role) ?? 0) !== 0).length;
      for (const role of COPIED) row.figures[role] = last.figures[role] ?? null;
      Object.assign(row, scene.world.words(scene.unit, row.indicator.code, scene.month - 1));
    }
    // The old figures restate the month before last for last month (T04, T05) and bring the old words (L11, and L10 where they were none).
    return cells >= 4 ? { labels: [{ code: 'T08' }], alsoTrue: ['T04', 'T05', 'L11', 'L10'] } : null;
  }),
  fault('T09', 'both', 'the cumulative typed as the month', (scene) => {
    const row = hasBefore(scene) ? someRow(scene, isMonthlyFlow) : null;
    if (row === null) return null;
    row.figures.month = num(row, 'cumulative');
    return { labels: [{ code: 'T09', indicator: row.indicator.code, role: 'month' }] };
  }),
  fault('T09', 'both', 'the month typed as the cumulative', (scene) => {
    const row = hasBefore(scene) ? someRow(scene, isMonthlyFlow) : null;
    if (row === null) return null;
    row.figures.cumulative = num(row, 'month');
    // The figure is then far behind plan, without words.
    return { labels: [{ code: 'T09', indicator: row.indicator.code, role: 'cumulative' }] };
  }),
  fault('T10', 'both', 'a sudden zero', (scene) => {
    // Sudden is what follows some months of figures.
    const row = scene.month >= 5 ? someRow(scene, (each) => isMonthlyFlow(each) && num(each, 'month') > 5) : null;
    if (row === null) return null;
    setMonth(row, 0);
    return { labels: [{ code: 'T10', indicator: row.indicator.code }], alsoTrue: [...outlierToo(scene), ...behindToo(scene, row), ...sumToo(scene, row)] };
  }),
  fault('T10', 'both', 'a sudden appearance', (scene) => {
    const row = scene.month >= 5 ? someRow(scene, (each) => isMonthlyFlow(each) && isPositive(each, 'month', 'plan') && num(each, 'month') > 20) : null;
    if (row === null) return null;
    const nothing = (fact: Fact): Fact => (fact.indicator === row.indicator.code ? { ...fact, month: 0, cumulative: 0 } : fact);
    row.figures.previousMonth = 0;
    row.figures.cumulative = num(row, 'month');
    row.cause = 'Nửa đầu năm chưa triển khai được do chờ văn bản hướng dẫn của trung ương';
    row.remedy = 'Đẩy nhanh tiến độ từ nay đến cuối năm, giao ban hằng tuần';
    const far = outlyingness(earlier(scene, row.indicator.code, 'month').map(() => 0), num(row, 'month')) > 3;
    return { labels: [{ code: 'T10', indicator: row.indicator.code }], facts: scene.facts.map(nothing), alsoTrue: [...(far ? (['T06'] as const) : []), ...sumToo(scene, row)] };
  }),
];
