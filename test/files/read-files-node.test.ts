import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFiles } from '../../src/files/read-files-node';
import { ODS, sampleFiles, XLS, XLSX } from './making';

test('threads read what the pure function reads', async () => {
  const files = sampleFiles();
  const outcomes = await readFiles(files);
  expect(outcomes.map((outcome) => [outcome.file, outcome.status])).toEqual(files.map((file) => [file.name, 'read']));
}, 60_000);

test('the caller keeps the bytes', async () => {
  const file = XLSX();
  const [first] = await readFiles([file]);
  const [second] = await readFiles([file]);
  expect(first?.status).toBe('read');
  expect(second?.hash).toBe(first?.hash);
}, 60_000);

test('a file over its time ends its thread, and the next one is read in a new one', async () => {
  const big = { name: 'big.csv', bytes: new TextEncoder().encode('a;b;c\n'.repeat(300_000)), lastModified: null };
  const [late] = await readFiles([big], { timeLimit: 1 });
  expect(late).toMatchObject({ status: 'rejected', finding: { code: 'F03', params: { reason: 'timeLimit', limit: 0.001 } } });
  const outcomes = await readFiles([big, XLS(), ODS()], { timeLimit: 15_000 });
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['read', 'read', 'read']);
}, 60_000);

test('works from the command line too, from any folder', () => {
  const root = join(__dirname, '../..');
  const script = `
    const { readFileSync } = require('node:fs');
    const { readFiles } = require(${JSON.stringify(join(root, 'src/files/read-files-node.ts'))});
    const bytes = new Uint8Array(readFileSync(${JSON.stringify(join(root, 'samples/2024-06/SCT_2024-06.xlsx'))}));
    readFiles([{ name: 'a.xlsx', bytes, lastModified: null }]).then(([outcome]) => console.log(outcome.status));`;
  const printed = execFileSync(process.execPath, ['--require', join(root, 'node_modules/tsx/dist/cjs/index.cjs'), '-e', script], { cwd: tmpdir(), encoding: 'utf8' });
  expect(printed.trim()).toBe('read');
}, 60_000);
