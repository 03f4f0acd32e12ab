/** The folder that a new book starts in. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { madeFolder } from './repository.js';

interface NewBook {
  folder: string;
  title: string;
  /** For the date and the rights. */
  year: number;
}

/** Writes a book's first files and returns their paths; nothing, where the folder is there already. */
export async function newBook({ folder, title, year }: NewBook): Promise<string[] | undefined> {
  if (!(await madeFolder(folder))) return undefined;
  const files = Object.entries(contents(title, year));
  for (const [name, text] of files) await writeFile(join(folder, name), text, { flag: 'wx' });
  return files.map(([name]) => join(folder, name));
}

const contents = (title: string, year: number): Record<string, string> => ({
  'book.md': `---
${stringify({ title }).trim()}
author: Your Name
language: en
date: ${String(year)}
rights: © ${String(year)} Your Name
---

What the book is about, in a few sentences. Shops and e-readers show this.
`,
  'dedication.md': `For whom you like,
line by line
`,
  '01-first-chapter.md': `# The First Chapter

"Type quotes straight," she said -- "and dashes as you please..."

* * *

A row of stars makes a break. *Stars round words* make italics. The next file, \`02-...md\`, is the next chapter.
`,
});
