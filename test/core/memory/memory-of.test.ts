import fc from 'fast-check';
import type { Finding, FindingDraft } from '../../../src/core/checks/finding';
import { makeFinding } from '../../../src/core/checks/make';
import { boundText } from '../../../src/core/memory/bound';
import { coveredByMonth, coveredBySheets, type LoggedPlace } from '../../../src/core/memory/looked';
import { canBeExplained, memoryOf } from '../../../src/core/memory/memory-of';
import { staleFinding } from '../../../src/core/memory/stale';
import type { LoggedFinding } from '../../../src/core/memory/types';
import { june, reportOf } from '../checks/report-of';

const place = { file: 'Sổ.xlsx', sheet: 'SCT', unit: 'SCT', period: june };
const warning = (found: Finding['found'], key = 'a'): Finding =>
  makeFinding({ code: 'T02', params: { previous: 1, previousPeriod: { year: 2024, month: 5 }, month: 2, value: 4, difference: 1 }, indicator: 'KT03', cells: ['H12'], found, key } satisfies FindingDraft, place);
const error = makeFinding({ code: 'V01', params: { role: 'month' }, indicator: 'KT03', cells: ['G12'], key: 'month' }, place);

const logged = (finding: Finding, more: Partial<LoggedFinding> = {}): LoggedFinding => ({
  fingerprint: finding.fingerprint, code: finding.code, state: 'mới', unit: 'SCT', period: '2024-06', file: finding.file, sheet: finding.sheet, cells: finding.cells.join(', '),
  message: 'Lũy kế lệch.', firstSeen: '2024-06-18T08:00:00+07:00', explanation: null, ...more,
});
const explained = (boundTo: string) => ({ explanation: { reason: 'Điều chỉnh số tháng 5', by: 'Hà', on: '2024-06-19', boundTo } });
const covers = coveredBySheets([{ file: 'Sổ.xlsx', sheet: 'SCT', unit: 'SCT', period: june }]);

test('without a run before nothing is known', () => {
  const { memory, lapsed } = memoryOf({ findings: [warning(4)], log: [], covers });
  expect(memory).toMatchObject({ hasLastRun: false, resolved: [], settled: 0 });
  expect(memory.byFingerprint.get(warning(4).fingerprint)).toEqual({ state: 'new', firstSeen: '', explanation: null });
  expect(lapsed).toEqual([]);
});

test('a month that is known by its facts had a run before, though it found nothing', () => {
  expect(memoryOf({ findings: [warning(4)], log: [], covers, knownBefore: true }).memory.hasLastRun).toBe(true);
});

test('new, still there, gone, and back again', () => {
  const log = [logged(warning(4)), logged(error), logged(warning(1, 'b'), { state: 'đã hết' })];
  const { memory } = memoryOf({ findings: [warning(4), warning(1, 'b'), warning(9, 'c')], log, covers });
  expect([...memory.byFingerprint.values()].map(({ state, firstSeen }) => [state, firstSeen])).toEqual([['still', '2024-06-18T08:00:00+07:00'], ['new', ''], ['new', '']]);
  expect(memory.resolved).toEqual([{ fingerprint: error.fingerprint, code: 'V01', message: 'Lũy kế lệch.', sheet: 'SCT', cells: 'G12' }]);
});

test('what this run did not look at is not gone', () => {
  const other = coveredBySheets([{ file: 'Sổ.xlsx', sheet: 'STC', unit: 'STC', period: june }]);
  const { memory } = memoryOf({ findings: [], log: [logged(error)], covers: other });
  expect(memory).toMatchObject({ hasLastRun: false, resolved: [] });
});

test('a fault of Danh mục on record is no run on a report', () => {
  const fault = makeFinding({ code: 'R04', params: { table: 'ChiTieu', problem: 'badValue', detail: 'x' }, key: 'x' }, { ...place, sheet: 'Danh mục', unit: null, period: null });
  expect(memoryOf({ findings: [], log: [logged(fault, { unit: '', period: '' })], covers }).memory.hasLastRun).toBe(false);
});

test.each<readonly [string, Finding['found'], string, boolean]>([
  ['the same number', 4, '4', true],
  ['the number with binary noise', 0.1 + 0.2, '0.3', true],
  ['the number as Excel keeps its text', 1870.5, '1870.50', true],
  ['the same text, with other spaces', ' chưa  có', 'chưa có', true],
  ['decomposed letters', 'chưa có'.normalize('NFD'), 'chưa có', true],
  ['nothing found then and now', null, '(trống)', true],
  ['another number', 4, '5', false],
  ['a number where a text stood', 4, 'bốn', false],
  ['nothing where a number stood', null, '4', false],
])('an explanation and its value: %s', (_, found, boundTo, holds) => {
  const { memory, lapsed } = memoryOf({ findings: [warning(found)], log: [logged(warning(found), explained(boundTo))], covers });
  expect(memory.byFingerprint.get(warning(found).fingerprint)?.explanation !== null).toBe(holds);
  expect(memory.settled).toBe(holds ? 1 : 0);
  expect(lapsed.map(({ code }) => code)).toEqual(holds ? [] : ['R05']);
});

