import fc from 'fast-check';
import { answersOf, type AnswersInput } from '../../../src/core/answers/answers-of';
import { asksUnit } from '../../../src/core/answers/asked';
import { completeText, completeUnits } from '../../../src/core/answers/complete';
import { csvField, findingsCsv, findingsJson } from '../../../src/core/answers/export';
import { answerFileName } from '../../../src/core/answers/file-name';
import { answerPlan } from '../../../src/core/answers/sheet';
import { answerText } from '../../../src/core/answers/text';
import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import type { Finding, FindingDraft } from '../../../src/core/checks/finding';
import { makeFinding } from '../../../src/core/checks/make';
import type { Period } from '../../../src/core/period';
import { ANSWER_WORDS } from '../../../src/locales/answers';
import { countInWords } from '../../../src/locales/answers/number-words';
import { sayIn } from '../../../src/locales/say';

const june: Period = { year: 2024, month: 6 };
const catalogue = programme2024();
const index = indexCatalogue(catalogue);
const words = ANSWER_WORDS.vi;

interface Place {
  readonly unit?: string | null;
  readonly file?: string;
  readonly period?: Period | null;
}

const found = (draft: FindingDraft, { unit = 'SCT', file = `${unit ?? 'la'}_2024-06.xlsx`, period = june }: Place = {}): Finding => makeFinding(draft, { file, sheet: 'Biểu 01', unit, period });
const blank = (cell: string, place: Place = {}): Finding => found({ code: 'V01', params: { role: 'month' }, cells: [cell], indicator: 'KT03', key: cell }, place);
const text = (cell: string, place: Place = {}): Finding => found({ code: 'V03', params: { role: 'month', text: '12', value: 12 }, cells: [cell], indicator: 'KT03', found: '12', key: cell }, place);

const answered = (findings: readonly Finding[], more: Partial<AnswersInput> = {}) =>
  answersOf({ findings, index, period: june, render: sayIn('vi', catalogue), explanations: new Map(), words, ...more });

describe('who is asked what', () => {
  const cases: readonly (readonly [string, Finding, boolean])[] = [
    ['an error', blank('G12'), true],
    ['a warning', text('G12'), true],
    ['a placeholder asks for nothing', found({ code: 'V05', params: { role: 'month', text: '-', state: 'notOccurred' } }), false],
    ['a note that asks for better words', found({ code: 'L11', params: { what: 'cause', reason: 'empty', text: 'khó khăn' } }), true],
    ['a note on spaces', found({ code: 'V16', params: { reason: 'spaces', text: 'a ', converted: 'a' } }), false],
    ['a note on an old font', found({ code: 'V16', params: { reason: 'tcvn3', text: 'Y tÕ', converted: 'Y tế' } }), true],
    ['an error that was lowered to a note', found({ code: 'V01', params: { role: 'month' }, severity: 'I' }), false],
    ['the province', found({ code: 'C05', params: { errors: 1, held: 0, leftOut: false } }), false],
    ['the pace', found({ code: 'G05', params: { value: 1, expected: 2, pace: 0.5, far: true } }), false],
    ['the rules', found({ code: 'R02', params: { check: 'V01', message: 'x' } }), false],
    ['a report that has not come', found({ code: 'D01', params: { deadline: '2024-06-17', daysLate: 3 } }), true],
    ['a part that is not for the province', found({ code: 'F11', params: { reason: 'otherPeriod', part: '' } }), false],
    ['a sheet that is broken', found({ code: 'F11', params: { reason: 'brokenSheet', part: 'T6' } }), true],
    ['a unit out of force', found({ code: 'K11', params: { what: 'unit', validFrom: null, validTo: null, stated: null, valid: null } }), false],
  ];
  test.each(cases)('%s', (_, finding, expected) => expect(asksUnit(finding)).toBe(expected));
});

