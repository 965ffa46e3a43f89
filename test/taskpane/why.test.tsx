import { render, screen } from '@testing-library/react';
import type { Preview } from '../../src/commands/types';
import type { Indicator } from '../../src/core/catalogue/types';
import type { ProvinceFigure } from '../../src/core/consolidation/types';
import type { Assessment } from '../../src/core/targets/types';
import { TextProvider } from '../../src/taskpane/text';
import { scoresOf } from '../../src/taskpane/targets/scores';
import { Why } from '../../src/taskpane/targets/Why';
import { assessment, catalogue, figure, preview } from './world';

/** What "vì sao" says of one indicator; others may stand beside it. */
function whyOf(given: Partial<Indicator>, judged: Partial<Assessment>, made: Partial<ProvinceFigure> = {}, others: readonly Indicator[] = []): string {
  const first = catalogue.indicators[0];
  if (!first) throw new Error('no indicator');
  const shown: Preview = {
    ...preview(),
    catalogue: { ...catalogue, indicators: [{ ...first, ...given }, ...others] },
    consolidation: { ...preview().consolidation, figures: [figure('A01', made), ...others.map(({ code }) => figure(code, { cumulative: 4.5 }))] },
    assessments: [assessment('A01', judged), ...others.map(({ code }) => assessment(code, { target: 10, percentOfPlan: null, state: 'farBehind' }))],
  };
  const score = scoresOf(shown).find(({ indicator }) => indicator.code === 'A01');
  if (!score) throw new Error('no score');
  const { container } = render(
    <TextProvider locale="vi" catalogue={shown.catalogue}>
      <Why score={score} goes={() => false} onGoTo={() => undefined} onGoToRow={null} />
    </TextProvider>,
  );
  return container.textContent ?? '';
}

test.each<[string, Partial<Assessment>, readonly string[]]>([
  ['a straight path', {}, ['500 tỷ đồng (tuyến tính)', 'Dự báo cả năm800 tỷ đồng (tuyến tính)', 'Dự báo so với chỉ tiêu-200 tỷ đồng', 'Nhịp cần so với nhịp đã đạt1,5 lần']],
  ['a scenario of the month', { pathway: 'scenario', scenarioMonth: 6, forecastMethod: 'scenario' }, ['500 tỷ đồng (theo kịch bản)', '800 tỷ đồng (theo kịch bản)']],
  ['a scenario of an earlier month', { pathway: 'scenario', scenarioMonth: 3, forecastMethod: 'linear' }, ['500 tỷ đồng (theo kịch bản, mốc tháng 3)', '800 tỷ đồng (tuyến tính)']],
  ['past years, with their range', { pathway: 'seasonal', forecastMethod: 'seasonal', forecastRange: { low: 700, high: 950 } }, ['(theo mùa vụ các năm trước)', '700 tỷ đồng đến 950 tỷ đồng']],
  ['a rate that the rest of the year must have', { forecastMethod: 'held', rateNeeded: 96 }, ['(giữ mức hiện nay)', 'Tỷ lệ cần cho phần còn lại của năm96']],
])('%s', (_name, judged, words) => {
  const text = whyOf({}, judged);
  for (const part of words) expect(text).toContain(part);
});

test('no range, no rate: no line for them', () => {
  const text = whyOf({}, {});
  expect(text).not.toContain('thấp nhất');
  expect(text).not.toContain('phần còn lại');
});

test('a second target on the same figures is named with its state', () => {
  const first = catalogue.indicators[0];
  if (!first) throw new Error('no indicator');
  const growth: Indicator = { ...first, code: 'D01', short: 'Tăng thu', kind: 'growth', unit: '%', target: { kind: 'number', value: 10 }, derivation: { method: 'growth', of: 'A01' } };
  expect(whyOf({}, {}, {}, [growth])).toContain('Cùng số liệu, còn xét theoTăng thu: 4,5 % / ≥ 10 %, chậm nhiều');
});

test('a milestone with a date shows the day on which it was reached', () => {
  const text = whyOf({ kind: 'milestone', target: { kind: 'date', date: '2024-06-30' }, unit: '' }, { target: null, state: 'met' }, { cumulative: 45470 });
  expect(text).toContain('27/06/2024');
  expect(screen.queryByText('45.470')).toBeNull();
});
