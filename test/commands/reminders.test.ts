import { unzipSync } from 'fflate';
import type { Submission } from '../../src/core/deadlines/types';
import { indexCatalogue } from '../../src/core/catalogue/index-catalogue';
import { readBook } from '../../src/core/report/read-book';
import { openFile } from '../../src/files/open-file';
import { createWorkbook } from '../../src/workbench/model/workbook';
import { mayWorkbook, NOW, openOffice, rowsOf, type Office } from './office';

jest.setTimeout(120_000);

const open: Office[] = [];
afterEach(() => open.splice(0).forEach((office) => office.excel.dispose()));

const MAY = { year: 2024, month: 5 };

async function atMay(): Promise<{ readonly office: Office; readonly submissions: readonly Submission[]; readonly request: { submissions: readonly Submission[]; catalogue: Parameters<typeof indexCatalogue>[0]; period: typeof MAY; asOf: string } }> {
  const office = await openOffice(await mayWorkbook());
  open.push(office);
  const outcome = await office.commands.previewConsolidation({ period: MAY, asOf: '2024-05-21', now: NOW, files: [], includeSheets: false, decisions: [], chosenFiles: [] });
  if (outcome.kind !== 'preview') throw new Error(JSON.stringify(outcome));
  const { submissions, catalogue } = outcome.preview;
  return { office, submissions, request: { submissions, catalogue, period: MAY, asOf: '2024-05-21' } };
}

const typedIn = (office: Office, unit: string) => rowsOf(office.model, 'TheoDoiNop').filter((row) => row.at('Mã đơn vị') === unit && row.at('Tháng') === 5).map((row) => row.at('Ngày nhận'));

test('a day of receipt goes into its row and nowhere else; the next look knows it; it can be taken back', async () => {
  const { office, submissions } = await atMay();
  const submission = submissions.find((row) => row.state === 'receivedUnknownDate' && row.period.month === 5);
  if (!submission) throw new Error('no report without a date');
  const outcome = await office.commands.setReceipts([{ submission, receivedOn: '2024-05-20' }]);
  expect(outcome).toMatchObject({ kind: 'recorded' });
  if (outcome.kind !== 'recorded' || outcome.receipt === null) throw new Error('nothing written');
  expect(outcome.receipt.roundTrips).toBeLessThanOrEqual(3);
  expect(outcome.receipt.cellsWritten).toBe(1);
  expect(typedIn(office, submission.unit)).toEqual([45432]);
  const looked = await office.commands.previewConsolidation({ period: MAY, asOf: '2024-05-21', now: NOW, files: [], includeSheets: false, decisions: [], chosenFiles: [] });
  if (looked.kind !== 'preview') throw new Error(looked.kind);
  expect(looked.preview.submissions.find((row) => row.unit === submission.unit && row.period.month === 5)).toMatchObject({ state: 'late', receivedOn: '2024-05-20' });
  expect(await office.commands.setReceipts([{ submission, receivedOn: '2024-05-20' }])).toEqual({ kind: 'recorded', receipt: null });
  await office.commands.takeBackWrite(outcome.receipt);
  expect(typedIn(office, submission.unit)).toEqual([null]);
});

test('a workbook without the table says so, and nothing is written', async () => {
  const { submissions } = await atMay();
  const office = await openOffice(createWorkbook('Sổ.xlsx', ['Trang1']));
  open.push(office);
  const [submission] = submissions;
  if (!submission) throw new Error('no submission');
  expect(await office.commands.setReceipts([{ submission, receivedOn: '2024-05-20' }])).toEqual({ kind: 'noTable' });
  expect(office.model.sheets).toHaveLength(1);
});

test('one workbook for each unit that is missing, no formula in any, never taken for a report', async () => {
  const { office, request, submissions } = await atMay();
  const files = await office.commands.reminderFiles(request);
  const missing = [...new Set(submissions.filter((row) => row.state === 'missing' && row.unit !== 'SKHDT').map((row) => row.unit))].sort();
  expect(missing.length).toBeGreaterThan(5);
  expect(files.map(({ unit }) => unit)).toEqual(missing);
  const zip = unzipSync(await office.commands.zipFiles(files));
  const [name = '', bytes = new Uint8Array()] = Object.entries(zip)[0] ?? [];
  const outcome = await openFile(name, bytes);
  if (outcome.status !== 'read') throw new Error('not read');
  expect(outcome.book.grids[0]?.cells.flat().filter((cell) => cell?.formula !== undefined)).toEqual([]);
  expect(readBook(outcome.book, indexCatalogue(request.catalogue), 'file').report).toBeNull();
});

test('sheets in the open workbook under free names, in one write that is taken back whole', async () => {
  const { office, request, submissions } = await atMay();
  const [first] = submissions.filter((row) => row.state === 'missing' && row.period.month === 5);
  if (!first) throw new Error('nobody is missing');
  const sheets = office.model.sheets.length;
  const one = await office.commands.reminderSheets({ ...request, units: [first.unit] });
  const two = await office.commands.reminderSheets({ ...request, units: [first.unit] });
  expect([one, two]).toMatchObject([{ kind: 'written', sheets: [`Đôn đốc ${first.unit}`] }, { kind: 'written', sheets: [`Đôn đốc ${first.unit} (2)`] }]);
  if (two.kind !== 'written') throw new Error('not written');
  expect(two.receipt.roundTrips).toBeLessThanOrEqual(3);
  await office.commands.takeBackWrite(two.receipt);
  expect(office.model.sheets).toHaveLength(sheets + 1);
  expect(await office.commands.reminderSheets({ ...request, units: [] })).toEqual({ kind: 'nothingToRemind' });
});
