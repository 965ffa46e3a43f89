import type { Period } from '../core/period';
import type { CloseRequest } from './close';
import type { NewYearRequest } from './new-year';
import type { TraceRequest } from './trace';

/** Origins, changes and the year: loaded with their first use, never with the pane. */
export const lookingBack = {
  traceCell: async () => (await import('./trace')).traceCell(),
  traceFigure: async (request: TraceRequest) => (await import('./trace')).traceFigure(request),
  lookBack: async (period: Period | null) => (await import('./look-back')).lookBack(period),
  closeMonth: async (request: CloseRequest) => (await import('./close')).closeMonth(request),
  newYearCatalogue: async (request: NewYearRequest) => (await import('./new-year')).newYearCatalogue(request),
};
