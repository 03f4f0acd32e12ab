/** The configuration of a run: `octavo.config.mjs` in the working directory, but never a book's own. */
import { resolve, sep } from 'node:path';
import { isFatal, warning } from '../diagnostics.js';
import { realPath } from '../io/real.js';
import { CONFIG } from '../io/config-place.js';
import { loadConfig } from '../pipeline/config.js';
import { addedKinds } from '../plugins/conventions.js';
import { titleOf } from '../plugins/record.js';
import type { LoadedConfig } from '../plugins/types.js';
import type { Flags } from './command.js';
import { setConfig } from './run-config.js';
import { harmless, shown, terminal } from './terminal.js';

export { keepOrder } from './strangers.js';

/**
 * Loads the configuration of the working directory for a run, unless the directory is a book of `names`, or in the
 * manuscripts folder. A run says that it uses one, but for `--quiet`. False where it is wrong.
 */
export async function configure(cwd: string, names: readonly string[], flags: Flags): Promise<boolean> {
  if (await isInBook(cwd, names, flags)) {
    const reason = 'The configuration was not used: this folder is a book';
    const hint =
      'A book never says what runs. Move it to the project’s folder, beside `package.json`, and build there.';
    terminal.messages([warning('config:in-book', reason, { path: CONFIG, hint })]);
    return true;
  }
  const { value, messages } = await loadConfig(cwd);
  terminal.messages(shown(messages, flags));
  if (messages.some(isFatal)) return false;
  if (value) setConfig(flags, value);
  if (value && flags.quiet !== true) terminal.error(`Using ${harmless(wordsOf(value))}`);
  return true;
}

/** `octavo.config.mjs (remark-emoji@5.0.2, rehype-highlight@7.0.2)`. */
function wordsOf(config: LoadedConfig): string {
  const { remark, rehype, rules, checks, themes, locales } = config;
  const parts = [
    ...[...remark, ...rehype].map(titleOf),
    ...rules.map(({ name }) => `the rule ${name}`),
    ...checks.map(({ name }) => `the check ${name}`),
    ...[...themes.keys()].map((name) => `the theme ${name}`),
    ...[...locales.values()].map(({ language }) => `the language ${language}`),
    ...addedKinds(config).map((kind) => `the kind ${kind}`),
  ];
  return `${CONFIG}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`;
}

/** Whether the working directory is the folder of a book, or in one. */
async function isInBook(cwd: string, names: readonly string[], flags: Flags): Promise<boolean> {
  const here = await realPath(cwd);
  const real = (name: string): Promise<string | undefined> =>
    realPath(resolve(cwd, name)).catch(() => undefined);
  const library = await real(String(flags.manuscripts));
  const books = await Promise.all(names.map(real));
  const isBelow = (folder: string): boolean => here.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  return (
    (library !== undefined && isBelow(library)) ||
    books.some((book) => book !== undefined && (book === here || isBelow(book)))
  );
}
