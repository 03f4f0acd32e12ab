/** Work of others within a time: what loops without end is ended, what never answers is given up. */
import { createContext, Script } from 'node:vm';
import { lookedAfter } from './watchman.js';

/** Says that a work was not done in its time. */
export class TookTooLong extends Error {
  override name = 'TookTooLong';
}

const world = createContext({ work: undefined }) as { work: (() => unknown) | undefined };
// Node ends what runs inside such a call, wherever the code comes from: https://nodejs.org/api/vm.html#scriptrunincontextcontextifiedobject-options
const call = new Script('work()');

/** What fails each of the works that wait for something. */
const waiting = new Set<(cause: unknown) => void>();

/** Fails the works that wait, by an error that nothing caught, as of a timer that one of them set. False where none waits. */
export function failWaiting(cause: unknown): boolean {
  const all = [...waiting];
  for (const fail of all) fail(cause);
  return all.length > 0;
}

/**
 * The result of a work, or of what it promises. Throws `TookTooLong` after so many milliseconds; where a loop after a
 * wait keeps even that from being thrown, `said` is said and the process ends.
 */
export async function within<T>(milliseconds: number, said: string, work: () => T | Promise<T>): Promise<T> {
  const done = lookedAfter(milliseconds, said);
  let timer: NodeJS.Timeout | undefined;
  let fail: (cause: unknown) => void = () => undefined;
  const late = new Promise<never>((_, reject) => {
    fail = reject;
    timer = setTimeout(() => {
      reject(new TookTooLong());
    }, milliseconds);
  });
  // Whoever is not waited for must not end the process.
  late.catch(() => undefined);
  try {
    waiting.add(fail);
    const result = withinNow(milliseconds, work);
    return isPromised(result) ? await Promise.race([result, late]) : result;
  } finally {
    clearTimeout(timer);
    waiting.delete(fail);
    done();
  }
}

const isPromised = <T>(result: T | Promise<T>): result is Promise<T> =>
  typeof (result as { then?: unknown } | null | undefined)?.then === 'function';

/** The result of a work that is done at once. */
export function withinNow<T>(milliseconds: number, work: () => T): T {
  const outer = world.work;
  world.work = work;
  try {
    return call.runInContext(world, { timeout: milliseconds }) as T;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException | undefined)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw cause;
    throw new TookTooLong();
  } finally {
    world.work = outer;
  }
}
