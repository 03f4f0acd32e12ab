import * as octavo from '../src/index.js';
import { folderBook, manuscript } from './parsed.js';

test('the public API: a change here is a change of version', () => {
  expect(Object.keys(octavo).sort()).toEqual([
    'assemble',
    'build',
    'check',
    'checkWithJava',
    'compose',
    'defineConfig',
    'drawCover',
    'drawTitle',
    'epub',
    'findBooks',
    'findJava',
    'formatMessage',
    'imageRequests',
    'kepub',
    'loadConfig',
    'localeOf',
    'openScaler',
    'packageBook',
    'parse',
    'read',
    'readAssets',
    'readTemplates',
    'readTheme',
    'runStages',
    'sortMessages',
    'typeset',
  ]);
});

test('the stages make a book in memory', async () => {
  const parsed = folderBook([manuscript('01-one.md', '# One\n\n"Rain," she said.')], { title: 'Rain' });
  const { value: set } = octavo.typeset(parsed);
  const { value: book } = octavo.assemble(set, octavo.localeOf('en'));
  const composed = octavo.compose(book, new Map()).value;
  const made = octavo.packageBook(book, composed, { styles: [{ href: 'style.css', css: '' }] });
  const bytes = await octavo.epub.write(made, await octavo.readTemplates());
  const { messages } = await octavo.check(bytes, { path: 'rain.epub' });
  expect(messages).toEqual([]);
});

test('the input is left as it was', () => {
  const parsed = folderBook([manuscript('01-one.md', '# One\n\n"Rain--" she said...')], { title: "Ann's" });
  const before = structuredClone(parsed);
  const { value: book } = octavo.assemble(octavo.typeset(parsed).value, octavo.localeOf('en'));
  octavo.compose(book, new Map());
  expect(parsed).toEqual(before);
});
