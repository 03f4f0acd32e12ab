/** Front matter, split off by gray-matter, which must never evaluate it. */
import matter from 'gray-matter';
import { fatal, type Result } from '../diagnostics.js';
import type { Message, SourceFile } from '../types.js';
import { linesIn } from './places.js';

type Split = Pick<SourceFile, 'yaml' | 'body'>;

const refuse = (): never => {
  throw new Error('Unexpected front matter that is no YAML: it must have been refused before');
};

/**
 * Hands the YAML on unread, and refuses every other language. gray-matter's own engines evaluate `js` and
 * `javascript` (CVE-2022-25863), and each name that it knows must be overridden by itself.
 */
const ENGINES = {
  yaml: (text: string): object => ({ text }),
  js: refuse,
  javascript: refuse,
  coffee: refuse,
  coffeescript: refuse,
  cson: refuse,
  json: refuse,
  toml: refuse,
};

/** The opening line: a language may stand off from the dashes where it is one that gray-matter knows. */
const FENCE =
  /^---(?:[ \t]*(?<known>ya?ml|json|toml|js|javascript|coffee|coffeescript|cson)|(?<other>[a-z]\w*))?[ \t]*(?:\n|$)/i;
const YAML: ReadonlySet<string> = new Set(['', 'yaml', 'yml']);

/** The front matter and the body of a text; `yaml` is absent where the text begins with Markdown. */
export function splitFront(text: string, path: string): Result<Split> {
  const whole: Split = { body: { text, line: 1 } };
  const fence = FENCE.exec(text);
  if (!fence) return { value: whole, messages: [] };
  const language = (fence.groups?.known ?? fence.groups?.other ?? '').toLowerCase();
  if (!YAML.has(language)) return { value: whole, messages: [otherLanguage(language, path)] };
  const block = text.slice(fence[0].length);
  if (language === '' && !isYaml(block)) return { value: whole, messages: [] };
  if (!/^---[^\S\n]*$/m.test(block)) return { value: whole, messages: [unclosed(path)] };
  return splitYaml(text, path);
}

function splitYaml(text: string, path: string): Result<Split> {
  // Always with options: without them gray-matter caches, and a file that failed once comes out empty the next time.
  const { content, matter: yaml } = matter(text, { engines: ENGINES });
  const bodyStart = text.length - content.length;
  if (!/\n---\s*$/.test(text.slice(0, bodyStart) + firstLine(content, text[bodyStart - 1]))) {
    return { value: { body: { text, line: 1 } }, messages: [unclosed(path)] };
  }
  const body = { text: content, line: linesIn(text, bodyStart) + 1 };
  return { value: { yaml: { text: yaml.replace(/^[ \t]*\n/, ''), line: 2 }, body }, messages: [] };
}

/** What gray-matter left of the closing line: it takes any line that begins with the dashes. */
const firstLine = (content: string, before: string | undefined): string =>
  before === '\n' ? '' : content.slice(0, (content + '\n').indexOf('\n'));

/** Whether what follows `---` is meant as keys and values. Otherwise the line is a scene break before prose. */
function isYaml(block: string): boolean {
  const first = /\S[^\n]*/.exec(block)?.[0] ?? '';
  return /^(#|\{|---|["']?[^\s"':]+( [^\s"':]+){0,3}["']?\s*:(\s|$))/.test(first);
}

const otherLanguage = (language: string, path: string): Message =>
  fatal('front-matter:language', `Unexpected front matter in \`${language}\`, expected YAML`, {
    path,
    place: { line: 1, column: 4 },
    hint: 'Write the first line as `---` and the keys as YAML. Octavo never runs code that stands in a manuscript.',
  });

const unclosed = (path: string): Message =>
  fatal(
    'front-matter:unclosed',
    'Unexpected end of the front matter, expected a line `---` after its last key',
    {
      path,
      place: { line: 1, column: 1 },
      hint: 'Where the text is meant to begin with a scene break, write `***` in place of `---`.',
    },
  );
