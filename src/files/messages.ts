import * as z from 'zod/mini';
import type { FileOutcome } from './types';

// Under the pages' content policy zod must not try to compile code.
z.config({ jitless: true });

/** Main thread → worker: one file. */
const requestSchema = z.object({
  id: z.int(),
  name: z.string(),
  hash: z.string(),
  bytes: z.instanceof(Uint8Array),
});
export interface ReadRequest {
  readonly id: number;
  readonly name: string;
  readonly hash: string;
  readonly bytes: Uint8Array;
}

const outcomeHead = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('read'),
    file: z.string(),
    hash: z.string(),
    milliseconds: z.number(),
    findings: z.array(z.object({ code: z.string() })),
    book: z.object({ file: z.string(), hash: z.string(), grids: z.array(z.object({ name: z.string(), cells: z.array(z.unknown()) })) }),
  }),
  z.object({ status: z.enum(['rejected', 'skipped']), file: z.string(), hash: z.string(), milliseconds: z.number(), finding: z.object({ code: z.string() }) }),
]);

// The cells themselves are our own code's on both sides of the boundary: looking at each again would cost more than reading it.
const outcomeSchema = z.custom<FileOutcome>((value) => outcomeHead.safeParse(value).success);

/** Worker → main thread: ready once, then one answer for each request. */
const replySchema = z.discriminatedUnion('kind', [z.object({ kind: z.literal('ready') }), z.object({ kind: z.literal('done'), id: z.int(), outcome: outcomeSchema })]);
export type ReadReply = z.infer<typeof replySchema>;

/** null for anything that is no request. */
export function parseRequest(data: unknown): ReadRequest | null {
  const parsed = requestSchema.safeParse(data);
  return parsed.success ? parsed.data : null;
}

/** null for anything that is no reply. */
export function parseReply(data: unknown): ReadReply | null {
  const parsed = replySchema.safeParse(data);
  return parsed.success ? parsed.data : null;
}
