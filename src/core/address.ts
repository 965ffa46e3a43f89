/** A1 addresses and zero-based positions, both ways. */

const LETTERS = 26;

/** 0 → "A", 25 → "Z", 26 → "AA". */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / LETTERS) - 1) {
    name = String.fromCharCode(65 + (rest % LETTERS)) + name;
  }
  return name;
}

/** (13, 7) → "H14". */
export function addressOf(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** "A1:C9" for an area given by zero-based corners, both included; one cell gives "A1". */
export function areaAddress(top: number, left: number, bottom: number, right: number): string {
  const start = addressOf(top, left);
  const end = addressOf(bottom, right);
  return start === end ? start : `${start}:${end}`;
}

/** "H14" or "$H$14" → {row: 13, column: 7}; null when the text is no single-cell address. */
export function positionOf(address: string): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/.exec(address);
  if (!match?.[1] || !match[2]) return null;
  let column = 0;
  for (const letter of match[1].toUpperCase()) column = column * LETTERS + letter.charCodeAt(0) - 64;
  const row = Number(match[2]) - 1;
  return row < 0 ? null : { row, column: column - 1 };
}

/** A sheet name as it stands in a formula or a reference: 'Tổng hợp'!A1. */
export function quotedSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}
