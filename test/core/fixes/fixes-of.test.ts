import type { Finding, FindingDraft } from '../../../src/core/checks/finding';
import { makeFinding } from '../../../src/core/checks/make';
import { fixesOf } from '../../../src/core/fixes/fixes-of';
import type { CellEdit } from '../../../src/core/fixes/types';
import type { Cell, CellContent, Grid } from '../../../src/core/grid';
import type { LegacyText } from '../../../src/core/report/legacy/readable-grid';
import type { Report } from '../../../src/core/report/types';
import { index, june, reportOf, rowOf } from '../checks/report-of';

const SOURCE = { file: 'a.xlsx', sheet: 'Biểu 01', hash: 'aa', modified: null, kind: 'sheet' as const };

function cell(value: number | string | boolean, more: Partial<Cell> = {}): Cell {
  const content: CellContent = typeof value === 'number' ? { kind: 'number', value } : typeof value === 'string' ? { kind: 'text', value } : { kind: 'boolean', value };
  return { content, text: '', ...more };
}

/** Row 12 of the sheet: A ordinal, B code, C name, D unit of measure, E … the figures, P the note. */
function sheetWith(cells: Readonly<Record<number, Cell>>, more: Partial<Report> = {}, note = true, code = true): Report {
  const row = Array.from({ length: 16 }, (_, column) => cells[column] ?? null);
  const grid: Grid = { name: 'Biểu 01', origin: { row: 11, column: 0 }, cells: [row], merges: [], hiddenRows: [], hiddenColumns: [], visibility: 'visible', isProtected: false };
  const columns = [
    ...(code ? [{ role: 'code' as const, column: 1, heading: 'Mã' }] : []), { role: 'name' as const, column: 2, heading: 'Chỉ tiêu' },
    ...(note ? [{ role: 'note' as const, column: 15, heading: 'Ghi chú' }] : []),
  ];
  return reportOf('SCT', [rowOf('KT03', {})], { source: SOURCE, grid, heading: { top: 7, bottom: 8, dataTop: 10, columns, unknown: [], duplicates: [], missing: [] }, ...more });
}

const found = (draft: FindingDraft): Finding => makeFinding({ indicator: 'KT03', ...draft }, { file: SOURCE.file, sheet: SOURCE.sheet, unit: 'SCT', period: june });

/** "H12: "2.340" → 2340 [General]", option by option. */
function said(report: Report, finding: Finding): string {
  const proposal = fixesOf(report, [finding], index).get(finding.fingerprint);
  if (!proposal) return 'none';
  return `${proposal.kind}: ${proposal.options.map((option) => option.edits.map(saidEdit).join(' + ')).join(' | ')}`;
}

const shown = (value: CellEdit['before']): string => (value !== null && typeof value === 'object' ? value.formula : JSON.stringify(value));
const saidEdit = ({ address, before, after, numberFormat, fontName }: CellEdit): string =>
  `${address} ${shown(before)} → ${shown(after)}${numberFormat === undefined ? '' : ` [${numberFormat}]`}${fontName === undefined ? '' : ` (${fontName})`}`;

const V03 = found({ code: 'V03', params: { role: 'cumulative', text: '2.340', value: 2340 }, cells: ['H12'] });
const V05 = (state: 'notOccurred' | 'notAvailable' | 'notApplicable') => found({ code: 'V05', params: { role: 'cumulative', text: '', state }, cells: ['H12'] });
const V25 = found({ code: 'V25', params: { role: 'cumulative', text: 'gần 1.870', qualifier: 'gần', value: 1870 }, cells: ['H12'] });
const V04 = found({ code: 'V04', params: { role: 'cumulative', text: '1.051', readings: [1051, 1.051] }, cells: ['H12'] });
const V15 = found({ code: 'V15', params: { role: 'cumulative', value: 883800, other: 883.8, factor: 1000, against: 'target' }, cells: ['H12'] });
const K10 = found({ code: 'K10', params: { name: 'Kim ngạch xuất khâu', similarity: 0.9 }, cells: ['C12'] });
const V10 = found({ code: 'V10', params: { what: 'level', text: 'ươc tính', allowed: ['ước tính'], nearest: 'ước tính' }, cells: ['C12'] });
const V17 = found({ code: 'V17', params: { role: 'percentOfPlan', value: 47, formula: '=H12/E12' }, cells: ['H12'] });
const V18 = found({ code: 'V18', params: { role: 'percentOfPlan', stated: '=H12/D12', formula: '=H12/E12' }, cells: ['H12'] });
const V22 = found({ code: 'V22', params: { what: 'plan', stated: 1700, locked: 1870 }, cells: ['E12'] });
const V21 = found({ code: 'V21', params: { text: "=cmd|'x'!A0" }, cells: ['C12'] });
const V16 = (reason: 'spaces' | 'tcvn3') => found({ code: 'V16', params: { reason, text: 'x', converted: 'y' }, cells: ['C12', 'D12'] });

