import { assemble } from '../src/book/assemble.js';
import { compose } from '../src/compose/index.js';
import * as octavo from '../src/index.js';
import { packageBook } from '../src/package/index.js';
import { typeset } from '../src/typography/index.js';
import { folderBook, manuscript } from './parsed.js';

test('the public API: a change here is a change of version', () => {
  expect(Object.keys(octavo).sort()).toEqual([
    'build',
    'check',
    'defineConfig',
    'epub',
    'findBooks',
    'formatMessage',
    'kepub',
    'loadConfig',
    'localeOf',
    'readTemplates',
    'runStages',
    'sortMessages',
  ]);
});

test('the stages make a book in memory', async () => {
  const parsed = folderBook([manuscript('01-one.md', '# One\n\n"Rain," she said.')], { title: 'Rain' });
  const { value: set } = typeset(parsed);
  const { value: book } = assemble(set, octavo.localeOf('en'));
  const composed = compose(book, new Map()).value;
  const made = packageBook(book, composed, { styles: [{ href: 'style.css', css: '' }] });
  const bytes = await octavo.epub.write(made, await octavo.readTemplates());
  const { messages } = await octavo.check(bytes, { path: 'rain.epub' });
  expect(messages).toEqual([]);
});

test('the input is left as it was', () => {
  const parsed = folderBook([manuscript('01-one.md', '# One\n\n"Rain--" she said...')], { title: "Ann's" });
  const before = structuredClone(parsed);
  const { value: book } = assemble(typeset(parsed).value, octavo.localeOf('en'));
  compose(book, new Map());
  expect(parsed).toEqual(before);
});
