/**
 * The options of the commands: one table for the flags, their help and their checks.
 * An option is a row here; the commands that take it are named in the row. Commands stand in the order of the work.
 */

import { MANUSCRIPTS, OUT } from './folders.js';
import { FORMATS } from './formats.js';

export type Command =
  | 'new'
  | 'import'
  | 'build'
  | 'proof'
  | 'check'
  | 'sideload'
  | 'serve'
  | 'send'
  | 'diff'
  | 'release'
  | 'verify';

export interface Option {
  /** As commander takes it: `-o, --out <folder>`. */
  flags: string;
  description: string;
  commands: readonly Command[];
  /** Shown in the help and used where the flag is not given. */
  fallback?: string;
  choices?: readonly string[];
  /** Whether several of the choices may be given, separated by commas. */
  several?: boolean;
}

/** Boundaries between the stages that `--to` prints. */
const BOUNDARIES = ['mdast', 'hast', 'package'] as const;
export type Boundary = (typeof BOUNDARIES)[number];

// prettier-ignore
const OPTIONS: readonly Option[] = [
  // Of several commands.
  { flags: '-o, --out <folder>', description: 'where the ebooks go', commands: ['build', 'sideload', 'send', 'release'], fallback: OUT },
  { flags: '-m, --manuscripts <folder>', description: 'where the manuscripts are', commands: ['new', 'build', 'proof', 'sideload', 'send', 'diff', 'release', 'verify'], fallback: MANUSCRIPTS },
  { flags: '-t, --theme <theme>', description: 'the look of the books: a name, or a folder with a theme.css', commands: ['build', 'sideload', 'send'] },
  { flags: '--strict', description: 'fail on warnings too', commands: ['build', 'check', 'release'] },
  { flags: '--repo', description: 'make a whole repository: the book, a workflow that builds it, a README', commands: ['new'] },
  { flags: '-b, --book <name>', description: 'make all stories chapters of one book of this title', commands: ['import'] },
  { flags: '--into <folder>', description: 'where the manuscripts go', commands: ['import'], fallback: MANUSCRIPTS },
  { flags: '-n, --dry-run', description: 'show what was decided, and write nothing', commands: ['import'] },
  { flags: '-i, --interactive', description: 'ask about each line that is not sure', commands: ['import'] },
  { flags: '--html [page]', description: 'write a page that shows what each line was read as, and takes your answers', commands: ['import'] },
  { flags: '--decisions <file>', description: 'take lines for what this file says they are', commands: ['import'] },
  { flags: '--force', description: 'write over manuscripts that are there already', commands: ['import'] },
  { flags: '--restore', description: 'bring lines back that an import left out: name its `.import.json`', commands: ['import'] },
  { flags: '--line <numbers>', description: 'which lines to bring back, as the file counts them: `3,7-9`', commands: ['import'] },
  { flags: '-a, --all', description: 'bring every line back', commands: ['import'] },
  { flags: '-f, --format <formats>', description: 'what the books are written as, e.g. epub,kepub', commands: ['build'], choices: FORMATS, several: true },
  { flags: '--check', description: 'validate each book and prove its text before it is written', commands: ['build'] },
  { flags: '--to <stage>', description: 'print what a stage hands on, as JSON, and write nothing', commands: ['build'], choices: BOUNDARIES },
  { flags: '--html <file>', description: 'write the whole book with every change marked, as a page for the browser', commands: ['proof'] },
  { flags: '--text <epub>', description: 'prove that a finished EPUB holds the letters of its manuscripts', commands: ['proof'] },
  { flags: '-a, --all', description: 'list the sure changes too', commands: ['proof'] },
  { flags: '-r, --rule <id>', description: 'list the changes of one rule', commands: ['proof'] },
  { flags: '--strict', description: 'fail where a mark is unsure', commands: ['proof'] },
  { flags: '--kindle', description: 'tell too what Kindles and their shop refuse or show wrongly', commands: ['check'] },
  { flags: '--kobo', description: 'the same for Kobo', commands: ['check'] },
  { flags: '--apple', description: 'the same for Apple Books', commands: ['check'] },
  { flags: '--java', description: 'demand the official EPUBCheck, which needs Java', commands: ['check'] },
  { flags: '--no-java', description: 'use the built-in validator alone', commands: ['check'] },
  { flags: '--to <folder>', description: 'put the books into a folder, on a device or not; `remarkable` is the tablet', commands: ['sideload'] },
  { flags: '--device <name>', description: 'which e-reader, where there are several: its name, label or path', commands: ['sideload'] },
  { flags: '--format <format>', description: 'what to put there, instead of what the device reads best', commands: ['sideload'], choices: ['epub', 'kepub', 'azw3'] },
  { flags: '--list', description: 'list the e-readers that are connected, and do nothing', commands: ['sideload'] },
  { flags: '--eject', description: 'eject the device when all books are on it', commands: ['sideload'] },
  { flags: '--dry-run', description: 'say what would be put on the device, and write nothing', commands: ['sideload'] },
  { flags: '--host <address>', description: 'where to listen; 0.0.0.0 offers the books to every device in your network', commands: ['serve'], fallback: '127.0.0.1' },
  { flags: '-p, --port <number>', description: 'the port; without it the first free one from 8000 on', commands: ['serve'] },
  { flags: '--to <address>', description: 'who gets the books: `name@kindle.com`, or anybody', commands: ['send'] },
  { flags: '--from <address>', description: 'your own address; without it the user of your mail server', commands: ['send'] },
  { flags: '--insecure', description: 'send, and log in, without encryption where the server has none', commands: ['send'] },
  { flags: '--dry-run', description: 'check, and say what would be sent; write and send nothing', commands: ['send'] },
  { flags: '--html <file>', description: 'write the text with the changes marked in it, as a page for the browser', commands: ['diff'] },
  { flags: '--exit-code', description: 'exit with 1 where the editions differ', commands: ['diff'] },
  { flags: '--tag <tag>', description: 'the tag of the release; without it, the one that is checked out', commands: ['release'] },
  { flags: '--format <formats>', description: 'what to release', commands: ['release'], fallback: 'epub,kepub', choices: FORMATS, several: true },
  { flags: '--since <path>', description: 'the edition before, for the notes: a file, a folder, `latest` on the host, `none`', commands: ['release'] },
  { flags: '--no-checksums', description: 'leave out SHA256SUMS', commands: ['release'] },
  { flags: '--attach', description: 'attach the files to the release on GitHub', commands: ['release'] },
  { flags: '--draft', description: 'leave the release a draft', commands: ['release'] },
  { flags: '--replace', description: 'put new files in the place of those of a published release', commands: ['release'] },
  { flags: '--dry-run', description: 'send nothing, and say what would be sent', commands: ['release'] },
  // What is said: last in each command's help.
  { flags: '--json', description: 'print the result as JSON', commands: ['import', 'build', 'proof', 'check', 'sideload', 'send', 'diff', 'release', 'verify'] },
  { flags: '-q, --quiet', description: 'say nothing but errors', commands: ['new', 'import', 'build', 'proof', 'check', 'sideload', 'send', 'diff', 'release', 'verify'] },
  { flags: '-v, --verbose', description: 'say also what was left out, what could be given, and all of many messages of one kind', commands: ['import', 'build', 'proof', 'check', 'sideload', 'send', 'diff', 'release', 'verify'] },
  { flags: '--json', description: 'print where the books are, as JSON on one line', commands: ['serve'] },
  { flags: '-q, --quiet', description: 'print the address alone, and errors', commands: ['serve'] },
  { flags: '-v, --verbose', description: 'say what is asked for', commands: ['serve'] },
];

/** The rows for a command, in order. */
export const optionsOf = (command: Command): Option[] =>
  OPTIONS.filter((option) => option.commands.includes(command));
