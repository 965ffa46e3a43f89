import { unknown } from './errors';
import type { HostObject, Json } from './objects';
import type { QueryInfo } from './requests';

/** What `load` asks for, as a tree: members of the object and, below them, members of its objects. */
interface Wish {
  /** All scalar members: nothing was named, or "*" was. */
  all: boolean;
  readonly members: Map<string, Wish>;
}

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function wishFrom(query: QueryInfo): Wish {
  const root: Wish = { all: false, members: new Map() };
  for (const path of query.Select ?? []) plant(root, path, false);
  for (const path of query.Expand ?? []) plant(root, path, true);
  if ((query.Select ?? []).length === 0) root.all = true;
  return root;
}

function plant(root: Wish, path: string, everything: boolean): void {
  let at = root;
  for (const step of path.split('/').map((part) => part.trim()).filter((part) => part !== '')) {
    if (step === '*') {
      at.all = true;
      return;
    }
    const name = pascal(step);
    let next = at.members.get(name);
    if (next === undefined) {
      next = { all: false, members: new Map() };
      at.members.set(name, next);
    }
    at = next;
  }
  if (everything) at.all = true;
}

/** How a reference id is put into a result: null where the object is not kept. */
export type Keeper = (object: HostObject) => string | null;

/** Reads what a query asks of an object: the value of its result. */
export function load(object: HostObject, query: QueryInfo, keeper: Keeper): Json {
  return read(object, wishFrom(query), keeper, query);
}

function read(object: HostObject, wish: Wish, keeper: Keeper, page?: QueryInfo): Json {
  const out: Record<string, Json> = { ...object.identity() };
  const id = keeper(object);
  if (id !== null) out._ReferenceId = id;
  // Members of a collection's items are named with "items/" or without.
  const itemsWish = wish.members.get('Items');
  const forItems: Wish = { all: wish.all || (itemsWish !== undefined && (itemsWish.all || itemsWish.members.size === 0)), members: new Map(itemsWish?.members) };
  for (const [name, below] of wish.members) {
    if (object.isCollection && name === 'Items') continue;
    const kind = object.has(name);
    if (kind === 'property') out[name] = object.get(name);
    else if (kind === 'object') {
      const child = object.child(name);
      out[name] = child === null ? null : read(child, below.members.size === 0 ? { ...below, all: true } : below, keeper);
    } else if (object.isCollection) forItems.members.set(name, below);
    else if (name !== 'IsNullObject') unknown(`${object.typeName}.${name.charAt(0).toLowerCase()}${name.slice(1)}`);
  }
  if (wish.all) for (const name of object.scalarNames()) out[name] = object.get(name);
  if (object.isCollection) {
    const skip = page?.Skip ?? 0;
    const items = object.items();
    const shown = items.slice(skip, page?.Top === null || page?.Top === undefined ? undefined : skip + page.Top);
    if (wish.all || forItems.all || forItems.members.size > 0) out._Items = shown.map((item) => read(item, forItems, keeper));
  }
  return out;
}
