import { figureAt, operandKeys, sourcePlaces } from '../../../src/core/trace/places';
import { SUMMARY_COLUMNS, type SummaryLayout } from '../../../src/core/sheets/summary-columns';

const layout: SummaryLayout = { headingRow: 8, columns: new Map(SUMMARY_COLUMNS.map(({ key }, at) => [key, at])), rows: new Map([['KT03', 11], ['KT04', 12]]) };
const at = (key: string): number => SUMMARY_COLUMNS.findIndex((column) => column.key === key);

test.each([
  ['a figure', 11, at('cumulative'), { indicator: 'KT03', key: 'cumulative' }],
  ['a state', 12, at('state'), { indicator: 'KT04', key: 'state' }],
  ['a name', 11, at('name'), null],
  ['a note', 11, at('note'), null],
  ['the heading', 8, at('cumulative'), null],
  ['a column of the analyst', 11, 60, null],
])('%s', (_name, row, column, expected) => expect(figureAt(layout, row, column)).toEqual(expected));

test.each<[string, string, readonly string[]]>([
  ['a ratio of two cells', '=IF(AND(ISNUMBER($G12),N($E12)<>0),$G12/$E12*100,"")', ['plan', 'cumulative']],
  ['absolute rows too', '=$G$12-E12', ['plan', 'cumulative']],
  ['other rows and other sheets are not beside it', "=$G13+'Số liệu'!$G12+Sheet1!E12", []],
  ['texts, functions and names are no cells', '=IF(G12>0,"E12",LOG10(2)+CT_ThangBaoCao+SoLieu[E12])', ['cumulative']],
  ['a range is not one cell', '=SUM(E12:F12)', []],
])('%s', (_name, formula, expected) => expect(operandKeys(formula, layout, 11)).toEqual(expected));

const SHEET = 'a'.repeat(28);
test.each([
  ['a sheet of this workbook', { hash: SHEET, sheet: 'Tài chính' }, 'H12', { sheet: 'Tài chính', address: 'H12' }],
  ['a file', { hash: 'a'.repeat(64), sheet: 'Tài chính' }, 'H12', null],
  ['a sheet that is gone', { hash: SHEET, sheet: 'Cũ' }, 'H12', null],
  ['a figure that was computed', { hash: SHEET, sheet: 'Tài chính' }, '', null],
])('%s', (_name, fact, cell, expected) => expect(sourcePlaces(['Tài chính'])(fact, cell)).toEqual(expected));
