import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { LookBackOutcome, TraceOutcome } from '../../src/commands';
import type { Trace, TraceSource } from '../../src/commands/trace';
import { clockAt } from '../../src/commands/clock';
import type { Revision } from '../../src/core/consolidation/types';
import { ChangesPanel } from '../../src/taskpane/trace/ChangesPanel';
import { TracePanel } from '../../src/taskpane/trace/TracePanel';
import { useLookBack } from '../../src/taskpane/trace/useLookBack';
import { useTrace } from '../../src/taskpane/trace/useTrace';
import { ServicesProvider, type PaneServices } from '../../src/taskpane/services';
import type { Notice } from '../../src/taskpane/shared/notice';
import { TextProvider } from '../../src/taskpane/text';
import { catalogue, indicator, JUNE, open, preview, tab, world, type World } from './world';

/** The words that stand there, as they are read. */
const said = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

const MAY = { year: 2024, month: 5 };
// The workbook's own names, which the pane does not know before it has read them.
const own = { ...catalogue, indicators: [indicator('A01', 'Thu ngân sách'), indicator('Z09', 'Chỉ tiêu riêng của sổ')] };

const source: TraceSource = {
  unit: 'SCT', indicator: 'Z09', period: JUNE, role: 'lead', level: 'estimate', state: 'figure', method: 'reported', file: 'SCT_2024-06.xlsx', sheet: 'Biểu 01', recordedAt: '2024-06-20T08:00:00+07:00',
  numbers: [{ figure: 'cumulative', value: 400.5, cell: 'H12', fact: { sheet: 'Số liệu', address: 'I7' }, source: null }], reasons: [], marks: ['T04'], revision: '',
  months: [{ period: MAY, month: 80, cumulative: 310, used: true }, { period: JUNE, month: 90.5, cumulative: 400.5, used: true }],
};
const trace: Trace = {
  indicator: 'Z09', key: 'cumulative', period: JUNE, rule: 'sum', of: 'Z09', value: 400.5, shown: 400.5, formula: '=SUMIFS(SoLieu[Lũy kế],SoLieu[Mới nhất],1)', overwritten: false,
  place: { sheet: 'Tổng hợp', address: 'G12' }, asOf: JUNE, provisional: true, numerator: null, denominator: null, whole: null, operands: [], sources: [source],
  beside: [{ ...source, unit: 'CT', why: 'held', reasons: ['V04'], numbers: [{ figure: 'cumulative', value: null, cell: 'H14', fact: null, source: { sheet: 'Cục Thuế', address: 'H14' } }], months: [] }],
  missing: ['XYZ'],
};
const traced = (rest: Partial<Trace> = {}): TraceOutcome => ({ kind: 'traced', trace: { ...trace, ...rest }, catalogue: own, roundTrips: 2 });

const lookedBack: LookBackOutcome = {
  kind: 'lookedBack', catalogue: own, period: JUNE, before: MAY, open: [JUNE], roundTrips: 2,
  months: [{
    indicator: 'Z09', movement: -0.2, stateChanged: true,
    before: { cumulative: 310, month: 80, percentOfPlan: 31, gapToDate: -10, pace: 0.97, state: 'onTrack', asOf: MAY, provisional: false },
    after: { cumulative: 400.5, month: 90.5, percentOfPlan: 40, gapToDate: -99.5, pace: 0.77, state: 'farBehind', asOf: JUNE, provisional: false },
  }],
  runs: [{ at: '2024-06-25T09:30:00+07:00', changes: [{ unit: 'SCT', indicator: 'Z09', period: JUNE, before: 400, after: 400.5, message: 'Lũy kế đổi từ 400 thành 400,5.', file: 'SCT.xlsx', sheet: 'Biểu 01', cells: 'H12' }] }],
  closed: [{ period: MAY, closedAt: '2024-06-01T00:00:00Z', closedOn: '2024-06-01', by: 'Nguyễn Văn A', figures: 30, differences: [{ indicator: 'Z09', figure: 'cumulative', frozen: 310, now: 308 }], altered: ['A01'] }],
};

function Stage(props: { readonly gone: string[]; readonly tell: (notice: Notice | null) => void }) {
  const control = useTrace(props.tell);
  const changes = useLookBack(props.tell);
  return (
    <>
      <TracePanel control={control} onGoTo={({ sheet, address }) => props.gone.push(`${sheet}!${address}`)} />
      <ChangesPanel control={changes} period={JUNE} onTrace={(code) => void control.traceFigure({ indicator: code, key: 'cumulative' })} />
    </>
  );
}

