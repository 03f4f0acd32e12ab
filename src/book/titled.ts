/** The title of a manuscript, and what is left of its text. */
import type { Heading, RootContent } from 'mdast';
import { keptWith } from '../memo.js';
import { termKey } from '../locales/terms.js';
import { slug } from '../text/slug.js';
import { isPicture, plainTitle } from '../text/titles.js';
import type { Locale, Manuscript, MdastRoot, SectionKind } from '../types.js';
import { linesOf, oneLine } from './metadata.js';
import { isSilent } from './empty.js';
import { kindNamed } from './kinds.js';
import { fileName } from './names.js';
import { headingTree, linesTree, textTree } from './single.js';

interface Titled {
  title?: string;
  heading?: MdastRoot;
  tree: MdastRoot;
}

/** The title of a manuscript: front matter, else its first heading, else its file name made readable. */
export const titled = (manuscript: Manuscript, kind: SectionKind, locale: Locale): Titled => {
  const { tree, rel, spoken, meta, front } = manuscript;
  return keptWith('titled', tree, [kind, locale, rel, spoken, meta.title, front.title], () =>
    titleOf(manuscript, kind, locale),
  );
};

function titleOf(manuscript: Manuscript, kind: SectionKind, locale: Locale): Titled {
  const { meta, front } = manuscript;
  const tree = withoutBareMark(manuscript.tree);
  const opening = openingHeading(tree.children);
  const without = opening ? { ...tree, children: tree.children.filter((node) => node !== opening) } : tree;
  // A map has its picture alone, with a caption; its title names it in the contents.
  if (kind.kind === 'map' && !opening && isPicture(tree))
    return {
      title: meta.title === undefined ? readable(manuscript, locale) : oneLine(meta.title),
      tree,
    };
  if (meta.title !== undefined) {
    const title = oneLine(meta.title);
    const same = opening !== undefined && slug(plainTitle(opening)) === slug(title);
    return same
      ? { title, heading: headingTree(opening), tree: without }
      : { title, heading: front.title ?? linesTree(linesOf(meta.title)), tree };
  }
  if (opening) return { title: plainTitle(opening), heading: headingTree(opening), tree: without };
  if (kind.untitled) return { tree };
  // A heading further down names the section but stays where the author put it.
  const later = tree.children.find(
    (node): node is Heading => node.type === 'heading' && node.depth === 1 && plainTitle(node) !== '',
  );
  if (later) return { title: plainTitle(later), tree };
  const name = readable(manuscript, locale);
  return { title: name, heading: textTree(name), tree };
}

/** Whether a manuscript has nothing for a title but its file's number: `03.md`, `003-chapter.md`. */
export const isNamedByNumber = ({ rel, meta, tree }: Manuscript): boolean => {
  const { title, number } = fileName(rel);
  const isBare = title === '' || (number !== undefined && title.endsWith(` ${String(number)}`));
  return isBare && meta.title === undefined && !tree.children.some(({ type }) => type === 'heading');
};

/** The name of a manuscript's file as a title; a page named as a kind is has the title of such pages in the language. */
function readable({ rel, spoken }: Manuscript, { terms }: Locale): string {
  const { title, number, slug: name } = fileName(spoken ?? rel);
  const kind = kindNamed(name)?.kind;
  const term = kind === undefined || kind === 'chapter' ? undefined : terms[termKey(name)];
  if (term !== undefined) return term;
  return title || `${terms.chapter ?? 'Chapter'} ${String(number ?? '')}`.trim();
}

/** The heading with which a text opens, if it does. */
function openingHeading(children: readonly RootContent[]): Heading | undefined {
  const first = children.find((node) => !isSilent(node));
  return first?.type === 'heading' && plainTitle(first) !== '' ? first : undefined;
}

/** A text without the heading of no words that it begins with: there it parts no scenes, as it does further down. */
function withoutBareMark(tree: MdastRoot): MdastRoot {
  const first = tree.children.find((node) => !isSilent(node));
  if (first?.type !== 'heading' || first.children.length > 0) return tree;
  return { ...tree, children: tree.children.filter((node) => node !== first) };
}
