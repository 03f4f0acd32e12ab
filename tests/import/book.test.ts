/** What an import writes into front matter stands in the finished book, each in its place, and the build is content. */
import { toString } from 'mdast-util-to-string';
import { draftsOf, planImport } from '../../src/import/index.js';
import { runStages } from '../../src/pipeline/stages.js';
import type { RawFile } from '../../src/types.js';
import { source } from './sources.js';

const RAW = `Title: Slack Water
Author: Ines Calloway
Fandom: The Harbour Papers
Rating: General
Characters: Marguerite, the constable
Summary: A piano is found where the sea was.
Warnings: drowned hats, one of them twice.
Disclaimer: I own none of the harbour.

A/N: For Petra, who lent me her boat. Thanks to Jo for the commas! I wrote this chapter on a train.

The tide had gone out further than anybody on the quay could remember, and it had taken the boats with it.

By noon there were forty people on the sand, picking up spoons and anchors and one piano.

A/N: The next chapter comes on Friday, please review!

Glossary:
slack water = the hour between two tides
quay = where boats are tied
`;

const file = (rel: string, bytes: Uint8Array): RawFile => ({ path: rel, rel, bytes });

async function bookOf(raw: string) {
  const plan = await planImport([source('raw.txt', raw)]);
  const pages = draftsOf(plan.stories, { into: 'b' }).filter(({ path }) => path.endsWith('.md'));
  const about = new TextEncoder().encode('---\ntitle: Slack Water\ncover: false\nfonts: false\n---\n');
  const files = [file('book.md', about), ...pages.map(({ path, bytes }) => file(path.slice(2), bytes))];
  return runStages({ name: 'b', path: 'b', root: import.meta.dirname, single: false, files });
}

const { documents = [], messages } = await bookOf(RAW);
const story = documents.find(({ id }) => id === 'slack-water');
const text = toString(story?.body ?? { type: 'root', children: [] }).replaceAll(/\s+/g, ' ');

test('the build has nothing to warn of', () => {
  expect(messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test('each key stands in its place', () => {
  const order = [
    'A piano is found',
    'drowned hats',
    'I wrote this chapter on a train',
    'The tide had gone out',
    'one piano',
    'The next chapter comes on Friday',
    'Thanks to Jo',
    'I own none of the harbour',
    'the hour between two tides',
    'The Harbour Papers',
    'General',
    'Marguerite',
  ].map((words) => [words, text.indexOf(words)] as const);
  expect(order.filter(([, at]) => at < 0)).toEqual([]);
  expect(order.map(([words]) => words)).toEqual(
    [...order].sort((a, b) => a[1] - b[1]).map(([words]) => words),
  );
});

test('the dedication is a page of its own', () => {
  const page = documents.find(({ kind }) => kind.kind === 'dedication');
  expect(page && toString(page.body)).toContain('For Petra, who lent me her boat.');
  expect(text).not.toContain('Petra');
});