function Told(props: { readonly gone: string[] }) {
  const [notice, setNotice] = useState<Notice | null>(null);
  return (
    <>
      <output>{notice ? `${notice.title} ${notice.body ?? ''}` : ''}</output>
      <Stage gone={props.gone} tell={setNotice} />
    </>
  );
}

function show(story: World, locale: 'vi' | 'en' = 'vi') {
  const gone: string[] = [];
  const services: PaneServices = {
    commands: story.commands, catalogue, clock: clockAt(() => new Date(2024, 6, 15)), ribbon: story.ribbon, canDownload: true, loadSamples: async () => null,
  };
  render(
    <ServicesProvider services={services}>
      <TextProvider locale={locale} catalogue={catalogue}>
        <Told gone={gone} />
      </TextProvider>
    </ServicesProvider>,
  );
  return { user: userEvent.setup(), gone };
}

test('a figure is traced to unit, level, file and cell, in the workbook’s own names; clicks lead to fact and report', async () => {
  const { user, gone } = show(world({ traceCell: async () => traced() }));
  await user.click(screen.getByTestId('trace-button'));
  const view = await screen.findByTestId('trace');
  expect(said(view)).toContain('Chỉ tiêu riêng của sổ');
  expect(said(view)).toContain('Cộng số của các đơn vị. tạm tính');
  expect(said(view)).toContain('Trang và số liệu khớp nhau.');
  expect(said(view)).toContain('tháng 6/2024 · ước tính · báo cáo · T04');
  expect(said(view)).toContain('SCT_2024-06.xlsx › Biểu 01 › H12');
  expect(said(view)).toContain('Để bên cạnh, không tính vào (1)');
  expect(said(view)).toContain('chờ quyết định');
  expect(said(view)).toContain('Chưa có số liệu: XYZ');
  expect(said(view)).toContain('Tháng 5: 80, lũy kế 310');
  await user.click(screen.getByRole('button', { name: 'Tổng hợp!G12' }));
  await user.click(screen.getByRole('button', { name: 'Dòng trong Số liệu của Sở Công Thương, lũy kế' }));
  await user.click(screen.getByRole('button', { name: 'Ô trong báo cáo: Cục Thuế!H14' }));
  expect(gone).toEqual(['Tổng hợp!G12', 'Số liệu!I7', 'Cục Thuế!H14']);
});

test.each([
  ['sheet and facts differ', { shown: 399 }, 'Trang khác với số tính từ Số liệu.'],
  ['typed over', { overwritten: true, formula: null, shown: 999 }, 'Công thức của ô này đã bị gõ đè.'],
  ['a ratio', { rule: 'ratio', numerator: 90, denominator: 120 } as const, 'Tổng tử số ÷ tổng mẫu số: 90 ÷ 120.'],
  ['no figure', { sources: [], value: null, shown: null }, 'Chưa có số liệu nào được dùng.'],
])('%s is said', async (_name, rest, words) => {
  const { user } = show(world({ traceCell: async () => traced(rest) }));
  await user.click(screen.getByTestId('trace-button'));
  expect(said(await screen.findByTestId('trace'))).toContain(words);
});

test('a cell that is no figure, and a refusal, are told with what to do', async () => {
  const answers: TraceOutcome[] = [{ kind: 'noFigure', sheet: 'Số liệu', address: 'H2' }, { kind: 'refused', refusal: { code: 'cellEdit', sheet: '', detail: '' } }];
  const { user } = show(world({ traceCell: async () => answers.shift() ?? traced() }));
  await user.click(screen.getByTestId('trace-button'));
  expect(said(screen.getByRole('status'))).toContain('Ô H2 của trang “Số liệu” không phải số liệu của Tổng hợp. Chọn một ô số');
  await user.click(screen.getByTestId('trace-button'));
  expect(said(screen.getByRole('status'))).toContain('Bạn đang sửa một ô. Nhấn Enter rồi bấm lại.');
  expect(screen.queryByTestId('trace')).toBeNull();
});

