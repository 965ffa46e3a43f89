import { comparePeriods, periodKey, samePeriod } from '../../period';
import type { Evidence } from '../../report/types';
import type { Rule } from '../rule';

const addresses = (evidence: readonly Evidence<unknown>[]): string[] => [...new Set(evidence.flatMap((each) => (each.address === '' ? [] : [each.address])))];

/** The unit is named, but the catalogue does not know it. A defined name is a deliberate statement: a wrong one is told even when another place names a known unit. */
const unknownUnit: Rule = {
  code: 'K01',
  needs: [],
  *run({ report, unit }) {
    const named = report.unitEvidence.filter((each) => each.text.trim() !== '' && (each.value === null || each.value === report.unit));
    const wrong = unit === null ? named[0] : named.find((each) => each.from === 'definedName' && each.value === null);
    if (wrong) yield { code: 'K01', params: { text: wrong.text.trim() }, cells: addresses([wrong]), found: wrong.text.trim(), key: wrong.text.trim() };
  },
};

const missingUnit: Rule = {
  code: 'K02',
  needs: [],
  *run({ report, unit }) {
    if (unit === null && !report.unitEvidence.some((each) => each.text.trim() !== '')) yield { code: 'K02', params: {} };
  },
};

const disagreeingUnit: Rule = {
  code: 'K03',
  needs: ['unit'],
  *run({ report }) {
    const known = report.unitEvidence.filter((each) => each.value !== null);
    const first = known[0];
    const other = known.find((each) => each.value !== first?.value);
    if (!first?.value || !other?.value) return;
    yield {
      code: 'K03',
      params: { form: first.value, fileName: other.value, other: other.from === 'fileName' ? 'fileName' : 'header' },
      cells: addresses([first, other]),
      found: other.value,
      expected: first.value,
    };
  },
};

const missingPeriod: Rule = {
  code: 'K04',
  needs: [],
  *run({ report }) {
    if (report.period !== null) return;
    const text = report.periodEvidence.find((each) => each.text.trim() !== '')?.text.trim() ?? '';
    yield { code: 'K04', params: { text }, cells: addresses(report.periodEvidence), found: text === '' ? null : text };
  },
};

/** Earlier months of the same year are history; anything else cannot be used for the month. */
const wrongPeriod: Rule = {
  code: 'K05',
  needs: ['reportPeriod', 'period'],
  *run({ report, period, reportPeriod }) {
    if (!period || !reportPeriod) return;
    const otherYear = period.year !== reportPeriod.year;
    if (!otherYear && comparePeriods(period, reportPeriod) <= 0) return;
    yield {
      code: 'K05',
      params: { reason: otherYear ? 'otherYear' : 'later', reportMonth: reportPeriod },
      cells: addresses(report.periodEvidence),
      found: periodKey(period),
      expected: periodKey(reportPeriod),
    };
  },
};

const disagreeingPeriod: Rule = {
  code: 'K12',
  needs: ['period'],
  *run({ report, period }) {
    if (!period) return;
    const statements = report.periodEvidence.flatMap((each) => (each.value ? [{ from: each.from, period: each.value }] : []));
    const different = statements.find((each) => comparePeriods(each.period, period) !== 0);
    if (!different) return;
    yield {
      code: 'K12',
      params: { used: period, statements },
      cells: addresses(report.periodEvidence.filter((each) => each.value && comparePeriods(each.value, period) !== 0)),
      found: periodKey(different.period),
      expected: periodKey(period),
      key: statements.map((each) => `${each.from}=${periodKey(each.period)}`).join(),
    };
  },
};

/** Figures of a closed month are read all the same; who takes them reopens what was closed. */
const closedPeriod: Rule = {
  code: 'K06',
  needs: ['period'],
  *run({ report, period, index }) {
    if (!period) return;
    const closed = index.catalogue.closedPeriods.find((each) => samePeriod(each.period, period));
    if (closed) yield { code: 'K06', params: { closedOn: closed.closedOn }, cells: addresses(report.periodEvidence), found: periodKey(period) };
  },
};

export const keyRules: readonly Rule[] = [unknownUnit, missingUnit, disagreeingUnit, missingPeriod, wrongPeriod, disagreeingPeriod, closedPeriod];
