import type { Denominator } from '../../catalogue/types';
import { isInForce, lastDayOf } from '../../catalogue/validity';
import type { IsoDate } from '../../period';
import { atCells, nearlyEqual, numberOf, roleKey, type CheckContext, type IndicatorRow, type Rule } from '../rule';
import type { FindingDraft } from '../finding';
import { givenCells } from './rows';

/**
 * What is used in a month without being in force at its end: the unit, an indicator with figures, or the denominator
 * of a share. What is left blank uses nothing.
 */
export const validityRule: Rule = {
  code: 'K11',
  needs: ['period'],
  *run(context) {
    if (!context.period) return;
    const on = lastDayOf(context.period);
    const unit = context.unit === null ? null : context.index.unit(context.unit);
    if (unit && !isInForce(unit, on)) {
      const cells = [...new Set(context.report.unitEvidence.flatMap((each) => (each.value === unit.code && each.address !== '' ? [each.address] : [])))];
      yield { code: 'K11', params: { what: 'unit', validFrom: unit.validFrom, validTo: unit.validTo, stated: null, valid: null }, cells, found: unit.code, key: 'unit' };
    }
    for (const view of context.rows) {
      const { indicator } = view;
      if (!isInForce(indicator, on)) {
        const cells = [...givenCells(view.row)];
        if (cells.length === 0) continue;
        yield { code: 'K11', params: { what: 'indicator', validFrom: indicator.validFrom, validTo: indicator.validTo, stated: null, valid: null }, indicator: indicator.code, cells, key: `indicator${roleKey(view, '')}` };
      } else if (indicator.derivation?.method === 'share') yield* denominatorOf(context, view, indicator.derivation.denominator, on);
    }
  },
};

/** A district divides by its own count, so there only a value that the province's denominator had at another time is a mistake. */
function* denominatorOf(context: CheckContext, view: IndicatorRow, name: string, on: IsoDate): Generator<FindingDraft> {
  const stated = numberOf(view.row.figures.denominator);
  if (stated === null) return;
  const valid = context.index.denominator(name, on);
  if (valid !== null && nearlyEqual(stated, valid)) return;
  const other = context.index.catalogue.denominators.find((each: Denominator) => each.name === name && nearlyEqual(each.value, stated));
  const ownCount = context.unit === null || context.index.unit(context.unit)?.kind === 'district';
  if (!other && (ownCount || valid === null)) return;
  yield {
    code: 'K11',
    params: { what: 'denominator', validFrom: other?.validFrom ?? null, validTo: other?.validTo ?? null, stated, valid },
    ...atCells(view, ['denominator']),
    found: stated,
    expected: valid,
    key: `denominator${roleKey(view, '')}`,
  };
}