test('changes: between months, between runs, against what was closed; an indicator leads to its origin', async () => {
  const asked: string[] = [];
  const { user } = show(world({ lookBack: async () => lookedBack, traceFigure: async ({ indicator: code, key }) => (asked.push(`${code} ${key}`), traced()) }));
  await user.click(screen.getByTestId('changes-button'));
  const changes = await screen.findByTestId('changes');
  expect(said(changes)).toContain('tháng 6/2024 so với tháng 5/2024 (1)');
  expect(said(within(changes).getByTestId('recorded-runs'))).toContain('25/06/2024 09:30: 1 số');
  expect(said(within(changes).getByTestId('recorded-runs'))).toContain('Sở Công Thương · Chỉ tiêu riêng của sổ · tháng 6/2024: 400 → 400,5');
  const closed = within(changes).getByTestId('closed-months');
  expect(said(closed)).toContain('tháng 5/2024: khóa ngày 01/06/2024, Nguyễn Văn A');
  expect(said(closed)).toContain('Chỉ tiêu riêng của sổ, lũy kế: đã khóa 310, nay 308');
  expect(said(closed)).toContain('Bản đã khóa bị sửa tay: Thu ngân sách.');
  const row = await within(changes).findByRole('button', { name: 'Chỉ tiêu riêng của sổ' });
  expect(said(row.closest('[data-indicator]'))).toContain('Lũy kế 310 → 400,5');
  expect(said(row.closest('[data-indicator]'))).toContain('Tiến độ 0,97 → 0,77');
  await user.click(row);
  expect(asked).toEqual(['Z09 cumulative']);
});

test('a workbook without figures says so', async () => {
  const { user } = show(world(), 'en');
  await user.click(screen.getByTestId('changes-button'));
  expect(said(screen.getByRole('status'))).toContain('The workbook has no figures to compare.');
});

describe('revisions in the preview', () => {
  const revision = (rest: Partial<Revision> = {}): Revision => ({ unit: 'SCT', indicator: 'A02', period: MAY, figure: 'month', stored: 120, restated: 118.5, file: 'SCT.xlsx', sheet: 'Biểu 01', cell: 'F12', ...rest });

  test('are listed old → new, accepted with a reason, and taken back', async () => {
    const story = world({
      previews: async (request) => ({ kind: 'preview', preview: { ...preview(), revisions: (request.acceptedRevisions ?? []).length > 0 ? [] : [revision(), revision({ figure: 'cumulative', stored: 400, restated: 398.5, cell: 'H12' })] } }),
    });
    const { user } = open(story);
    await user.click(tab('Tổng hợp'));
    await user.click(screen.getByTestId('preview-button'));
    const list = await screen.findByTestId('revision-list');
    expect(said(list)).toContain('Sở Công Thương · Kim ngạch xuất khẩu · tháng 5/2024');
    expect(said(list)).toContain('thực hiện tháng: 120 → 118,5');
    expect(said(list)).toContain('lũy kế: 400 → 398,5');
    // Nothing was accepted by itself.
    expect(story.requests[0]?.acceptedRevisions).toEqual([]);
    await user.type(within(list).getByRole('textbox', { name: /^Lý do nhận số sửa/ }), 'Hải quan đối chiếu');
    await user.click(within(list).getByRole('button', { name: /^Nhận số sửa/ }));
    expect(story.requests[1]?.acceptedRevisions).toEqual([
      { unit: 'SCT', indicator: 'A02', period: MAY, figure: 'month', restated: 118.5, reason: 'Hải quan đối chiếu' },
      { unit: 'SCT', indicator: 'A02', period: MAY, figure: 'cumulative', restated: 398.5, reason: 'Hải quan đối chiếu' },
    ]);
    expect(screen.queryByTestId('revision-list')).toBeNull();
    await user.click(await screen.findByText('Đã nhận số sửa (1)'));
    await user.click(screen.getByRole('button', { name: 'Thôi nhận' }));
    expect(story.requests[2]?.acceptedRevisions).toEqual([]);
  });

  test('once written they are in the facts: nothing is left to accept again', async () => {
    const story = world({ previews: async () => ({ kind: 'preview', preview: { ...preview(), revisions: [revision()] } }) });
    const { user } = open(story);
    await user.click(tab('Tổng hợp'));
    await user.click(screen.getByTestId('preview-button'));
    await user.click(await screen.findByRole('button', { name: /^Nhận số sửa/ }));
    await user.click(await screen.findByTestId('write-button'));
    expect(screen.queryByText(/^Đã nhận số sửa/)).toBeNull();
  });
});
