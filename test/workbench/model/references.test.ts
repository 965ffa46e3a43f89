import fc from 'fast-check';
import { columnIndex, columnName, fullName, parseRect, quoteSheet, rectName, splitAddress } from '../../../src/workbench/model/addresses';
import { intersect, shiftRect, subtract, type Shift } from '../../../src/workbench/model/rects';
import { moveFormula, referenceOfFormula, renameSheetInFormula, shiftFormula } from '../../../src/workbench/model/references';
import type { Rect } from '../../../src/workbench/model/types';
import { LAST_COLUMN } from '../../../src/workbench/model/workbook';

const rows = (row: number, lastRow: number): Rect => ({ row, lastRow, col: 0, lastCol: LAST_COLUMN });
const insertTwoAtRow3: Shift = { block: rows(2, 3), kind: 'insert', axis: 'row' };
const deleteRows3And4: Shift = { block: rows(2, 3), kind: 'delete', axis: 'row' };

const anyRect = fc
  .tuple(fc.nat(40), fc.nat(40), fc.nat(10), fc.nat(10))
  .map(([row, col, height, width]): Rect => ({ row, col, lastRow: row + height, lastCol: col + width }));

describe('addresses', () => {
  test.each([
    ['A1', 'A1'],
    ['$b$2:D4', 'B2:D4'],
    ['D4:B2', 'B2:D4'],
    ['A:C', 'A:C'],
    ['3:5', '3:5'],
    ['XFD1048576', 'XFD1048576'],
  ])('%s is read and written as %s', (address, written) => {
    const rect = parseRect(address);
    expect(rect === null ? null : rectName(rect)).toBe(written);
  });

  test.each(['', 'A', '1', 'A0', 'XFE1', 'A1048577', 'Tên', 'A1:B', 'A1,B2'])('"%s" is no address', (text) => {
    expect(parseRect(text)).toBeNull();
  });

  test.each([
    ['Sheet1', 'Sheet1'],
    ['Số liệu', "'Số liệu'"],
    ['Biểu01', 'Biểu01'],
    ["a'b", "'a''b'"],
    ['AB12', "'AB12'"],
    ['2024-06', "'2024-06'"],
    ['R1C1', "'R1C1'"],
  ])('the sheet %s stands in a formula as %s', (name, quoted) => {
    expect(quoteSheet(name)).toBe(quoted);
    expect(splitAddress(fullName(name, { row: 0, col: 0, lastRow: 0, lastCol: 0 }))).toEqual({ sheet: name, local: 'A1' });
  });

  test('every column has its name back', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: LAST_COLUMN }), (col) => columnIndex(columnName(col)) === col));
  });
});

describe('blocks', () => {
  test('what is left after a cut misses the hole and nothing else', () => {
    fc.assert(
      fc.property(anyRect, anyRect, (rect, hole) => {
        const cells = (each: Rect): number => (each.lastRow - each.row + 1) * (each.lastCol - each.col + 1);
        const parts = subtract(rect, hole);
        const cut = intersect(rect, hole);
        expect(parts.every((part) => intersect(part, hole) === null)).toBe(true);
        expect(parts.reduce((sum, part) => sum + cells(part), 0) + (cut === null ? 0 : cells(cut))).toBe(cells(rect));
      }),
    );
  });

  test('inserting and deleting the same rows leaves a block where it was', () => {
    fc.assert(
      fc.property(anyRect, fc.nat(50), fc.integer({ min: 1, max: 5 }), (rect, at, count) => {
        const block = rows(at, at + count - 1);
        const there = shiftRect(rect, { block, kind: 'insert', axis: 'row' });
        expect(there === null ? null : shiftRect(there, { block, kind: 'delete', axis: 'row' })).toEqual(rect);
      }),
    );
  });
});

describe('formulas', () => {
  test.each([
    ['=A1+A3', '=A1+A5'],
    ['=SUM(A2:A3)', '=SUM(A2:A5)'],
    ['=$B$4&"A4"', '=$B$6&"A4"'],
    ["='Số liệu'!A4", "='Số liệu'!A4"],
    ['=Sheet1!A4', '=Sheet1!A6'],
    ['=SUMIFS(SoLieu[Lũy kế],SoLieu[A4],C4)', '=SUMIFS(SoLieu[Lũy kế],SoLieu[A4],C6)'],
    ['=LOG10(A3)', '=LOG10(A5)'],
    ['=SUM(3:3)+SUM(A:A)', '=SUM(5:5)+SUM(A:A)'],
    ['=Table1[[#This Row],[A4]]+T4', '=Table1[[#This Row],[A4]]+T6'],
    ['=1.5E3*B5', '=1.5E3*B7'],
  ])('%s after two rows were inserted at row 3: %s', (before, after) => {
    expect(shiftFormula(before, 'Sheet1', 'Sheet1', insertTwoAtRow3)).toBe(after);
  });

  test.each([
    ['=A3', '=#REF!'],
    ['=SUM(A1:A10)', '=SUM(A1:A8)'],
    ['=SUM(A3:A9)', '=SUM(A3:A7)'],
    ['=A5', '=A3'],
  ])('%s after rows 3 and 4 were deleted: %s', (before, after) => {
    expect(shiftFormula(before, 'Sheet1', 'Sheet1', deleteRows3And4)).toBe(after);
  });

  test('relative references move with the cell, fixed ones stay', () => {
    expect(moveFormula('=A1+$B1+C$1+$D$1', 2, 1)).toBe('=B3+$B3+D$1+$D$1');
    expect(moveFormula('=A1', -1, 0)).toBe('=#REF!');
  });

  test('a renamed sheet is followed, a deleted one is lost', () => {
    expect(renameSheetInFormula("='Số liệu'!A1+B2", 'Số liệu', 'Facts')).toBe('=Facts!A1+B2');
    expect(renameSheetInFormula("='Số liệu'!A1+B2", 'số LIỆU', null)).toBe('=#REF!+B2');
  });

  test('a formula that is one reference is known for it', () => {
    expect(referenceOfFormula("='Số liệu'!$A$1:$B$2")).toEqual({ sheet: 'Số liệu', rect: { row: 0, col: 0, lastRow: 1, lastCol: 1 } });
    expect(referenceOfFormula('="SCT"')).toBeNull();
    expect(referenceOfFormula('=A1+1')).toBeNull();
  });
});
