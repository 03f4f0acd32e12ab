/** Books of bookdown: the order, the parts, and the marks of R Markdown. */
import { linksOf, makeOf, textOf, told } from './books.js';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const INDEX = `--- 
title: "The Weir"
author: "Bea Holt"
date: "\`r Sys.Date()\`"
site: bookdown::bookdown_site
bibliography: [book.bib, packages.bib]
---

# Preface {-}

Read Chapter \\@ref(gate), Section \\@ref(the-old-lock) and \\@ref(nowhere).
`;

const GATE = `# (PART) Stone and *Water* {-}

# The Gate {#gate}

See Figure \\@ref(fig:lock), Table \\@ref(tab:boats), equation \\@ref(eq:flow) and the code \`\\@ref(fig:lock)\`.

(ref:lock-cap) The lock, **by day**

\`\`\`{r lock, echo=FALSE, out.width='50%', fig.cap="(ref:lock-cap)", fig.alt="A gate"}
knitr::include_graphics("images/lock.png")
\`\`\`

Table: (\\#tab:boats) Boats

| boat | day |
|------|-----|
| one  | Mon |

\\begin{equation}
  q = a v
  (\\#eq:flow)
\\end{equation}

\`\`\`{r eval=FALSE}
shown()
\`\`\`

\`r if (latex) '<!--'\`

\`\`\`{block2, type='rmdtip'}
Mind the *gate*.
\`\`\`

## The *Old* Lock

Text.
`;

const files = (settings: string): Record<string, string | Uint8Array> => ({
  '_bookdown.yml': settings,
  'index.Rmd': INDEX,
  '01-gate.Rmd': GATE,
  '02-rope.Rmd': '# The Rope\n\nRope. [@lee]\n',
  '03-back.Rmd': '# (APPENDIX) Appendix {-}\n\n# Tables\n\nText.\n',
  '_notes.Rmd': '# Not this\n\nText.\n',
  'README.md': '# Not this\n\nText.\n',
  'book.bib': '@book{lee, author = {Lee, Ann}, title = {Rope}, year = 2020}\n',
  'images/lock.png': PIXEL,
});

test('chapters stand in the order of their names, in the parts that they open', async () => {
  const made = await makeOf(files('book_filename: weir\n'));
  expect(made.stages?.book?.metadata).toMatchObject({ title: 'The Weir', authors: [{ name: 'Bea Holt' }] });
  expect(made.toc.slice(0, 5)).toEqual([
    'Preface → introduction',
    'Stone and Water → stone-and-water',
    '  The Gate → gate',
    '  The Rope → rope',
    'Tables → back',
  ]);
  expect(made.faults).toEqual([]);
  expect(told(made).filter((line) => line.startsWith('error'))).toEqual([]);
  expect(made.messages.find(({ id }) => id === 'folders:not-run')?.reason).toContain('`packages.bib`');
});

test('references, captions kept apart, equations, pictures that a cell shows, boxes', async () => {
  const made = await makeOf(files('book_filename: weir\n'));
  expect(textOf(made, 'introduction')).toContain(
    'Read Chapter “The Gate”, Section “The Old Lock” and @ref(nowhere).',
  );
  expect(linksOf(made, 'introduction')).toEqual(['gate.xhtml#gate', 'gate.xhtml#the-old-lock']);
  const gate = textOf(made, 'gate');
  expect(gate).toContain('See Figure 1, Table 1, equation 1 and the code \\@ref(fig:lock).');
  expect(gate).toContain('Figure 1: The lock, by day');
  expect(gate).toContain('Table 1: Boats');
  expect(gate).toContain('(1)');
  expect(gate).toContain('Mind the gate.');
  expect(gate).toContain('shown()');
  for (const gone of ['(ref:', 'include_graphics', '(\\#', '\\begin', 'latex', 'block2', 'PART'])
    expect(gate).not.toContain(gone);
});

test('`rmd_files` says which texts are chapters, also by format', async () => {
  for (const list of [
    'rmd_files: ["index.Rmd", "./02-rope.Rmd", "gone.Rmd",]',
    'rmd_files:\n  html: ["index.Rmd", "02-rope.Rmd", "gone.Rmd"]',
  ]) {
    const made = await makeOf(files(`${list}\n`));
    expect(made.toc.slice(0, 2)).toEqual(['Preface → introduction', 'The Rope → rope']);
    expect(told(made)).toContain('error folders:missing book/_bookdown.yml:1:1');
  }
});

test('a list that begins with `./` names the same files, in their parts', async () => {
  const made = await makeOf(files('rmd_files: ["./index.Rmd", "./01-gate.Rmd", "./02-rope.Rmd"]\n'));
  expect(made.toc.slice(0, 4)).toEqual([
    'Preface → introduction',
    'Stone and Water → stone-and-water',
    '  The Gate → gate',
    '  The Rope → rope',
  ]);
  expect(textOf(made, 'introduction')).toContain('“The Gate”');
});

test('`echo = FALSE` for all cells hides their code', async () => {
  const made = await makeOf({
    ...files('book_filename: weir\n'),
    '02-rope.Rmd':
      '# The Rope\n\n```{r setup, include=FALSE}\nknitr::opts_chunk$set(echo = FALSE)\n```\n\n```{r}\nhidden()\n```\n\n```{r, echo=TRUE}\nshown()\n```\n',
  });
  expect(textOf(made, 'rope')).toBe('The Ropeshown()');
});
