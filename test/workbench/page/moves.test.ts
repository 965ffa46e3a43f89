import { createWorkbook, setValue } from '../../../src/workbench/model/workbook';
import type { SheetModel } from '../../../src/workbench/model/types';
import { moveFrom } from '../../../src/workbench/page/moves';

function sheet(): SheetModel {
  const [made] = createWorkbook('Test.xlsx').sheets;
  if (made === undefined) throw new Error('a sheet');
  for (const row of [0, 1, 2, 6, 7]) setValue(made, row, 0, row);
  setValue(made, 2, 4, 'xa');
  made.rows.set(4, { hidden: true });
  return made;
}

test.each<[string, [number, number], { key: string; control?: boolean; shift?: boolean }, [number, number] | null]>([
  ['down', [0, 0], { key: 'ArrowDown' }, [1, 0]],
  ['over a hidden row', [3, 0], { key: 'ArrowDown' }, [5, 0]],
  ['not beyond the edge', [0, 0], { key: 'ArrowUp' }, [0, 0]],
  ['Enter', [0, 0], { key: 'Enter' }, [1, 0]],
  ['Shift+Tab', [0, 1], { key: 'Tab', shift: true }, [0, 0]],
  ['Ctrl+Down to the end of a run', [0, 0], { key: 'ArrowDown', control: true }, [2, 0]],
  ['Ctrl+Down over blanks', [2, 0], { key: 'ArrowDown', control: true }, [6, 0]],
  ['Ctrl+Right to the next filled', [2, 0], { key: 'ArrowRight', control: true }, [2, 4]],
  ['Ctrl+Down into the void', [7, 0], { key: 'ArrowDown', control: true }, [60, 0]],
  ['PageDown', [0, 0], { key: 'PageDown' }, [20, 0]],
  ['Ctrl+Home', [9, 9], { key: 'Home', control: true }, [0, 0]],
  ['Ctrl+End', [0, 0], { key: 'End', control: true }, [7, 4]],
  ['no movement', [0, 0], { key: 'F5' }, null],
])('%s', (_name, [row, col], { key, control = false, shift = false }, to) => {
  const moved = moveFrom(sheet(), { row, col }, { key, control, shift }, 20, { row: 60, col: 25 });
  expect(moved === null ? null : [moved.row, moved.col]).toEqual(to);
});
