/** What `octavo.config.mjs` exports, found right, its plugins attached and named. */
import { isAbsolute, resolve } from 'node:path';
import { unified, type Data, type Plugin } from 'unified';
import { didYouMean } from '../config/nearest.js';
import { fatal, formatMessage, isFatal, quotable, warning, type Result } from '../diagnostics.js';
import type { Message } from '../types.js';
import { TookTooLong, withinNow } from './bounded.js';
import { isObject, kindProblems, kindsOf, languageProblems, localesOf, NAME } from './conventions.js';
import type { AddedSyntax, LoadedConfig, OctavoConfig, ReadyPlugin } from './types.js';

/** A configuration as it was loaded. */
interface Found {
  folder: string;
  /** As messages name it. */
  path: string;
  hash: string;
  exported: unknown;
  /** Where a value of it comes from. */
  sources: ReadonlyMap<unknown, { name: string; version?: string }>;
}

const DEFAULT_SECONDS = 60;
const NONE = {};

/** What each key has to be; `isRight` tells of one member of a list, or of the value. */
const KEYS: Record<
  keyof OctavoConfig,
  { expected: string; isRight: (value: unknown) => boolean } | { problems: (value: unknown) => string[] }
> = {
  remarkPlugins: { expected: 'a list of plugins', isRight: Array.isArray },
  rehypePlugins: { expected: 'a list of plugins', isRight: Array.isArray },
  rules: {
    expected: 'a list of `{ name, apply }`, each name in small letters, digits and hyphens',
    isRight: (value) => isListOf(value, 'apply'),
  },
  themes: {
    expected: 'folders by name: `{ sepia: "./themes/sepia" }`',
    isRight: (value) => isObject(value) && Object.values(value).every((one) => typeof one === 'string'),
  },
  checks: {
    expected: 'a list of `{ name, check }`, each name in small letters, digits and hyphens',
    isRight: (value) => isListOf(value, 'check'),
  },
  locales: { problems: languageProblems },
  kinds: { problems: kindProblems },
  timeLimit: {
    expected: 'a number of seconds above 0',
    isRight: (value) => typeof value === 'number' && value > 0 && value <= 86_400,
  },
};

const isListOf = (value: unknown, work: string): boolean =>
  Array.isArray(value) &&
  value.every(
    (one) =>
      isObject(one) &&
      typeof one['name'] === 'string' &&
      NAME.test(one['name']) &&
      typeof one[work] === 'function',
  );

/** A configuration that is ready to be used; no value where it is wrong. */
export function readyConfig(found: Found): Result<LoadedConfig | undefined> {
  const { exported, folder, hash, path } = found;
  if (!isObject(exported)) {
    const reason = 'The configuration exports no object';
    const hint = 'It ends in `export default defineConfig({ … })`.';
    return { value: undefined, messages: [fatal('config:no-object', reason, { path, hint })] };
  }
  const messages = Object.entries(exported).flatMap(([key, value]) => problemOf(key, value, path));
  const config = exported as OctavoConfig;
  const limit = (config.timeLimit ?? DEFAULT_SECONDS) * 1000;
  const syntax: AddedSyntax = { syntax: [], tree: [] };
  const isWrong = messages.some(isFatal);
  const ready = (list: unknown, added?: AddedSyntax): ReadyPlugin[] =>
    isWrong ? [] : attached(list, { found, limit, syntax: added, messages });
  const remark = ready(config.remarkPlugins, syntax);
  const rehype = ready(config.rehypePlugins);
  if (messages.some(isFatal)) return { value: undefined, messages };
  const kinds = kindsOf(config.kinds ?? NONE);
  const themes = Object.entries(config.themes ?? {}).map(([name, where]): [string, string] => [
    name,
    isAbsolute(where) ? where : resolve(folder, where),
  ]);
  return {
    value: {
      folder,
      hash,
      remark,
      rehype,
      rules: config.rules ?? [],
      themes: new Map(themes),
      locales: localesOf(config.locales ?? NONE),
      ...(kinds ? { kinds } : {}),
      checks: config.checks ?? [],
      ...(syntax.syntax.length + syntax.tree.length > 0 ? { syntax } : {}),
      timeLimit: limit,
    },
    messages,
  };
}

