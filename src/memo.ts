/**
 * Results of pure work that a process which builds the same books again and again keeps between builds. Off until it is
 * asked for: an ordinary build makes everything once. What a whole build did not use is forgotten after it.
 */

let before: Map<string, unknown> | undefined;
let now = new Map<string, unknown>();

/** Begins to keep results. */
export function keepResults(): void {
  before ??= new Map();
}

/** Ends a build: of what is kept, the results stay that it used. */
export function endOfBuild(): void {
  if (!before) return;
  before = now;
  now = new Map();
}

/**
 * The result of a work that follows from its key alone; nobody may change it. `kind` tells works apart, and the key is
 * worked out only where results are kept.
 */
export function keptResult<T>(kind: string, key: () => string, make: () => T): T {
  if (!before) return make();
  const name = `${kind}\0${key()}`;
  const kept = now.has(name) ? now.get(name) : before.get(name);
  const result = kept === undefined ? make() : (kept as T);
  now.set(name, result);
  return result;
}
