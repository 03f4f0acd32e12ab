import {
  openThreads,
  OUT_OF_MEMORY,
  OVERTIME,
  type Threads,
  type ThreadLimits,
} from '../../src/pipeline/threads.js';

/** A thread that answers with the double, hangs at 0, takes memory without end at -1, and throws at -2. */
const PROGRAM = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', (order) => {
      if (order === 0) for (;;);
      const all = [];
      if (order === -1) for (;;) all.push(Array.from({ length: 1000 }, (_, index) => ({ index })));
      parentPort.postMessage({ stage: 'half' });
      parentPort.postMessage(order === -2 ? { failure: { message: 'no room', code: 'ENOSPC' } } : { made: 2 * order });
    });
  `)}`,
);

let threads: Threads<number, number, string> | undefined;
const open = (count: number, limits?: ThreadLimits) => (threads = openThreads(count, PROGRAM, limits));
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

test('work that takes too long, or too much memory, fails alone; what waits behind it is done', async () => {
  const { ask } = open(1, { seconds: 2, mebibytes: 32 });
  const orders = [0, 1, -1, 2, -2, 3].map((order) => ask(order, ignore, ignore));
  const results = await Promise.allSettled(orders);
  expect(
    results.map((result) =>
      result.status === 'fulfilled' ? result.value : (result.reason as NodeJS.ErrnoException).code,
    ),
  ).toEqual([OVERTIME, 2, OUT_OF_MEMORY, 4, 'ENOSPC', 6]);
});
