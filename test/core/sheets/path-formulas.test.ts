import { programme2024 } from '../../../src/core/catalogue/programme2024';
import type { Catalogue, PastCumulative } from '../../../src/core/catalogue/types';
import type { BookReading } from '../../../src/core/report/types';
import { SHEETS, TABLES } from '../../../src/core/sheets/names';
import { planCatalogueSheet } from '../../../src/core/sheets/plan-catalogue';
import { findSummaryLayout, type SummaryKey } from '../../../src/core/sheets/summary-columns';
import { FORECAST_WORDS, PATHWAY_WORDS, STATE_WORDS } from '../../../src/core/sheets/words';
import type { Assessment } from '../../../src/core/targets/types';
import { openDesk, type Desk } from './desk';
import { booksOf, ownOf, planMonth, type Written } from './month';

jest.setTimeout(240_000);

/** Twelve months of a year whose cumulative climbs by the powers of the month: another season in each. */
const pastYear = (indicator: string, year: number, total: number, power: number): PastCumulative[] =>
  Array.from({ length: 12 }, (_, at) => ({ indicator, year, month: at + 1, cumulative: Math.round(total * ((at + 1) / 12) ** power) }));

const CATALOGUE: Catalogue = {
  ...programme2024(),
  scenarios: [
    ...[3, 6, 9, 12].map((month) => ({ indicator: 'KT03', month, value: month * 150 })),
    ...Array.from({ length: 12 }, (_, at) => ({ indicator: 'KT04.1', month: at + 1, value: (at + 1) ** 2 * 14 })),
    { indicator: 'XH07', month: 3, value: 93.5 },
    { indicator: 'KT01', month: 6, value: 4.5 },
    { indicator: 'XH02', month: 2, value: 1500 },
  ],
  pastCumulatives: [
    ...pastYear('KT04.2', 2023, 15000, 1.5), ...pastYear('KT04.2', 2022, 14000, 1.2), ...pastYear('KT04.2', 2021, 13000, 2), ...pastYear('KT04.2', 2020, 12000, 9),
    ...pastYear('KT04', 2023, 18000, 1.1), ...pastYear('KT04', 2022, 17000, 1.4), ...pastYear('KT03', 2023, 1700, 1.3), ...pastYear('NV08.1', 2023, 300, 1.2),
    // A year without its total says nothing, and neither does a month above it.
    { indicator: 'KT05', year: 2023, month: 6, cumulative: 30000 },
  ],
};

interface Stage {
  readonly desk: Desk;
  readonly readings: readonly BookReading[];
}

async function stage(): Promise<Stage> {
  const desk = await openDesk();
  desk.apply([planCatalogueSheet(CATALOGUE, () => null, [])]);
  const readings: BookReading[] = [];
  for (const month of [2, 3, 4, 5, 6]) readings.push(...(await booksOf(month, ownOf(desk))));
  return { desk, readings };
}

function shownIn(desk: Desk, code: string, key: SummaryKey): unknown {
  const grid = desk.look().grids.find(({ name }) => name === SHEETS.summary);
  const layout = grid && findSummaryLayout(grid);
  const [row, column] = [layout?.rows.get(code), layout?.columns.get(key)];
  if (row === undefined || column === undefined) throw new Error(`${code} ${key}`);
  return desk.value(SHEETS.summary, row, column);
}

/** Every figure, label and state in which Excel and the add-in differ. */
function differences(desk: Desk, { plans, outcome }: Written): string[] {
  const figures = plans.flatMap((plan) => plan.readBack.flatMap(({ row, column, indicator, heading, computed }) => {
    const excel = desk.value(plan.sheet, row, column);
    const shown = excel === '' ? null : excel;
    const same = typeof shown === 'number' && computed !== null ? Math.abs(shown - computed) <= 1e-9 * Math.max(1e-3, Math.abs(computed)) : shown === computed;
    return same ? [] : [`${indicator} ${heading}: Excel ${JSON.stringify(excel)}, computed ${computed}`];
  }));
  const labels = outcome.assessments.flatMap((each) => [
    ...labelled(each.indicator, shownIn(desk, each.indicator, 'pathway'), pathwayOf(each)),
    ...labelled(each.indicator, shownIn(desk, each.indicator, 'forecastMethod'), each.forecastMethod === 'none' ? '' : FORECAST_WORDS[each.forecastMethod]),
    ...labelled(each.indicator, shownIn(desk, each.indicator, 'state'), STATE_WORDS[each.state]),
  ]);
  return [...figures, ...labels];
}

