import fc from 'fast-check';
import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import type { Indicator, IndicatorKind, ReportingUnit } from '../../../src/core/catalogue/types';
import type { Fact } from '../../../src/core/consolidation/types';
import { consolidate } from '../../../src/core/consolidation/consolidate';
import { assessAll } from '../../../src/core/targets/assess-all';
import type { Assessment } from '../../../src/core/targets/types';

/** The whole way from facts to assessments, of one indicator that units of a province report. */

interface World {
  readonly indicator: Partial<Indicator>;
  readonly month: number;
  /** Σ by unit and month; the last one is the month that is judged. */
  readonly values: Readonly<Record<string, readonly (readonly [month: number, value: number])[]>>;
  readonly scenarios?: readonly { readonly month: number; readonly value: number }[];
  readonly past?: readonly { readonly year: number; readonly toDate: number; readonly fullYear: number }[];
  readonly order?: readonly string[];
  /** All that are expected; by default those that reported. */
  readonly units?: readonly string[];
  readonly plans?: Readonly<Record<string, number>>;
}

function assessed({ indicator: given, month, values, scenarios = [], past = [], order, units = Object.keys(values), plans = {} }: World): Assessment {
  const indicator: Indicator = {
    code: 'X', name: 'X', short: 'X', aliases: [], unit: '', scale: 100, decimals: 6, bounds: { min: null, max: null, minExclusive: false, maxExclusive: false },
    kind: 'flow', aggregation: 'sum', target: { kind: 'number', value: 100 }, operator: '>=', better: 'up', baseline: null, tolerance: null,
    plausible: null, cuts: null, taskGroup: null, group: 'A', parent: null, derivation: null, validFrom: null, validTo: null, ...given,
  };
  const codes = order ?? units;
  const index = indexCatalogue({
    ...programme2024(), indicators: [indicator], identities: [], denominators: [],
    units: codes.map((code): ReportingUnit => ({ code, name: code, short: code, aliases: [], kind: 'district', validFrom: null, validTo: null, openErrors: 'take' })),
    assignments: codes.map((unit) => ({ indicator: 'X', unit, role: 'part', due: 'M', notes: '' })),
    unitPlans: Object.entries(plans).map(([unit, plan]) => ({ unit, indicator: 'X', plan })),
    scenarios: scenarios.map((each) => ({ indicator: 'X', ...each })),
    pastCumulatives: past.flatMap(({ year, toDate, fullYear }) => [{ indicator: 'X', year, month, cumulative: toDate }, { indicator: 'X', year, month: 12, cumulative: fullYear }]),
  });
  const facts = codes.flatMap((unit) => (values[unit] ?? []).map(([at, cumulative]): Fact => ({
    unit, indicator: 'X', period: { year: 2024, month: at }, role: 'part', level: null, state: 'figure', used: true, reasons: [], marks: [], method: 'reported',
    file: '', sheet: '', cells: {}, hash: '', recordedAt: '', month: null, cumulative, lastYear: null, numerator: null, denominator: null,
  })));
  const consolidation = consolidate({ period: { year: 2024, month }, asOf: '2024-12-31', index, reports: [], facts, changes: [], held: [] });
  const found = assessAll(consolidation, index)[0];
  if (!found) throw new Error('no assessment');
  return found;
}

const close = (one: number | null, other: number | null): void => {
  expect(one === null).toBe(other === null);
  if (one !== null && other !== null) expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(one), Math.abs(other)));
};

const month = fc.integer({ min: 1, max: 12 });
const amount = fc.integer({ min: 1, max: 100_000 }).map((value) => value / 100);
const kind = fc.constantFrom<IndicatorKind>('flow', 'stock', 'rate');
const past = fc.array(fc.record({ part: fc.integer({ min: 1, max: 99 }), total: fc.integer({ min: 1, max: 5000 }) }), { maxLength: 3 })
  .map((years) => years.map(({ part, total }, back) => ({ year: 2023 - back, toDate: (total * part) / 100, fullYear: total })));
const better = fc.constantFrom<'up' | 'down'>('up', 'down');
const judgedAlike: readonly (keyof Assessment)[] = ['percentOfPlan', 'pace', 'effort'];
const scaled: readonly (keyof Assessment)[] = ['expected', 'gap', 'gapToDate', 'forecast', 'forecastGap', 'neededPerMonth', 'broughtPerMonth'];

test('scaling target, actual, baseline and scenario scales every gap and keeps every ratio', () => {
  fc.assert(fc.property(kind, better, month, amount, amount, amount, fc.option(amount), past, fc.integer({ min: 2, max: 50 }), (of, direction, at, target, value, baseline, planned, years, factor) => {
    const made = (k: number): Assessment => assessed({
      indicator: { kind: of, better: direction, operator: direction === 'up' ? '>=' : '<=', target: { kind: 'number', value: target * k }, baseline: of === 'stock' ? baseline * k : null },
      month: at, values: { A: [[at, value * k]] }, past: years, scenarios: planned === null ? [] : [{ month: at, value: planned * k }],
    });
    const [one, many] = [made(1), made(factor)];
    const number = (from: Assessment, key: keyof Assessment): number | null => { const found = from[key]; return typeof found === 'number' ? found : null; };
    for (const key of scaled) {
      const small = number(one, key);
      close(small === null ? null : small * factor, number(many, key));
    }
    for (const key of judgedAlike) close(number(one, key), number(many, key));
    expect([many.pathway, many.forecastMethod]).toEqual([one.pathway, one.forecastMethod]);
  }), { numRuns: 150 });
});

