/** The front matter of a manuscript: only what its source says. */
import { Document, Scalar, visit } from 'yaml';
import { prose, type Manner } from './markdown.js';
import type { FrontKey, Story } from './stories.js';
import type { Facts } from '../types.js';

/** A date that front matter takes. */
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** A break as Markdown marks it, after whole escapes: what keeps its lines without would show the mark. */
const BREAK = /(?<!\\)((?:\\\\)*)\\\n/g;

/** The values of a story's front matter, in the order in which they are written. */
export function frontValues(story: Story, manner?: Manner): Record<string, unknown> {
  const { front, facts, title, authors } = story;
  const text = (key: FrontKey) => {
    const pieces = front[key];
    return pieces === undefined ? undefined : prose(pieces, manner);
  };
  return present({
    title,
    author: authors.length > 1 ? authors : authors[0],
    ...factValues(facts),
    dedication: lined(text('dedication')),
    summary: text('summary'),
    warning: text('warning'),
    note: noteOf(text('noteBefore'), text('noteAfter')),
    thanks: text('thanks'),
    disclaimer: text('disclaimer'),
    glossary: lined(text('glossary')),
    tags: tagsOf(facts),
  });
}

/** A text of those whose lines end where they end in the front matter. */
const lined = (text: string | undefined): string | undefined => text?.replaceAll(BREAK, '$1\n');

/** What archives count or say elsewhere: nothing for the readers of a book. */
const STATISTICS =
  /^(?:Published|Updated|Completed|Words|Word Count|Chapters|Kudos|Hits|Comments|Bookmarks|Collections|Language|Series|\p{Ll}+)$/u;

/** What an archive says of a story, by its own names, as far as it is the story's. */
export function shownTags({ tags = {} }: Facts): [string, string[]][] {
  return Object.entries(tags).filter(([name]) => !STATISTICS.test(name));
}

function tagsOf(facts: Facts): Record<string, unknown> | undefined {
  const tags = shownTags(facts);
  if (tags.length === 0) return undefined;
  return Object.fromEntries(tags.map(([name, values]) => [name, values.length === 1 ? values[0] : values]));
}

function noteOf(before: string | undefined, after: string | undefined): unknown {
  if (before === undefined) return after;
  return present({ before, after });
}

const factValues = ({ date, source, rights, language }: Facts): Record<string, unknown> => ({
  language,
  date: date !== undefined && DATE.test(date) ? date : undefined,
  source,
  rights,
});

/** Without the keys that have no value. */
export const present = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));

/** Front matter with its fences; nothing where there is nothing to say. */
export function frontMatter(values: Record<string, unknown>): string {
  if (Object.keys(values).length === 0) return '';
  const document = new Document(values);
  // Paragraphs are read most easily as they stand.
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && node.value.includes('\n')) node.type = Scalar.BLOCK_LITERAL;
    },
  });
  return `---\n${document.toString({ lineWidth: 0 })}---\n\n`;
}
