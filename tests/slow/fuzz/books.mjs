// Books in memory: manuscripts of all kinds of page, their front matter, and the pictures that they show.
import { BOOK, frontMatter, KINDS, SECTION } from './front.mjs';
import { blocks, inline, mutated } from './markdown.mjs';
import { strangelyWritten } from './strange.mjs';
import { name } from './texts.mjs';

/** Nothing is drawn and no font is cut: both cost more than all the rest, and no manuscript is in them. */
const bare = (dice) =>
  (dice.chance(0.999) ? 'cover: false\n' : '') +
  'fonts: false\n' +
  (dice.chance(0.5) ? 'math: true\n' : '') +
  (dice.chance(0.25) ? 'notes: chapter\n' : '') +
  (dice.chance(0.2) ? `language: ${dice.one(TURNED)}\n` : '') +
  (dice.chance(0.2) ? 'toc: { depth: 4 }\n' : '');

/** Languages that run from right to left or down, or whose typography is not English's. */
const TURNED = ['ar', 'he', 'fa', 'ja', 'zh-Hant', 'ko', 'mn-Mong', 'fr', 'de', 'ru', 'yi'];

const encode = (content) => new TextEncoder().encode(content);

/** A part of a text: what is long costs much and finds little. */
function excerpt(dice, text) {
  const from = text.length > EXCERPT ? dice.below(text.length - EXCERPT) : 0;
  return text.slice(from, from + EXCERPT);
}
const EXCERPT = 900;

/** One file's text, now and then as an odd program writes it. */
function manuscript(dice, examples) {
  const text = plainManuscript(dice, examples);
  return dice.chance(0.08) ? strangelyWritten(dice, text) : text;
}

/** One file's text: made, or one of the examples with faults in it. */
function plainManuscript(dice, examples) {
  const made = () => {
    dice.allow(6 + dice.below(dice.chance(0.1) ? 60 : 20));
    return (
      (dice.chance(0.7) ? `# ${inline(dice, 1).replaceAll('\n', ' ')}\n\n` : '') +
      blocks(dice, 1 + dice.below(3))
    );
  };
  if (dice.chance(0.7)) return made();
  return mutated(dice, excerpt(dice, dice.one(examples)), dice.chance(0.5) ? dice.one(examples) : made());
}

const FOLDERS = ['', '', '', '', 'part/', '01-one/', 'é/', '_x/', 'a/b/c/'];
function fileName(dice, index) {
  return dice.weighted([
    [8, () => `${index + 1}.md`],
    [4, () => `${dice.one(FOLDERS)}${dice.chance(0.5) ? `0${index}-` : ''}${dice.one(KINDS)}.md`],
    [1, () => `${dice.one(FOLDERS)}${name(dice).replaceAll(/[/\0]/g, '') || 'x'}.md`],
    [
      1,
      () =>
        dice.one([
          'part.md',
          'é.md',
          'e\u0301.md',
          'a b.md',
          '北京.md',
          'שלום.md',
          '#.md',
          '%20.md',
          '%.md',
          'toc.md',
          'nav.md',
          'CON.md',
          '..md',
          "o'x.md",
          '&.md',
          '<b>.md',
          '"x".md',
          'a\u202Eb.md',
          'a\nb.md',
          'a?b=c.md',
          '1.2.md',
          'README.md',
          'index.md',
          'A.MD',
          'book.markdown',
          `${'x'.repeat(150)}.md`,
        ]),
    ],
  ])();
}

/** The `RawBook` of a case. `examples` are texts to be damaged; `root` is the folder with the pictures. */
export function bookOf(dice, examples, root) {
  if (dice.chance(0.2)) {
    const front = frontMatter(dice, BOOK, dice.chance(0.6) ? 1 : 5, { fixed: bare(dice) });
    return raw(root, true, [['1.md', front + manuscript(dice, examples)]]);
  }
  // What a book costs beside its texts is shared by many of them.
  const count = dice.chance(0.25) ? 1 + dice.below(5) : 20 + dice.below(40);
  const tame = count > 5 && dice.chance(0.9);
  const files = Array.from({ length: count }, (_, index) => [
    fileName(dice, index),
    (dice.chance(0.4) ? frontMatter(dice, SECTION, 3, { tame }) : '') + manuscript(dice, examples),
  ]);
  const book =
    frontMatter(dice, BOOK, 4, { fixed: bare(dice), tame }) + (dice.chance(0.1) ? blocks(dice, 1) : '');
  return raw(root, false, [...new Map([['book.md', book], ...files])]);
}

export function raw(root, single, texts) {
  const files = texts.map(([rel, content]) => ({ path: `m/${rel}`, rel, bytes: encode(content) }));
  return { name: 'm', path: 'm', root, single, files };
}
