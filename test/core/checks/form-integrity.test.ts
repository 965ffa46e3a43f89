import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, write } from '@e965/xlsx';
import { readBook } from '../../../src/core/report/read-book';
import { checkBook } from '../../../src/core/checks/check-book';
import { emptyHistory } from '../../../src/core/checks/history';
import { openFile } from '../../../src/files/open-file';
import { catalogueOf, formOf, look, said, sheetOf, type Form, type FormOptions, type Put } from './form-of';
import { index, june } from './report-of';

const J = (row: number, result = 56.2): Put => ({ formula: `=IF(N(E${row})=0,"",ROUND(H${row}/E${row}*100,2))`, result });
const K = (row: number, result = 126.7): Put => ({ formula: `=IF(N(I${row})=0,"",ROUND(H${row}/I${row}*100,2))`, result });
const DONE: Readonly<Record<string, Put>> = { F12: 190, G12: 150, H12: 1051, I12: 829.5, J12: J(12), K12: K(12) };
const form = (more: Readonly<Record<string, Put>> = {}, options?: FormOptions): Form => formOf({ ...DONE, ...more }, options);
const PLANS = { unitPlans: [{ unit: 'VN', indicator: 'XH02', plan: 1242 }] };
/** Vạn Ninh: XH02 in row 12, the rate XH07 in row 13. */
const part = (more: Readonly<Record<string, Put>> = {}, catalogue = PLANS): Form => formOf({ F12: 100, G12: 110, H12: 660, I12: 600, J12: J(12, 53.14), K12: K(12, 110), ...more }, { unit: 'VN', catalogue });
const VN = { file: 'VN_2024-06.xlsx', catalogue: PLANS };
const V22 = (built: Form, options?: Parameters<typeof look>[1]): string[] => look(built, options).flatMap((finding) => (finding.code === 'V22' ? [`${finding.cells.join()} ${finding.params.what} ${finding.params.stated} → ${finding.params.locked}`] : []));

describe('V17: a constant for a formula', () => {
  test.each<[string, Form, string[]]>([
    ['the formulas of the form', form(), []],
    ['the right percentage typed', form({ J12: 56.2 }), ['J12 56.2']],
    ['as a text', form({ K12: '126,7' }), ['K12 126,7']],
    ['both', form({ J12: 56.2, K12: 126.7 }), ['J12 56.2', 'K12 126.7']],
    ['blank', form({ J12: null }), []],
    ['a sign for nothing', form({ J12: '-' }), []],
    ['words', form({ J12: 'không tính' }), []],
    ['another formula', form({ J12: { formula: '=H12/E12*100', result: 56.2 } }), []],
    ['a column where this row has no formula', part({ J13: 98.4 }), []],
    ['a sheet of nobody’s design', sheetOf([['SỞ CÔNG THƯƠNG'], ['BÁO CÁO THÁNG 6 NĂM 2024'], ['Chỉ tiêu', 'ĐVT', 'KH 2024', 'Ước TH tháng', 'Lũy kế', 'So với kế hoạch (%)'], ['Tổng kim ngạch xuất khẩu', 'triệu USD', 1870, 150, 1051, 56.2]]), []],
  ])('%s', (_what, built, expected) => expect(said('V17', built, VN)).toEqual(expected));

  test('the plan of a part that the catalogue does not know still has its formula', () => {
    const without = { unitPlans: [] };
    expect(said('V17', part({ E12: 1242, J12: 53.14 }, without), { ...VN, catalogue: without })).toEqual(['J12 53.14']);
    expect(said('V17', part({ J12: 53.14 }, without), { ...VN, catalogue: without })).toEqual([]);
  });

  test('gives the formula back', () => {
    const [found] = look(form({ J12: 56.2 })).filter((finding) => finding.code === 'V17');
    expect(found).toMatchObject({ params: { role: 'percentOfPlan', value: 56.2, formula: '=IF(N(E12)=0,"",ROUND(H12/E12*100,2))' }, indicator: 'KT03', severity: 'W', fix: 'ask', held: false });
  });
});

describe('V18: another formula', () => {
  test.each<[string, Put, string[]]>([
    ['the form’s', J(12), []],
    ['in other spelling', { formula: `=if( n($E12)=0; ""; round('Biểu 01'!H12/E12*100; 2) )`, result: 56.2 }, []],
    ['without its guard', { formula: '=H12/E12*100', result: 56.203 }, ['J12 =H12/E12*100']],
    ['of the month', { formula: '=IF(N(E12)=0,"",ROUND(G12/E12*100,2))', result: 8.02 }, ['J12 =IF(N(E12)=0,"",ROUND(G12/E12*100,2))']],
    ['of the row above', { formula: '=IF(N(E11)=0,"",ROUND(H11/E11*100,2))' }, ['J12 =IF(N(E11)=0,"",ROUND(H11/E11*100,2))']],
    ['of another workbook: V19 says it', { formula: `=IF(N([1]T5!E12)=0,"",ROUND(H12/E12*100,2))`, result: 56.2 }, []],
    ['a constant: V17 says it', 56.2, []],
  ])('%s', (_what, put, expected) => expect(said('V18', form({ J12: put }))).toEqual(expected));

  test('a row that moved down has its own formula', () => {
    const { grid, names } = form();
    const moved = (cells: typeof grid.cells): typeof grid.cells => [...cells.slice(0, 11), [], ...cells.slice(11)];
    const cells = moved(grid.cells).map((row) => row.map((cell) => (cell?.formula === undefined ? cell : { ...cell, formula: cell.formula.replace(/12/g, '13') })));
    expect(said('V18', { grid: { ...grid, cells }, names })).toEqual([]);
    expect(said('V18', { grid: { ...grid, cells: moved(grid.cells) }, names })).toHaveLength(2);
  });

  // The library writes no formulas into .xls and .xlsb.
  test.each(['xlsx', 'xlsm', 'ods'] as const)('the sample saved as %s keeps its formulas', async (bookType) => {
    const bytes = readFileSync(join(__dirname, '../../../samples/2024-06/SCT_2024-06.xlsx'));
    const workbook = read(bytes, { type: 'buffer', cellNF: true });
    const outcome = await openFile(`SCT_2024-06.${bookType}`, new Uint8Array(write(workbook, { type: 'array', bookType })));
    if (outcome.status !== 'read') throw new Error(outcome.finding.code);
    const { findings } = checkBook({ reading: readBook(outcome.book, index, 'file'), index, reportPeriod: june, history: emptyHistory });
    expect(findings.filter((finding) => ['V17', 'V18', 'V22'].includes(finding.code))).toEqual([]);
  });
});

