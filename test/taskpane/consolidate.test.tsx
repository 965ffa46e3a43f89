import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { PreviewOutcome, PreviewRequest } from '../../src/commands/types';
import { finding, heldFigure, input, open, pickFile, preview, result, tab, warning, world, error, type World } from './world';

const MAY = { year: 2024, month: 5 };

const start = async (story: World) => {
  const opened = open(story);
  await opened.user.click(tab('Tổng hợp'));
  return opened;
};

const drop = async (user: Awaited<ReturnType<typeof start>>['user'], ...names: string[]) => user.upload(screen.getByTestId('drop-input'), names.map(pickFile));

describe('Tổng hợp', () => {
  test('reads the sheets of the workbook, shows what comes in, writes, and takes the write back', async () => {
    const story = world();
    const { user } = await start(story);
    await user.click(await screen.findByRole('button', { name: 'Tổng hợp tháng 6' }));
    expect((await screen.findByTestId('preview-counts')).textContent).toBe('Xem trước tháng 6/20241 mới · 1 thay đổi');
    expect(story.requests[0]).toMatchObject({ period: { year: 2024, month: 6 }, includeSheets: true, files: [], asOf: '2024-07-15' });
    expect(within(screen.getByTestId('preview-list')).getByText(/9\.411,5 → 9\.522,8/)).toBeTruthy();

    await user.click(screen.getByTestId('write-button'));
    const bar = await screen.findByTestId('message-bar');
    expect(bar.textContent).toContain('Đã ghi 1.234 ô vào “Tổng hợp”, “Số liệu”.');
    expect(bar.textContent).toContain('Excel tính ra đúng các con số đã kiểm.');
    expect(screen.queryByTestId('write-button')).toBeNull();
    // What was written is not announced again as if it were still to come.
    expect(screen.queryByTestId('preview-counts')).toBeNull();

    await user.click(screen.getByTestId('takeback-button'));
    await waitFor(() => expect(screen.getByTestId('message-bar').textContent).toContain('Đã hoàn tác: 1.234 ô trở lại như cũ.'));
    expect(screen.getByTestId('message-bar').textContent).toContain('Đã xóa trang mới tạo: “Số liệu”.');
    expect(screen.queryByTestId('takeback-button')).toBeNull();
  });

  test('files that are picked are previewed at once, together with those before; a file can be removed again', async () => {
    const story = world({ previews: async () => ({ kind: 'preview', preview: preview({ inputs: [input({ file: 'a.xlsx' }), input({ file: 'b.ods', unit: 'CT' })] }) }) });
    const { user } = await start(story);
    await drop(user, 'a.xlsx', 'b.ods');
    await screen.findByTestId('preview-counts');
    expect(story.requests[0]?.files.map((file) => file.name)).toEqual(['a.xlsx', 'b.ods']);
    await user.click(await screen.findByRole('button', { name: 'Bỏ tệp a.xlsx' }));
    await waitFor(() => expect(story.requests).toHaveLength(2));
    expect(story.requests[1]?.files.map((file) => file.name)).toEqual(['b.ods']);
  });

  test('the focus returns to the button after files were picked', async () => {
    await start(world());
    fireEvent.change(screen.getByTestId('drop-input'), { target: { files: [pickFile('a.xlsx')] } });
    expect(document.activeElement?.textContent).toBe('Chọn tệp');
    expect(await screen.findByTestId('preview-counts')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Thêm tệp');
  });

  test('what cannot be read is in the list with its reason, the rest goes on', async () => {
    const broken = finding({ code: 'F01', params: { reason: 'notWorkbook', looksLike: 'PDF' } }, { file: 'bc.xlsx', sheet: '', unit: null });
    const inputs = [input({ result: result([error('H12')]) }), input({ file: 'bc.xlsx', sheet: '', unit: null, period: null, status: 'rejected', use: 'notUsed', result: result([broken]) })];
    const story = world({ previews: async () => ({ kind: 'preview', preview: preview({ inputs, findings: [broken, error('H12')] }) }) });
    const { user } = await start(story);
    await drop(user, 'bc.xlsx');
    const list = await screen.findByTestId('input-list');
    expect(within(list).getByText(/1 lỗi · SCT\.xlsx/)).toBeTruthy();
    await user.click(within(list).getByRole('button', { name: /^bc\.xlsx/ }));
    expect(screen.getByText('Phát hiện của bc.xlsx (1)')).toBeTruthy();
  });

  test('counts while reading, only after half a second, and can be stopped between files', async () => {
    jest.useFakeTimers();
    try {
      const story = world({
        previews: (request: PreviewRequest) =>
          new Promise<PreviewOutcome>((resolve) => {
            request.onProgress?.({ done: 12, total: 21, current: 'x.xlsx' });
            request.signal?.addEventListener('abort', () => resolve({ kind: 'cancelled', done: 12, total: 21 }));
          }),
      });
      open(story);
      fireEvent.click(tab('Tổng hợp'));
      fireEvent.click(screen.getByTestId('preview-button'));
      await act(() => jest.advanceTimersByTimeAsync(400));
      expect(screen.queryByTestId('progress')).toBeNull();
      await act(() => jest.advanceTimersByTimeAsync(200));
      expect(screen.getByTestId('progress').textContent).toContain('Đang đọc 12/21…');
      fireEvent.click(screen.getByRole('button', { name: 'Dừng' }));
      await act(() => jest.advanceTimersByTimeAsync(0));
      expect(screen.getByTestId('message-bar').textContent).toContain('Đã dừng sau 12/21 tệp. Chưa ghi gì vào sổ.');
      expect(screen.queryByTestId('write-button')).toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });

  test('a newer order wins: the answer to the older one is not shown', async () => {
    const answers: ((outcome: PreviewOutcome) => void)[] = [];
    const story = world({ previews: () => new Promise((resolve) => answers.push(resolve)) });
    const { user } = await start(story);
    await drop(user, 'a.xlsx');
    await drop(user, 'b.xlsx');
    await waitFor(() => expect(story.requests).toHaveLength(2));
    expect(story.requests[0]?.signal?.aborted).toBe(true);
    await act(async () => {
      answers[1]?.({ kind: 'preview', preview: preview() });
      answers[0]?.({ kind: 'cancelled', done: 0, total: 1 });
    });
    expect(screen.getByTestId('preview-counts')).toBeTruthy();
    expect(screen.queryByTestId('message-bar')).toBeNull();
  });

  test('a held figure gives its reason and its readings; the decision goes into the next preview', async () => {
    const waiting = preview({ held: [heldFigure()], findings: [warning('H14')] });
    const story = world({ previews: async (_, nth) => ({ kind: 'preview', preview: nth === 1 ? waiting : preview() }) });
    const { user } = await start(story);
    await user.click(screen.getByTestId('preview-button'));
    const held = await screen.findByTestId('held-list');
    expect(within(held).getAllByRole('button').map((button) => button.textContent)).toEqual(['Lấy 1.051', 'Lấy 1,051', 'Để ngoài']);
    await user.click(within(held).getByRole('button', { name: 'Lấy 1,051' }));
    await waitFor(() => expect(story.requests).toHaveLength(2));
    expect(story.requests[1]?.decisions).toEqual([
      { unit: 'SCT', indicator: 'A01', period: { year: 2024, month: 6 }, figure: 'cumulative', found: '1.051', action: 'takeOther', value: 1.051 },
    ]);
    await waitFor(() => expect(screen.queryByTestId('held-list')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Bỏ quyết định' }));
    await waitFor(() => expect(story.requests[2]?.decisions).toEqual([]));
  });

  test('a held figure that only its unit can mend says so', async () => {
    const story = world({ previews: async () => ({ kind: 'preview', preview: preview({ held: [heldFigure({ indicator: null, unit: null, period: null, codes: ['S04'] })] }) }) });
    const { user } = await start(story);
    await user.click(screen.getByTestId('preview-button'));
    const held = await screen.findByTestId('held-list');
    expect(within(held).queryAllByRole('button')).toEqual([]);
    expect(held.textContent).toContain('Sửa trong báo cáo của đơn vị rồi đọc lại.');
  });

  test('of two files of one unit the analyst chooses one', async () => {
    const rival = finding({ code: 'F07', params: { files: ['a.xlsx', 'b.xlsx'], proposed: 'b.xlsx' } }, { file: 'a.xlsx' });
    const inputs = [input({ file: 'a.xlsx', hash: 'aa' }), input({ file: 'b.xlsx', hash: 'bb' })];
    const story = world({ previews: async () => ({ kind: 'preview', preview: preview({ inputs, findings: [rival] }) }) });
    const { user } = await start(story);
    await user.click(screen.getByTestId('preview-button'));
    await user.click(await screen.findByRole('radio', { name: 'b.xlsx (sửa sau cùng)' }));
    await waitFor(() => expect(story.requests[1]?.chosenFiles).toEqual(['bb']));
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('radio', { name: /a\.xlsx/ }).disabled).toBe(false));
    await user.click(screen.getByRole('radio', { name: /a\.xlsx/ }));
    await waitFor(() => expect(story.requests[2]?.chosenFiles).toEqual(['aa']));
  });

  test('follows the reports to their month when nobody chose one, and says so', async () => {
    const story = world({
      workbookState: async () => ({ kind: 'state', sheetName: 'x', reportSheets: 2, hasOwnSheets: true, reportPeriod: MAY }),
      previews: async (request) => ({ kind: 'preview', preview: preview({ inputs: [input({ use: request.period.month === 6 ? 'month' : 'notUsed' })] }) }),
    });
    const { user } = await start(story);
    await user.click(await screen.findByRole('button', { name: 'Tổng hợp tháng 5' }));
    await waitFor(() => expect(story.requests.map((request) => request.period.month)).toEqual([5, 6]));
    expect((await screen.findByTestId('message-bar')).textContent).toContain('Các báo cáo là của tháng 6/2024');
    expect(screen.getByTestId<HTMLSelectElement>('month-picker').value).toBe('2024-06');
  });

  test('a month that was chosen stays; the other month is offered', async () => {
    const story = world({ previews: async (request) => ({ kind: 'preview', preview: preview({ inputs: [input({ use: request.period.month === 6 ? 'month' : 'notUsed' })] }) }) });
    const { user } = await start(story);
    await user.selectOptions(screen.getByTestId('month-picker'), '2024-05');
    await user.click(screen.getByTestId('preview-button'));
    expect((await screen.findByTestId('message-bar')).textContent).toContain('Có 1 báo cáo của tháng 6/2024 chưa được dùng.');
    await user.click(screen.getByRole('button', { name: 'Chuyển sang tháng 6' }));
    await waitFor(() => expect(story.requests.map((request) => request.period.month)).toEqual([5, 6]));
  });

  test('nothing to read names the next step', async () => {
    const { user } = await start(world({ previews: async () => ({ kind: 'nothingToRead', inputs: [], findings: [] }) }));
    await user.click(screen.getByTestId('preview-button'));
    expect((await screen.findByTestId('message-bar')).textContent).toContain('Thả tệp báo cáo của các đơn vị vào đây');
  });

  test('a workbook that agrees with the reports has nothing to write', async () => {
    const { user } = await start(world({ previews: async () => ({ kind: 'preview', preview: preview({ plans: [], changes: [] }) }) }));
    await user.click(screen.getByTestId('preview-button'));
    const button = await screen.findByTestId('write-button');
    expect(button.textContent).toBe('Sổ đã khớp, không có gì để ghi');
    expect(button.getAttribute('aria-disabled')).toBe('true');
  });

  test('a workbook that changed since the preview is read again, and the reason stays in sight', async () => {
    const story = world({ writeConsolidation: async () => ({ kind: 'stale', sheet: 'Số liệu' }) });
    const { user } = await start(story);
    await user.click(screen.getByTestId('preview-button'));
    await user.click(await screen.findByTestId('write-button'));
    await waitFor(() => expect(story.requests).toHaveLength(2));
    expect((await screen.findByTestId('message-bar')).textContent).toContain('Trang “Số liệu” đã thay đổi sau khi xem trước.');
    expect(await screen.findByTestId('write-button')).toBeTruthy();
  });

  test.each([
    [true, 'Những gì đã ghi dở được trả lại như cũ.', 'write-button'],
    [false, 'Một phần đã ghi vào sổ và không trả lại được.', 'preview-button'],
  ])('a write that Excel refused says what became of it (undone: %s)', async (undone, words, next) => {
    const { user } = await start(world({ writeConsolidation: async () => ({ kind: 'refused', refusal: { code: 'protectedSheet', sheet: 'Tổng hợp', detail: 'AccessDenied' }, undone }) }));
    await user.click(screen.getByTestId('preview-button'));
    await user.click(await screen.findByTestId('write-button'));
    const bar = await screen.findByTestId('message-bar');
    expect(bar.textContent).toContain('Trang “Tổng hợp” đang được bảo vệ.');
    expect(bar.textContent).toContain(words);
    expect(screen.getByTestId(next)).toBeTruthy();
  });

  test('differences between Excel and the add-in are listed and lead to their cell', async () => {
    const difference = finding({ code: 'C04', params: { what: 'Lũy kế', computed: 1, excel: 2 }, cells: ['G12'], indicator: 'A01' }, { sheet: 'Tổng hợp', unit: null });
    const base = world();
    const story = world({ writeConsolidation: async (made) => ({ ...(await base.commands.writeConsolidation(made)), kind: 'written', receipt: { sheets: ['Tổng hợp'], createdSheets: [], changes: [], resizedTables: [], readBack: [], cellsWritten: 1, roundTrips: 3 }, differences: [difference], changes: [] }) });
    const { user } = await start(story);
    await user.click(screen.getByTestId('preview-button'));
    await user.click(await screen.findByTestId('write-button'));
    const bar = await screen.findByTestId('message-bar');
    expect(bar.textContent).toContain('Excel tính ra khác ở 1 chỗ:');
    await user.click(within(within(bar).getByRole('listitem')).getByRole('button'));
    expect(story.gone).toEqual(['Tổng hợp!G12']);
  });

  test('results that could not be read back are not called equal', async () => {
    const unread = { sheets: ['Tổng hợp'], createdSheets: [], changes: [], resizedTables: [], readBack: [], cellsWritten: 1, roundTrips: 3, readBackRefusal: { code: 'cellEdit', sheet: '', detail: '' } } as const;
    const story = world({ writeConsolidation: async () => ({ kind: 'written', receipt: unread, differences: [], changes: [] }) });
    const { user } = await start(story);
    await user.click(screen.getByTestId('preview-button'));
    await user.click(await screen.findByTestId('write-button'));
    const bar = await screen.findByTestId('message-bar');
    expect(bar.textContent).toContain('chưa đọc lại được kết quả của Excel');
    expect(bar.textContent).not.toContain('Excel tính ra đúng');
  });

  test('an edited report sheet takes the write button away until it is read again', async () => {
    const story = world({ previews: async () => ({ kind: 'preview', preview: preview({ inputs: [input({ kind: 'sheet', file: 'So.xlsx', sheet: 'SCT' })] }) }) });
    const { user } = await start(story);
    await user.click(screen.getByTestId('preview-button'));
    await screen.findByTestId('write-button');
    act(() => story.edit('SCT'));
    expect(screen.queryByTestId('write-button')).toBeNull();
    expect(screen.getByTestId('message-bar').textContent).toContain('Bấm Tổng hợp để đọc lại.');
  });

  test('the ribbon opens this view with a preview', async () => {
    const story = world();
    open(story);
    act(() => story.ribbon.press('consolidate'));
    expect(await screen.findByTestId('preview-counts')).toBeTruthy();
    expect(tab('Tổng hợp').getAttribute('aria-selected')).toBe('true');
  });
});
