/** The folder that a new book starts in. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';

interface NewBook {
  folder: string;
  title: string;
  /** For the date and the rights. */
  year: number;
}

/** Writes a book's first files and returns their paths; nothing, where the folder is there already. */
export async function newBook({ folder, title, year }: NewBook): Promise<string[] | undefined> {
  await mkdir(dirname(folder), { recursive: true });
  try {
    await mkdir(folder);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw cause;
  }
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
