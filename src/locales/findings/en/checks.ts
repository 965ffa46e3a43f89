import type { FindingCode } from '../../../core/checks/finding';

/** What each check looks for, in a few words: where it was skipped or crashed, and where its severity is set. */
export const CHECKS_EN: { readonly [C in FindingCode]: string } = {
  F01: 'opening the file', F02: 'password', F03: 'abnormal files', F04: 'temporary and empty files', F06: 'identical files', F07: 'several files of one unit and period',
  F08: 'version of the form', F09: 'links to other workbooks', F10: 'macros', F11: 'parts that were not used',
  S01: 'finding the report sheet', S02: 'several candidate sheets', S03: 'hidden sheet', S04: 'finding the headings', S05: 'required columns', S06: 'columns outside the form',
  S07: 'columns that mean the same', S08: 'data under a blank heading', S10: 'merged cells', S12: 'missing indicators', S13: 'rows that match nothing', S14: 'repeated indicators',
  S15: 'hidden figures', S16: 'figures outside the table', S17: 'empty sheet',
  K01: 'known unit', K02: 'stated unit', K03: 'unit against file name', K04: 'reading the period', K05: 'period against the report month', K06: 'closed periods',
  K07: 'indicators of other units', K08: 'code against name', K09: 'unit of measure', K10: 'approximate names', K11: 'validity of unit, indicator and denominator',
  K12: 'statements of the period',
  V01: 'required cells', V02: 'cells that are no number', V03: 'numbers stored as text', V04: 'ambiguous separators', V05: 'placeholders', V06: 'Excel errors', V07: 'bounds',
  V08: 'negative figures', V09: 'decimals', V10: 'lists', V11: 'dates', V12: 'cut texts', V14: 'fraction for percent', V15: 'wrong scale', V16: 'encodings and spaces',
  V17: 'constants over formulas', V18: 'changed formulas', V19: 'formulas to other workbooks', V20: 'formulas without a result', V21: 'texts that could become formulas',
  V22: 'changed locked cells', V23: 'figures missing since last month', V24: 'index for growth', V25: 'words in numbers',
  L01: 'total and its parts', L02: 'part and whole', L04: 'numerator and denominator', L07: 'stated against computed rates', L08: 'plausible rates',
  L10: 'cause and remedy when behind', L11: 'empty or repeated words', L12: 'declared as nothing to report', L13: 'actual equal to plan',
  T01: 'falling cumulative', T02: 'last month plus this month', T03: 'missing months', T04: 'size of revisions', T05: 'many revisions at once', T06: 'outliers',
  T08: 'identical to last month', T09: 'month equal to cumulative', T10: 'sudden zero or appearance',
  C01: 'absent units', C02: 'units not expected', C03: 'reports in words', C04: 'comparison with Excel', C05: 'units with open errors', C06: 'changes since the last run',
  C07: 'units of measure between units', C08: 'figures without a source', C09: 'identities across units', C10: 'lead against other sources',
  G01: 'no target', G05: 'behind pace', G06: 'far behind or forecast misses', G07: 'moving the wrong way', G08: 'far beyond the target', G10: 'unit plans against the province',
  G11: 'exactly at a strict bound',
  D01: 'not submitted', D02: 'late', D03: 'on time with errors', D05: 'unknown date of receipt', D06: 'due soon', D08: 'late months running',
  R01: 'checks not run', R02: 'crashed checks', R03: 'rules with unknown codes', R04: 'faulty catalogue', R05: 'lapsed explanations', R06: 'changed sheet',
};

const MOST = 4;

/** The checks of "T01, T02"; a phrase for all of them where nothing known is named. */
export function checksInEn(codes: string): string {
  const names = codes.split(', ').flatMap((code) => Object.entries(CHECKS_EN).find(([key]) => key === code)?.[1] ?? []);
  if (names.length === 0) return 'checks of the figures';
  return names.length <= MOST ? names.join('; ') : `${names.slice(0, MOST).join('; ')}; and ${names.length - MOST} more`;
}
