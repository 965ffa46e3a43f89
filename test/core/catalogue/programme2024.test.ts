import { readFileSync } from 'node:fs';
import { dueAssignments, expectedUnits, isDue, requiredRoles, unitsInWords } from '../../../src/core/catalogue/due';
import { GROUPS, groupTitle } from '../../../src/core/catalogue/groups';
import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import type { Due } from '../../../src/core/catalogue/types';
import { isInForce, lastDayOf } from '../../../src/core/catalogue/validity';

const catalogue = programme2024();
const index = indexCatalogue(catalogue);
const month = (value: number) => ({ year: 2024, month: value });
const truth: { readonly expected: Readonly<Record<string, readonly string[]>> } = JSON.parse(readFileSync('samples/truth.json', 'utf8'));

describe('the programme as data', () => {
  test('32 headline values and the 13 of section III, 53 units, one row a unit and indicator', () => {
    expect(catalogue.indicators.filter((each) => each.group !== 'D')).toHaveLength(32);
    expect(catalogue.indicators).toHaveLength(45);
    expect(catalogue.units).toHaveLength(53);
    expect(new Set(catalogue.assignments.map((each) => `${each.indicator} ${each.unit ?? ''}`)).size).toBe(catalogue.assignments.length);
  });
  test.each([
    ['KT03', 1870, 'triệu USD', 'flow', 'A'], ['KT04', 16687, 'tỷ đồng', 'flow', 'A'], ['XH02', 11500, 'người', 'flow', 'B'],
    ['XH06', 8, '%', 'rate', 'B'], ['MT01', 45.49, '%', 'rate', 'C'], ['NV02', 90, '%', 'cohort', 'D'],
  ])('%s aims at %d %s', (code, value, unit, kind, group) => {
    expect(index.indicator(code)).toMatchObject({ target: { kind: 'number', value }, unit, kind, group });
  });
  test('everything that is shown is in NFC', () => {
    const texts = [...catalogue.indicators, ...catalogue.units].flatMap((each) => [each.name, each.short, ...each.aliases]);
    for (const text of texts) expect(text.normalize('NFC')).toBe(text);
  });
  test('every derived indicator says from what, and nobody reports it', () => {
    for (const each of catalogue.indicators.filter((indicator) => indicator.aggregation === 'derived')) {
      expect(each.derivation).not.toBeNull();
      expect(index.contributors(each.code)).toEqual([]);
    }
  });
  test.each([['2024-01-01', 92], ['2024-10-31', 92], ['2024-11-01', 90], ['2025-06-30', 90]])('communes on %s: %d', (day, communes) => expect(index.denominator('communes', day)).toBe(communes));
  test('the identities hold for the targets themselves', () => {
    const target = (code: string): number => {
      const aim = index.indicator(code)?.target;
      return aim?.kind === 'number' ? aim.value : Number.NaN;
    };
    for (const identity of catalogue.identities) {
      if (identity.kind === 'sum') expect(identity.offset + identity.parts.reduce((sum, part) => sum + target(part), 0)).toBe(target(identity.total));
      else expect(target(identity.smaller)).toBeLessThanOrEqual(target(identity.larger));
    }
  });
  test('groups', () => {
    expect(GROUPS.map((each) => each.key)).toEqual(['A', 'B', 'C', 'D']);
    expect(groupTitle('B')).toBe('B. CHỈ TIÊU XÃ HỘI');
  });
});

describe('look-ups', () => {
  test('contributors leave out the checking unit', () => {
    expect(index.contributors('XH02').map((each) => each.unit)).toEqual(['NT', 'CR', 'CL', 'VN', 'NH', 'KV', 'DK', 'KS']);
    expect(index.assignment('SLDTBXH', 'XH02')?.role).toBe('check');
    expect(index.contributors('XH10')).toHaveLength(9);
  });
  test('what nobody knows is null', () => {
    expect([index.indicator('ZZ'), index.unit('ZZ'), index.assignment('SCT', 'KT04'), index.unitPlan('SCT', 'KT03'), index.denominator('trees', '2024-01-01')]).toEqual([null, null, null, null, null]);
    expect(index.assignmentsOf('YS')).toEqual([]);
  });
});

