import { hashText } from '../hash';
import { periodKey, type Period } from '../period';
import { CODES } from './codes';
import type { Finding, FindingDraft } from './finding';

/** Where a finding stands when its draft does not say otherwise. */
export interface FindingPlace {
  readonly file: string;
  readonly sheet: string;
  readonly unit: string | null;
  readonly period: Period | null;
}

/**
 * A rule's draft with its defaults filled in; `held` is the engine's judgement, where it has one. The fingerprint leaves
 * out every address, so that rows may move.
 */
export function makeFinding(draft: FindingDraft, place: FindingPlace, held: boolean = draft.held ?? CODES[draft.code].held): Finding {
  const properties = CODES[draft.code];
  const unit = draft.unit === undefined ? place.unit : draft.unit;
  const period = draft.period === undefined ? place.period : draft.period;
  const indicator = draft.indicator ?? null;
  // Without a unit two files would share a fingerprint; the file name stands in for it.
  const who = unit ?? place.file;
  // The compiler cannot follow that code and params come from one member of the union; taking both from one draft keeps it so.
  return {
    code: draft.code,
    params: draft.params,
    severity: draft.severity ?? properties.severity,
    scope: properties.scope,
    held,
    file: place.file,
    sheet: draft.sheet ?? place.sheet,
    cells: draft.cells ?? [],
    unit,
    indicator,
    period,
    found: draft.found ?? null,
    expected: draft.expected ?? null,
    fix: draft.fix ?? properties.fix,
    fingerprint: hashText(`${draft.code}|${who}|${indicator ?? ''}|${period ? periodKey(period) : ''}|${draft.key ?? ''}`).slice(0, 16),
  } as Finding;
}
