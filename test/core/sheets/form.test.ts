import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, positionOf } from '../../../src/core/address';
import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import type { Fact } from '../../../src/core/consolidation/types';
import type { Area, Cell, Grid } from '../../../src/core/grid';
import { readBook } from '../../../src/core/report/read-book';
import { formPlan } from '../../../src/core/sheets/form';
import type { PlanCell, SheetPlan } from '../../../src/core/sheets/plan';
import { openFile } from '../../../src/files/open-file';

const index = indexCatalogue(programme2024());
const JUNE = { year: 2024, month: 6 };

function at(plan: SheetPlan, address: string): PlanCell {
  const place = positionOf(address);
  for (const { top, left, rows } of plan.blocks) {
    const cell = place && rows[place.row - top]?.[place.column - left];
    if (cell !== undefined && cell !== null) return cell;
  }
  return null;
}

function gridOf(plan: SheetPlan): Grid {
  const cells: (Cell | null)[][] = [];
  for (const { top, left, rows } of plan.blocks) {
    rows.forEach((row, r) => row.forEach((value, c) => {
      const line = (cells[top + r] ??= []);
      line[left + c] = value === null ? null : typeof value === 'object' ? { content: null, text: '', formula: value.formula }
        : { content: typeof value === 'number' ? { kind: 'number', value } : typeof value === 'boolean' ? { kind: 'boolean', value } : { kind: 'text', value }, text: '' };
    }));
  }
  const full = Array.from(cells, (row) => Array.from(row ?? [], (cell) => cell ?? null));
  return { name: plan.sheet, origin: { row: 0, column: 0 }, cells: full, merges: plan.merges, hiddenRows: [], hiddenColumns: [], visibility: 'visible', isProtected: true };
}

function cellsIn({ top, left, bottom, right }: Area): string[] {
  const cells: string[] = [];
  for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) cells.push(addressOf(row, column));
  return cells;
}

describe('Biểu 01 stands where the samples have it', () => {
  const plan = formPlan({ unit: 'SCT', period: JUNE, index });

  test('cell by cell, but for what the unit fills', async () => {
    const outcome = await openFile('SCT_2024-06.xlsx', new Uint8Array(readFileSync(join(__dirname, '../../../samples/2024-06/SCT_2024-06.xlsx'))));
    if (outcome.status !== 'read') throw new Error('the sample is not readable');
    const [sample] = outcome.book.grids;
    const filled = new Set(['F12', 'G12', 'H12', 'I12']);
    const different: string[] = [];
    sample?.cells.forEach((row, r) => row.forEach((cell, c) => {
      const address = addressOf((sample.origin.row) + r, sample.origin.column + c);
      // The signatures stand two rows lower: the box "Không phát sinh" is between.
      if (!cell?.content || filled.has(address) || r + sample.origin.row >= 12) return;
      const planned = at(plan, address);
      const wanted = cell.formula ?? (cell.content.kind === 'error' ? cell.content.code : cell.content.value);
      const got = planned !== null && typeof planned === 'object' ? planned.formula : planned;
      if (got !== wanted) different.push(`${address}: ${String(got)}, sample ${String(wanted)}`);
    }));
    expect(different).toEqual([]);
    // The line with the level is drawn over the whole width: a list drops down as wide as its cell.
    const level = { top: 5, bottom: 5, left: 0, right: 15 };
    expect([...plan.merges].sort((a, b) => a.top - b.top || a.left - b.left)).toEqual([...(sample?.merges ?? []), level].sort((a, b) => a.top - b.top || a.left - b.left));
    expect(plan.names.map(({ name, formula }) => [name, formula])).toEqual([['CT_DonVi', '="SCT"'], ['CT_Ky', '="2024-06"'], ['CT_PhienBan', '="2024.1"']]);
  });

  test('only the cells to fill are unlocked, each figure with a rule and a prompt', () => {
    const open = plan.styles.filter((each) => each.style.locked === false).flatMap((each) => cellsIn(each.area));
    const level = cellsIn({ top: 5, bottom: 5, left: 0, right: 15 });
    expect(open.sort()).toEqual([...level, 'B14', 'F12', 'G12', 'H12', 'I12', 'N12', 'O12', 'P12'].sort());
    expect(plan.validations.flatMap((each) => cellsIn(each.area)).sort()).toEqual(open);
    expect(plan.validations.every((each) => (each.prompt?.message ?? '') !== '' && (each.error?.message ?? '') !== '')).toBe(true);
    expect(plan.protection).toEqual({ formatCells: true, formatColumns: true, formatRows: true });
  });

  test.each(['SCT', 'NT', 'STC', 'SYT', 'TTT', 'CAT', 'SLDTBXH'])('the reader reads the form of %s as its report', (unit) => {
    const form = formPlan({ unit, period: JUNE, index });
    const names = form.names.map(({ name, formula }) => ({ name, scope: null, value: formula.replace(/^="|"$/g, '') }));
    const reading = readBook({ file: `${unit}_2024-06.xlsx`, hash: 'x', modified: null, names, grids: [gridOf(form)], date1904: false }, index, 'file');
    expect(reading.report).toMatchObject({ unit, period: JUNE, isStandardForm: true, level: 'estimate', declaredNothing: false });
    const rows = reading.report?.rows.filter((row) => row.match.how === 'code') ?? [];
    expect(rows.length).toBeGreaterThan(0);
    expect(reading.report?.rows.filter((row) => row.match.how === 'none')).toEqual([]);
  });

  test('a part gets its own share as plan, never the province\'s; another sheet name gives sheet-scoped names', () => {
    const own = indexCatalogue({ ...programme2024(), unitPlans: [{ unit: 'NT', indicator: 'XH02', plan: 3967 }] });
    const form = formPlan({ unit: 'NT', period: JUNE, index: own, sheet: 'NT' });
    expect([at(form, 'B12'), at(form, 'E12'), at(form, 'E13')]).toEqual(['XH02', 3967, null]);
    expect(form.names.every((name) => name.scope === 'sheet')).toBe(true);
  });

  test('a unit without indicators gets the heading alone', () => {
    const form = formPlan({ unit: 'SDL', period: JUNE, index });
    expect(at(form, 'A11')).toBeNull();
    expect(at(form, 'C8')).toBe('Chỉ tiêu');
  });
});

