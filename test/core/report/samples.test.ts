import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { periodKey } from '../../../src/core/period';
import { readBook } from '../../../src/core/report/read-book';
import type { BookReading, FigureRole, Report, ReportRow } from '../../../src/core/report/types';
import { openFile } from '../../../src/files/open-file';

const index = indexCatalogue(programme2024());
const MONTHS = ['2024-02', '2024-03', '2024-04', '2024-05', '2024-06'];
const FILES = MONTHS.flatMap((month) => readdirSync(join('samples', month)).map((file) => ({ month, file })));
/** Files in forms of the units' own, by what stands in their names. */
const OWN_FORMS: Readonly<Record<string, string>> = { 'Cam Ranh': 'CR', 'Ninh Hòa': 'NH', 'Cam Lâm': 'CL', 'Diên Khánh': 'DK' };

const readings = new Map<string, BookReading>();
beforeAll(async () => {
  for (const { month, file } of FILES) {
    const outcome = await openFile(file, new Uint8Array(readFileSync(join('samples', month, file))));
    if (outcome.status === 'read') readings.set(`${month}/${file}`, readBook(outcome.book, index, 'file'));
  }
}, 60_000);

const reportOf = (path: string): Report => {
  const report = readings.get(path)?.report;
  if (!report) throw new Error(`no report in ${path}`);
  return report;
};
const of = (report: Report, indicator: string): readonly ReportRow[] => report.rows.filter((row) => row.match.how !== 'none' && row.match.indicator === indicator);

test('there are 98 files', () => expect(FILES).toHaveLength(98));

describe.each(FILES)('$month/$file', ({ month, file }) => {
  const path = `${month}/${file}`;
  const own = Object.entries(OWN_FORMS).find(([place]) => file.normalize('NFC').includes(place));
  const unit = own?.[1] ?? file.split('_')[0] ?? '';

  test('unit, month and form', () => {
    const report = reportOf(path);
    expect([report.unit, report.period && periodKey(report.period), report.isStandardForm]).toEqual([unit, month, own === undefined]);
    expect(report.level).toBe(own === undefined ? 'estimate' : null);
    expect(report.heading).toMatchObject({ unknown: [], duplicates: [], missing: [] });
    expect(report.heading.columns).toHaveLength(own === undefined ? 16 : 10);
  });
  test('its rows are the indicators that the unit contributes, each matched by code or by its very name', () => {
    const report = reportOf(path);
    const found = new Set(report.rows.flatMap((row) => (row.match.how === 'none' ? [] : [row.match.indicator])));
    for (const code of found) expect(['lead', 'part']).toContain(index.assignment(unit, code)?.role);
    for (const row of report.rows) expect([own === undefined ? 'code' : 'name', 'none']).toContain(row.match.how);
    const period = { year: 2024, month: Number(month.slice(5)) };
    const due = index.assignmentsOf(unit).filter((each) => each.role !== 'check' && (each.due === 'M' || (each.due === 'Q' && period.month % 3 === 0) || (each.due === 'S' && period.month === 6)));
    for (const { indicator } of due) expect(found).toContain(indicator);
  });
});

describe('the figures of February to May make the figures that were published with the files', () => {
  const truth: { readonly months: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>> } = JSON.parse(readFileSync('samples/truth.json', 'utf8'));
  const FIGURES: readonly (readonly [string, FigureRole])[] = [['month', 'month'], ['cum', 'cumulative'], ['last', 'lastYear'], ['num', 'numerator'], ['den', 'denominator']];
  const cases = ['2', '3', '4', '5'].flatMap((month) =>
    Object.entries(truth.months[month] ?? {}).flatMap(([code, figures]) =>
      FIGURES.flatMap(([key, role]) => {
        const due = index.contributors(code)[0]?.due;
        const isSum = key !== 'cum' || index.indicator(code)?.kind === 'flow';
        const expected = figures[key];
        return due === 'M' && isSum && expected !== undefined ? [{ month, code, role, expected }] : [];
      })));
  test('there are enough of them', () => expect(cases.length).toBeGreaterThan(100));
  test.each(cases)('month $month, $code, $role: $expected', ({ month, code, role, expected }) => {
    let sum = 0;
    for (const { month: folder, file } of FILES) {
      if (folder !== `2024-0${month}`) continue;
      const report = reportOf(`${folder}/${file}`);
      if (!['lead', 'part'].includes(index.assignment(report.unit ?? '', code)?.role ?? '')) continue;
      for (const row of of(report, code)) {
        const reading = row.figures[role]?.reading;
        if (reading?.kind === 'number') sum += reading.value;
      }
    }
    expect(Math.abs(sum - expected)).toBeLessThanOrEqual(Math.abs(expected) * 1e-9);
  });
});

