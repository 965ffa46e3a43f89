import { refuse, unknown } from './errors';
import type { Place } from './session';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** An argument of a call: JSON from the request, or one of the host's own objects. */
export type Argument = unknown;

/** What a method gives back: an object, a null object, a plain value, or nothing. */
export type Outcome = HostObject | null | Value | void;

export interface Value {
  readonly value: Json;
}

/** One object of Excel's model as the dispatcher handles it, whatever its kind. */
export interface HostObject {
  readonly typeName: string;
  /** The cells it stands for, if it is a Range or RangeAreas. */
  readonly place: Place | null;
  readonly keepsReference: boolean;
  readonly isCollection: boolean;
  identity(): Readonly<Record<string, Json>>;
  scalarNames(): readonly string[];
  has(name: string): 'property' | 'object' | 'none';
  get(name: string): Json;
  set(name: string, value: unknown): void;
  child(name: string): HostObject | null;
  invoke(name: string, args: readonly Argument[]): Outcome;
  item(args: readonly Argument[]): HostObject | null;
  items(): readonly HostObject[];
}

interface Property<S> {
  readonly get: (state: S) => Json;
  readonly set?: (state: S, value: unknown, location: string) => void;
  /** Left out when everything is loaded without naming it. */
  readonly onlyByName?: boolean;
}

/** What the host knows of one type: its members, by the names Excel's requests use. */
export interface ObjectType<S> {
  readonly name: string;
  /** The id by which the client finds the object again. */
  readonly identity?: (state: S) => Readonly<Record<string, Json>>;
  readonly place?: (state: S) => Place;
  readonly properties?: Readonly<Record<string, Property<S>>>;
  readonly objects?: Readonly<Record<string, (state: S) => HostObject | null>>;
  readonly methods?: Readonly<Record<string, (state: S, args: readonly Argument[], location: string) => Outcome>>;
  readonly item?: (state: S, args: readonly Argument[], location: string) => HostObject | null;
  readonly items?: (state: S) => readonly HostObject[];
}

/** Makes an object of a type. Members that the type's tables do not name are refused by name. */
export function make<S>(type: ObjectType<S>, state: S): HostObject {
  const where = (member: string): string => `${type.name}.${member.charAt(0).toLowerCase()}${member.slice(1)}`;
  const find = <T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
    table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
  return {
    typeName: type.name,
    place: type.place?.(state) ?? null,
    keepsReference: type.place !== undefined,
    isCollection: type.items !== undefined,
    identity: () => type.identity?.(state) ?? {},
    scalarNames: () =>
      Object.entries(type.properties ?? {})
        .filter(([, property]) => property.onlyByName !== true)
        .map(([name]) => name),
    has: (name) =>
      find(type.properties, name) !== undefined ? 'property' : find(type.objects, name) !== undefined ? 'object' : 'none',
    get: (name) => (find(type.properties, name) ?? unknown(where(name))).get(state),
    set: (name, value) => {
      const property = find(type.properties, name) ?? unknown(where(name));
      if (property.set === undefined) return refuse('InvalidOperation', where(name), 'The property is read-only.');
      property.set(state, value, where(name));
    },
    child: (name) => (find(type.objects, name) ?? unknown(where(name)))(state),
    invoke: (name, args) => (find(type.methods, name) ?? unknown(where(name)))(state, args, where(name)),
    item: (args) => (type.item ?? unknown(where('getItem')))(state, args, where('getItem')),
    items: () => (type.items ?? unknown(where('items')))(state),
  };
}

/** Marks a plain result of a method. */
export const value = (json: Json): Value => ({ value: json });

export function isHostObject(candidate: unknown): candidate is HostObject {
  return typeof candidate === 'object' && candidate !== null && 'typeName' in candidate && 'invoke' in candidate;
}