describe('what the form says for every unit and month', () => {
  const forms = [2, 3, 6, 12].flatMap((month) => index.catalogue.units.map(({ code }) => formPlan({ unit: code, period: { year: 2024, month }, index })));

  test('every open cell has a prompt, and Excel can hold every rule, title and message', () => {
    for (const form of forms) {
      const open = new Set(form.styles.filter((each) => each.style.locked === false).flatMap((each) => cellsIn(each.area)));
      const prompted = new Set(form.validations.flatMap((each) => cellsIn(each.area)));
      expect([...open].filter((cell) => !prompted.has(cell))).toEqual([]);
      for (const { rule, prompt, error } of form.validations) {
        for (const said of [prompt, error]) {
          expect(said?.title.length).toBeLessThanOrEqual(32);
          expect(said?.message.length).toBeLessThanOrEqual(255);
        }
        if (rule.kind === 'custom') expect(rule.formula.length).toBeLessThanOrEqual(255);
        if (rule.kind === 'list') expect([rule.values.join(',').length <= 255, rule.values.some((value) => value.includes(','))]).toEqual([true, false]);
      }
    }
  });

  test('every row is as high as its name needs, and rows grow with what is typed', () => {
    for (const form of forms) {
      const last = form.growingRows?.bottom ?? 9;
      for (let row = 10; row <= last; row += 1) expect(form.rowHeights[row]).toBeGreaterThanOrEqual(17);
      const long = [...Array(last - 9).keys()].map((n) => n + 10).filter((row) => String(at(form, addressOf(row, 2)) ?? '').length > 70);
      for (const row of long) expect(form.rowHeights[row]).toBeGreaterThanOrEqual(3 * 15.75);
    }
  });
});

