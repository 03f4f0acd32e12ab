/** Folders that came out wrong once: an empty heading, a text's extension in a title, rows that are no table. */
import { makeOf, textOf, told } from './books.js';

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

test('Leanpub’s marks of matter are no files, and its formulas are formulas', async () => {
  const made = await makeOf({
    'Book.txt': '{frontmatter}\none.md\nmainmatter:\ntwo.md\n{Backmatter}\nnot there.md\n',
    'one.md': `# One\n\nLet {$$}A{/$$} cost $5 and $6, or \`$x\`, where\n{$$}x +\ny{/$$}.\n\nW> It is {$$}b{/$$}, $7.\n`,
    'two.md': `# Two\n\nThus:\n{$$}\n\\frac{1}{2} {i: 3}\n{/$$}\n\nand so $8 of $9.\n`,
  });
  expect(made.toc).toEqual(['One → one', 'Two → two']);
  expect(told(made).filter((line) => line.startsWith('error'))).toEqual([
    'error folders:missing book/Book.txt:6:1',
  ]);
  expect(made.messages.find(({ id }) => id === 'folders:missing')?.reason).toContain('`not there.md`');
  const [one, two] = ['one', 'two'].map((id) => textOf(made, id));
  for (const text of ['Let A cost $5 and $6, or $x, where', 'It is b, $7.']) expect(one).toContain(text);
  expect(one).not.toContain('{');
  expect(two).toContain('12');
  expect(two).toContain('$8 of $9');
  const maths = made.stages?.documents?.map(
    ({ body }) => JSON.stringify(body).match(/"tagName":"math"/g)?.length,
  );
  expect(maths?.filter(Boolean)).toEqual([3, 1]);
});
