import { hashText } from '../../src/core/hash';

/** Fingerprints are stored in workbooks: they stay what they are for good. */
test.each([
  ['', '0bdcb81aee8d831c4425d7d009e1'],
  ['a', '1c2ba782c9790113124eda4555df'],
  ['V03|NT|KT01|2024-06|month', '174e2dc6ae571d0bac1277bb9d71'],
  ['Tổng vốn đầu tư phát triển', '0abf217125dd771ffc5e0385aa89'],
  ['xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', '183926ad1fe7191e02975babab29'],
  ['F11|SCT||2024-05|Sheet2', '12c954d1e5d0d40a34d5ea5c9a2d'],
  ['n34505', '00335e06f32ef100b583108a3e59'],
])('%j', (text, hash) => {
  expect(hashText(text)).toBe(hash);
});
