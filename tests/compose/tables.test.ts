import { book, print, section } from './book.js';

const tableOf = (rows: string[]): string => {
  const { xhtml } = print(book([section('a.md', `# A\n\n${rows.join('\n')}`)]), new Map());
  return Object.values(xhtml).join('').replaceAll('\n', '');
};

test('columns whose words are too long for any size break, and the words of no other', () => {
  const long = 'antidisestablishmentarianism'.repeat(2);
  const html = tableOf(['| Name | Type | Text |', '|---|---|---|', `| option | boolean | ${long} |`]);
  expect(html).toContain('<table class="wide wider widest">');
  expect(html).toContain(`<td>option</td><td>boolean</td><td class="breaks">${long}</td>`);
});

test('where all words stand side by side, none breaks', () => {
  expect(tableOf(['| a | b |', '|---|---|', '| 1 | 2 |'])).not.toMatch(/breaks|wide/);
});

test('a row with more cells than the head keeps them', () => {
  expect(tableOf(['| a |', '|---|', '| 1 | 2 |'])).toContain('<td>1</td><td>2</td>');
});
