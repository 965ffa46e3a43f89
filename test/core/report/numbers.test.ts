import fc from 'fast-check';
import type { Cell } from '../../../src/core/grid';
import { readNumber, type NumberGrammar } from '../../../src/core/report/numbers';
import type { Reading } from '../../../src/core/report/types';

const text = (value: string): Cell => ({ content: { kind: 'text', value }, text: value });
const stored = (value: number, format?: string, shown = ''): Cell => ({ content: { kind: 'number', value }, text: shown, ...(format === undefined ? {} : { format }) });

/** A reading in short: 1870 · "1870|1.87" · "notOccurred" · "!#REF!" · "text". */
function short(reading: Reading): number | string {
  switch (reading.kind) {
    case 'number':
      return reading.value;
    case 'ambiguous':
      return reading.readings.join('|');
    case 'placeholder':
      return reading.state;
    case 'error':
      return `!${reading.code}`;
    case 'blank':
    case 'text':
      return reading.kind;
  }
}

const check = (value: string, expected: number | string, grammar: NumberGrammar = { decimals: 1 }): void => {
  test(`${JSON.stringify(value)} (${JSON.stringify(grammar)}) → ${expected}`, () => expect(short(readNumber(text(value), grammar))).toBe(expected));
};

describe('plain numerals, Vietnamese and English', () => {
  check('0', 0);
  check('12', 12);
  check('03', 3);
  check('007', 'text'); // a code, not a count
  check('96,25', 96.25);
  check('96.25', 96.25);
  check('0,48', 0.48);
  check('0.485', 0.485); // no group begins with 0
  check('7.710,3', 7710.3);
  check('7,710.3', 7710.3);
  check('1.234.567', 1234567);
  check('1,234,567', 1234567);
  check('16 687', 16687);
  check('16\u00A0687', 16687);
  check('16\u202F687,5', 16687.5);
  check("16'687", 16687);
  check('１２，５', 12.5);
  check('１ ８７０', 1870);
  check("'638", 638);
  check('  638 ', 638);
  check('2547.5', 2547.5);
  check('123456789012345678', 'text'); // more digits than a double holds
});

describe('what does not format back is no number', () => {
  check('7,710,3', 'text');
  check('1.23.456', 'text');
  check('1.870.00', 'text');
  check('1,870.5,2', 'text');
  check('12.', 'text');
  check('.5', 'text');
  check('1 2', 'text');
  check('1e5', 'text');
  check('12-14', 'text');
  check('64/92', 'text');
  check('15/06/2024', 'text');
  check('10²', 'text');
  check('abc', 'text');
  check('khoảng', 'text');
  check('gấp 7,2 lần', 'text');
  check('Nă 5', 'text');
});

describe('one separator before three digits', () => {
  check('1.870', '1870|1.87');
  check('1,870', '1.87|1870'); // Vietnamese notation first
  check('1.051', '1051|1.051', { decimals: 1, likely: 829.5 });
  check('1,051', '1051|1.051', { decimals: 1, likely: 829.5 });
  check('8.112', '8.112|8112', { decimals: 2, likely: 8.1 });
  check('1.589', 1589, { decimals: 0 });
  check('1,589', 1589, { decimals: 0 });
  check('100.285', '100285|100.285', { decimals: null });
  check('12,5', 12.5, { decimals: 0 }); // a fraction where a count is asked is another check's business
  check('≈11.500', 11500, { decimals: 0 });
  check('-1.870', '-1870|-1.87');
});

describe('signs', () => {
  check('-5', -5);
  check('–5,5', -5.5);
  check('− 5', -5);
  check('+5', 5);
  check('(12,5)', -12.5);
  check('(12,5', 'text');
  check('--5', 'text');
});

describe('qualifiers, units of measure and percent', () => {
  const reading = (value: string, grammar: NumberGrammar = { decimals: 1 }): Reading => readNumber(text(value), grammar);
  test.each([
    ['38,05%', 38.05, '', true],
    ['38,05 %', 38.05, '', true],
    ['0,48 điểm %', 0.48, 'điểm %', true],
    ['gần 4.000', 4000, 'gần', false],
    ['≈ 11.500', 11500, '≈', false],
    ['>90%', 90, '>', true],
    ['ước 12,5', 12.5, 'ước', false],
    ['ước đạt 96,25', 96.25, 'ước đạt', false],
    ['trên 75,5 %', 75.5, 'trên', true],
    ['12,5 triệu USD', 12.5, 'triệu USD', false],
    ['12,5*', 12.5, '*', false],
  ])('%s', (value, expected, qualifier, percent) => {
    expect(reading(value, { decimals: value.includes('000') || value.includes('500') ? 0 : 1 })).toEqual({ kind: 'number', value: expected, storedAs: 'text', qualifier, percent });
  });
  check('1.870 triệu USD', '1870|1.87');
  check('1,87 tỷ USD', 'text', { decimals: 1, unit: 'triệu USD' }); // another unit of measure: a thousand times off
  check('11,5 nghìn người', 'text', { decimals: 0, unit: 'người' });
  check('1.589 người', 1589, { decimals: 0, unit: 'người' });
  check('50%', 'text', { decimals: 0, isPercent: false });
  check('150 tr.USD', 150, { decimals: 1, unit: 'triệu USD' });
  check('hơn 11.500 lao động', 11500, { decimals: 0, unit: 'người' });
  check('12,5 tỷ', 12.5, { decimals: 1, unit: 'tỷ đồng' });
  check('12,5 tỷ', 'text', { decimals: 1, unit: 'triệu USD' });
  check('không', 'notOccurred');
  check('Không phát sinh trong tháng', 'notOccurred');
  check('Đang tổng hợp số liệu', 'notAvailable');
  check('chưa có số liệu (chưa công bố)', 'notAvailable');
  check('chưa có số liệu, ước 5', 'text');
  check('chưa đạt', 'text');
});

