import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { readInWorkers, type WorkerPort } from './pool';
import type { FileOutcome, PickedFile, ReadFilesOptions } from './types';

// The thread runs the TypeScript as it is; its loader is named by its full path, since the folder of the call may be any.
const loader = createRequire(import.meta.url).resolve('tsx/cjs');

function spawn(): WorkerPort {
  const worker = new Worker(new URL('./worker-node.ts', import.meta.url), {
    execArgv: ['--require', loader],
    // A thread that runs out of memory ends alone, and its file with it.
    resourceLimits: { maxOldGenerationSizeMb: 1536 },
  });
  let ended = false;
  return {
    send: (request) => worker.postMessage(request),
    onMessage: (listener) => worker.on('message', listener),
    onFailure: (listener) => {
      worker.on('error', listener);
      worker.on('exit', () => {
        if (!ended) listener();
      });
    },
    end: () => {
      ended = true;
      void worker.terminate();
    },
  };
}

const THREADS = 2;

/** Reads files in worker threads of Node, as read-files does in a browser; see readInWorkers. */
export function readFiles(files: readonly PickedFile[], options?: ReadFilesOptions): Promise<FileOutcome[]> {
  // A second thread costs its start, half a second; a handful of files is read before that.
  return readInWorkers(spawn, files.length > 50 ? THREADS : 1, files, options);
}
