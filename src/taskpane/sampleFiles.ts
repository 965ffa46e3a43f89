import { z } from 'zod';
import type { PickedFile } from '../commands/types';
import { comparePeriods, parsePeriod, type Period } from '../core/period';

const sampleIndex = z.object({
  files: z.array(z.object({ path: z.string().min(1), name: z.string().min(1), period: z.string() })).min(1),
});

/** The sample reports that come with the pane, and the last month among them. */
export interface SampleSet {
  readonly files: readonly PickedFile[];
  readonly period: Period;
}

const AT_ONCE = 6;

/** Fetches the sample reports from beside the pane's page (their paths are relative to it); null when they are not there or not as expected. */
export async function loadSampleFiles(page: URL, get: (address: URL) => Promise<Response>): Promise<SampleSet | null> {
  const index = await get(new URL('samples/index.json', page)).then((response) => (response.ok ? response.json() : null)).catch(() => null);
  const parsed = sampleIndex.safeParse(index);
  if (!parsed.success) return null;
  const entries = parsed.data.files;
  const period = entries
    .map((entry) => parsePeriod(entry.period))
    .reduce<Period | null>((last, next) => (next && (!last || comparePeriods(next, last) > 0) ? next : last), null);
  if (!period) return null;
  const files: PickedFile[] = [];
  for (let start = 0; start < entries.length; start += AT_ONCE) {
    const batch = entries.slice(start, start + AT_ONCE).map(async (entry): Promise<PickedFile | null> => {
      const address = new URL(entry.path.split('/').map(encodeURIComponent).join('/'), page);
      const response = await get(address).catch(() => null);
      return response?.ok ? { name: entry.name, bytes: new Uint8Array(await response.arrayBuffer()), lastModified: null } : null;
    });
    for (const file of await Promise.all(batch)) {
      if (!file) return null;
      files.push(file);
    }
  }
  return { files, period };
}
