import type { Indicator } from '../types';

/** What a row of the programme says; the rest has the defaults of a plain count without bounds. */
type Stated = Pick<Indicator, 'code' | 'name' | 'short' | 'kind' | 'aggregation' | 'group'> &
  Partial<Omit<Indicator, 'bounds'>> & { readonly min?: number; readonly max?: number };

/** A full indicator from what its row states. */
export function indicator({ min, max, ...stated }: Stated): Indicator {
  return {
    aliases: [], unit: '', scale: 1, decimals: 0, target: null, operator: null, better: null, baseline: null, tolerance: null,
    plausible: null, cuts: null, taskGroup: null, parent: null, derivation: null, validFrom: null, validTo: null,
    ...stated,
    bounds: { min: min ?? null, max: max ?? null, minExclusive: false, maxExclusive: false },
  };
}
