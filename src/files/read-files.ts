import { readInWorkers, type WorkerPort } from './pool';
import type { FileOutcome, PickedFile, ReadFilesOptions } from './types';

function spawn(): WorkerPort {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  return {
    // The bytes are copied, not transferred: the caller may read the same files again for another month.
    send: (request) => worker.postMessage(request),
    onMessage: (listener) => worker.addEventListener('message', (event: MessageEvent<unknown>) => listener(event.data)),
    onFailure: (listener) => {
      worker.addEventListener('error', listener);
      worker.addEventListener('messageerror', listener);
    },
    end: () => worker.terminate(),
  };
}

/** Reads picked files in a Web Worker; see readInWorkers for what comes back. */
export function readFiles(files: readonly PickedFile[], options?: ReadFilesOptions): Promise<FileOutcome[]> {
  return readInWorkers(spawn, 1, files, options);
}
