import type { CatalogueIndex, Due, Indicator } from '../catalogue/types';
import { ASSIGNMENT, DENOMINATOR } from './catalogue-columns';
import { FACT, GONE } from './fact-table';
import { NAMES, TABLES } from './names';
import type { PlanCell } from './plan';
import type { CellOf, SummaryKey } from './summary-columns';
import { ROLE_WORDS } from './words';

/**
 * The province's figure of an indicator as formulas over SoLieu, by spec "From reports to the province's figures".
 * They use what every spreadsheet engine computes alike: SUMIFS, COUNTIFS and MAXIFS with single criteria, and boolean
 * SUMPRODUCT. "Mới nhất" has already chosen the rows.
 */
export type RowFormulas = Partial<Record<SummaryKey, PlanCell>>;

const facts = (header: string): string => `${TABLES.facts}[${header}]`;
/** A number: COUNTIFS skips blanks and texts for it, whatever the engine. */
const ANY_NUMBER = '">-1E+99"';

const chosen = (code: string): string => `${facts(FACT.indicator)},${code},${facts(FACT.newest)},1`;
const sumOf = (header: string, code: string): string => `SUMIFS(${facts(header)},${chosen(code)})`;
const countOf = (header: string, code: string): string => `COUNTIFS(${chosen(code)},${facts(header)},${ANY_NUMBER})`;
const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;
const contributorsOf = (code: string): string =>
  `COUNTIFS(${TABLES.assignments}[${ASSIGNMENT.indicator}],${code},${TABLES.assignments}[${ASSIGNMENT.role}],"<>${ROLE_WORDS.check}")`;
const monthOf = (code: string): string => `MAXIFS(${facts(FACT.month)},${chosen(code)})`;

/** Some part that is due has no usable figure of the month. */
const isLacking = (code: string): string =>
  `SUMIFS(${TABLES.assignments}[${ASSIGNMENT.lacking}],${TABLES.assignments}[${ASSIGNMENT.indicator}],${code},${TABLES.assignments}[${ASSIGNMENT.role}],"<>${ROLE_WORDS.check}")>0`;

/** Sums of decimals carry binary noise; two digits more than the catalogue's are kept. A lead's figure stays as it is. */
const rounded = (sum: string, indicator: Indicator): string => (indicator.aggregation === 'lead' ? sum : `ROUND(${sum},${indicator.decimals + 2})`);

/** Dues of an indicator's own rows, `check` left out. */
export function duesOf(index: CatalogueIndex, code: string): readonly Due[] {
  const rows = index.catalogue.assignments.filter((assignment) => assignment.indicator === code && assignment.role !== 'check');
  return [...new Set(rows.flatMap((assignment) => (assignment.due ? [assignment.due] : [])))];
}

/** Whether some figure is due at the report month, as a formula's condition. */
export function dueCondition(dues: readonly Due[]): string {
  if (dues.includes('M')) return 'TRUE';
  const parts = [...(dues.includes('Q') ? [`MOD(${NAMES.month},3)=0`] : []), ...(dues.includes('S') ? [`MOD(${NAMES.month},6)=0`] : [])];
  return parts.length === 0 ? 'FALSE' : parts.length === 1 ? parts[0] ?? 'FALSE' : `OR(${parts.join(',')})`;
}

/** A rate as numerator ÷ denominator × scale; a bare value where the lead's row has no denominator. */
function rateValue(indicator: Indicator, code: string): string {
  const numerator = rounded(sumOf(FACT.numerator, code), indicator);
  const denominator = rounded(sumOf(FACT.denominator, code), indicator);
  const ratio = `${numerator}/${denominator}*${indicator.scale}`;
  const value = indicator.kind === 'change' && indicator.baseline !== null ? `${indicator.baseline}-${ratio}` : ratio;
  const bare = indicator.aggregation === 'ratio' ? '""' : `IF(${countOf(FACT.cumulative, code)}=0,"",${sumOf(FACT.cumulative, code)})`;
  return `IF(AND(${countOf(FACT.numerator, code)}>0,${denominator}<>0),${value},${bare})`;
}

function cumulativeOf(indicator: Indicator, code: string): string {
  const byRatio = indicator.aggregation === 'ratio' || indicator.kind === 'rate' || indicator.kind === 'cohort';
  return byRatio ? rateValue(indicator, code) : `IF(${countOf(FACT.cumulative, code)}=0,"",${rounded(sumOf(FACT.cumulative, code), indicator)})`;
}

/** Over the same units as the cumulative, or not at all: one blank cell among them would make the comparison unfair. */
const lastYearOf = (indicator: Indicator, code: string): string =>
  `IF(OR(${countOf(FACT.lastYear, code)}=0,${countOf(FACT.lastYear, code)}<${countOf(FACT.cumulative, code)}),"",${rounded(sumOf(FACT.lastYear, code), indicator)})`;

