/** A story that has grown: what is new comes in, and nothing that its author wrote goes. */
import fc from 'fast-check';
import { align } from '../../src/import/update/align.js';
import { mergeFront } from '../../src/import/update/front.js';
import { likenessOf, updated } from '../../src/import/update/index.js';
import { mergeBlocks } from '../../src/import/update/merge.js';
import { partsOf, textOf } from '../../src/import/update/blocks.js';

const FRONT = '---\ntitle: The Kiln\n---\n\n';
const KILN = `# The Kiln

The kiln had been cold since the second frost, and the village ate from bowls.

"You could light it," said the boy, who wanted to see it done.

* * *

Nobody answered him, and so he went out to look for wood in the yard.`;
const WINTER = `# A Cold Winter

The dog knocked the lamp into the straw, and nobody could say whose dog it was.

All that winter they ate from plates again, and nobody complained of it.`;
const SPRING = `# Spring

It was only in March that somebody asked where the clay had come from.

Nobody had dug in the bank below the mill, where it was red.`;
const FLOOD = `# The Flood

The river came into the yard in the night, and took the bowls with it.

In the morning they were on the road, in a row, as if somebody had laid them out.`;

const book = (...chapters: string[]): string => `${FRONT}${chapters.join('\n\n')}\n`;
const merge = (base: string | undefined, ours: string, theirs: string) =>
  updated({ base, ours, theirs, depth: 1 });
