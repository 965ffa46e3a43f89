import type { Rule } from '../rule';
import { bookRules } from './book';
import { boundsRules } from './bounds';
import { cellRules } from './cells';
import { continuityRules } from './continuity';
import { dateRules } from './dates';
import { encodingRule } from './encodings';
import { formRules } from './form';
import { formulaRules } from './formulas';
import { growthRule } from './growth';
import { keyRules } from './keys';
import { identityRules } from './identities';
import { outlierRules } from './outliers';
import { outsideRule } from './outside';
import { declarationRules, pairRules } from './pairs';
import { percentRule } from './percent';
import { revisionRules } from './revisions';
import { plausibleRules } from './plausible';
import { precisionRule } from './precision';
import { rowRules } from './rows';
import { scaleRule } from './scale';
import { seriesRules } from './series';
import { sheetRules } from './sheet';
import { statedRule } from './stated';
import { structureRules } from './structure';
import { textRules } from './texts';
import { validityRule } from './validity';
import { wordRules } from './words';

/**
 * Every rule on one report, in the order in which they run. What a cell or row is by itself comes first; a figure
 * that is in doubt there takes no part in the comparisons that follow, so that one cause gives one finding.
 */
export const RULES: readonly Rule[] = [
  ...bookRules,
  ...keyRules,
  ...sheetRules,
  ...structureRules,
  outsideRule,
  ...rowRules,
  validityRule,
  ...cellRules,
  ...continuityRules.cells,
  encodingRule,
  ...textRules,
  ...formulaRules,
  ...dateRules,
  ...formRules,
  growthRule,
  percentRule,
  scaleRule,
  ...boundsRules,
  precisionRule,
  ...pairRules,
  ...declarationRules,
  ...plausibleRules,
  ...seriesRules.beforeIdentities,
  ...identityRules,
  statedRule,
  ...continuityRules.series,
  ...seriesRules.afterIdentities,
  ...revisionRules,
  ...outlierRules,
  ...wordRules,
];
