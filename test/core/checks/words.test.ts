import { factIndex } from '../../../src/core/consolidation/fact-index';
import { worthOf } from '../../../src/core/checks/empty-words';
import { emptyHistory, type History } from '../../../src/core/checks/history';
import type { Report, ReportRow } from '../../../src/core/report/types';
import { findingsOf, reportOf, rowOf, type Figures } from './report-of';

const WORD_COLUMNS = [{ role: 'cause', column: 13, heading: 'Tồn tại, nguyên nhân' }, { role: 'remedy', column: 14, heading: 'Giải pháp, kiến nghị' }] as const;
const heading: Report['heading'] = { top: 7, bottom: 8, dataTop: 10, columns: [...WORD_COLUMNS], unknown: [], duplicates: [], missing: [] };

type Words = Partial<ReportRow['words']>;

function withWords(unit: string, code: string, figures: Figures, words: Words = {}, more: Partial<Report> = {}): Report {
  const wordCells = { ...(words.cause === undefined ? {} : { cause: 'N12' }), ...(words.remedy === undefined ? {} : { remedy: 'O12' }) };
  return reportOf(unit, [rowOf(code, figures, { words: { cause: '', remedy: '', note: '', ...words }, wordCells })], { heading, ...more });
}

/** June: half of the plan of 1000 is expected. */
const jobs = (cumulative: number, words: Words = {}, more: Partial<Report> = {}): Report => withWords('VN', 'XH02', { plan: 1000, month: 50, cumulative }, words, more);

describe('L10', () => {
  const cases: readonly (readonly [what: string, report: Report, far: boolean | null])[] = [
    ['a flow behind its plan', jobs(450), false],
    ['a flow far behind its plan', jobs(300), true],
    ['just on track', jobs(475), null],
    ['just behind', jobs(474), false],
    ['behind, with a cause', jobs(300, { cause: 'Thiếu vốn vay' }), null],
    ['behind, with a remedy', jobs(300, { remedy: 'Mở thêm sàn việc làm' }), null],
    ['behind, with a note', jobs(300, { note: 'Chờ vốn trung ương' }), null],
    ['a dash is no word', jobs(300, { cause: '-', remedy: '…' }), true],
    ['empty words are L11', jobs(300, { cause: 'khách quan' }), null],
    ['nobody set the unit a plan', withWords('VN', 'XH02', { month: 50, cumulative: 1 }), null],
    ['no figure', withWords('VN', 'XH02', { plan: 1000 }), null],
    ['a figure in doubt (month = cumulative)', withWords('VN', 'XH02', { plan: 1000, month: 300, cumulative: 300, previousMonth: 50 }), null],
    ['no columns for words', jobs(300, {}, { heading: { ...heading, columns: [] } }), null],
    ['a lead goes by the target, whatever its form says', withWords('SCT', 'KT03', { plan: 100, month: 100, cumulative: 700 }), true],
    ['a rate within half a point', withWords('TTT', 'NV03', { cumulative: 84.6 }), null],
    ['a rate one point below', withWords('TTT', 'NV03', { cumulative: 84 }), false],
    ['a rate three points below', withWords('TTT', 'NV03', { cumulative: 82 }), true],
    ['a rate as its parts make it', withWords('TTT', 'NV03', { cumulative: 90, numerator: 80, denominator: 100 }), true],
    ['a part by a plan of its own on its form', withWords('VN', 'XH08', { plan: 38.5, cumulative: 36, numerator: 36, denominator: 100 }), true],
    ['the province’s rate on a part’s form is not the part’s plan', withWords('VN', 'XH08', { plan: 38.05, cumulative: 36, numerator: 36, denominator: 100 }), null],
    ['a ceiling by last year', withWords('CAT', 'NV08.1', { month: 30, cumulative: 120, lastYear: 100 }), false],
    ['fewer accidents than last year', withWords('CAT', 'NV08.1', { month: 30, cumulative: 90, lastYear: 100 }), null],
    ['a cohort is not asked', withWords('SYT', 'NV02', { cumulative: 10 }), null],
    ['not due this month', withWords('SLDTBXH', 'XH03', { cumulative: 70 }, {}, { period: { year: 2024, month: 5 }, periodEvidence: [] }), null],
    ['due this month', withWords('SLDTBXH', 'XH03', { cumulative: 70 }), true],
    ['due when something happens', withWords('VN', 'XH10', { plan: 63.2, cumulative: 50, numerator: 50, denominator: 100 }), null],
    ['a second source explains nothing', withWords('BHXH', 'XH07', { plan: 94.5, cumulative: 80 }), null],
  ];
  test.each(cases)('%s', (_what, report, far) => {
    expect(findingsOf('R02', report)).toEqual([]);
    expect(findingsOf('L10', report).map((finding) => (finding.code === 'L10' ? finding.params.far : null))).toEqual(far === null ? [] : [far]);
  });
  test('it says what was expected and points at the figure and the words', () => {
    expect(findingsOf('L10', jobs(300))).toMatchObject([{ params: { value: 300, expected: 500, pace: 0.6, far: true }, cells: ['H12', 'N12', 'O12'], severity: 'W', held: false }]);
  });
});

