/** A heading that opens every file, such as a site's title on each page: it cannot tell chapters apart. */
import type { Heading, RootContent } from 'mdast';
import { info, quotable, warning } from '../diagnostics.js';
import { plainTitle } from '../text/titles.js';
import type { Manuscript, Message } from '../types.js';

/** Manuscripts without the heading that most of them share, if another follows it; and the message about it. */
export function withoutSharedHeading(manuscripts: readonly Manuscript[]): {
  manuscripts: readonly Manuscript[];
  messages: Message[];
} {
  const openings = manuscripts.map(({ tree, meta }) =>
    meta.title === undefined ? openingOf(tree.children) : undefined,
  );
  const { text: shared, count } = commonest(openings.map((opening) => opening?.title));
  if (shared === undefined || count < 2 || count * 2 <= manuscripts.length)
    return { manuscripts, messages: sharedTitle(manuscripts) };
  const sharing = openings.filter((opening) => opening?.title === shared);
  const [first] = manuscripts.filter((_, index) => openings[index]?.title === shared);
  const about = { path: first?.path ?? '', place: sharing[0]?.heading.position?.start };
  if (!sharing.every((opening) => opening?.followed)) {
    const reason = `\`${quotable(shared)}\` is the heading of ${String(count)} files; the table of contents cannot tell them apart`;
    const hint = 'Give each file a heading of its own, or a `title` in its front matter.';
    return {
      manuscripts,
      messages: count > 2 ? [warning('book:same-heading', reason, { ...about, hint })] : [],
    };
  }
  const reason = `\`${quotable(shared)}\` opens ${String(count)} files and is left out of them; the heading below it is the title`;
  return {
    manuscripts: manuscripts.map((one, index) => {
      const opening = openings[index];
      if (opening?.title !== shared) return one;
      return {
        ...one,
        tree: { ...one.tree, children: one.tree.children.filter((node) => node !== opening.heading) },
      };
    }),
    messages: [info('book:same-heading', reason, about)],
  };
}

/** The text that stands in a list most often, and how often. */
function commonest(texts: readonly (string | undefined)[]): { text?: string; count: number } {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [text, count = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  return text === undefined ? { count } : { text, count };
}

/** Says that most files have one `title` in their front matter, such as the site's. */
function sharedTitle(manuscripts: readonly Manuscript[]): Message[] {
  const { text: title, count } = commonest(manuscripts.map(({ meta }) => meta.title));
  const first = manuscripts.find(({ meta }) => meta.title === title);
  if (title === undefined || !first || count < 3 || count * 2 <= manuscripts.length) return [];
  const reason = `\`${quotable(title)}\` is the title of ${String(count)} files; the table of contents cannot tell them apart`;
  const hint =
    'Give each file a `title` of its own in its front matter, or leave it out where the text has a heading.';
  return [warning('book:same-title', reason, { path: first.path, place: first.places?.title, hint })];
}

interface Opening {
  heading: Heading;
  title: string;
  /** Whether another heading stands right below. */
  followed: boolean;
}

function openingOf(children: readonly RootContent[]): Opening | undefined {
  const [first, second] = children.filter(
    ({ type }) => type !== 'definition' && type !== 'footnoteDefinition',
  );
  if (first?.type !== 'heading' || plainTitle(first) === '') return undefined;
  return {
    heading: first,
    title: plainTitle(first),
    followed: second?.type === 'heading' && plainTitle(second) !== '',
  };
}
