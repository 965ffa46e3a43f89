/** What a file may cost. Unit reports are of some ten kilobytes; these bounds leave them room a hundredfold. */
export const LIMITS = {
  /** Bytes of the file as it lies on the disk. */
  fileBytes: 64 * 1024 * 1024,
  /** Entries of a zip. */
  entries: 4096,
  /** Bytes of one name in a zip. */
  nameBytes: 512,
  /** Bytes of one part, unpacked. */
  partBytes: 128 * 1024 * 1024,
  /** Bytes of all parts together, unpacked. */
  totalBytes: 192 * 1024 * 1024,
  /** Bytes of one list of relations that is read beside the file library. */
  relationBytes: 1024 * 1024,
  /** Unpacked ÷ packed of one part, looked at only above `ratioFrom`: small parts of repeated text pack very well. */
  partRatio: 400,
  totalRatio: 200,
  ratioFrom: 8 * 1024 * 1024,
  sheets: 250,
  /** Excel's own bound; longer names come from damaged or forged files. */
  sheetName: 31,
  /** Cells of one file, blank ones between filled ones included. */
  cells: 1_000_000,
  merges: 100_000,
  definedNames: 10_000,
  /** Excel's own bounds. */
  rows: 1_048_576,
  columns: 16_384,
  /** Milliseconds for one file in its worker. */
  timeLimit: 20_000,
} as const;
