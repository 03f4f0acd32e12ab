/** A thread in which `octavo build` makes books, one after the other, while others make others. */
import { readTemplates } from '../../io/templates.js';
import { loadConfig } from '../../pipeline/config.js';
import { failWaiting } from '../../plugins/bounded.js';
import { makeBook, type MadeBook } from '../../pipeline/making.js';
import { answerOrders, ENDED } from '../../pipeline/threads.js';
import { inspect } from './inspect.js';
import type { Order, Stage } from './makers.js';

// An error that nothing caught fails the plugin that waits, as in the thread that gives the orders.
process.on('uncaughtException', (cause) => {
  if (!failWaiting(cause))
    throw Object.assign(cause instanceof Error ? cause : new Error(String(cause)), { code: ENDED });
});

const templates = readTemplates();
/** The configuration of the run, of which the run has said already what is wrong. */
let config: ReturnType<typeof loadConfig> | undefined;

answerOrders(async ({ raw, options, check }: Order, progress: (stage: Stage) => void): Promise<MadeBook> => {
  if (options.configFolder !== undefined) config ??= loadConfig(options.configFolder);
  const { facts, files, looked } = await makeBook(raw, options, {
    templates: await templates,
    config: (await config)?.value,
    progress,
    ...(check ? { inspect } : {}),
  });
  return { facts, files, looked };
});