describe('why there is no figure', () => {
  check('', 'blank');
  check('  \u00A0', 'blank');
  check('-', 'notOccurred');
  check('–', 'notOccurred');
  check('KPS', 'notOccurred');
  check('Không phát sinh', 'notOccurred');
  check('…', 'notAvailable');
  check('...', 'notAvailable');
  check('chưa có số liệu', 'notAvailable');
  check('Chưa có', 'notAvailable');
  check('đang tổng hợp', 'notAvailable');
  check('x', 'notApplicable');
  check('X', 'notApplicable');
  check('#REF!', '!#REF!');
  check('constructor', 'text');
});

describe('stored cells', () => {
  test.each<[string, Cell | null, Reading]>([
    ['nothing', null, { kind: 'blank' }],
    ['a formula never calculated', { content: null, text: '', formula: '=1' }, { kind: 'blank' }],
    ['a number', stored(154), { kind: 'number', value: 154, storedAs: 'number', qualifier: '', percent: false }],
    ['a percentage', stored(0.3805, '0.00%', '38,05%'), { kind: 'number', value: 38.05, storedAs: 'number', qualifier: '', percent: true }],
    ['a thousands format', stored(1870, '#,##0.0', '1.870,0'), { kind: 'number', value: 1870, storedAs: 'number', qualifier: '', percent: false }],
    ['a colour and a literal in the format', stored(5, '[Red]#,##0" điểm %"', ''), { kind: 'number', value: 5, storedAs: 'number', qualifier: '', percent: false }],
    ['minus zero', stored(-0), { kind: 'number', value: 0, storedAs: 'number', qualifier: '', percent: false }],
    ['a date', stored(45413, 'dd/mm/yyyy', '01/05/2024'), { kind: 'text', text: '01/05/2024' }],
    ['infinity', stored(Infinity), { kind: 'text', text: 'Infinity' }],
    ['true', { content: { kind: 'boolean', value: true }, text: 'TRUE' }, { kind: 'text', text: 'TRUE' }],
    ['an error', { content: { kind: 'error', code: '#REF!' }, text: '#REF!' }, { kind: 'error', code: '#REF!' }],
  ])('%s', (_name, cell, expected) => expect(readNumber(cell, { decimals: 2 })).toEqual(expected));
});

describe('properties', () => {
  const written = (digits: number, decimals: number, group: string, point: string): string => {
    const [whole = '', fraction = ''] = (digits / 10 ** decimals).toFixed(decimals).split('.');
    return whole.replace(/\B(?=(\d{3})+$)/g, group) + (fraction === '' ? '' : point + fraction);
  };
  test.each([['.', ','], [',', '.'], [' ', ','], ['\u00A0', ',']])('a number written with %j and %j reads back', (group, point) => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 4 }), fc.boolean(), (digits, decimals, negative) => {
      const value = (negative && digits > 0 ? -1 : 1) * (digits / 10 ** decimals);
      const reading = readNumber(text((value < 0 ? '-' : '') + written(digits, decimals, group, point)), { decimals });
      const values = reading.kind === 'number' ? [reading.value] : reading.kind === 'ambiguous' ? reading.readings : [];
      expect(values).toContain(value);
    }));
  });
  test('ambiguous exactly when one separator stands between a group and three digits', () => {
    fc.assert(fc.property(fc.stringMatching(/^[0-9]{1,5}[.,]?[0-9]{0,4}$/), (numeral) => {
      const reading = readNumber(text(numeral), { decimals: 2 });
      expect(reading.kind === 'ambiguous').toBe(/^[1-9]\d{0,2}[.,]\d{3}$/.test(numeral));
      if (reading.kind === 'ambiguous') expect(reading.readings[0]).not.toBe(reading.readings[1]);
    }));
  });
  test('never NaN, never throws, whatever stands in the cell', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-–(+≈]?[0-9., ']{0,12}[%x)]?$/)), fc.option(fc.integer({ min: 0, max: 3 })), (value, decimals) => {
      const reading = readNumber(text(value), { decimals });
      const values = reading.kind === 'number' ? [reading.value] : reading.kind === 'ambiguous' ? reading.readings : [];
      for (const each of values) expect(Number.isFinite(each)).toBe(true);
    }), { numRuns: 2000 });
  });
});
