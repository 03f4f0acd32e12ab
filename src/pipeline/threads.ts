/** Threads that all do one sort of work, each one piece of it at a time; and the side of it that runs in them. */
import { parentPort, Worker } from 'node:worker_threads';
import type { Hand } from '../io/programs.js';

/** What a thread says: how far it is, and at the end what it made, or the error that it met. */
type Answer<Made, Stage> = { stage: Stage } | { made: Made } | { failure: { message: string } };

/** What a piece of work may take before its thread is ended. */
export interface ThreadLimits {
  /** Of time, in seconds. */
  seconds?: number;
}

/** Codes of the errors of a piece of work that took more than its limits. */
export const OVERTIME = 'OCTAVO_OVERTIME';
/** Code of the error of a thread that ended by itself. */
export const ENDED = 'OCTAVO_ENDED';
export const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';

export interface Threads<Order, Made, Stage> {
  /**
   * Has a piece of work done by the thread that is free next; `begun` is called as it takes it, `told` as its stages end.
   * Throws the error that the work met, or that ended its thread; the others go on with theirs.
   */
  ask: (order: Order, begun: () => void, told: (stage: Stage) => void) => Promise<Made>;
  /** Ends them all, whatever they do. */
  close: () => Promise<void>;
}

/**
 * At most `count` threads that run a program, or processes in their place; one is begun for the first piece of work that
 * finds none idle.
 */
export function openThreads<Order, Made, Stage>(
  count: number,
  program: URL | (() => Hand),
  limits: ThreadLimits = {},
): Threads<Order, Made, Stage> {
  const idle: Hand[] = [];
  const waiting: ((thread: Hand) => void)[] = [];
  const threads = new Set<Hand>();
  const begin = (): Hand => {
    const thread = program instanceof URL ? new Worker(program) : program();
    threads.add(thread);
    return thread;
  };
  const next = (): Promise<Hand> => {
    const free = idle.pop() ?? (threads.size < count ? begin() : undefined);
    return free ? Promise.resolve(free) : new Promise((resolve) => waiting.push(resolve));
  };
  const release = (thread: Hand): void => {
    const one = waiting.shift();
    if (one) one(thread);
    else idle.push(thread);
  };
  return {
    async ask(order, begun, told) {
      const thread = await next();
      begun();
      try {
        const made = await answerOf<Made>(thread, order, told, limits);
        release(thread);
        return made;
      } catch (cause) {
        // A piece of work that takes its thread with it leaves the others theirs.
        threads.delete(thread);
        await thread.terminate();
        if (waiting.length > 0) release(begin());
        throw cause;
      }
    },
    async close() {
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
  };
}

/** What a thread makes of an order. Throws where the thread ends or takes too long, and the errors that it met. */
function answerOf<Made>(
  thread: Hand,
  order: unknown,
  told: (stage: never) => void,
  { seconds }: ThreadLimits,
): Promise<Made> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      thread.off('message', hear).off('error', fail).off('exit', exit);
      settle();
    };
    const hear = (answer: Answer<Made, never>): void => {
      if ('stage' in answer) told(answer.stage);
      else if ('made' in answer)
        end(() => {
          resolve(answer.made);
        });
      else fail(Object.assign(new Error(answer.failure.message), answer.failure));
    };
    const fail = (cause: Error): void => {
      end(() => {
        reject(cause);
      });
    };
    const exit = (code: number | null, signal?: string): void => {
      // By its own bound, or by the system, which has no memory left.
      if (signal === 'SIGKILL' || signal === 'SIGABRT')
        fail(Object.assign(new Error('it took too much memory'), { code: OUT_OF_MEMORY }));
      else
        fail(
          Object.assign(new Error(`its thread ended with code ${String(code ?? signal)}`), { code: ENDED }),
        );
    };
    const late = (): void => {
      fail(Object.assign(new Error(`it took more than ${String(seconds)} s`), { code: OVERTIME }));
    };
    const timer = seconds === undefined ? undefined : setTimeout(late, seconds * 1000);
    thread.on('message', hear).on('error', fail).on('exit', exit);
    thread.postMessage(order);
  });
}

/** By which the side that asks is heard and answered. */
interface Port {
  on: (event: 'message', hear: (order: unknown) => void) => unknown;
  postMessage: (answer: unknown) => void;
}

/** The side in a thread, or by a port of its own in a process: answers each order with what `make` makes of it. */
export function answerOrders(
  make: (order: never, tell: (stage: unknown) => void) => Promise<unknown>,
  port: Port | null = parentPort,
): void {
  const answer = (value: Answer<unknown, unknown>): void => {
    port?.postMessage(value);
  };
  const tell = (stage: unknown): void => {
    answer({ stage });
  };
  port?.on('message', (order) => {
    make(order as never, tell).then(
      (made) => {
        answer({ made });
      },
      (cause: unknown) => {
        // Of an error, a message between threads keeps no more than its name, its words and its stack.
        const { message, ...facts } = cause instanceof Error ? cause : new Error(String(cause));
        answer({ failure: { message, ...facts } });
      },
    );
  });
}
