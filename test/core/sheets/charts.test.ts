import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { CHART_NAMES } from '../../../src/core/sheets/charts';
import { SHEETS } from '../../../src/core/sheets/names';
import type { ChartPlan, SheetPlan } from '../../../src/core/sheets/plan';
import { monthlyPaths, type PathPoint } from '../../../src/core/targets/monthly-paths';
import type { Area } from '../../../src/core/grid';
import type { CellValue } from '../../../src/workbench/model/types';
import { openDesk, type Desk } from './desk';
import { booksOf, ownOf, planMonth, type Written } from './month';

jest.setTimeout(180_000);

let desk: Desk;
let written: Written;
let sheet: SheetPlan;
beforeAll(async () => {
  desk = await openDesk();
  const readings = [];
  for (const month of [2, 3, 4, 5, 6]) readings.push(...(await booksOf(month, ownOf(desk))));
  written = planMonth(desk, 6, readings);
  desk.apply(written.plans);
  const found = written.plans.find((plan) => plan.sheet === SHEETS.charts);
  if (!found) throw new Error('no sheet of charts');
  sheet = found;
});

const chart = (name: string): ChartPlan => {
  const found = sheet.charts?.find((each) => each.name === name);
  if (!found) throw new Error(`no chart ${name}`);
  return found;
};
const valuesOf = ({ top, bottom, left }: Area): CellValue[] => Array.from({ length: bottom - top + 1 }, (_, n) => desk.value(sheet.sheet, top + n, left));
const series = (name: string, title: RegExp): CellValue[] => {
  const found = chart(name).series.find((each) => title.test(each.name));
  if (!found) throw new Error(`no series ${title.source}`);
  return valuesOf(found.values);
};
const number = (value: CellValue): number | null => (typeof value === 'number' ? value : null);

test('the three charts come with Tổng hợp, and never again', () => {
  expect(sheet.charts?.map((each) => each.name)).toEqual(CHART_NAMES);
  const again = planMonth(desk, 6, []);
  expect(again.plans.some((plan) => plan.sheet === SHEETS.charts)).toBe(false);
});

describe('percent of plan', () => {
  test('is the figure of Tổng hợp, in the colour of its state, with what is expected beside it', () => {
    const { outcome } = written;
    const labels = valuesOf(chart('CT_SoVoiKeHoach').series[0]?.categories ?? { top: 0, left: 0, bottom: 0, right: 0 });
    const bands = [/Đúng tiến độ/, /^▼ Chậm$/, /Chậm nhiều/, /Không đến kỳ/].map((title) => series('CT_SoVoiKeHoach', title));
    const expected = series('CT_SoVoiKeHoach', /Kỳ vọng/);
    const place = { met: 0, onTrack: 0, behind: 1, farBehind: 2, notMet: 2, worsening: 2, notDue: 3, noData: 3, cannotJudge: 3 } as const;
    let drawn = 0;
    for (const assessment of outcome.assessments) {
      const at = labels.findIndex((label) => String(label).startsWith(`${assessment.indicator} `));
      if (at < 0) continue;
      const shown = bands.map((band) => number(band[at] ?? null) ?? 0);
      if (assessment.percentOfPlan !== null) {
        expect(shown[place[assessment.state]]).toBeCloseTo(assessment.percentOfPlan, 8);
        drawn += 1;
      }
      // One bar at most.
      expect(shown.filter((value) => value !== 0).length).toBeLessThanOrEqual(1);
      if (assessment.expected !== null && assessment.target !== null && assessment.percentOfPlan !== null) {
        const { figures } = outcome.consolidation;
        const value = figures.find((figure) => figure.indicator === assessment.indicator)?.cumulative ?? 0;
        if (Math.abs(value / assessment.target - assessment.percentOfPlan / 100) < 1e-9) expect(number(expected[at] ?? null)).toBeCloseTo((assessment.expected / assessment.target) * 100, 8);
      }
    }
    expect(drawn).toBeGreaterThan(5);
  });
});

