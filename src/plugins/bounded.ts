/** Work of others within a time: what loops without end is ended, what never answers is given up. */
import { createContext, Script } from 'node:vm';

/** Says that a work was not done in its time. */
export class TookTooLong extends Error {
  override name = 'TookTooLong';
}

const world = createContext({ work: undefined }) as { work: (() => unknown) | undefined };
// Node ends what runs inside such a call, wherever the code comes from: https://nodejs.org/api/vm.html#scriptrunincontextcontextifiedobject-options
const call = new Script('work()');

/** The result of a work, or of what it promises. Throws `TookTooLong` after so many milliseconds. */
export async function within<T>(milliseconds: number, work: () => T | Promise<T>): Promise<T> {
  const result = withinNow(milliseconds, work);
  if (!isPromised(result)) return result;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TookTooLong());
    }, milliseconds);
  });
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
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
