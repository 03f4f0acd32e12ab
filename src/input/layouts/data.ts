/** A tool's settings: TOML, JSON or YAML as entries with their places. */
import { fatal, type Result } from '../../diagnostics.js';
import type { Message, Place } from '../../types.js';
import { placeAt } from '../places.js';
import { parseYaml, type Entry } from '../yaml.js';

/** The most characters of a settings file. */
const MAX_SETTINGS = 256 * 1024;

/** The entries of a settings file, by its name; what is no such file is read as YAML, fences and all. */
export async function readSettings(text: string, path: string): Promise<Result<Entry[]>> {
  if (text.length > MAX_SETTINGS) return { value: [], messages: [tooLong(path)] };
  if (/\.toml$/i.test(path)) return readToml(text, path);
  // JSON is YAML but for tabs, which YAML does not take for spaces.
  const plain = /\.json$/i.test(path) ? text.replaceAll('\t', ' ') : unfenced(text);
  if (!/\S/.test(plain)) return { value: [], messages: [] };
  const { value, messages } = parseYaml({ text: plain, line: 1 }, path);
  return { value: value.entries, messages: messages.map(asSettings) };
}

/** YAML without the lines that begin and end it, which stay as empty lines. */
const unfenced = (text: string): string =>
  text.replace(/^---[ \t]*(?=\n|$)/, '').replace(/\n(?:---|\.\.\.)[ \t]*(?:\n\s*)?$/, '\n');

/** What is said of front matter holds of settings; the words differ. */
const asSettings = (message: Message): Message => ({
  ...message,
  id: message.id.replace('front-matter:', 'folders:'),
  reason: message.reason
    .replace('front matter', 'settings')
    .replace('Unexpected YAML', 'Unexpected settings'),
});

async function readToml(text: string, path: string): Promise<Result<Entry[]>> {
  const { parse, TomlError } = await import('smol-toml');
  try {
    const table = parse(text, { integersAsBigInt: false });
    const entries = Object.entries(table).map(([key, value]): Entry => {
      const place = placeOf(text, key);
      return { key, value, keyPlace: place, valuePlace: place, node: null };
    });
    return { value: entries, messages: [] };
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause;
    const [problem = ''] = cause.message.replace(/^Invalid TOML document: /, '').split('\n');
    const place = { line: cause.line, column: cause.column };
    return { value: [], messages: [invalid(problem, place, path)] };
  }
}

/** Where a table or a key of the top level begins; TOML's parser does not tell. */
function placeOf(text: string, key: string): Place {
  const name = key.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const offset = new RegExp(`^[ \\t]*\\[*[ \\t]*["']?${name}\\b`, 'm').exec(text)?.index ?? 0;
  return placeAt(text, offset);
}

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

const invalid = (problem: string, place: Place, path: string): Message =>
  fatal('folders:toml', `Unexpected TOML: ${problem}`, {
    path,
    place,
    hint: 'Put texts between quotation marks: `title = "The Ferry"`.',
  });

const tooLong = (path: string): Message =>
  fatal('folders:too-long', `Unexpected settings of over ${MAX_SETTINGS} characters, expected less`, {
    path,
  });
