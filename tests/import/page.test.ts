/** The page of an import: every line of a text, in its order, with its class in words, and nothing of it as markup. */
import { readdirSync } from 'node:fs';
import type { Element, Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { CLASS_NAMES } from '../../src/import/classify/names.js';
import { importPage } from '../../src/import/page/index.js';
import { planImport, type Class } from '../../src/import/index.js';
import { isReady } from '../../src/import/ready.js';
import { answerKey, hashOf } from '../../src/import/settle.js';
import { FIXTURES, fixture, source } from './sources.js';

const ASSETS = { style: '', script: '"use strict";' };

/** The page of the first of some sources, as a tree; the source's lines. */
async function pageOf(of: ReturnType<typeof source>, answers: Record<string, Class> = {}) {
  const plan = await planImport([of], { answers: new Map(Object.entries(answers)) });
  const [reading] = plan.readings;
  if (!reading) throw new Error(`There is no reading of ${of.name}`);
  const html = importPage(
    { reading, stories: plan.stories, decisions: 'd.json', command: 'octavo import' },
    ASSETS,
  );
  return { html, tree: raw({ type: 'root', children: [{ type: 'raw', value: html }] }) as Root, reading };
}

const elements = (node: Nodes, found: Element[] = []): Element[] => {
  if (node.type === 'element') found.push(node);
  if ('children' in node) for (const child of node.children) elements(child as Nodes, found);
  return found;
};
const textOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
const linesOf = (tree: Root) =>
  elements(tree)
    .filter(({ properties }) => (properties['className'] as string[] | undefined)?.includes('line'))
    .map((line) => {
      const [text, label] = line.children.filter((child) => child.type === 'element');
      return { text: textOf(text as Nodes), label: textOf(label as Nodes), id: line.properties['id'] };
    });

const KILN = source(
  'kiln.txt',
  `The Kiln
by Tyler S

977 32 16

A/N: For Ann, who kept the fire. Thanks to my beta.

The kiln had been cold since the second frost, and the village ate from wooden bowls.

~*~

<b>"Bowls" & plates</b> <script>alert(1)</script>
`,
);

test('a line has its text, its class in words and how sure that is', async () => {
  const { tree, html } = await pageOf(KILN);
  const found = linesOf(tree);
  expect(found.map(({ label }) => label.replaceAll('\u00A0', ' '))).toEqual([
    'Line 1: title',
    'Line 2: author',
    'Line 4: boilerplate',
    'Line 6: author’s note',
    'Line 8: story',
    'Line 10: scene break 95 %',
    'Line 12: story',
  ]);
  expect(found.at(-1)?.text).toBe('<b>"Bowls" & plates</b> <script>alert(1)</script>');
  expect(html).toContain('dedication <a href="#l6" lang="en">line 6</a>');
  expect(html).toContain(hashOf(KILN));
});

test('an answer is said, and is no question any more', async () => {
  const { html } = await pageOf(KILN, { 'kiln.txt:12': 'furniture' });
  expect(html).toContain('<b>boilerplate</b> <small>your answer</small>');
});

test('a text without a story is shown, so that its author can say what is one', async () => {
  const { tree, html } = await pageOf(source('none.txt', 'Skip header\n\nNext Chapter\n\nReport story\n'));
  expect(linesOf(tree).map(({ text }) => text)).toEqual(['Skip header', 'Next Chapter', 'Report story']);
  expect(html).toContain('No story was found');
});

test('several lines of markup on one line have names of their own', async () => {
  const { tree } = await pageOf(source('a.html', '<p>One came.</p><p>Two came.</p><p>Three came.</p>'));
  expect(linesOf(tree).map(({ id }) => id)).toEqual(['l1', 'l1-2', 'l1-3']);
});

test('the script that takes answers says every class as the page does', async () => {
  const { html } = await pageOf(KILN);
  const data = JSON.parse(/id="data">(.*?)<\/script>/.exec(html)?.[1] ?? '') as {
    words: Record<string, string>;
    letters: Record<string, string>;
  };
  for (const { class: of, letter, words } of CLASS_NAMES) {
    expect(data.words[of]).toBe(words);
    expect(data.letters[letter]).toBe(of);
    expect(html).toContain(`value="${of}"`);
  }
});

test('a manuscript has no lines to decide on: that is said', async () => {
  const ready = source('kiln.md', '---\ntitle: The Kiln\n---\n\nCold.\n');
  const { stories, messages } = await planImport([ready], {
    answers: new Map<string, Class>([[answerKey('kiln.md', 5), 'furniture']]),
  });
  expect(stories).toEqual([]);
  expect(messages.map(({ id }) => id)).toEqual(['import:ready']);
  expect((await planImport([ready])).messages).toEqual([]);
});

const NAMES = readdirSync(FIXTURES)
  .sort()
  .filter((_, index) => index % 5 === 0);

test.each(NAMES)('%s: every block is on its page, in order, once', async (name) => {
  for (const of of fixture(name)) {
    const plan = isReady(of) ? undefined : await planImport([of]);
    if (!plan?.readings[0]) continue;
    const { tree, reading } = await pageOf(of);
    const found = linesOf(tree);
    const lf = (text: string) => text.replaceAll(/\r\n?/g, '\n');
    expect(found.map(({ text }) => lf(text))).toEqual(
      reading.lines.map(({ decision }) => lf(decision.block.text)),
    );
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  }
});
