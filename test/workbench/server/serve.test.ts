import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { certificateFor } from '../../../src/workbench/server/certificate';
import { serve, type Serving } from '../../../src/workbench/server/serve';

const folder = mkdtempSync(path.join(tmpdir(), 'chitieu-serve-'));
let serving: Serving;
beforeAll(async () => {
  mkdirSync(path.join(folder, 'site'));
  writeFileSync(path.join(folder, 'site', 'index.html'), '<!doctype html>');
  writeFileSync(path.join(folder, 'site', 'tệp 1.xlsx'), 'x');
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  serving = await serve({ certificate: await certificateFor(path.join(folder, 'certs'), false), port: 0, mounts: [{ at: '/', folder: path.join(folder, 'site') }], made: [{ at: '/made', type: 'text/plain', content: async () => new TextEncoder().encode('made') }] });
}, 60_000);
afterAll(() => serving.close());

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly policy: string;
  readonly body: string;
}

const ask = (target: string, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request({ host: 'localhost', port: serving.port, path: target, method, rejectUnauthorized: false }, (response) => {
      let body = '';
      response.on('data', (part: Buffer) => (body += part.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', policy: String(response.headers['content-security-policy'] ?? ''), body }));
    })
      .on('error', reject)
      .end();
  });

test.each<[string, number, string]>([
  ['/', 200, 'text/html; charset=utf-8'],
  ['/?_host_Info=Excel', 200, 'text/html; charset=utf-8'],
  [`/${encodeURIComponent('tệp 1.xlsx')}`, 200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['/made', 200, 'text/plain'],
  ['/absent', 404, 'text/plain; charset=utf-8'],
  ['/../secret.txt', 404, 'text/plain; charset=utf-8'],
  ['/%2e%2e/secret.txt', 404, 'text/plain; charset=utf-8'],
  ['/..%2fsecret.txt', 404, 'text/plain; charset=utf-8'],
  ['/%', 400, 'text/plain; charset=utf-8'],
])('%s answers %d', async (target, status, type) => {
  const answer = await ask(target);
  expect([answer.status, answer.type]).toEqual([status, type]);
  expect(answer.body).not.toContain('secret');
  expect(answer.policy).toContain("frame-ancestors 'self' https://");
});

test('nothing but reading is taken', async () => expect((await ask('/', 'POST')).status).toBe(405));
