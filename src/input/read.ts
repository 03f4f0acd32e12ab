/** The read stage: a book's bytes to texts with their front matter split off. */
import { fatal, isFatal, warning, type Result } from '../diagnostics.js';
import { keptResult } from '../memo.js';
import { sha256 } from '../text/digest.js';
import type { Message, RawBook, RawFile, SourceFile } from '../types.js';
import { decode } from './decode.js';
import { splitFront } from './front/split.js';
import { checkLimits } from './limits.js';
import { atOrigin } from './origin.js';

/** The most characters of YAML that a file may begin with. */
const MAX_YAML = 256 * 1024;

/**
 * A book's files as text, front matter apart. Files that cannot be read are left out, with a fatal message; empty
 * ones with a warning.
 */
export function read(raw: RawBook): Result<SourceFile[]> {
  const results = raw.files.map((file) =>
    keptResult(
      'read',
      () => keyOf(file),
      () => readFile(file),
    ),
  );
  const value = results.flatMap(({ value: file }) => (file ? [file] : []));
  const messages = results.flatMap((result) => result.messages);
  const nothing = !value.some(isManuscript) && !messages.some(isFatal);
  return { value, messages: nothing ? [...messages, noText(raw)] : messages };
}

/** All that a file's text and messages follow from. */
const keyOf = ({ path, rel, lines, bytes }: RawFile): string =>
  `${path}\0${rel}\0${lines ? lines.join() : ''}\0${sha256(bytes)}`;

function readFile(file: RawFile): Result<SourceFile | undefined> {
  const { value, messages } = readText(file);
  return { value, messages: messages.map((message) => atOrigin(message, file.lines)) };
}

function readText({ bytes, path, rel, lines }: RawFile): Result<SourceFile | undefined> {
  const { value: text, messages } = decode(bytes, path);
  if (text === undefined) return { value: undefined, messages };
  if (!/\S/.test(text)) return { value: undefined, messages: [...messages, empty(path)] };
  const split = isBookYaml(rel)
    ? { value: { yaml: { text, line: 1 }, body: { text: '', line: 1 } }, messages: [] }
    : splitFront(text, path);
  messages.push(...split.messages, ...checkLimits(split.value.body.text, path, split.value.body.line));
  if ((split.value.yaml?.text.length ?? 0) > MAX_YAML) messages.push(longYaml(path));
  if (messages.some(isFatal)) return { value: undefined, messages };
  return { value: { path, rel, text, ...split.value, ...(lines ? { lines } : {}) }, messages };
}

/** Whether a file is the book's metadata alone. */
export const isBookYaml = (rel: string): boolean => /^book\.ya?ml$/i.test(rel);

/** Whether a file is the book's metadata, its body the blurb. */
export const isBookPage = (rel: string): boolean => /^book\.md$/i.test(rel);

const isManuscript = ({ rel }: SourceFile): boolean => !isBookYaml(rel);

const empty = (path: string): Message =>
  warning('text:empty', 'This file is empty', {
    path,
    hint: 'It was left out of the book. Write something in it, or remove it.',
  });

const noText = ({ path }: RawBook): Message =>
  fatal('text:none', 'This book has no text: all its manuscripts are empty', { path });

const longYaml = (path: string): Message =>
  fatal('front-matter:too-long', `The front matter is too long: more than ${MAX_YAML} characters`, {
    path,
    place: { line: 1, column: 1 },
    hint: 'Move the text from the front matter to the body.',
  });