test.each<readonly [string, Report, Finding, string]>([
  ['a text becomes its number', sheetWith({ 7: cell('2.340') }), V03, 'safe: H12 "2.340" → 2340'],
  ['and leaves the text format', sheetWith({ 7: cell('2.340', { format: '@' }) }), V03, 'safe: H12 "2.340" → 2340 [General]'],
  ['a percentage format would make a hundredfold of it', sheetWith({ 7: cell('38,05%', { format: '0.00%' }) }), V03, 'safe: H12 "38,05%" → 2340 [General]'],
  ['a number format stays', sheetWith({ 7: cell('2.340', { format: '#,##0.0' }) }), V03, 'safe: H12 "2.340" → 2340'],
  ['a quoted percent sign changes nothing', sheetWith({ 7: cell('2.340', { format: '0.0" %"' }) }), V03, 'safe: H12 "2.340" → 2340'],
  ['a formula is nobody\'s typing', sheetWith({ 7: cell('2.340', { formula: '=A1&""' }) }), V03, 'none'],
  ['an error is left alone', sheetWith({ 7: { content: { kind: 'error', code: '#REF!' }, text: '' } }), V03, 'none'],
  ['another sheet\'s finding', sheetWith({ 7: cell('2.340') }), { ...V03, sheet: 'Khác' }, 'none'],
  ['a picked file is never changed', sheetWith({ 7: cell('2.340') }, { source: { ...SOURCE, kind: 'file' } }), V03, 'none'],
  ['the form\'s sign', sheetWith({ 7: cell('không phát sinh') }), V05('notOccurred'), 'safe: H12 "không phát sinh" → "-"'],
  ['not yet there', sheetWith({ 7: cell('chưa có') }), V05('notAvailable'), 'safe: H12 "chưa có" → "…"'],
  ['does not apply', sheetWith({ 7: cell('không áp dụng') }), V05('notApplicable'), 'safe: H12 "không áp dụng" → "x"'],
  ['is the sign already', sheetWith({ 7: cell('-') }), V05('notOccurred'), 'none'],
  ['words go into the note', sheetWith({ 7: cell('gần 1.870') }), V25, 'safe: H12 "gần 1.870" → 1870 + P12 null → "gần 1.870"'],
  ['behind what stands there', sheetWith({ 7: cell('gần 1.870'), 15: cell('đã rà soát') }), V25, 'safe: H12 "gần 1.870" → 1870 + P12 "đã rà soát" → "đã rà soát; gần 1.870"'],
  ['a form without notes', sheetWith({ 7: cell('gần 1.870') }, {}, false), V25, 'none'],
  ['a note that is a formula', sheetWith({ 7: cell('gần 1.870'), 15: cell('a', { formula: '=B1' }) }), V25, 'none'],
  ['two readings, the likelier first', sheetWith({ 7: cell('1.051') }), V04, 'ask: H12 "1.051" → 1051 | H12 "1.051" → 1.051'],
  ['the right unit', sheetWith({ 7: cell(883800) }, { rows: [rowOf('KT03', { cumulative: 883800 })] }), V15, 'ask: H12 883800 → 883.8'],
  ['a rate: the one that the finding speaks of', sheetWith({ 11: cell(5000), 12: cell(80) }, { rows: [rowOf('KT03', { numerator: 5000, denominator: 80 })] }),
    found({ code: 'V15', params: { role: 'numerator', value: 5000, other: 5, factor: 1000, against: 'target' }, cells: ['L12', 'M12'] }), 'ask: L12 5000 → 5'],
  ['the code settles a name', sheetWith({ 2: cell('Kim ngạch xuất khâu') }), K10, 'ask: B12 null → "KT03"'],
  ['a form without codes gets the name', sheetWith({ 2: cell('Kim ngạch xuất khâu') }, {}, true, false), K10, `ask: C12 "Kim ngạch xuất khâu" → ${JSON.stringify(index.indicator('KT03')?.name)}`],
  ['the nearest word, behind its label', sheetWith({ 2: cell('Mức độ: ươc tính') }), V10, 'ask: C12 "Mức độ: ươc tính" → "Mức độ: ước tính"'],
  ['nothing near', sheetWith({ 2: cell('ươc tính') }), found({ code: 'V10', params: { what: 'level', text: 'ươc tính', allowed: [], nearest: '' }, cells: ['C12'] }), 'none'],
  ['the form\'s formula over a number', sheetWith({ 7: cell(47) }), V17, 'ask: H12 47 → =H12/E12'],
  ['over a text format', sheetWith({ 7: cell('47', { format: '@' }) }), V17, 'ask: H12 "47" → =H12/E12 [General]'],
  ['over another formula', sheetWith({ 7: cell(47, { formula: '=H12/D12' }) }), V18, 'ask: H12 =H12/D12 → =H12/E12'],
  ['a locked cell', sheetWith({ 4: cell(1700) }), V22, 'ask: E12 1700 → 1870'],
  ['stays a text', sheetWith({ 2: cell("=cmd|'x'!A0") }), V21, `safe: C12 "=cmd|'x'!A0" → "=cmd|'x'!A0" [@]`],
  ['each cell by its own text', sheetWith({ 2: cell(' Tổng  thu '), 3: cell('tỷ đồng\u00a0') }), V16('spaces'), 'safe: C12 " Tổng  thu " → " Tổng thu" + D12 "tỷ đồng\u00a0" → "tỷ đồng"'],
  ['a number needs a person', sheetWith({ 7: cell('abc') }), found({ code: 'V02', params: { role: 'cumulative', text: 'abc' }, cells: ['H12'] }), 'none'],
])('%s', (_, report, finding, expected) => {
  expect(said(report, finding)).toBe(expected);
});

test('a text of an old encoding: what stands there is changed, with its font', () => {
  const legacyTexts: readonly LegacyText[] = [{ row: 11, column: 2, encoding: 'tcvn3', text: 'Tæng thu', converted: 'Tổng thu' }];
  const report = sheetWith({ 2: cell('Tổng thu', { font: '.VnTime' }) }, { legacyTexts });
  expect(said(report, V16('tcvn3'))).toBe('safe: C12 "Tæng thu" → "Tổng thu" (Times New Roman)');
});
