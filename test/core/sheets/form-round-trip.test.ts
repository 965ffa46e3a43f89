import fc from 'fast-check';
import { addressOf } from '../../../src/core/address';
import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { checkBook } from '../../../src/core/checks/check-book';
import { emptyHistory } from '../../../src/core/checks/history';
import type { Period } from '../../../src/core/period';
import { cleanText } from '../../../src/core/report/fold';
import { readBook } from '../../../src/core/report/read-book';
import type { FigureRole, Level, Report } from '../../../src/core/report/types';
import { formPlan } from '../../../src/core/sheets/form';
import { openColumns } from '../../../src/core/sheets/form-entry';
import { formItems } from '../../../src/core/sheets/form-items';
import { AT, DATA, LEVEL } from '../../../src/core/sheets/form-layout';
import { isUntouchedForm } from '../../../src/core/sheets/form-state';
import type { Block, PlanCell, SheetPlan } from '../../../src/core/sheets/plan';
import { LEVEL_WORDS } from '../../../src/core/sheets/words';
import { sheetReadings } from '../../../src/commands/books';
import { applyPlans } from '../../../src/excel/apply';
import { readWorkbook } from '../../../src/excel/read';
import { openFile } from '../../../src/files/open-file';
import { writeWorkbook } from '../../../src/files/write-workbook';
import { createWorkbook } from '../../../src/workbench/model/workbook';
import { openExcel } from '../../excel/world';

jest.setTimeout(120_000);

const index = indexCatalogue(programme2024());
const UNITS = index.catalogue.units.map(({ code }) => code);
const ROLES: Readonly<Record<number, FigureRole>> = {
  [AT.previous]: 'previousMonth', [AT.month]: 'month', [AT.cumulative]: 'cumulative', [AT.lastYear]: 'lastYear', [AT.numerator]: 'numerator', [AT.denominator]: 'denominator',
};
const WORDS: Readonly<Record<number, 'cause' | 'remedy' | 'note'>> = { [AT.cause]: 'cause', [AT.remedy]: 'remedy', [AT.note]: 'note' };
const SIGNS: readonly (readonly [string, string])[] = [['-', 'notOccurred'], ['–', 'notOccurred'], ['…', 'notAvailable'], ['...', 'notAvailable'], ['x', 'notApplicable']];

/** What Vietnamese is written with, and the signs among it. */
const LETTERS = [...'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵAĂÂĐÊÔƠƯKHTN0123456789      ,.;:-+()%/=@"&<>“”…'];

const figure = fc.oneof(
  { weight: 4, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e12 }).map((value) => (value === 0 ? 0 : value)) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 10_000_000 }).map((value) => value / 100) },
  { weight: 2, arbitrary: fc.constantFrom(...SIGNS.map(([sign]) => sign)) },
  { weight: 2, arbitrary: fc.constant(null) },
);
const words = fc.oneof(
  fc.constantFrom(null, '- Giải ngân chậm, vướng mặt bằng', '+ Đôn đốc các xã', '=SUM(A1)', '@tỉnh', 'Tiến độ chậm\ndo mưa lũ', '1.870', 'Giám đốc Sở báo cáo', 'không phát sinh'),
  fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== ''),
);

interface Filled {
  readonly unit: string;
  readonly period: Period;
  readonly level: Level;
  readonly cells: ReadonlyMap<string, PlanCell>;
  readonly plan: SheetPlan;
}

/** A form as the unit sends it back: any open cell may hold anything that it takes. */
const filledForm = (sheet?: (unit: string) => string) =>
  fc.record({ unit: fc.constantFrom(...UNITS), month: fc.integer({ min: 1, max: 12 }), level: fc.constantFrom<Level>('estimate', 'preliminary', 'official'), seed: fc.array(fc.tuple(figure, words), { minLength: 12, maxLength: 12 }) }).map(
    ({ unit, month, level, seed }): Filled => {
      const period = { year: 2024, month };
      const empty = formPlan({ unit, period, index, ...(sheet === undefined ? {} : { sheet: sheet(unit) }) });
      const cells = new Map<string, PlanCell>();
      const blocks: Block[] = [];
      let next = 0;
      formItems(index, unit, period).forEach((item, position) => {
        if (item.kind !== 'row') return;
        for (const column of openColumns(item.indicator)) {
          const [number, text] = seed[(next += 7) % seed.length] ?? [null, null];
          const value = column in WORDS ? text : number;
          if (value === null) continue;
          cells.set(addressOf(DATA + position, column), value);
          blocks.push({ top: DATA + position, left: column, rows: [[value]] });
        }
      });
      const line = empty.validations.find(({ area }) => area.top === LEVEL)?.rule;
      const stated = line?.kind === 'list' ? line.values.find((each) => each.endsWith(LEVEL_WORDS[level])) : undefined;
      if (stated === undefined) throw new Error('the level is not in its list');
      return { unit, period, level, cells, plan: { ...empty, blocks: [...empty.blocks, { top: LEVEL, left: 0, rows: [[stated]] }, ...blocks] } };
    },
  );