describe('the answers', () => {
  test('one per unit, by file, sheet, row and column', () => {
    const answers = answered([blank('H12'), text('G2', { unit: 'STC' }), blank('G12'), text('AA3'), blank('B3')]);
    expect(answers.map(({ unit, points }) => [unit, points.map(({ ordinal, cells }) => `${ordinal} ${cells}`)])).toEqual([['SCT', ['1 B3', '2 AA3', '3 G12', '4 H12']], ['STC', ['1 G2']]]);
    expect(answers.map(({ fileName }) => fileName)).toEqual(['SCT_2024-06_phan-hoi.xlsx', 'STC_2024-06_phan-hoi.xlsx']);
  });
  test('a unit without an open point gets none', () => {
    const note = found({ code: 'V05', params: { role: 'month', text: '-', state: 'notOccurred' } });
    const explained = text('G12', { unit: 'STC' });
    const explanations = new Map([[explained.fingerprint, { reason: 'Số đã chốt', by: 'Lan', on: '2024-06-20', boundTo: '12' }]]);
    expect(answered([note, explained], { explanations })).toEqual([]);
    const [answer] = answered([explained, blank('H12', { unit: 'STC' })], { explanations });
    expect(answer?.points.map(({ explanation }) => explanation)).toEqual(['Đã ghi nhận giải trình ngày 20/06/2024 (Lan): Số đã chốt', '']);
    expect(answer?.opening.join()).toContain('rà soát 01 (một) nội dung phải sửa sau đây');
  });
  test('files that do not say whose they are', () => {
    const unknown = (file: string): Finding => found({ code: 'K02', params: {} }, { unit: null, file, period: null });
    const answers = answered([unknown('Báo cáo đợt 2.xlsx'), unknown('bao cao dot 2.xls'), blank('G1')]);
    expect(answers.map(({ unit, addressee, fileName }) => [unit, addressee, fileName])).toEqual([
      ['SCT', 'Kính gửi: Sở Công Thương', 'SCT_2024-06_phan-hoi.xlsx'],
      [null, 'Kính gửi: Đơn vị gửi tệp “Báo cáo đợt 2.xlsx”', 'Bao-cao-dot-2_2024-06_phan-hoi.xlsx'],
      [null, 'Kính gửi: Đơn vị gửi tệp “bao cao dot 2.xls”', 'bao-cao-dot-2_2024-06_phan-hoi-2.xlsx'],
    ]);
  });
  test('earlier months are history; a wrong month is not', () => {
    const of = (month: number, year = 2024): Finding => blank('G12', { period: { year, month } });
    expect(answered([of(5)])).toEqual([]);
    expect(answered([of(7)])).toHaveLength(1);
    expect(answered([of(6, 2023)])).toHaveLength(1);
    expect(answered([of(5)], { period: null })[0]?.period).toEqual({ year: 2024, month: 5 });
  });
  test('what was compared with is not called right', () => {
    const last = found({ code: 'V23', params: { role: 'cumulative', previous: 42, previousPeriod: { year: 2024, month: 5 } }, expected: 42, indicator: 'KT03' });
    const measure = found({ code: 'K09', params: { stated: 'triệu đồng' }, expected: 'tỷ đồng', found: 'triệu đồng', indicator: 'KT04' });
    expect(answered([last, measure])[0]?.points.map(({ expected }) => expected).sort()).toEqual(['', 'tỷ đồng']);
  });
});

