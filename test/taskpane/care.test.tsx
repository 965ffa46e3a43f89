import { screen, waitFor, within } from '@testing-library/react';
import type { CellEdit, CheckOutcome, ExplainRequest, FixProposal, Memory, RecordRequest } from '../../src/commands/types';
import { checked, error, finding, noMemory, open, receipt, result, warning, world } from './world';

type Answers = Parameters<typeof world>[0];

const edit = (address: string, before: CellEdit['before'], after: CellEdit['after']): CellEdit => ({ sheet: 'Biểu 01', address, before, after });
const textNumber = finding({ code: 'V03', params: { role: 'cumulative', text: '2.340', value: 2340 }, cells: ['H14'], indicator: 'A01', key: 'H14' });
const safe: FixProposal = { fingerprint: textNumber.fingerprint, kind: 'safe', options: [{ kind: 'toNumber', value: 2340, edits: [edit('H14', '2.340', 2340)] }] };
const twoReadings = warning('H15');
const ask: FixProposal = {
  fingerprint: twoReadings.fingerprint, kind: 'ask',
  options: [1051, 1.051].map((value) => ({ kind: 'otherValue' as const, value, edits: [edit('H15', '1.051', value)] })),
};
const both = (): CheckOutcome => checked([error('H12'), textNumber, twoReadings], { fixes: new Map([[safe.fingerprint, safe], [ask.fingerprint, ask]]) });

async function run(outcomes: readonly CheckOutcome[], answers: Answers = {}) {
  let nth = 0;
  const story = world({ checkSheet: async () => outcomes[Math.min(nth++, outcomes.length - 1)] ?? checked(), ...answers });
  const { user } = open(story);
  await user.click(screen.getByTestId('check-button'));
  await screen.findByTestId('summary-line');
  return { story, user, runs: () => nth };
}

const item = (code: string): HTMLElement => {
  const found = screen.getAllByTestId('finding-item').find((one) => one.textContent.includes(code));
  if (!found) throw new Error(`no finding ${code}`);
  return found;
};

