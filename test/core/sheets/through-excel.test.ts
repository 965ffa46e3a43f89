import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { runMonth } from '../../../src/core/consolidation/pipeline';
import { planSheets } from '../../../src/core/sheets/plan-sheets';
import { readOwnSheets } from '../../../src/core/sheets/read-own';
import { applyPlans } from '../../../src/excel/apply';
import { readWorkbook } from '../../../src/excel/read';
import type { BookReading } from '../../../src/core/report/types';
import { sayIn } from '../../../src/locales/say';
import { createWorkbook } from '../../../src/workbench/model/workbook';
import { openExcel } from '../../excel/world';
import { openDesk } from './desk';
import { booksOf, ownOf } from './month';

jest.setTimeout(120_000);

/** Reads the open workbook through the client, and plans the month over it. */
async function planned(readings: readonly BookReading[], month: number) {
  const read = await readWorkbook('all');
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const { book, tables } = read.value;
  const own = readOwnSheets({ grids: book.grids, tables, names: book.names });
  const index = indexCatalogue(own.catalogue);
  const now = '2024-06-20T08:00:00+07:00';
  const outcome = runMonth({ period: { year: 2024, month }, asOf: '2024-06-20', index, readings, stored: own.facts, decisions: [], chosenFiles: [], now, receipts: own.receipts, submitted: own.submitted });
  const plans = planSheets({
    catalogue: own.catalogue, index, consolidation: outcome.consolidation, assessments: outcome.assessments, submissions: outcome.submissions,
    findings: [...outcome.inputs.flatMap((input) => input.result.findings), ...outcome.consolidation.findings], reports: outcome.checked, own,
    existing: book.grids, tables, now, render: sayIn('vi', own.catalogue),
  });
  return { own, plans };
}

test('May is written into a new workbook through Office.js, read back alike, and June is added to it', async () => {
  const excel = await openExcel(createWorkbook('Sổ.xlsx', ['Trang1']));
  try {
    const own = ownOf(await openDesk());
    const may = [...(await booksOf(4, own)), ...(await booksOf(5, own))];
    const june = await booksOf(6, own);
    for (const [month, readings] of [[5, may], [6, june]] as const) {
      const { plans } = await planned(readings, month);
      const written = await applyPlans(plans);
      expect(written.ok ? 'written' : written.refusal).toBe('written');
      if (!written.ok) return;
      const results = written.value.readBack.flatMap((sheet) => sheet.values);
      const wanted = plans.flatMap((plan) => plan.readBack);
      expect(results).toHaveLength(wanted.length);
      const different = wanted.filter(({ computed }, n) => {
        const shown = results[n];
        return computed === null ? shown !== '' && shown !== null : typeof shown !== 'number' || Math.abs(shown - computed) > 1e-9 * Math.max(1e-3, Math.abs(computed));
      });
      expect(different).toEqual([]);
      const again = await planned(readings, month);
      expect(again.plans.flatMap((plan) => plan.blocks.map((block) => `${plan.sheet} ${block.top},${block.left}: ${JSON.stringify(block.rows[0]?.slice(0, 4))}`))).toEqual([]);
      expect(again.plans).toEqual([]);
      expect(again.own.faults).toEqual([]);
      expect(again.own.catalogue).toEqual(programme2024());
      expect(again.own.reportPeriod).toEqual({ year: 2024, month });
    }
  } finally {
    excel.dispose();
  }
});
