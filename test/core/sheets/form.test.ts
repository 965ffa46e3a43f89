import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, positionOf } from '../../../src/core/address';
import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import type { Cell, Grid } from '../../../src/core/grid';
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
    expect([...plan.merges].sort((a, b) => a.top - b.top || a.left - b.left)).toEqual([...(sample?.merges ?? [])].sort((a, b) => a.top - b.top || a.left - b.left));
    expect(plan.names.map(({ name, formula }) => [name, formula])).toEqual([['CT_DonVi', '="SCT"'], ['CT_Ky', '="2024-06"'], ['CT_PhienBan', '="2024.1"']]);
  });

  test('only the cells to fill are unlocked, each figure with a rule and a prompt', () => {
    const open = plan.styles.filter((each) => each.style.locked === false).map((each) => addressOf(each.area.top, each.area.left));
    expect(open.sort()).toEqual(['A6', 'B14', 'F12', 'G12', 'H12', 'I12', 'N12', 'O12', 'P12'].sort());
    const ruled = plan.validations.map((each) => addressOf(each.area.top, each.area.left)).sort();
    expect(ruled).toEqual(['A6', 'B14', 'F12', 'G12', 'H12', 'I12'].sort());
    expect(plan.validations.every((each) => (each.prompt?.message ?? '') !== '')).toBe(true);
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
