import { previousPeriod, type IsoDate, type Period } from '../core/period';

/** The month that is reported now, before the workbook or its reports say otherwise: last month, within the programme's year. */
export function defaultPeriod(today: IsoDate, year: number): Period {
  const current: Period = { year: Number(today.slice(0, 4)), month: Number(today.slice(5, 7)) };
  const last = previousPeriod(current);
  if (last.year === year) return last;
  return last.year > year ? { year, month: 12 } : { year, month: 1 };
}
