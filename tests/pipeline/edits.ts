/** Books at work: what writers do to a book between two builds, one edit after the other, from a seed. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RawBook } from '../../src/types.js';

/** Numbers that look random and are the same for a seed (mulberry32). */
export function diceOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export type Dice = ReturnType<typeof diceOf>;

const one = <T>(dice: Dice, list: readonly T[]): T => list[dice(list.length)] as T;

/** Blocks of every sort of which one chapter can change what another becomes. */
const BLOCKS = [
  'The ferry was late again, and nobody on the quay said a word about it until the lamps were lit.',
  '"You will wait," she said. "They always do."',
  "'You will wait,' she said. 'They \"always\" do.'",
  '“Wait,” he said, ‘and see,’ -- then nothing... 3 x 4 is 12.',
  "'Twas the fishin' boats' lanterns, 'tis said, an' the rock 'n' roll o' the '90s.",
  "She was goin' home; goin 'round; 'cause the others were going, and because it was time.",
  "The dogs' tails and the 'dogs' of war. Fishin an tis twas round cause.",
  '- Tak - rzekł. - Idę!\n- Dokąd? - zapytała.',
  '- salt\n- rope\n- a lamp',
  '—Hola —dijo Ana—. ¿Vienes?',
  'A rope[^rope] and a knot[^knot].\n\n[^rope]: Of hemp.\n[^knot]: A *bowline*, see [the quay](01.md).',
  'A note in the line.^[It stands at the end.] And one to nothing[^nowhere].',
  'See [the next](02.md#the-quay), [the end](#the-end), [nowhere](99.md) and [the web](https://example.org).',
  '![The harbour](harbour.png "At dawn")',
  'An anchor ![](anchor.png) in the line.',
  '<div id="berth">\n\nBelow the deck.\n\n</div>\n\nTo [the berth](#berth).',
  '<p id="gone"><script>x</script></p>\n\nTo [what is gone](#gone).',
  '## The Quay {#quay .wide}\n\nStones.',
  '## The End\n\nIt ended.',
  '| rope | length |\n|---|---|\n| hemp | 3 |\n| steel |',
  ':::verse\nThe sea, the sea,\n  the open sea\n:::',
  ':::letter\nDear Anna,\n\nCome.\n:::',
  ':page[12]\n\nThe twelfth page.',
  ':page[xii] Another.',
  '* * *',
  '~~~\ncode -- "as typed"\n~~~',
  '> A quotation, "within" it.\n>\n> -- Anna Holm',
  'A {{template}} mark, ==marked== text and [@cited].',
  '日本語の文。',
  'Ἐν ἀρχῇ ἦν ὁ λόγος. Και πάλι.',
  '$x^2$ and a price of $5.',
  'Term\n: What it means.',
  '1. one\n2. two\n5. five',
] as const;

const FRONT = [
  'title: "The \'Quay\'"',
  'title: Salt',
  'subtitle: Or, "Rope"',
  'title: "*Salt* and [rope](01.md)"',
  'subtitle: "Or, *Rope*[^rope]"',
  'language: fr',
  'language: pl',
  'author: Bo "Rope" Lind',
  'kind: prologue',
  'kind: epigraph',
  'kind: afterword',
  'draft: true',
  'toc: false',
  'epigraph: |\n  The sea.[^sea]\n  -- Anna',
  'summary: \'Of "rope".\'',
  'note: An author\'s note... "said".',
  'dedication: For Bo.',
  'weight: 3',
  'titel: unknown',
  'typography: { quotes: no',
] as const;

const BOOK = [
  'title: The Last Ferry',
  'title: \'The "Last" Ferry\'',
  'author: Anna Holm',
  'authors: [Anna Holm, Bo Lind]',
  'language: en-GB',
  'language: de',
  'language: pl',
  'quotes: single',
  'quotes: double',
  'words: ["fishin\'", "\'round"]',
  'typography: false',
  'typography: { dashes: false, capitals: true }',
  'typography: { quotes: guillemets }',
  'notes: chapter',
  'math: true',
  'theme: modern',
  'theme: plain',
  'dedication: For "Bo".',
  'toc: { depth: 2 }',
  'chapters: [03, 01]',
  'colophon: false',
  'half-title: true',
  'rights: © 2026 Anna Holm',
  'draft: true',
  'series: { name: "The \'Sea\'", number: 2 }',
] as const;

/** Pictures: a picture of one pixel, another, and none. */
const PICTURES = [
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8DAAMQACP4B/2e28HQAAAAASUVORK5CYII=',
  'bm8gcGljdHVyZQ==',
].map((text) => Buffer.from(text, 'base64'));

export interface Work {
  root: string;
  single: boolean;
  /** Texts by path within the book. */
  texts: Map<string, string>;
}

