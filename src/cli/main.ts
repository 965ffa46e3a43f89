import path from 'node:path';
import { systemClock } from '../commands/clock';
import { answerPicked } from './answer';
import { parseInvocation, USAGE, type Invocation } from './arguments';
import { collectFiles, type Collected } from './collect';
import { checkPicked } from './check';
import { consolidateFiles, nameOf } from './consolidate';
import { openExisting, writeWorkbook } from './excel';
import { formsForUnits, noFormsReason } from './forms';
import { noReportReason, reportFrom } from './report';
import { remindPicked } from './remind';
import { closeInFile, closeSummary, newYearFrom, newYearSummary } from './year';
import { answerSummary, checkSummary, consolidateSummary, formsSummary, notWrittenSummary, remindSummary } from './summary';

const CLEAN = 0;
const ERRORS = 1;
const UNUSABLE = 2;

const out = (text: string): void => void process.stdout.write(`${text}\n`);
const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function main(words: readonly string[]): Promise<number> {
  const invocation = parseInvocation(words, systemClock.today());
  switch (invocation.command) {
    case 'help':
      out(USAGE);
      return CLEAN;
    case 'wrong':
      say(`${invocation.message}\n\n${USAGE}`);
      return UNUSABLE;
    case 'check':
      return check(invocation, await collect(invocation.paths));
    case 'answer':
      return answer(invocation, await collect(invocation.paths));
    case 'close':
      return close(invocation, systemClock.now());
    case 'new-year':
      return newYear(invocation, systemClock.now());
    case 'consolidate':
      return consolidate(invocation, await collect(invocation.paths), systemClock.now());
    case 'forms':
      return forms(invocation);
    case 'report':
      return report(invocation);
    case 'remind':
      return remind(invocation, await collect(invocation.paths), systemClock.now());
  }
}

async function collect(paths: readonly string[]): Promise<Collected> {
  const collected = await collectFiles(paths);
  for (const path of collected.missing) say(`Không tìm thấy «${path}».`);
  return collected;
}

async function check(invocation: Extract<Invocation, { command: 'check' }>, { files, missing }: Collected): Promise<number> {
  if (files.length === 0) {
    say('Không có tệp nào để kiểm tra.');
    return UNUSABLE;
  }
  const outcome = await checkPicked({ files, period: invocation.period, asOf: invocation.asOf });
  if (invocation.csv) process.stdout.write(outcome.csv());
  else out(invocation.json ? JSON.stringify(outcome.json, null, 2) : checkSummary(outcome.json));
  if (outcome.read === 0 || missing.length > 0) return UNUSABLE;
  return outcome.failed ? ERRORS : CLEAN;
}

async function answer({ period, asOf, sendBackBy, out: folder }: Extract<Invocation, { command: 'answer' }>, { files, missing }: Collected): Promise<number> {
  if (missing.length > 0 || files.length === 0) {
    say('Không có tệp nào để phản hồi, hoặc một đường dẫn không đúng. Chưa ghi gì.');
    return UNUSABLE;
  }
  const outcome = await answerPicked({ files, period, asOf, sendBackBy });
  for (const { fileName, bytes } of outcome.answers.flatMap((each) => each.files)) {
    const target = path.join(folder, fileName);
    if (await writeWorkbook(target, bytes)) continue;
    say(`Không ghi được «${target}»: hãy kiểm tra đường dẫn, quyền ghi, và tệp có đang mở ở nơi khác không.`);
    return UNUSABLE;
  }
  out(answerSummary(outcome, folder));
  return outcome.read === 0 ? UNUSABLE : CLEAN;
}

async function forms({ period, units, out: folder, from }: Extract<Invocation, { command: 'forms' }>): Promise<number> {
  const existing = from === null ? null : await openExisting(from);
  if (from !== null && existing === null) {
    say(`Không mở được «${from}»: không có tệp này, hoặc không phải sổ tính .xlsx. Chưa ghi gì.`);
    return UNUSABLE;
  }
  const outcome = await formsForUnits({ period, units, from: existing, name: nameOf(from ?? 'So.xlsx') });
  if (outcome.kind !== 'files') {
    say(noFormsReason(outcome));
    return UNUSABLE;
  }
  for (const { fileName, bytes } of outcome.files) {
    const target = path.join(folder, fileName);
    if (await writeWorkbook(target, bytes)) continue;
    say(`Không ghi được «${target}»: hãy kiểm tra đường dẫn, quyền ghi, và tệp có đang mở ở nơi khác không.`);
    return UNUSABLE;
  }
  out(formsSummary(outcome.files, folder));
  return CLEAN;
}

