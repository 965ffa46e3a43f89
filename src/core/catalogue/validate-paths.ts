import type { Catalogue, Indicator } from './types';
import type { CatalogueFault } from './validate';

/**
 * What is wrong with scenarios and past years: an indicator that nobody knows, one whose kind follows no such path (it
 * would be passed over in silence), a month that is above its year's total.
 */
export function pathFaults({ indicators, scenarios, pastCumulatives }: Catalogue): readonly CatalogueFault[] {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const totals = new Map(pastCumulatives.flatMap((each) => (each.month === 12 ? [[`${each.indicator} ${each.year}`, each.cumulative] as const] : [])));
  const faults: CatalogueFault[] = [];
  const judge = (table: CatalogueFault['table'], row: number, code: string, follows: (indicator: Indicator) => boolean): void => {
    const indicator = byCode.get(code);
    if (!indicator) faults.push({ table, row, column: 'indicator', problem: 'unknownIndicator', detail: code });
    else if (!follows(indicator)) faults.push({ table, row, column: 'indicator', problem: 'wrongKind', detail: code });
  };
  scenarios.forEach(({ indicator }, row) => { judge('KichBan', row, indicator, followsScenario); });
  pastCumulatives.forEach(({ indicator, year, cumulative }, row) => {
    judge('LichSuThang', row, indicator, ({ kind }) => kind === 'flow');
    const total = totals.get(`${indicator} ${year}`);
    if (total !== undefined && cumulative > total) faults.push({ table: 'LichSuThang', row, column: 'cumulative', problem: 'minAboveMax', detail: `${cumulative} > ${total}` });
  });
  return faults;
}

/** Stocks and cohorts climb in a straight line, milestones have no path, and last year's figure is a path already. */
function followsScenario({ kind, target }: Indicator): boolean {
  return target?.kind === 'number' && (kind === 'flow' || kind === 'rate' || kind === 'growth' || kind === 'change');
}
