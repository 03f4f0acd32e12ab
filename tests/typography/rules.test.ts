import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rules, treeRules } from '../../src/typography/rules/index.js';
import { examplesOf, settle } from './examples.js';

const folder = fileURLToPath(new URL('rules/', import.meta.url));
const pages = readdirSync(folder).map((name) => name.replace(/\.md$/, ''));

test('every rule has its page of examples, and every page its rule', () => {
  const ids = [...rules, ...treeRules].map(({ id }) => id);
  expect([...pages].sort()).toEqual([...ids].sort());
});

describe.each(pages)('%s', (page) => {
  const examples = examplesOf(`rules/${page}.md`);
  test('has examples', () => {
    expect(examples.length).toBeGreaterThan(0);
  });
  test.each(examples)('$title: $typed', (example) => {
    expect(settle(example)).toBe(example.expected);
  });
});