function problemOf(key: string, value: unknown, path: string): Message[] {
  if (!Object.hasOwn(KEYS, key)) {
    const hint =
      didYouMean(key, Object.keys(KEYS)).hint ??
      `The keys are ${Object.keys(KEYS)
        .map((one) => `\`${one}\``)
        .join(', ')}.`;
    return [
      warning('config:unknown-key', `\`${quotable(key)}\` is no key of the configuration`, { path, hint }),
    ];
  }
  const row = KEYS[key as keyof OctavoConfig];
  if (value === undefined) return [];
  if ('problems' in row)
    return row.problems(value).map((reason) => fatal('config:wrong-value', reason, { path }));
  if (row.isRight(value)) return [];
  return [fatal('config:wrong-value', `\`${key}\` of the configuration has to be ${row.expected}`, { path })];
}

interface Attaching {
  found: Found;
  limit: number;
  /** Takes what they give the parser. */
  syntax: AddedSyntax | undefined;
  messages: Message[];
}

/** The plugins of a list in order, those of presets among them, each with a processor of its own. */
function attached(list: unknown, attaching: Attaching): ReadyPlugin[] {
  if (!Array.isArray(list)) return [];
  const shared: Data = {};
  return list.flatMap((one) => attachedOne(one, shared, attaching));
}

function attachedOne(given: unknown, shared: Data, attaching: Attaching): ReadyPlugin[] {
  const { found, limit, messages } = attaching;
  const [value, ...options] = (Array.isArray(given) ? given : [given]) as unknown[];
  if (isObject(value) && Array.isArray(value['plugins']))
    return value['plugins'].flatMap((one) => attachedOne(one, shared, attaching));
  const isOff = options[0] === false;
  if (value === undefined || value === null || isOff) return [];
  const name = nameOf(value, found);
  if (typeof value !== 'function') {
    const hint = 'A plugin is a function, or a list of one and its options: `[plugin, { … }]`.';
    messages.push(fatal('config:no-plugin', `${name.shown} is not a plugin`, { path: found.path, hint }));
    return [];
  }
  try {
    const processor = unified().data(shared);
    withinNow(limit, () => processor.use(value as Plugin<unknown[]>, ...options).freeze());
    if (attaching.syntax) takeSyntax(shared, attaching.syntax);
    return [{ ...name.record, options, processor: processor }];
  } catch (cause) {
    messages.push(failed({ name: name.shown }, cause, limit, { path: found.path }));
    return [];
  }
}

/** Takes what a plugin gave to the parser. */
function takeSyntax(shared: Data, { syntax, tree }: AddedSyntax): void {
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = shared as Record<
    string,
    unknown[] | undefined
  >;
  syntax.splice(0, syntax.length, ...micromarkExtensions);
  tree.splice(0, tree.length, ...fromMarkdownExtensions);
}

function nameOf(
  value: unknown,
  { sources }: Found,
): { shown: string; record: { name: string; version?: string } } {
  const source = sources.get(value);
  const own =
    typeof value === 'function' ? (value as { displayName?: string }).displayName || value.name : '';
  const record = source ?? { name: own || 'a plugin without a name' };
  return { record, shown: `\`${record.name}\`` };
}

/** The message about a plugin that did not do its work. */
export function failed(
  { name }: { name: string },
  cause: unknown,
  limit: number,
  where: { path: string; place?: { line: number; column: number } | undefined },
): Message {
  const seconds = `${String(limit / 1000)} s`;
  if (cause instanceof TookTooLong) {
    return fatal('plugin:endless', `${name} did not come to an end within ${seconds}`, {
      ...where,
      hint: 'The book was not built. Take it out of `octavo.config.mjs`, raise `timeLimit` there, or build with `--no-config`.',
    });
  }
  const said = cause instanceof Error ? cause.message : String(cause);
  const [first = ''] = said.trim().split('\n');
  const { line, column } = (cause ?? {}) as { line?: number; column?: number };
  const place = line !== undefined && column !== undefined ? { place: { line, column } } : {};
  return fatal('plugin:failed', `${name} failed: ${quotable(first)}`, {
    ...where,
    ...place,
    hint: 'The book was not built. Update the plugin, take it out of `octavo.config.mjs`, or build with `--no-config`.',
  });
}

/** What is said of a work that nothing but the end of the process can end. */
export const endless = (name: string, limit: number, path: string): string =>
  formatMessage(failed({ name }, new TookTooLong(), limit, { path }));
