import { screen, waitFor, within } from '@testing-library/react';
import type { Fact } from '../../src/core/consolidation/types';
import { spanOf } from '../../src/taskpane/charts/paths';
import { scoresOf } from '../../src/taskpane/targets/scores';
import type { Preview } from '../../src/commands/types';
import { catalogue, figure, indicator, open, preview, tab, world } from './world';

const fact = (month: number, cumulative: number, lastYear: number | null = null): Fact => ({
  unit: 'SCT', indicator: 'A01', period: { year: 2024, month }, role: 'lead', month: null, cumulative, lastYear, numerator: null, denominator: null, level: null, state: 'figure',
  used: true, reasons: [], marks: [], method: 'reported', file: 'SCT.xlsx', sheet: 'Biểu 01', cells: {}, hash: '', recordedAt: '',
});

/** A year of which April is missing; the rate has no month at all. */
function withMonths(): Preview {
  const base = preview();
  return {
    ...base,
    catalogue: { ...catalogue, assignments: [{ indicator: 'A01', unit: 'SCT', role: 'lead', due: 'M', notes: '' }] },
    consolidation: { ...base.consolidation, facts: [fact(2, 90), fact(3, 150, 140), fact(5, 240, 260), fact(6, 300, 310)], figures: [figure('A01', { cumulative: 300, lastYear: 310 }), figure('A02'), figure('B01', { cumulative: null, sources: [] })] },
  };
}

async function openPictures(story = world({ previews: async () => ({ kind: 'preview', preview: withMonths() }) })) {
  const { user } = open(story);
  await waitFor(() => expect(screen.getByTestId<HTMLSelectElement>('month-picker').value).toBe('2024-06'));
  await user.click(tab('Chỉ tiêu'));
  await user.click(await screen.findByRole('button', { name: 'Biểu đồ' }));
  await screen.findByTestId('chart-grid', {}, { timeout: 20_000 });
  return user;
}

test('a small picture for each indicator with months, in its group, with everything that it shows in words', async () => {
  await openPictures();
  const pictures = await screen.findAllByTestId('small-chart');
  expect(pictures.map((each) => each.dataset['indicator'])).toEqual(['A01']);
  const [first] = pictures;
  if (!first) throw new Error('no picture');
  expect(first.textContent).toContain('Thu ngân sách');
  expect(first.textContent).toContain('chậm nhiều');
  const words = within(first).getByRole('img').getAttribute('aria-label') ?? '';
  expect(words).toContain('Thu ngân sách, lũy kế theo tháng (tỷ đồng).');
  expect(words).toContain('Tháng 3: 150, kế hoạch 250, cùng kỳ 140');
  expect(words).toContain('Tháng 6: 300, kế hoạch 500, cùng kỳ 310');
  expect(words).not.toContain('Tháng 4');
  expect(screen.getByRole('heading', { name: /^A\. / })).toBeTruthy();
  expect(screen.getByRole('list', { name: 'Cách đọc biểu đồ' }).textContent).toBe('Thực hiệnCùng kỳ năm trướcKế hoạch');
});

test('three lines are drawn, told apart by their dashes; nothing inside takes the keyboard', async () => {
  await openPictures();
  const picture = await screen.findByTestId('small-chart');
  await waitFor(() => expect(picture.querySelectorAll('svg path, svg line').length).toBeGreaterThan(2));
  const dashes = new Set([...picture.querySelectorAll('[stroke-dasharray]')].map((line) => line.getAttribute('stroke-dasharray')));
  expect(dashes.size).toBeGreaterThanOrEqual(2);
  expect(picture.querySelector('[inert]')?.contains(picture.querySelector('svg'))).toBe(true);
});

test('the filters choose among the pictures too; pressed again, the list is back', async () => {
  const user = await openPictures();
  await user.selectOptions(screen.getByLabelText('Nhóm'), 'B');
  expect(screen.queryAllByTestId('small-chart')).toHaveLength(0);
  expect(screen.getByText('Chưa có số liệu theo tháng.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Biểu đồ' }));
  expect(screen.getAllByTestId('scoreboard-row')).toHaveLength(1);
});

test.each([
  ['drawn', { kind: 'drawn', sheet: 'Biểu đồ', charts: 3, receipt: { sheets: [], createdSheets: [], changes: [], resizedTables: [], readBack: [], cellsWritten: 0, roundTrips: 3 } }, 'Đã vẽ 3 biểu đồ ở trang “Biểu đồ”.', ['Biểu đồ!A1']],
  ['there', { kind: 'there', sheet: 'Biểu đồ' }, 'Các biểu đồ đã có ở trang “Biểu đồ”.', ['Biểu đồ!A1']],
  ['no tables', { kind: 'noTables' }, 'Sổ này chưa đủ bảng để vẽ: hãy tổng hợp một tháng trước.', []],
  ['refused', { kind: 'refused', refusal: { code: 'protectedWorkbook', sheet: '', detail: '' } }, /khóa|bảo vệ/, []],
] as const)('the sheet of charts: %s', async (_name, outcome, words, gone) => {
  const story = world({ previews: async () => ({ kind: 'preview', preview: withMonths() }), drawCharts: async () => outcome });
  const user = await openPictures(story);
  await user.click(screen.getByRole('button', { name: 'Trang Biểu đồ' }));
  expect(await screen.findByText(words)).toBeTruthy();
  expect(story.gone).toEqual(gone);
});

test.each([
  ['a flow stands on zero', 'flow', [80, 96], 0, 100],
  ['a rate on what it holds', 'rate', [83.2, 84], 83, 84],
  ['minus is held too', 'growth', [-3, 8], -10, 10],
  ['a single value has room', 'rate', [95], 95, 97],
  ['nothing but zero', 'stock', [0, 0], 0, 0.2],
] as const)('round axes: %s', (_name, kind, values, low, high) => {
  const [score] = scoresOf(preview());
  if (!score) throw new Error('no score');
  const points = values.map((actual, n) => ({ month: n + 1, actual, partial: false, planned: null, lastYear: null }));
  const span = spanOf({ score: { ...score, indicator: indicator('X', 'x', { kind }) }, points });
  expect(span.low).toBeLessThanOrEqual(Math.min(...values));
  expect(span.high).toBeGreaterThanOrEqual(Math.max(...values));
  expect([span.low, span.high].map((each) => Number(each.toFixed(6)))).toEqual([low, high]);
});
