/** A tool's settings: TOML, JSON or YAML as entries with their places. */
import { fatal, type Result } from '../../diagnostics.js';
import type { Message } from '../../types.js';
import { placeAt } from '../places.js';
import { parseToml } from '../front/toml.js';
import { parseYaml, type Entry } from '../front/yaml.js';

/** The most characters of a settings file. */
const MAX_SETTINGS = 256 * 1024;

/** The entries of a settings file, by its name; what is no such file is read as YAML, fences and all. */
export function readSettings(text: string, path: string): Result<Entry[]> {
  if (text.length > MAX_SETTINGS) return { value: [], messages: [tooLong(path)] };
  if (/\.toml$/i.test(path)) {
    const { value, messages } = parseToml({ text, line: 1 }, path, 'folders');
    return { value: value.entries, messages };
  }
  // JSON is YAML but for tabs, which YAML does not take for spaces.
  const plain = /\.json$/i.test(path) ? text.replaceAll('\t', ' ') : unfenced(text);
  if (!/\S/.test(plain)) return { value: [], messages: [] };
  const { value, messages } = parseYaml({ text: plain, line: 1 }, path);
  return { value: value.entries, messages: messages.map(asSettings) };
}

/** YAML without the lines that begin and end it, which stay as empty lines. */
const unfenced = (text: string): string =>
  text.replace(/^---[ \t]*(?=\n|$)/, '').replace(/\n(?:---|\.\.\.)[ \t]*(?:\n\s*)?$/, '\n');

/** A message about front matter as one about settings: the same fault in other words. */
const asSettings = (message: Message): Message => ({
  ...message,
  id: message.id.replace('front-matter:', 'folders:'),
  reason: message.reason
    .replace('The front matter is', 'The settings are')
    .replace('front matter', 'settings'),
});

/** The entries of a table within a table, at the place of the key that holds them. */
export const entriesIn = (entries: readonly Entry[], key: string, text: string): Entry[] => {
  const holder = entries.find((entry) => entry.key === key);
  const value = holder?.value;
  if (!holder || typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).map(([name, inner]): Entry => {
    const from = text.indexOf(`[${key}]`);
    const found = from < 0 ? undefined : new RegExp(`^[ \\t]*${name}[ \\t]*=`, 'm').exec(text.slice(from));
    const place = found ? placeAt(text, from + found.index) : holder.valuePlace;
    return { key: name, value: inner, keyPlace: place, valuePlace: place, node: null };
  });
};

const tooLong = (path: string): Message =>
  fatal('folders:too-long', `The settings are too long: more than ${MAX_SETTINGS} characters`, {
    path,
  });
