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
  | 'preview'
  | 'proof'
  | 'check'
  | 'sideload'
  | 'serve'
  | 'send'
  | 'diff'
  | 'release'
  | 'verify'
  | 'enqueue'
  | 'work';

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

/** The screens that a preview shows books on: `templates/preview/devices.js` has their sizes. */
export const DEVICES = ['screen', 'eink', 'phone', 'tablet', 'spread'] as const;

// prettier-ignore
const OPTIONS: readonly Option[] = [
  // Of several commands.
  { flags: '-o, --out <folder>', description: 'where the ebooks go', commands: ['build', 'sideload', 'send', 'release'], fallback: OUT },
  { flags: '-m, --manuscripts <folder>', description: 'where the manuscripts are', commands: ['new', 'build', 'preview', 'proof', 'sideload', 'send', 'diff', 'release', 'verify', 'enqueue'], fallback: MANUSCRIPTS },
  { flags: '-t, --theme <theme>', description: 'how the books look: the name of a theme, or a folder with a theme.css', commands: ['build', 'preview', 'sideload', 'send', 'enqueue'] },
  { flags: '--no-config', description: 'leave octavo.config.mjs, and the plugins that it names, alone', commands: ['build', 'preview', 'proof', 'sideload', 'send', 'diff', 'release', 'verify'] },
  { flags: '--strict', description: 'fail on warnings too', commands: ['build', 'check', 'release', 'enqueue'] },
  { flags: '--repo', description: 'create a whole repository: the book, a workflow that builds it, a README', commands: ['new'] },
  { flags: '-b, --book <name>', description: 'make all the stories chapters of one book with this title', commands: ['import'] },
  { flags: '--into <folder>', description: 'where the manuscripts go', commands: ['import'], fallback: MANUSCRIPTS },
  { flags: '-n, --dry-run', description: 'show what would be decided, and write nothing', commands: ['import'] },
  { flags: '-i, --interactive', description: 'ask about each line that Octavo is not sure of', commands: ['import'] },
  { flags: '--html [page]', description: 'write a page that shows how each line was read, and takes your answers', commands: ['import'] },
  { flags: '--decisions <file>', description: 'read lines as this file says', commands: ['import'] },
  { flags: '--update', description: 'add what a story has gained to its manuscript, and keep your changes there', commands: ['import'] },
  { flags: '--force', description: 'overwrite manuscripts that exist already', commands: ['import'] },
  { flags: '--restore', description: 'bring back lines that an import left out: name its `.import.json`', commands: ['import'] },
  { flags: '--line <numbers>', description: 'which lines to bring back, by their numbers in the file: `3,7-9`', commands: ['import'] },
  { flags: '-a, --all', description: 'bring every line back', commands: ['import'] },
  { flags: '-f, --format <formats>', description: 'which formats to write, such as epub,kepub', commands: ['build', 'enqueue'], choices: FORMATS, several: true },
  { flags: '-j, --jobs <number>', description: 'how many books to build at a time; the number of cores by default', commands: ['build'] },
  { flags: '--force', description: 'build unchanged books too', commands: ['build'] },
  { flags: '-w, --watch', description: 'build again after each change, until Ctrl-C', commands: ['build'] },
  { flags: '--check', description: 'validate each book, and prove its text complete, before it is written', commands: ['build'] },
  { flags: '--to <stage>', description: 'print the result of one stage of the build as JSON, and write no book', commands: ['build'], choices: BOUNDARIES },
  { flags: '--device <name>', description: 'the screen that the book opens on', commands: ['preview'], choices: DEVICES },
  { flags: '--no-open', description: 'print the address, and open no browser', commands: ['preview'] },
  { flags: '--host <address>', description: 'the address to listen on; 0.0.0.0 shows the books to other devices, too', commands: ['preview'], fallback: '127.0.0.1' },
  { flags: '-p, --port <number>', description: 'the port to listen on, or the next free one; 8100 by default', commands: ['preview'] },
  { flags: '--html <file>', description: 'write the whole book with every change marked, as a page for the browser', commands: ['proof'] },
  { flags: '--text <epub>', description: 'prove that a finished EPUB has every letter of its manuscripts', commands: ['proof'] },
  { flags: '-a, --all', description: 'list the sure changes too', commands: ['proof'] },
  { flags: '-r, --rule <id>', description: 'list the changes of one rule', commands: ['proof'] },
  { flags: '--strict', description: 'fail if any mark is unsure', commands: ['proof'] },
  { flags: '--kindle', description: 'also say what Kindles and the Kindle shop refuse or show wrongly', commands: ['check'] },
  { flags: '--kobo', description: 'the same for Kobo', commands: ['check'] },
  { flags: '--apple', description: 'the same for Apple Books', commands: ['check'] },
  { flags: '--java', description: 'use the official EPUBCheck, which needs Java, and fail without it', commands: ['check'] },
  { flags: '--no-java', description: 'use the built-in validator only', commands: ['check'] },
  { flags: '--to <folder>', description: 'copy the books into this folder, on a device or not; `remarkable` is the tablet', commands: ['sideload'] },
  { flags: '--device <name>', description: 'which e-reader, if several are connected: its name, label or path', commands: ['sideload'] },
  { flags: '--format <format>', description: 'the format to copy, instead of the one that the device reads best', commands: ['sideload'], choices: ['epub', 'kepub', 'azw3'] },
  { flags: '--list', description: 'list the connected e-readers, and do nothing else', commands: ['sideload'] },
  { flags: '--eject', description: 'eject the device once all books are on it', commands: ['sideload'] },
  { flags: '--dry-run', description: 'show what would be copied, and write nothing', commands: ['sideload'] },
  { flags: '--host <address>', description: 'the address to listen on; 0.0.0.0 offers the books to every device in your network', commands: ['serve'], fallback: '127.0.0.1' },
  { flags: '-p, --port <number>', description: 'the port to listen on; by default the first free one from 8000 on', commands: ['serve'] },
  { flags: '--to <address>', description: 'whom to send the books to: `name@kindle.com`, or any mail address', commands: ['send'] },
  { flags: '--from <address>', description: 'your own address; by default the user of your mail server', commands: ['send'] },
  { flags: '--insecure', description: 'send and log in without encryption if the server has none', commands: ['send'] },
  { flags: '--dry-run', description: 'check the books and show what would be sent; write and send nothing', commands: ['send'] },
  { flags: '--html <file>', description: 'write the text with the changes marked, as a page for the browser', commands: ['diff'] },
  { flags: '--exit-code', description: 'exit with 1 if the editions differ', commands: ['diff'] },
  { flags: '--tag <tag>', description: 'the tag of the release; by default the one that is checked out', commands: ['release'] },
  { flags: '--format <formats>', description: 'which formats to release', commands: ['release'], fallback: 'epub,kepub', choices: FORMATS, several: true },
  { flags: '--since <path>', description: 'the previous edition, for the notes: a file, a folder, `latest` on GitHub, or `none`', commands: ['release'] },
  { flags: '--no-checksums', description: 'leave out SHA256SUMS', commands: ['release'] },
  { flags: '--attach', description: 'attach the files to the release on GitHub', commands: ['release'] },
  { flags: '--draft', description: 'leave the release a draft', commands: ['release'] },
  { flags: '--replace', description: 'replace files of a release that is already published', commands: ['release'] },
  { flags: '--dry-run', description: 'show what would be sent, and send nothing', commands: ['release'] },
  { flags: '--queue <address>', description: 'where Redis is, such as redis://localhost:6379; or set OCTAVO_QUEUE', commands: ['enqueue', 'work'] },
  { flags: '--store <place>', description: 'where sources and ebooks are kept: a folder, or s3://bucket/folder; or set OCTAVO_STORE', commands: ['enqueue', 'work'] },
  { flags: '--config <file>', description: 'make the books with your octavo.config.mjs; say the same one to both', commands: ['enqueue', 'work'] },
  { flags: '-w, --wait', description: 'wait until all of them are made', commands: ['enqueue'] },
  { flags: '--priority <number>', description: 'make books with a smaller number first; those without one go before all', commands: ['enqueue'] },
  { flags: '-n, --dry-run', description: 'show what would be asked for, and write nothing', commands: ['enqueue'] },
  { flags: '-j, --jobs <number>', description: 'how many books to make at a time; the number of cores by default', commands: ['work'] },
  { flags: '--time <seconds>', description: 'the longest that a book may take; 120 by default', commands: ['work'] },
  { flags: '--memory <MiB>', description: 'the most memory that the process of a book may take, pictures too; 1024 by default', commands: ['work'] },
  { flags: '--rate <number>', description: 'the most books that all workers together begin in a second', commands: ['work'] },
  // What is printed: last in each command's help.
  { flags: '--json', description: 'print the result as JSON', commands: ['import', 'build', 'proof', 'check', 'sideload', 'send', 'diff', 'release', 'verify', 'enqueue'] },
  { flags: '-q, --quiet', description: 'print errors only', commands: ['new', 'import', 'build', 'proof', 'check', 'sideload', 'send', 'diff', 'release', 'verify', 'enqueue', 'work'] },
  { flags: '-v, --verbose', description: 'also print notes, and every message where there are many of one kind', commands: ['import', 'build', 'proof', 'check', 'sideload', 'send', 'diff', 'release', 'verify', 'enqueue', 'work'] },
  { flags: '--json', description: 'print each book as JSON, on a line of its own', commands: ['work'] },
  { flags: '--json', description: 'print where the books are, as JSON on one line', commands: ['preview', 'serve'] },
  { flags: '-q, --quiet', description: 'print only the address, and errors', commands: ['preview', 'serve'] },
  { flags: '-v, --verbose', description: 'print what is asked for', commands: ['serve'] },
];

/** The rows for a command, in order. */
export const optionsOf = (command: Command): Option[] =>
  OPTIONS.filter((option) => option.commands.includes(command));