describe('what is due', () => {
  test.each<[Due | null, readonly number[]]>([
    ['M', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]], ['Q', [3, 6, 9, 12]], ['S', [6, 12]], ['A', []], ['E', []], [null, []],
  ])('%s in the months %j', (due, months) => expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].filter((each) => isDue(due, month(each)))).toEqual(months));

  test.each([
    ['KT03', 'SCT', 2, ['month', 'cumulative']], ['KT05', 'CTK', 3, ['cumulative']], ['KT05', 'CTK', 4, []],
    ['XH02', 'NT', 6, ['month', 'cumulative']], ['XH07', 'NT', 6, ['cumulative', 'numerator', 'denominator']], ['MT03', 'NT', 6, ['cumulative', 'numerator', 'denominator']],
    ['MT03', 'NT', 5, []], ['NV03', 'TTT', 6, ['cumulative']], ['XH10', 'NT', 6, []], ['KT03', 'CHQ', 6, []], ['NV09', 'SXD', 6, []],
  ])('%s of %s in month %d needs %j', (code, unit, at, roles) => {
    const indicator = index.indicator(code);
    expect(indicator && requiredRoles(indicator, index.assignment(unit, code), month(at))).toEqual(roles);
  });
  test('nothing is required of a unit that an indicator is not assigned to', () => {
    const indicator = index.indicator('KT03');
    expect(indicator && requiredRoles(indicator, index.assignment('NT', 'KT03'), month(6))).toEqual([]);
  });
  test('a unit owes what is due, in the order of the catalogue', () => {
    expect(dueAssignments(index, 'CHQ', month(6)).map((each) => each.indicator)).toEqual(['KT04.1']);
    expect(dueAssignments(index, 'SLDTBXH', month(5))).toEqual([]);
  });
  test.each(Object.entries(truth.expected))('who is expected in month %s', (at, units) => {
    expect(expectedUnits(index, month(Number(at)))).toEqual([...units].sort());
    const words = unitsInWords(index, month(Number(at)));
    expect(words).toHaveLength(catalogue.units.length - units.length);
    expect(words.filter((unit) => units.includes(unit))).toEqual([]);
  });
  test('an indicator out of force and a unit that was abolished owe nothing', () => {
    const shortened = indexCatalogue({
      ...catalogue,
      indicators: catalogue.indicators.map((each) => (each.code === 'KT03' ? { ...each, validTo: '2024-03-31' } : each)),
      units: catalogue.units.map((each) => (each.code === 'NT' ? { ...each, validTo: '2024-03-30' } : each)),
    });
    expect(dueAssignments(shortened, 'SCT', month(3))).toHaveLength(1);
    expect(dueAssignments(shortened, 'SCT', month(4))).toEqual([]);
    expect(expectedUnits(shortened, month(3))).not.toContain('NT');
    expect(expectedUnits(shortened, month(2))).toContain('NT');
  });
});

test.each([[2024, 2, '2024-02-29'], [2023, 2, '2023-02-28'], [2100, 2, '2100-02-28'], [2000, 2, '2000-02-29'], [2024, 4, '2024-04-30'], [2024, 12, '2024-12-31']])('the last day of %d-%d', (year, at, day) => expect(lastDayOf({ year, month: at })).toBe(day));
test.each([[null, null, true], ['2024-06-30', null, true], ['2024-07-01', null, false], [null, '2024-06-30', true], [null, '2024-06-29', false]])('in force from %s to %s on 30 June: %s', (validFrom, validTo, expected) => expect(isInForce({ validFrom, validTo }, '2024-06-30')).toBe(expected));
