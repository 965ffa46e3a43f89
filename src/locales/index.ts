import type { Finding, FindingCode } from '../core/checks/finding';
import { CHECKS_EN } from './findings/en/checks';
import { CHECKS_VI } from './findings/vi/checks';
import { messagesEn } from './findings.en';
import { messagesVi } from './findings.vi';
import { formatDate, formatNumber, formatPeriod, roleName, type Locale } from './format';
import type { Messages, Say, Sentence } from './messages';

export { formatDate, formatNumber, formatPeriod, roleName, type Locale } from './format';
export type { Sentence } from './messages';

/** Names that the catalogue knows; unknown codes should come back as they are. */
export interface Names {
  unit(code: string): string;
  indicator(code: string): string;
}

const MESSAGES: { readonly [L in Locale]: Messages } = { vi: messagesVi, en: messagesEn };
const WORDS: { readonly [L in Locale]: { readonly unit: string; readonly indicator: string; readonly blank: string; readonly more: (count: number) => string } } = {
  vi: { unit: 'đơn vị', indicator: 'chỉ tiêu', blank: 'trống', more: (count) => `và ${count} mục khác` },
  en: { unit: 'the unit', indicator: 'the indicator', blank: 'blank', more: (count) => `and ${count} more` },
};

const CHECKS = { vi: CHECKS_VI, en: CHECKS_EN } as const;

/** What a check looks for, in a few words ("số lưu dạng chữ"). */
export function checkName(code: FindingCode, locale: Locale): string {
  return CHECKS[locale][code];
}

const LONGEST_QUOTE = 40;
const LONGEST_NAME = 48;
const LONGEST_LIST = 3;

/** A finding as one sentence that says what is wrong and one that says what to do; numbers in the locale's notation. */
export function renderFinding(finding: Finding, locale: Locale, names: Names): Sentence {
  const { message, hint } = sentence(finding, MESSAGES[locale], sayer(locale, names));
  // "đơn vị" stands in for an unknown name, and may open the sentence.
  return { message: message.charAt(0).toLocaleUpperCase() + message.slice(1), hint };
}

function sentence<C extends FindingCode>(finding: Finding<C>, messages: Messages, say: Say): Sentence {
  return messages[finding.code](finding, say);
}

function sayer(locale: Locale, names: Names): Say {
  const words = WORDS[locale];
  const number = (value: number): string => formatNumber(value, locale);
  const quote = (text: string): string => (locale === 'vi' ? `“${cut(text, LONGEST_QUOTE)}”` : `"${cut(text, LONGEST_QUOTE)}"`);
  return {
    unit: (code) => (code === null ? words.unit : cut(names.unit(code), LONGEST_NAME)),
    indicator: (code) => (code === null ? words.indicator : cut(names.indicator(code), LONGEST_NAME)),
    number,
    maybe: (value) => (value === null || value === '' ? words.blank : typeof value === 'number' ? number(value) : quote(value)),
    period: (period) => formatPeriod(period, locale),
    date: (date) => formatDate(date, locale),
    role: (role) => roleName(role, locale),
    quote,
    list: (items) => {
      const shown = items.slice(0, LONGEST_LIST).map((item) => cut(item, LONGEST_QUOTE)).join(', ');
      return items.length > LONGEST_LIST ? `${shown} ${words.more(items.length - LONGEST_LIST)}` : shown;
    },
  };
}

function cut(text: string, length: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  const signs = [...plain];
  return signs.length <= length ? plain : `${signs.slice(0, length - 1).join('').trimEnd()}…`;
}
