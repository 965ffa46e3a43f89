import type { FindingCode, Fix, Scope, Severity } from './finding';

export interface CodeProperties {
  readonly severity: Severity;
  /** Whether what it concerns is left out of the province's figures until the analyst decides. */
  readonly held: boolean;
  readonly scope: Scope;
  readonly fix: Fix;
}

const code = (severity: Severity, scope: Scope, held = false, fix: Fix = 'none'): CodeProperties => ({ severity, held, scope, fix });
const HELD = true;

/** What each code is by default; a rule may lower or raise one finding (an identical duplicate row is a warning and holds nothing). */
export const CODES: { readonly [C in FindingCode]: CodeProperties } = {
  F01: code('E', 'file', HELD),
  F02: code('E', 'file', HELD),
  F03: code('E', 'file', HELD),
  F04: code('I', 'file'),
  F06: code('I', 'file'),
  F07: code('E', 'file', HELD),
  F11: code('W', 'file'),
  S01: code('E', 'file', HELD),
  S02: code('E', 'file', HELD),
  S04: code('E', 'sheet', HELD),
  S05: code('E', 'sheet', HELD),
  S07: code('E', 'sheet', HELD),
  S12: code('E', 'unit'),
  S13: code('W', 'row'),
  S14: code('E', 'row', HELD),
  S17: code('E', 'sheet'),
  K01: code('E', 'sheet', HELD),
  K02: code('E', 'sheet', HELD),
  K03: code('E', 'sheet', HELD),
  K04: code('E', 'sheet', HELD),
  K05: code('E', 'sheet', HELD),
  K09: code('E', 'row', HELD),
  K10: code('W', 'row', HELD, 'ask'),
  K12: code('W', 'sheet'),
  V01: code('E', 'cell'),
  V02: code('E', 'cell', HELD),
  V03: code('W', 'cell', false, 'safe'),
  V04: code('W', 'cell', HELD, 'ask'),
  V05: code('I', 'cell', false, 'safe'),
  V06: code('E', 'cell', HELD),
  V07: code('E', 'cell', HELD),
  V08: code('E', 'cell', HELD),
  V14: code('W', 'cell', HELD, 'ask'),
  V15: code('W', 'cell', HELD, 'ask'),
  V21: code('I', 'cell', false, 'safe'),
  L01: code('E', 'row'),
  L02: code('E', 'row'),
  L07: code('W', 'cell'),
  T01: code('W', 'series'),
  T02: code('W', 'series'),
  T09: code('W', 'series', HELD),
  C01: code('I', 'unit'),
  C02: code('I', 'unit'),
  C03: code('W', 'unit'),
  C04: code('E', 'province'),
  C05: code('W', 'unit'),
  C06: code('I', 'series'),
  C09: code('W', 'province'),
  G05: code('W', 'province'),
  D01: code('E', 'unit'),
  R01: code('I', 'rules'),
  R02: code('E', 'rules'),
  R04: code('E', 'rules'),
};
