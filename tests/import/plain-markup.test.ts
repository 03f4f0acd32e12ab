/** Paragraphs of words and emphasis are read and written by short ways, which say what the libraries say. */
import fc from 'fast-check';
import type { Element, ElementContent } from 'hast';
import type { Paragraph } from 'mdast';
import { contentsOf, convertedOf } from '../../src/import/markup/content.js';
import { plainParagraph } from '../../src/import/markup/plain.js';
import { libraryWriter, plainMarkdown } from '../../src/import/write/markdown.js';
import { escapeAll, escapeText } from '../../src/import/write/inline.js';
import { runs } from '../seed.js';

const WORDS = [
  'the',
  ' ',
  ' \n ',
  '\t',
  'Kiln.',
  '*',
  '_x_',
  '\u00A0',
  '\u201Coh',
  '\u2014',
  '1',
  '#',
  ',',
  '- ',
  'www.a.b',
  '&amp;',
];
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((all) => all.join(''));
const textNode = text.map((value): ElementContent => ({ type: 'text', value }));
const { inline } = fc.letrec<{ inline: ElementContent }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 2 },
    textNode,
    textNode,
    fc.record({
      type: fc.constant('element' as const),
      tagName: fc.constantFrom('em', 'strong', 'del', 'span', 'br', 'a'),
      properties: fc.constant({}),
      children: fc.array(tie('inline'), { maxLength: 2 }),
    }),
  ),
}));
const paragraph = fc
  .array(inline, { maxLength: 4 })
  .map((children): Element => ({ type: 'element', tagName: 'p', properties: {}, children }));

test('a paragraph that is read by the short way is what the converter makes of it', () => {
  let known = 0;
  fc.assert(
    fc.property(paragraph, (one) => {
      if (plainParagraph(structuredClone(one))) known += 1;
      expect(contentsOf([structuredClone(one)])).toEqual(convertedOf([structuredClone(one)]));
    }),
    { ...runs(80), seed: 1 },
  );
  expect(known).toBeGreaterThan(10);
});

test('a paragraph that is written by the short way is what the library writes', () => {
  let known = 0;
  fc.assert(
    fc.property(paragraph, fc.constantFrom(escapeText, escapeAll), (one, escape) => {
      const content = contentsOf([one]).flat() as Paragraph[];
      const short = plainMarkdown(content, escape);
      if (short === undefined) return;
      known += 1;
      expect(short).toBe(libraryWriter(escape, false).stringify({ type: 'root', children: content }).trim());
    }),
    { ...runs(80), seed: 1 },
  );
  expect(known).toBeGreaterThan(10);
});
