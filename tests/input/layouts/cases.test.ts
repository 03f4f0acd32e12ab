/** Folders that came out wrong once: an empty heading, a text's extension in a title, rows that are no table. */
import { makeOf, told } from './books.js';

const TEXT = 'The mill stood by the sluice.\n';

test('a heading of the back matter with nothing under it holds no chapters', async () => {
  const { toc } = await makeOf({
    'title.txt': '% The Mill\n% Bea Holt\n',
    '01-wheel.md': `# The Wheel\n\n${TEXT}`,
    '02-sources.md': '# Bibliography\n',
    '03-race.md': `# The Race\n\n${TEXT}`,
  });
  expect(toc).toEqual(['The Wheel → wheel', 'Bibliography → sources', 'The Race → race']);
});

test('a text that is called after its file is called so without the extension; no rows are told of twice', async () => {
  const made = await makeOf({
    'Book.txt': 'notice.txt\nVersion 1.5.md\none.md\n',
    'notice.txt': TEXT,
    'Version 1.5.md': TEXT,
    'one.md': `# One\n\n| Wheel |\n|---|---|\n| oak | elm |\n`,
  });
  expect(made.toc.map((line) => line.replace(/ → .*/, ''))).toEqual(['Notice', 'Version 1.5', 'One']);
  expect(told(made).filter((line) => line.includes('markdown:'))).toEqual([
    'warning markdown:table book/one.md:3:1',
  ]);
});
