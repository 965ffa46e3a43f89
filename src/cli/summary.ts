import type { AnswerPickedOutcome } from './answer';
import type { ConsolidateFilesOutcome } from './consolidate';
import type { CheckJson } from './check';
import type { RemindPickedOutcome } from './remind';
import type { FormFile } from '../commands/forms';
import type { findingJson } from '../core/answers/export';

type FindingJson = ReturnType<typeof findingJson>;

const WORDS = { E: 'Lỗi', W: 'Cảnh báo', I: 'Thông tin' } as const;

function lineOf(finding: FindingJson): string {
  const place = [finding.sheet, finding.cells.join(', ')].filter((part) => part !== '').join('!');
  return `  ${WORDS[finding.severity]} ${finding.code}${place === '' ? '' : ` [${place}]`} ${finding.message}${finding.hint === '' ? '' : ` → ${finding.hint}`}`;
}

function counted(findings: readonly FindingJson[]): string {
  const of = (severity: FindingJson['severity']): number => findings.filter((finding) => finding.severity === severity).length;
  return `${of('E')} lỗi · ${of('W')} cảnh báo · ${of('I')} thông tin`;
}

const STATUS = { read: 'đã đọc', rejected: 'không dùng được', skipped: 'bỏ qua' } as const;

/** What `chitieu check` says to a person. */
export function checkSummary({ files }: CheckJson): string {
  return files
    .map((file) => {
      const head = `${file.file}: ${STATUS[file.status]}${file.unit === null ? '' : ` · ${file.unit}`}${file.period === null ? '' : ` · ${file.period}`}`;
      if (file.findings.length === 0) return `${head} · không có lỗi, ${file.checks.run} phép kiểm`;
      return [`${head} · ${counted(file.findings)}`, ...file.findings.map(lineOf)].join('\n');
    })
    .join('\n');
}

/** What `chitieu answer` says to a person. */
export function answerSummary({ answers, complete }: AnswerPickedOutcome, folder: string): string {
  return [
    ...answers.map(({ unit, unitName, points, files }) => `${unit ?? 'chưa rõ đơn vị'}${unitName === '' ? '' : ` · ${unitName}`} · ${points} nội dung · ${files.map(({ fileName }) => fileName).join(', ')}`),
    ...(complete.length === 0 ? [] : [`Báo cáo đã đầy đủ: ${complete.join(', ')}`]),
    answers.length === 0 ? 'Không có phản hồi nào cần gửi.' : `Đã ghi ${answers.length} phản hồi vào ${folder}`,
  ].join('\n');
}

/** What `chitieu forms` says to a person. */
export function formsSummary(files: readonly FormFile[], folder: string): string {
  return [...files.map(({ unit, unitName, fileName }) => `${unit} · ${unitName} · ${fileName}`), `Đã ghi ${files.length} biểu mẫu vào ${folder}`].join('\n');
}

const REMINDED = { missing: 'chưa gửi', late: 'gửi chậm', soon: 'sắp đến hạn' } as const;

/** What `chitieu remind` says to a person. */
export function remindSummary({ reminders }: Extract<RemindPickedOutcome, { kind: 'made' }>, folder: string): string {
  return [
    ...reminders.map(({ unit, unitName, kind, fileName }) => `${unit} · ${unitName} · ${REMINDED[kind]} · ${fileName}`),
    reminders.length === 0 ? 'Không có đơn vị nào cần nhắc.' : `Đã ghi ${reminders.length} thư nhắc vào ${folder}`,
  ].join('\n');
}

/** What `chitieu consolidate` says to a person. */
export function consolidateSummary({ json }: Extract<ConsolidateFilesOutcome, { kind: 'written' }>, out: string): string {
  const { units } = json;
  const missing = units.missing.length === 0 ? '' : ` · còn thiếu: ${units.missing.join(', ')}`;
  const month = json.findings.filter((finding) => finding.period === null || finding.period === json.period);
  return [
    `Kỳ ${json.period}: ${units.received}/${units.expected} đơn vị${missing}`,
    `${json.indicators.filter((indicator) => indicator.cumulative !== null).length} chỉ tiêu có số liệu · ${json.held.length} số liệu chờ quyết định · ${counted(month)}`,
    ...month.filter((finding) => finding.severity === 'E').map(lineOf),
    `Đã ghi ${out}`,
  ].join('\n');
}

/** Why nothing was written. */
export function notWrittenSummary({ preview, write }: Extract<ConsolidateFilesOutcome, { kind: 'notWritten' }>): string {
  if (preview?.kind === 'nothingToRead') return 'Không có báo cáo nào dùng được trong các tệp đã nêu. Chưa ghi gì.';
  if (preview?.kind === 'cancelled') return 'Đã dừng theo yêu cầu. Chưa ghi gì.';
  const refusal = preview?.kind === 'refused' ? preview.refusal : write?.kind === 'refused' ? write.refusal : null;
  if (refusal === null) return 'Chưa ghi gì.';
  return `Không ghi được (${refusal.code}${refusal.sheet === '' ? '' : `, trang ${refusal.sheet}`}): ${refusal.detail}`;
}
