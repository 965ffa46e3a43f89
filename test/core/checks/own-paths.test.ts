import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import type { Catalogue } from '../../../src/core/catalogue/types';
import { checkReport } from '../../../src/core/checks/check-report';
import { emptyHistory } from '../../../src/core/checks/history';
import { june, reportOf, rowOf, type Figures } from './report-of';

/** What L10 expects of a unit's own figure in June, and whether it finds it far behind; null when it is not behind. */
function behind(unit: string, code: string, figures: Figures, paths: Partial<Catalogue>): { readonly expected: number; readonly far: boolean } | null {
  const heading = { top: 7, bottom: 8, dataTop: 10, columns: [{ role: 'cause' as const, column: 13, heading: 'Nguyên nhân' }, { role: 'remedy' as const, column: 14, heading: 'Giải pháp' }], unknown: [], duplicates: [], missing: [] };
  const report = reportOf(unit, [rowOf(code, figures)], { heading });
  const index = indexCatalogue({ ...programme2024(), ...paths });
  const found = checkReport({ report, index, reportPeriod: june, history: emptyHistory }).findings.find((finding) => finding.code === 'L10');
  return found?.code === 'L10' ? { expected: found.params.expected, far: found.params.far } : null;
}

const exports = { month: 100, cumulative: 700 };
const jobs = { plan: 1150, month: 50, cumulative: 400 };
const past = (indicator: string) => [{ indicator, year: 2023, month: 6, cumulative: 30 }, { indicator, year: 2023, month: 12, cumulative: 100 }];

test.each<[string, string, string, Figures, Partial<Catalogue>, ReturnType<typeof behind>]>([
  ['a lead by the straight line', 'SCT', 'KT03', exports, {}, { expected: 935, far: true }],
  ['a lead by the scenario', 'SCT', 'KT03', exports, { scenarios: [{ indicator: 'KT03', month: 6, value: 800 }] }, { expected: 800, far: false }],
  ['a lead by past years', 'SCT', 'KT03', exports, { pastCumulatives: past('KT03') }, null],
  ['a part by the straight line', 'VN', 'XH02', jobs, {}, { expected: 575, far: true }],
  ['a part’s share of the scenario: a tenth of it', 'VN', 'XH02', jobs, { scenarios: [{ indicator: 'XH02', month: 6, value: 4500 }] }, { expected: 450, far: false }],
  ['a part by past years', 'VN', 'XH02', jobs, { pastCumulatives: past('XH02') }, null],
  ['a part’s rate follows its own plan, and no scenario of the province', 'VN', 'XH08', { plan: 38.5, cumulative: 36, numerator: 36, denominator: 100 }, { scenarios: [{ indicator: 'XH08', month: 6, value: 30 }] }, { expected: 38.5, far: true }],
])('%s', (_name, unit, code, figures, paths, wanted) => {
  const found = behind(unit, code, figures, paths);
  expect(found?.far ?? null).toBe(wanted?.far ?? null);
  if (wanted) expect(found?.expected).toBeCloseTo(wanted.expected, 9);
});
