import type { Finding } from '../core/checks/finding';
import type { Book } from '../core/grid';

/** A file as the analyst picked it, before anybody opened it. */
export interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The file system's date (milliseconds since 1970), evidence only. */
  readonly lastModified: number | null;
}

/** What became of one file. Refused files carry their finding; skipped ones too (F04, F06). */
export type FileOutcome =
  | { readonly status: 'read'; readonly file: string; readonly hash: string; readonly book: Book; readonly milliseconds: number;
      /** Parts of the file that could not be used (a broken sheet), as findings. */ readonly findings: readonly Finding[] }
  | { readonly status: 'rejected' | 'skipped'; readonly file: string; readonly hash: string; readonly finding: Finding; readonly milliseconds: number };

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly current: string;
}

export interface ReadFilesOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
  /** Per file; the worker is ended when it is over. Default 20,000 ms. */
  readonly timeLimit?: number;
}
