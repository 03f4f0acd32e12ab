/** A book of Quarto's whose chapters are Markdown, with programs in it or none. */
import { join } from 'node:path';
import { FIXTURES, linksOf, make, makeOf, textOf, told, type Made } from './books.js';

let book: Made;
beforeAll(async () => {
  book = await make(join(FIXTURES, 'quarto-book'));
});

test('has the metadata and the language that `_quarto.yml` gives it, and tells of texts that it does not name', () => {
  expect(book.stages?.book?.metadata).toMatchObject({
    title: 'Das Wehr',
    authors: [{ name: 'Bea Holt' }],
    language: 'de',
  });
  expect(book.messages.find(({ id }) => id === 'folders:unlisted')?.reason).toContain('`notes.md`');
});

test('figures, tables and listings are numbered, and references lead to them from any chapter', () => {
  expect(textOf(book, 'introduction')).toContain('siehe Abbildung 1 und Das Seil.');
  expect(linksOf(book, 'introduction')).toEqual(['gate.xhtml#fig-lock', 'rope.xhtml#sec-rope']);
  expect(textOf(book, 'gate')).toContain('Abbildung 1: Die Schleuse');
  expect(textOf(book, 'gate')).toContain('Abbildung 2: Was darin steht');
  expect(textOf(book, 'rope')).toContain('Tabelle 1: Seile');
  expect(textOf(book, 'tables')).toBe('TafelnSiehe Listing 1.');
});

test('boxes are boxes; of cells the code is shown that Quarto shows', () => {
  const text = textOf(book, 'gate');
  expect(JSON.stringify(book.stages?.documents)).toContain('"callout"');
  expect(text).toContain('shown()');
  for (const gone of ['hidden()', '#|', 'label:', '{python}']) expect(text).not.toContain(gone);
});

test('programs are shown where Quarto shows them, and it is said that they are not run', async () => {
  const made = await makeOf({
    '_quarto.yml':
      'book:\n  title: T\n  author: A\n  chapters:\n    - index.qmd\n    - two.Rmd\n    - three.ipynb\n',
    'index.qmd': '# One\n\nIt is `{python} n`, not `n`.\n\n```{python}\n#| echo: false\nhidden()\n```\n',
    'two.Rmd': '# Two\n\n```{r a, include=FALSE}\ngone()\n```\n\n```{r, fig.cap="B"}\nshown()\n```\n',
    'three.ipynb': '{}',
  });
  const told = made.messages.filter(({ id }) => /^folders:not-/.test(id));
  expect(told.map(({ id, path, place }) => [id, path, place?.line])).toEqual([
    ['folders:not-text', 'book/_quarto.yml', 2],
    ['folders:not-run', 'book/index.qmd', 3],
  ]);
  expect(told[1]?.reason).toMatch(/`\{python\} n`, `\{python\}` \(line 5\), `\{r\}` \(book\/two\.Rmd:7\)$/);
  expect(textOf(made, 'introduction')).toContain('not n.');
  expect(textOf(made, 'introduction')).not.toContain('hidden');
  expect(textOf(made, 'two')).toBe('Twoshown()');
});

test('a chapter without a file is an error at the list', async () => {
  const made = await makeOf({
    '_quarto.yml': 'book:\n  title: T\n  author: A\n  chapters:\n    - one.md\n    - gone.md\n',
    'one.md': '# One\n\nText.\n',
  });
  expect(told(made)).toContain('error folders:missing book/_quarto.yml:2:3');
});

test('shortcodes put texts and values in their place; others stay, with a warning', async () => {
  const made = await makeOf({
    '_quarto.yml':
      'project:\n  type: book\nmetadata-files: [_book.yml, gone.yml]\nexecute:\n  echo: false\nedition: second\n',
    '_book.yml': 'book:\n  title: The Weir\n  author: Bea Holt\n  chapters: [index.qmd]\nlang: en-GB\n',
    '_variables.yml': 'version: 1.2\nmail:\n  info: a@example.org\n',
    'index.qmd':
      '# One\n\nVersion {{< var version >}}, {{< var mail.info >}}, {{< meta edition >}}, {{< meta book.title >}}; {{{< var x >}}}; {{< fa star >}}, {{< var no >}}.\n\n{{< include parts/_a.qmd >}}\n\n{{< pagebreak >}}\n\n```{python}\nhidden()\n```\n\n```{python}\n#| echo: true\n#| label: fig-a\n#| fig-cap: |\n#|   A **bay**\nshown()\n```\n',
    'parts/_a.qmd': 'Included {{< include _b.qmd >}}\n',
    'parts/_b.qmd': 'twice.\n',
  });
  expect(made.stages?.book?.metadata).toMatchObject({ title: 'The Weir', language: 'en-GB' });
  const text = textOf(made, 'introduction');
  expect(text).toContain(
    'Version 1.2, a@example.org, second, The Weir; {{< var x >}}; {{< fa star >}}, {{< var no >}}.',
  );
  expect(text).toContain('Included twice.');
  expect(text).toContain('shown()');
  for (const gone of ['hidden()', 'pagebreak', '#|']) expect(text).not.toContain(gone);
  expect(made.messages.find(({ id }) => id === 'folders:template')?.reason).toMatch(/fa star.*var no/);
  expect(made.faults).toEqual([]);
});

test('settings that name one another are read once', async () => {
  const made = await makeOf({
    '_quarto.yml':
      'project:\n  type: book\nmetadata-files: [a.yml]\nbook:\n  title: T\n  author: A\n  chapters: [one.md]\n',
    'a.yml': 'metadata-files: [_quarto.yml, a.yml]\nlang: de\n',
    'one.md': '# Eins\n\nText.\n',
  });
  expect(made.stages?.book?.metadata.language).toBe('de');
});

test('a picture over several lines, and a label right behind a caption', async () => {
  const made = await makeOf({
    '_quarto.yml': 'book:\n  title: T\n  author: A\n  chapters: [one.qmd]\n',
    'one.qmd':
      '# One\n\nSee @fig-bay and @tbl-a.\n\n![The *wide*\nbay](bay.png){#fig-bay\nwidth="70%" fig-align="center"}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n: Boats{#tbl-a}\n\n![Not a picture\nalone](bay.png) in its lines.\n',
    'bay.png': Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  });
  const text = textOf(made, 'one');
  expect(text).toContain('See Figure 1 and Table 1.');
  expect(text).toContain('Figure 1: The wide bay');
  expect(text).toContain('Table 1: Boats');
  expect(text).not.toContain('{');
  expect(told(made).filter((line) => /directive|reference/.test(line))).toEqual([]);
});
