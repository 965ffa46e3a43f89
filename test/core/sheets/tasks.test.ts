import { taskGroupOf, taskGroupTitle, TASK_GROUPS } from '../../../src/core/catalogue/task-groups';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { SHEETS, TABLES } from '../../../src/core/sheets/names';
import { OBSTACLE } from '../../../src/core/sheets/obstacle-table';
import { findStored, textOf, type StoredTable } from '../../../src/core/sheets/table';
import { TASK } from '../../../src/core/sheets/task-table';
import { openDesk, type Desk } from './desk';
import { booksOf, ownOf, planMonth } from './month';

const table = (desk: Desk, name: string): StoredTable => {
  const { grids, tables } = desk.look();
  const found = findStored(name, tables, grids);
  if (!found) throw new Error(`no table ${name}`);
  return found;
};
const column = (found: StoredTable, header: string): string[] => found.rows.map((row) => textOf(row.at(header)));

test.each([['III.3', 3], ['III.12. Thông tin', 12], ['III.13', null], ['III.0', null], ['3', null], ['', null]] as const)('the group of %p is %p', (text, group) => {
  expect(taskGroupOf(text)).toBe(group);
});

test('every indicator of the programme stands under a group of section III, and a title gives its group back', () => {
  expect(programme2024().indicators.filter(({ taskGroup }) => taskGroup === null)).toEqual([]);
  expect(TASK_GROUPS.map((_, at) => taskGroupOf(taskGroupTitle(at + 1)))).toEqual(TASK_GROUPS.map((_, at) => at + 1));
  expect(taskGroupTitle(null)).toBe('');
});

describe('the sheets of tasks and obstacles over two months', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
    desk.apply(planMonth(desk, 4, await booksOf(4, ownOf(desk))).plans);
  });

  test('the dated tasks stand with their days left, counted from the end of the report month', () => {
    const tasks = table(desk, TABLES.tasks);
    const left = Object.fromEntries(tasks.rows.map((row) => [textOf(row.at(TASK.indicator)) || textOf(row.at(TASK.code)), Number(textOf(row.at(TASK.left)))]));
    expect(left).toMatchObject({ NV09: 61, NV10: 245, NV11: -30, VV01: -83 });
  });

  test('what is done has no days left; what the analyst wrote and added stays in the next month', async () => {
    const before = table(desk, TABLES.tasks);
    const row = before.rows.find((each) => textOf(each.at(TASK.indicator)) === 'NV11');
    if (!row) throw new Error('NV11 is a dated task.');
    desk.write(SHEETS.tasks, row.row, before.columnOf(TASK.state) ?? -1, 'xong');
    desk.write(SHEETS.tasks, row.row, before.columnOf(TASK.result) ?? -1, 'Đã phê duyệt ngày 28/3');
    desk.apply(planMonth(desk, 5, await booksOf(5, ownOf(desk)), '2024-05-20T08:00:00+07:00').plans);
    const after = table(desk, TABLES.tasks);
    const kept = after.rows.find((each) => textOf(each.at(TASK.indicator)) === 'NV11');
    expect([kept && textOf(kept.at(TASK.state)), kept && textOf(kept.at(TASK.result)), kept && textOf(kept.at(TASK.left))]).toEqual(['xong', 'Đã phê duyệt ngày 28/3', '']);
    expect(after.rows.find((each) => textOf(each.at(TASK.indicator)) === 'NV09')?.at(TASK.left)?.content).toMatchObject({ value: 30 });
  });

  test('obstacles carry their group, count their months, and say whether they are still named', () => {
    const obstacles = table(desk, TABLES.obstacles);
    expect(obstacles.rows.length).toBeGreaterThan(0);
    expect(column(obstacles, 'Nhóm nhiệm vụ').every((group) => taskGroupOf(group) !== null)).toBe(true);
    for (const row of obstacles.rows) {
      const months = textOf(row.at(OBSTACLE.months)).split(', ');
      expect(textOf(row.at('Số lần'))).toBe(String(months.length));
      expect(textOf(row.at(OBSTACLE.still))).toBe(months.includes('2024-05') ? 'còn nêu' : 'không còn nêu');
      expect(textOf(row.at(OBSTACLE.state))).toBe('mới');
    }
  });

  test('the same reports again change nothing', async () => {
    expect(planMonth(desk, 5, await booksOf(5, ownOf(desk)), '2024-05-21T08:00:00+07:00').plans.map(({ sheet }) => sheet)).toEqual([]);
  });
});