describe('what June holds', () => {
  const june = (start: string): Report => reportOf(`2024-06/${FILES.find(({ month, file }) => month === '2024-06' && file.normalize('NFC').includes(start))?.file ?? ''}`);
  test.each<[string, string, FigureRole, object]>([
    ['SCT', 'KT03', 'cumulative', { kind: 'ambiguous', readings: [1051, 1.051] }],
    ['CTH', 'KT04.2', 'cumulative', { kind: 'ambiguous', readings: [7896, 7.896] }],
    ['CAT', 'NV08.2', 'cumulative', { kind: 'placeholder', state: 'notOccurred', text: '-' }],
    ['CAT', 'NV08.2', 'month', { kind: 'blank' }],
    ['VN_', 'XH02', 'cumulative', { kind: 'number', value: 660000 }],
    ['VN_', 'XH08', 'cumulative', { kind: 'number', value: 0.3397, percent: false }],
    ['KV', 'XH09', 'cumulative', { kind: 'blank' }],
    ['Cam Lâm', 'XH07', 'cumulative', { kind: 'number', value: 92.13, storedAs: 'text' }],
    ['Cam Lâm', 'XH02', 'cumulative', { kind: 'number', value: 638, storedAs: 'text' }],
    ['Diên Khánh', 'MT03', 'numerator', { kind: 'number', value: 9942.2 }],
    ['Ninh Hòa', 'XH02', 'month', { kind: 'number', value: 237 }],
  ])('%s, %s, %s', (file, code, role, reading) => expect(of(june(file), code)[0]?.figures[role]?.reading).toMatchObject(reading));
  test('two rows of one indicator stay two', () => expect(of(june('KV'), 'XH07').map((row) => row.address)).toEqual(['C13', 'C14']));
  test('a title of May, overruled by name and file name', () => {
    const report = june('TTT');
    expect(report.periodEvidence.map((each) => [each.from, each.value?.month, each.address])).toEqual([['definedName', 6, ''], ['header', 5, 'A4'], ['fileName', 6, '']]);
    expect(report.period?.month).toBe(6);
  });
  test('a row that nobody knows, and a text that would become a formula', () => {
    const report = june('SYT');
    expect(report.rows.filter((row) => row.match.how === 'none').map((row) => [row.statedName, row.address])).toEqual([['Tỷ lệ hài lòng của người bệnh', 'C13']]);
    expect(report.formulaLikeTexts).toEqual([{ address: 'N12', text: "=cmd|' /C calc'!A0" }]);
  });
  test('a draft beside the report', () => {
    const path = [...readings.keys()].find((key) => key.normalize('NFC').includes('Cam Lâm')) ?? '';
    expect(readings.get(path)?.unused).toEqual([{ sheet: 'Ghi chú nội bộ', reason: 'noHeading' }]);
  });
  test.each(['SDL', 'TS_', 'YS'])('%s: a heading without rows', (file) => expect(june(file)).toMatchObject({ rows: [], area: { top: 7, bottom: 9 } }));
  test('Ninh Hòa skips its row of column numbers', () => expect(june('Ninh Hòa').heading).toMatchObject({ top: 6, bottom: 6, dataTop: 8 }));
});
