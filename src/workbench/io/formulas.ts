import { tokenize } from '../calc/tokens';

/** Functions newer than the file format, which stand in files with a prefix. */
const PREFIXED = new Set([
  'CONCAT', 'IFNA', 'IFS', 'MAXIFS', 'MINIFS', 'NUMBERVALUE', 'SWITCH', 'TEXTJOIN', 'XLOOKUP', 'XMATCH', 'UNIQUE', 'FILTER', 'SORT',
  'SORTBY', 'SEQUENCE', 'LET', 'DAYS', 'ISFORMULA', 'FORMULATEXT', 'SHEET', 'SHEETS', 'CEILING.MATH', 'FLOOR.MATH',
  'PERCENTILE.INC', 'PERCENTILE.EXC', 'QUARTILE.INC', 'QUARTILE.EXC', 'RANK.EQ', 'RANK.AVG', 'STDEV.S', 'STDEV.P', 'VAR.S', 'VAR.P',
  'MODE.SNGL', 'NORM.DIST', 'NORM.INV', 'TEXTBEFORE', 'TEXTAFTER', 'TEXTSPLIT', 'VSTACK', 'HSTACK', 'TAKE', 'DROP', 'ISOMITTED',
]);

const SPREADING = new Set(['FILTER', 'SORT']);

/**
 * A formula of the workbook (with "=") as files write it: without "=", new functions with their prefix, "@" spelt out, and
 * with the name of the table that the formula stands in, which files never leave out.
 */
export function fileFormula(formula: string, ownTable = ''): string {
  const body = formula.replace(/^=/, '');
  const tokens = tokenize(body);
  if (tokens === undefined) return body;
  return tokens
    .map((token) => {
      if (token.kind === 'function' && PREFIXED.has(token.text.toUpperCase())) {
        const name = token.text.toUpperCase();
        return `_xlfn.${SPREADING.has(name) ? '_xlws.' : ''}${name}`;
      }
      if (token.kind !== 'structured') return token.text;
      const table = token.table === '' ? ownTable : token.table;
      const row = /^\s*@\s*(.*)$/su.exec(token.inside);
      if (row === null) return `${table}[${token.inside}]`;
      const rest = row[1] ?? '';
      if (rest === '') return `${table}[#This Row]`;
      return `${table}[[#This Row],${rest.startsWith('[') ? rest : `[${rest}]`}]`;
    })
    .join('');
}

/** A formula of a file as Excel shows it: with "=" and without the prefixes. */
export function shownFormula(formula: string): string {
  const body = formula.replace(/^=/, '');
  if (!/_xl(?:fn|ws|pm)\./.test(body)) return `=${body}`;
  const tokens = tokenize(body);
  if (tokens === undefined) return `=${body}`;
  const bare = (text: string): string => text.replace(/^(?:_xlfn\.|_xlws\.|_xlpm\.)+/, '');
  return `=${tokens.map((token) => (token.kind === 'function' || token.kind === 'word' ? bare(token.text) : token.text)).join('')}`;
}
