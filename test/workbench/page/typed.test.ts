import { fromVietnamese, toVietnamese } from '../../../src/workbench/page/typed';
import type { CellModel } from '../../../src/workbench/model/types';
import { DEFAULT_STYLE } from '../../../src/workbench/model/workbook';

describe('what is typed in Vietnamese notation reaches the host in its own', () => {
  test.each([
    ['1.870,5', '1870.5'],
    ['1870,5', '1870.5'],
    ['-0,25', '-0.25'],
    ['1.234.567', '1234567'],
    ['12,5%', '12.5%'],
    ['42', '42'],
    ['05/06/2024', '06/05/2024'],
    ['15/6/2024', '6/15/2024'],
    // No numbers under Vietnamese settings, though a US Excel would take them for some.
    ['1.5', "'1.5"],
    ['1,234.5', "'1,234.5"],
    ['=SUM(A1:A3)', '=SUM(A1:A3)'],
    ['Sở Công Thương', 'Sở Công Thương'],
    ['', ''],
  ])('%s', (typed, expected) => expect(fromVietnamese(typed)).toBe(expected));
});

const cell = (value: CellModel['value'], numberFormat = 'General', formula: string | null = null): CellModel => ({ value, formula, numberFormat, style: DEFAULT_STYLE });

describe('what a cell offers for editing', () => {
  test.each<[string, CellModel | undefined, string]>([
    ['blank', undefined, ''],
    ['number', cell(1870.5, '#,##0.0'), '1870,5'],
    ['share', cell(0.5707, '0.00%'), '57,07%'],
    ['date', cell(45448, 'dd/mm/yyyy'), '05/06/2024'],
    ['formula', cell(3, 'General', '=1+2'), '=1+2'],
    ['text like a number', cell('1.051'), "'1.051"],
    ['text like a formula', cell("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0"],
    ['error', cell({ error: '#DIV/0!' }), '#DIV/0!'],
  ])('%s', (_name, model, expected) => expect(toVietnamese(model)).toBe(expected));
});
