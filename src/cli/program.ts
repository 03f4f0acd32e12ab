/** The commands, their flags and their help; each command's work is in a module of its own, loaded when asked for. */
import { Command, CommanderError, Option } from 'commander';
import { optionsOf, type Command as Name } from '../config/options.js';
import { terminal } from './terminal.js';
import { packageVersion } from '../io/templates.js';

/** Exit codes: clean, the author's, usage or environment. */
export const EXIT = { clean: 0, author: 1, usage: 2 } as const;

export type Flags = Record<string, string | boolean | undefined>;

/** What a command's module exports: does its work and returns the exit code. */
export type Action = (names: string[], flags: Flags) => Promise<number>;

interface Entry {
  name: Name;
  argument: string;
  about: string;
  help: string;
  load: () => Promise<Action>;
}

const COMMANDS: readonly Entry[] = [
  {
    name: 'build',
    argument: '[books...]',
    about: 'build ebooks from manuscripts',
    help: `
A book is a folder in manuscripts/, or a single .md file. Name books by their names or paths; without a name,
every book is built.

Examples:
  octavo build                          every book in manuscripts/, into dist/
  octavo build the-lamp-room            one of them
  octavo build ~/stories/ferry.md       a file anywhere
  octavo build --check --strict         validate, and fail on warnings
  octavo build ferry --to mdast | less  the text as the typography left it
`,
    load: async () => (await import('./build.js')).buildCommand,
  },
  {
    name: 'check',
    argument: '<files...>',
    about: 'validate EPUB files, yours or anybody’s',
    help: `
The built-in validator needs nothing. Where Java is installed, the official EPUBCheck has the last word; --java
demands it.

Examples:
  octavo check dist/the-lamp-room.epub
  octavo check --java --strict dist/*.epub
`,
    load: async () => (await import('./check.js')).checkCommand,
  },
  {
    name: 'proof',
    argument: '[books...]',
    about: 'show what the typography changed and what it is not sure of',
    help: `
Unsure marks are no errors: the book is built with the likelier reading. Settle one by typing the character itself,
by \`words:\` or by \`typography:\` in the front matter, and it is not asked again.

Examples:
  octavo proof                          the unsure marks of every book
  octavo proof ferry --all --rule dashes
  octavo proof ferry --html proof.html  the whole book to look through in a browser
  octavo proof --text dist/ferry.epub   every letter of manuscripts/ferry is in the ebook
`,
    load: async () => (await import('./proof.js')).proofCommand,
  },
  {
    name: 'new',
    argument: '<name>',
    about: 'make a book folder to start writing in',
    help: `
Examples:
  octavo new "The Lamp Room"            manuscripts/the-lamp-room/, with a first chapter
`,
    load: async () => (await import('./new.js')).newCommand,
  },
];

/** Runs the command line and returns the exit code; results go to stdout, everything else to stderr. */
export async function run(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.clean;
  const program = new Command('octavo')
    .description('Manuscripts in Markdown become finished EPUB books.')
    .version(packageVersion(), '-V, --version')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', '\nStart with `octavo new "My Book"`, then `octavo build`.\n');
  for (const { name, argument, about, help, load } of COMMANDS) {
    const command = program
      .command(`${name} ${argument}`)
      .description(about)
      .addHelpText('after', help)
      .exitOverride();
    for (const { flags, description, fallback, choices } of optionsOf(name)) {
      const option = new Option(flags, description);
      if (fallback !== undefined) option.default(fallback);
      if (choices) option.choices(choices);
      command.addOption(option);
    }
    command.action(async (names: string | string[], flags: Flags) => {
      const action = await load();
      code = await action([names].flat(), flags);
    });
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? EXIT.clean : EXIT.usage;
    if (!isSystemError(cause)) throw cause;
    terminal.error(`octavo: ${cause.message}`);
    return EXIT.usage;
  }
  return code;
}

/** An error of the environment (a full disk, a folder that may not be read), not of ours. */
const isSystemError = (cause: unknown): cause is NodeJS.ErrnoException =>
  cause instanceof Error && 'syscall' in cause;
