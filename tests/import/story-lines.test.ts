/** Whatever stands round it, a sentence of a story stays in the story. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { classify } from '../../src/import/classify/index.js';
import { blocksOf } from '../../src/import/paragraphs.js';
import { gateOf, rowOf } from '../../src/import/sites/index.js';

const root = join(import.meta.dirname, 'fixtures');

/** Short lines of all fixtures: titles, labels, buttons, counts, dates; none that says where a story begins or its readers' part. */
const LINES = [
  ...new Set(
    readdirSync(root)
      .flatMap((name) => readdirSync(join(root, name)).map((file) => join(root, name, file)))
      .filter((path) => /input[^/]*\.txt$/.test(path))
      .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
      .map((line) => line.trim())
      // What a label names that stands alone is under it.
      .filter(
        (line) =>
          !/:$|^(?:(?:chapter |work )?(?:summary|notes)|end notes|description)$|^[[({*]*(?:A\/N|author|a note from)/i.test(
            line,
          ),
      )
      .filter((line) => line !== '' && line.length < 60 && !gateOf(line) && !rowOf(line, 'head')?.opens),
  ),
];

const STORY = [
  'The kiln had been cold since the second frost, and the village ate from wooden bowls.',
  '"You might light it," said Ottoline.',
  'He went on not lighting it.',
  'Down in the square a plate broke, and then another.',
  'In the end it was the dog that knocked the lamp into the straw.',
];

test('no sentence of a story is cut for the lines before it and after it', () => {
  const lines = fc.array(fc.constantFrom(...LINES), { maxLength: 6 });
  fc.assert(
    fc.property(lines, lines, fc.constantFrom('\n', '\n\n'), (before, after, gap) => {
      const text = [...before, ...STORY, ...after].join(gap);
      const blocks = blocksOf(text);
      const cut = classify({ format: 'text', text, facts: {}, blocks, pictures: [], messages: [] })
        .filter(({ class: of, block }) => of !== 'story' && STORY.includes(block.text))
        .map(({ block, reason }) => `${reason}: ${block.text}`);
      expect(cut).toEqual([]);
    }),
    { numRuns: 400, seed: 1 },
  );
});
