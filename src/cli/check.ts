/** `octavo check`. */
import { checkWithJava, findJava } from '../check/java.js';
import { check, sortMessages } from '../index.js';
import { checkForShops, SHOPS, type Shop } from '../check/shops/index.js';
import { error } from '../diagnostics.js';
import { whyUnread } from '../io/files.js';
import { readWhole } from '../io/whole.js';
import { counted } from '../text/numbers.js';
import type { Message } from '../types.js';
import { exitCode } from './exit.js';
import { EXIT, type Action, type Flags } from './command.js';
import { shown, terminal } from './terminal.js';

interface Checked {
  file: string;
  /** Who judged: the built-in validator, or EPUBCheck and its version. */
  validator: string;
  /** The shops whose demands were checked, by their names. */
  shops: string[];
  messages: Message[];
  /** False where the file could not be read or EPUBCheck could not be run. */
  ran: boolean;
}

export const checkCommand: Action = async (files, flags) => {
  const shops = SHOPS.filter(({ name }) => flags[name]);
  const java = flags.java === false ? undefined : await findJava(process.env);
  const checked: Checked[] = [];
  for (const [index, file] of files.entries()) {
    if (files.length > 1) terminal.status(`[${String(index + 1)}/${String(files.length)}] ${file} …`);
    checked.push(await checkFile(file, { java, shops }, flags));
  }
  terminal.clearStatus();
  if (flags.json)
    terminal.json(
      checked.map(({ file, validator, shops, messages }) => ({ file, validator, shops, messages })),
    );
  else
    checked.forEach((result) => {
      report(result, flags);
    });
  if (checked.some(({ ran }) => !ran)) return EXIT.usage;
  return exitCode(
    checked.flatMap(({ messages }) => messages),
    flags,
  );
};

interface Judges {
  /** The command that runs Java, where it is installed. */
  java: string | undefined;
  shops: readonly Shop[];
}

async function checkFile(file: string, { java, shops }: Judges, flags: Flags): Promise<Checked> {
  let bytes: Uint8Array;
  try {
    bytes = await readWhole(file);
  } catch (cause) {
    const messages = [
      error('check:unreadable', `Could not read the file: ${whyUnread(cause)}`, {
        path: file,
      }),
    ];
    return { file, validator: 'none', shops: [], messages, ran: false };
  }
  const demands = checkForShops(bytes, file, shops);
  const asked = { file, shops: shops.map(({ title }) => title) };
  if (java !== undefined || flags.java === true) {
    const { value, messages } = await checkWithJava(file, { ...(java ? { java } : {}), env: process.env });
    if (value) {
      const validator = `EPUBCheck ${value.version}`;
      return { ...asked, validator, messages: sortMessages([...messages, ...demands]), ran: true };
    }
    // Java is there, but EPUBCheck is not: only who asked for it has to hear of it.
    if (flags.java === true) return { ...asked, validator: 'none', messages, ran: false };
  }
  const { messages } = await check(bytes, { path: file });
  return {
    ...asked,
    validator: 'the built-in validator',
    messages: sortMessages([...messages, ...demands]),
    ran: true,
  };
}

function report({ file, validator, shops, messages, ran }: Checked, flags: Flags): void {
  terminal.messages(shown(messages, flags));
  if (flags.quiet || !ran) return;
  const count = (severity: Message['severity']) =>
    messages.filter((message) => message.severity === severity).length;
  const verdict =
    count('error') + count('warning') === 0
      ? 'valid'
      : `${counted(count('error'), 'error')}, ${counted(count('warning'), 'warning')}`;
  terminal.print(`${file}: ${verdict} (${[validator, ...shops].join(', ')})`);
}
