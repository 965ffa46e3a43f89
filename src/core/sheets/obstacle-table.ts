import { taskGroupTitle } from '../catalogue/task-groups';
import type { CatalogueIndex, Group } from '../catalogue/types';
import type { CheckedReport } from '../consolidation/types';
import { periodKey } from '../period';
import { foldName } from '../report/fold';
import { TABLES } from './names';
import { textOf, type StoredTable, type TableSpec } from './table';

export const OBSTACLE = {
  unit: 'Mã đơn vị', indicator: 'Mã chỉ tiêu', cause: 'Tồn tại, nguyên nhân', remedy: 'Giải pháp, kiến nghị', months: 'Các tháng', still: 'Còn nêu', causeSince: 'Nguyên nhân viết từ tháng', remedySince: 'Giải pháp viết từ tháng', state: 'Trạng thái',
  file: 'Tệp', sheet: 'Trang tính', cells: 'Ô',
} as const;

/** What a unit wrote about one indicator, over the months in which it wrote something. */
export interface Obstacle {
  readonly unit: string;
  readonly indicator: string;
  /** "2024-05", ascending. */
  readonly months: readonly string[];
  /** Words of the latest month. */
  readonly cause: string;
  readonly remedy: string;
  /** Since which month these very words are written: so a later run still knows that last month said the same. */
  readonly causeSince: string;
  readonly remedySince: string;
  /** The unit's latest report says it, too; a text that went away keeps its row. */
  readonly still: boolean;
  readonly file: string;
  readonly sheet: string;
  readonly cells: string;
}

const STILL = 'còn nêu';
const GONE = 'không còn nêu';
const STATES = ['mới', 'đang xử lý', 'đã giải quyết'] as const;
/** Dashes, dots and a bare "không" say that there is nothing to say. */
const NOTHING = /^(?:[\s\-–—.…]*|không|không có|không phát sinh)$/iu;

/** The obstacles of the reports, joined with what was stored: nothing said in an earlier month is lost. */
export function obstaclesOf(reports: readonly CheckedReport[], stored: StoredTable | null): Obstacle[] {
  const obstacles = new Map(storedObstacles(stored).map((obstacle) => [keyOf(obstacle), obstacle]));
  for (const { report } of reports) {
    if (!report.unit || !report.period) continue;
    const month = periodKey(report.period);
    for (const row of report.rows) {
      if (row.match.how === 'none' || row.match.how === 'approximate') continue;
      const cause = NOTHING.test(row.words.cause.trim()) ? '' : row.words.cause.trim();
      const remedy = NOTHING.test(row.words.remedy.trim()) ? '' : row.words.remedy.trim();
      if (cause === '' && remedy === '') continue;
      const key = keyOf({ unit: report.unit, indicator: row.match.indicator });
      const before = obstacles.get(key);
      const months = [...new Set([...(before?.months ?? []), month])].sort();
      const cells = [row.wordCells.cause, row.wordCells.remedy].filter((cell) => cell !== undefined).join(', ');
      const since = (now: string, then: string | undefined, from: string | undefined): string => (then !== undefined && foldName(then) === foldName(now) ? from || month : month);
      const sinces = { causeSince: since(cause, before?.cause, before?.causeSince), remedySince: since(remedy, before?.remedy, before?.remedySince) };
      const said = { cause, remedy, still: true, ...sinces, file: report.source.file, sheet: report.source.sheet, cells };
      // An older report that is read again adds its month, and does not talk over the latest one.
      const words = before && months.at(-1) !== month ? before : said;
      obstacles.set(key, { ...words, unit: report.unit, indicator: row.match.indicator, months });
    }
  }
  const latest = latestMonths(reports, obstacles.values());
  return [...obstacles.values()].map((obstacle) => ({ ...obstacle, still: obstacle.months.at(-1) === latest.get(obstacle.unit) }));
}

