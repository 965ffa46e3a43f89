import fc from 'fast-check';
import { imageOf, inputOf, staysText } from '../../src/excel/images';
import { areaOfAddress, areasOf } from '../../src/excel/regions';
import { definedName } from '../../src/excel/grids';
import { mayTake } from '../../src/excel/preflight';
import { parseEntry } from '../../src/workbench/host/entry';

describe('text', () => {
  test.each<[string, boolean]>([
    ['', true], ['KT01', true], ['NV08.2', true], ['Sở Công Thương', true], ['đ', true], ['true', false], ['=x', false], ['-', false], ['1,5', false],
    ['Mar-24', false], ['May 2024', false], ['tháng 6', false], ['E-5', false], ['#N/A', false], [' x', false], ['Kỳ 6/2024', false],
  ])('%j stays text by itself: %s', (text, stays) => expect(staysText(text)).toBe(stays));

  test('that stays text by itself is never taken for anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z=+\-@#'(]{0,4}[0-9.,/: -]{0,6}[a-z%)]{0,3}$/)), (text) => {
        if (!staysText(text) || text === '') return;
        expect(parseEntry(text, 'General', new Date(2024, 5, 20))).toEqual({ kind: 'value', value: text });
      }),
      { numRuns: 2_000 },
    );
  });

  test('comes back as the same text whatever the format', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.constantFrom('General', '@', '0.00'), (text, format) => {
        const input = inputOf(imageOf(text, text, 'String', format));
        expect(parseEntry(String(input), format, new Date(2024, 5, 20))).toEqual({ kind: 'value', value: text });
      }),
    );
  });
});

test.each<[Parameters<typeof imageOf>, string | number | boolean]>([
  [['=A1', 'x', 'String', 'General'], '=A1'],
  [['=A1', '=A1', 'String', '@'], "'=A1"],
  [["'=A1", '=A1', 'String', 'General'], "'=A1"],
  [[5, 5, 'Double', 'General'], 5],
  [[false, false, 'Boolean', 'General'], false],
  [['#N/A', '#N/A', 'Error', 'General'], '#N/A'],
  [['', '', 'Empty', 'General'], ''],
  [['=A9', '', 'Empty', 'General'], '=A9'],
])('%j is remembered as %j', (cell, formula) => expect(imageOf(...cell).formula).toBe(formula));

describe('regions', () => {
  test('cover exactly the cells given', () => {
    const cells = fc.uniqueArray(fc.record({ row: fc.nat(8), column: fc.nat(8) }), { selector: (cell) => `${cell.row},${cell.column}` });
    fc.assert(
      fc.property(cells, (given) => {
        const covered = areasOf(given).flatMap(({ top, left, bottom, right }) =>
          Array.from({ length: bottom - top + 1 }, (_, r) => Array.from({ length: right - left + 1 }, (__, c) => `${top + r},${left + c}`)).flat(),
        );
        expect(covered.sort()).toEqual(given.map((cell) => `${cell.row},${cell.column}`).sort());
      }),
    );
  });

  test.each([
    ['H12', { top: 11, left: 7, bottom: 11, right: 7 }], ['B3:A1', { top: 0, left: 0, bottom: 2, right: 1 }], ['$A$1:$C$2', { top: 0, left: 0, bottom: 1, right: 2 }],
    ['', null], ['A:A', null], ['A1:', null],
  ])('%s', (address, area) => expect(areaOfAddress(address)).toEqual(area));
});

test.each([
  ['="S""CT"', 'S"CT'], ['=6', 6], ['=-1.5', -1.5], ['=TRUE', true], ["='Tổng hợp'!$C$3", "='Tổng hợp'!$C$3"], ['=', '='],
])('the name %s stands for %j', (formula, value) => expect(definedName('x', null, formula).value).toBe(value));

test.each<[string, string, boolean]>([
  ["='Tổng hợp'!$C$3", "='Tổng hợp'!$C$3", true], ["='Tổng hợp'!$C$9", "='Tổng hợp'!$C$3", true], ['=#REF!', "='Tổng hợp'!$C$3", true],
  ['=#REF!$C$3', "='Tổng hợp'!$C$3", true], ["='Khác'!$C$3", "='Tổng hợp'!$C$3", false], ['=Khác!$C$3', "='Tổng hợp'!$C$3", false], ['=5', '=6', true], ['=5', "='Tổng hợp'!$C$3", false],
])('a name that says %s may take %s: %s', (stands, planned, may) => expect(mayTake(stands, planned, 'Tổng hợp')).toBe(may));
