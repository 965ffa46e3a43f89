import type { CalculationReport, Calculator, WorkbookModel } from '../model/types';
import { dispatch, errorOf, type QueryReply } from './dispatch';
import { ExcelRefusal } from './errors';
import { createEventBook, type EventEntry } from './events';
import { readBody, type QueryBody } from './requests';
import { calculate, settle, type Session } from './session';
import { actAsUser, type UserActions } from './user';
import { workbookOf } from './workbookObject';

/** What Excel on the web takes in a request and gives in a response. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** The flag a request carries when it is to wait until the user leaves the cell (delayForCellEdit). */
const WAIT_FOR_CELL_EDIT = 64;

/** What the stand-in says it supports: the floor of the add-in, and nothing above. */
export const REQUIREMENT_SETS: Readonly<Record<string, string>> = {
  ExcelApi: '1.14',
  SharedRuntime: '1.1',
  DelayForCellEdit: '1.1',
  RichApiRuntimeFlag: '1.2',
};

export interface Counters {
  /** Round trips, without those that only release references. */
  requests: number;
  /** Requests the client sends after a batch to release its references; nobody waits for them. */
  releases: number;
  /** UTF-8 bytes of the request and response bodies. */
  requestBytes: number;
  responseBytes: number;
  actions: number;
}

export interface ExcelHost {
  readonly model: WorkbookModel;
  readonly counters: Counters;
  /** Answers the body of a ProcessQuery request at once. */
  readonly processQuery: (bodyText: string, flags?: number) => QueryReply;
  /** The same as text; a request that may wait (its flags say so) is answered when the user leaves the cell. */
  readonly answer: (bodyText: string, flags?: number) => Promise<string>;
  /** Puts Excel into cell-edit mode, where it refuses all requests, or out of it. */
  readonly setCellEditMode: (editing: boolean) => void;
  /** Events for the client, in the form of its message of type 3. Returns how to stop listening. */
  readonly onEvents: (listener: (entries: readonly EventEntry[]) => void) => () => void;
  /** Told after every change of the workbook, by a request or by the user. */
  readonly onChange: (listener: () => void) => () => void;
  /** What the user does in the grid. */
  readonly user: UserActions;
  /** The report of the last calculation, with the formulas the engine refused; null before the first. */
  readonly lastCalculation: () => CalculationReport | null;
  readonly resetCounters: () => void;
}

export interface HostOptions {
  readonly model: WorkbookModel;
  readonly calculator: Calculator;
  /** Today, for typed dates without a year. */
  readonly now?: () => Date;
  /** Bytes of a request or response; Excel's own limit unless a test says otherwise. */
  readonly payloadLimit?: number;
}

const encoder = new TextEncoder();
export const bytesOf = (text: string): number => encoder.encode(text).length;

const noCounts = (): Counters => ({ requests: 0, releases: 0, requestBytes: 0, responseBytes: 0, actions: 0 });

/** Excel, as far as the add-in can tell: answers the requests of the real client library over a workbook in memory. */
export function createExcelHost({ model, calculator, now, payloadLimit = PAYLOAD_LIMIT }: HostOptions): ExcelHost {
  const session: Session = {
    model, calculator, now: now ?? (() => new Date()), references: new Map(), events: createEventBook(),
    calculationSuspended: false, pending: [], structureChanged: false, lastCalculation: null, changed: false,
  };
  const root = workbookOf(session);
  const counters = noCounts();
  const eventListeners = new Set<(entries: readonly EventEntry[]) => void>();
  const changeListeners = new Set<() => void>();
  let editing = false;
  let waiting: (() => void)[] = [];

  function tell(): void {
    const entries = session.events.queue;
    session.events.queue = [];
    const changed = session.changed;
    session.changed = false;
    if (entries.length > 0) for (const listener of eventListeners) listener(entries);
    if (changed) for (const listener of changeListeners) listener();
  }

  function process(bodyText: string): { readonly reply: QueryReply; readonly text: string } {
    const bytes = bytesOf(bodyText);
    counters.requestBytes += bytes;
    const reply = reading(bodyText, bytes);
    let text = JSON.stringify(reply);
    const size = bytesOf(text);
    if (size <= payloadLimit) {
      counters.responseBytes += size;
      return { reply, text };
    }
    // What was done stays done; only the answer cannot be carried.
    const tooLong = failed(new ExcelRefusal('ResponsePayloadSizeLimitExceeded', 'sync'));
    text = JSON.stringify(tooLong);
    counters.responseBytes += bytesOf(text);
    return { reply: tooLong, text };
  }

  function reading(bodyText: string, bytes: number): QueryReply {
    const body = bytes > payloadLimit ? null : readBody(JSON.parse(bodyText));
    if (body !== null && onlyReleases(body)) counters.releases += 1;
    else counters.requests += 1;
    if (bytes > payloadLimit) return failed(new ExcelRefusal('RequestPayloadSizeLimitExceeded', 'sync'));
    if (body === null) return failed(new ExcelRefusal('InvalidRequest', 'sync'));
    if (editing && !onlyReleases(body)) return failed(new ExcelRefusal('InvalidOperationInCellEditMode', 'sync'));
    counters.actions += body.Actions.length;
    try {
      const reply = dispatch(session, root, body);
      session.calculationSuspended = false;
      settle(session);
      return reply;
    } catch (fault) {
      // A fault of the stand-in or its engine, not a refusal of Excel's: loud, and the client does not wait for ever.
      const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
      return failed(new ExcelRefusal('GeneralException', 'stand-in', `The stand-in for Excel itself failed: ${text}`));
    }
  }

  const delivered = <T>(result: T): T => {
    // The client must have its answer before the events that follow from it.
    setTimeout(tell, 0);
    return result;
  };

  return {
    model,
    counters,
    processQuery: (bodyText) => delivered(process(bodyText).reply),
    answer: async (bodyText, flags = 0) => {
      while (editing && (flags & WAIT_FOR_CELL_EDIT) !== 0) {
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      return delivered(process(bodyText).text);
    },
    setCellEditMode: (next) => {
      editing = next;
      if (editing) return;
      const ready = waiting;
      waiting = [];
      for (const resolve of ready) resolve();
    },
    onEvents: (listener) => subscribe(eventListeners, listener),
    onChange: (listener) => subscribe(changeListeners, listener),
    user: actAsUser(session, () => {
      settle(session);
      tell();
    }),
    lastCalculation: () => {
      if (session.lastCalculation === null) calculate(session, true);
      return session.lastCalculation;
    },
    resetCounters: () => {
      Object.assign(counters, noCounts());
    },
  };
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function failed(refusal: ExcelRefusal): QueryReply {
  return { Results: [], Error: errorOf(refusal, 0) };
}

/** Whether a request does nothing but release references, as the client does after Excel.run. */
function onlyReleases(body: QueryBody): boolean {
  return body.Actions.every((action) => action.ActionType === 1 || action.Name === '_RemoveReference') && body.Actions.some((action) => action.Name === '_RemoveReference');
}
