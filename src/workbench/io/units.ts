/** Points of a column's width in characters of the standard font (7 pixels each at 96 per inch). */
export function pointsOfWidth(characters: number): number {
  return characters * 5.25;
}

/** Characters of a column's width in points, in the 256ths that files keep. */
export function widthOfPoints(points: number): number {
  return Math.round((points / 5.25) * 256) / 256;
}

export const POINTS_PER_INCH = 72;

const DAY = 86_400_000;
const UNIX_EPOCH = 25_569;

/** The serial number of a moment that the file library made of one; `date1904` as it was then. */
export function serialOf(date: Date, date1904: boolean): number {
  return UNIX_EPOCH + date.getTime() / DAY - (date1904 ? 1462 : 0);
}
