import fc from 'fast-check';
import { sameFigure, sumOf } from '../../../src/core/consolidation/arithmetic';
import { mergeFacts } from '../../../src/core/consolidation/merge';
import type { Fact } from '../../../src/core/consolidation/types';
import { storedFact } from './reports';

const june = { year: 2024, month: 6 };
const may = { year: 2024, month: 5 };
const old = storedFact({ unit: 'A', indicator: 'X', period: june, cumulative: 10 });
const fresh: Fact = { ...old, hash: 'h1', file: 'new.xlsx', recordedAt: '' };
const NOW = 'now';

test('the same figures keep their time, wherever they stand now', () => {
  expect(mergeFacts([old], [fresh], NOW)).toEqual({ facts: [{ ...fresh, recordedAt: 'before' }], changes: [] });
});

test('binary noise is no change, and the stored number stays', () => {
  const merged = mergeFacts([{ ...old, cumulative: 0.3 }], [{ ...fresh, cumulative: 0.1 + 0.2 }], NOW);
  expect(merged.changes).toEqual([]);
  expect(merged.facts[0]?.cumulative).toBe(0.3);
});

test('a changed figure is listed old → new and recorded anew', () => {
  const merged = mergeFacts([old], [{ ...fresh, cumulative: 11, used: false }], NOW);
  expect(merged.facts).toEqual([{ ...fresh, cumulative: 11, used: false, recordedAt: NOW }]);
  expect(merged.changes).toEqual([
    { kind: 'changed', unit: 'A', indicator: 'X', period: june, figure: 'cumulative', before: 10, after: 11 },
    { kind: 'changed', unit: 'A', indicator: 'X', period: june, figure: 'used', before: true, after: false },
  ]);
});

test('a figure that is gone from the report goes; other units, other months and typed ones stay', () => {
  const stays = [{ ...old, unit: 'B' }, { ...old, period: may }, { ...old, indicator: 'T', method: 'typed' as const }];
  const merged = mergeFacts([old, ...stays], [{ ...fresh, indicator: 'Y' }], NOW);
  expect(merged.facts).toEqual([...stays, { ...fresh, indicator: 'Y', recordedAt: NOW }]);
  expect(merged.changes.map((change) => `${change.kind} ${change.indicator}`)).toEqual(['removed X', 'added Y']);
});

test('a report without any figure empties its month', () => {
  expect(mergeFacts([old], [], NOW).facts).toEqual([old]);
  expect(mergeFacts([old], [], NOW, [{ unit: 'A', period: june }]).facts).toEqual([]);
});

test('a typed figure gives way to the report’s own, and that is listed', () => {
  const merged = mergeFacts([{ ...old, method: 'typed' }], [{ ...fresh, cumulative: 12 }], NOW);
  expect(merged.facts[0]).toMatchObject({ cumulative: 12, method: 'reported' });
  expect(merged.changes).toHaveLength(1);
});

const anyFact = fc.record({ unit: fc.constantFrom('A', 'B'), indicator: fc.constantFrom('X', 'Y'), month: fc.integer({ min: 1, max: 3 }), cumulative: fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })) })
  .map(({ unit, indicator, month, cumulative }) => storedFact({ unit, indicator, period: { year: 2024, month }, cumulative }));
const keyOf = (fact: Fact): string => `${fact.unit}${fact.indicator}${fact.period.month}`;
const manyFacts = fc.uniqueArray(anyFact, { selector: keyOf });

test('merging the same facts twice changes nothing the second time', () => {
  fc.assert(fc.property(manyFacts, manyFacts, (stored, incoming) => {
    const once = mergeFacts(stored, incoming, NOW);
    const twice = mergeFacts(once.facts, incoming, 'later');
    expect(twice).toEqual({ facts: once.facts, changes: [] });
    expect(new Set(once.facts.map(keyOf)).size).toBe(once.facts.length);
  }));
});

test('sums show no binary noise and blanks are not zero', () => {
  expect(sumOf([0.1, 0.2, null], 1)).toBe(0.3);
  expect(sumOf([null, null], 1)).toBeNull();
  expect(sameFigure(null, 0)).toBe(false);
  expect(sameFigure(1e12, 1e12 + 1)).toBe(true);
  expect(sameFigure(1, 1.00000001)).toBe(false);
});
