/** A thread in which `octavo build` makes books, one after the other, while others make others. */
import { parentPort } from 'node:worker_threads';
import { readTemplates } from '../io/templates.js';
import { makeBook } from '../pipeline/making.js';
import { inspect } from './inspect.js';
import type { Answer, Order } from './makers.js';

const templates = readTemplates();
const answer = (value: Answer): void => {
  parentPort?.postMessage(value);
};

parentPort?.on('message', ({ raw, options, check }: Order) => {
  const make = async (): Promise<Answer> => {
    const { facts, files, looked } = await makeBook(raw, options, {
      templates: await templates,
      progress: (stage) => {
        answer({ stage });
      },
      ...(check ? { inspect } : {}),
    });
    return { made: { facts, files, looked } };
  };
  make().then(answer, (cause: unknown) => {
    // Of an error, a message between threads keeps no more than its name, its words and its stack.
    const { message, ...facts } = cause instanceof Error ? cause : new Error(String(cause));
    answer({ failure: { message, ...facts } });
  });
});
