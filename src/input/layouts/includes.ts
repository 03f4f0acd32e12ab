/**
 * Commands between doubled braces that put something in their place: of mdBook, `{{#include file}}` with a range of lines
 * or an anchor; of Quarto, `{{< include file >}}` and values.
 *
 * @see https://rust-lang.github.io/mdBook/format/mdbook.html#including-files
 * @see https://quarto.org/docs/authoring/shortcodes.html
 */
import { posix } from 'node:path';
import { error, fatal, type Result } from '../../diagnostics.js';
import { literally } from '../../text/pattern.js';
import type { Message } from '../../types.js';
import { linesOf, type Line } from './lines.js';
import { shown, type Site, type Source } from './plan.js';

/** How deep included texts may include others. */
const MAX_DEPTH = 10;
/** The most characters that a book may include in all. */
const MAX_INCLUDED = 16 * 1024 * 1024;

/** How a tool writes its commands, and what becomes of them. */
export interface Commands {
  /** Its groups: what makes it text, the name, and the rest. */
  pattern: RegExp;
  /** Commands that put a file's text in their place, and the fence that they put round it. */
  inclusions: Readonly<Record<string, string>>;
  /** Commands for pages on the web, which are left out. */
  dropped: readonly string[];
  /** The text that another command stands for; nothing for one that stays as typed, with a warning. */
  textFor?: (name: string, argument: string) => string | undefined;
}