/** The latest month of which anything is known, by unit: of a report of this run, else of what was stored. */
function latestMonths(reports: readonly CheckedReport[], stored: Iterable<Obstacle>): ReadonlyMap<string, string> {
  const latest = new Map<string, string>();
  const see = (unit: string, month: string): void => {
    if (month > (latest.get(unit) ?? '')) latest.set(unit, month);
  };
  for (const { unit, months, still } of stored) if (still) see(unit, months.at(-1) ?? '');
  for (const { report } of reports) if (report.unit !== null && report.period !== null) see(report.unit, periodKey(report.period));
  return latest;
}

/** What the table holds. */
export function storedObstacles(stored: StoredTable | null): Obstacle[] {
  return (stored?.rows ?? []).flatMap((row): Obstacle[] => {
    const text = (header: string): string => textOf(row.at(header));
    const unit = text(OBSTACLE.unit);
    const indicator = text(OBSTACLE.indicator);
    if (!unit || !indicator) return [];
    const months = text(OBSTACLE.months).split(',').map((month) => month.trim()).filter((month) => month !== '').sort();
    return [{ unit, indicator, months, cause: text(OBSTACLE.cause), remedy: text(OBSTACLE.remedy), causeSince: text(OBSTACLE.causeSince), remedySince: text(OBSTACLE.remedySince), still: text(OBSTACLE.still) !== GONE, file: text(OBSTACLE.file), sheet: text(OBSTACLE.sheet), cells: text(OBSTACLE.cells) }];
  });
}

/** VuongMac. */
export function obstacleTable(index: CatalogueIndex, groupTitle: (group: Group) => string): TableSpec<Obstacle> {
  const indicatorOf = (row: Obstacle) => index.indicator(row.indicator);
  return {
    name: TABLES.obstacles,
    columns: [
      { header: 'Nhóm', width: 26, wrap: true, cell: (row) => { const indicator = indicatorOf(row); return indicator ? groupTitle(indicator.group) : null; } },
      { header: 'Nhóm nhiệm vụ', width: 30, wrap: true, cell: (row) => taskGroupTitle(indicatorOf(row)?.taskGroup ?? null) || null },
      { header: OBSTACLE.indicator, width: 10, cell: (row) => row.indicator },
      { header: 'Chỉ tiêu', width: 34, wrap: true, cell: (row) => indicatorOf(row)?.name ?? row.indicator },
      { header: OBSTACLE.unit, width: 10, cell: (row) => row.unit },
      { header: 'Đơn vị', width: 24, cell: (row) => index.unit(row.unit)?.name ?? row.unit },
      { header: OBSTACLE.cause, width: 48, wrap: true, cell: (row) => row.cause },
      { header: OBSTACLE.remedy, width: 48, wrap: true, cell: (row) => row.remedy },
      { header: 'Tháng đầu', width: 10, cell: (row) => row.months[0] ?? null },
      { header: 'Tháng gần nhất', width: 10, cell: (row) => row.months.at(-1) ?? null },
      { header: 'Số lần', width: 8, cell: (row) => row.months.length },
      { header: OBSTACLE.still, width: 13, cell: (row) => (row.still ? STILL : GONE) },
      { header: OBSTACLE.state, width: 14, initial: STATES[0], list: STATES },
      { header: 'Ghi chú', width: 30, initial: null },
      { header: OBSTACLE.file, width: 28, cell: (row) => row.file },
      { header: OBSTACLE.sheet, width: 14, cell: (row) => row.sheet },
      { header: OBSTACLE.cells, width: 12, cell: (row) => row.cells },
      { header: OBSTACLE.months, width: 24, cell: (row) => row.months.join(', ') },
      { header: OBSTACLE.causeSince, width: 12, cell: (row) => (row.cause === '' ? null : row.causeSince || null) },
      { header: OBSTACLE.remedySince, width: 12, cell: (row) => (row.remedy === '' ? null : row.remedySince || null) },
    ],
    keyHeaders: [OBSTACLE.unit, OBSTACLE.indicator],
    keyOf,
    keyOfStored: (stored) => {
      const unit = textOf(stored.at(OBSTACLE.unit));
      const indicator = textOf(stored.at(OBSTACLE.indicator));
      return unit && indicator ? keyOf({ unit, indicator }) : null;
    },
  };
}

const keyOf = (row: Pick<Obstacle, 'unit' | 'indicator'>): string => `${row.unit}|${row.indicator}`;
