import fc from 'fast-check';
import { foldName, foldText } from '../../../src/core/report/fold';

test.each([
  ['Lũy kế\n6  THÁNG', 'luy ke 6 thang'],
  ['Luỹ kế 6 tháng', 'luy ke 6 thang'],
  ['Ninh Hoà', 'ninh hoa'],
  ['Ninh Hòa'.normalize('NFD'), 'ninh hoa'],
  ['tỉ đồng', 'ty dong'],
  ['TỶ ĐỒNG', 'ty dong'],
  ['bác sỹ', 'bac si'],
  ['cùng kì', 'cung ky'],
  ['  Đô\u00A0thị  hóa ', 'do thi hoa'],
  ['15/05 – 14/06', '15/05 - 14/06'],
  ['Tỷ lệ ti tiện', 'ty le ty tien'],
  ['%', '%'],
])('%j folds to %j', (text, folded) => expect(foldText(text)).toBe(folded));

test('names lose their punctuation', () => expect(foldName('Sở LĐ-TB&XH')).toBe('so ld tb xh'));

// Lines of Decision 173/QĐ-UBND as it was published: letters and tone marks stand apart in them.
const DECISION = [
  ['TỈNH KHÁNH HO\u0300A', 'tinh khanh hoa'],
  ['- Sô\u0301 trường công lập đạt chuẩn quốc gia đạt 63,2%.', '- so truong cong lap dat chuan quoc gia dat 63,2%.'],
  ['nâng cao chất lượng đô thị ho\u0301a và kinh tế đô thị', 'nang cao chat luong do thi hoa va kinh te do thi'],
  ['luật tổ chức chính phủ va\u0300 luật tổ chức chính quyền', 'luat to chuc chinh phu va luat to chuc chinh quyen'],
] as const;
test.each(DECISION)('a line of the decision that is not in NFC: %s', (line, folded) => {
  expect(line.normalize('NFC')).not.toBe(line);
  expect(foldText(line)).toBe(folded);
});

test('composed and decomposed texts fold alike, and folding twice changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'aăâeêioôơuưyđ ÀẢÃÁẠằẳẵắặềểễếệỳỷỹýỵĐ-–\n,.') }), (text) => {
    expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
    expect(foldText(foldText(text))).toBe(foldText(text));
  }));
});

test('a text with signs of other scripts folds its letters like one without', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'aăêơưđT iIkK ÀẢằẳẵỳĐİßº¼´¨\u0301\u200b\u00a0-–“”…%.,\n') }), (text) => {
    expect(foldText(`${text} x 😀`)).toBe(`${foldText(`${text} x`)} 😀`);
    expect(foldName(`${text} x 😀`)).toBe(foldName(`${text} x`));
  }));
});