const labelled = (code: string, shown: unknown, wanted: string): string[] => ((shown ?? '') === wanted ? [] : [`${code}: «${String(shown)}», computed «${wanted}»`]);

function pathwayOf({ pathway, scenarioMonth, judgedAt }: Assessment): string {
  if (pathway === 'none') return '';
  return pathway === 'scenario' && judgedAt !== null && scenarioMonth !== judgedAt.month ? `${PATHWAY_WORDS.scenario} T${scenarioMonth}` : PATHWAY_WORDS[pathway];
}

describe('with scenarios and past years in Danh mục', () => {
  let at: Stage;
  let june: Written;
  const of = (code: string): Assessment | undefined => june.outcome.assessments.find(({ indicator }) => indicator === code);
  beforeAll(async () => {
    at = await stage();
    june = planMonth(at.desk, 6, at.readings);
    at.desk.apply(june.plans);
  });

  test('they are read back as they were', () => {
    const { catalogue, faults } = ownOf(at.desk);
    expect(faults).toEqual([]);
    expect(catalogue.scenarios).toEqual(CATALOGUE.scenarios);
    expect(catalogue.pastCumulatives).toEqual(CATALOGUE.pastCumulatives);
  });

  test('the paths are the ones that were given, and Excel follows them figure by figure and word by word', () => {
    expect(of('KT04.1')).toMatchObject({ pathway: 'scenario', scenarioMonth: 6, expected: 504, forecastMethod: 'scenario' });
    expect(of('KT04.2')?.pathway).toBe('seasonal');
    // Of the exponents 1.5, 1.2 and 2 the middle one; the fourth year back does not count.
    expect(of('KT04.2')?.expected).toBeCloseTo((14600 * Math.round(15000 * 0.5 ** 1.5)) / 15000, 6);
    // Of two years the mean.
    expect(of('KT04')?.expected).toBeCloseTo((16687 * (Math.round(18000 * 0.5 ** 1.1) / 18000 + Math.round(17000 * 0.5 ** 1.4) / 17000)) / 2, 6);
    expect(of('KT05')?.pathway).toBe('linear');
    expect(of('XH07')).toMatchObject({ pathway: 'scenario', scenarioMonth: 3, expected: 93.5 });
    expect(of('XH02')).toMatchObject({ pathway: 'scenario', scenarioMonth: 2, forecastMethod: 'linear' });
    expect(of('NV08.1')).toMatchObject({ pathway: 'lastYear', forecastMethod: 'seasonal' });
    expect(differences(at.desk, june)).toEqual([]);
  });

  test('both targets on revenue stand in the table, each with its own state', () => {
    const states = ['KT04', 'NV01'].map((code) => shownIn(at.desk, code, 'state'));
    expect(states).toEqual([STATE_WORDS[of('KT04')?.state ?? 'noData'], STATE_WORDS[of('NV01')?.state ?? 'noData']]);
    expect(of('NV01')).toMatchObject({ target: 10, judgedAt: { month: 6 } });
  });

  test('the same inputs once more change nothing', () => {
    expect(planMonth(at.desk, 6, at.readings, '2024-07-01T00:00:00+07:00').plans).toEqual([]);
  });

  test('a scenario that is corrected in Danh mục moves the row at once', () => {
    const table = at.desk.look().tables.find(({ name }) => name === TABLES.scenarios);
    if (!table) throw new Error('no table');
    const row = table.area.top + 1 + CATALOGUE.scenarios.findIndex(({ indicator, month }) => indicator === 'KT04.1' && month === 6);
    at.desk.write(table.sheet, row, table.area.left + 2, 1000);
    at.desk.recalculate();
    expect([shownIn(at.desk, 'KT04.1', 'expected'), shownIn(at.desk, 'KT04.1', 'gapToDate')]).toEqual([1000, Number(shownIn(at.desk, 'KT04.1', 'cumulative')) - 1000]);
    at.desk.write(table.sheet, row, table.area.left + 2, 504);
    at.desk.recalculate();
  });

  test('another year finds no scenario of its own past: the window of three years moves along', () => {
    const month = at.desk.look().names.find(({ name }) => name === 'CT_NamBaoCao');
    expect(String(month?.value)).toContain('$F$7');
    at.desk.write(SHEETS.summary, 6, 5, 2026);
    at.desk.recalculate();
    // Of 2023 to 2025 only 2023 is known.
    expect(Number(shownIn(at.desk, 'KT04.2', 'pastShare'))).toBeCloseTo(Math.round(15000 * 0.5 ** 1.5) / 15000, 12);
    at.desk.write(SHEETS.summary, 6, 5, 2024);
    at.desk.recalculate();
  });

  test.each([5, 4, 3, 2])('month %i', async (month) => {
    const moved = planMonth(at.desk, month, at.readings.filter((reading) => (reading.report?.period?.month ?? 0) <= month));
    at.desk.apply(moved.plans);
    expect(differences(at.desk, moved)).toEqual([]);
  });
});

