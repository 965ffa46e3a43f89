import type { HostRefusal, HostRefusalCode, HostResult } from './types';

/** Excel's error codes by what they mean for the user. */
const BY_CODE: Readonly<Record<string, HostRefusalCode | undefined>> = {
  InvalidOperationInCellEditMode: 'cellEdit',
  AccessDenied: 'protectedSheet',
  ItemNotFound: 'missingSheet',
  InvalidReference: 'missingSheet',
  FilteredRangeConflict: 'filteredRange',
  MergedRangeConflict: 'mergedRange',
  RequestPayloadSizeLimitExceeded: 'payloadTooLarge',
  ResponsePayloadSizeLimitExceeded: 'payloadTooLarge',
  OperationCellsExceedLimit: 'payloadTooLarge',
  ApiNotFound: 'apiBelowFloor',
  ItemAlreadyExists: 'nameTaken',
  NameConflict: 'nameTaken',
};

/** Members that change the workbook's structure: what denies them is not a sheet's protection. */
const OF_THE_WORKBOOK = /^(?:WorksheetCollection\.add|Worksheet\.delete)/i;

export function refused(code: HostRefusalCode, sheet = '', detail = ''): { readonly ok: false; readonly refusal: HostRefusal } {
  return { ok: false, refusal: { code, sheet, detail } };
}

export function done<T>(value: T): HostResult<T> {
  return { ok: true, value };
}

/** The code of an error of the client library, null for any other error: its class differs between realms, so never `instanceof`. */
export function hostCodeOf(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/**
 * Excel's error as a refusal with a name; null when the error is not Excel's but a fault of our own.
 *
 * @param sheet the sheet concerned where the caller knows it
 */
export function refusalOf(error: unknown, sheet = ''): HostRefusal | null {
  const code = hostCodeOf(error);
  if (code === null) return null;
  const location = locationOf(error);
  const named = BY_CODE[code] ?? 'unknown';
  const refusalCode = named === 'protectedSheet' && OF_THE_WORKBOOK.test(location) ? 'protectedWorkbook' : named;
  const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
  return { code: refusalCode, sheet, detail: [code, location, message].filter((part) => part !== '').join(' · ') };
}

function locationOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('debugInfo' in error)) return '';
  const { debugInfo } = error;
  if (typeof debugInfo !== 'object' || debugInfo === null || !('errorLocation' in debugInfo)) return '';
  return typeof debugInfo.errorLocation === 'string' ? debugInfo.errorLocation : '';
}
