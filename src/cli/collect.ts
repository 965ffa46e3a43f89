import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { PickedFile } from '../files/types';

/** Endings that a folder is searched for; a file that is named itself is always taken, whatever its ending. */
const ENDINGS = new Set(['.xlsx', '.xlsm', '.xls', '.xlsb', '.ods', '.csv']);

export interface Collected {
  readonly files: readonly PickedFile[];
  /** Paths that are not there or cannot be read. */
  readonly missing: readonly string[];
}

/** The files that the words on the command line mean: files as they are, folders with everything below them, sorted. */
export async function collectFiles(paths: readonly string[]): Promise<Collected> {
  const files: PickedFile[] = [];
  const missing: string[] = [];
  const seen = new Set<string>();
  for (const start of paths) {
    const found = await expand(start);
    if (found === null) missing.push(start);
    for (const file of found ?? []) {
      const place = path.resolve(file);
      if (seen.has(place)) continue;
      seen.add(place);
      const [bytes, about] = await Promise.all([readFile(file), stat(file)]);
      files.push({ name: path.basename(file), bytes: new Uint8Array(bytes), lastModified: about.mtimeMs });
    }
  }
  return { files, missing };
}

async function expand(start: string): Promise<readonly string[] | null> {
  const about = await stat(start).catch(() => null);
  if (about === null) return null;
  if (about.isFile()) return [start];
  if (!about.isDirectory()) return null;
  const entries = await readdir(start, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && ENDINGS.has(path.extname(entry.name).toLowerCase()))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort((a, b) => a.localeCompare(b, 'vi'));
}
