import fc from 'fast-check';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import type { Grid } from '../../../src/core/grid';
import { decodeAs, decodeLegacy, encodingOfFont, kindOfText } from '../../../src/core/report/legacy/decode';
import { readableGrid } from '../../../src/core/report/legacy/readable-grid';
import { isSyllable } from '../../../src/core/report/legacy/syllables';
import { TCVN3, VNI_PAIRS, VNI_SIGNS } from '../../../src/core/report/legacy/tables';
import { tidyText } from '../../../src/core/report/legacy/tidy';
import { toCp1258, toTcvn3, toVni } from './encode-legacy';
import { gridOf } from './grids';

const { indicators, units } = programme2024();
const NAMES = [...indicators.flatMap((each) => [each.name, each.short, each.unit, ...each.aliases]), ...units.flatMap((each) => [each.name, each.short])];
const VIETNAMESE = [...new Set(NAMES)].filter((name) => kindOfText(name) !== 'plain');

describe('the tables', () => {
  test('every letter of Vietnamese has its own sign', () => {
    expect(new Set(TCVN3.values()).size).toBe(67 + 7);
    expect(new Set([...VNI_PAIRS.values(), ...VNI_SIGNS.values()]).size).toBe(67);
    expect([...VNI_PAIRS.values(), ...VNI_SIGNS.values()].every((letter) => letter.length === 1 && [...TCVN3.values()].includes(letter))).toBe(true);
  });

  const letters = [...new Set([...VNI_PAIRS.values(), ...VNI_SIGNS.values(), ...'abcdghiklmnopqrstuvxy'])];
  const words = fc.array(fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 6 }).map((signs) => `b${signs.join('')}`), { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));
  test('TCVN3 and back', () => fc.assert(fc.property(words, (text) => decodeAs('tcvn3', toTcvn3(text)) === text)));
  // A vowel before a vowel with a mark of its own reads as one letter, so only letters that stand apart come back.
  const apart = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 8 }).map((signs) => signs.map((letter) => `b${letter}`).join('b'));
  test('VNI and back, capitals too', () => fc.assert(fc.property(apart, fc.boolean(), (text, capital) => {
    const written = capital ? text.toUpperCase() : text;
    return decodeAs('vni', toVni(written)) === written;
  })));
});

describe('names of the programme', () => {
  test.each(VIETNAMESE)('%s', (name) => {
    expect(decodeLegacy(name)).toBeNull();
    // Short texts of letters that Latin-1 has are Vietnamese either way; the sheet or the font settles them.
    const [tcvn3, vni] = [decodeLegacy(toTcvn3(name), undefined, 'tcvn3'), decodeLegacy(toVni(name), undefined, 'vni')];
    expect(tcvn3?.text.toLowerCase()).toBe(name.toLowerCase());
    expect(vni?.text).toBe(name);
  });

  test('nearly all are told by their characters alone', () => {
    const told = (encode: (text: string) => string): number => VIETNAMESE.filter((name) => decodeLegacy(encode(name))?.text.toLowerCase() === name.toLowerCase()).length / VIETNAMESE.length;
    expect([told(toTcvn3), told(toVni)].map((share) => share > 0.96)).toEqual([true, true]);
  });
});

test.each<[string, string | undefined, string | null]>([
  ['Y tÕ, V¨n hãa, ThÓ thao vµ Møc sèng d©n c−', undefined, 'Y tế, Văn hóa, Thể thao và Mức sống dân cư'],
  ['Sè ng\u00ADêi ®· tham gia', undefined, 'Số người đã tham gia'],
  ['UBND TØNH KH¸NH HßA', undefined, 'UBND TỈNH KHÁNH HÒA'],
  ['së c«ng th\u00AD¬ng', '.VnTimeH', 'SỞ CÔNG THƯƠNG'],
  ['thó y', '.VnTime', 'thú y'],
  ['hé', '.VnArial', 'hộ'],
  ['Thu ngaân saùch', 'VNI-Times', 'Thu ngân sách'],
  ['UÛY BAN NHAÂN DAÂN TÆNH', undefined, 'ỦY BAN NHÂN DÂN TỈNH'],
  ['tû ®ång', undefined, 'tỷ đồng'],
  ['Y tÕ', undefined, 'Y tế'],
  ['L§TBXH', undefined, 'LĐTBXH'],
  // Near misses.
  ['thó y', undefined, null],
  ['hé', undefined, null],
  ['Sở Y tế', '.VnTime', null],
  ['Thu ngân sách', undefined, null],
  ['toán, hoà, khoè', undefined, null],
  ['Café São Köln Señor naïve', undefined, null],
  ['µm', undefined, null],
  ['5 m² × 3 ± 1 °C', undefined, null],
  ['© ® · −', '.VnTime', null],
  ['Microsoft®', undefined, null],
  ['KT03', '.VnTime', null],
])('%s %s', (text, font, expected) => expect(decodeLegacy(text, font)?.text ?? null).toBe(expected));

