import fc from 'fast-check';
import { addressOf } from '../../src/core/address';
import { formulaShape, sameFormula } from '../../src/core/formula-shape';

const FORM = '=IF(N(E12)=0,"",ROUND(H12/E12*100,2))';

describe('the same formula in J12', () => {
  test.each([
    ['as it is', FORM],
    ['other case and blanks', '= if( n( e12 ) = 0 , "" , round(h12 / e12 * 100, 2) )'],
    ['absolute', '=IF(N($E$12)=0,"",ROUND($H12/E$12*100,2))'],
    ['the list separator of a Vietnamese Excel', '=IF(N(E12)=0;"";ROUND(H12/E12*100;2))'],
    ['with the name of its own sheet', `=IF(N('Biểu 01'!E12)=0,"",ROUND('biểu 01'!H12/E12*100,2))`],
    ['with prefixes of newer functions', '=_xlfn.IF(N(E12)=0,"",_xlfn._xlws.ROUND(H12/@E12*100,2))'],
  ])('%s', (_what, formula) => expect(sameFormula(formula, FORM, 11, 9, 'Biểu 01')).toBe(true));
});

describe('another formula in J12', () => {
  test.each([
    ['another row', '=IF(N(E13)=0,"",ROUND(H13/E13*100,2))'],
    ['fixed to another row', '=IF(N($E$11)=0,"",ROUND(H12/E12*100,2))'],
    ['another column', '=IF(N(E12)=0,"",ROUND(G12/E12*100,2))'],
    ['another sheet', `=IF(N('T5'!E12)=0,"",ROUND(H12/E12*100,2))`],
    ['the same sheet of another workbook', `=IF(N('[T5.xlsx]Biểu 01'!E12)=0,"",ROUND(H12/E12*100,2))`],
    ['another text', '=IF(N(E12)=0," ",ROUND(H12/E12*100,2))'],
    ['other digits', '=IF(N(E12)=0,"",ROUND(H12/E12*100,0))'],
    ['without the guard', '=H12/E12*100'],
  ])('%s', (_what, formula) => expect(sameFormula(formula, FORM, 11, 9, 'Biểu 01')).toBe(false));
});

test('texts keep their case and their separators', () => {
  expect(formulaShape('=IF(A1="a;B","Có","") ', 0, 1, 'x')).toBe('IF(R[0]C[-1]="a;B","Có","")');
});

test('names, functions and numbers that look like cells stay what they are', () => {
  expect(formulaShape('=LOG10(A1)+KT03.1+1.5E3+x1y', 0, 0, 'x')).toBe('LOG10(R[0]C[0])+KT03.1+1.5E3+X1Y');
});

test('a formula moved with its row has the same shape', () => {
  fc.assert(fc.property(fc.nat(5000), fc.nat(200), fc.nat(5000), (row, column, by) => {
    const at = (r: number): string => formulaShape(`=SUM(${addressOf(r, column)}:${addressOf(r + 3, column + 2)})/2`, r + 1, column, 'x');
    expect(at(row)).toBe(at(row + by));
  }));
});

test('any text has a shape, quickly', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => typeof formulaShape(text, 3, 3, 'x') === 'string'));
  const start = performance.now();
  formulaShape(`=${'"a""'.repeat(5000)}${"'b".repeat(2000)}`, 0, 0, 'x');
  expect(performance.now() - start).toBeLessThan(500);
});
