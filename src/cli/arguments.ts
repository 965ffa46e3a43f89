import { parseArgs } from 'node:util';
import { parsePeriod, type IsoDate, type Period } from '../core/period';

export type Invocation =
  | { readonly command: 'check'; readonly paths: readonly string[]; readonly period: Period | null; readonly asOf: IsoDate; readonly json: boolean; readonly csv: boolean }
  | { readonly command: 'answer'; readonly paths: readonly string[]; readonly period: Period | null; readonly asOf: IsoDate; readonly out: string; readonly sendBackBy: IsoDate | null }
  | { readonly command: 'consolidate'; readonly paths: readonly string[]; readonly period: Period; readonly asOf: IsoDate; readonly json: boolean; readonly out: string; readonly into: string | null }
  | { readonly command: 'forms'; readonly period: Period; readonly units: readonly string[] | 'all'; readonly out: string; readonly from: string | null }
  | { readonly command: 'remind'; readonly paths: readonly string[]; readonly period: Period; readonly asOf: IsoDate; readonly out: string; readonly into: string | null; readonly sendBackBy: IsoDate | null }
  | { readonly command: 'report'; readonly from: string; readonly period: Period; readonly asOf: IsoDate; readonly out: string; readonly as: 'document' | 'workbook' }
  | { readonly command: 'close'; readonly from: string; readonly period: Period; readonly by: string; readonly asOf: IsoDate; readonly out: string }
  | { readonly command: 'new-year'; readonly from: string; readonly year: number | null; readonly out: string }
  | { readonly command: 'help' }
  | { readonly command: 'wrong'; readonly message: string };

export const USAGE = `chitieu — kiểm tra và tổng hợp báo cáo chỉ tiêu, không cần Excel

  chitieu check <tệp|thư mục>… [--period yyyy-mm] [--as-of yyyy-mm-dd] [--json | --csv]
  chitieu answer <tệp|thư mục>… --out thư-mục [--period yyyy-mm] [--as-of yyyy-mm-dd]
          [--send-back-by yyyy-mm-dd]
  chitieu consolidate <tệp|thư mục>… --period yyyy-mm --out kết-quả.xlsx
          [--into sổ-đang-có.xlsx] [--as-of yyyy-mm-dd] [--json]
  chitieu forms --period yyyy-mm --out thư-mục [--from sổ-đang-có.xlsx] [--unit mã]…

  chitieu remind [<tệp|thư mục>…] --period yyyy-mm --out thư-mục [--into sổ-đang-có.xlsx]
          [--as-of yyyy-mm-dd] [--send-back-by yyyy-mm-dd]
  chitieu report --from sổ.xlsx --period yyyy-mm --out báo-cáo.docx|.xlsx [--as-of yyyy-mm-dd]
  chitieu close --from sổ.xlsx --period yyyy-mm --out sổ-đã-khóa.xlsx [--by người-khóa] [--as-of yyyy-mm-dd]
  chitieu new-year --from sổ.xlsx --out sổ-năm-sau.xlsx [--year yyyy]

  --as-of   ngày dùng để tính hạn nộp (mặc định: hôm nay)
  --json    chỉ in JSON ra đầu ra chuẩn
  --csv     chỉ in bảng phát hiện dạng CSV ra đầu ra chuẩn
  --from    sổ có danh mục và số liệu tháng trước (mặc định: chương trình năm 2024)
  --unit    chỉ làm biểu mẫu cho đơn vị này; nêu được nhiều lần (mặc định: mọi đơn vị)
  --send-back-by  ngày đề nghị đơn vị gửi lại báo cáo, ghi vào phản hồi hoặc thư đôn đốc
  Mã thoát: 0 không có lỗi · 1 có lỗi mức E · 2 dùng sai hoặc không đọc được gì
`;

/** Reads the words after `chitieu`. `today` is the default of --as-of. */
export function parseInvocation(words: readonly string[], today: IsoDate): Invocation {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        period: { type: 'string' },
        out: { type: 'string' },
        into: { type: 'string' },
        from: { type: 'string' },
        unit: { type: 'string', multiple: true },
        by: { type: 'string' },
        year: { type: 'string' },
        'as-of': { type: 'string' },
        json: { type: 'boolean' },
        csv: { type: 'boolean' },
        'send-back-by': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const [command, ...paths] = positionals;
  if (values.help === true || command === undefined || command === 'help') return { command: 'help' };
  const asOf = values['as-of'] ?? today;
  if (!isDate(asOf)) return wrong(`--as-of cần một ngày dạng yyyy-mm-dd, không phải «${asOf}».`);
  const period = values.period === undefined ? null : parsePeriod(values.period);
  if (values.period !== undefined && period === null) return wrong(`--period cần một tháng dạng yyyy-mm, không phải «${values.period}».`);
  if (command === 'close') return closeInvocation(paths, values, period, asOf);
  if (command === 'new-year') return newYearInvocation(paths, values);
  if (values.by !== undefined || values.year !== undefined) return wrong('--by chỉ dùng với lệnh close, --year chỉ với new-year.');
  if (command === 'forms') return formsInvocation(paths, values, period);
  if (command === 'report') return reportInvocation(paths, values, period, asOf);
  if (values.from !== undefined || values.unit !== undefined) return wrong('--from chỉ dùng với lệnh forms, report, close và new-year, --unit chỉ với forms.');
  if (paths.length === 0 && !(command === 'remind' && values.into !== undefined)) return wrong('Chưa nêu tệp hay thư mục nào.');
  const json = values.json === true;
  const csv = values.csv === true;
  if (csv && command !== 'check') return wrong('--csv chỉ dùng với lệnh check.');
  const sendBackBy = values['send-back-by'] ?? null;
  if (sendBackBy !== null && command !== 'answer' && command !== 'remind') return wrong('--send-back-by chỉ dùng với lệnh answer và remind.');
  if (sendBackBy !== null && !isDate(sendBackBy)) return wrong(`--send-back-by cần một ngày dạng yyyy-mm-dd, không phải «${sendBackBy}».`);
  switch (command) {
    case 'check':
      if (values.out !== undefined || values.into !== undefined) return wrong('--out chỉ dùng với lệnh consolidate và answer, --into chỉ với consolidate.');
      if (json && csv) return wrong('Chỉ chọn một trong --json và --csv.');
      return { command, paths, period, asOf, json, csv };
    case 'answer':
      if (values.out === undefined) return wrong('answer cần --out thư-mục.');
      if (values.into !== undefined || json) return wrong('--into và --json không dùng với lệnh answer.');
      return { command, paths, period, asOf, out: values.out, sendBackBy };
    case 'consolidate':
      if (period === null) return wrong('consolidate cần --period yyyy-mm.');
      if (values.out === undefined) return wrong('consolidate cần --out kết-quả.xlsx.');
      return { command, paths, period, asOf, json, out: values.out, into: values.into ?? null };
    case 'remind':
      if (period === null) return wrong('remind cần --period yyyy-mm.');
      if (values.out === undefined) return wrong('remind cần --out thư-mục.');
      if (json) return wrong('--json không dùng với lệnh remind.');
      return { command, paths, period, asOf, out: values.out, into: values.into ?? null, sendBackBy };
    default:
      return wrong(`Không có lệnh «${command}».`);
  }
}