test('a lapse says what was explained, by whom, and what stands there now; it is remembered like any finding', () => {
  const { memory, lapsed } = memoryOf({ findings: [warning(5)], log: [logged(warning(5), explained('4'))], covers });
  expect(lapsed[0]).toMatchObject({ code: 'R05', severity: 'W', sheet: 'SCT', unit: 'SCT', indicator: 'KT03', cells: ['H12'], params: { code: 'T02', reason: 'Điều chỉnh số tháng 5', by: 'Hà', was: '4', now: '5' } });
  expect(memory.byFingerprint.get(lapsed[0]?.fingerprint ?? '')?.state).toBe('new');
  const again = memoryOf({ findings: [warning(5)], log: [logged(warning(5), explained('4')), ...lapsed.map((each) => logged(each))], covers });
  expect(again.lapsed.map(({ fingerprint }) => fingerprint)).toEqual(lapsed.map(({ fingerprint }) => fingerprint));
  expect(again.memory.byFingerprint.get(lapsed[0]?.fingerprint ?? '')?.state).toBe('still');
  expect(again.memory.resolved).toEqual([]);
});

test('only warnings are explained: an error is corrected, a note needs nothing, a lapse is mended at its finding', () => {
  expect(canBeExplained(warning(4))).toBe(true);
  expect(canBeExplained(error)).toBe(false);
  expect(canBeExplained(makeFinding({ code: 'V21', params: { text: '=x' } }, place))).toBe(false);
  expect(canBeExplained(makeFinding({ code: 'R05', params: { code: 'T02', reason: '', by: '', was: '', now: '' } }, place))).toBe(false);
  const { memory, lapsed } = memoryOf({ findings: [error], log: [logged(error, explained('x'))], covers });
  expect([memory.settled, lapsed.length]).toEqual([0, 0]);
});

test('the text to which a value is bound comes back from a cell as it went in', () => {
  fc.assert(fc.property(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string(), fc.constant(null)), (found) => boundText(boundText(found)) === boundText(found)));
});

const at = (code: string, more: Partial<LoggedPlace> = {}): LoggedPlace => ({ code, unit: 'SCT', period: '2024-06', file: 'Sổ.xlsx', sheet: 'SCT', ...more });

test.each<readonly [string, LoggedPlace, boolean]>([
  ['the sheet itself', at('V03'), true],
  ['its lapse of an explanation', at('R05'), true],
  ['the sheet under another name of the workbook', at('V03', { file: 'Cũ.xlsx' }), true],
  ['another sheet', at('V03', { sheet: 'STC' }), false],
  ['the same sheet name of another unit in a picked file', at('V03', { file: 'b.xlsx', unit: 'STC' }), false],
  ['a whole file', at('F01', { sheet: '' }), false],
  ['two files of one unit', at('F07'), false],
  ['a month chosen at consolidation', at('K05'), false],
  ['the province', at('G05', { unit: '', file: '', sheet: '' }), false],
  ['the catalogue', at('R04', { unit: '', period: '', sheet: 'Danh mục' }), true],
])('a check of one sheet covers: %s', (_, row, expected) => {
  expect(covers(row)).toBe(expected);
});

const month = coveredByMonth(june, [{ report: reportOf('SCT', []), result: { findings: [], checks: { run: 1, skipped: 0, crashed: 0 }, cells: 0 } }], []);

test.each<readonly [string, LoggedPlace, boolean]>([
  ['a unit that was read, whatever its file is called now', at('V03', { file: 'khác.xlsx', sheet: 'Biểu 01' }), true],
  ['the same file without unit', at('K02', { file: 'a.xlsx', unit: '', period: '' }), true],
  ['a unit that was not', at('V03', { unit: 'STC', file: 'b.xlsx' }), false],
  ['its skipped checks neither', at('R01', { unit: 'STC', file: 'b.xlsx' }), false],
  ['its lapses neither', at('R05', { unit: 'STC', file: 'b.xlsx' }), false],
  ['another month of the unit', at('V03', { period: '2024-05', file: 'b.xlsx' }), false],
  ['the province in this month', at('G05', { unit: '', file: '', sheet: '' }), true],
  ['and in another', at('G05', { unit: '', file: '', sheet: '', period: '2024-05' }), false],
  ['a lapse at the province', at('R05', { unit: '', file: '', sheet: '' }), true],
  ['the record of a change stays', at('C06', { file: 'a.xlsx' }), false],
])('a consolidation covers: %s', (_, row, expected) => {
  expect(month(row)).toBe(expected);
});

test('a sheet that was edited since: one note, the same each time', () => {
  expect(staleFinding('Biểu 01')).toMatchObject({ code: 'R06', severity: 'I', sheet: 'Biểu 01' });
  expect(staleFinding('Biểu 01').fingerprint).toBe(staleFinding('Biểu 01').fingerprint);
  expect(staleFinding('Biểu 01').fingerprint).not.toBe(staleFinding('Biểu 02').fingerprint);
});