describe('words', () => {
  test('as text', () => {
    const [answer] = answered([blank('G12'), text('H13')], { sendBackBy: '2024-06-25' });
    expect(answer && answerText(answer, words)).toBe(
      [
        'Kính gửi: Sở Công Thương', '',
        'Qua kiểm tra báo cáo tháng 6/2024 của quý đơn vị, Sở Kế hoạch và Đầu tư đề nghị quý đơn vị rà soát 01 (một) nội dung phải sửa và 01 (một) nội dung cần sửa hoặc giải trình sau đây:', '',
        '1. [Phải sửa] Biểu 01, ô G12: Xuất khẩu: ô thực hiện tháng bắt buộc nhưng để trống.',
        '   Đề nghị: Bổ sung số liệu; nếu chưa có ghi “…”, không phát sinh ghi “-”.', '',
        '2. [Sửa hoặc giải trình] Biểu 01, ô H13: Xuất khẩu: thực hiện tháng “12” lưu dạng chữ; hiểu là 12.',
        '   Số đang ghi: 12',
        '   Đề nghị: Chuyển ô sang dạng số.', '',
        'Đề nghị quý đơn vị gửi lại báo cáo đã hoàn chỉnh trước ngày 25/06/2024.',
        'Trân trọng cảm ơn sự phối hợp của quý đơn vị./.', '',
      ].join('\n'),
    );
  });
  test('no day is asked for where none is set', () => expect(answered([blank('G12')])[0]?.closing).toEqual(['Trân trọng cảm ơn sự phối hợp của quý đơn vị./.']));
  test('a report that has not come is asked for, not checked', () => {
    const [answer] = answered([found({ code: 'D01', params: { deadline: '2024-06-17', daysLate: 3 } })]);
    expect(answer?.title).toBe('ĐÔN ĐỐC GỬI BÁO CÁO THÁNG 6 NĂM 2024');
    expect(answer?.opening[0]).toContain('chưa nhận được báo cáo tháng 6/2024');
  });
  test('a complete report', () => {
    const answers = answered([blank('G12')]);
    expect(completeUnits(['STC', 'SCT', 'STC'], answers)).toEqual(['STC']);
    expect(completeText('STC', june, index, words)).toContain('báo cáo đã đầy đủ');
  });
  test.each([[0, 'không'], [5, 'năm'], [10, 'mười'], [11, 'mười một'], [15, 'mười lăm'], [20, 'hai mươi'], [21, 'hai mươi mốt'], [24, 'hai mươi bốn'], [55, 'năm mươi lăm'], [100, 'một trăm'], [102, 'một trăm linh hai'], [111, 'một trăm mười một'], [321, 'ba trăm hai mươi mốt'], [1000, ''], [1.5, '']])('%d: %s', (count, expected) => expect(countInWords(count)).toBe(expected));
});

describe('the sheet', () => {
  const hostile = ['=cmd|x', '+84', '-', '@a', "'x"];
  const findings = hostile.map((bad, n) => found({ code: 'V02', params: { role: 'month', text: bad }, cells: [`G${n + 1}`], found: bad, key: bad }));
  const [answer] = answered(findings);
  if (!answer) throw new Error('no answer');
  const plan = answerPlan(answer, words);

  test('holds no formula, whatever the unit wrote', () => {
    const cells = plan.blocks.flatMap((block) => block.rows.flat());
    expect(cells.filter((cell) => typeof cell === 'object' && cell !== null)).toEqual([]);
    for (const bad of hostile) expect(cells).toContain(bad);
  });
  test('prints on A4 upright, with its heading row on every page and all it holds inside', () => {
    expect(plan.print).toMatchObject({ orientation: 'portrait', fitToPagesWide: 1 });
    const bottom = Math.max(...plan.blocks.map((block) => block.top + block.rows.length - 1));
    expect(plan.print?.area?.bottom).toBeGreaterThanOrEqual(bottom);
    const [heading] = plan.print?.titleRows ?? [];
    expect(plan.blocks.flatMap((block) => block.rows.map((row, n) => ({ at: block.top + n, first: row[0] }))).find(({ first }) => first === 'STT')?.at).toBe(heading);
  });
  test('merged cells never lie over each other', () => {
    const seen = new Set<string>();
    for (const { top, bottom, left, right } of plan.merges)
      for (let row = top; row <= bottom; row += 1)
        for (let column = left; column <= right; column += 1) {
          expect(seen.has(`${row},${column}`)).toBe(false);
          seen.add(`${row},${column}`);
        }
  });
  test('a longer text makes a higher row', () => {
    const heights = [10, 200].map((length) => {
      const [each] = answered([found({ code: 'S13', params: { name: 'x' }, cells: ['C12'], found: 'y'.repeat(length) })]);
      return each && Object.values(answerPlan(each, words).rowHeights).reduce((sum, height) => sum + height, 0);
    });
    expect(heights[1]).toBeGreaterThan(heights[0] ?? 0);
  });
});