async function remind({ period, asOf, sendBackBy, into: book, out: folder }: Extract<Invocation, { command: 'remind' }>, { files, missing }: Collected, now: string): Promise<number> {
  const into = book === null ? null : await openExisting(book);
  if (missing.length > 0 || (book !== null && into === null) || (book === null && files.length === 0)) {
    say('Một đường dẫn không đúng, hoặc sổ đã nêu không phải sổ tính .xlsx. Chưa ghi gì.');
    return UNUSABLE;
  }
  const outcome = await remindPicked({ files, period, asOf, into, name: nameOf(book ?? 'So.xlsx'), now, sendBy: sendBackBy });
  if (outcome.kind === 'notMade') {
    say(notWrittenSummary({ kind: 'notWritten', preview: outcome.preview, write: null }));
    return UNUSABLE;
  }
  for (const { fileName, bytes } of outcome.files) {
    const target = path.join(folder, fileName);
    if (await writeWorkbook(target, bytes)) continue;
    say(`Không ghi được «${target}»: hãy kiểm tra đường dẫn, quyền ghi, và tệp có đang mở ở nơi khác không.`);
    return UNUSABLE;
  }
  out(remindSummary(outcome, folder));
  return CLEAN;
}

async function report({ from, period, asOf, out: target, as }: Extract<Invocation, { command: 'report' }>): Promise<number> {
  const existing = await openExisting(from);
  if (existing === null) {
    say(`Không mở được «${from}»: không có tệp này, hoặc không phải sổ tính .xlsx. Chưa ghi gì.`);
    return UNUSABLE;
  }
  const outcome = await reportFrom({ from: existing, name: nameOf(from), period, asOf, as });
  if (outcome.kind !== 'made') {
    say(noReportReason(outcome));
    return UNUSABLE;
  }
  if (!(await writeWorkbook(target, outcome.bytes))) {
    say(`Không ghi được «${target}»: hãy kiểm tra đường dẫn, quyền ghi, và tệp có đang mở ở nơi khác không.`);
    return UNUSABLE;
  }
  out(`Đã ghi ${target}`);
  return CLEAN;
}

async function close({ from, period, by, asOf, out: target }: Extract<Invocation, { command: 'close' }>, now: string): Promise<number> {
  const existing = await openExisting(from);
  if (existing === null) return notThere(from);
  const { outcome, workbook } = await closeInFile({ from: existing, name: nameOf(from), period, by, on: asOf, now });
  return workbook === null ? refused(closeSummary(outcome, target)) : written(target, workbook, closeSummary(outcome, target));
}

async function newYear({ from, year, out: target }: Extract<Invocation, { command: 'new-year' }>, now: string): Promise<number> {
  const existing = await openExisting(from);
  if (existing === null) return notThere(from);
  const outcome = await newYearFrom(existing, nameOf(from), year, now);
  return outcome.kind === 'made' ? written(target, outcome.file.bytes, newYearSummary(outcome, target)) : refused(newYearSummary(outcome, target));
}

function refused(reason: string): number {
  say(reason);
  return UNUSABLE;
}

const notThere = (file: string): number => refused(`Không mở được «${file}»: không có tệp này, hoặc không phải sổ tính .xlsx. Chưa ghi gì.`);

async function written(target: string, bytes: Uint8Array, summary: string): Promise<number> {
  if (!(await writeWorkbook(target, bytes))) return refused(`Không ghi được «${target}»: hãy kiểm tra đường dẫn, quyền ghi, và tệp có đang mở ở nơi khác không.`);
  out(summary);
  return CLEAN;
}

async function consolidate(invocation: Extract<Invocation, { command: 'consolidate' }>, { files, missing }: Collected, now: string): Promise<number> {
  if (missing.length > 0 || files.length === 0) {
    say('Không có tệp nào để tổng hợp, hoặc một đường dẫn không đúng. Chưa ghi gì.');
    return UNUSABLE;
  }
  const into = invocation.into === null ? null : await openExisting(invocation.into);
  if (invocation.into !== null && into === null) {
    say(`Không mở được «${invocation.into}»: không có tệp này, hoặc không phải sổ tính .xlsx. Chưa ghi gì.`);
    return UNUSABLE;
  }
  const outcome = await consolidateFiles({ files, period: invocation.period, asOf: invocation.asOf, now, into, name: nameOf(invocation.into ?? invocation.out) });
  if (outcome.kind === 'notWritten') {
    say(notWrittenSummary(outcome));
    return UNUSABLE;
  }
  if (!(await writeWorkbook(invocation.out, outcome.workbook))) {
    say(`Không ghi được «${invocation.out}»: hãy kiểm tra đường dẫn, quyền ghi, và tệp có đang mở ở nơi khác không.`);
    return UNUSABLE;
  }
  out(invocation.json ? JSON.stringify(outcome.json, null, 2) : consolidateSummary(outcome, invocation.out));
  return outcome.failed ? ERRORS : CLEAN;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    say(`Chương trình gặp lỗi không lường trước: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exitCode = UNUSABLE;
  },
);
