import fc from 'fast-check';
import { parseEntry } from '../../../src/workbench/host/entry';

const now = new Date(2024, 5, 20);

describe('typed texts', () => {
  test('every number is read back as itself', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(parseEntry(String(number), 'General', now)).toMatchObject({ kind: 'value', value: number === 0 ? 0 : number });
      }),
    );
  });

  test('a cell formatted as text keeps any text but the leading apostrophe', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const entry = parseEntry(text, '@', now);
        expect(entry).toEqual({ kind: 'value', value: text.startsWith("'") ? text.slice(1) : text });
      }),
    );
  });

  test.each([
    ['', null],
    ['-', '-'],
    ['1,23', '1,23'],
    ['1,2345', 12345],
    ['12.345.678', '12.345.678'],
    ['$5', 5],
    ['+5', 5],
    ['.5', 0.5],
    ['5 %', 0.05],
    ['2/30/2024', '2/30/2024'],
    ['13/2024', '13/2024'],
    ['06/2024', 45444],
    ['2024-06-20', 45463],
    ['20-Jun-24', 45463],
    ['June 2024', 45444],
    ['Juner 2024', 'Juner 2024'],
    ['25:00', '25:00'],
    ['12:30 PM', 12.5 / 24],
    ['6/20/2024 6:00', 45463.25],
    ['1/1/1900', 1],
    ['3/1/1900', 61],
    ['false', false],
    ['#div/0!', { error: '#DIV/0!' }],
    ['(5', '(5'],
  ])('%s', (text, value) => {
    expect(parseEntry(text, 'General', now)).toMatchObject({ kind: 'value', value });
  });
});