describe('the path of a chosen indicator', () => {
  const choose = (label: string): void => {
    const [validation] = sheet.validations;
    if (!validation) throw new Error('nothing to choose in');
    desk.write(sheet.sheet, validation.area.top, validation.area.left, label);
    desk.recalculate();
  };

  test('is what the add-in computes, month by month, for every sort of indicator that can be chosen', () => {
    const { consolidation } = written.outcome;
    const paths = monthlyPaths(indexCatalogue(ownOf(desk).catalogue), consolidation);
    const rule = sheet.validations[0]?.rule;
    if (rule?.kind !== 'listIn') throw new Error('no list');
    const all = valuesOf(rule.area).map(String);
    expect(all.length).toBeGreaterThan(30);
    // One of each sort: another indicator of the same sort takes the same ways through the formulas.
    const index = indexCatalogue(ownOf(desk).catalogue);
    const sortOf = (label: string): string => {
      const indicator = index.indicator(label.split(' ')[0] ?? '');
      const dues = index.contributors(indicator?.code ?? '').map(({ due }) => due);
      const known = (paths.get(indicator?.code ?? '') ?? []).some(({ actual }) => actual !== null);
      return [indicator?.kind, indicator?.aggregation, indicator?.derivation?.method, indicator?.target?.kind, indicator?.better, indicator?.baseline === null, dues.length > 1, dues[0], known].join(' ');
    };
    const labels = all.filter((label, n) => all.findIndex((other) => sortOf(other) === sortOf(label)) === n);
    expect(labels.length).toBeGreaterThan(12);
    const different: string[] = [];
    let points = 0;
    for (const label of labels) {
      choose(label);
      const code = label.split(' ')[0] ?? '';
      const path: readonly PathPoint[] = paths.get(code) ?? [];
      const drawn = { actual: series('CT_DienBien', /^Thực hiện/), partial: series('CT_DienBien', /^Chưa đủ/), planned: series('CT_DienBien', /^Kế hoạch/), lastYear: series('CT_DienBien', /^Cùng kỳ/) };
      for (const point of path) {
        const n = point.month - 1;
        for (const key of ['actual', 'planned', 'lastYear'] as const) {
          const [shown, wanted] = [number(drawn[key][n] ?? null), point[key]];
          if (shown !== null) points += 1;
          const same = shown === null || wanted === null ? shown === wanted : Math.abs(shown - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
          if (!same) different.push(`${label} T${point.month} ${key}: ${shown} ≠ ${wanted}`);
        }
        if ((number(drawn.partial[n] ?? null) !== null) !== (point.partial && point.actual !== null)) different.push(`${label} T${point.month} partial`);
      }
    }
    expect(different).toEqual([]);
    expect(points).toBeGreaterThan(150);
  });

  test('follows the report month back', () => {
    choose(String(valuesOf((sheet.validations[0]?.rule.kind === 'listIn' ? sheet.validations[0].rule.area : null) ?? { top: 0, left: 0, bottom: 0, right: 0 })[2]));
    const before = series('CT_DienBien', /^Thực hiện/).map(number);
    desk.write(SHEETS.summary, 6, 3, 4);
    desk.recalculate();
    const after = series('CT_DienBien', /^Thực hiện/).map(number);
    desk.write(SHEETS.summary, 6, 3, 6);
    desk.recalculate();
    expect(before.slice(4, 6)).not.toEqual([null, null]);
    expect(after.slice(4)).toEqual(Array(8).fill(null));
    expect(after.slice(0, 4)).toEqual(before.slice(0, 4));
  });
});

test('timeliness counts the units of TheoDoiNop', () => {
  const { submissions } = written.outcome;
  const of = (state: string, month: number): number => submissions.filter((each) => each.state === state && each.period.month === month && each.period.year === 2024).length;
  const shown = { onTimeClean: series('CT_NopDungHan', /✔|đúng hạn/), late: series('CT_NopDungHan', /trễ/), missing: series('CT_NopDungHan', /chưa nộp/), receivedUnknownDate: series('CT_NopDungHan', /đã nhận/) };
  for (const [state, values] of Object.entries(shown)) for (let month = 1; month <= 12; month += 1) expect([state, month, values[month - 1]]).toEqual([state, month, of(state, month)]);
  expect(submissions.length).toBeGreaterThan(10);
});

test('no two charts overlap, and what they are drawn from stands outside of the printed page', () => {
  const areas = (sheet.charts ?? []).map((each) => each.place);
  areas.forEach((a, n) => areas.slice(n + 1).forEach((b) => expect(a.bottom < b.top || b.bottom < a.top || a.right < b.left || b.right < a.left).toBe(true)));
  const right = sheet.print?.area?.right ?? 0;
  for (const each of sheet.charts ?? []) {
    expect(each.place.right).toBeLessThanOrEqual(right);
    for (const one of each.series) expect(Math.min(one.values.left, one.categories.left)).toBeGreaterThan(right);
  }
});