describe('what may be typed', () => {
  const ruleAt = (plan: SheetPlan, address: string) => plan.validations.find((each) => cellsIn(each.area)[0] === address);
  const district = formPlan({ unit: 'NT', period: JUNE, index });

  test.each([
    ['H13', '=IF(ISNUMBER(H13),AND(H13>=0,H13<=120),OR(H13="-",H13="–",H13="…",H13="...",H13="x"))'],
    ['G12', '=IF(ISNUMBER(G12),AND(G12>=0,G12=INT(G12)),OR(G12="-",G12="–",G12="…",G12="...",G12="x"))'],
    ['L13', '=IF(ISNUMBER(L13),L13>=0,OR(L13="-",L13="–",L13="…",L13="...",L13="x"))'],
  ])('%s', (address, formula) => expect(ruleAt(district, address)?.rule).toEqual({ kind: 'custom', formula }));

  test('the prompt says what is meant, whether it must be there, and in which unit of measure', () => {
    expect(ruleAt(district, 'G12')?.prompt?.message).toBe('Phải có trong kỳ này. Ước thực hiện riêng tháng 6/2024; đơn vị tính: người. Không phát sinh ghi "-", chưa có ghi "…", không áp dụng ghi "x".');
    expect(ruleAt(district, 'F12')?.prompt?.message).toContain('Thực hiện tháng 5/2024');
    expect(ruleAt(district, 'L13')?.prompt?.message).toContain('Tử số của tỷ lệ: người có thẻ.');
  });

  test('words are bounded in length alone', () => expect(ruleAt(district, 'N12')?.rule).toEqual({ kind: 'textLength', max: 2000 }));

  test('a dated milestone takes a day of the year so far', () => {
    const works = formPlan({ unit: 'SXD', period: JUNE, index });
    expect(ruleAt(works, 'H12')?.rule).toEqual({ kind: 'custom', formula: '=IF(ISNUMBER(H12),AND(H12>=45292,H12<45474),TRUE)' });
  });

  test('the level is one of three, the box takes an x', () => {
    expect(ruleAt(district, 'A6')?.rule).toEqual({ kind: 'list', values: ['ước tính', 'sơ bộ', 'chính thức'].map((level) => `Kỳ số liệu: 15/05/2024 – 14/06/2024; Mức độ: ${level}`) });
    expect(district.validations.find((each) => each.prompt?.title === 'Không phát sinh trong kỳ')?.rule).toEqual({ kind: 'list', values: ['x'] });
  });
});

describe('last month is printed on the form', () => {
  const fact = (more: Partial<Fact>): Fact => ({
    unit: 'SCT', indicator: 'KT03', period: { year: 2024, month: 5 }, role: 'lead', level: 'estimate', state: 'figure', used: true, reasons: [], marks: [], method: 'reported',
    file: 'a.xlsx', sheet: 'Biểu 01', cells: {}, hash: 'h', recordedAt: '', month: 151.3, cumulative: 851.3, lastYear: null, numerator: null, denominator: null, ...more,
  });

  test.each<readonly [string, Partial<Fact>, number | null]>([
    ['the month, not the cumulative', {}, 151.3],
    ['zero is a figure', { month: 0 }, 0],
    ['of no other month', { period: { year: 2024, month: 4 } }, null],
    ['of no other unit', { unit: 'CHQ' }, null],
    ['nothing that is held', { used: false }, null],
    ['nothing where nothing was', { state: 'notAvailable', month: null, cumulative: null }, null],
  ])('%s', (_, more, expected) => expect(at(formPlan({ unit: 'SCT', period: JUNE, index, facts: [fact(more)] }), 'F12')).toBe(expected));

  test('the unit may correct it', () => {
    const form = formPlan({ unit: 'SCT', period: JUNE, index, facts: [fact({})] });
    expect(form.styles.filter((each) => each.style.locked === false).flatMap((each) => cellsIn(each.area))).toContain('F12');
  });

  test('January looks back to December of the year before', () => {
    const form = formPlan({ unit: 'SCT', period: { year: 2024, month: 1 }, index, facts: [fact({ period: { year: 2023, month: 12 } })] });
    expect(at(form, 'F12')).toBe(151.3);
    expect(at(form, 'A6')).toBe('Kỳ số liệu: 15/12/2023 – 14/01/2024; Mức độ: ước tính');
  });

  test('only where the form asks for last month: a rate has its value in the cumulative column', () => {
    const form = formPlan({ unit: 'NT', period: JUNE, index, facts: [fact({ unit: 'NT', indicator: 'XH07', month: 95, cumulative: 95 })] });
    expect(at(form, 'F13')).toBeNull();
  });
});