describe('file names', () => {
  test('plain letters, numbered where taken', () => {
    const taken = new Set<string>();
    expect([answerFileName('SCT', june, taken), answerFileName('sct', june, taken), answerFileName('Đợt 2/Huế', null, taken), answerFileName('…', null, taken)]).toEqual([
      'SCT_2024-06_phan-hoi.xlsx', 'sct_2024-06_phan-hoi-2.xlsx', 'Dot-2-Hue_phan-hoi.xlsx', 'bao-cao_phan-hoi.xlsx',
    ]);
  });
});

/** A reader of RFC 4180, written from its text. */
function parseCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let at = 0; at < csv.length; at += 1) {
    const sign = csv.charAt(at);
    if (quoted) {
      if (sign === '"' && csv.charAt(at + 1) === '"') { field += '"'; at += 1; }
      else if (sign === '"') quoted = false;
      else field += sign;
    } else if (sign === '"') quoted = true;
    else if (sign === ',' || sign === '\r') {
      rows[rows.length - 1]?.push(field);
      field = '';
      if (sign === '\r') { rows.push([]); at += 1; }
    } else field += sign;
  }
  return rows.slice(0, -1);
}

describe('CSV and JSON of all findings', () => {
  const input = { index, render: sayIn('vi', catalogue), explanations: new Map() };

  test.each([['=1+1', "'=1+1"], ['+84', "'+84"], ['-5', "'-5"], ['@x', "'@x"], [' =1', "' =1"], ['\t=1', "'\t=1"], ['a,b', '"a,b"'], ['say "x"', '"say ""x"""'], ['a-b', 'a-b'], [null, ''], [-5, '-5'], [1870.5, '1870.5']])('%j', (value, field) =>
    expect(csvField(value)).toBe(field),
  );
  test('any text comes back from a reader, and never as a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { minLength: 1, maxLength: 5 }), (texts) => {
        const findings = texts.map((each, n) => found({ code: 'V02', params: { role: 'month', text: 'x' }, found: each, key: String(n) }));
        const csv = findingsCsv({ ...input, findings });
        expect(csv.startsWith('\uFEFF')).toBe(true);
        const [headings = [], ...rows] = parseCsv(csv.slice(1));
        expect(rows.map((row) => row.length)).toEqual(texts.map(() => headings.length));
        const at = headings.indexOf('Giá trị thấy');
        rows.forEach((row, n) => {
          expect([texts[n], `'${texts[n] ?? ''}`]).toContain(row[at]);
          for (const field of row) expect(field).not.toMatch(/^\s*[=+@-]/);
        });
      }),
    );
  });
  test('what was regraded and explained', () => {
    const base = text('G12');
    const finding: Finding = { ...base, severity: 'W', regraded: { from: 'E', reason: 'Năm đầu' } };
    const explanations = new Map([[finding.fingerprint, { reason: 'Đã hỏi', by: 'Lan', on: '2024-06-20', boundTo: '12' }]]);
    const [headings = [], row = []] = parseCsv(findingsCsv({ ...input, findings: [finding], explanations }).slice(1));
    expect(['Mức', 'Mức trước khi đổi', 'Giải trình', 'Đơn vị'].map((heading) => row[headings.indexOf(heading)])).toEqual(['Cảnh báo', 'Lỗi', 'Đã hỏi', 'Sở Công Thương']);
    expect(JSON.parse(findingsJson({ ...input, findings: [finding], explanations }))).toMatchObject({ findings: [{ code: 'V03', regraded: { from: 'E' }, explanation: { by: 'Lan' }, message: expect.stringContaining('Xuất khẩu') }] });
  });
});