/** The named denominator in force on the last day of the report month. */
function denominatorNow(name: string): string {
  const column = (header: string): string => `${TABLES.denominators}[${header}]`;
  const day = `DATE(${NAMES.year},${NAMES.month}+1,0)`;
  return (
    `SUMPRODUCT((${column(DENOMINATOR.name)}=${quoted(name)})*(${column(DENOMINATOR.validFrom)}<=${day})*` +
    `(((${column(DENOMINATOR.validTo)}="")+(${column(DENOMINATOR.validTo)}>=${day}))>0)*${column(DENOMINATOR.value)})`
  );
}

/** A derived figure reads the facts of the indicator that it follows from, so that the rows may be sorted. */
function derivedOf(indicator: Indicator, index: CatalogueIndex): { readonly value: string; readonly of: string } | null {
  const base = indicator.derivation && index.indicator(indicator.derivation.of);
  if (!indicator.derivation || !base) return null;
  const of = quoted(base.code);
  const value = cumulativeOf(base, of);
  switch (indicator.derivation.method) {
    case 'growth': {
      // A full year is held against last year's total, where that is known; a part of it against the same part.
      const before = indicator.baseline === null ? lastYearOf(base, of) : `IF(${monthOf(of)}=12,${indicator.baseline},${lastYearOf(base, of)})`;
      return { of, value: `IF(OR(${countOf(FACT.cumulative, of)}=0,N(${before})=0),"",(${value}/${before}-1)*100)` };
    }
    case 'share':
      return { of, value: `IF(OR(${countOf(FACT.cumulative, of)}=0,${denominatorNow(indicator.derivation.denominator)}=0),"",${value}/${denominatorNow(indicator.derivation.denominator)}*100)` };
  }
}

const formula = (body: string): PlanCell => ({ formula: `=${body}` });

/** Month, cumulative, last year, coverage, month of the figure and the system's remark. Of dated milestones there is only the day on which they were reached. */
export function figureFormulas(indicator: Indicator, index: CatalogueIndex, cell: CellOf): RowFormulas {
  const dues = duesOf(index, indicator.code);
  const derived = derivedOf(indicator, index);
  if (derived) {
    return {
      cumulative: formula(derived.value),
      asOf: formula(`IF(ISNUMBER(${cell('cumulative')}),${monthOf(derived.of)},"")`),
      remark: formula(remark(`AND(ISNUMBER(${cell('cumulative')}),${isLacking(derived.of)})`, cell)),
    };
  }
  const code = cell('code');
  if (indicator.target?.kind === 'date') return { cumulative: formula(`IF(${countOf(FACT.cumulative, code)}=0,"",${sumOf(FACT.cumulative, code)})`) };
  const lastYear: RowFormulas = indicator.aggregation === 'ratio' ? {} : { lastYear: formula(lastYearOf(indicator, code)) };
  // What is followed in words has no coverage: nobody owes a figure of it.
  if (dues.length === 0) return { cumulative: formula(cumulativeOf(indicator, code)), ...lastYear, asOf: formula(`IF(ISNUMBER(${cell('cumulative')}),${monthOf(code)},"")`) };
  return {
    ...(indicator.kind === 'flow' && dues.includes('M')
      ? { month: formula(`IF(${countOf(FACT.monthFigure, code)}=0,"",${rounded(sumOf(FACT.monthFigure, code), indicator)})`) }
      : {}),
    cumulative: formula(cumulativeOf(indicator, code)),
    ...lastYear,
    coverage: formula(`IF(${cell('contributors')}=0,"",${cell('used')}/${cell('contributors')})`),
    used: formula(`COUNTIFS(${chosen(code)})`),
    contributors: formula(contributorsOf(code)),
    asOf: formula(`IF(${cell('used')}=0,"",${monthOf(code)})`),
    remark: formula(remark(`AND(${cell('used')}>0,${isLacking(code)})`, cell)),
  };
}

/** "tạm tính" while a part that is due is missing or held; the month of an older figure. */
function remark(provisional: string, cell: CellOf): string {
  const older = `AND(ISNUMBER(${cell('asOf')}),N(${cell('asOf')})<${NAMES.month})`;
  return `IF(${provisional},"tạm tính","")&IF(AND(${provisional},${older})," · ","")&IF(${older},"số liệu tháng "&${cell('asOf')},"")`;
}

/** Whether anything was reported up to the report month, used or held; rows that are gone from the reports count no more. */
export function everReported(code: string): string {
  return (
    `COUNTIFS(${facts(FACT.indicator)},${code},${facts(FACT.role)},"<>${ROLE_WORDS.check}",${facts(FACT.year)},${NAMES.year},` +
    `${facts(FACT.month)},"<="&${NAMES.month},${facts(FACT.reasons)},"<>${GONE}")>0`
  );
}
