/**
 * Results of pure work that a process which builds the same books again and again keeps between builds. Off until it is
 * asked for: an ordinary build makes everything once. What a book's last whole build did not use is forgotten.
 */

/** What is kept of a book: what its last whole build used, and what the one at work did so far. */
interface Store {
  before: Map<string, unknown>;
  now: Map<string, unknown>;
  isWhole: boolean;
}

/** More books than anybody writes at a time; of others, those are forgotten that were built longest ago. */
const MOST_BOOKS = 64;

const newStore = (): Store => ({ before: new Map(), now: new Map(), isWhole: false });

let books: Map<string, Store> | undefined;
let current = newStore();

/** Begins to keep results. */
export function keepResults(): void {
  books ??= new Map();
}

/** Begins the build of a book: results are kept with it until the next one begins. */
export function beginBook(name: string): void {
  if (!books) return;
  current = books.get(name) ?? newStore();
  books.delete(name);
  books.set(name, current);
  for (const oldest of books.keys()) if (books.size > MOST_BOOKS) books.delete(oldest);
}

/** Says that the book at work came to its end: what it did not use is no longer of any. */
export function bookIsWhole(): void {
  current.isWhole = true;
}

/** Ends a build: of a book that came to its end, the results stay that it used; of any other, those from before. */
export function endOfBuild(): void {
  for (const store of books?.values() ?? []) {
    if (store.isWhole) store.before = store.now;
    store.now = new Map();
    store.isWhole = false;
  }
}

/**
 * The result of a work that follows from its key alone; nobody may change it. `kind` tells works apart, and the key is
 * worked out only where results are kept.
 */
export function keptResult<T>(kind: string, key: () => string, make: () => T): T {
  if (!books) return make();
  const { before, now } = current;
  const name = `${kind}\0${key()}`;
  const kept = now.has(name) ? now.get(name) : before.get(name);
  const result = kept === undefined ? make() : (kept as T);
  now.set(name, result);
  return result;
}

interface Last {
  facts: readonly unknown[];
  result: unknown;
}

const lasts = new WeakMap<object, Map<string, Last>>();

/**
 * The result of a work that follows from an object, which nobody changes, and from facts beside it: objects of that
 * sort, numbers and texts. Of each kind the last one is kept, as long as the object is.
 */
export function keptWith<T>(kind: string, of: object, facts: readonly unknown[], make: () => T): T {
  if (!books) return make();
  let kinds = lasts.get(of);
  if (!kinds) lasts.set(of, (kinds = new Map<string, Last>()));
  const last = kinds.get(kind);
  if (last?.facts.length === facts.length && last.facts.every((fact, index) => fact === facts[index]))
    return last.result as T;
  const result = make();
  kinds.set(kind, { facts, result });
  return result;
}

/** Whether results are kept, for work that has more to do where they are. */
export const areKept = (): boolean => books !== undefined;

/** A work that is done once for each object, for as long as that is there. */
export function once<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const made = new WeakMap<K, { value: V }>();
  return (of) => {
    const known = made.get(of) ?? { value: make(of) };
    made.set(of, known);
    return known.value;
  };
}

/** A work that is done once for each name, for as long as the process runs: there are few, and nothing changes them. */
export function onceFor<V>(make: (name: string) => V): (name: string) => V {
  const made = new Map<string, V>();
  return (name) => {
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  };
}