/** `{{#name what}}`, and the backslash that makes it text. */
const MDBOOK: Commands = {
  pattern: /(\\?)\{\{\s*#(\w+)\b([^{}]*)\}\}/g,
  inclusions: { include: '', rustdoc_include: '', playground: 'rust', playpen: 'rust' },
  dropped: ['title'],
};

const ESCAPE = /^(?:\\|\{(?=\{\{))|(?<=\}\})\}$/g;

/** Puts the texts that a book's chapters include in their place; one function for a book, which counts for all. */
export function includer(
  site: Site,
  { pattern, inclusions, dropped, textFor }: Commands = MDBOOK,
): (lines: readonly Line[], source: Source) => Promise<Result<Line[]>> {
  let budget = MAX_INCLUDED;
  return async (lines, source) => {
    const messages: Message[] = [];
    const value = await expand(lines, source, [source.rel], messages);
    return { value, messages };
  };

  /** The lines of a file, which the files in `open` include. */
  async function expand(
    lines: readonly Line[],
    at: Source,
    open: readonly string[],
    messages: Message[],
  ): Promise<Line[]> {
    const made: Line[] = [];
    for (const line of lines) {
      if (!line.text.includes('{{')) made.push(line);
      else made.push(...(await expandLine(line, at, open, messages)));
    }
    return made;
  }

  async function expandLine(
    { text, origin }: Line,
    at: Source,
    open: readonly string[],
    messages: Message[],
  ): Promise<Line[]> {
    let [done, from] = ['', 0];
    for (const match of text.matchAll(pattern)) {
      const [whole, escape = '', name = '', argument = ''] = match;
      done += text.slice(from, match.index);
      from = match.index + whole.length;
      const fence = Object.hasOwn(inclusions, name) ? inclusions[name] : undefined;
      if (escape !== '') done += whole.replaceAll(ESCAPE, '');
      else if (dropped.includes(name)) site.remarks.add('folders:tag', whole, at.path, origin);
      else if (fence === undefined) done += textFor?.(name, argument) ?? untold(whole, at, origin);
      else {
        const found = await included(argument, whole, at, open, messages);
        if (found.problem) messages.push(refusal(found.problem, at.path, origin));
        else done += fence === '' ? found.text : `\`\`\`${fence}\n${found.text}\n\`\`\``;
      }
    }
    return (done + text.slice(from)).split('\n').map((one) => ({ text: one, origin }));
  }

  /** A command that nothing is known of, as it is typed. */
  function untold(whole: string, { path }: Source, origin: number): string {
    site.remarks.add('folders:template', whole, path, origin);
    return whole;
  }

  async function included(
    argument: string,
    whole: string,
    at: Source,
    open: readonly string[],
    messages: Message[],
  ): Promise<{ text: string; problem?: Problem }> {
    const refuse = (id: Problem['id'], reason: string) => ({ text: '', problem: { id, reason } });
    const { file, range } = targetOf(argument.trim().split(/\s+/)[0] ?? '', at.rel);
    if (file === undefined)
      return refuse('outside', `\`${whole}\` names a file that is not in the book’s folder`);
    if (open.includes(file))
      return refuse('cycle', `These files include one another in a circle: ${way([...open, file])}`);
    if (open.length > MAX_DEPTH)
      return refuse('cycle', `Files include one another more than ${MAX_DEPTH} deep`);
    if (!site.files.has(file)) return refuse('missing', `\`${whole}\` names no file that exists`);
    const { value, messages: said } = await site.text(file);
    messages.push(...said);
    if (value === undefined) return { text: '' };
    const part = partOf(linesOf(value.replace(/\n$/, '')), range);
    if (!part) return refuse('missing', `\`${whole}\` names no range or anchor of the file`);
    const isOver = budget < 0;
    budget -= part.reduce((sum, line) => sum + line.text.length + 1, 1);
    if (isOver) return { text: '' };
    if (budget < 0)
      return refuse('too-large', `The included files are too long: more than ${MAX_INCLUDED} characters`);
    site.included.add(file);
    const lines = await expand(part, { rel: file, path: shown(site, file) }, [...open, file], messages);
    return { text: lines.map((line) => line.text).join('\n') };
  }
}

interface Problem {
  id: 'outside' | 'cycle' | 'missing' | 'too-large';
  reason: string;
}

const way = (files: readonly string[]): string => files.map((rel) => `\`${rel}\``).join(' → ');

/** The message about an inclusion that is left out; after one that goes beyond the bounds, no book is worth writing. */
const refusal = ({ id, reason }: Problem, path: string, line: number): Message =>
  (id === 'too-large' ? fatal : error)(`folders:${id}`, reason, {
    path,
    place: { line, column: 1 },
    hint: id === 'outside' ? COPY : LEFT_OUT,
  });

const COPY = 'Nothing outside of the folder is read. Copy the file into it.';
const LEFT_OUT = 'It is left out. Correct the path, or write the text itself.';

interface Target {
  /** Absent for a file outside of the book's folder. */
  file?: string;
  range: readonly string[];
}

function targetOf(target: string, rel: string): Target {
  const [name = '', ...range] = target.split(':');
  const file = posix.normalize(posix.join(posix.dirname(rel), name.replaceAll('\\', '/'))).normalize('NFC');
  const isOutside = posix.isAbsolute(name) || file.startsWith('../') || name === '' || /^[a-z]$/i.test(name);
  return isOutside ? { range } : { file, range };
}

/** The lines of a text that a range or an anchor names; nothing where there is no such anchor. */
function partOf(lines: readonly Line[], [from, to]: readonly string[]): readonly Line[] | undefined {
  if (from === undefined) return lines;
  if (/^\d*$/.test(from) && /^\d*$/.test(to ?? '')) {
    const first = from === '' ? 1 : Number(from);
    const last = to === undefined ? first : to === '' ? lines.length : Number(to);
    return lines.slice(Math.max(0, first - 1), last);
  }
  const name = literally(from);
  const isMark = (word: string) => {
    const mark = new RegExp(`\\b${word}:\\s*${name}(?![\\w-])`);
    return ({ text }: Line): boolean => mark.test(text);
  };
  const start = lines.findIndex(isMark('ANCHOR'));
  if (start < 0) return undefined;
  const inside = lines.slice(start + 1);
  const end = inside.findIndex(isMark('ANCHOR_END'));
  return inside.slice(0, end < 0 ? undefined : end).filter(({ text }) => !/\bANCHOR(?:_END)?:/.test(text));
}
