/** The error codes of Excel that the stand-in gives. */
export type ExcelErrorCode =
  | 'AccessDenied'
  | 'ApiNotFound'
  | 'BadPassword'
  | 'FilteredRangeConflict'
  | 'FormulaLengthExceedsLimit'
  | 'GeneralException'
  | 'InsertDeleteConflict'
  | 'InvalidArgument'
  | 'InvalidOperation'
  | 'InvalidOperationInCellEditMode'
  | 'InvalidReference'
  | 'InvalidRequest'
  | 'InvalidSelection'
  | 'ItemAlreadyExists'
  | 'ItemNotFound'
  | 'MergedRangeConflict'
  | 'OperationCellsExceedLimit'
  | 'RequestPayloadSizeLimitExceeded'
  | 'ResponsePayloadSizeLimitExceeded';

const MESSAGES: Readonly<Partial<Record<ExcelErrorCode, string>>> = {
  AccessDenied: 'You cannot perform the requested operation.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  ItemAlreadyExists: 'The resource being created already exists.',
  ItemNotFound: "The requested resource doesn't exist.",
  InvalidOperationInCellEditMode:
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  FilteredRangeConflict: 'The attempted operation causes a conflict with a filtered range.',
  MergedRangeConflict: 'Cannot complete the operation. A table can\'t overlap with a merged cell.',
  RequestPayloadSizeLimitExceeded: 'The request payload size has exceeded the limit.',
  ResponsePayloadSizeLimitExceeded: 'The response payload size has exceeded the limit.',
};

/** What Excel refuses: thrown inside the host, told to the client in the reply. */
export class ExcelRefusal extends Error {
  constructor(
    readonly code: ExcelErrorCode,
    /** Class and member, e.g. "Range.values". */
    readonly location: string,
    detail?: string,
  ) {
    const message = MESSAGES[code] ?? code;
    super(detail === undefined ? message : `${message} ${detail}`);
  }
}

export function refuse(code: ExcelErrorCode, location: string, detail?: string): never {
  throw new ExcelRefusal(code, location, detail);
}

/** What the stand-in has not learnt fails by name: it never answers with a guess. */
export function unknown(member: string): never {
  throw new ExcelRefusal('ApiNotFound', member, `The stand-in for Excel does not know ${member}.`);
}
