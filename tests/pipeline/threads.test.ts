import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { forkProgram } from '../../src/io/programs.js';
import {
  openThreads,
  OUT_OF_MEMORY,
  OVERTIME,
  type Threads,
  type ThreadLimits,
} from '../../src/pipeline/threads.js';

/**
 * A thread that answers with the double, hangs at 0, takes memory without end at -1, throws at -2, and takes memory
 * without end at -3 that the heap knows nothing of, as pictures do.
 */
const PROGRAM = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    const answer = (order, post) => {
      if (order === 0) for (;;);
      const all = [];
      if (order === -1) for (;;) all.push(Array.from({ length: 1000 }, (_, index) => ({ index })));
      if (order === -3) for (;;) all.push(Buffer.alloc(2 ** 20, 1));
      if (order === -4) process.exit(9);
      post({ stage: 'half' });
      post(order === -2 ? { failure: { message: 'no room', code: 'ENOSPC' } } : { made: 2 * order });
    };
    parentPort?.on('message', (order) => answer(order, (said) => parentPort.postMessage(said)));
    export const make = (order, tell) =>
      new Promise((resolve, reject) =>
        answer(order, ({ stage, made, failure }) => {
          if (stage) tell(stage);
          else if (failure) reject(Object.assign(new Error(failure.message), failure));
          else resolve(made);
        }),
      );
  `)}`,
);

let threads: Threads<number, number, string> | undefined;
const open = (count: number, limits?: ThreadLimits) => (threads = openThreads(count, PROGRAM, limits));
/** The same in processes of their own, each with a bound of memory. */
const KEEPER = pathToFileURL(resolve('tests/.lib/keeper.js'));
const keep = (count: number, mebibytes: number, limits?: ThreadLimits) =>
  (threads = openThreads(
    count,
    () => forkProgram(KEEPER, [String(mebibytes), PROGRAM.href], mebibytes),
    limits,
  ));
afterEach(() => threads?.close());

const ignore = (): void => undefined;

test('each piece of work is done once, with its stages told', async () => {
  const { ask } = open(2);
  const told: string[] = [];
  const tell = (stage: string) => told.push(stage);
  const made = await Promise.all([1, 2, 3, 4, 5].map((order) => ask(order, () => tell('begun'), tell)));
  expect(made).toEqual([2, 4, 6, 8, 10]);
  expect(told.sort()).toEqual([...Array<string>(5).fill('begun'), ...Array<string>(5).fill('half')]);
});

const codesOf = async (orders: readonly number[], { ask }: Threads<number, number, string>) => {
  const results = await Promise.allSettled(orders.map((order) => ask(order, ignore, ignore)));
  return results.map((result) =>
    result.status === 'fulfilled' ? result.value : (result.reason as NodeJS.ErrnoException).code,
  );
};

test('work that takes too long fails alone; what waits behind it is done', async () => {
  expect(await codesOf([0, 1, -2, 3], open(1, { seconds: 2 }))).toEqual([OVERTIME, 2, 'ENOSPC', 6]);
});

test('a process takes no more memory than it may, on the heap or beside it', async () => {
  const found = await codesOf([-1, 1, -3, 2, 0, 3, -2], keep(1, 300, { seconds: 20 }));
  expect(found).toEqual([OUT_OF_MEMORY, 2, OUT_OF_MEMORY, 4, OVERTIME, 6, 'ENOSPC']);
}, 120_000);

test('a process whose thread ends, fails alone', async () => {
  expect(await codesOf([-4, 1], keep(1, 300))).toEqual(['OCTAVO_ENDED', 2]);
});
