/** TOML as entries with their places, as `yaml.ts` gives them. */
import { parse, TomlDate, TomlError, type TomlValue } from 'smol-toml';
import { fatal, type Result } from '../../diagnostics.js';
import { literally } from '../../text/pattern.js';
import type { Message, Place } from '../../types.js';
import { placeAt } from '../places.js';
import type { Entry, YamlDocument } from './yaml.js';

/**
 * The entries of `toml.text`, whose first line is `toml.line` of its file. Numbers and dates are strings, as in YAML.
 * Invalid TOML is a fatal message of the family that is named.
 */
export function parseToml(
  toml: { text: string; line: number },
  path: string,
  family: 'front-matter' | 'folders',
): Result<YamlDocument> {
  const placeOf = (offset: number): Place => {
    const { line, column } = placeAt(toml.text, offset);
    return { line: line + toml.line - 1, column };
  };
  try {
    const entries = Object.entries(parse(toml.text, { integersAsBigInt: false })).map(
      ([key, value]): Entry => {
        const place = placeOf(offsetOf(toml.text, key));
        return { key, value: plain(value), keyPlace: place, valuePlace: place, node: null };
      },
    );
    return { value: { entries, placeOf }, messages: [] };
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause;
    const [problem = ''] = cause.message.replace(/^Invalid TOML document: /, '').split('\n');
    const place = { line: cause.line + toml.line - 1, column: cause.column };
    return { value: { entries: [], placeOf }, messages: [invalid(problem, place, path, family)] };
  }
}

/** A value with its numbers and dates as text. */
function plain(value: TomlValue): unknown {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)] as const));
}

/** Where a table or a key of the top level begins; TOML's parser does not say. */
function offsetOf(text: string, key: string): number {
  return new RegExp(`^[ \\t]*\\[*[ \\t]*["']?${literally(key)}\\b`, 'm').exec(text)?.index ?? 0;
}

const invalid = (problem: string, place: Place, path: string, family: string): Message =>
  fatal(`${family}:toml`, `The front matter is not valid TOML: ${problem}`, {
    path,
    place,
    hint: 'Put text in quotation marks: `title = "The Ferry"`.',
  });
