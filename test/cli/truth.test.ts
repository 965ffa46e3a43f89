import { consolidateFiles, type ConsolidateFilesOutcome } from '../../src/cli/consolidate';
import { openXlsx } from '../../src/workbench/io/open';
import { agrees, filesOf, NOW, summaryCell, truth } from '../commands/office';

jest.setTimeout(180_000);

const MONTHS = [2, 3, 4, 5, 6] as const;
const outcomes = new Map<number, Extract<ConsolidateFilesOutcome, { kind: 'written' }>>();

beforeAll(async () => {
  for (const month of MONTHS) {
    const files = filesOf(...MONTHS.filter((each) => each <= month));
    const outcome = await consolidateFiles({ files, period: { year: 2024, month }, asOf: '2024-06-20', now: NOW, into: null, name: 'x.xlsx' });
    if (outcome.kind !== 'written') throw new Error(JSON.stringify(outcome));
    outcomes.set(month, outcome);
  }
});

function of(month: number) {
  const outcome = outcomes.get(month);
  if (outcome === undefined) throw new Error(`month ${month}`);
  return outcome;
}

describe.each(MONTHS)('month %i', (month) => {
  test('every figure of the truth, in the JSON', () => {
    const { json } = of(month);
    const wrong = Object.entries(truth.months[month] ?? {}).flatMap(([code, stated]) => {
      const figure = json.indicators.find((each) => each.code === code);
      const pairs = [
        ['month', figure?.month, stated.month], ['cumulative', figure?.cumulative, stated.cum], ['lastYear', figure?.lastYear, stated.last],
        ['numerator', figure?.numerator, stated.num], ['denominator', figure?.denominator, stated.den], ['coverage', figure?.coverage, stated.coverage],
      ] as const;
      return pairs.flatMap(([what, actual, wanted]) => (agrees(actual ?? null, wanted) ? [] : [`${code} ${what}: ${String(actual)} ≠ ${String(wanted)}`]));
    });
    expect(wrong).toEqual([]);
    for (const [code, { asOf }] of Object.entries(truth.months[month] ?? {})) {
      if (asOf !== undefined) expect([code, json.indicators.find((each) => each.code === code)?.asOf]).toEqual([code, `2024-${String(asOf).padStart(2, '0')}`]);
    }
  });

  test('nothing else is taken', () => {
    const known = new Set(Object.keys(truth.months[month] ?? {}));
    const more = of(month).json.indicators.filter(({ code, cumulative, month: own }) => !known.has(code) && (cumulative !== null || own !== null));
    expect(more.map(({ code }) => code)).toEqual([]);
  });

  test('expected, received and missing units', () => {
    const expected = truth.expected[month] ?? [];
    const absent = truth.absent[month] ?? [];
    expect(of(month).json.units).toMatchObject({ expected: expected.length, received: expected.length - absent.length, missing: absent });
  });

  test('Excel agrees with the add-in, and the written workbook opens with the same figures', async () => {
    expect(of(month).json.findings.filter(({ code }) => code === 'C04')).toEqual([]);
    const model = await openXlsx(of(month).workbook);
    for (const [code, { cum }] of Object.entries(truth.months[month] ?? {})) {
      const { value } = summaryCell(model, code, 'Lũy kế');
      expect([code, value, agrees(value, cum)]).toEqual([code, value, true]);
    }
  });

  test('few requests, and all of them counted', () => {
    const { requests, requestBytes, actions } = of(month).json.excel;
    expect(requests).toBeLessThanOrEqual(6);
    expect(requestBytes).toBeGreaterThan(1_000);
    expect(actions).toBeGreaterThan(10);
  });

  test('Tổng hợp is the first sheet and the one that is open; no empty sheet is left', async () => {
    const model = await openXlsx(of(month).workbook);
    expect(model.sheets[0]).toMatchObject({ name: 'Tổng hợp', id: model.activeSheetId });
    expect(model.sheets.map(({ name }) => name).sort()).toEqual(['Biểu đồ', 'Danh mục', 'Kiểm tra', 'Nhiệm vụ', 'Số liệu', 'Theo dõi nộp', 'Tổng hợp', 'Vướng mắc'].sort());
  });
});

test.each([2, 3, 4, 5])('month %i gives no finding of severity E, and does not fail', (month) => {
  // Judged before the deadline's consequences: a month whose reports all came in time.
  expect(of(month).json.findings.filter(({ severity, code }) => severity === 'E' && code !== 'D01')).toEqual([]);
  expect(of(month).failed).toBe(false);
});

test('June fails by its own faults', () => {
  expect(of(6).failed).toBe(true);
});

test('every June file ends in a report, or in findings that say why not', () => {
  const { files, findings } = of(6).json;
  expect(files.filter(({ period }) => period === '2024-06').length).toBe(filesOf(6).length);
  for (const file of files) if (file.use === 'notUsed') expect(findings.some((finding) => finding.file === file.file)).toBe(true);
});

test('what June holds, with its cells', () => {
  const held = of(6).json.held.map(({ unit, indicator, cell, codes }) => `${String(unit)} ${String(indicator)} ${cell} ${codes.join('+')}`);
  expect(held).toEqual(expect.arrayContaining([expect.stringMatching(/^SCT KT03 H\d+ V04/), expect.stringMatching(/^CTH KT04\.2 H?\S* ?V04/), expect.stringMatching(/^VN XH02 \S+ V15/), expect.stringMatching(/^KV XH02 \S+ T09/)]));
  expect(held.filter((line) => line.startsWith('VN XH08'))).toEqual([]);
});
