import { ExcelRefusal, refuse, unknown } from './errors';
import { load } from './loading';
import { isHostObject, type Argument, type HostObject, type Json } from './objects';
import { ACTION, PATH, type Action, type ObjectPath, type QueryBody } from './requests';
import type { Session } from './session';
import { isRecord } from './arguments';

export interface QueryReply {
  readonly Results: readonly { readonly ActionId: number; readonly Value: Json }[];
  readonly TraceIds?: readonly number[];
  readonly Error?: QueryError;
}

export interface QueryError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
}

/** Carries out the actions of a request in order. The first that fails ends it; what was done before stays done. */
export function dispatch(session: Session, root: HostObject, body: QueryBody): QueryReply {
  const results: { ActionId: number; Value: Json }[] = [];
  const traces: number[] = [];
  const batch = createBatch(session, root, body);
  for (const [index, action] of body.Actions.entries()) {
    try {
      if (action.ActionType === ACTION.trace) traces.push(action.Id);
      results.push({ ActionId: action.Id, Value: batch.perform(action) });
    } catch (error) {
      return { Results: results, TraceIds: traces, Error: errorOf(error, index) };
    }
  }
  return traces.length === 0 ? { Results: results } : { Results: results, TraceIds: traces };
}

export function errorOf(error: unknown, index: number): QueryError {
  if (error instanceof ExcelRefusal) {
    const status = error.code === 'ItemNotFound' || error.code === 'ApiNotFound' ? 404 : 400;
    return { Code: error.code, Message: error.message, Location: error.location, ActionIndex: index, HttpStatusCode: status };
  }
  // A fault of the stand-in itself is no refusal of Excel's: it must not look like one.
  throw error;
}

function createBatch(session: Session, root: HostObject, body: QueryBody): { readonly perform: (action: Action) => Json } {
  const objects = new Map<number, HostObject | null>();
  const keptIds = new Map<HostObject, string>();

  const keeper = (object: HostObject): string | null => {
    const known = keptIds.get(object) ?? null;
    if (known !== null || body.AutoKeepReference !== true || !object.keepsReference) return known;
    return keep(object);
  };

  function keep(object: HostObject): string {
    const id = keptIds.get(object) ?? `r${nextReference(session)}`;
    keptIds.set(object, id);
    session.references.set(id, object);
    return id;
  }

  function resolve(pathId: number): HostObject | null {
    const known = objects.get(pathId);
    if (known !== undefined) return known;
    const path = body.ObjectPaths[String(pathId)] ?? refuse('InvalidRequest', `object path ${pathId}`);
    const object = follow(path);
    objects.set(pathId, object);
    return object;
  }

  function follow(path: ObjectPath): HostObject | null {
    const name = path.Name ?? '';
    switch (path.ObjectPathType) {
      case PATH.root:
        return root;
      case PATH.newObject:
        return unknown(`new ${name}`);
      case PATH.reference: {
        const object = session.references.get(name) ?? refuse('InvalidReference', 'Range', 'The reference is not kept any more.');
        keptIds.set(object, name);
        return object;
      }
      case PATH.nullObject:
        return null;
      case PATH.method:
        return fromParent(path, name, (parent) => {
          const outcome = parent.invoke(name, argumentsOf(path));
          if (outcome === null || isHostObject(outcome)) return outcome;
          return unknown(`${parent.typeName}.${name} as an object`);
        });
      case PATH.property:
        return fromParent(path, name, (parent) => parent.child(name));
      case PATH.indexer:
        return fromParent(path, 'getItem', (parent) => parent.item(argumentsOf(path)));
      default:
        return unknown(`object path type ${path.ObjectPathType}`);
    }
  }

  /** A null object has null objects below it where the member may be null; everything else is not there. */
  function fromParent(path: ObjectPath, name: string, step: (parent: HostObject) => HostObject | null): HostObject | null {
    const parent = resolve(path.ParentObjectPathId ?? refuse('InvalidRequest', name));
    if (parent !== null) return step(parent);
    const mayBeNull = name.endsWith('OrNullObject') || path.ObjectPathType === PATH.property;
    return mayBeNull ? null : refuse('ItemNotFound', name, 'It was asked of a null object.');
  }

  function argumentsOf({ ArgumentInfo: info }: Pick<ObjectPath, 'ArgumentInfo'>): readonly Argument[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((argument, index) => withObjects(argument, references[index]));
  }

  /** Puts the objects back that the client replaced by the ids of their paths. */
  function withObjects(argument: unknown, reference: unknown): Argument {
    if (typeof reference === 'number' && reference > 0) return object(reference);
    if (Array.isArray(reference) && Array.isArray(argument)) return argument.map((each: unknown, n) => withObjects(each, reference[n]));
    if (!isRecord(argument)) return argument;
    if (typeof argument._ObjectPathId === 'number') return object(argument._ObjectPathId);
    return Object.fromEntries(Object.entries(argument).map(([key, each]) => [key, withObjects(each, undefined)]));
  }

  const object = (pathId: number): HostObject => resolve(pathId) ?? refuse('InvalidArgument', 'argument', 'It is a null object.');

  function target(action: Action, member: string): HostObject {
    const found = resolve(action.ObjectPathId ?? refuse('InvalidRequest', member));
    return found ?? refuse('ItemNotFound', member, 'It was asked of a null object.');
  }

  function perform(action: Action): Json {
    const name = action.Name ?? '';
    switch (action.ActionType) {
      case ACTION.instantiate: {
        const found = resolve(action.ObjectPathId ?? refuse('InvalidRequest', 'instantiate'));
        if (found === null) return null;
        const id = keptIds.get(found);
        return id === undefined ? found.identity() : { ...found.identity(), _ReferenceId: id };
      }
      case ACTION.query: {
        const found = resolve(action.ObjectPathId ?? refuse('InvalidRequest', 'load'));
        return found === null ? null : load(found, action.QueryInfo ?? {}, keeper);
      }
      case ACTION.method: {
        if (name === '_KeepReference') {
          const kept = resolve(action.ObjectPathId ?? refuse('InvalidRequest', name));
          if (kept !== null) keep(kept);
          return null;
        }
        const outcome = target(action, name).invoke(name, argumentsOf(action));
        if (outcome === undefined || outcome === null || isHostObject(outcome)) return null;
        return outcome.value;
      }
      case ACTION.setProperty:
        target(action, name).set(name, argumentsOf(action)[0]);
        return null;
      case ACTION.trace:
        return null;
      default:
        return unknown(`action type ${action.ActionType}`);
    }
  }

  return { perform };
}

const counters = new WeakMap<Session, number>();

function nextReference(session: Session): number {
  const next = (counters.get(session) ?? 0) + 1;
  counters.set(session, next);
  return next;
}