describe('typed by the analyst', () => {
  test('into the empty tables, and into SoLieu: the day on which a dated milestone was reached, and three months of a stock', async () => {
    const desk = await openDesk();
    const readings = await booksOf(6, ownOf(desk));
    desk.apply(planMonth(desk, 6, readings).plans);
    const tableOf = (name: string) => {
      const table = desk.look().tables.find((each) => each.name === name);
      if (!table) throw new Error(name);
      return table;
    };
    const type = (name: string, row: number, values: Readonly<Record<string, string | number>>): void => {
      const table = tableOf(name);
      for (const [header, value] of Object.entries(values)) desk.write(table.sheet, row, table.area.left + table.headers.indexOf(header), value);
      const model = desk.model.sheets.flatMap((sheet) => sheet.tables).find((each) => each.name === name);
      if (model && model.range.lastRow < row) Object.assign(model, { range: { ...model.range, lastRow: row } });
    };
    const scenarios = tableOf(TABLES.scenarios);
    expect(scenarios.area.bottom - scenarios.area.top).toBe(1);
    type(TABLES.scenarios, scenarios.area.top + 1, { 'Mã chỉ tiêu': 'KT03', 'Tháng': 6, 'Giá trị': 880 });
    const fact = { 'Năm': 2024, 'Trạng thái số liệu': 'có số liệu', 'Dùng': 1, 'Cách có': 'nhập tay' };
    const bottom = tableOf(TABLES.facts).area.bottom;
    type(TABLES.facts, bottom + 1, { ...fact, 'Tháng': 6, 'Mã đơn vị': 'SXD', 'Mã chỉ tiêu': 'NV09', 'Vai trò': 'chính', 'Lũy kế': 45470 });
    [19, 20, 20, 22].forEach((value, back) => {
      type(TABLES.facts, bottom + 2 + back, { ...fact, 'Tháng': 3 + back, 'Mã đơn vị': 'NT', 'Mã chỉ tiêu': 'XH12.3', 'Vai trò': 'thành phần', 'Lũy kế': value });
    });
    desk.recalculate();
    expect(shownIn(desk, 'KT03', 'expected')).toBe(880);
    const written = planMonth(desk, 6, readings);
    desk.apply(written.plans);
    expect(ownOf(desk).faults).toEqual([]);
    expect(shownIn(desk, 'NV09', 'state')).toBe(STATE_WORDS.met);
    expect(written.outcome.assessments.find(({ indicator }) => indicator === 'XH12.3')).toMatchObject({ forecastMethod: 'recentSlope', forecast: 22 + (6 * (66 - 59)) / 6 });
    expect(differences(desk, written)).toEqual([]);
  });
});
