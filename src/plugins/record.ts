/** What a book records of the plugins that worked on it. */
import { addedKinds } from './conventions.js';
import type { LoadedConfig, ReadyPlugin } from './types.js';

/** So much of a plugin's options is recorded: the file's hash stands for the rest. */
const LONGEST_OPTIONS_CHARS = 400;

/** What works on a book, with versions and options: `remark-emoji@5.0.2 [{"accessible":true}]; rule:arrows`. */
export const recordOf = (config: LoadedConfig): string => {
  const { remark, rehype, rules, locales, checks } = config;
  return [
    ...[...remark, ...rehype].map(pluginRecord),
    ...rules.map(({ name }) => `rule:${name}`),
    ...[...locales.values()].map(({ language }) => `language:${language}`),
    ...addedKinds(config).map((kind) => `kind:${kind}`),
    ...checks.map(({ name }) => `check:${name}`),
  ].join('; ');
};

function pluginRecord(plugin: ReadyPlugin): string {
  const options = plugin.options.length > 0 ? JSON.stringify(plugin.options, plainly) : '';
  const shown =
    options.length > LONGEST_OPTIONS_CHARS ? `${options.slice(0, LONGEST_OPTIONS_CHARS)}…` : options;
  return `${titleOf(plugin)}${shown === '' ? '' : ` ${shown}`}`;
}

/** A plugin for people: `remark-emoji@5.0.2`. */
export const titleOf = ({ name, version }: Pick<ReadyPlugin, 'name' | 'version'>): string =>
  version === undefined ? name : `${name}@${version}`;

/** What JSON has no form for. */
const plainly = (_: string, value: unknown): unknown => {
  if (typeof value === 'function') return `function ${value.name}`;
  return value instanceof RegExp || typeof value === 'bigint' ? String(value) : value;
};
