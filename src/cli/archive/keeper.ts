/**
 * A process in which a worker has books made, one at a time, and a thread of it that ends it where it takes too much
 * memory: V8’s own bound knows the heap alone, and not the bytes of pictures.
 */
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { answerOrders } from '../../pipeline/threads.js';

/** How often the memory is looked at, in milliseconds: a book takes some ten MiB in between, or a few hundred at worst. */
const LOOK = 50;

async function keep(mebibytes: number, program: string): Promise<void> {
  new Worker(new URL(import.meta.url), { workerData: mebibytes * 2 ** 20 });
  // It ends with the worker, and by nothing that ends a worker after the books at work.
  process.on('disconnect', () => process.exit());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  const { make } = (await import(program)) as { make: Parameters<typeof answerOrders>[0] };
  answerOrders(make, {
    on: (event, hear) => process.on(event, hear),
    postMessage: (answer) => process.send?.(answer),
  });
}

if (isMainThread) await keep(Number(process.argv[2]), process.argv[3] ?? '');
else
  setInterval(() => {
    if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL');
  }, LOOK);
