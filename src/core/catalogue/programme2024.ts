import { ASSIGNMENTS_2024 } from './data/assignments-2024';
import { INDICATORS_2024 } from './data/indicators-2024';
import { DENOMINATORS_2024, HOLIDAYS_2024, IDENTITIES_2024, THRESHOLDS_2024 } from './data/rules-2024';
import { TASK_GROUPS_2024, TASKS_2024 } from './data/tasks-2024';
import { UNITS_2024 } from './data/units-2024';
import type { Catalogue } from './types';

/** The catalogue that the add-in starts with: the 2024 programme. Units' own plans, scenarios and past years are not part of the decision; the analysts add them. */
export function programme2024(): Catalogue {
  return {
    year: 2024,
    indicators: INDICATORS_2024.map((indicator) => ({ ...indicator, taskGroup: TASK_GROUPS_2024[indicator.code] ?? null })),
    units: UNITS_2024,
    assignments: ASSIGNMENTS_2024,
    unitPlans: [],
    denominators: DENOMINATORS_2024,
    identities: IDENTITIES_2024,
    holidays: HOLIDAYS_2024,
    thresholds: THRESHOLDS_2024,
    severities: [],
    closedPeriods: [],
    tasks: TASKS_2024,
    scenarios: [],
    pastCumulatives: [],
  };
}
