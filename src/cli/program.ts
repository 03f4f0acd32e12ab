/** The commands, their flags and their help; each command's work is in a module of its own, loaded when asked for. */
import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { optionsOf } from '../config/options.js';
import { EXIT, type Flags } from './command.js';
import { COMMANDS } from './commands.js';
import { isSystemError } from '../faults.js';
import { asTyped, outliveReader, terminal } from './terminal.js';
import { isConfigIn } from '../io/config-place.js';
import { messagePath } from '../io/files.js';
import { packageVersion } from '../io/templates.js';

export { outliveReader };

/** Runs the command line and returns the exit code; results go to stdout, everything else to stderr. */
export async function run(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.clean;
  const program = new Command('octavo')
    .description('Turns manuscripts in Markdown into finished ebooks.')
    .version(packageVersion(), '-V, --version')
    .exitOverride()
    .configureOutput({
      writeErr: (text) => {
        terminal.error(text.trimEnd());
      },
    })
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', asTyped('\nStart with `octavo new "My Book"`, then `octavo build`.\n'));
  for (const { name, argument, about, help, load } of COMMANDS) {
    const command = program
      .command(`${name} ${argument}`)
      .description(about)
      .addHelpText('after', help)
      .exitOverride();
    for (const { flags, description, fallback, choices, several } of optionsOf(name)) {
      const option = new Option(flags, description);
      if (fallback !== undefined) option.default(fallback);
      if (choices && several) option.argParser(someOf(choices));
      else if (choices) option.choices(choices);
      command.addOption(option);
      if (option.required) demandOnce(command, option);
    }
    command.action(async () => {
      const flags = command.opts<Flags>();
      const action = await load();
      // No command that builds is slower for a configuration that is not there.
      if (flags.config === true && isConfigIn(process.cwd())) {
        const { configure, keepOrder } = await import('./config.js');
        const isOver = keepOrder();
        const isRight = await configure(process.cwd(), command.args, flags);
        code = isRight ? await action(command.args, flags) : EXIT.usage;
        isOver();
      } else code = await action(command.args, flags);
    });
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? EXIT.clean : EXIT.usage;
    if (!isSystemError(cause)) throw cause;
    terminal.error(`octavo: ${refusalOf(cause)}`);
    return EXIT.usage;
  }
  return code;
}

/** Of two values for an option, the first would be passed over without a word. */
function demandOnce(command: Command, option: Option): void {
  let given = 0;
  command.on(`option:${option.name()}`, () => {
    given += 1;
    const words = `error: \`${option.long ?? ''}\` was given twice; run the command once for each`;
    if (given > 1) command.error(words);
  });
}

/** Checks a list of choices, separated by commas; the list stays as it is given. */
const someOf = (choices: readonly string[]) => (value: string) => {
  const isKnown = value.split(',').every((word) => choices.includes(word.trim()));
  if (!isKnown) throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`);
  return value;
};

const PERMISSION = ['No permission for', 'Change its permissions, or name another place.'] as const;
/** What the system refuses, before the path, and the way out. */
const REFUSALS: Readonly<Record<string, readonly [reason: string, hint: string, id?: string]>> = {
  EACCES: PERMISSION,
  EPERM: PERMISSION,
  EBUSY: [
    'Another program has this file open:',
    'Close it there, and run the command again.',
    'files:in-use',
  ],
  EISDIR: ['This is a folder, not a file:', 'Name a file, or move the folder away.'],
  ENOENT: ['No such file or folder:', 'Check how it is spelled, and the folder you are in.'],
  EFBIG: [
    'The file would be larger than the system allows:',
    'Raise the limit, or name another place.',
    'files:limit',
  ],
  ENOSPC: [
    'The disk is full:',
    'Make room, and run the command again: no file is left half written.',
    'files:full',
  ],
  ENOTDIR: ['A file stands where a folder is needed:', 'Name a folder, or move the file away.'],
  EROFS: ['The disk is read-only:', 'Name another place.'],
};

/** A refusal of the system in words; its own, where the table has none. */
function refusalOf({ code = '', message, path }: NodeJS.ErrnoException): string {
  const [reason, hint, id = code] = REFUSALS[code] ?? [];
  if (reason === undefined || hint === undefined || path === undefined) return message;
  return `${reason} \`${messagePath(resolve(path), process.cwd())}\` ${id === code ? `(${code})` : `(${code}) [${id}]`}\n  ${hint}`;
}
