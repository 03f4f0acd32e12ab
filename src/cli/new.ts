/** `octavo new`. */
import { join } from 'node:path';
import { newBook } from '../io/scaffold.js';
import { slug } from '../slug.js';
import { EXIT, type Action } from './program.js';
import { terminal } from './terminal.js';

export const newCommand: Action = async ([name = ''], flags) => {
  if (name.trim() === '') {
    terminal.error('octavo: Unexpected empty name, expected the title of the book');
    return EXIT.usage;
  }
  const folder = join(String(flags.manuscripts), slug(name));
  const files = await newBook({ folder, title: name.trim(), year: new Date().getFullYear() });
  if (!files) {
    terminal.error(`octavo: Unexpected folder \`${folder}\`: it is there already, and nothing was changed`);
    return EXIT.usage;
  }
  if (!flags.quiet) {
    for (const file of files) terminal.print(file);
    terminal.error(`Write in ${join(folder, '01-first-chapter.md')}, then run \`octavo build ${folder}\`.`);
  }
  return EXIT.clean;
};
