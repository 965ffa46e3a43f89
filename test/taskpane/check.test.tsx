import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { CheckOutcome, HostRefusalCode } from '../../src/commands/types';
import { checked, error, finding, open, warning, world } from './world';

const run = async (outcome: CheckOutcome) => {
  const story = world({ checkSheet: async () => outcome });
  const { user } = open(story);
  await user.click(screen.getByTestId('check-button'));
  return { story, user };
};

describe('Kiểm tra', () => {
  test('says in words that nothing is wrong, with the number of checks and cells', async () => {
    await run(checked());
    const line = await screen.findByTestId('summary-line');
    expect(line.textContent).toBe('Không thấy điều gì sai: 61 phép kiểm trên 412 ô của trang “Biểu 01”.');
    expect(screen.queryAllByTestId('finding-item')).toHaveLength(0);
  });

  test('counts, groups and shows each finding with code, place, sentence and hint', async () => {
    await run(checked([error('H12'), error('H13'), warning('H14')]));
    expect((await screen.findByTestId('summary-line')).textContent).toBe('2 lỗi · 1 cảnh báo · 61 phép kiểm, 412\u00a0ô');
    const items = screen.getAllByTestId('finding-item');
    expect(items).toHaveLength(3);
    expect(items[0]?.textContent).toContain('V02');
    expect(items[0]?.textContent).toContain('Biểu 01!H12');
    expect(screen.getByText('Lỗi (2)')).toBeTruthy();
    expect(screen.getByText('Cảnh báo (1)')).toBeTruthy();
  });

  test('a click goes to the cell and the item stays selected; F8 and Shift+F8 step', async () => {
    const { story, user } = await run(checked([error('H12'), error('H13'), warning('H14')]));
    await user.click((await screen.findAllByTestId('finding-item'))[0] as HTMLElement);
    expect(story.gone).toEqual(['Biểu 01!H12']);
    expect(screen.getAllByTestId('finding-item')[0]?.getAttribute('aria-current')).toBe('true');
    await user.keyboard('{F8}{F8}{F8}{Shift>}{F8}{/Shift}');
    expect(story.gone.slice(1)).toEqual(['Biểu 01!H13', 'Biểu 01!H14', 'Biểu 01!H14', 'Biểu 01!H13']);
    expect(screen.getByText('2/3')).toBeTruthy();
  });

  test('arrows walk through the list without moving the selection of the sheet', async () => {
    const { story, user } = await run(checked([error('H12'), error('H13')]));
    (await screen.findAllByTestId('finding-item'))[0]?.focus();
    await user.keyboard('{ArrowDown}');
    expect(screen.getAllByTestId('finding-item')[1]?.getAttribute('aria-current')).toBe('true');
    expect(story.gone).toEqual([]);
  });

  test('filters by severity and by words without accents, and says when nothing is left', async () => {
    const { user } = await run(checked([...Array.from({ length: 6 }, (_, at) => error(`H${20 + at}`)), warning('H14')]));
    await screen.findByTestId('summary-line');
    await user.selectOptions(screen.getByLabelText('Mức độ'), 'W');
    expect(screen.getAllByTestId('finding-item')).toHaveLength(1);
    await user.selectOptions(screen.getByLabelText('Mức độ'), 'all');
    await user.type(screen.getByLabelText('Tìm theo mã, đơn vị, chữ'), 'thu ngan sach');
    expect(screen.getAllByTestId('finding-item')).toHaveLength(1);
    expect(screen.getByTestId('finding-item').textContent).toContain('V04');
    await user.type(screen.getByLabelText('Tìm theo mã, đơn vị, chữ'), ' zzz');
    expect(screen.getByText('Không có mục nào khớp bộ lọc.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Bỏ lọc' }));
    expect(screen.getAllByTestId('finding-item')).toHaveLength(7);
  });

  test('a short list is shown whole, without filters; F8 takes a focus within the list along', async () => {
    const { user } = await run(checked([error('H12'), error('H13')]));
    const [first] = await screen.findAllByTestId('finding-item');
    expect(screen.queryByLabelText('Mức độ')).toBeNull();
    first?.focus();
    await user.keyboard('{F8}{F8}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getAllByTestId('finding-item')[1]));
  });

  test('2,000 findings are counted but only those in sight are in the page', async () => {
    await run(checked(Array.from({ length: 2000 }, (_, at) => error(`H${at + 12}`))));
    expect((await screen.findByTestId('summary-line')).textContent).toContain('2.000 lỗi');
    const drawn = screen.getAllByTestId('finding-item').length;
    expect(drawn).toBeGreaterThan(5);
    expect(drawn).toBeLessThan(100);
  });

  const refusals: readonly (readonly [HostRefusalCode, string])[] = [
    ['cellEdit', 'Bạn đang sửa một ô. Nhấn Enter rồi bấm lại.'],
    ['protectedSheet', 'Trang “KQ” đang được bảo vệ.'],
    ['protectedWorkbook', 'Cấu trúc của sổ đang được bảo vệ'],
    ['filteredRange', 'Trang “KQ” đang được lọc'],
    ['missingSheet', 'Không tìm thấy trang “KQ”.'],
    ['payloadTooLarge', 'Dữ liệu quá lớn'],
    ['apiBelowFloor', 'Phiên bản Excel này chưa đủ chức năng.'],
    ['changedSince', 'Trang “KQ” vừa được sửa'],
    ['nameTaken', 'Tên cần dùng đã có cho việc khác trong sổ (KQ).'],
    ['mergedRange', 'Trang “KQ” có ô gộp'],
    ['sheetsFull', 'Trang “KQ” không còn chỗ'],
    ['busy', 'Excel đang bận'],
    ['unknown', 'Excel không làm được việc này.'],
  ];
  test.each(refusals)('a refusal of Excel (%s) is said in Vietnamese', async (code, words) => {
    await run({ kind: 'refused', refusal: { code, sheet: 'KQ', detail: 'Excel said no' } });
    const bar = await screen.findByTestId('message-bar');
    expect(bar.textContent).toContain(words);
    expect(within(bar).getByText('Excel said no')).toBeTruthy();
  });

  test('a refusal leaves the last result in place', async () => {
    const outcomes: CheckOutcome[] = [checked([error('H12')]), { kind: 'refused', refusal: { code: 'cellEdit', sheet: '', detail: '' } }];
    const { user } = open(world({ checkSheet: async () => outcomes.shift() ?? checked() }));
    await user.click(screen.getByTestId('check-button'));
    await screen.findByTestId('finding-item');
    await user.click(screen.getByTestId('check-button'));
    await screen.findByTestId('message-bar');
    expect(screen.getAllByTestId('finding-item')).toHaveLength(1);
  });

  test('a fault of our own is no silence', async () => {
    const { user } = open(world({ checkSheet: () => Promise.reject(new Error('boom')) }));
    await user.click(screen.getByTestId('check-button'));
    expect((await screen.findByTestId('message-bar')).textContent).toContain('boom');
    expect(screen.getByTestId('check-button').getAttribute('aria-disabled')).not.toBe('true');
  });

  test('highlights are removed by a button', async () => {
    const { user } = await run(checked([error('H12')]));
    await user.click(await screen.findByRole('button', { name: 'Bỏ tô màu' }));
    expect((await screen.findByTestId('message-bar')).textContent).toContain('Đã bỏ 3 chỗ tô màu.');
    expect(screen.queryByRole('button', { name: 'Bỏ tô màu' })).toBeNull();
  });

  test('an edit of the checked sheet makes the result stale, an edit elsewhere does not', async () => {
    const { story } = await run(checked([error('H12')]));
    await screen.findByTestId('finding-item');
    act(() => story.edit('Trang khác'));
    expect(screen.queryByText('Trang tính đã thay đổi sau lần kiểm tra này.')).toBeNull();
    act(() => story.edit('Biểu 01'));
    expect(await screen.findByText('Trang tính đã thay đổi sau lần kiểm tra này.')).toBeTruthy();
  });

  test('the ribbon runs the same command, also when pressed before the pane listens', async () => {
    const story = world({ checkSheet: async () => checked([error('H12')]) });
    story.ribbon.press('checkSheet');
    open(story);
    expect(await screen.findByTestId('finding-item')).toBeTruthy();
  });

  test('the result is spoken in a live region', async () => {
    await run(checked([finding({ code: 'S13', params: { name: 'x' }, cells: ['C9'] })]));
    await waitFor(() => expect(screen.getAllByRole('status').some((region) => region.textContent === '0 lỗi · 1 cảnh báo · 61 phép kiểm, 412\u00a0ô')).toBe(true));
  });

  test('speaks English where Office does', async () => {
    open(world(), 'en');
    fireEvent.click(screen.getByTestId('check-button'));
    expect((await screen.findByTestId('summary-line')).textContent).toBe('Nothing wrong: 61 checks over 412 cells of sheet “Biểu 01”.');
  });
});
