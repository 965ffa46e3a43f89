import type { FindingCode } from '../checks/finding';

/** Why a warning is right as it is: comply or explain. */
export interface Explanation {
  readonly reason: string;
  readonly by: string;
  /** Day, yyyy-mm-dd. */
  readonly on: string;
  /** What stood there when it was explained, as text; the explanation holds only as long. */
  readonly boundTo: string;
}

/** What an earlier run put on record: one row of KiemTra. */
export interface LoggedFinding {
  readonly fingerprint: string;
  readonly code: string;
  /** The word of the table: "mới", "còn", "đã hết". */
  readonly state: string;
  /** '' for a finding on no unit. */
  readonly unit: string;
  /** "2024-06"; '' for a finding on no month. */
  readonly period: string;
  readonly file: string;
  readonly sheet: string;
  readonly cells: string;
  readonly message: string;
  /** ISO 8601. */
  readonly firstSeen: string;
  readonly explanation: Explanation | null;
}

/** What earlier runs know of a finding that is there now. */
export interface RememberedFinding {
  readonly state: 'new' | 'still';
  /** ISO 8601; '' for a new one. */
  readonly firstSeen: string;
  /** The explanation that holds, null when there is none or it lapsed. */
  readonly explanation: Explanation | null;
}

/** A finding of the last run that is gone. */
export interface ResolvedFinding {
  readonly fingerprint: string;
  readonly code: FindingCode;
  readonly message: string;
  readonly sheet: string;
  readonly cells: string;
}

/** The last run beside this one, by fingerprint. */
export interface Memory {
  /** Whether there was a run before of what was checked now; without one nothing is "new". */
  readonly hasLastRun: boolean;
  readonly byFingerprint: ReadonlyMap<string, RememberedFinding>;
  readonly resolved: readonly ResolvedFinding[];
  /** Warnings of this run whose explanation holds: they need nothing more. */
  readonly settled?: number;
}
