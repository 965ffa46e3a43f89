/**
 * The functions whose results were compared with Excel's documentation or computed by hand; any other is refused by
 * name rather than left to the engine, which answers some that it does not know with a guess.
 */
export const KNOWN_FUNCTIONS: ReadonlySet<string> = new Set([
  'ABS', 'AND', 'AVERAGE', 'AVERAGEIF', 'AVERAGEIFS', 'CEILING', 'CHOOSE', 'COLUMN', 'COLUMNS', 'CONCAT', 'CONCATENATE',
  'COUNT', 'COUNTA', 'COUNTBLANK', 'COUNTIF', 'COUNTIFS', 'DATE', 'DATEVALUE', 'DAY', 'EDATE', 'EOMONTH', 'ERROR.TYPE',
  'EXACT', 'FALSE', 'FIND', 'FLOOR', 'HLOOKUP', 'IF', 'IFERROR', 'IFNA', 'IFS', 'INDEX', 'INT', 'ISBLANK', 'ISERR',
  'ISERROR', 'ISNA', 'ISNUMBER', 'ISTEXT', 'LARGE', 'LEFT', 'LEN', 'LOWER', 'MATCH', 'MAX', 'MAXIFS', 'MEDIAN', 'MID',
  'MIN', 'MINIFS', 'MOD', 'MONTH', 'N', 'NA', 'NOT', 'NOW', 'OR', 'POWER', 'PRODUCT', 'RANK', 'REPT', 'RIGHT', 'ROUND',
  'ROUNDDOWN', 'ROUNDUP', 'ROW', 'ROWS', 'SEARCH', 'SIGN', 'SMALL', 'SQRT', 'SUBSTITUTE', 'SUBTOTAL', 'SUM', 'SUMIF',
  'SUMIFS', 'SUMPRODUCT', 'SUMSQ', 'SWITCH', 'T', 'TEXT', 'TEXTJOIN', 'TODAY', 'TRIM', 'TRUE', 'TRUNC', 'UPPER',
  'VALUE', 'VLOOKUP', 'XLOOKUP', 'YEAR',
]);

/** Functions that take blocks and give one value: a block inside them makes no array outside. */
export const REDUCING_FUNCTIONS: ReadonlySet<string> = new Set([
  'AND', 'AVERAGE', 'AVERAGEIF', 'AVERAGEIFS', 'COLUMNS', 'CONCAT', 'COUNT', 'COUNTA', 'COUNTBLANK', 'COUNTIF', 'COUNTIFS',
  'HLOOKUP', 'INDEX', 'LARGE', 'MATCH', 'MAX', 'MAXIFS', 'MEDIAN', 'MIN', 'MINIFS', 'OR', 'PRODUCT', 'RANK', 'ROWS', 'SMALL',
  'SUBTOTAL', 'SUM', 'SUMIF', 'SUMIFS', 'SUMPRODUCT', 'SUMSQ', 'TEXTJOIN', 'VLOOKUP', 'XLOOKUP',
]);

/** Whether the argument (from 0) of a function is a criterion; the engine takes a block or array there for nothing. */
export function isCriterion(name: string, argument: number): boolean {
  switch (name) {
    case 'SUMIF':
    case 'COUNTIF':
    case 'AVERAGEIF':
      return argument === 1;
    case 'COUNTIFS':
      return argument % 2 === 1;
    case 'SUMIFS':
    case 'AVERAGEIFS':
    case 'MAXIFS':
    case 'MINIFS':
      return argument >= 2 && argument % 2 === 0;
    default:
      return false;
  }
}

const BY_CRITERIA: ReadonlySet<string> = new Set(['AVERAGEIF', 'AVERAGEIFS', 'COUNTIF', 'COUNTIFS', 'MAXIFS', 'MINIFS', 'SUMIF', 'SUMIFS']);

/** Whether the argument (from 0) of a function is a block that criteria are asked of, or that is summed by them. */
export function isBlockByCriteria(name: string, argument: number): boolean {
  return BY_CRITERIA.has(name) && !isCriterion(name, argument);
}

/** "_xlfn.MAXIFS" and "maxifs" are "MAXIFS". */
export function plainFunction(name: string): string {
  return name.replace(/^(?:_xlfn\.|_xlws\.)+/i, '').toUpperCase();
}
