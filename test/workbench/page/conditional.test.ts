import { createCalculator } from '../../../src/workbench/calc/node';
import type { ConditionalFormatModel, DifferentialStyle, Rect } from '../../../src/workbench/model/types';
import { createWorkbook, setFormula, setValue } from '../../../src/workbench/model/workbook';
import { layConditionalFormats } from '../../../src/workbench/page/conditional';

const rule = (range: Rect, formula: string, format: DifferentialStyle, stopIfTrue = false): ConditionalFormatModel => ({ id: formula, ranges: [range], rule: { kind: 'Custom', formula, format }, stopIfTrue });
const column: Rect = { row: 0, lastRow: 2, col: 1, lastCol: 1 };

async function laidOver(formats: readonly ConditionalFormatModel[]): Promise<Record<string, DifferentialStyle>> {
  const model = createWorkbook('Test.xlsx', ['Tổng hợp', 'Khác']);
  const [sheet, other] = model.sheets;
  if (sheet === undefined || other === undefined) throw new Error('two sheets');
  [5, -1, 12].forEach((value, row) => setValue(sheet, row, 0, value));
  setFormula(sheet, 0, 1, '=A1*2', 10);
  setValue(other, 0, 0, 10);
  sheet.conditionalFormats.push(...formats);
  const laid = layConditionalFormats(model, sheet, await createCalculator());
  // The workbook itself is left as it was.
  expect(model.sheets.map(({ name }) => name)).toEqual(['Tổng hợp', 'Khác']);
  expect(sheet.cells.get(0)?.get(1)).toMatchObject({ value: 10, formula: '=A1*2' });
  return Object.fromEntries(laid);
}

test('a rule is asked of each cell of its area, relative to the first, blank cells too', async () => {
  expect(await laidOver([rule(column, '=$A1<0', { fill: '#FF0000' })])).toEqual({ '1,1': expect.objectContaining({ fill: '#FF0000' }) });
});

test('a rule reads other sheets and results of formulas', async () => {
  const laid = await laidOver([rule(column, '=AND(B1=10,$A1<Khác!$A$1)', { fill: '#00FF00' })]);
  expect(Object.keys(laid)).toEqual(['0,1']);
});

test('the first rule wins, a later one adds what it left open, and a stop ends it', async () => {
  const laid = await laidOver([
    rule(column, '=$A1>10', { fill: '#111111' }, true),
    rule(column, '=$A1>0', { fill: '#222222', font: { bold: true } }),
    rule(column, '=$A1>0', { fill: '#333333', font: { color: '#ABCDEF' } }),
  ]);
  expect(laid['2,1']).toMatchObject({ fill: '#111111' });
  expect(laid['2,1']?.font?.bold).toBeUndefined();
  expect(laid['0,1']).toMatchObject({ fill: '#222222', font: { bold: true, color: '#ABCDEF' } });
});
