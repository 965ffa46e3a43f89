import { parseArgs } from 'node:util';
import { parsePeriod, type IsoDate, type Period } from '../core/period';

export type Invocation =
  | { readonly command: 'check'; readonly paths: readonly string[]; readonly period: Period | null; readonly asOf: IsoDate; readonly json: boolean; readonly csv: boolean }
  | { readonly command: 'answer'; readonly paths: readonly string[]; readonly period: Period | null; readonly asOf: IsoDate; readonly out: string; readonly sendBackBy: IsoDate | null }
  | { readonly command: 'consolidate'; readonly paths: readonly string[]; readonly period: Period; readonly asOf: IsoDate; readonly json: boolean; readonly out: string; readonly into: string | null }
  | { readonly command: 'help' }
  | { readonly command: 'wrong'; readonly message: string };

export const USAGE = `chitieu — kiểm tra và tổng hợp báo cáo chỉ tiêu, không cần Excel

  chitieu check <tệp|thư mục>… [--period yyyy-mm] [--as-of yyyy-mm-dd] [--json | --csv]
  chitieu answer <tệp|thư mục>… --out thư-mục [--period yyyy-mm] [--as-of yyyy-mm-dd]
          [--send-back-by yyyy-mm-dd]
  chitieu consolidate <tệp|thư mục>… --period yyyy-mm --out kết-quả.xlsx
          [--into sổ-đang-có.xlsx] [--as-of yyyy-mm-dd] [--json]

  --as-of   ngày dùng để tính hạn nộp (mặc định: hôm nay)
  --json    chỉ in JSON ra đầu ra chuẩn
  --csv     chỉ in bảng phát hiện dạng CSV ra đầu ra chuẩn
  --send-back-by  ngày đề nghị đơn vị gửi lại báo cáo, ghi vào phản hồi
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
  if (paths.length === 0) return wrong('Chưa nêu tệp hay thư mục nào.');
  const json = values.json === true;
  const csv = values.csv === true;
  if (csv && command !== 'check') return wrong('--csv chỉ dùng với lệnh check.');
  const sendBackBy = values['send-back-by'] ?? null;
  if (sendBackBy !== null && command !== 'answer') return wrong('--send-back-by chỉ dùng với lệnh answer.');
  switch (command) {
    case 'check':
      if (values.out !== undefined || values.into !== undefined) return wrong('--out chỉ dùng với lệnh consolidate và answer, --into chỉ với consolidate.');
      if (json && csv) return wrong('Chỉ chọn một trong --json và --csv.');
      return { command, paths, period, asOf, json, csv };
    case 'answer':
      if (values.out === undefined) return wrong('answer cần --out thư-mục.');
      if (values.into !== undefined || json) return wrong('--into và --json không dùng với lệnh answer.');
      if (sendBackBy !== null && !isDate(sendBackBy)) return wrong(`--send-back-by cần một ngày dạng yyyy-mm-dd, không phải «${sendBackBy}».`);
      return { command, paths, period, asOf, out: values.out, sendBackBy };
    case 'consolidate':
      if (period === null) return wrong('consolidate cần --period yyyy-mm.');
      if (values.out === undefined) return wrong('consolidate cần --out kết-quả.xlsx.');
      return { command, paths, period, asOf, json, out: values.out, into: values.into ?? null };
    default:
      return wrong(`Không có lệnh «${command}».`);
  }
}

const wrong = (message: string): Invocation => ({ command: 'wrong', message });

function isDate(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