interface FormsWords {
  readonly out?: string;
  readonly from?: string;
  readonly unit?: readonly string[];
  readonly into?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly 'as-of'?: string;
  readonly 'send-back-by'?: string;
  readonly by?: string;
  readonly year?: string;
  readonly period?: string;
}

/** A workbook goes in and another comes out; the one that was there stays as it is. */
function closeInvocation(paths: readonly string[], words: FormsWords, period: Period | null, asOf: IsoDate): Invocation {
  if (paths.length > 0) return wrong('close không đọc báo cáo nào; sổ đang có nêu bằng --from.');
  if (words.from === undefined) return wrong('close cần --from sổ-đang-có.xlsx.');
  if (period === null) return wrong('close cần --period yyyy-mm.');
  if (words.out === undefined) return wrong('close cần --out sổ-đã-khóa.xlsx.');
  const other = (['into', 'unit', 'json', 'csv', 'send-back-by', 'year'] as const).find((word) => words[word] !== undefined);
  if (other !== undefined) return wrong(`--${other} không dùng với lệnh close.`);
  return { command: 'close', from: words.from, period, by: words.by ?? '', asOf, out: words.out };
}

function newYearInvocation(paths: readonly string[], words: FormsWords): Invocation {
  if (paths.length > 0) return wrong('new-year không đọc báo cáo nào; sổ đang có nêu bằng --from.');
  if (words.from === undefined) return wrong('new-year cần --from sổ-đang-có.xlsx.');
  if (words.out === undefined) return wrong('new-year cần --out sổ-năm-sau.xlsx.');
  if (words.year !== undefined && !/^20[0-9]{2}$/.test(words.year)) return wrong(`--year cần một năm, không phải «${words.year}».`);
  const other = (['into', 'unit', 'json', 'csv', 'as-of', 'send-back-by', 'by', 'period'] as const).find((word) => words[word] !== undefined);
  if (other !== undefined) return wrong(`--${other} không dùng với lệnh new-year.`);
  return { command: 'new-year', from: words.from, year: words.year === undefined ? null : Number(words.year), out: words.out };
}

/** What the report is written as follows from the ending of the file that is asked for. */
function reportInvocation(paths: readonly string[], words: FormsWords, period: Period | null, asOf: IsoDate): Invocation {
  if (paths.length > 0) return wrong('report không đọc tệp nào; sổ đang có nêu bằng --from.');
  if (words.from === undefined) return wrong('report cần --from sổ-đang-có.xlsx.');
  if (period === null) return wrong('report cần --period yyyy-mm.');
  if (words.out === undefined || !/\.(?:docx|xlsx)$/i.test(words.out)) return wrong('report cần --out báo-cáo.docx (văn bản) hoặc .xlsx (sổ có trang báo cáo).');
  const other = (['into', 'unit', 'json', 'csv', 'send-back-by'] as const).find((word) => words[word] !== undefined);
  if (other !== undefined) return wrong(`--${other} không dùng với lệnh report.`);
  return { command: 'report', from: words.from, period, asOf, out: words.out, as: /\.docx$/i.test(words.out) ? 'document' : 'workbook' };
}

/** Forms are made and not read: the command takes no paths. */
function formsInvocation(paths: readonly string[], words: FormsWords, period: Period | null): Invocation {
  if (paths.length > 0) return wrong('forms không đọc tệp nào; sổ đang có nêu bằng --from.');
  if (period === null) return wrong('forms cần --period yyyy-mm.');
  if (words.out === undefined) return wrong('forms cần --out thư-mục.');
  const other = (['into', 'json', 'csv', 'as-of', 'send-back-by'] as const).find((word) => words[word] !== undefined);
  if (other !== undefined) return wrong(`--${other} không dùng với lệnh forms.`);
  return { command: 'forms', period, units: words.unit ?? 'all', out: words.out, from: words.from ?? null };
}

const wrong = (message: string): Invocation => ({ command: 'wrong', message });

function isDate(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