test.each([
  ['.VnTime', 'tcvn3'], ['.VnArialH', 'tcvn3'], ['.vntime', 'tcvn3'], ['VNI-Times', 'vni'], ['Times New Roman', null], ['Vnipro', null], [undefined, null],
])('font %s', (font, expected) => expect(encodingOfFont(font)).toBe(expected));

test.each([
  ['Nghiệp', true], ['ước', true], ['quốc', true], ['gì', true], ['Hoà', true], ['hòa', true], ['giường', true], ['nghiÖp', false], ['café', false], ['ngõnx', false], ['áà', false], ['', false],
])('syllable %s', (word, expected) => expect(isSyllable(word)).toBe(expected));

describe('a sheet', () => {
  const rows = ['Tổng kim ngạch xuất khẩu', 'Số hộ nghèo', 'Thu ngân sách nhà nước', 'hộ', 'Số vụ'];
  const textsOf = (grid: Grid): unknown[] => grid.cells.map(([cell]) => cell?.content && 'value' in cell.content && cell.content.value);

  test('short texts follow the sheet', () => {
    const { grid, legacyTexts } = readableGrid(gridOf(rows.map((text) => [toTcvn3(text), 12])));
    expect(textsOf(grid)).toEqual(rows);
    expect(legacyTexts).toHaveLength(rows.length);
    expect(legacyTexts[3]).toEqual({ row: 3, column: 0, encoding: 'tcvn3', text: 'hé', converted: 'hộ' });
  });

  test('among Unicode texts only what is certain is changed', () => {
    const mixed = [...rows, ...rows.map((text) => `${text} mới`), toTcvn3('Tổng kim ngạch xuất khẩu'), 'hé'];
    const { grid } = readableGrid(gridOf(mixed.map((text) => [text])));
    expect(textsOf(grid).slice(-2)).toEqual(['Tổng kim ngạch xuất khẩu', 'hé']);
  });

  test('a sheet without any is the same sheet', () => {
    const grid = gridOf([...rows.map((text) => [text, 'Café', 3]), [rows.join('\n').normalize('NFD')]]);
    expect(readableGrid(grid)).toEqual({ grid, legacyTexts: [] });
    expect(readableGrid(grid).grid).toBe(grid);
  });
});

describe('tidy texts', () => {
  test.each<[string, boolean, [string, string] | null]>([
    ['Thu nội địa', true, null],
    ['   - Thu nội địa', true, null],
    ['Thu\nnội địa', true, null],
    ['   KT03', false, ['spaces', 'KT03']],
    ['KT03 ', false, ['spaces', 'KT03']],
    ['Thu  nội địa', true, ['spaces', 'Thu nội địa']],
    ['Thu\u00A0nội địa', true, ['spaces', 'Thu nội địa']],
    ['  Thu nội địa ', true, ['spaces', '  Thu nội địa']],
    ['KT\u200B03', false, ['spaces', 'KT03']],
    ['Thu nội địa'.normalize('NFD'), true, ['decomposed', 'Thu nội địa']],
    [toCp1258('Tỷ lệ hộ nghèo'), true, ['cp1258', 'Tỷ lệ hộ nghèo']],
    [`${'Thu nội địa'.normalize('NFD')} `, true, ['decomposed', 'Thu nội địa']],
    [' ', true, null],
  ])('%j', (text, indented, expected) => {
    const tidy = tidyText(text, indented);
    expect(tidy && [tidy.reason, tidy.text]).toEqual(expected);
  });
  test('once is enough', () => fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...' \u00A0\u200Baệ\u0301KT0\n') }), fc.boolean(), (text, indented) => {
    const tidy = tidyText(text, indented);
    return tidy === null || tidyText(tidy.text, indented) === null;
  })));
});
