import { parseMarkdown } from '../src/input/markdown.js';
import { plainTitle } from '../src/text/titles.js';

const titleOf = (markdown: string): string =>
  plainTitle(parseMarkdown(`# ${markdown}`, { path: 'a.md', line: 1, offset: 0 }).value.children[0]);

test.each([
  ['The Year <em>One</em><br>or Two', 'The Year One or Two'],
  ['H<sub>2</sub>O', 'H2O'],
  ['3 &lt; 5 <i>is</i> true', '3 < 5 is true'],
  ['Ash<!-- not this -->', 'Ash'],
  ['<ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>へ', '東京へ'],
  ['![The Crab](a.png)', 'The Crab'],
  ['<img src="a.png" alt="The Crab">', 'The Crab'],
  ['![A heart](a.png) Beats', 'Beats'],
  ['The End[^1]', 'The End[^1]'],
  ['![](a.png)', ''],
])('%s', (markdown, title) => {
  expect(titleOf(markdown)).toBe(title);
});

test('lines of a title are words of it', () => {
  const tree = parseMarkdown('Of Rope\\\nand *Sand*\n===', { path: 'a.md', line: 1, offset: 0 }).value;
  expect(plainTitle(tree.children[0])).toBe('Of Rope and Sand');
});
