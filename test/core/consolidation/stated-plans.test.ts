import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { statedPlans } from '../../../src/core/consolidation/stated-plans';
import { checkedReport, finding, type SaidRow } from './reports';

const programme = programme2024();
const index = indexCatalogue(programme);
const form = (unit: string, month: number, row: SaidRow, findings: Parameters<typeof checkedReport>[0]['findings'] = []) => checkedReport({ unit, period: { year: 2024, month }, rows: [row], findings });
const jobs = (plan: SaidRow['plan']): SaidRow => ({ code: 'XH02', plan, cumulative: 5 });

test.each([
  ['a part’s own share of what is summed', [form('NT', 6, jobs(3967))], ['NT XH02 3967']],
  ['the latest month counts', [form('NT', 5, jobs(3000)), form('NT', 6, jobs(3967))], ['NT XH02 3967']],
  ['a later form without a plan takes nothing back', [form('NT', 5, jobs(3967)), form('NT', 6, { code: 'XH02', cumulative: 5 })], ['NT XH02 3967']],
  ['the province’s target is no share', [form('NT', 6, jobs(11500))], []],
  ['nor is a placeholder, or a text of two readings', [form('NT', 6, jobs('-')), form('CR', 6, jobs([1299, 1.299]))], []],
  ['a rate’s target is nobody’s share', [form('NT', 6, { code: 'XH07', plan: 94.5, cumulative: 90 })], []],
  ['a lead’s plan is the province’s', [form('SCT', 6, { code: 'KT03', plan: 1800, cumulative: 5 })], []],
  ['a second source has none', [form('SLDTBXH', 6, jobs(500))], []],
  ['a form that is held as a whole', [form('NT', 6, jobs(3967), [finding('K03', { unit: 'NT' })])], []],
])('%s', (_name, reports, plans) => {
  expect(statedPlans(reports, index).map(({ unit, indicator, plan }) => `${unit} ${indicator} ${plan}`)).toEqual(plans);
});

test('the catalogue’s plan of a unit is the authority', () => {
  const planned = indexCatalogue({ ...programme, unitPlans: [{ unit: 'NT', indicator: 'XH02', plan: 4000 }] });
  expect(statedPlans([form('NT', 6, jobs(3967))], planned)).toEqual([]);
});
