/** Editions made by hand. */
import { diffEditions, type Block, type Edition, type EditionDiff } from '../../src/diff/index.js';

const HEADING = /^# /;

/** Blocks of a text: paragraphs between blank lines, `# ` for a heading, ids by number. */
export const blocks = (text: string): Block[] =>
  text
    .split('\n\n')
    .filter((block) => block !== '')
    .map((block, index) =>
      HEADING.test(block)
        ? { text: block.replace(HEADING, ''), heading: 1 }
        : { text: block, id: `p${String(index)}` },
    );

/** An edition of the texts, by section id; the title of a section is its heading. */
export const edition = (texts: Record<string, string>, more: Partial<Edition> = {}): Edition => ({
  name: 'book.epub',
  title: 'The Ferry',
  metadata: new Map([['Title', 'The Ferry']]),
  files: new Map(),
  sections: Object.entries(texts).map(([id, text]) => {
    const own = blocks(text);
    return {
      id,
      path: `${id}.xhtml`,
      title: own.find(({ heading }) => heading)?.text ?? id,
      blocks: own,
    };
  }),
  ...more,
});

/** What changed between two editions of the texts. */
export const diffOf = (before: Record<string, string>, after: Record<string, string>): EditionDiff =>
  diffEditions(edition(before), edition(after));
