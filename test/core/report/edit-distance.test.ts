import fc from 'fast-check';
import { distanceFrom } from '../../../src/core/report/edit-distance';

/** The table as the textbooks have it. */
function plainly(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(changed, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

const row = 'a'.repeat(64);

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['ho ngheo', 'ho ngheo', 0],
  ['ho ngheo', 'ho can ngheo', 4],
  ['kitten', 'sitting', 3],
  [row, row.slice(1), 1],
  [row.slice(32), `b${row}`, 33],
])('from %j to %j: %d', (a, b, changes) => {
  expect(distanceFrom(a)(b)).toBe(changes);
});

test('is the plain table’s distance for texts of any length, and one text serves many', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c', ' ', 'ô'), { maxLength: 100 }).map((list) => list.join(''));
  fc.assert(
    fc.property(letters, fc.array(letters, { maxLength: 3 }), (a, others) => {
      const distance = distanceFrom(a);
      expect(others.map(distance)).toEqual(others.map((b) => plainly(a, b)));
    }),
  );
});
