import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { createMatcher, matchRow, withoutNumbering } from '../../../src/core/report/match';
import { opensSignature } from '../../../src/core/report/row-kinds';

const matcher = createMatcher(indexCatalogue(programme2024()));
const found = (name: string, code = '', above: string | null = null): string => {
  const match = matchRow({ code, name, above }, matcher);
  return match.how === 'none' ? 'none' : `${match.how} ${match.indicator}`;
};

test.each([
  ['1.- Số  lao động có việc làm', 'Số  lao động có việc làm'], ['1.2- Tỷ lệ', 'Tỷ lệ'], ['10. Số xã', 'Số xã'], ['a) Thu nội địa', 'Thu nội địa'],
  ['- Thu nội địa', 'Thu nội địa'], ['+ Thu nội địa', 'Thu nội địa'], ['– Trong đó: Thu nội địa', 'Thu nội địa'], ['II. Xã hội', 'Xã hội'],
  ['1.1 Thu nội địa', 'Thu nội địa'], ['Y tế', 'Y tế'], ['5 tuổi', '5 tuổi'], ['-', '-'],
])('%j without its numbering is %j', (name, bare) => expect(withoutNumbering(name)).toBe(bare));

test.each([
  ['any name', 'XH07', 'code XH07'],
  ['any name', ' xh 07 ', 'code XH07'],
  ['any name', 'XH12,1', 'code XH12.1'],
  ['Thu nội địa', 'KT03', 'code KT03'], // the code wins over the name
  ['Thu nội địa', 'ZZ99', 'name KT04.2'],
  ['Tổng kim ngạch xuất khẩu', '', 'name KT03'],
  ['TỔNG KIM NGẠCH XUẤT KHẨU', '', 'name KT03'],
  ['Tỷ lệ đô thị hoá', '', 'name XH11'],
  ['Tỉ lệ đô thị hóa'.normalize('NFD'), '', 'name XH11'],
  ['5.- Số trường công lập đạt chuẩn quốc gia', '', 'name XH10'],
  ['Tỷ lệ dân số tham gia BHYT', '', 'name XH07'],
  ['Số bác sỹ trên một vạn dân', '', 'name XH05'],
  ['Kim ngạch xuất khẩu', '', 'alias KT03'],
  ['Tỷ lệ che phủ rừng (%)', '', 'name MT01'],
  ['Tỷ lệ lao động có bằng cấp chứng chỉ', '', 'name XH03.1'],
  // Proposals only.
  ['Tỷ lệ che phủ rừng (đã khép tán)', '', 'approximate MT01'],
  ['Tỷ lệ dân số tham gia bảo hểm y tế', '', 'approximate XH07'],
  ['Tổng thu ngân sách nhà nước trên địa bàn tỉnh', '', 'approximate KT04'],
  // Nothing near enough, or two alike near.
  ['Tỷ lệ hài lòng của người bệnh', '', 'none'],
  ['Tỷ lệ lao động trong độ tuổi tham gia bảo hiểm', '', 'none'],
  ['Chỉ số sản xuất công nghiệp', '', 'none'],
  ['', '', 'none'],
])('%j with code %j → %s', (name, code, expected) => expect(found(name, code)).toBe(expected));

test('a part is named by what stands above it', () => {
  expect(found('- tăng thêm trong năm', '', 'XH12')).toBe('alias XH12.1');
  expect(found('- tăng thêm trong năm')).toBe('none');
});

test('every indicator is found by its own code, name and aliases, and by no other', () => {
  for (const { code, name, short, aliases } of programme2024().indicators) {
    expect(found('', code)).toBe(`code ${code}`);
    expect(found(name)).toBe(`name ${code}`);
    for (const alias of [short, ...aliases]) expect(found(alias)).toMatch(new RegExp(`^(name|alias) ${code.replace('.', '\\.')}$`));
  }
});

test.each([
  ['Người lập biểu', true], ['THỦ TRƯỞNG ĐƠN VỊ', true], ['Nơi nhận:', true], ['KT. GIÁM ĐỐC', true], ['TM. ỦY BAN NHÂN DÂN', true],
  ['Khánh Hòa, ngày 15 tháng 6 năm 2024', true], ['Số người chết do tai nạn giao thông', false], ['Tổng kim ngạch xuất khẩu', false],
])('%j opens the signature block: %s', (text, expected) => expect(opensSignature(text)).toBe(expected));
