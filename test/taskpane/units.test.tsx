import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { ReceiptEntry } from '../../src/commands/receipts';
import type { RemindersRequest } from '../../src/commands/reminders';
import type { Preview } from '../../src/commands/types';
import type { Submission } from '../../src/core/deadlines/types';
import { open, preview, submission, tab, world } from './world';

/** CT is missing for the second month running, SCT is in without a day of receipt. */
const submissions: readonly Submission[] = [
  submission('CT', { period: { year: 2024, month: 5 }, deadline: '2024-05-17', state: 'late', receivedOn: '2024-05-20' }),
  submission('SCT', { period: { year: 2024, month: 5 }, deadline: '2024-05-17', state: 'onTimeClean', receivedOn: '2024-05-16' }),
  submission('CT'),
  submission('SCT', { state: 'receivedUnknownDate', file: 'SCT.xlsx', fileModified: '2024-06-14T02:00:00Z' }),
];

async function units(rest: Parameters<typeof world>[0] = {}, more: Partial<Preview> = {}) {
  const story = world({ previews: async () => ({ kind: 'preview', preview: { ...preview(), submissions, ...more } }), ...rest });
  const { user } = open(story);
  await waitFor(() => expect(screen.getByTestId<HTMLSelectElement>('month-picker').value).toBe('2024-06'));
  await user.click(tab('Đơn vị'));
  await screen.findAllByTestId('unit-row');
  const openRow = (name: string) => user.click(screen.getByRole('button', { name: `Ngày nhận và nhắc nộp: ${name}` }));
  return { story, user, openRow };
}

test.each([
  ['2024-06-13', 'Còn 2 ngày làm việc.'],
  ['2024-06-17', 'Hôm nay là ngày cuối.'],
  ['2024-06-18', 'Đã hết hạn.'],
])('on %s: %s', async (asOf, words) => {
  await units({}, { asOf });
  expect(screen.getByTestId('unit-time-left').textContent).toBe(words);
});

test('a deadline on a free day says until when a report is still on time', async () => {
  await units({}, { asOf: '2024-03-14', period: { year: 2024, month: 3 }, submissions: [submission('CT', { period: { year: 2024, month: 3 } })] });
  expect(screen.getByTestId('unit-time-left').textContent).toBe('Còn 2 ngày làm việc. Hạn rơi vào ngày nghỉ: nhận ngày 18/03/2024 vẫn đúng hạn.');
});

test('the months stand side by side, each with its word; months running are said', async () => {
  await units();
  const matrix = screen.getByTestId('unit-matrix');
  expect(within(matrix).getAllByRole('columnheader', { hidden: true }).map((each) => each.textContent)).toEqual(['Đơn vị', '5', '6']);
  const [, ct, sct] = within(matrix).getAllByRole('row', { hidden: true });
  expect(ct?.textContent).toBe('Cục Thuế▼trễ✖chưa nộp');
  expect(sct?.textContent).toBe('Sở Công Thương✔đúng hạn, sạch?đã có, chưa rõ ngày');
  expect(screen.getByText('1 đơn vị trễ từ 2 tháng liền.')).toBeTruthy();
  expect(screen.getAllByTestId('unit-row')[0]?.textContent).toContain('2 tháng trễ liền');
});

test('a day of receipt is typed, written and looked at again; the file’s own day is only offered', async () => {
  const entries: ReceiptEntry[] = [];
  const { story, user, openRow } = await units({ setReceipts: async (given) => { entries.push(...given); return { kind: 'recorded', receipt: null }; } });
  await openRow('Sở Công Thương');
  const day = screen.getByLabelText<HTMLInputElement>('Ngày nhận báo cáo của Sở Công Thương');
  expect(day.value).toBe('');
  expect(screen.getByText(/Tệp lưu lần cuối ngày 14\/06\/2024, chỉ để tham khảo\./)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Dùng ngày này' }));
  expect(day.value).toBe('2024-06-14');
  expect(entries).toEqual([]);
  fireEvent.change(day, { target: { value: '2024-06-13' } });
  await user.click(screen.getByRole('button', { name: 'Ghi' }));
  expect(entries).toMatchObject([{ submission: { unit: 'SCT', period: { month: 6 } }, receivedOn: '2024-06-13' }]);
  await waitFor(() => expect(screen.getByTestId('message-bar').textContent).toContain('Đã ghi Sở Công Thương nộp ngày 13/06/2024.'));
  await waitFor(() => expect(story.requests).toHaveLength(2));
});

test('a day that is still to come is not taken', async () => {
  const entries: ReceiptEntry[] = [];
  const { user, openRow } = await units({ setReceipts: async (given) => { entries.push(...given); return { kind: 'recorded', receipt: null }; } });
  await openRow('Sở Công Thương');
  fireEvent.change(screen.getByLabelText('Ngày nhận báo cáo của Sở Công Thương'), { target: { value: '2024-06-19' } });
  await user.click(screen.getByRole('button', { name: 'Ghi' }));
  expect(screen.getByText('Nhập một ngày không sau hôm nay.')).toBeTruthy();
  expect(entries).toEqual([]);
});

test.each([
  [{ kind: 'noTable' }, 'Sổ chưa có trang “Theo dõi nộp”.'],
  [{ kind: 'stale', sheet: 'Theo dõi nộp' }, 'Trang “Theo dõi nộp” vừa thay đổi.'],
  [{ kind: 'refused', refusal: { code: 'cellEdit', sheet: '', detail: '' } }, 'Bạn đang sửa một ô.'],
] as const)('what keeps a day from being written is said: %j', async (outcome, words) => {
  const { story, user, openRow } = await units({ setReceipts: async () => outcome });
  await openRow('Sở Công Thương');
  await user.click(screen.getByRole('button', { name: 'Dùng ngày này' }));
  await user.click(screen.getByRole('button', { name: 'Ghi' }));
  await waitFor(() => expect(screen.getByTestId('message-bar').textContent).toContain(words));
  expect(story.requests).toHaveLength(1);
});

test('reminders go to one unit or to all: as message, and as sheets', async () => {
  const asked: RemindersRequest[] = [];
  const { user, openRow } = await units({
    reminderTexts: async (request) => { asked.push(request); return [{ unit: 'CT', unitName: 'Cục Thuế', kind: 'missing', text: 'Kính gửi: Cục Thuế' }]; },
    reminderSheets: async (request) => { asked.push(request); return { kind: 'nothingToRemind' }; },
  });
  await openRow('Cục Thuế');
  await user.click(screen.getByRole('button', { name: 'Chép lời nhắc' }));
  await waitFor(() => expect(screen.getByTestId('message-bar').textContent).toContain('Đã chép lời nhắc cho Cục Thuế.'));
  expect(await navigator.clipboard.readText()).toBe('Kính gửi: Cục Thuế');
  await user.click(screen.getByTestId('reminder-menu'));
  await user.click(await screen.findByRole('menuitem', { name: 'Lập trang thư nhắc trong sổ' }));
  await waitFor(() => expect(screen.getByTestId('message-bar').textContent).toContain('Không có đơn vị nào cần nhắc lúc này.'));
  expect(asked.map(({ units: chosen, asOf }) => [chosen, asOf])).toEqual([[['CT'], '2024-06-18'], [undefined, '2024-06-18']]);
});

test('a unit that is in time is not reminded', async () => {
  const { openRow } = await units();
  await openRow('Sở Công Thương');
  expect(screen.queryByRole('button', { name: 'Chép lời nhắc' })).toBeNull();
});