describe('fixes', () => {
  test('the selected finding shows old and new value; the fix is applied and the sheet is checked again', async () => {
    const applied: (readonly CellEdit[])[] = [];
    const { user, runs } = await run([both(), checked([error('H12')])], {
      applyFixes: async (edits) => {
        applied.push(edits);
        return { kind: 'fixed', receipt, fixed: 1, left: [] };
      },
    });
    expect(screen.queryByTestId('fix-button')).toBeNull();
    await user.click(item('V03'));
    expect(screen.getByText('H14: “2.340” → 2.340')).toBeTruthy();
    await user.click(screen.getByTestId('fix-button'));
    await waitFor(() => expect(screen.getAllByTestId('finding-item')).toHaveLength(1));
    expect(applied).toEqual([[edit('H14', '2.340', 2340)]]);
    expect(runs()).toBe(2);
    expect(screen.getAllByText('Đã sửa 1 chỗ.')[0]).toBeTruthy();
  });

  test('of two readings the analyst chooses one, the likelier first', async () => {
    const applied: (readonly CellEdit[])[] = [];
    const { user } = await run([both()], { applyFixes: async (edits) => (applied.push(edits), { kind: 'fixed', receipt, fixed: 1, left: [] }) });
    await user.click(item('V04'));
    const buttons = screen.getAllByTestId('fix-button');
    expect(buttons.map((button) => button.textContent)).toEqual(['Chọn', 'Chọn']);
    expect(screen.getByText('H15: “1.051” → 1,051')).toBeTruthy();
    await user.click(buttons[1] as HTMLElement);
    await waitFor(() => expect(applied).toEqual([[edit('H15', '1.051', 1.051)]]));
  });

  test('all safe ones at once: what needs a choice is left alone; then the fix is taken back', async () => {
    const applied: (readonly CellEdit[])[] = [];
    const takenBack: unknown[] = [];
    const { user } = await run([both()], {
      applyFixes: async (edits) => (applied.push(edits), { kind: 'fixed', receipt, fixed: 1, left: [{ sheet: 'Biểu 01', address: 'H99' }] }),
      takeBackWrite: async (what) => (takenBack.push(what), { kind: 'takenBack', report: { restored: 1, left: [], removedSheets: [] } }),
    });
    expect(screen.getByTestId('fix-all-safe').textContent).toBe('Sửa 1 chỗ an toàn');
    expect(screen.queryByTestId('take-back-fix')).toBeNull();
    await user.click(screen.getByTestId('fix-all-safe'));
    await user.click(await screen.findByTestId('take-back-fix'));
    await screen.findAllByText('Đã hoàn tác: 1 ô trở lại như cũ.');
    expect(applied).toEqual([[edit('H14', '2.340', 2340)]]);
    expect(takenBack).toEqual([receipt]);
    expect(screen.queryByTestId('take-back-fix')).toBeNull();
  });

  test('a cell that changed since is named, and a refusal says what to do', async () => {
    const { user } = await run([both()], { applyFixes: async () => ({ kind: 'fixed', receipt, fixed: 0, left: [{ sheet: 'Biểu 01', address: 'H14' }] }) });
    await user.click(screen.getByTestId('fix-all-safe'));
    expect(await screen.findAllByText(/1 ô đã thay đổi sau khi kiểm tra nên giữ nguyên: Biểu 01!H14/)).toBeTruthy();
    expect(screen.queryByTestId('take-back-fix')).toBeNull();
  });

  test('a protected sheet refuses', async () => {
    const { user, runs } = await run([both()], { applyFixes: async () => ({ kind: 'refused', refusal: { code: 'protectedSheet', sheet: 'Biểu 01', detail: '' } }) });
    await user.click(screen.getByTestId('fix-all-safe'));
    expect(await screen.findAllByText(/Trang “Biểu 01” đang được bảo vệ/)).toBeTruthy();
    expect(runs()).toBe(1);
  });

  test('pressed twice it is done once', async () => {
    let calls = 0;
    let release: () => void = () => undefined;
    const { user } = await run([both()], {
      applyFixes: () => {
        calls += 1;
        return new Promise((resolve) => {
          release = () => resolve({ kind: 'fixed', receipt, fixed: 1, left: [] });
        });
      },
    });
    await user.dblClick(screen.getByTestId('fix-all-safe'));
    release();
    await screen.findAllByText('Đã sửa 1 chỗ.');
    expect(calls).toBe(1);
  });
});

describe('comply or explain', () => {
  const explained: Memory = {
    hasLastRun: true, resolved: [],
    byFingerprint: new Map([[twoReadings.fingerprint, { state: 'still', firstSeen: '2024-06-18', explanation: { reason: 'đã đối chiếu với hải quan', by: 'Lan', on: '2024-06-18', boundTo: '1.051' } }]]),
  };

  test('a warning is explained with reason and name; the words then stand beside it', async () => {
    window.localStorage.clear();
    const requests: ExplainRequest[] = [];
    const { user } = await run([both(), checked([twoReadings], { memory: explained })], { explain: async (request) => (requests.push(request), { kind: 'recorded', receipt: null, rows: 1 }) });
    await user.click(item('V04'));
    await user.click(screen.getByTestId('explain-button'));
    const form = within(screen.getByTestId('explain-form'));
    await user.type(form.getByLabelText(/Vì sao số này đúng/), 'đã đối chiếu với hải quan');
    await user.type(form.getByLabelText(/Người giải trình/), 'Lan');
    await user.click(form.getByRole('button', { name: 'Lưu giải trình' }));
    expect((await screen.findByTestId('explanation')).textContent).toBe('Đã giải trình: đã đối chiếu với hải quan (Lan, 18/06/2024)');
    expect(requests.map(({ finding: { code }, reason, by }) => [code, reason, by])).toEqual([['V04', 'đã đối chiếu với hải quan', 'Lan']]);
    expect(screen.getByTestId('memory-line').textContent).toContain('1 cảnh báo đã giải trình.');
    expect(window.localStorage.getItem('chitieu.who')).toBe('Lan');
  });

  test('without reason or name nothing is saved; Escape leaves the form', async () => {
    window.localStorage.clear();
    const requests: ExplainRequest[] = [];
    const { user } = await run([both()], { explain: async (request) => (requests.push(request), { kind: 'recorded', receipt: null, rows: 1 }) });
    await user.click(item('V04'));
    await user.click(screen.getByTestId('explain-button'));
    await user.click(screen.getByRole('button', { name: 'Lưu giải trình' }));
    expect(requests).toHaveLength(0);
    await user.keyboard('{Escape}');
    expect(screen.queryByTestId('explain-form')).toBeNull();
  });

  test('an error is corrected, not explained; a note needs nothing', async () => {
    const { user } = await run([checked([error('H12')])]);
    await user.click(item('V02'));
    expect(screen.queryByTestId('explain-button')).toBeNull();
  });
});

