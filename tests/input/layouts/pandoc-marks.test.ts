/** Marks of pandoc's that no other Markdown has. */
import { linesOf } from '../../../src/input/layouts/lines.js';
import { fromPandoc } from '../../../src/input/layouts/pandoc-marks.js';
import { remarks } from '../../../src/input/layouts/remarks.js';

const read = (text: string): string =>
  fromPandoc(linesOf(text), { rel: 'a.md', path: 'a.md' }, remarks())
    .map((line) => line.text)
    .join('\n');

test.each([
  ['In 1903--07 the Leeds--Hull line ran', 'In 1903–07 the Leeds–Hull line ran'],
  ['he went---or so Dr.\\ Marsh said---home', 'he went—or so Dr.\u00A0Marsh said—home'],
  ['he went --- home', 'he went — home'],
  ['run `npm --quiet`', 'run `npm --quiet`'],
  ['See ![it](a.png){.icon width=50% data-x=y}', 'See ![it](a.png){.icon width=50%}'],
  ['One.\\\ntwo.\\\n\n- a\\\n- b\\\\\n- c\\', 'One.\\\ntwo.\n\n- a\n- b\\\\\n- c'],
  ['See [it](a.html){target=_blank}', 'See [it](a.html)'],
  ['| a | b |\n|---|--:|', '| a | b |\n|---|--:|'],
  ['Title\n-----\n\n---\n\n<!-- a note -->', 'Title\n-----\n\n---\n\n<!-- a note -->'],
])('%j', (typed, expected) => {
  expect(read(typed)).toBe(expected);
});

test.each([
  ['![Gulls by *day*](a.png)', ':::figure\n![Gulls by *day*](a.png)\n\nGulls by *day*\n:::\n'],
  ['![Gulls[^1]](a.png)', ':::figure\n![Gulls[^1]](a.png)\n\nGulls[^1]\n:::\n'],
  ['![Gulls](a.png)\\', '![Gulls](a.png)'],
  ['![](a.png)', '![](a.png)'],
  ['See ![Gulls](a.png) there.', 'See ![Gulls](a.png) there.'],
  ['```\n\n![Gulls](a.png)\n\n```', '```\n\n![Gulls](a.png)\n\n```'],
  ['| a |\n|---|\n| 1 |\n\n: Boats', ':::figure\n| a |\n|---|\n| 1 |\n\nBoats\n:::\n'],
  ['| a |\n|---|\n| 1 |\n\nTable: Boats', ':::figure\n| a |\n|---|\n| 1 |\n\nBoats\n:::\n'],
  ['Ferry\n\n: A boat.', 'Ferry\n\n: A boat.'],
])('caption of %j', (typed, expected) => {
  expect(read(typed)).toBe(expected);
});

test('a figure within a div ends before the div does', () => {
  expect(read('::: {.aside}\n\n![Gulls](a.png)\n\n:::')).toBe(
    '::::aside\n\n:::figure\n![Gulls](a.png)\n\nGulls\n:::\n\n\n::::',
  );
});
