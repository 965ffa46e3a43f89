import type { Cell } from '../../../src/core/grid';
import { entryOf } from '../draft';
import { fault, has, isMonthlyFlow, num, someRow, type Fault, type Scene } from '../fault';
import { fillRow } from '../standard-form';
import { cell, insertRowAfter, movedDown, placeOf, plainGrid, put, type Sheet } from '../sheet';

const isOwed = (scene: Scene, code: string): boolean => {
  const assignment = scene.world.index.assignment(scene.unit, code);
  return assignment !== null && (assignment.role === 'lead' || assignment.role === 'part') && assignment.due !== 'E';
};

/** Faults of the sheet as a whole: what is missing, hidden, doubled, unknown. */
export const sheetFaults: readonly Fault[] = [
  fault('S01', 'both', 'only other sheets', (scene) => {
    const sheet = scene.sheet();
    clear(sheet);
    put(sheet, 0, 0, 'Kính gửi các phòng');
    sheet.others.push(plainGrid('Ghi nhớ', [['Việc cần làm'], ['Gọi điện cho các xã'], ['Họp giao ban ngày thứ hai']]));
    sheet.names = [];
    // Each sheet that was left aside is listed, and the checks that could not run are told.
    return { labels: [{ code: 'S01' }], alsoTrue: ['F11', 'R01'] };
  }),
  fault('S02', 'both', 'two reports that differ', (scene) => {
    const row = someRow(scene, (each) => has(each, 'cumulative'));
    if (row === null) return null;
    const sheet = scene.sheet();
    const place = placeOf(sheet, row.indicator.code, 'cumulative');
    if (place === null) return null;
    const copy = asRows(sheet);
    put({ cells: copy }, place.row, place.column, num(row, 'cumulative') + 3);
    sheet.others.push({ ...plainGrid(`${sheet.name} (2)`, []), cells: dense(copy), merges: sheet.merges });
    return { labels: [{ code: 'S02' }], alsoTrue: ['R01'] };
  }),
  fault('S03', 'both', 'hidden', (scene) => {
    const sheet = scene.sheet();
    sheet.visibility = scene.chance.pick(['hidden', 'veryHidden'] as const);
    sheet.others.push(plainGrid('Bìa', [['BÁO CÁO THÁNG']]));
    // The cover is no report and is listed as left aside.
    return { labels: [{ code: 'S03' }], alsoTrue: ['F11'] };
  }),
  fault('S04', 'both', 'the heading was deleted', (scene) => {
    const sheet = scene.sheet();
    for (let row = sheet.headingTop; row < sheet.dataTop; row += 1) sheet.cells.delete(row);
    sheet.merges = sheet.merges.filter((area) => area.bottom < sheet.headingTop);
    return { labels: [{ code: 'S04' }], alsoTrue: ['R01'] };
  }),
  fault('S05', 'both', 'no figures of this year', (scene) => {
    const sheet = scene.sheet();
    for (const role of ['month', 'cumulative'] as const) dropColumn(sheet, sheet.columns.get(role));
    return { labels: [{ code: 'S05' }], alsoTrue: ['R01'] };
  }),
  fault('S05', 'both', 'neither name nor code', (scene) => {
    const sheet = scene.sheet();
    for (const role of ['name', 'code'] as const) dropColumn(sheet, sheet.columns.get(role));
    return { labels: [{ code: 'S05' }], alsoTrue: ['R01'] };
  }),
  fault('S06', 'both', 'a column nobody asked for', (scene) => {
    const sheet = scene.sheet();
    const column = beyond(sheet);
    put(sheet, sheet.headingTop, column, scene.chance.pick(['Cơ quan theo dõi', 'Chuyên viên phụ trách', 'Văn bản số', 'Xếp loại']));
    for (const row of sheet.rows.values()) put(sheet, row, column, scene.chance.pick(['Phòng Tổng hợp', 'Tốt', 'Anh Nam']));
    if (sheet.headingBottom > sheet.headingTop) sheet.merges.push({ top: sheet.headingTop, bottom: sheet.headingBottom, left: column, right: column });
    return { labels: [{ code: 'S06' }] };
  }),
  fault('S07', 'both', 'two cumulative columns', (scene) => {
    const sheet = scene.sheet();
    const column = beyond(sheet);
    put(sheet, sheet.headingTop, column, scene.chance.pick(['Lũy kế từ đầu năm', 'Cộng dồn', 'Cộng dồn từ đầu năm']));
    for (const row of scene.draft.entries) {
      const at = sheet.rows.get(row.indicator.code);
      if (at !== undefined && has(row, 'cumulative')) put(sheet, at, column, num(row, 'cumulative') + 1);
    }
    if (sheet.headingBottom > sheet.headingTop) sheet.merges.push({ top: sheet.headingTop, bottom: sheet.headingBottom, left: column, right: column });
    return { labels: [{ code: 'S07' }] };
  }),
  fault('S08', 'both', 'a column without a heading', (scene) => {
    const sheet = scene.sheet();
    const column = beyond(sheet);
    for (const row of scene.draft.entries) {
      const at = sheet.rows.get(row.indicator.code);
      if (at !== undefined && has(row, 'cumulative')) put(sheet, at, column, num(row, 'cumulative') * 2 + 7);
    }
    return { labels: [{ code: 'S08' }] };
  }),
  fault('S10', 'both', 'merged among the figures', (scene) => {
    const sheet = scene.sheet();
    const rows = [...sheet.rows.values()].sort((a, b) => a - b);
    const column = scene.chance.pick((['lastYear', 'month', 'numerator', 'denominator', 'cumulative'] as const).flatMap((role) => sheet.columns.get(role) ?? []));
    const at = rows.findIndex((row, position) => rows[position + 1] === row + 1 && cell(sheet, row, column) !== null && cell(sheet, row + 1, column) === null);
    const row = rows[at];
    if (row === undefined) return null;
    sheet.merges.push({ top: row, bottom: row + 1, left: column, right: column });
    return { labels: [{ code: 'S10' }] };
  }),
  fault('S12', 'both', 'a row left out', (scene) => {
    const row = someRow(scene, (each) => isOwed(scene, each.indicator.code));
    if (row === null || scene.draft.entries.length < 2) return null;
    scene.draft.entries = scene.draft.entries.filter((each) => each !== row);
    return { labels: [{ code: 'S12', indicator: row.indicator.code }] };
  }),
  fault('S13', 'both', 'a row of something else', (scene) => {
    const sheet = scene.sheet();
    const at = insertRowAfter(sheet, sheet.dataBottom);
    put(sheet, at, sheet.columns.get('name') ?? 0, scene.chance.pick(['Số lượt khách du lịch lưu trú', 'Diện tích lúa hè thu đã gieo sạ', 'Số doanh nghiệp thành lập mới', 'Sản lượng tôm hùm thương phẩm']));
    put(sheet, at, sheet.columns.get('unitOfMeasure') ?? 0, scene.chance.pick(['lượt', 'ha', 'tấn']));
    put(sheet, at, sheet.columns.get('cumulative') ?? 0, scene.chance.int(120, 9000));
    return { labels: [{ code: 'S13' }] };
  }),
  fault('S14', 'both', 'twice, differing', (scene) => repeated(scene, 7)),
  fault('S14', 'both', 'twice, identical', (scene) => repeated(scene, 0)),
  fault('S15', 'both', 'a hidden row', (scene) => {
    const row = someRow(scene, (each) => has(each, 'cumulative'));
    const sheet = scene.sheet();
    const at = row === null ? undefined : sheet.rows.get(row.indicator.code);
    if (at === undefined) return null;
    sheet.hiddenRows.push(at);
    return { labels: [{ code: 'S15' }] };
  }),
  fault('S15', 'both', 'a hidden column', (scene) => {
    if (!scene.draft.entries.some((row) => has(row, 'cumulative'))) return null;
    const sheet = scene.sheet();
    sheet.hiddenColumns.push(sheet.columns.get('cumulative') ?? 0);
    return { labels: [{ code: 'S15' }] };
  }),
  fault('S16', 'both', 'figures beside the table', (scene) => {
    const sheet = scene.sheet();
    const column = beyond(sheet) + scene.chance.int(2, 4);
    // Below the box and the signatures.
    const row = sheet.dataBottom + scene.chance.int(7, 11);
    put(sheet, row, column, scene.chance.int(100, 99_999));
    put(sheet, row + 1, column, scene.chance.int(100, 99_999) / 10);
    return { labels: [{ code: 'S16' }] };
  }),
  fault('S17', 'both', 'nothing at all', (scene) => {
    const sheet = scene.sheet();
    clear(sheet);
    return { labels: [{ code: 'S17' }], alsoTrue: ['R01'] };
  }),
  fault('F11', 'both', 'a sheet that is no report', (scene) => {
    const sheet = scene.sheet();
    sheet.others.push(plainGrid(scene.chance.pick(['Phụ lục', 'Sheet2', 'Ghi chú']), [['Danh sách các xã'], ['Xã Suối Cát', 5, 'tốt'], ['Xã Cam Hiệp Nam', 7, 'khá']]));
    return { labels: [{ code: 'F11' }] };
  }),
];