describe('V22: a locked cell', () => {
  test.each<[string, Readonly<Record<string, Put>>, string[]]>([
    ['nothing changed', {}, []],
    ['the plan', { E12: 1780 }, ['E12 plan 1780 → 1870']],
    ['the plan within rounding', { E12: 1870.04 }, []],
    ['the plan cleared', { E12: null }, []],
    ['the plan as words', { E12: 'theo giao' }, []],
    ['the name', { C12: 'Tổng kim ngạch xuất khẩu hàng hóa của tỉnh' }, ['C12 name Tổng kim ngạch xuất khẩu hàng hóa của tỉnh → Tổng kim ngạch xuất khẩu']],
    ['the name in other spelling', { C12: ' tổng kim ngạch  xuất khẩu' }, []],
    ['an alias', { C12: 'Kim ngạch xuất khẩu' }, []],
    ['the name numbered', { C12: '1. Tổng kim ngạch xuất khẩu' }, []],
    ['the name cleared', { C12: null }, ['C12 name null → Tổng kim ngạch xuất khẩu']],
    ['the name of another indicator: K08 says it', { C12: 'Thu nội địa' }, []],
    ['the code cleared', { B12: null }, ['B12 code null → KT03']],
    ['the code mistyped', { B12: 'KTO3' }, ['B12 code KTO3 → KT03']],
    ['the code in other spelling', { B12: 'kt 03' }, []],
    ['the unit of measure: K09 says it', { D12: 'tỷ USD' }, []],
    ['the unit of measure in other words', { D12: 'Triệu đô la Mỹ' }, []],
    ['the unit of measure cleared', { D12: null }, ['D12 unitOfMeasure null → triệu USD']],
  ])('%s', (_what, puts, expected) => expect(V22(form(puts))).toEqual(expected));

  test('the unit of measure of a row without figures, where K09 has nothing to judge', () => {
    const blank = { F12: null, G12: null, H12: null, I12: null, J12: null, K12: null };
    expect(V22(form({ ...blank, D12: 'tỷ USD' }))).toEqual(['D12 unitOfMeasure tỷ USD → triệu USD']);
  });

  test.each<[string, Form, Parameters<typeof look>[1], string[]]>([
    ['a part’s own share', part(), VN, []],
    ['a part’s share changed', part({ E12: 1300 }), VN, ['E12 plan 1300 → 1242']],
    ['a part without a share in the catalogue', part({ E12: 1300 }, { unitPlans: [] }), { ...VN, catalogue: { unitPlans: [] } }, []],
    ['the province’s target on a part’s form is not judged', part({ E13: 94.5 }), VN, []],
    ['a second source has the target', formOf({ E12: 1800 }, { unit: 'CHQ' }), { file: 'CHQ_2024-06.xlsx' }, ['E12 plan 1800 → 1870']],
    ['the plan of another year', form({ E12: 1500 }), { catalogue: { year: 2025 } }, []],
    ['a row that the unit added', form({ B13: 'KT01', C13: 'Tăng GRDP tỉnh', D13: '%', E13: 7, H13: 8 }), {}, []],
  ])('%s', (_what, built, options, expected) => expect(V22(built, options)).toEqual(expected));

  test('marks the cell, asks, and gives back what belongs there', () => {
    const [found] = look(form({ E12: 1780 })).filter((finding) => finding.code === 'V22');
    expect(found).toMatchObject({ params: { what: 'plan', stated: 1780, locked: 1870 }, severity: 'E', fix: 'ask', held: false, found: 1780, expected: 1870 });
  });

  test('what the form is made of is what is checked, for every unit and month', () => {
    const catalogue = catalogueOf(PLANS).catalogue;
    for (const { code } of catalogue.units) {
      for (const month of [2, 3, 6, 11]) {
        const period = { year: 2024, month };
        const found = look(formOf({}, { unit: code, period, catalogue: PLANS }), { file: `${code}.xlsx`, catalogue: PLANS, period });
        expect(found.filter((finding) => /^(V17|V18|V22|K07|K08|K11|S06|S08|S10|S15|S16|F08)$/.test(finding.code)).map((finding) => `${code} ${month} ${finding.code} ${finding.cells.join()}`)).toEqual([]);
      }
    }
  });
});
