import { fault, has, isRate, num, outlierToo, setMonth, setParts, someRow, sumToo, type Fault } from '../fault';
import { entry } from '../draft';
import { isBehind, rounded } from '../series';
import { put } from '../sheet';

const hasRow = (codes: readonly string[]) => (scene: Parameters<Fault['seed']>[0]): boolean => codes.every((code) => scene.draft.entries.some((row) => row.indicator.code === code && has(row, 'cumulative')));

/** Faults inside one report: sums, parts and wholes, stated rates, words. */
export const withinFaults: readonly Fault[] = [
  fault('L01', 'both', 'the total', (scene) => {
    if (!hasRow(['KT04', 'KT04.1', 'KT04.2'])(scene)) return null;
    const total = entry(scene.draft, 'KT04');
    setMonth(total, num(total, 'month') + num(total, 'cumulative') * scene.chance.between(0.009, 0.03) * scene.chance.pick([1, -1]));
    return { labels: [{ code: 'L01', indicator: 'KT04' }], alsoTrue: outlierToo(scene) };
  }),
  fault('L01', 'both', 'a part', (scene) => {
    if (!hasRow(['KT04', 'KT04.1', 'KT04.2'])(scene)) return null;
    const part = entry(scene.draft, 'KT04.2');
    setMonth(part, num(part, 'month') + num(part, 'cumulative') * scene.chance.between(0.012, 0.03) * scene.chance.pick([1, -1]));
    return { labels: [{ code: 'L01', indicator: 'KT04' }], alsoTrue: outlierToo(scene) };
  }),
  fault('L02', 'both', 'a rate above the one that holds it', (scene) => {
    const pair = scene.chance.shuffled([['XH09', 'XH08'], ['XH03.1', 'XH03']] as const).find((each) => hasRow(each)(scene));
    if (pair === undefined) return null;
    const [smaller, larger] = [entry(scene.draft, pair[0]), entry(scene.draft, pair[1])];
    setParts(smaller, Math.min(num(smaller, 'denominator'), Math.round(num(larger, 'numerator') * scene.chance.between(1.01, 1.04)) + 1), num(smaller, 'denominator'));
    return { labels: [{ code: 'L02', indicator: pair[0] }], alsoTrue: outlierToo(scene) };
  }),
  fault('L02', 'both', 'nested counts', (scene) => {
    const pair = scene.chance.shuffled([['XH12.3', 'XH12'], ['XH12.6', 'XH12.3']] as const).find((each) => hasRow(each)(scene));
    if (pair === undefined) return null;
    entry(scene.draft, pair[0]).figures.cumulative = num(entry(scene.draft, pair[1]), 'cumulative') + 1;
    // The second pair can fail with the first, since the counts are nested three deep; both are L02.
    return { labels: [{ code: 'L02' }], alsoTrue: outlierToo(scene) };
  }),
  fault('L07', 'both', 'the stated rate', (scene) => {
    const row = someRow(scene, (each) => isRate(each) && has(each, 'numerator', 'denominator', 'cumulative') && num(each, 'cumulative') < 95);
    if (row === null) return null;
    row.figures.cumulative = rounded(num(row, 'cumulative') + scene.chance.between(0.4, 3) * scene.chance.pick([1, -1]), 2);
    return { labels: [{ code: 'L07', indicator: row.indicator.code, role: 'cumulative' }] };
  }),
  fault('L07', 'free', 'a typed percentage', (scene) => {
    const row = someRow(scene, (each) => each.indicator.kind === 'flow' && num(each, 'plan') > 0 && num(each, 'cumulative') > 0);
    if (row === null) return null;
    row.typed.percentOfPlan = rounded((num(row, 'cumulative') / num(row, 'plan')) * 100 + scene.chance.between(1, 9), 2);
    const sheet = scene.sheet();
    return sheet.columns.has('percentOfPlan') ? { labels: [{ code: 'L07', indicator: row.indicator.code, role: 'percentOfPlan' }] } : null;
  }),
  fault('L08', 'both', 'over 100 %', (scene) => {
    const row = someRow(scene, (each) => isRate(each) && each.indicator.unit === '%' && (each.indicator.bounds.max ?? 0) > 100 && has(each, 'numerator', 'denominator'));
    if (row === null) return null;
    setParts(row, Math.round(num(row, 'denominator') * scene.chance.between(1.005, 1.15)), num(row, 'denominator'));
    return { labels: [{ code: 'L08', indicator: row.indicator.code }], alsoTrue: outlierToo(scene) };
  }),
  fault('L08', 'both', 'outside the declared band', (scene) => {
    const row = someRow(scene, (each) => isRate(each) && has(each, 'numerator', 'denominator', 'cumulative') && num(each, 'cumulative') < 99);
    if (row === null) return null;
    const { catalogue } = scene.world;
    const value = num(row, 'cumulative');
    const plausible = scene.chance.flip(0.5) ? { min: Math.ceil(value) + 1, max: null } : { min: null, max: Math.floor(value) - 1 };
    const indicators = catalogue.indicators.map((each) => (each.code === row.indicator.code ? { ...each, plausible } : each));
    return { labels: [{ code: 'L08', indicator: row.indicator.code }], index: scene.world.remake({ ...catalogue, indicators }) };
  }),
  fault('L10', 'both', 'no words beside what is behind', (scene) => {
    const row = someRow(scene, (each) => {
      const point = scene.world.point(scene.unit, each.indicator.code, scene.month);
      const due = scene.world.index.assignment(scene.unit, each.indicator.code)?.due;
      // Of a second source nobody asks for words.
      return point !== null && due !== 'E' && scene.world.index.assignment(scene.unit, each.indicator.code)?.role !== 'check' && isBehind(each.indicator, point, scene.world.plan(scene.unit, each.indicator.code), scene.month, 'surely');
    });
    if (row === null) return null;
    row.cause = '';
    row.remedy = '';
    return { labels: [{ code: 'L10', indicator: row.indicator.code }] };
  }),
  fault('L11', 'both', 'empty words', (scene) => {
    const row = someRow(scene, (each) => each.cause !== '');
    if (row === null) return null;
    row[scene.chance.pick(['cause', 'remedy'] as const)] = scene.chance.pick(['Nguyên nhân khách quan', 'Do khách quan', 'Do nhiều nguyên nhân', 'Tiếp tục thực hiện', 'Đang triển khai', 'Còn khó khăn']);
    return { labels: [{ code: 'L11', indicator: row.indicator.code }] };
  }),
  fault('L11', 'both', 'a denial beside what is behind', (scene) => {
    const row = someRow(scene, (each) => {
      const { index } = scene.world;
      const point = scene.world.point(scene.unit, each.indicator.code, scene.month);
      const assignment = index.assignment(scene.unit, each.indicator.code);
      return each.cause !== '' && point !== null && assignment?.due !== 'E' && assignment?.role !== 'check' && isBehind(each.indicator, point, scene.world.plan(scene.unit, each.indicator.code), scene.month, 'surely');
    });
    if (row === null) return null;
    row.cause = scene.chance.pick(['Không', 'Không có', 'không có.']);
    return { labels: [{ code: 'L11', indicator: row.indicator.code }] };
  }),
  fault('L11', 'both', "last month's words", (scene) => {
    const row = scene.month < 3 ? null : someRow(scene, (each) => each.cause !== '' && scene.world.words(scene.unit, each.indicator.code, scene.month - 1).cause !== '');
    if (row === null) return null;
    row.cause = scene.world.words(scene.unit, row.indicator.code, scene.month - 1).cause;
    return { labels: [{ code: 'L11', indicator: row.indicator.code }] };
  }),
  fault('L12', 'standard', 'the box is ticked over figures', (scene) => {
    if (!scene.draft.entries.some((row) => has(row, 'cumulative'))) return null;
    const sheet = scene.sheet();
    for (const [row, line] of sheet.cells) {
      const content = line.get(2)?.content;
      if (content?.kind === 'text' && content.value.startsWith('Không phát sinh trong kỳ')) put(sheet, row, 1, 'x');
    }
    return { labels: [{ code: 'L12' }] };
  }),
  fault('L12', 'standard', 'nothing occurred, says every figure', (scene) => {
    let any = false;
    for (const row of scene.draft.entries) {
      for (const role of ['month', 'cumulative', 'numerator', 'denominator'] as const) {
        if (!has(row, role)) continue;
        row.figures[role] = '-';
        any = true;
      }
    }
    // Each dash is told (V05), last month had figures there (V23), and nothing after something is a sudden zero (T10).
    return any ? { labels: [{ code: 'L12' }], alsoTrue: ['V05', 'V23', 'T10'] } : null;
  }),
  fault('L13', 'both', 'the plan to the digit', (scene) => {
    const row = someRow(scene, (each) => each.indicator.kind === 'flow' && num(each, 'plan') > 100 && has(each, 'month', 'cumulative') && scene.month >= 10);
    if (row === null) return null;
    const more = num(row, 'plan') - num(row, 'cumulative');
    if (num(row, 'month') + more <= 0) return null;
    setMonth(row, num(row, 'month') + more);
    return { labels: [{ code: 'L13', indicator: row.indicator.code }], alsoTrue: [...outlierToo(scene), ...sumToo(scene, row)] };
  }),
  fault('L13', 'both', 'exactly 100 %', (scene) => {
    const row = someRow(scene, (each) => isRate(each) && has(each, 'numerator', 'denominator') && each.indicator.unit === '%');
    if (row === null) return null;
    setParts(row, num(row, 'denominator'), num(row, 'denominator'));
    // Where a rate within it stays below, nothing else changes; the larger one may not be passed by it.
    if (row.indicator.code === 'XH09' || row.indicator.code === 'XH03.1') return null;
    return { labels: [{ code: 'L13', indicator: row.indicator.code }], alsoTrue: outlierToo(scene) };
  }),
];
