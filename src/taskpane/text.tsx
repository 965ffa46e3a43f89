import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Catalogue } from '../core/catalogue/types';
import type { Finding } from '../core/checks/finding';
import type { IsoDate, Period } from '../core/period';
import { formatDate, formatNumber, formatPeriod } from '../locales';
import { sayIn } from '../locales/say';
import { translator, type Translate } from '../locales/ui';

export type Locale = 'vi' | 'en';

/** Everything that turns data into words of the chosen language. */
export interface Text {
  readonly locale: Locale;
  readonly t: Translate;
  /** What the names come from. */
  readonly catalogue: Catalogue;
  /** At most `decimals` places, none added. */
  number(value: number, decimals?: number): string;
  period(period: Period): string;
  date(date: IsoDate): string;
  /** Short names; an unknown code stands for itself. */
  unit(code: string): string;
  indicator(code: string): string;
  say(finding: Finding): { readonly message: string; readonly hint: string };
}

const TextContext = createContext<Text | null>(null);

export function TextProvider(props: { readonly locale: Locale; readonly catalogue: Catalogue; readonly children: ReactNode }) {
  const { locale, catalogue } = props;
  const text = useMemo<Text>(() => {
    const units = new Map(catalogue.units.map((unit) => [unit.code, unit.short]));
    const indicators = new Map(catalogue.indicators.map((indicator) => [indicator.code, indicator.short]));
    return {
      locale,
      catalogue,
      t: translator(locale),
      number: (value, decimals = 2) => formatNumber(value, locale, decimals),
      period: (period) => formatPeriod(period, locale),
      date: (date) => formatDate(date, locale),
      unit: (code) => units.get(code) ?? code,
      indicator: (code) => indicators.get(code) ?? code,
      say: sayIn(locale, catalogue),
    };
  }, [locale, catalogue]);
  return <TextContext.Provider value={text}>{props.children}</TextContext.Provider>;
}

export function useText(): Text {
  const text = useContext(TextContext);
  if (!text) throw new Error('The pane stands outside its TextProvider.');
  return text;
}
