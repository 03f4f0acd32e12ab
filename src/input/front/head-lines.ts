/**
 * Metadata at the head of a text without the lines of `---`: `Title: The Weir` as in MultiMarkdown, `% The Weir` as in
 * pandoc's title block.
 *
 * @see https://fletcher.github.io/MultiMarkdown-6/syntax/metadata.html
 * @see https://pandoc.org/MANUAL.html#extension-pandoc_title_block
 */
import { ALIASES, plainKey } from '../../config/aliases.js';
import { own } from '../../text/own.js';

/** The head as YAML, a line for each of its lines, and how many lines of the text it takes. */
export interface HeadLines {
  yaml: string;
  lines: number;
}

/** The metadata that a text begins with; nothing where its first lines are a story's. */
export function headLines(text: string): HeadLines | undefined {
  if (text.startsWith('% ')) return titleBlock(text);
  return /^(?:-{4,}[ \t]*\n)?[A-Za-z][\w -]{0,24}:[ \t]/.test(text) ? keyLines(text) : undefined;
}

const PAIR = /^([A-Za-z][\w -]{0,24}):[ \t]+(\S.*)$/;
const FENCE = /^(?:-{3,}|\.{3,})\s*$/;
/** Keys of which one stands beside the title where the lines are metadata. */
const TELLING = new Set(['author', 'authors', 'language', 'date']);

function keyLines(text: string): HeadLines | undefined {
  // The words of each key, by the line that it stands in; `#` stands for the lines that they go on in.
  const yaml: (string | { name: string; words: string[] })[] = [];
  let last: string[] = [];
  const keys = new Set<string>();
  const isFenced = text.startsWith('----');
  let count = 0;
  for (const line of linesOf(text)) {
    count += 1;
    if (count === 1 && isFenced) yaml.push('#');
    else if (line.trim() === '' && !isFenced) break;
    else if (FENCE.test(line)) break;
    else if (/^[ \t]+\S/.test(line) && keys.size > 0) {
      last.push(line.trim());
      yaml.push('#');
    } else {
      const [, key = '', value = ''] = PAIR.exec(line) ?? [];
      if (key === '') return undefined;
      const plain = plainKey(key);
      const alias = own(ALIASES, plain) ?? plain;
      const name = alias.includes(':') ? plain : alias;
      keys.add(name);
      last = [value.trim()];
      yaml.push({ name, words: last });
    }
  }
  const isMeant = keys.has('title') && [...keys].some((key) => TELLING.has(key));
  const written = yaml.map((one) =>
    typeof one === 'string' ? one : `${one.name}: ${JSON.stringify(one.words.join(' '))}`,
  );
  return isMeant ? { yaml: written.join('\n'), lines: count } : undefined;
}

/** `% title`, `% authors`, `% date`: https://pandoc.org/MANUAL.html#extension-pandoc_title_block */
function titleBlock(text: string): HeadLines | undefined {
  const found: string[][] = [];
  let count = 0;
  for (const line of linesOf(text)) {
    if (line.startsWith('%') && found.length < 3) found.push([line.slice(1).trim()]);
    else if (/^[ \t]+\S/.test(line)) found.at(-1)?.push(line.trim());
    else if (line.trim() === '') break;
    else return undefined;
    count += 1;
  }
  const [title = [], authors = [], date = []] = found;
  const people = authors.flatMap((line) => line.split(/\s*;\s*/)).filter((name) => name !== '');
  const yaml = [
    ...(title.join('') === '' ? [] : [`title: ${JSON.stringify(title.join(' '))}`]),
    ...(people.length === 0 ? [] : [`author: ${JSON.stringify(people)}`]),
    ...(date.join('') === '' ? [] : [`date: ${JSON.stringify(date.join(' '))}`]),
  ];
  return { yaml: yaml.join('\n'), lines: count };
}

/** The lines of a text one by one: a head is short, and a book long. */
function* linesOf(text: string): Generator<string> {
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf('\n', from);
    yield text.slice(from, end < 0 ? text.length : end);
    if (end < 0) return;
    from = end + 1;
  }
}
