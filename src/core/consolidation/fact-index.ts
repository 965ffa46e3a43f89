import { monthNumber, type History, type SaidWords } from '../checks/history';
import { parsePeriod, periodKey, type Period } from '../period';
import type { Fact } from './types';

/** What identifies a fact: there is one row for a unit, an indicator and a month. */
export function factKey(unit: string, indicator: string, period: Period): string {
  return `${unit}|${indicator}|${periodKey(period)}`;
}

export interface FactIndex extends History {
  readonly all: readonly Fact[];
}

/** What a unit wrote about an indicator: the months in which it wrote, "2024-05", ascending, and the words of the last of them. */
export interface StoredWords extends SaidWords {
  readonly unit: string;
  readonly indicator: string;
  readonly months: readonly string[];
  /** The month since which the words have been these; the last of `months` unless told. */
  readonly causeSince?: string;
  readonly remedySince?: string;
}

/** A report that is known to have come in, whatever it said. */
export interface Received {
  readonly unit: string;
  readonly period: Period;
}

interface Series {
  readonly facts: readonly Fact[];
  readonly byMonth: ReadonlyMap<number, Fact>;
}

const NO_FACTS: readonly Fact[] = [];

/**
 * Facts by unit, indicator and month, for checks over time and fill-ins; with them what the units wrote and which
 * reports came in. Of two entries with one key the later in the list counts. Each part is sorted out when it is first
 * asked for, in time that is linear in its length.
 */
export function factIndex(facts: readonly Fact[], words: readonly StoredWords[] = [], received: readonly Received[] = []): FactIndex {
  const bySeries = once(() => seriesOf(facts));
  const wordsByMonth = once(() => lastWords(words));
  const sent = once(() => sentMonths(facts, words, received));
  const find = (unit: string, indicator: string): Series | undefined => bySeries().get(unit)?.get(indicator);
  return {
    all: facts,
    fact: (unit, indicator, period) => find(unit, indicator)?.byMonth.get(monthNumber(period)) ?? null,
    series: (unit, indicator) => find(unit, indicator)?.facts ?? NO_FACTS,
    wasSent: (unit, period) => sent().get(unit)?.has(monthNumber(period)) ?? false,
    words: (unit, indicator, period) => wordsByMonth().get(factKey(unit, indicator, period)) ?? null,
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function seriesOf(facts: readonly Fact[]): ReadonlyMap<string, ReadonlyMap<string, Series>> {
  const months = new Map<string, Map<string, Map<number, Fact>>>();
  for (const fact of facts) entry(entry(months, fact.unit), fact.indicator).set(monthNumber(fact.period), fact);
  return mapped(months, (indicators) => mapped(indicators, (byMonth): Series => ({ byMonth, facts: [...byMonth].sort(([a], [b]) => a - b).map(([, fact]) => fact) })));
}

/** The inner map of a key, made when it is not there yet. */
function entry<K, V>(outer: Map<string, Map<K, V>>, key: string): Map<K, V> {
  const known = outer.get(key);
  if (known) return known;
  const made = new Map<K, V>();
  outer.set(key, made);
  return made;
}

function mapped<A, B>(map: ReadonlyMap<string, A>, make: (value: A) => B): ReadonlyMap<string, B> {
  return new Map([...map].map(([key, value]) => [key, make(value)]));
}

/** The last month's words are kept, and since which month they are the same; what was written before is not known any more. */
function lastWords(words: readonly StoredWords[]): ReadonlyMap<string, SaidWords> {
  return new Map(words.flatMap(({ unit, indicator, months, cause, remedy, causeSince, remedySince }) => {
    const last = months.at(-1) ?? '';
    return months.flatMap((month): [string, SaidWords][] => {
      const period = parsePeriod(month);
      const said = { cause: month >= (causeSince || last) ? cause : '', remedy: month >= (remedySince || last) ? remedy : '' };
      return period === null || (said.cause === '' && said.remedy === '') ? [] : [[factKey(unit, indicator, period), said]];
    });
  }));
}

function sentMonths(facts: readonly Fact[], words: readonly StoredWords[], received: readonly Received[]): ReadonlyMap<string, ReadonlySet<number>> {
  const sent = new Map<string, Set<number>>();
  const add = (unit: string, period: Period): void => {
    const months = sent.get(unit);
    if (months) months.add(monthNumber(period));
    else sent.set(unit, new Set([monthNumber(period)]));
  };
  for (const { unit, period } of facts) add(unit, period);
  for (const { unit, period } of received) add(unit, period);
  for (const { unit, months } of words) {
    for (const month of months) {
      const period = parsePeriod(month);
      if (period) add(unit, period);
    }
  }
  return sent;
}
