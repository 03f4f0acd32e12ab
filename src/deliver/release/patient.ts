/** Retries what a host could not do just now: its own faults, a cut connection, "not so fast". */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Patience {
  /** Tries in all. */
  tries: number;
  /** Seconds before the second try; doubles with each. */
  first: number;
  /** Longest wait that a host may ask for, in seconds. */
  longest: number;
  /** Seconds in which an answer has to come, and a file has to go or come. */
  answer: number;
  transfer: number;
}

export const PATIENCE: Patience = { tries: 5, first: 1, longest: 120, answer: 60, transfer: 900 };

/** An answer of the host, or its stand-in if none came. */
interface Answer {
  status?: number;
  response?: { headers?: Record<string, string | number | undefined> };
}

/** Does the work, again where that may help; throws what the last try threw. */
export async function patient<T>(work: () => Promise<T>, patience: Patience): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (cause) {
      const wait = waitFor(cause, patience.first * 2 ** (tried - 1));
      if (wait === undefined || wait > patience.longest || tried >= patience.tries) throw cause;
      await sleep(wait * 1000);
    }
  }
}

/**
 * Seconds to wait before another try; undefined if no other try would help.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
function waitFor(cause: unknown, backoff = 0): number | undefined {
  const { status, response } = cause as Answer;
  if (status === undefined) return undefined;
  const after = Number(response?.headers?.['retry-after'] ?? Number.NaN);
  if (status === 403 || status === 429) return Number.isNaN(after) ? undefined : after;
  if (status < 500) return undefined;
  return Number.isNaN(after) ? backoff : after;
}
