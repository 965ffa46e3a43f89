import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';

/**
 * Draws the icons of the ribbon and the add-in, once, at every size. Each is a few filled shapes on a 32-unit board,
 * sampled 8 × 8 a pixel, so that the small sizes stay crisp. Run: npx tsx scripts/make-icons.ts
 */
type Colour = readonly [number, number, number];
interface Shape {
  readonly colour: Colour;
  readonly covers: (x: number, y: number) => boolean;
}

const GREEN: Colour = [16, 110, 72];
const BLUE: Colour = [15, 84, 140];
const AMBER: Colour = [201, 122, 0];
const WHITE: Colour = [255, 255, 255];
const GREY: Colour = [205, 212, 218];

const box = (left: number, top: number, right: number, bottom: number, radius = 0): Shape['covers'] => (x, y) => {
  if (x < left || x > right || y < top || y > bottom) return false;
  const dx = Math.max(left + radius - x, x - (right - radius), 0);
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
  return dx * dx + dy * dy <= radius * radius || radius === 0;
};
const disc = (cx: number, cy: number, r: number): Shape['covers'] => (x, y) => (x - cx) ** 2 + (y - cy) ** 2 <= r * r;
/** A stroke from point to point. */
const line = (points: readonly (readonly [number, number])[], width: number): Shape['covers'] => (x, y) =>
  points.some((start, n) => {
    const end = points[n + 1];
    if (end === undefined) return false;
    const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
    const along = Math.max(0, Math.min(1, ((x - start[0]) * dx + (y - start[1]) * dy) / (dx * dx + dy * dy)));
    return (x - start[0] - along * dx) ** 2 + (y - start[1] - along * dy) ** 2 <= (width / 2) ** 2;
  });

const sheet: readonly Shape[] = [
  { colour: GREEN, covers: box(2, 3, 24, 29, 2.5) },
  { colour: WHITE, covers: box(5, 6, 21, 26, 1) },
  ...[9.5, 14.5, 19.5].flatMap((y): Shape[] => [{ colour: GREY, covers: box(7, y, 19, y + 2.2) }]),
];
const ICONS: Readonly<Record<string, readonly Shape[]>> = {
  check: [...sheet, { colour: WHITE, covers: disc(23, 22, 8.6) }, { colour: BLUE, covers: disc(23, 22, 7.4) }, { colour: WHITE, covers: line([[19.4, 22.2], [22, 25], [26.8, 19.4]], 2.4) }],
  consolidate: [
    ...[3, 12, 21].map((y): Shape => ({ colour: GREEN, covers: box(2, y, 11, y + 7, 1.5) })),
    { colour: AMBER, covers: line([[12.5, 6.5], [17, 15.5]], 2.2) },
    { colour: AMBER, covers: line([[12.5, 15.5], [17, 15.5]], 2.2) },
    { colour: AMBER, covers: line([[12.5, 24.5], [17, 15.5]], 2.2) },
    { colour: BLUE, covers: box(18, 6, 30, 25, 2) },
    { colour: WHITE, covers: box(20.5, 10, 27.5, 12.4) },
    { colour: WHITE, covers: box(20.5, 15, 27.5, 17.4) },
    { colour: WHITE, covers: box(20.5, 20, 27.5, 22.4) },
  ],
  dashboard: [
    { colour: GREEN, covers: box(3, 17, 9, 29, 1.2) },
    { colour: BLUE, covers: box(13, 10, 19, 29, 1.2) },
    { colour: AMBER, covers: box(23, 14, 29, 29, 1.2) },
    { colour: [70, 78, 86], covers: line([[2, 7], [30, 3]], 2) },
  ],
  addin: [
    { colour: GREEN, covers: box(1, 1, 31, 31, 6) },
    { colour: WHITE, covers: box(7, 18, 11.5, 26, 1) },
    { colour: WHITE, covers: box(13.8, 12, 18.3, 26, 1) },
    { colour: WHITE, covers: box(20.6, 15, 25.1, 26, 1) },
    { colour: [255, 205, 90], covers: line([[6.5, 10.5], [12, 14], [25.5, 6]], 2.4) },
  ],
};

const SAMPLES = 8;

function draw(shapes: readonly Shape[], size: number): Buffer {
  const png = new PNG({ width: size, height: size });
  for (let py = 0; py < size; py += 1) {
    for (let px = 0; px < size; px += 1) {
      let [red, green, blue, covered] = [0, 0, 0, 0];
      for (let s = 0; s < SAMPLES * SAMPLES; s += 1) {
        const x = ((px + ((s % SAMPLES) + 0.5) / SAMPLES) * 32) / size;
        const y = ((py + (Math.floor(s / SAMPLES) + 0.5) / SAMPLES) * 32) / size;
        const top = shapes.findLast((shape) => shape.covers(x, y));
        if (top === undefined) continue;
        covered += 1;
        red += top.colour[0];
        green += top.colour[1];
        blue += top.colour[2];
      }
      const at = (py * size + px) * 4;
      const share = Math.max(covered, 1);
      png.data.set([Math.round(red / share), Math.round(green / share), Math.round(blue / share), Math.round((covered * 255) / (SAMPLES * SAMPLES))], at);
    }
  }
  return PNG.sync.write(png);
}

mkdirSync('assets', { recursive: true });
for (const [name, shapes] of Object.entries(ICONS)) {
  for (const size of [16, 32, 64, 80]) writeFileSync(path.join('assets', `${name}-${size}.png`), draw(shapes, size));
}
