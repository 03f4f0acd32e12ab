/**
 * Terms for the index: `\index{boats!ferry}` as LaTeX and bookdown have them, `[ferry]{.index}` and `:span[ferry]{.index}`
 * for words of the text.
 *
 * @see https://www.ctan.org/pkg/makeindex for `sort@term`, `a!b`, `|see{other}`
 */
import type { Nodes, Parents, Text } from 'mdast';
import type {} from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import type { IndexMark } from '../../types.js';
import { withFound } from '../fast/stretches.js';
import { readAttributes } from './attributes.js';

/** Whether a text can hold such marks at all. */
export const hasIndexMark = (text: string): boolean => /\\index\{|\{[^{}\n]*\.index\b/.test(text);

/** With one of the two spaces round it, where it stands between words; one that is glued to a word keeps them. */
const COMMAND =
  /[ \t]\\index\{((?:[^{}]|\{[^{}]*\})+)\}(?=[\s.,;:!?)\]]|$)|\\index\{((?:[^{}]|\{[^{}]*\})+)\}/g;
const WORDS = /\[([^[\]\n]+)\]\{((?:[^{}"\n]|"[^"\n]*")*)\}/g;

/** Makes nodes of such marks, in place; words that are marked stay where they are. */
export function settleIndexMarks(parent: Parents): void {
  parent.children = (parent.children as Nodes[]).flatMap((child): Nodes[] => {
    if (child.type === 'text') return marksIn(child);
    if ('children' in child) settleIndexMarks(child);
    if (child.type !== 'textDirective') return [child];
    const { entry, class: names = '', ...others } = child.attributes ?? {};
    if (!isMark(names)) return [child];
    child.attributes = { ...others, class: names };
    return [markOf(entry ?? toString(child), child), child];
  }) as typeof parent.children;
}

const isMark = (names: string | null): boolean => names?.split(' ').includes('index') === true;

const marksIn = (node: Text): Nodes[] =>
  withFound(node, COMMAND, ([, apart, inside = '']) =>
    markOf((apart ?? inside).replaceAll(/\s+/g, ' ')),
  ).flatMap((part): Nodes[] => {
    if (part.type !== 'text') return [part];
    const found = withFound(part, WORDS, ([, shown = '', braces = '']) => {
      const { entry, class: names = '' } = readAttributes(braces);
      return isMark(names) ? { ...markOf(entry ?? shown), shown } : undefined;
    });
    return found.flatMap((one): Nodes[] =>
      one.type === 'indexMark' && one.shown !== undefined ? [one, { type: 'text', value: one.shown }] : [one],
    );
  });

/** `sort@term!sub|see{other}`. */
function markOf(inside: string, { position }: Pick<Nodes, 'position'> = {}): IndexMark {
  const [path = '', ...how] = inside.split('|');
  const [, also, other] = /^see(also)?\{(.*)\}$/.exec(how.join('|').trim()) ?? [];
  const levels = path.split('!').map((level) => level.split('@').map(tidy));
  const made: IndexMark = {
    type: 'indexMark',
    terms: levels.map((level) => level.at(-1) ?? ''),
    sorts: levels.map(([sort = '']) => sort),
    ...(position ? { position } : {}),
  };
  if (other !== undefined) made.see = { also: also !== undefined, terms: other.split('!').map(tidy) };
  return made;
}

/** A term as it is printed: typed with straight apostrophes, and perhaps with TeX's emphasis. */
const tidy = (term: string): string =>
  term
    .trim()
    .replaceAll(/\\(?:emph|textit|textbf|texttt)\{([^{}]*)\}/g, '$1')
    .replaceAll("'", '\u2019');
