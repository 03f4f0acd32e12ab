import { tmpdir } from 'node:os';
import { keyOf, sourcesName } from '../../src/archive/job.js';
import { outagesOf } from '../../src/archive/outage.js';
import { diskProblem, storeProblem } from '../../src/archive/problems.js';
import { take, type TakeOptions } from '../../src/archive/take.js';
import type { Store } from '../../src/io/store.js';
import { sha256 } from '../../src/text/digest.js';

const ORDER = { octavo: '0.1.0', sources: sha256('a'), book: 'ferry' };
const KEY = keyOf(ORDER);
const MADE = {
  facts: { name: 'ferry', title: 'Ferry', sections: 1, words: 2, changes: 0, unsure: 0, messages: [] },
  files: [{ format: 'epub' as const, path: 'dist/ferry.epub', bytes: new Uint8Array(3), messages: [] }],
};
const failing = (code: string) => Object.assign(new Error(`${code}: x`), { code });

/** A worker whose process gives these answers, one a try. */
function worker(answers: unknown[]) {
  const files = new Map<string, Uint8Array>([[sourcesName(ORDER.sources), new Uint8Array(1)]]);
  const store: Store = {
    place: '/srv',
    has: (name) => Promise.resolve(files.has(name)),
    read: (name) => Promise.resolve(files.get(name)),
    write: (name, bytes) => Promise.resolve(files.set(name, bytes).size > 0),
  };
  const told: string[] = [];
  const common = {
    tell: ({ severity, id }: { severity: string; id: string }) => told.push(`${severity} ${id}`),
    signal: new AbortController().signal,
  };
  const options: TakeOptions = {
    store,
    outages: outagesOf({ place: '/srv', problem: storeProblem, ...common }),
    disk: outagesOf({ place: '/tmp/x', problem: diskProblem, ...common }),
    threads: {
      ask: () => {
        const next = answers.shift();
        return next instanceof Error ? Promise.reject(next) : Promise.resolve(next as typeof MADE);
      },
      close: () => Promise.resolve(),
    },
    folder: tmpdir(),
    configFolder: undefined,
    limits: { seconds: 1, mebibytes: 1 },
  };
  return { told, taken: () => take(KEY, ORDER, () => undefined, options) };
}

test('a full disk is said once, waited for, and costs a book no try', async () => {
  const { told, taken } = worker([failing('ENOSPC'), failing('ENOSPC'), MADE]);
  expect(await taken()).toMatchObject({ state: 'built', record: { files: [{ size: 3 }] } });
  expect(told).toEqual(['warning archive:disk-full', 'info archive:back']);
});

test('what a book’s own process meets otherwise is not waited for', async () => {
  const { told, taken } = worker([failing('ERR_WORKER_OUT_OF_MEMORY')]);
  expect(await taken()).toEqual({
    state: 'again',
    reason: 'It took more than 1 MiB of memory [archive:memory]',
  });
  expect(told).toEqual([]);
});
