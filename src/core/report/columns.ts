import type { HeadingMeaning } from './synonyms';
import type { Column, ColumnRole, Heading } from './types';

/** A heading column before its meaning was settled against its neighbours. */
export interface MeantColumn {
  readonly column: number;
  readonly heading: string;
  readonly meaning: HeadingMeaning | null;
}

export type SettledColumns = Pick<Heading, 'columns' | 'unknown' | 'duplicates' | 'missing'>;

/** Roles of which a second column does no harm: the first is read, the rest are unknown. */
const HARMLESS: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['ordinal', 'cause', 'remedy', 'note']);

/**
 * Settles columns that say the same: "Thực hiện tháng 5" beside "Ước thực hiện tháng 6" is last month's figure,
 * "6 tháng 2023" beside "6 tháng 2024" is last year's. What still says the same twice is a duplicate.
 *
 * `month`: the report month when it is known; otherwise the latest month named counts as it.
 */
export function settleColumns(meant: readonly MeantColumn[], month: number | null): SettledColumns {
  const settled = byMonth(byYear(meant), month);
  const byRole = new Map<ColumnRole, Column[]>();
  const unknown: { column: number; heading: string }[] = [];
  for (const { column, heading, meaning } of settled) {
    if (meaning === null) {
      unknown.push({ column, heading });
      continue;
    }
    const same = byRole.get(meaning.role);
    if (same === undefined) byRole.set(meaning.role, [{ role: meaning.role, column, heading }]);
    else if (HARMLESS.has(meaning.role)) unknown.push({ column, heading });
    else same.push({ role: meaning.role, column, heading });
  }
  const columns = [...byRole.values()].flatMap((same) => same.slice(0, 1)).sort((a, b) => a.column - b.column);
  const duplicates = [...byRole].filter(([, same]) => same.length > 1).map(([role, same]) => ({ role, columns: same.map((each) => each.column) }));
  const missing: ('nameOrCode' | 'monthOrCumulative')[] = [];
  if (!byRole.has('name') && !byRole.has('code')) missing.push('nameOrCode');
  if (!byRole.has('month') && !byRole.has('cumulative')) missing.push('monthOrCumulative');
  return { columns, unknown, duplicates, missing };
}

/** Of several cumulative columns with years, the latest year is this one and the year before is last year's. */
function byYear(meant: readonly MeantColumn[]): readonly MeantColumn[] {
  const years = meant.flatMap(({ meaning }) => (meaning?.role === 'cumulative' && meaning.year !== null ? [meaning.year] : []));
  const latest = Math.max(...years);
  if (new Set(years).size < 2) return meant;
  return meant.map((each) => {
    const year = each.meaning?.role === 'cumulative' ? each.meaning.year : null;
    if (each.meaning === null || year === null || year === latest) return each;
    return { ...each, meaning: year === latest - 1 ? { ...each.meaning, role: 'lastYear' as const } : null };
  });
}

const PREVIOUS = { month: 'previousMonth', cumulative: 'previousCumulative' } as const;

/** Of several columns of one kind with months, the report month's counts, the month before is the previous one, any other is neither. */
function byMonth(meant: readonly MeantColumn[], month: number | null): readonly MeantColumn[] {
  let settled = meant;
  for (const role of ['month', 'cumulative'] as const) {
    const months = settled.flatMap(({ meaning }) => (meaning?.role === role && meaning.month !== null ? [meaning.month] : []));
    if (new Set(months).size < 2) continue;
    const current = month !== null && months.includes(month) ? month : Math.max(...months);
    settled = settled.map((each) => {
      const named = each.meaning?.role === role ? each.meaning.month : null;
      if (each.meaning === null || named === null || named === current) return each;
      return { ...each, meaning: named === current - 1 ? { ...each.meaning, role: PREVIOUS[role] } : null };
    });
  }
  return settled;
}
