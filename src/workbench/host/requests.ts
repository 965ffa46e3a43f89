import { z } from 'zod';

/** The body of a ProcessQuery request, as the client library writes it. */
const argumentInfo = z.object({
  Arguments: z.array(z.unknown()).nullish(),
  ReferencedObjectPathIds: z.array(z.unknown()).nullish(),
});

const objectPath = z.object({
  Id: z.number(),
  ObjectPathType: z.number(),
  Name: z.string().nullish(),
  ParentObjectPathId: z.number().nullish(),
  ArgumentInfo: argumentInfo.nullish(),
});

const queryInfo = z.object({
  Select: z.array(z.string()).nullish(),
  Expand: z.array(z.string()).nullish(),
  Top: z.number().nullish(),
  Skip: z.number().nullish(),
});

const action = z.object({
  Id: z.number(),
  ActionType: z.number(),
  Name: z.string().nullish(),
  ObjectPathId: z.number().nullish(),
  ArgumentInfo: argumentInfo.nullish(),
  QueryInfo: queryInfo.nullish(),
});

const body = z.object({
  AutoKeepReference: z.boolean().nullish(),
  Actions: z.array(action),
  ObjectPaths: z.record(z.string(), objectPath),
});

export type ObjectPath = z.infer<typeof objectPath>;
export type QueryInfo = z.infer<typeof queryInfo>;
export type Action = z.infer<typeof action>;
export type QueryBody = z.infer<typeof body>;

/** Checks the shape of a request; anything else is refused as InvalidRequest by the caller. */
export function readBody(input: unknown): QueryBody | null {
  const read = body.safeParse(input);
  return read.success ? read.data : null;
}

/** The kinds of action the client asks for. */
export const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;

/** The ways a path leads to an object. */
export const PATH = { root: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;
