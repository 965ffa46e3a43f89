import { indexCatalogue } from '../catalogue/index-catalogue';
import type { Catalogue } from '../catalogue/types';
import type { Consolidation } from '../consolidation/types';
import type { Period } from '../period';
import type { SheetPlan } from '../sheets/plan';
import { planSheets } from '../sheets/plan-sheets';
import { readOwnSheets } from '../sheets/read-own';
import { provinceAt } from '../trace/province-at';

/** January: an empty year begins there, and the month is typed anew with the first report. */
const FIRST_MONTH = 1;

/** A whole workbook for a year in which nothing was reported yet: its catalogue, empty tables, the province's table that reads them. */
export function planNewYear(catalogue: Catalogue, now: string): readonly SheetPlan[] {
  const index = indexCatalogue(catalogue);
  const period: Period = { year: catalogue.year, month: FIRST_MONTH };
  const at = provinceAt(index, [], period);
  const consolidation: Consolidation = {
    period, figures: [...at.figures.values()], held: [], facts: [], changes: [], findings: [],
    units: { expected: [], received: [], missing: [], inWords: { expected: [], received: [] } },
  };
  return planSheets({
    catalogue, index, consolidation, assessments: [...at.assessments.values()], submissions: [], findings: [], reports: [],
    own: readOwnSheets({ grids: [], tables: [], names: [] }), existing: [], tables: [], now,
    // There are no findings to say.
    render: () => ({ message: '', hint: '' }),
  });
}
