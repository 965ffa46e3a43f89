/** Functions newer than the file format, which stand in files with a prefix. */
const PREFIXED = new Set(['CONCAT', 'IFNA', 'IFS', 'MAXIFS', 'MINIFS', 'NUMBERVALUE', 'SWITCH', 'TEXTJOIN', 'XLOOKUP', 'XMATCH', 'LET', 'DAYS']);

/** Texts, quoted sheet names, structured references and words, each as one piece; whatever else sign by sign. */
const PIECES = /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|[\p{L}_\\][\p{L}\p{N}_.\\]*|\[|[\s\S]/gu;

/**
 * A formula of a plan (with "=") as files write it: without "=", new functions with their prefix, "@" spelt out, and with
 * the name of the table that it stands in, which files never leave out.
 *
 * @param ownTable '' for a cell outside of any table
 */
export function fileFormula(formula: string, ownTable: string): string {
  const body = formula.replace(/^=/, '');
  const pieces = body.match(PIECES) ?? [];
  let written = '';
  let at = 0;
  while (at < pieces.length) {
    const piece = pieces[at] ?? '';
    if (piece === '[') {
      const { inside, next } = bracketed(pieces, at);
      const hasTable = /[\p{L}\p{N}_.\\]$/u.test(written);
      written += structured(hasTable ? '' : ownTable, inside);
      at = next;
      continue;
    }
    written += PREFIXED.has(piece.toUpperCase()) && pieces[at + 1] === '(' ? `_xlfn.${piece.toUpperCase()}` : piece;
    at += 1;
  }
  return written;
}

/** What stands between a bracket and its partner. */
function bracketed(pieces: readonly string[], start: number): { readonly inside: string; readonly next: number } {
  let depth = 0;
  let at = start;
  let inside = '';
  for (; at < pieces.length; at += 1) {
    const piece = pieces[at] ?? '';
    if (piece === '[') depth += 1;
    if (piece === ']') depth -= 1;
    if (depth === 0) return { inside, next: at + 1 };
    if (at > start) inside += piece;
  }
  return { inside, next: at };
}

function structured(table: string, inside: string): string {
  const row = /^\s*@\s*(.*)$/su.exec(inside);
  if (row === null) return `${table}[${inside}]`;
  const rest = row[1] ?? '';
  if (rest === '') return `${table}[#This Row]`;
  return `${table}[[#This Row],${rest.startsWith('[') ? rest : `[${rest}]`}]`;
}