function repeated(scene: Scene, more: number): ReturnType<Fault['seed']> {
  const row = someRow(scene, isMonthlyFlow);
  const sheet = scene.sheet();
  const at = row === null ? undefined : sheet.rows.get(row.indicator.code);
  if (row === null || at === undefined) return null;
  // Copied one row down, formulas and all.
  const copy = movedDown(sheet.cells.get(at) ?? new Map<number, Cell>(), at - 1);
  const below = insertRowAfter(sheet, at);
  sheet.cells.set(below, copy);
  if (more !== 0) put(sheet, below, sheet.columns.get('cumulative') ?? 0, num(row, 'cumulative') + more);
  return { labels: [{ code: 'S14', indicator: row.indicator.code }] };
}

/** The first column to the right of everything. */
export function beyond(sheet: Sheet): number {
  return 1 + Math.max(...[...sheet.cells.values()].flatMap((line) => [...line.keys()]), ...sheet.columns.values());
}

function clear(sheet: Sheet): void {
  sheet.cells.clear();
  sheet.merges = [];
}

function dropColumn(sheet: Sheet, column: number | undefined): void {
  if (column === undefined) return;
  for (const line of sheet.cells.values()) line.delete(column);
  sheet.merges = sheet.merges.filter((area) => area.left !== column || area.right !== column);
}

function asRows(sheet: Sheet): Map<number, Map<number, Cell>> {
  return new Map([...sheet.cells].map(([row, line]) => [row, new Map(line)]));
}

function dense(cells: ReadonlyMap<number, ReadonlyMap<number, Cell>>): (Cell | null)[][] {
  const bottom = Math.max(...cells.keys());
  const right = Math.max(...[...cells.values()].flatMap((line) => [...line.keys()]));
  return Array.from({ length: bottom + 1 }, (_, row) => Array.from({ length: right + 1 }, (__, column) => cells.get(row)?.get(column) ?? null));
}

/** A row of an indicator that the report did not have, below the others. */
export function addRow(scene: Scene, code: string, figures: Parameters<typeof fillRow>[2]['figures']): Sheet | null {
  const indicator = scene.world.index.indicator(code);
  if (indicator === null) return null;
  const sheet = scene.sheet();
  const at = insertRowAfter(sheet, sheet.dataBottom);
  fillRow(sheet, at, { ...entryOf(scene.world, scene.unit, scene.month, indicator), figures, cause: '', remedy: '' });
  sheet.rows.set(code, at);
  return sheet;
}
