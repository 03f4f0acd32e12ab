/** Front matter, split off by gray-matter, which must never evaluate it: YAML, or TOML as Hugo writes it. */
import matter from 'gray-matter';
import { fatal, type Result } from '../../diagnostics.js';
import type { Message, SourceFile } from '../../types.js';
import { headLines } from './head-lines.js';
import { linesIn } from '../places.js';

type Split = Pick<SourceFile, 'yaml' | 'body'>;

const refuse = (): never => {
  throw new Error('Front matter in another language must have been refused before');
};

/**
 * Hands YAML and TOML on unread, and refuses every other language. gray-matter's own engines evaluate `js` and
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
  toml: (text: string): object => ({ text }),
};

/** The opening line: a language may stand off from the dashes where it is one that gray-matter knows. */
const FENCE =
  /^(?:(?<plus>\+\+\+)|---(?:[ \t]*(?<known>ya?ml|json|toml|js|javascript|coffee|coffeescript|cson)|(?<other>[a-z]\w*))?)[ \t]*(?:\n|$)/i;

type Language = 'yaml' | 'toml';

const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ['', 'yaml'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['toml', 'toml'],
]);

/** The lines that end a block by the one that begins it; `...` ends a document of YAML: https://yaml.org/spec/1.2.2/#912-document-markers */
const CLOSING = { '---': /^(?:---|\.\.\.)(?=[^\S\n]*$)/m, '+++': /^\+\+\+(?=[^\S\n]*$)/m } as const;

/** The front matter and the body of a text; `yaml` is absent where the text begins with Markdown. */
export function splitFront(text: string, path: string): Result<Split> {
  const whole: Split = { body: { text, line: 1 } };
  const fence = FENCE.exec(text);
  if (!fence) return { value: withoutHead(text) ?? whole, messages: [] };
  const { plus, known, other } = fence.groups ?? {};
  const name = (known ?? other ?? (plus === undefined ? '' : 'toml')).toLowerCase();
  const language = LANGUAGES.get(name);
  if (language === undefined) return { value: whole, messages: [otherLanguage(name, path)] };
  const block = text.slice(fence[0].length);
  if (known === undefined && other === undefined && !MEANT[language](block))
    return { value: whole, messages: [] };
  const opening = plus === undefined ? '---' : '+++';
  const [closing] = CLOSING[opening].exec(block) ?? [];
  if (closing === undefined) return { value: whole, messages: [unclosed(opening, path)] };
  return splitAt(text, [opening, closing], language, path);
}

/** A text whose metadata stands at its head without such lines. */
function withoutHead(text: string): Split | undefined {
  const head = headLines(text);
  if (!head) return undefined;
  const body = text.split('\n').slice(head.lines).join('\n');
  return { yaml: { text: head.yaml, line: 1 }, body: { text: body, line: head.lines + 1 } };
}

function splitAt(
  text: string,
  [opening, closing]: readonly [keyof typeof CLOSING, string],
  language: Language,
  path: string,
): Result<Split> {
  // Always with options: without them gray-matter caches, and a file that failed once comes out empty the next time.
  const options = { engines: ENGINES, language, delimiters: [opening, closing] as [string, string] };
  const { content, matter: block } = matter(text, options);
  const bodyStart = text.length - content.length;
  const end = (text.slice(0, bodyStart) + firstLine(content, text[bodyStart - 1])).trimEnd();
  if (!end.endsWith(`\n${closing}`))
    return { value: { body: { text, line: 1 } }, messages: [unclosed(opening, path)] };
  const body = { text: content, line: linesIn(text, bodyStart) + 1 };
  const yaml = {
    text: block.replace(/^[ \t]*\n/, ''),
    line: 2,
    ...(language === 'toml' ? { toml: true as const } : {}),
  };
  return { value: { yaml, body }, messages: [] };
}

/** What gray-matter left of the closing line: it takes any line that begins with the dashes. */
const firstLine = (content: string, before: string | undefined): string =>
  before === '\n' ? '' : content.slice(0, (content + '\n').indexOf('\n'));

/** Whether what follows an opening line is meant as keys and values. Otherwise the line is a scene break before prose. */
const MEANT: Record<Language, (block: string) => boolean> = {
  yaml: (block) => /^(#|\{|---|["']?[^\s"':]+( [^\s"':]+){0,3}["']?\s*:(\s|$))/.test(firstOf(block)),
  toml: (block) => /^(#|\[|\+\+\+|["']?[\w.-]+["']?\s*=)/.test(firstOf(block)),
};

const firstOf = (block: string): string => /\S[^\n]*/.exec(block)?.[0] ?? '';

const otherLanguage = (language: string, path: string): Message =>
  fatal('front-matter:language', `The front matter is \`${language}\`, not YAML or TOML`, {
    path,
    place: { line: 1, column: 4 },
    hint: 'Write the first line as `---` and the keys as YAML. Octavo never runs code in a manuscript.',
  });

const unclosed = (opening: string, path: string): Message =>
  fatal(
    'front-matter:unclosed',
    `The front matter does not end: there is no line \`${opening}\` after its last key`,
    {
      path,
      place: { line: 1, column: 1 },
      hint: `If the text is meant to begin with a scene break, write \`***\` in place of \`${opening}\`.`,
    },
  );