describe('L11', () => {
  const said = (cause: string, remedy: string, months: readonly string[] = ['2024-05']): History => factIndex([], [{ unit: 'VN', indicator: 'XH02', months, cause, remedy }]);
  const cases: readonly (readonly [what: string, report: Report, expected: readonly string[], history?: History])[] = [
    ['a real cause and remedy', jobs(300, { cause: 'Thiếu vốn vay', remedy: 'Mở thêm sàn việc làm' }), []],
    ['an empty cause', jobs(300, { cause: 'Do khách quan.' }), ['cause empty']],
    ['an empty remedy, with a bullet', jobs(300, { cause: 'Thiếu vốn vay', remedy: '- Tiếp tục thực hiện' }), ['remedy empty']],
    ['both empty', jobs(300, { cause: 'Như trên', remedy: 'Đang thực hiện' }), ['cause empty', 'remedy empty']],
    ['"không" beside a figure that is behind', jobs(300, { cause: 'Không' }), ['cause empty']],
    ['"không" where all goes well', jobs(600, { cause: 'Không', remedy: 'Không có' }), []],
    ['a dash is no word', jobs(600, { cause: '-' }), []],
    ['last month’s text', jobs(300, { cause: 'Thiếu vốn vay' }), ['cause sameAsLastMonth'], said('- Thiếu  vốn vay;', '')],
    ['last month’s remedy', jobs(300, { cause: 'Thiếu vốn vay', remedy: 'Mở sàn' }), ['remedy sameAsLastMonth'], said('Mưa lũ', 'Mở sàn')],
    ['last month’s text and a word more', jobs(300, { cause: 'Thiếu vốn vay ưu đãi' }), [], said('Thiếu vốn vay', '')],
    ['the text of the month before last', jobs(300, { cause: 'Thiếu vốn vay' }), [], said('Thiếu vốn vay', '', ['2024-04'])],
    ['the text of this month, stored by an earlier run', jobs(300, { cause: 'Thiếu vốn vay' }), [], said('Thiếu vốn vay', '', ['2024-05', '2024-06'])],
    ['empty words stay empty, said twice or not', jobs(300, { cause: 'Khách quan' }), ['cause empty'], said('Khách quan', '')],
    ['unit unknown: emptiness shows all the same', { ...jobs(300, { cause: 'khách quan' }), unit: null }, ['cause empty'], emptyHistory],
  ];
  for (const [what, report, expected, history = emptyHistory] of cases) {
    test(what, () => {
      expect(findingsOf('R02', report, history)).toEqual([]);
      expect(findingsOf('L11', report, history).map((finding) => (finding.code === 'L11' ? `${finding.params.what} ${finding.params.reason}` : ''))).toEqual(expected);
    });
  }
  test('it points at the words', () => {
    expect(findingsOf('L11', jobs(300, { cause: 'x', remedy: 'Đang thực hiện' }))).toMatchObject([{ cells: ['N12'] }, { cells: ['O12'], found: 'Đang thực hiện', severity: 'I' }]);
  });
});

describe('what words are worth', () => {
  test.each([
    ['', 'nothing'], [' – ', 'nothing'], ['...', 'nothing'], ['…', 'nothing'], ['+', 'nothing'],
    ['Không', 'denial'], ['KHÔNG CÓ.', 'denial'], ['- Không có vướng mắc', 'denial'], ['Không; không có', 'denial'],
    ['Khách quan', 'empty'], ['Nguyên nhân: khách quan', 'empty'], ['+ Đang triển khai thực hiện;\n+ Tiếp tục thực hiện.', 'empty'], ['Không, đang thực hiện', 'empty'], ['như trên', 'empty'], ['- Tiếp tục triển khai thực hiện !', 'empty'],
    ['Do nhiều nguyên nhân', 'empty'], ['Nhiều nguyên nhân khác nhau', 'empty'], ['Do nhiều yếu tố', 'empty'], ['Vì một số lý do khách quan', 'empty'], ['Do điều kiện khách quan', 'empty'], ['Nguyên nhân khách quan và chủ quan.', 'empty'],
    ['Do còn gặp một số khó khăn, vướng mắc', 'empty'], ['Còn nhiều vướng mắc', 'empty'], ['Do khó khăn chung', 'empty'], ['Tình hình chung', 'empty'], ['Chưa đạt tiến độ đề ra', 'empty'],
    ['Tiếp tục chỉ đạo', 'empty'], ['Tiếp tục đẩy mạnh thực hiện', 'empty'], ['Đề nghị các đơn vị tiếp tục thực hiện', 'something'], ['Sẽ cố gắng trong thời gian tới', 'empty'], ['Tiếp tục thực hiện trong tháng tới', 'empty'], ['Đang phối hợp thực hiện', 'empty'], ['Tăng cường công tác chỉ đạo', 'empty'],
    ['Đang thực hiện giải phóng mặt bằng', 'something'], ['Khách quan; mưa lũ kéo dài', 'something'], ['Không có vốn', 'something'], ['Tiếp tục thực hiện Nghị quyết 12', 'something'],
    ['Do nhiều doanh nghiệp giải thể', 'something'], ['Do nhiều nguyên nhân, chủ yếu thiếu đơn hàng', 'something'], ['Vướng mắc giải phóng mặt bằng', 'something'], ['Khó khăn về vốn', 'something'], ['Tiếp tục chỉ đạo các xã thu hồi nợ', 'something'], ['Một số dự án chậm', 'something'], ['Tiếp tục đẩy mạnh xuất khẩu', 'something'], ['Do điều kiện thời tiết', 'something'],
  ])('%j is %s', (text, expected) => expect(worthOf(text)).toBe(expected));
  test('in time linear in the text', () => {
    const from = performance.now();
    worthOf('- '.repeat(100_000) + 'x');
    expect(performance.now() - from).toBeLessThan(1000);
  });
});
