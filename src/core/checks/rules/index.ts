import type { Rule } from '../rule';
import { boundsRules } from './bounds';
import { cellRules } from './cells';
import { keyRules } from './keys';
import { identityRules } from './identities';
import { percentRule } from './percent';
import { rowRules } from './rows';
import { scaleRule } from './scale';
import { seriesRules } from './series';
import { sheetRules } from './sheet';
import { statedRule } from './stated';

/**
 * Every rule on one report, in the order in which they run. What a cell or row is by itself comes first; a figure
 * that is in doubt there takes no part in the comparisons that follow, so that one cause gives one finding.
 */
export const RULES: readonly Rule[] = [
  ...keyRules,
  ...sheetRules,
  ...rowRules,
  ...cellRules,
  percentRule,
  scaleRule,
  ...boundsRules,
  ...seriesRules.beforeIdentities,
  ...identityRules,
  statedRule,
  ...seriesRules.afterIdentities,
];
