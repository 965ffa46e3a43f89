import fc from 'fast-check';
import { decodeText, readCsv } from '../../src/files/csv';
import { openFile } from '../../src/files/open-file';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const wide = (text: string, big: boolean, mark: boolean): Uint8Array => {
  const units = [...(mark ? '\ufeff' : ''), ...text].map((character) => character.charCodeAt(0));
  return new Uint8Array(units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
};
/** "Chỉ tiêu;Lũy kế" as windows-1258 writes it: base letters with their tone marks behind them. */
const CP1258 = new Uint8Array([0x43, 0x68, 0x69, 0xd2, 0x20, 0x74, 0x69, 0xea, 0x75, 0x3b, 0x4c, 0x75, 0xde, 0x79, 0x20, 0x6b, 0xea, 0xec]);

function values(text: string, file = 'a.csv'): unknown {
  const grid = readCsv(file, utf8(text));
  return grid.ok ? grid.value.cells.map((row) => row.map((cell) => (cell?.content && 'value' in cell.content ? cell.content.value : null))) : grid.refusal;
}

describe('encodings', () => {
  const text = 'Chỉ tiêu;Lũy kế';
  test.each<[string, Uint8Array]>([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a mark', utf8(`\ufeff${text}`)],
    ['UTF-16LE with a mark', wide(text, false, true)],
    ['UTF-16BE with a mark', wide(text, true, true)],
    ['UTF-16LE without', wide(text, false, false)],
    ['windows-1258', CP1258],
  ])('%s', async (_, bytes) => {
    expect(decodeText(bytes).replace(/^\ufeff/, '')).toBe(text);
    const outcome = await openFile('Ninh Hòa 06-2024.csv', bytes);
    if (outcome.status !== 'read') throw new Error(JSON.stringify(outcome.finding));
    expect(outcome.book.grids[0]?.name).toBe('Ninh Hòa 06-2024');
    expect(outcome.book.grids[0]?.cells).toEqual([[{ content: { kind: 'text', value: 'Chỉ tiêu' }, text: 'Chỉ tiêu' }, { content: { kind: 'text', value: 'Lũy kế' }, text: 'Lũy kế' }]]);
  });
});

describe('rows and fields', () => {
  test.each<[string, string, unknown]>([
    ['commas', 'a,b\n1,2', [['a', 'b'], [1, 2]]],
    ['semicolons, with commas in the numbers', 'a;b;c\n1,5;2,5;3,5\n1,5;2;3,5', [['a', 'b', 'c'], ['1,5', '2,5', '3,5'], ['1,5', 2, '3,5']]],
    ['tabs', 'a\tb\n1\t2', [['a', 'b'], [1, 2]]],
    ['a declared separator', 'sep=;\na;b,c', [['a', 'b,c']]],
    ['quotes', '"a,b","say ""x"""\n"two\nlines",2', [['a,b', 'say "x"'], ['two\nlines', 2]]],
    ['an empty quoted field', '"",1', [[null, 1]]],
    ['a quote that is never closed', '"a,b\n1', [['a,b\n1']]],
    ['a quote inside a field', 'a"b,1', [['a"b', 1]]],
    ['line ends of all systems', 'a,1\r\nb,2\rc,3\n', [['a', 1], ['b', 2], ['c', 3]]],
    ['blank fields and lines at the end', 'a,,\n,,\n\n', [['a']]],
    ['a blank line inside', 'a,b\n\nc,d', [['a', 'b'], [], ['c', 'd']]],
    ['whole numbers only', '0,-5,1.870,007,"1,5",12345678901234567890,-0', [[0, -5, '1.870', '007', '1,5', '12345678901234567890', '-0']]],
    ['formulas stay texts', '"=1+1",@x', [['=1+1', '@x']]],
  ])('%s', (_, text, expected) => expect(values(text)).toEqual(expected));

  test('a name that no sheet may have', () => {
    const grid = readCsv(`${'a/b:'.repeat(12)}.csv`, utf8('x'));
    expect(grid.ok && grid.value.name).toBe('a b '.repeat(8).slice(0, 31).trim());
  });

  test('what is written with quotes comes back', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'ế', '"', ',', ';', '\n', ' ', '1') }).filter((text) => text !== '' && !/^-?\d+$/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 5 }), (rows) => {
        const text = `sep=,\n${rows.map((row) => row.map((each) => `"${each.replace(/"/g, '""')}"`).join(',')).join('\n')}`;
        expect(values(text)).toEqual(rows.map((row) => [...row]));
      }),
    );
  });
});