/** A book at the beginning; pictures go to its folder, `root`. */
export function beginWork(dice: Dice, root: string): Work {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const single = dice(5) === 0;
  const work: Work = { root, single, texts: new Map() };
  const count = single ? 1 : 2 + dice(6);
  for (let index = 1; index <= count; index += 1) work.texts.set(`0${String(index)}.md`, chapter(dice));
  const [first = ''] = work.texts.keys();
  if (single) work.texts.set(first, front(dice, BOOK) + (work.texts.get(first) ?? ''));
  else work.texts.set('book.md', front(dice, BOOK));
  writePicture(dice, root);
  return work;
}

/** What the command would find on the disk. */
export function rawOf({ root, single, texts }: Work): RawBook {
  const files = [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rel, text]) => ({ path: `m/ferry/${rel}`, rel, bytes: new TextEncoder().encode(text) }));
  return { name: 'ferry', path: 'm/ferry', root, single, files };
}

function front(dice: Dice, keys: readonly string[]): string {
  const lines = Array.from({ length: 1 + dice(3) }, () => one(dice, keys));
  // Cover and fonts cost more than all the rest, and follow from little of it.
  if (keys === BOOK && dice(50) > 0) lines.push('cover: false', 'fonts: false');
  const taken = new Map(lines.map((line) => [line.split(':')[0], line]));
  return `---\n${[...taken.values()].join('\n')}\n---\n`;
}

function chapter(dice: Dice): string {
  const heading =
    dice(4) === 0 ? '' : `# ${one(dice, ['The Quay', 'Rope', 'Salt and "Water"', 'Part One'])}\n\n`;
  const blocks = Array.from({ length: 1 + dice(6) }, () => one(dice, BLOCKS));
  return `${dice(4) === 0 ? front(dice, FRONT) : ''}${heading}${blocks.join('\n\n')}\n`;
}

function writePicture(dice: Dice, root: string): void {
  const path = join(root, one(dice, ['harbour.png', 'anchor.png', 'part/harbour.png']));
  rmSync(path, { force: true });
  if (dice(4) === 0) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, one(dice, PICTURES));
}

type Edit = (work: Work, dice: Dice) => void;

/** One of the texts, and what is done with it. */
const withText =
  (change: (text: string, rel: string, work: Work, dice: Dice) => void): Edit =>
  (work, dice) => {
    const rel = one(dice, [...work.texts.keys()]);
    change(work.texts.get(rel) ?? '', rel, work, dice);
  };

const withBlocks = (change: (blocks: string[], dice: Dice) => void): Edit =>
  withText((text, rel, { texts }, dice) => {
    const blocks = text.split('\n\n');
    change(blocks, dice);
    texts.set(rel, blocks.join('\n\n'));
  });

const fresh = (dice: Dice): string =>
  one(dice, ['01.md', '02.md', '07.md', 'part/01.md', 'part/index.md', 'epilogue.md', '10-salt.md']);

/** From what is done every minute to what is done once in a book. */
const EDITS: readonly (readonly [weight: number, edit: Edit])[] = [
  [8, withBlocks((blocks, dice) => blocks.splice(dice(blocks.length + 1), 0, one(dice, BLOCKS)))],
  [4, withBlocks((blocks, dice) => blocks.splice(dice(blocks.length), 1))],
  [4, withBlocks((blocks, dice) => blocks.splice(dice(blocks.length), 1, one(dice, BLOCKS)))],
  [2, withBlocks((blocks) => blocks.reverse())],
  [1, withText((_text, rel, { texts }, dice) => texts.set(rel, chapter(dice)))],
  [
    2,
    withText((text, rel, { texts, single }, dice) => {
      const keys = single || rel === 'book.md' ? BOOK : FRONT;
      texts.set(rel, front(dice, keys) + text.replace(/^---\n[^]*?\n---\n/u, ''));
    }),
  ],
  [
    2,
    (work, dice) => {
      if (!work.single) work.texts.set('book.md', front(dice, BOOK));
    },
  ],
  [1, ({ texts, single }, dice) => !single && texts.set(fresh(dice), chapter(dice))],
  [
    1,
    withText((_text, rel, { texts }) => {
      if (texts.size > 1 && rel !== 'book.md') texts.delete(rel);
    }),
  ],
  [
    1,
    withText((text, rel, { texts, single }, dice) => {
      if (single || rel === 'book.md') return;
      texts.delete(rel);
      texts.set(fresh(dice), text);
    }),
  ],
  [
    1,
    withText((text, rel, work, dice) => {
      // Two chapters change places.
      const other = one(dice, [...work.texts.keys()]);
      work.texts.set(rel, work.texts.get(other) ?? '');
      work.texts.set(other, text);
    }),
  ],
  [
    1,
    ({ root }, dice) => {
      writePicture(dice, root);
    },
  ],
];

const WEIGHTED = EDITS.flatMap(([weight, edit]) => Array.from({ length: weight }, () => edit));

/** Does the next edit. */
export function editWork(work: Work, dice: Dice): void {
  one(dice, WEIGHTED)(work, dice);
}
