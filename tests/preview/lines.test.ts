import { fileFinder } from '../../src/preview/files.js';
import { factsOf, outlineOf } from '../../src/preview/facts.js';
import { readTemplates } from '../../src/io/templates.js';
import { folder, FRONT, type Folder } from './place.js';

let here: Folder;
beforeEach(() => {
  here = folder();
});
afterEach(() => {
  here.remove();
});

/** The lines of a page's elements, each by its first words. */
async function linesOf(id: string): Promise<Record<string, number>> {
  const edition = await here.edition();
  const page = outlineOf(await here.state()).pages.find((one) => one.id === id);
  const file = fileFinder(await readTemplates())(edition, page?.href ?? '');
  const found = String(file?.body).matchAll(/<(\w+)[^>]* data-line="(\d+)"[^>]*>(?:<[^>]*>)*([^<]*)/gu);
  return Object.fromEntries(
    [...found].map(([, name = '', line, text = '']) => [`${name} ${text}`, Number(line)]),
  );
}

test('each paragraph, heading, cell and picture has the line that it begins in', async () => {
  here.write({
    'ferry/book.md': FRONT,
    'ferry/01-one.md': [
      '# One',
      '',
      '"Yes," she said.^[A note.]',
      '',
      '"No."',
      '',
      '## Then',
      '',
      '"No."',
      '',
      '* * *',
      '',
      '- An item',
      '- Another',
      '',
      '| Head | Cell |',
      '|---|---|',
      '| left | right |',
      '',
      "*All* in italics -- it's so.",
      '',
    ].join('\n'),
  });
  expect(await linesOf('one')).toMatchObject({
    'h1 One': 1,
    'p \u201CYes,\u201D she said.': 3,
    'h2 Then': 7,
    'li An item': 13,
    'li Another': 14,
    'td left': 18,
    'td right': 18,
    'p All': 20,
  });
  // Equal texts are told apart by their order.
  const edition = await here.edition();
  const body = String(fileFinder(await readTemplates())(edition, 'text/one.xhtml')?.body);
  expect([...body.matchAll(/data-line="(\d+)"[^>]*>\u201CNo/gu)].map(([, line]) => line)).toEqual(['5', '9']);
});

test('a message and a mark know their page, and an edit its place', async () => {
  here.write({
    'ferry/book.md': FRONT,
    'ferry/01-one.md': '# One\n\nWords.\n',
    'ferry/02-two.md': '# Two\n\nMore words and [a link](gone.md).\n',
  });
  const before = await here.state();
  const facts = factsOf(before, here.cwd);
  expect(facts.messages).toContainEqual(
    expect.objectContaining({ path: 'manuscripts/ferry/02-two.md', line: 3, page: 'two' }),
  );
  expect(facts.chapters.map(({ id, words }) => [id, words])).toEqual([
    ['one', 1],
    ['two', 5],
  ]);
  expect(facts.edited).toBeUndefined();
  here.write({ 'ferry/02-two.md': '# Two\n\nMore words and [a link](gone.md).\n\nAnd more.\n' });
  const after = await here.state(before);
  expect(factsOf(after, here.cwd).edited).toMatchObject({
    path: 'manuscripts/ferry/02-two.md',
    page: 'two',
    line: 4,
  });
  expect(outlineOf(after).version).toBe(2);
});

test('a broken book keeps its last edition', async () => {
  here.write({ 'ferry/book.md': FRONT, 'ferry/01-one.md': '# One\n\nWords.\n' });
  const before = await here.state();
  here.write({ 'ferry/book.md': '---\ntitle: [\n---\n' });
  const broken = await here.state(before);
  const outline = outlineOf(broken);
  expect(outline).toMatchObject({ isBroken: true, title: 'The Ferry' });
  expect(outline.problems[0]).toMatchObject({ severity: 'error', path: 'manuscripts/ferry/book.md' });
  here.remove();
  expect(outlineOf(await here.state(broken))).toMatchObject({ isBroken: true, title: 'The Ferry' });
});
