const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;

const digit = (value: number): string => DIGITS[value] ?? '';

/** "mười lăm", "hai mươi mốt", "một trăm linh hai" for 0 to 999, as official letters write a count in brackets; '' beyond. */
export function countInWords(count: number): string {
  if (!Number.isInteger(count) || count < 0 || count > 999) return '';
  const hundreds = Math.floor(count / 100);
  const rest = count % 100;
  if (hundreds === 0) return belowHundred(rest);
  if (rest === 0) return `${digit(hundreds)} trăm`;
  return `${digit(hundreds)} trăm ${rest < 10 ? `linh ${digit(rest)}` : belowHundred(rest)}`;
}

function belowHundred(value: number): string {
  if (value < 10) return digit(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const start = tens === 1 ? 'mười' : `${digit(tens)} mươi`;
  if (ones === 0) return start;
  if (ones === 5) return `${start} lăm`;
  if (ones === 1 && tens > 1) return `${start} mốt`;
  return `${start} ${digit(ones)}`;
}
