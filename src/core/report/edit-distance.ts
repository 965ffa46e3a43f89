const WORD = 32;

/**
 * Letters to insert, drop or change to make other texts of `a` (Levenshtein). Compares 32 letters of `a` at a time with one of `b` by the bits of a
 * number (Myers 1999, in blocks): a column of the table is kept as its differences, +1 in `plus`, −1 in `minus`.
 */
export function distanceFrom(a: string): (b: string) => number {
  const places = placesOf(a, Math.ceil(a.length / WORD));
  return (b) => (a === '' || b === '' ? a.length + b.length : distance(a, places, b));
}

function distance(a: string, places: ReadonlyMap<number, Int32Array>, b: string): number {
  const blocks = Math.ceil(a.length / WORD);
  const plus = new Int32Array(blocks).fill(-1);
  const minus = new Int32Array(blocks);
  const lastBit = 1 << ((a.length - 1) % WORD);
  let changes = a.length;
  for (let at = 0; at < b.length; at += 1) {
    const equal = places.get(b.charCodeAt(at));
    // How the table's first row changes from column to column; each block hands on what comes out at its lower edge.
    let carried = 1;
    for (let block = 0; block < blocks; block += 1) {
      const pv = plus[block] ?? 0;
      const mv = minus[block] ?? 0;
      const here = equal?.[block] ?? 0;
      const down = carried < 0 ? 1 : 0;
      const up = carried > 0 ? 1 : 0;
      const xv = here | mv;
      const eq = here | down;
      const xh = (((eq & pv) + pv) ^ pv) | eq;
      const ph = mv | ~(xh | pv);
      const mh = pv & xh;
      const edge = block === blocks - 1 ? lastBit : 1 << (WORD - 1);
      carried = (ph & edge) !== 0 ? 1 : (mh & edge) !== 0 ? -1 : 0;
      const phNext = (ph << 1) | up;
      plus[block] = ((mh << 1) | down) | ~(xv | phNext);
      minus[block] = phNext & xv;
    }
    changes += carried;
  }
  return changes;
}

/** Where each letter stands, a bit for each place. */
function placesOf(text: string, blocks: number): ReadonlyMap<number, Int32Array> {
  const places = new Map<number, Int32Array>();
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const bits = places.get(code) ?? new Int32Array(blocks);
    const block = Math.floor(at / WORD);
    bits[block] = (bits[block] ?? 0) | (1 << (at % WORD));
    places.set(code, bits);
  }
  return places;
}
