import type { Period } from '../../period';
import type { CalendarDay, Denominator, Identity, Thresholds } from '../types';

/** Communes of the new-countryside programme: 92 until the mergers of 1 November 2024. */
export const DENOMINATORS_2024: readonly Denominator[] = [
  { name: 'communes', value: 92, validFrom: null, validTo: '2024-10-31' },
  { name: 'communes', value: 90, validFrom: '2024-11-01', validTo: null },
];

/** Revenue: three units report it, and other small items exist, hence half a percent. Communes: the offsets are the counts at the end of 2023. */
export const IDENTITIES_2024: readonly Identity[] = [
  { kind: 'sum', total: 'KT04', parts: ['KT04.1', 'KT04.2'], offset: 0, tolerance: 0.005, scope: 'both' },
  { kind: 'sum', total: 'XH12', parts: ['XH12.1'], offset: 65, tolerance: 0, scope: 'province' },
  { kind: 'sum', total: 'XH12.3', parts: ['XH12.4'], offset: 19, tolerance: 0, scope: 'province' },
  { kind: 'atMost', smaller: 'XH12.3', larger: 'XH12', scope: 'both' },
  { kind: 'atMost', smaller: 'XH12.6', larger: 'XH12.3', scope: 'both' },
  { kind: 'atMost', smaller: 'XH03.1', larger: 'XH03', scope: 'both' },
  { kind: 'atMost', smaller: 'XH09', larger: 'XH08', scope: 'both' },
];

/** Public holidays of 2024: New Year, Tết, 10/3 of the lunar calendar, 30 April and 1 May, National Day. */
export const HOLIDAYS_2024: readonly CalendarDay[] = [
  '2024-01-01',
  '2024-02-08', '2024-02-09', '2024-02-10', '2024-02-11', '2024-02-12', '2024-02-13', '2024-02-14',
  '2024-04-18', '2024-04-30', '2024-05-01', '2024-09-02', '2024-09-03',
].map((date) => ({ date, kind: 'off' }));

/** The first month that is reported under Decision 173/QĐ-UBND of 19 January 2024. */
export const FIRST_REPORT: Period = { year: 2024, month: 2 };

/** What the checks go by until an analyst says otherwise. */
export const THRESHOLDS_2024: Thresholds = {
  revisionShare: 0.1, revisedFigures: 0.1, outlierScore: 3.5, outlierMonths: 6, outlierShare: 0.1, identicalCells: 3,
  crossCheckShare: 0.005, overshootShare: 1.5, unitPlanShare: 0.005, remindDays: 3, lateMonths: 2, freeDayGrace: 1, percentPoints: 0.1,
};
