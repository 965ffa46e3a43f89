import type { Trace, TracedKey, TraceSource } from '../../commands/trace';
import { SUMMARY_COLUMNS } from '../../core/sheets/summary-columns';
import type { Text } from '../text';

/** A column as the sheet calls it: it is looked for there under that name, whatever the language of the pane. */
export function columnWords(key: TracedKey, text: Text): string {
  if (key === 'plan' || key === 'month' || key === 'cumulative' || key === 'lastYear') return text.t(`trace.column.${key}`);
  return text.t('trace.column.other', { column: `“${SUMMARY_COLUMNS.find((column) => column.key === key)?.header ?? key}”` });
}

export function valueOf(value: number | string | null, text: Text): string {
  if (value === null) return '–';
  return typeof value === 'number' ? text.number(value, 4) : value;
}

/** How the province's figure is made, in one sentence. */
export function ruleWords(trace: Trace, text: Text): string {
  const { t, number } = text;
  switch (trace.rule) {
    case 'lead':
    case 'sum':
      return t(`trace.rule.${trace.rule}`);
    case 'ratio':
      return t('trace.rule.ratio', { numerator: trace.numerator === null ? '–' : number(trace.numerator, 4), denominator: trace.denominator === null ? '–' : number(trace.denominator, 4) });
    case 'growth':
      return t('trace.rule.growth', { indicator: text.indicator(trace.of) });
    case 'share':
      return t('trace.rule.share', { indicator: text.indicator(trace.of), whole: trace.whole?.name ?? '–', value: valueOf(trace.whole?.value ?? null, text) });
  }
}

/** "tháng 6/2024 · ước tính · báo cáo · V15, C05". */
export function aboutSource(source: TraceSource, text: Text): string {
  const { level, method, period, reasons, marks } = source;
  return [text.period(period), level ? text.t(`trace.level.${level}`) : '', text.t(`trace.method.${method}`), [...reasons, ...marks].join(', ')].filter((part) => part !== '').join(' · ');
}

/** "SCT_2024-06.xlsx › Biểu 01 › H12". */
export const placeInFile = (source: TraceSource, cell: string): string => [source.file, source.sheet, cell].filter((part) => part !== '').join(' › ');


/** Whether the sheet shows what the facts make; null where there is nothing to compare. */
export function agrees({ value, shown, formula, overwritten }: Trace): boolean | null {
  if (formula === null && !overwritten) return null;
  if (value === null) return shown === null ? null : typeof shown === 'number' ? false : null;
  return typeof shown === 'number' && Math.abs(value - shown) <= 1e-9 * Math.max(1, Math.abs(value));
}
