import { fileFinding, hashOf, isAside } from './picked';
import { LIMITS } from './limits';
import { parseReply, type ReadRequest } from './messages';
import { abnormal, unreadable, type Refusal } from './refusal';
import type { FileOutcome, PickedFile, ReadFilesOptions } from './types';

/** A worker of the browser or of Node, seen alike. */
export interface WorkerPort {
  send(request: ReadRequest): void;
  onMessage(listener: (data: unknown) => void): void;
  /** The worker broke down, or could not be loaded. */
  onFailure(listener: () => void): void;
  end(): void;
}

/** Loading the file library takes a moment, and counts for no file. */
const START_LIMIT = 60_000;

type Answer = FileOutcome | 'late' | 'broken' | 'cancelled';

/** One worker that reads one file at a time; after a file that it did not survive it is replaced. */
interface Lane {
  read(request: ReadRequest, timeLimit: number, signal: AbortSignal | undefined): Promise<Answer>;
  end(): void;
}

function openLane(spawn: () => WorkerPort): Lane {
  let port: WorkerPort | null = null;
  let ready: Promise<WorkerPort> | null = null;
  let answered: ((answer: Answer) => void) | null = null;
  let awaited = -1;

  const end = (): void => {
    port?.end();
    port = null;
    ready = null;
  };
  const start = (): Promise<WorkerPort> => {
    const fresh = spawn();
    port = fresh;
    return new Promise((resolve, reject) => {
      const failed = (): void => {
        reject(new Error('The worker that reads files could not be started.'));
        if (port === fresh) end();
      };
      const timer = setTimeout(failed, START_LIMIT);
      fresh.onFailure(() => {
        clearTimeout(timer);
        failed();
        answered?.('broken');
      });
      fresh.onMessage((data) => {
        const reply = parseReply(data);
        if (!reply) answered?.('broken');
        else if (reply.kind === 'ready') {
          clearTimeout(timer);
          resolve(fresh);
        } else if (reply.id === awaited) answered?.(reply.outcome);
      });
    });
  };

  return {
    end,
    read: async (request, timeLimit, signal) => {
      ready ??= start();
      const worker = await ready;
      if (signal?.aborted) return 'cancelled';
      const answer = await new Promise<Answer>((resolve) => {
        const cancel = (): void => settle('cancelled');
        const timer = setTimeout(() => settle('late'), timeLimit);
        const settle = (result: Answer): void => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', cancel);
          answered = null;
          resolve(result);
        };
        awaited = request.id;
        answered = settle;
        signal?.addEventListener('abort', cancel);
        worker.send(request);
      });
      // A worker that is late, broken or no longer wanted may be in a loop: only its end stops it.
      if (answer === 'late' || answer === 'broken' || answer === 'cancelled') end();
      return answer;
    },
  };
}

/** An answer that is no outcome, as the outcome of its file. */
function outcomeOf(answer: Answer, file: PickedFile, hash: string, timeLimit: number, milliseconds: number): FileOutcome {
  const rejected = (refusal: Refusal): FileOutcome => ({ status: 'rejected', file: file.name, hash, finding: fileFinding(file.name, refusal), milliseconds });
  switch (answer) {
    case 'late':
      return rejected(abnormal('timeLimit', timeLimit / 1000).refusal);
    case 'broken':
      return rejected(unreadable('damaged').refusal);
    case 'cancelled':
      return {
        status: 'skipped',
        file: file.name,
        hash,
        finding: fileFinding(file.name, { code: 'F11', params: { reason: 'cancelled', part: file.name } }),
        milliseconds: 0,
      };
    default:
      return answer;
  }
}

/**
 * Reads files in workers, one outcome for each file in the order of the files. Identical bytes are read once (F06).
 * A file that passes its time limit ends with its worker (F03), the rest go on in a new one. After the signal
 * everything that is not read yet ends as cancelled (F11), the file in work too.
 *
 * @throws Error when no worker can be started at all.
 */
export async function readInWorkers(
  spawn: () => WorkerPort,
  lanes: number,
  files: readonly PickedFile[],
  { onProgress, signal, timeLimit = LIMITS.timeLimit }: ReadFilesOptions = {},
): Promise<FileOutcome[]> {
  const hashes = await Promise.all(files.map((file) => hashOf(file.bytes)));
  const first = new Map<string, number>();
  files.forEach((file, index) => {
    const hash = hashes[index] ?? '';
    if (!isAside(file.name, file.bytes) && !first.has(hash)) first.set(hash, index);
  });
  const outcomes = new Map<number, FileOutcome>();
  let next = 0;
  const work = async (): Promise<void> => {
    const lane = openLane(spawn);
    try {
      while (next < files.length) {
        const index = next++;
        const file = files[index];
        const hash = hashes[index];
        if (!file || hash === undefined) continue;
        onProgress?.({ done: outcomes.size, total: files.length, current: file.name });
        const same = first.get(hash);
        const start = performance.now();
        if (signal?.aborted) {
          outcomes.set(index, outcomeOf('cancelled', file, hash, timeLimit, 0));
        } else if (same !== undefined && same !== index && !isAside(file.name, file.bytes)) {
          const finding = fileFinding(file.name, { code: 'F06', params: { sameAs: files[same]?.name ?? '' } });
          outcomes.set(index, { status: 'skipped', file: file.name, hash, finding, milliseconds: 0 });
        } else {
          const answer = await lane.read({ id: index, name: file.name, hash, bytes: file.bytes }, timeLimit, signal);
          outcomes.set(index, outcomeOf(answer, file, hash, timeLimit, performance.now() - start));
        }
        onProgress?.({ done: outcomes.size, total: files.length, current: file.name });
      }
    } finally {
      lane.end();
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(lanes, files.length)) }, work));
  return files.flatMap((_, index) => outcomes.get(index) ?? []);
}
