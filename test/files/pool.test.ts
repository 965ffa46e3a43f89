import { openFile } from '../../src/files/open-file';
import { readInWorkers, type WorkerPort } from '../../src/files/pool';
import type { FileOutcome, PickedFile } from '../../src/files/types';

const file = (name: string, content = name): PickedFile => ({ name, bytes: new TextEncoder().encode(content), lastModified: null });
const told = (outcomes: readonly FileOutcome[]): unknown[] =>
  outcomes.map((outcome) => (outcome.status === 'read' ? [outcome.file, 'read'] : [outcome.file, outcome.status, outcome.finding.code, outcome.finding.params]));

interface Staff {
  started: number;
  ended: number;
}

/** A worker inside this thread that misbehaves by the file's name. */
function workers(staff: Staff): () => WorkerPort {
  return () => {
    staff.started += 1;
    let tell: (data: unknown) => void = () => undefined;
    let fail: () => void = () => undefined;
    queueMicrotask(() => tell({ kind: 'ready' }));
    return {
      send: (request) => {
        if (request.name === 'stuck.csv') return;
        if (request.name === 'crash.csv') fail();
        else if (request.name === 'nonsense.csv') tell({ kind: 'done', id: request.id, outcome: { status: 'read' } });
        else void openFile(request.name, request.bytes, request.hash).then((outcome) => tell({ kind: 'done', id: request.id, outcome }));
      },
      onMessage: (listener) => { tell = listener; },
      onFailure: (listener) => { fail = listener; },
      end: () => { staff.ended += 1; },
    };
  };
}

test('outcomes come in the order of the files, with progress', async () => {
  const staff = { started: 0, ended: 0 };
  const progress: string[] = [];
  const files = [file('a.csv'), file('~$b.xlsx'), file('c.pdf', '%PDF-1'), file('d.csv')];
  const outcomes = await readInWorkers(workers(staff), 2, files, { onProgress: ({ done, total, current }) => progress.push(`${done}/${total} ${current}`) });
  expect(told(outcomes)).toEqual([
    ['a.csv', 'read'],
    ['~$b.xlsx', 'skipped', 'F04', { reason: 'lockFile' }],
    ['c.pdf', 'rejected', 'F01', { reason: 'notWorkbook', looksLike: 'PDF' }],
    ['d.csv', 'read'],
  ]);
  expect(progress).toHaveLength(8);
  expect(progress[0]).toBe('0/4 a.csv');
  expect(progress.filter((line) => line.startsWith('4/4'))).toHaveLength(1);
  expect(staff).toEqual({ started: 2, ended: 2 });
});

test('identical bytes are read once, empty files are no copies of each other', async () => {
  const staff = { started: 0, ended: 0 };
  const outcomes = await readInWorkers(workers(staff), 1, [file('a.csv', 'x'), file('b.csv', 'x'), file('c.csv', ''), file('d.csv', '')]);
  expect(told(outcomes)).toEqual([
    ['a.csv', 'read'],
    ['b.csv', 'skipped', 'F06', { sameAs: 'a.csv' }],
    ['c.csv', 'skipped', 'F04', { reason: 'empty' }],
    ['d.csv', 'skipped', 'F04', { reason: 'empty' }],
  ]);
});

test('a file that hangs, one that breaks the worker and one that yields nonsense end alone', async () => {
  const staff = { started: 0, ended: 0 };
  const files = [file('stuck.csv'), file('a.csv'), file('crash.csv'), file('b.csv'), file('nonsense.csv'), file('c.csv')];
  const outcomes = await readInWorkers(workers(staff), 1, files, { timeLimit: 50 });
  expect(told(outcomes)).toEqual([
    ['stuck.csv', 'rejected', 'F03', { reason: 'timeLimit', limit: 0.05 }],
    ['a.csv', 'read'],
    ['crash.csv', 'rejected', 'F01', { reason: 'damaged', looksLike: '' }],
    ['b.csv', 'read'],
    ['nonsense.csv', 'rejected', 'F01', { reason: 'damaged', looksLike: '' }],
    ['c.csv', 'read'],
  ]);
  expect(staff).toEqual({ started: 4, ended: 4 });
});

test('cancelling ends the file in work and leaves the rest', async () => {
  const staff = { started: 0, ended: 0 };
  const stop = new AbortController();
  const files = [file('a.csv'), file('stuck.csv'), file('b.csv')];
  const reading = readInWorkers(workers(staff), 1, files, { signal: stop.signal, onProgress: ({ current }) => { if (current === 'stuck.csv') setTimeout(() => stop.abort(), 20); } });
  const cancelled = (name: string): unknown => [name, 'skipped', 'F11', { reason: 'cancelled', part: name }];
  expect(told(await reading)).toEqual([['a.csv', 'read'], cancelled('stuck.csv'), cancelled('b.csv')]);
  expect(staff).toEqual({ started: 1, ended: 1 });
});

test('without any worker the reading fails, and says so', async () => {
  const broken = (): WorkerPort => ({ send: () => undefined, onMessage: () => undefined, onFailure: (listener) => queueMicrotask(listener), end: () => undefined });
  await expect(readInWorkers(broken, 1, [file('a.csv')])).rejects.toThrow('could not be started');
});

test('no file, no worker needed', async () => {
  const staff = { started: 0, ended: 0 };
  expect(await readInWorkers(workers(staff), 1, [])).toEqual([]);
  expect(staff.started).toBe(0);
});