test('exactly on the path the pace is 1, nothing is missing to date, and it is on track or met', () => {
  fc.assert(fc.property(fc.constantFrom<IndicatorKind>('flow', 'stock'), month, amount, past, fc.option(amount), (of, at, target, years, planned) => {
    const indicator: Partial<Indicator> = { kind: of, decimals: 10, target: { kind: 'number', value: target }, baseline: of === 'stock' ? target / 2 : null, aggregation: 'sum' };
    const world = { indicator, month: at, past: of === 'flow' ? years : [], scenarios: planned === null || of !== 'flow' ? [] : [{ month: at, value: planned }] };
    const { expected } = assessed({ ...world, values: { A: [[at, 1]] } });
    fc.pre(expected !== null && expected > 0);
    const onPath = assessed({ ...world, values: { A: [[at, expected ?? 0]] } });
    close(onPath.pace, 1);
    close(onPath.gapToDate, 0);
    expect(['onTrack', 'met']).toContain(onPath.state);
  }), { numRuns: 200 });
});

const units = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), { minLength: 2, maxLength: 6 });

test('the order of the units does not matter', () => {
  fc.assert(fc.property(units.chain((codes) => fc.tuple(fc.constant(codes), fc.shuffledSubarray(codes, { minLength: codes.length }), fc.array(amount, { minLength: codes.length, maxLength: codes.length }))), kind, month, ([codes, order, amounts], of, at) => {
    const values = Object.fromEntries(codes.map((code, n) => [code, [[at, amounts[n] ?? 1] as const]]));
    const world = { indicator: { kind: of, baseline: of === 'stock' ? 10 : null, target: { kind: 'number' as const, value: 1000 } }, month: at, values };
    expect(assessed({ ...world, order })).toEqual(assessed({ ...world, order: codes }));
  }), { numRuns: 80 });
});

test('a unit that is split into parts is judged as the whole was, slopes and ranges included', () => {
  fc.assert(fc.property(fc.constantFrom<IndicatorKind>('flow', 'stock'), fc.integer({ min: 4, max: 12 }), fc.array(fc.tuple(amount, fc.integer({ min: 1, max: 99 })), { minLength: 4, maxLength: 4 }), (of, at, months) => {
    const whole = months.map(([value], n) => [at - 3 + n, Math.round(value)] as const);
    const first = whole.map(([m, value], n) => [m, Math.floor((value * (months[n]?.[1] ?? 50)) / 100)] as const);
    const second = whole.map(([m, value], n) => [m, value - (first[n]?.[1] ?? 0)] as const);
    const world = { indicator: { kind: of, baseline: of === 'stock' ? 10 : null, target: { kind: 'number' as const, value: 1000 } }, month: at };
    expect(assessed({ ...world, values: { A: first, B: second } })).toEqual(assessed({ ...world, values: { W: whole } }));
  }), { numRuns: 120 });
});

test('units that are missing change nothing for those that reported, where all plans are known', () => {
  fc.assert(fc.property(units, month, amount, amount, (codes, at, plan, other) => {
    const [here = '', ...away] = codes;
    const target = plan + other * away.length;
    const plans = Object.fromEntries(codes.map((code) => [code, code === here ? plan : other]));
    const values = { [here]: [[at, plan * (at / 12)] as const] };
    const found = assessed({ indicator: { target: { kind: 'number', value: target }, decimals: 10 }, month: at, values, units: codes, plans });
    close(found.pace, 1);
    close(found.part, plan / target);
    close(found.expected, (plan * at) / 12);
    close(found.gap, (plan * at) / 12 - target);
  }), { numRuns: 80 });
});

test('a forecast lies in its range, and the range is what the ways to it say', () => {
  fc.assert(fc.property(fc.constantFrom<IndicatorKind>('flow', 'stock'), fc.integer({ min: 3, max: 12 }), fc.array(amount, { minLength: 4, maxLength: 4 }), past, (of, at, amounts, years) => {
    const values = { A: amounts.map((value, n) => [at - 3 + n, value] as const).filter(([m]) => m >= 1) };
    const { forecast, forecastRange } = assessed({ indicator: { kind: of, baseline: of === 'stock' ? 10 : null }, month: at, values, past: of === 'flow' ? years : [] });
    if (forecastRange === null || forecast === null) return;
    expect(forecastRange.low).toBeLessThan(forecastRange.high);
    expect(forecast).toBeGreaterThanOrEqual(forecastRange.low - 1e-9);
    expect(forecast).toBeLessThanOrEqual(forecastRange.high + 1e-9);
  }), { numRuns: 150 });
});
