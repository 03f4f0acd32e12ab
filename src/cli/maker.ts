/** A thread in which `octavo build` makes books, one after the other, while others make others. */
import { readTemplates } from '../io/templates.js';
import { makeBook, type MadeBook } from '../pipeline/making.js';
import { answerOrders } from '../pipeline/threads.js';
import { inspect } from './inspect.js';
import type { Order, Stage } from './makers.js';

const templates = readTemplates();

answerOrders(async ({ raw, options, check }: Order, progress: (stage: Stage) => void): Promise<MadeBook> => {
  const { facts, files, looked } = await makeBook(raw, options, {
    templates: await templates,
    progress,
    ...(check ? { inspect } : {}),
  });
  return { facts, files, looked };
});