const headings = (text: string) => [...text.matchAll(/^# (.*)$/gm)].map(([, heading]) => heading);
const lineOf = (text: string, line: number) => text.split('\n')[line - 1] ?? '';

const BASE = book(KILN, WINTER);

test('a new chapter comes in where the source has it', () => {
  const { text, added, changed } = merge(BASE, BASE, book(KILN, FLOOD, WINTER, SPRING));
  expect(text).toBe(book(KILN, FLOOD, WINTER, SPRING));
  expect(added.map(({ heading, line }) => [heading, lineOf(text, line)])).toEqual([
    ['The Flood', '# The Flood'],
    ['Spring', '# Spring'],
  ]);
  expect(changed).toEqual([]);
});

test('what nobody changed stays byte for byte', () => {
  const odd = BASE.replace('\n\n* * *', '\n\n\n\n* * *').replace('title: The', "title:   'The");
  expect(merge(BASE, odd, BASE).text).toBe(odd);
});

test('the source’s changes are taken where the author’s are elsewhere', () => {
  const ours = BASE.replace('A Cold Winter', 'The Winter').replace('the village ate', 'all of them ate');
  const theirs = BASE.replace('second frost', 'first frost').replace('whose dog it was', 'whose it was');
  const { text, changed, conflicts } = merge(BASE, ours, theirs);
  expect(text).toContain('cold since the first frost, and all of them ate');
  expect(text).toContain(
    '# The Winter\n\nThe dog knocked the lamp into the straw, and nobody could say whose it was.',
  );
  expect(changed.map(({ heading, count }) => [heading, count])).toEqual([
    ['The Kiln', 1],
    ['The Winter', 1],
  ]);
  expect(conflicts).toEqual([]);
});

test('where both changed the same words, the author’s stay, and the source’s stand in a comment', () => {
  const ours = BASE.replace('Nobody answered him', 'No one answered him');
  const theirs = BASE.replace('Nobody answered him', 'Ann said nothing --> at all');
  const { text, conflicts } = merge(BASE, ours, theirs);
  expect(text).toContain(
    'No one answered him, and so he went out to look for wood in the yard.\n\n' +
      '<!-- The source has this now:\n\nAnn said nothing --&gt; at all, and so he went out to look for wood in the yard.\n-->\n\n# A Cold',
  );
  expect(conflicts.map(({ line, kind }) => [lineOf(text, line), kind])).toEqual([
    ['<!-- The source has this now:', 'both'],
  ]);
  expect(merge(BASE, text, theirs).text).toBe(text);
  expect(merge(theirs, text, theirs).text).toBe(text);
});

test('what the author changed and the source took out stays', () => {
  const ours = BASE.replace('Nobody answered him', 'No one answered him');
  const theirs = BASE.replace(/\n\nNobody answered.*/, '');
  const { text, conflicts } = merge(BASE, ours, theirs);
  expect(text).toBe(ours);
  expect(conflicts.map(({ kind }) => kind)).toEqual(['gone']);
});

test('a chapter that vanished from the source is kept and told', () => {
  const { text, gone } = merge(
    book(KILN, WINTER, SPRING),
    book(KILN, WINTER, SPRING),
    book(KILN, SPRING, FLOOD),
  );
  expect(headings(text)).toEqual(['The Kiln', 'A Cold Winter', 'Spring', 'The Flood']);
  expect(gone.map(({ heading }) => heading)).toEqual(['A Cold Winter']);
});

test('a chapter that was cut down to a notice is kept and told', () => {
  const stub = '# The Kiln\n\nThis chapter was removed, and is for sale now.';
  const { text, gone } = merge(BASE, BASE, book(stub, WINTER, SPRING));
  expect(text).toBe(book(KILN, WINTER, SPRING));
  expect(gone.map(({ heading }) => heading)).toEqual(['The Kiln']);
});

test('a chapter that the author took out stays out and is told', () => {
  const { text, left } = merge(BASE, book(WINTER), book(KILN, WINTER, SPRING));
  expect(headings(text)).toEqual(['A Cold Winter', 'Spring']);
  expect(left).toEqual(['The Kiln']);
});

test('a chapter that the author wrote stays where it is', () => {
  const own = '# A Word Before\n\nThis is mine, and stands nowhere else.';
  const { text } = merge(BASE, book(KILN, own, WINTER), book(KILN, WINTER, SPRING));
  expect(headings(text)).toEqual(['The Kiln', 'A Word Before', 'A Cold Winter', 'Spring']);
});

test('a chapter that the author put in already does not come twice', () => {
  const { text, added } = merge(BASE, book(KILN, WINTER, SPRING), book(KILN, WINTER, SPRING));
  expect(text).toBe(book(KILN, WINTER, SPRING));
  expect(added).toEqual([]);
});

test('chapters that were renamed are the same ones, also where numbers moved', () => {
  const numbered = (...texts: string[]) =>
    book(...texts.map((text, index) => text.replace(/^# .*/, `# Chapter ${String(index + 1)}`)));
  const base = numbered(KILN, WINTER);
  const ours = base.replace('whose dog it was', 'whose dog that was');
  const { text, added } = merge(base, ours, numbered(KILN, FLOOD, WINTER));
  expect(text).toBe(numbered(KILN, FLOOD, WINTER).replace('whose dog it was', 'whose dog that was'));
  expect(added.map(({ heading }) => heading)).toEqual(['Chapter 2']);
});

test('chapters in another order at the source stay in the author’s, and that is told', () => {
  const { text, moved, added } = merge(
    book(KILN, WINTER, SPRING),
    book(KILN, WINTER, SPRING),
    book(SPRING, WINTER, KILN),
  );
  expect([text, moved, added]).toEqual([book(KILN, WINTER, SPRING), true, []]);
});

test('a text that had no headings gets those of the source', () => {
  const bare = `${FRONT}${KILN.replace(/^.*\n\n/, '')}\n`;
  const { text, gone } = merge(bare, bare.replace('the yard', 'the barn'), book(KILN, WINTER));
  expect(text).toBe(book(KILN, WINTER).replace('the yard', 'the barn'));
  expect(gone).toEqual([]);
});

test('a chapter that was made two of, and two that were made one, stand once', () => {
  const [first = '', second = ''] = KILN.split('\n\n* * *\n\n');
  const halves = book(`${first}\n\n* * *`, `# After\n\n${second}`, WINTER);
  expect(merge(BASE, BASE, halves).text).toBe(halves);
  const joined = book(`${KILN}\n\n${WINTER.replace(/^.*\n\n/, '')}`);
  expect(merge(BASE, BASE, joined).text).toBe(joined);
});

test('notes, code and comments are whole', () => {
  const note = ':::note\nOne.\n\nTwo.\n:::';
  const text = book(`${KILN}\n\n${note}\n\n~~~\na\n\nb\n~~~\n\n<!-- a\n\nb -->\n\n[^1]: One.\n\n    Two.`);
  const { front, chapters } = partsOf(text, 1);
  expect(chapters[1]?.blocks.slice(-4).map((block) => block.text)).toEqual([
    note,
    '~~~\na\n\nb\n~~~',
    '<!-- a\n\nb -->',
    '[^1]: One.\n\n    Two.',
  ]);
  expect(
    textOf(
      front,
      chapters.flatMap(({ blocks }) => blocks),
    ),
  ).toBe(text);
});

test('without the last import’s text, only chapters are added', () => {
  const ours = BASE.replace('second frost', 'last frost');
  const { text, added, changed } = merge(
    undefined,
    ours,
    book(KILN, WINTER.replace('whose dog', 'whose'), SPRING),
  );
  expect(text).toBe(`${ours.trimEnd()}\n\n${SPRING}\n`);
  expect(added.map(({ heading }) => heading)).toEqual(['Spring']);
  expect(changed).toEqual([]);
});

test('quotation marks that somebody set right do not make another story of it', () => {
  expect(likenessOf(BASE, BASE.replaceAll('"', '\u201C').replace('* * *', '***'), 1)).toBe(1);
  expect(likenessOf(BASE, book(SPRING, FLOOD), 1)).toBe(0);
});

describe('front matter', () => {
  const front = (yaml: string) => `---\n${yaml}---\n\n`;
  const base = front('title: Low Water\ntags:\n  Rating: Teen\n  Characters: Ann\nnote: Hello.\n');

  test('takes what is new, and keeps what the author wrote as it stands', () => {
    const ours = front(
      '# mine\ntitle: Low Water # keep\nwords: [kiln]\ntags:\n  Rating: Teen\n  Characters: Ann and Bo\nnote: Hello.\n',
    );
    const theirs = front(
      'title: Low Water\nsummary: A mill.\ntags:\n  Rating: Adult\n  Characters: Ann, Bo\nnote: |\n  Hello.\n\n  Thanks!\n',
    );
    const merged = mergeFront(base, ours, theirs);
    expect(merged.text).toBe(
      front(
        '# mine\ntitle: Low Water # keep\nwords: [kiln]\ntags:\n  Rating: Adult\n  Characters: Ann and Bo\nnote: |\n  Hello.\n\n  Thanks!\nsummary: A mill.\n',
      ),
    );
    expect(merged.taken).toEqual(['summary', 'tags.Rating', 'note']);
    expect(merged.conflicts).toEqual([{ key: 'tags.Characters', theirs: 'Ann, Bo' }]);
  });

  test('what the author took out stays out, and what the source says no more stays', () => {
    expect(mergeFront(base, front('title: Mine\n'), front('title: Low Water\nnote: Hello.\n')).text).toBe(
      front('title: Mine\n'),
    );
  });

  test('one that cannot be read is left alone, and that is told', () => {
    const ours = front('title: [\n');
    expect(mergeFront(base, ours, front('title: Lower Water\n'))).toMatchObject({
      text: ours,
      isBroken: true,
    });
  });

  test('is made where there is none', () => {
    expect(mergeFront('', '', front('title: Low Water\n')).text).toBe(front('title: Low Water\n'));
  });
});

const FILLER = 'The tide came in over the flats, and nobody looked up from the';

describe('whatever is changed', () => {
  const word = fc.constantFrom('ash', 'bowl', 'clay', 'dog', 'ember', 'frost');
  const paragraph = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
  const paragraphs = fc.array(paragraph, { maxLength: 12 });
  const blocksOf = (texts: readonly string[]) => texts.map((text) => ({ text, key: text, gap: 2 }));

  test('two sequences are aligned where they are equal, and both sides rise', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, (a, b) => {
        const pairs = align(a, b);
        pairs.forEach(([x, y], index) => {
          expect(a[x]).toBe(b[y]);
          const [before, other] = pairs[index - 1] ?? [-1, -1];
          expect(x > before && y > other).toBe(true);
        });
        expect(align(a, a)).toHaveLength(a.length);
      }),
    );
  });

  test('a merge gives one side where the other did nothing', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, (base, other) => {
        const [b, o] = [blocksOf(base), blocksOf(other)];
        expect(mergeBlocks(b, o, b).blocks).toEqual(o);
        expect(mergeBlocks(b, b, o).blocks.map(({ text }) => text)).toEqual(other);
        expect(mergeBlocks(b, o, o).blocks).toEqual(o);
      }),
    );
  });

  test('every word that the author put in is there after it', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, fc.array(fc.nat(30), { maxLength: 5 }), (base, theirs, places) => {
        const ours = [...base];
        places.forEach((place, index) =>
          ours.splice(place % (ours.length + 1), 0, `mine${String(index)} ash`),
        );
        if (ours[0] !== undefined) ours[0] = `${ours[0]} also`;
        const { blocks } = mergeBlocks(blocksOf(base), blocksOf(ours), blocksOf(theirs));
        const text = blocks.map((block) => block.text).join('\n');
        places.forEach((_, index) => {
          expect(text).toContain(`mine${String(index)} ash`);
        });
        expect(text.includes('also')).toBe(ours.length > 0);
      }),
    );
  });

  // Paragraphs as stories have them: of two chapters that begin alike, the next words tell them apart.
  const sentences = fc
    .uniqueArray(fc.nat(40), { maxLength: 8 })
    .chain((numbers) =>
      fc.tuple(...numbers.map((number) => paragraph.map((end) => `${String(number)} ${FILLER} ${end}`))),
    );
  const chapters = fc.uniqueArray(fc.tuple(paragraph, sentences), {
    maxLength: 5,
    selector: ([heading]) => heading,
  });
  const textsOf = (parts: readonly (readonly [string, string[]])[]) =>
    book(...parts.map(([heading, texts]) => [`# ${heading}`, ...texts].join('\n\n')));

  test('whatever became of its chapters, every paragraph that the author wrote is there after it', () => {
    fc.assert(
      fc.property(chapters, chapters, chapters, fc.array(fc.nat(60), { maxLength: 6 }), (a, b, c, places) => {
        const blocks = textsOf(b).split('\n\n');
        places.forEach((place, index) =>
          blocks.splice(1 + (place % blocks.length), 0, `mine${String(index)}.`),
        );
        const { text } = merge(textsOf(a), blocks.join('\n\n'), textsOf(c));
        const kept = text.split('\n\n');
        expect(
          places.filter((_, index) => !kept.some((one) => one.trim() === `mine${String(index)}.`)),
        ).toEqual([]);
      }),
    );
  });

  test('a second update of the same source changes nothing', () => {
    fc.assert(
      fc.property(chapters, chapters, chapters, (a, b, c) => {
        const [base, ours, theirs] = [textsOf(a), textsOf(b), textsOf(c)];
        const once = merge(base, ours, theirs).text;
        expect(merge(theirs, once, theirs).text).toBe(once);
        // A run that was cut short has the new manuscript beside the old sidecar.
        expect(merge(base, once, theirs).text).toBe(once);
      }),
    );
  });
});

test('a long text is merged in time that grows with it', () => {
  const long = (count: number, of: (index: number) => string) =>
    book(`# One\n\n${Array.from({ length: count }, (_, index) => of(index)).join('\n\n')}`);
  const timed = (count: number) => {
    const base = long(count, (index) => `The ${String(index)} bowl stood on the shelf.`);
    const ours = long(
      count,
      (index) => `The ${String(index)} bowl stood on ${index % 3 ? 'the' : 'a'} shelf.`,
    );
    const theirs = long(count, (index) =>
      index % 2 ? 'Yes.' : `The ${String(index)} bowl lay on the shelf.`,
    );
    const begin = process.cpuUsage();
    merge(base, ours, theirs);
    return process.cpuUsage(begin).user;
  };
  timed(1000);
  expect(timed(16_000) / timed(4000)).toBeLessThan(12);
});