describe('memory', () => {
  const memory: Memory = {
    hasLastRun: true,
    byFingerprint: new Map([[error('H12').fingerprint, { state: 'new', firstSeen: '', explanation: null }], [twoReadings.fingerprint, { state: 'still', firstSeen: '2024-06-18', explanation: null }]]),
    resolved: [{ fingerprint: 'x', code: 'V06', message: 'Ô có lỗi #REF!', sheet: 'Biểu 01', cells: 'H20' }],
  };

  test('says new, still there, resolved, and marks what is new', async () => {
    const { user } = await run([checked([error('H12'), twoReadings], { memory })]);
    expect(screen.getByTestId('memory-line').textContent).toBe('So với lần trước: 1 mới · 1 còn · 1 đã hết.');
    expect(item('V02').textContent).toContain('mới');
    expect(item('V04').textContent).not.toContain('mới');
    await user.click(screen.getByText('Đã hết từ lần trước (1)'));
    expect(screen.getByText('Ô có lỗi #REF!')).toBeTruthy();
  });

  test('without an earlier run nothing is called new', async () => {
    await run([checked([error('H12')], { memory: noMemory })]);
    expect(screen.queryByTestId('memory-line')).toBeNull();
  });

  test('a run goes on record where the workbook keeps one', async () => {
    const records: RecordRequest[] = [];
    const recordCheck = async (request: RecordRequest) => (records.push(request), { kind: 'recorded' as const, receipt: null, rows: 1 });
    await run([checked([error('H12')], { canRecord: true })], { recordCheck });
    await waitFor(() => expect(records).toHaveLength(1));
    expect(records[0]?.checked.map(({ sheet }) => sheet)).toEqual(['Biểu 01']);
    expect(records[0]?.findings.map(({ code }) => code)).toEqual(['V02']);
  });
});

test('all report sheets are checked at once, counted and called by their number', async () => {
  const story = world({
    checkAll: async () => ({
      kind: 'checkedAll', sheets: [{ sheet: 'CAT', report: null, result: result([error('H12')]), fixes: new Map() }, { sheet: 'SCT', report: null, result: result(), fixes: new Map() }],
      findings: [error('H12')], memory: noMemory, canRecord: false, highlights: { set: 1, refused: null }, roundTrips: 3,
    }),
  });
  const { user } = open(story);
  await user.click(screen.getByTestId('check-all-button'));
  expect((await screen.findByTestId('summary-line')).textContent).toBe('1 lỗi · 0 cảnh báo · 122 phép kiểm, 824\u00a0ô');
  expect(screen.getByText('2 trang báo cáo trong sổ')).toBeTruthy();
});

test('a workbook without report sheets is told so', async () => {
  const story = world({ checkAll: async () => ({ kind: 'checkedAll', sheets: [], findings: [], memory: noMemory, canRecord: false, highlights: { set: 0, refused: null }, roundTrips: 2 }) });
  const { user } = open(story);
  await user.click(screen.getByTestId('check-all-button'));
  expect((await screen.findByTestId('summary-line')).textContent).toMatch(/không có trang báo cáo nào/);
});

test('a changed severity says what it was and why', async () => {
  await run([checked([{ ...error('H12'), severity: 'W', regraded: { from: 'E', reason: 'tháng đầu áp dụng' } }])]);
  expect(item('V02').textContent).toContain('Mức đã đổi, trước là Lỗi: tháng đầu áp dụng');
});
