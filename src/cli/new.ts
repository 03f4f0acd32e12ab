/** `octavo new`. */
import { join } from 'node:path';
import { MANUSCRIPTS } from '../config/folders.js';
import { newRepository } from '../io/repository.js';
import { newBook } from '../io/scaffold.js';
import { fileSlug } from '../text/slug.js';
import { EXIT, type Action } from './command.js';
import { asTyped, terminal } from './terminal.js';

export const newCommand: Action = async ([name = ''], flags) => {
  const title = name.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  if (title === '') {
    terminal.error('octavo: The book needs a title: `octavo new "The Lamp Room"`');
    return EXIT.usage;
  }
  if (flags.repo && flags.manuscripts !== MANUSCRIPTS) {
    terminal.error(
      'octavo: `--manuscripts` does not go with `--repo`, which makes a folder for them in the repository',
    );
    return EXIT.usage;
  }
  const book = { title, slug: fileSlug(title), year: new Date().getFullYear() };
  const folder = flags.repo ? book.slug : join(String(flags.manuscripts), book.slug);
  const files = await (flags.repo
    ? newRepository({ folder, ...book, npm: npmIn(process.env) })
    : newBook({ folder, ...book }));
  if (!files) {
    terminal.error(`octavo: The folder \`${folder}\` exists already; nothing was changed`);
    return EXIT.usage;
  }
  if (!flags.quiet) {
    for (const file of files) terminal.print(file);
    terminal.error(
      flags.repo
        ? `Next: \`cd ${folder}\`, \`npm install\`, \`npm run build\`. ${join(folder, 'README.md')} says the rest.`
        : asTyped(`Write in ${join(folder, '01-first-chapter.md')}, then run \`octavo build ${folder}\`.`),
    );
  }
  return EXIT.clean;
};

/** The npm that runs this command, as it tells its scripts, or else the one on the PATH. */
const npmIn = ({ npm_execpath: npm }: NodeJS.ProcessEnv): [string, ...string[]] =>
  npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
