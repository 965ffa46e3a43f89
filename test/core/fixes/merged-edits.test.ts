import { mergedEdits } from '../../../src/core/fixes/merged-edits';
import type { CellEdit } from '../../../src/core/fixes/types';

const at = (before: CellEdit['before'], after: CellEdit['after'], more: Partial<CellEdit> = {}): CellEdit => ({ sheet: 'S', address: 'H12', before, after, ...more });

test.each<readonly [string, readonly CellEdit[], readonly CellEdit[]]>([
  ['one edit', [at('2.340', 2340)], [at('2.340', 2340)]],
  ['two cells', [at('a', 1), at('a', 1, { address: 'H13' })], [at('a', 1), at('a', 1, { address: 'H13' })]],
  ['the same cell of two sheets', [at('a', 1), at('a', 1, { sheet: 'T' })], [at('a', 1), at('a', 1, { sheet: 'T' })]],
  ['the same fix twice', [at('a', 1), at('a', 1)], [at('a', 1)]],
  ['a number over a tidied text', [at('2.340 ', '2.340'), at('2.340 ', 2340, { numberFormat: 'General' })], [at('2.340 ', 2340, { numberFormat: 'General' })]],
  ['whichever comes first', [at('2.340 ', 2340), at('2.340 ', '2.340')], [at('2.340 ', 2340)]],
  ['a tidied text that must stay text', [at('=x ', '=x ', { numberFormat: '@' }), at('=x ', '=x')], [at('=x ', '=x', { numberFormat: '@' })]],
  ['and the other way round', [at('=x ', '=x'), at('=x ', '=x ', { numberFormat: '@' })], [at('=x ', '=x', { numberFormat: '@' })]],
  ['words of two figures in one empty note', [at(null, 'gần 4', { appends: true }), at(null, 'hơn 5', { appends: true })], [at(null, 'gần 4; hơn 5', { appends: true })]],
  ['behind what stands there', [at('rà soát', 'rà soát; gần 4', { appends: true }), at('rà soát', 'rà soát; hơn 5', { appends: true })], [at('rà soát', 'rà soát; gần 4; hơn 5', { appends: true })]],
  ['words behind a text that is tidied too', [at('rà  soát', 'rà soát'), at('rà  soát', 'rà  soát; gần 4', { appends: true })], [at('rà  soát', 'rà soát; gần 4')]],
])('%s', (_, edits, expected) => {
  expect(mergedEdits(edits)).toEqual(expected);
});
