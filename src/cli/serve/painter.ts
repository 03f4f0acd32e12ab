/** Covers for `octavo serve`, made in a thread of their own: `pictures.ts`. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CoverMaker } from '../../deliver/serve/index.js';

/** What the thread is asked for, one at a time: an image made small, or a cover that is drawn. */
export type Order = { scale: Parameters<CoverMaker['scale']> } | { draw: Parameters<CoverMaker['draw']>[0] };

/** What it answers. */
export interface Picture {
  bytes?: Uint8Array | undefined;
  failure?: string;
}

export interface Painter extends CoverMaker {
  /** Ends the thread. */
  close(): Promise<void>;
}

/** How long a picture may take, and the thread stand idle with its memory, in milliseconds. */
const LONGEST = 20_000;
const IDLE = 60_000;

/**
 * Opens the maker of covers, which is to be asked for one after the other. Its thread begins with the first and ends
 * when none is asked for; one that broke down is replaced. `program` is what runs in it.
 */
export function openPainter(program: URL = new URL('./pictures.js', import.meta.url)): Painter {
  let thread: Worker | undefined;
  let resting: NodeJS.Timeout | undefined;

  const close = async (): Promise<void> => {
    clearTimeout(resting);
    const ending = thread;
    thread = undefined;
    await ending?.terminate();
  };

  const begin = (): Worker => {
    const begun = new Worker(program);
    // Whoever waits for an answer learns of it by the exit that follows.
    begun.on('error', () => undefined);
    begun.once('exit', () => {
      if (thread === begun) thread = undefined;
    });
    return begun;
  };

  const paint = async (order: Order): Promise<Picture> => {
    clearTimeout(resting);
    thread ??= begin();
    try {
      const picture = await answerOf(thread, order);
      resting = setTimeout(() => void close(), IDLE).unref();
      return picture;
    } catch (cause) {
      // An image that the decoder cannot stand takes the thread with it.
      await close();
      return { failure: String(cause) };
    }
  };

  return {
    scale: async (...scale) => (await paint({ scale })).bytes,
    async draw(draw) {
      const { bytes, failure } = await paint({ draw });
      if (!bytes) throw new Error(failure);
      return bytes;
    },
    close,
  };
}

/** The thread's answer to an order. Throws where it breaks down, or takes too long. */
async function answerOf(thread: Worker, order: Order): Promise<Picture> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const late = setTimeout(() => {
    waiting.abort();
  }, LONGEST);
  const ended = once(thread, 'exit', { signal }).then(() => {
    throw new Error('The thread that makes pictures ended too early');
  });
  try {
    thread.postMessage(order);
    const [picture] = (await Promise.race([once(thread, 'message', { signal }), ended])) as [Picture];
    return picture;
  } finally {
    clearTimeout(late);
    waiting.abort();
  }
}
