import { done, refusalOf, refused } from './refusals';
import { reachesFloor } from './session';
import type { HostResult } from './types';

/**
 * Opens an .xlsx in a new window of Excel, as a workbook that was never saved: the way out where a pane may not download.
 *
 * @returns a refusal where this Excel cannot do so
 */
export async function openWorkbook(bytes: Uint8Array): Promise<HostResult<null>> {
  if (!reachesFloor()) return refused('apiBelowFloor');
  try {
    await Excel.createWorkbook(base64Of(bytes));
    return done(null);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return { ok: false, refusal };
  }
}

/** So many bytes become a text at once: more arguments than that no engine takes. */
const CHUNK = 0x8000;

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
