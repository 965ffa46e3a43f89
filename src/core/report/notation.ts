/**
 * The number that a bare numeral states: digits with separators, nothing else. A reading counts only when it is
 * lossless, that is when writing the number in the same notation gives the text back.
 */

/** A double holds 15 significant digits without loss. */
const MOST_DIGITS = 15;

/** Every lossless reading of an unsigned numeral; two readings only for one separator before three digits ("1.870"). Empty for anything else. */
export function readingsOf(numeral: string): readonly number[] {
  const text = numeral.replace(/(?<=\d)['’](?=\d{3})/g, ' ');
  if (text.replace(/\D/g, '').replace(/^0+/, '').length > MOST_DIGITS) return [];
  if (/^\d+$/.test(text)) return isPlainInteger(text) ? [Number(text)] : [];
  if (text.includes(' ')) return one(/^([1-9]\d{0,2}(?: \d{3})+)(?:[.,](\d+))?$/.exec(text));

  const dots = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  if (dots > 0 && commas > 0) {
    const decimal = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
    return decimal === ','
      ? one(/^([1-9]\d{0,2}(?:\.\d{3})+),(\d+)$/.exec(text))
      : one(/^([1-9]\d{0,2}(?:,\d{3})+)\.(\d+)$/.exec(text));
  }
  if (dots + commas > 1) return one(/^([1-9]\d{0,2}(?:[.,]\d{3})+)$/.exec(text));

  const grouped = one(/^([1-9]\d{0,2}[.,]\d{3})$/.exec(text));
  const decimal = one(/^(0|[1-9]\d*)[.,](\d+)$/.exec(text));
  // Vietnamese notation first: there the dot groups and the comma parts the decimals.
  return text.includes('.') ? [...grouped, ...decimal] : [...decimal, ...grouped];
}

/** "03 xã" is how administrative texts write small counts; longer leading zeros are codes, not numbers. */
function isPlainInteger(text: string): boolean {
  return text === '0' || /^[1-9]/.test(text) || /^0[0-9]$/.test(text);
}

function one(match: RegExpExecArray | null): readonly number[] {
  const whole = match?.[1];
  if (whole === undefined) return [];
  const digits = whole.replace(/\D/g, '');
  const fraction = match?.[2];
  return [Number(fraction === undefined ? digits : `${digits}.${fraction}`)];
}
