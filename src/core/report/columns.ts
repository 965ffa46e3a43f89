import type { HeadingMeaning } from './synonyms';
import type { Period } from '../period';
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
 * `period`: the report month when it is known; otherwise the latest month and year named count as it. A lone "Lũy kế
 * 5 tháng" in June's report is last month's, and a lone "6 tháng 2023" last year's: neither is taken for June's.
 */
export function settleColumns(meant: readonly MeantColumn[], period: Period | null): SettledColumns {
  const settled = withoutBare(byMonth(byYear(meant, period?.year ?? null), period?.month ?? null));
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
  const duplicates = [...byRole].filter(([, same]) => same.length > 1).map(([role, same]) => ({ role, columns: same.map((each) => each.column), headings: same.map((each) => each.heading) }));
  const missing: ('nameOrCode' | 'monthOrCumulative')[] = [];
  if (!byRole.has('name') && !byRole.has('code')) missing.push('nameOrCode');
  if (!byRole.has('month') && !byRole.has('cumulative')) missing.push('monthOrCumulative');
  return { columns, unknown, duplicates, missing };
}

/** The latest year named, or the report's, is this one; the cumulative of the year before is last year's, and no other figure of it is asked. */
function byYear(meant: readonly MeantColumn[], year: number | null): readonly MeantColumn[] {
  const latest = Math.max(year ?? 0, ...meant.flatMap(({ meaning }) => (dated(meaning) ? [meaning.year ?? 0] : [])));
  return meant.map((each) => {
    const { meaning } = each;
    if (!dated(meaning) || meaning.year === null || meaning.year === latest) return each;
    const lastYear = meaning.role === 'cumulative' && meaning.year === latest - 1;
    return { ...each, meaning: lastYear ? { ...meaning, role: 'lastYear' as const } : null };
  });
}

function dated(meaning: HeadingMeaning | null): meaning is HeadingMeaning {
  return meaning?.role === 'cumulative' || meaning?.role === 'month';
}

const PREVIOUS = { month: 'previousMonth', cumulative: 'previousCumulative' } as const;

/**
 * The report month's columns count, those of the month before are the previous ones, any other is neither. Where every
 * column speaks of later months than the report, the heading is believed and not the title.
 */
function byMonth(meant: readonly MeantColumn[], month: number | null): readonly MeantColumn[] {
  const all = meant.flatMap(({ meaning }) => (dated(meaning) && meaning.month !== null ? [meaning.month] : []));
  const believed = month !== null && (all.includes(month) || all.every((each) => each < month)) ? month : null;
  let settled = meant;
  for (const role of ['month', 'cumulative'] as const) {
    const months = settled.flatMap(({ meaning }) => (meaning?.role === role && meaning.month !== null ? [meaning.month] : []));
    const current = believed ?? Math.max(...months);
    settled = settled.map((each) => {
      const named = each.meaning?.role === role ? each.meaning.month : null;
      if (each.meaning === null || named === null || named === current) return each;
      return { ...each, meaning: named === current - 1 ? { ...each.meaning, role: PREVIOUS[role] } : null };
    });
  }
  return settled;
}

/** A column headed "Thực hiện" alone is the month's figure beside a cumulative one; by itself nobody can say what it is. */
function withoutBare(meant: readonly MeantColumn[]): readonly MeantColumn[] {
  const month = meant.some(({ meaning }) => meaning?.role === 'month' && meaning.bare !== true);
  const cumulative = meant.some(({ meaning }) => meaning?.role === 'cumulative');
  if (cumulative && !month) return meant;
  return meant.map((each) => (each.meaning?.bare === true ? { ...each, meaning: null } : each));
}
