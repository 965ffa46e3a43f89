import type { FileRefusalReason, FindingDraft, FindingParams } from '../core/checks/finding';

/** Why a file is not read, in the terms of the F codes. */
export type Refusal = Extract<FindingDraft, { readonly code: 'F01' | 'F02' | 'F03' | 'F04' }>;

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };
export type Refused = Extract<Result<never>, { readonly ok: false }>;

export function accept<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** F01. `looksLike` is a word that needs no translation ("PDF", "zip"), '' when nothing is known. */
export function unreadable(reason: FileRefusalReason, looksLike = ''): Refused {
  return { ok: false, refusal: { code: 'F01', params: { reason, looksLike } } };
}

/** F02. */
export function encrypted(): Refused {
  return { ok: false, refusal: { code: 'F02', params: {} } };
}

/** F03. `limit` in bytes, cells, sheets or seconds, by the reason. */
export function abnormal(reason: FindingParams['F03']['reason'], limit: number): Refused {
  return { ok: false, refusal: { code: 'F03', params: { reason, limit } } };
}

/** F04. */
export function leftAside(reason: FindingParams['F04']['reason']): Refused {
  return { ok: false, refusal: { code: 'F04', params: { reason } } };
}