/** Everything that was filled in stands in the report, each figure with its cell, and nothing else does. */
function expectAll(report: Report | null, { unit, period, level, cells }: Filled): void {
  expect(report).toMatchObject({ unit, period, level, isStandardForm: true, formVersion: '2024.1', declaredNothing: false });
  if (report === null) return;
  const items = formItems(index, unit, period);
  const rows = items.flatMap((item, position) => (item.kind === 'row' ? [{ code: item.indicator.code, row: DATA + position, indicator: item.indicator }] : []));
  expect(report.rows.map(({ match, row }) => [match.how === 'none' ? null : match.indicator, row])).toEqual(rows.map(({ code, row }) => [code, row]));
  rows.forEach(({ row, indicator }, n) => {
    const read = report.rows[n];
    for (const [column, role] of Object.entries(ROLES)) {
      const address = addressOf(row, Number(column));
      const put = cells.get(address) ?? null;
      const found = read?.figures[role];
      expect(found?.address).toBe(address);
      const content = found?.cell?.content ?? null;
      expect([address, content === null || content.kind === 'error' ? null : content.value]).toEqual([address, put]);
      if (typeof put === 'string') expect(found?.reading).toMatchObject({ kind: 'placeholder', state: SIGNS.find(([sign]) => sign === put)?.[1] });
      // A number in a cell for a day is a day, and never a figure.
      else expect(found?.reading.kind).toBe(put === null ? 'blank' : indicator.target?.kind === 'date' ? 'text' : 'number');
      if (typeof put === 'number' && found?.reading.kind === 'number') expect(found.reading.value).toBe(put);
    }
    for (const [column, role] of Object.entries(WORDS)) {
      const address = addressOf(row, Number(column));
      const put = cells.get(address);
      expect([address, read?.words[role]]).toEqual([address, typeof put === 'string' ? cleanText(put) : '']);
    }
  });
}

test('a form that was written as a file and filled is read back without loss', async () => {
  await fc.assert(
    fc.asyncProperty(filledForm(), async (filled) => {
      const file = `${filled.unit}_2024-${String(filled.period.month).padStart(2, '0')}.xlsx`;
      const outcome = await openFile(file, await writeWorkbook([filled.plan]));
      if (outcome.status !== 'read') throw new Error(JSON.stringify(outcome.finding));
      expect(outcome.book.grids.map((grid) => [grid.name, grid.isProtected])).toEqual([['Biểu 01', true]]);
      expectAll(readBook(outcome.book, index, 'file').report, filled);
    }),
    { numRuns: 60 },
  );
});

test('several forms that were written into one workbook are read back, each by its own names', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(filledForm((unit) => unit), { minLength: 1, maxLength: 4, selector: ({ unit }) => unit }), async (forms) => {
      const excel = await openExcel(createWorkbook('Sổ.xlsx', ['Trang1']));
      try {
        expect(await applyPlans(forms.map(({ plan }) => plan))).toMatchObject({ ok: true });
        const read = await readWorkbook('all');
        if (!read.ok) throw new Error(JSON.stringify(read.refusal));
        const readings = sheetReadings(read.value, index);
        for (const form of forms) {
          const report = readings.find(({ report: each }) => each?.source.sheet === form.unit)?.report ?? null;
          // A form in which nothing was filled is none yet; what the unit may restate of last month does not make it one.
          const own = [...form.cells.keys()].some((address) => !address.startsWith('F'));
          if (own) expectAll(report, form);
          else expect(report).toBeNull();
        }
      } finally {
        excel.dispose();
      }
    }),
    { numRuns: 12 },
  );
});

describe('a form that nobody has filled', () => {
  test.each([1, 6, 9])('asks only for what is due, month %d', async (month) => {
    const period = { year: 2024, month };
    for (const unit of UNITS) {
      const outcome = await openFile(`${unit}_2024-${String(month).padStart(2, '0')}.xlsx`, await writeWorkbook([formPlan({ unit, period, index })]));
      if (outcome.status !== 'read') throw new Error(JSON.stringify(outcome.finding));
      const reading = readBook(outcome.book, index, 'file');
      const { findings } = checkBook({ reading, index, reportPeriod: period, history: emptyHistory });
      const due = index.assignmentsOf(unit).some(({ role, due: when }) => (role === 'lead' || role === 'part') && (when === 'M' || (when === 'Q' && month % 3 === 0) || (when === 'S' && month % 6 === 0)));
      // R01 tells of checks that need earlier months: there are none here.
      expect([unit, [...new Set(findings.map(({ code }) => code))].filter((code) => code !== 'R01')]).toEqual([unit, due ? ['V01'] : []]);
      expect(reading.report === null ? null : isUntouchedForm(reading.report)).toBe(true);
    }
  });

  test('the box that is ticked takes the place of every figure', async () => {
    const period = { year: 2024, month: 6 };
    const empty = formPlan({ unit: 'NT', period, index });
    const box = empty.validations.find(({ prompt }) => prompt?.title === 'Không phát sinh trong kỳ')?.area;
    if (box === undefined) throw new Error('no box');
    const outcome = await openFile('NT_2024-06.xlsx', await writeWorkbook([{ ...empty, blocks: [...empty.blocks, { top: box.top, left: box.left, rows: [['x']] }] }]));
    if (outcome.status !== 'read') throw new Error('not read');
    const reading = readBook(outcome.book, index, 'file');
    expect(reading.report?.declaredNothing).toBe(true);
    expect(reading.report === null ? null : isUntouchedForm(reading.report)).toBe(false);
    expect(checkBook({ reading, index, reportPeriod: period, history: emptyHistory }).findings.filter(({ severity }) => severity === 'E')).toEqual([]);
  });
});
