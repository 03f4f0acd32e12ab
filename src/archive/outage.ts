/** An outage of the queue or the store: said once as it begins and once as it ends, and waited for in between. */
import { setTimeout } from 'node:timers/promises';
import { info, warning } from '../diagnostics.js';
import type { Message } from '../types.js';

/** How long to wait before the next try, in milliseconds: at first, and at most. */
const FIRST = 250;
const LONGEST = 15_000;

export interface Outage {
  /** Says that something is away, unless that was said. */
  begin: (cause: unknown) => void;
  /** Says that it is back, where it was away. */
  end: () => void;
  /**
   * Does a piece of work again and again, `most` times at most, until it succeeds or `signal` ends it. Throws its last
   * error.
   */
  outlast: <T>(work: () => Promise<T>, most?: number) => Promise<T>;
}

/** An error of the world outside, which may pass; what has neither code nor status is a fault of ours. */
const mayPass = (cause: unknown): boolean =>
  cause instanceof Error &&
  ('code' in cause || '$metadata' in cause || /^(?:Timeout|Credentials)/u.test(cause.name));

/** The outages of something that is called so in messages. */
export function outagesOf(options: {
  place: string;
  problem: (cause: unknown, place: string) => Message;
  tell: (message: Message) => void;
  signal: AbortSignal;
}): Outage {
  const { place, problem, tell, signal } = options;
  let said: string | undefined;
  /** How many works met it and go on trying. */
  let waiting = 0;
  const begin = (cause: unknown): void => {
    const { id, reason, hint = '' } = problem(cause, place);
    if (said === id) return;
    said = id;
    tell(warning(id, reason, { hint: `${hint} The work goes on when it is back.`.trimStart() }));
  };
  const end = (): void => {
    if (said !== undefined) tell(info('archive:back', `The work goes on: \`${place}\` is back`));
    said = undefined;
  };
  async function tried<T>(work: () => Promise<T>, most: number): Promise<T> {
    let isWaiting = false;
    try {
      for (let wait = FIRST, tries = 1; ; wait = Math.min(wait * 2, LONGEST), tries += 1) {
        try {
          return await work();
        } catch (cause) {
          if (signal.aborted || !mayPass(cause)) throw cause;
          begin(cause);
          if (tries >= most) throw cause;
          if (!isWaiting) waiting += 1;
          isWaiting = true;
          await setTimeout(wait, undefined, { signal }).catch(() => undefined);
        }
      }
    } finally {
      if (isWaiting) waiting -= 1;
    }
  }
  return {
    begin,
    end,
    async outlast(work, most = Infinity) {
      const value = await tried(work, most);
      // While one work waits, that of another says nothing: a full store can still be read.
      if (waiting === 0) end();
      return value;
    },
  };
}
