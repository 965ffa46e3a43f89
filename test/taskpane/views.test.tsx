import { screen, waitFor, within } from '@testing-library/react';
import { open, tab, world } from './world';

describe('Chỉ tiêu', () => {
  test('reads what the workbook knows and shows the worst first, each with bar, number, icon and word', async () => {
    const story = world();
    const { user } = open(story);
    await waitFor(() => expect(screen.getByTestId<HTMLSelectElement>('month-picker').value).toBe('2024-06'));
    await user.click(tab('Chỉ tiêu'));
    const rows = await screen.findAllByTestId('scoreboard-row');
    expect(rows.map((row) => row.dataset['state'])).toEqual(['farBehind', 'noData', 'onTrack']);
    expect(rows[0]?.textContent).toContain('30 %');
    expect(rows[0]?.textContent).toContain('chậm nhiều');
    expect(within(rows[0] as HTMLElement).getByRole('img', { name: 'Thu ngân sách: 300 tỷ đồng, chỉ tiêu ≥ 1.000 tỷ đồng, kỳ vọng đến nay 500 tỷ đồng; chậm nhiều' })).toBeTruthy();
    expect(story.requests).toHaveLength(1);
    expect(screen.getByTestId('coverage').textContent).toBe('1/2 đơn vị');
  });

  test('"vì sao" shows every component and its sources', async () => {
    const { user } = open(world());
    await waitFor(() => expect(screen.getByTestId<HTMLSelectElement>('month-picker').value).toBe('2024-06'));
    await user.click(tab('Chỉ tiêu'));
    const button = await screen.findByRole('button', { name: 'Vì sao: Thu ngân sách' });
    await user.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    const words = screen.getAllByTestId('scoreboard-row')[0]?.textContent ?? '';
    for (const part of ['Kỳ vọng đến nay', '500 tỷ đồng (tuyến tính)', 'Chênh lệch so với năm', '-600 tỷ đồng', 'Tiến độ (1 = đúng)', '0,6', '1/1 nguồn (100 %)', 'tháng 6/2024', 'Sở Công Thương, tháng 6/2024: 400', 'SCT.xlsx › Biểu 01 › H12']) {
      expect(words).toContain(part);
    }
  });

  test('filters by group, state and words', async () => {
    const { user } = open(world());
    await waitFor(() => expect(screen.getByTestId<HTMLSelectElement>('month-picker').value).toBe('2024-06'));
    await user.click(tab('Chỉ tiêu'));
    await screen.findAllByTestId('scoreboard-row');
    await user.selectOptions(screen.getByLabelText('Nhóm'), 'B');
    expect(screen.getAllByTestId('scoreboard-row')).toHaveLength(1);
    await user.selectOptions(screen.getByLabelText('Nhóm'), 'all');
    await user.selectOptions(screen.getByLabelText('Trạng thái'), 'onTrack');
    expect(screen.getByTestId('scoreboard-row').textContent).toContain('Kim ngạch xuất khẩu');
    await user.type(screen.getByLabelText('Tìm chỉ tiêu'), 'ngan sach');
    expect(screen.getByText('Không có chỉ tiêu nào khớp bộ lọc.')).toBeTruthy();
  });

  test('filters stay when another view was looked at', async () => {
    const { user } = open(world());
    await waitFor(() => expect(screen.getByTestId<HTMLSelectElement>('month-picker').value).toBe('2024-06'));
    await user.click(tab('Chỉ tiêu'));
    await screen.findAllByTestId('scoreboard-row');
    await user.selectOptions(screen.getByLabelText('Nhóm'), 'B');
    await user.click(tab('Kiểm tra'));
    await user.click(tab('Chỉ tiêu'));
    expect(screen.getByLabelText<HTMLSelectElement>('Nhóm').value).toBe('B');
  });
});

describe('Đơn vị', () => {
  test('who is missing comes first, then who is in, with counts', async () => {
    const { user } = open(world());
    await waitFor(() => expect(screen.getByTestId<HTMLSelectElement>('month-picker').value).toBe('2024-06'));
    await user.click(tab('Đơn vị'));
    const rows = await screen.findAllByTestId('unit-row');
    expect(rows.map((row) => row.dataset['unit'])).toEqual(['CT', 'SCT']);
    expect(rows[0]?.textContent).toContain('chưa nộp');
    expect(rows[1]?.textContent).toContain('2 lỗi · 1 cảnh báoSCT.xlsx');
    expect(screen.getByTestId('unit-summary').textContent).toBe('1 đã có, 1 chưa nộp, 0 trễ · Hạn\u00a0nộp\u00a017/06/2024');
  });
});

describe('the pane around the views', () => {
  const empty = () => world({ workbookState: async () => ({ kind: 'state', sheetName: 'Sheet1', reportSheets: 0, hasOwnSheets: false, reportPeriod: null }) });

  test('a workbook without sheets of ours gets one sentence, one button, one link; the samples lead to a preview', async () => {
    const story = empty();
    const { user } = open(story);
    const card = await screen.findByTestId('first-run');
    expect(within(card).getByRole('button', { name: 'Tạo sổ tổng hợp 2024' })).toBeTruthy();
    await user.click(within(card).getByRole('button', { name: 'Thử với số liệu mẫu' }));
    expect(await screen.findByTestId('preview-counts')).toBeTruthy();
    expect(story.requests[0]?.files.map((file) => file.name)).toEqual(['SCT_2024-06.xlsx']);
  });

  test('looking at an empty workbook asks Excel for nothing', async () => {
    const story = empty();
    const { user } = open(story);
    await screen.findByTestId('first-run');
    await user.click(tab('Chỉ tiêu'));
    expect(screen.getByText('Chưa đọc số liệu của tháng 6/2024.')).toBeTruthy();
    expect(story.requests).toHaveLength(0);
  });

  test('the menu switches the language and says what the add-in cannot do', async () => {
    const { user } = open(world());
    await user.click(screen.getByRole('button', { name: 'Việc khác' }));
    expect(screen.getByRole('menuitem', { name: 'Hoàn tác lần ghi này' }).getAttribute('aria-disabled')).toBe('true');
    await user.click(screen.getByRole('menuitem', { name: 'English' }));
    expect(tab('Check')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(screen.getByRole('menuitem', { name: 'About and limits' }));
    expect((await screen.findByRole('dialog')).textContent).toContain('No figure is sent anywhere.');
  });
});
