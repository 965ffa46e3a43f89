import type { Finding, FindingCode } from '../checks/finding';

/**
 * Codes that a unit can do something about. The others are the analyst's own: what the province makes of the figures
 * (C, G), the rules (R), files that were merely put aside, and what was read without doubt.
 */
export type AskedCode = Exclude<
  FindingCode,
  `${'C' | 'G' | 'R'}${string}` | 'F04' | 'F06' | 'S06' | 'V05' | 'V21' | 'D03' | 'D05' | 'D06'
>;

type Asks<C extends AskedCode> = (finding: Finding<C>) => boolean;

/** Errors and warnings are asked about; as mere information nothing is. */
const due = (finding: Finding): boolean => finding.severity !== 'I';
/** Asked about whatever its severity: the unit has something to write better. */
const always = (): boolean => true;

const UNUSED_BY_MISTAKE = ['hiddenSheet', 'brokenSheet'];
const LEGACY_ENCODINGS = ['cp1258', 'tcvn3', 'vni'];

const ASKED: { readonly [C in AskedCode]: Asks<C> } = {
  F01: due, F02: due, F03: due, F07: due, F08: due, F09: due, F10: due,
  F11: (finding) => due(finding) && UNUSED_BY_MISTAKE.includes(finding.params.reason),
  S01: due, S02: due, S03: due, S04: due, S05: due, S07: due, S08: due, S10: due, S12: due, S13: due, S14: due, S15: due, S16: always, S17: due,
  K01: due, K02: due, K03: due, K04: due, K05: due, K06: due, K07: due, K08: due, K09: due, K10: due,
  // Whether a unit is in force is a matter of the catalogue.
  K11: (finding) => due(finding) && finding.params.what !== 'unit',
  K12: due,
  V01: due, V02: due, V03: due, V04: due, V06: due, V07: due, V08: due, V09: due, V10: due, V11: due, V12: due, V14: due, V15: due,
  // Spaces and composition are put right without anybody noticing; another encoding is typed again.
  V16: (finding) => LEGACY_ENCODINGS.includes(finding.params.reason),
  V17: due, V18: due, V19: due, V20: due, V22: due, V23: due, V24: due, V25: always,
  L01: due, L02: due, L04: due, L07: due, L08: due, L10: due, L11: always, L12: due, L13: always,
  T01: due, T02: due, T03: due, T04: due, T05: due, T06: due, T08: due, T09: due, T10: due,
  D01: due, D02: due, D08: due,
};

function isAskedCode(finding: Finding): finding is Finding<AskedCode> {
  return finding.code in ASKED;
}

function asks<C extends AskedCode>(finding: Finding<C>, table: { readonly [P in AskedCode]: Asks<P> }): boolean {
  return table[finding.code](finding);
}

/** Whether the unit is asked to do something about a finding. */
export function asksUnit(finding: Finding): finding is Finding<AskedCode> {
  return isAskedCode(finding) && asks(finding, ASKED);
}

/** Codes whose `expected` is what should stand in the cell; elsewhere it only shows what was compared with. */
const RIGHT_VALUE: ReadonlySet<FindingCode> = new Set<FindingCode>(['K09', 'V10', 'V17', 'V18', 'V22', 'L07']);

/** Whether `expected` of a finding may be told to the unit as the right value. */
export function namesRightValue(finding: Finding): boolean {
  return RIGHT_VALUE.has(finding.code);
}
