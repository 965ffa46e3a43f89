import type { Finding, FindingDraft } from '../core/checks/finding';
import { makeFinding } from '../core/checks/make';

/** A finding on a whole file; nothing is known of its unit or period yet. */
export function fileFinding(file: string, draft: FindingDraft): Finding {
  return makeFinding(draft, { file, sheet: '', unit: null, period: null });
}

/** SHA-256 in lowercase hex. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  // A copy, since the view may be of memory that threads share, which the digest refuses.
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Files that Excel, LibreOffice and macOS put beside the real ones, by their names. */
export function isLockFile(name: string): boolean {
  return /^(?:~\$|\.~lock\.|\._)/.test(name);
}

/** Whether a file needs no opening at all: a lock file, or nothing in it. */
export function isAside(name: string, bytes: Uint8Array): boolean {
  return isLockFile(name) || bytes.length === 0;
}
