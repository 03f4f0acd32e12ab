/** The steps of a build that a configuration takes part in. */
import { isSystemError } from '../faults.js';
import type { MoreSyntax } from '../input/markdown.js';
import { parse } from '../input/parse.js';
import { withinNow } from '../plugins/bounded.js';
import { withConventions } from '../plugins/conventions.js';
import { failed } from '../plugins/ready.js';
import { titleOf } from '../plugins/record.js';
import { withRemarkPlugins } from '../plugins/remark.js';
import { RuleFailed, rulesOf } from '../plugins/rules.js';
import type { LoadedConfig } from '../plugins/types.js';
import type { Message, ParsedBook, RawBook, SourceFile } from '../types.js';
import { typeset, type Typeset, type TypesetOptions } from '../typography/index.js';

/** A book parsed with the syntax of plugins, and worked on by them. */
export async function parsed(
  raw: RawBook,
  sources: readonly SourceFile[],
  config: LoadedConfig,
): Promise<ReturnType<typeof parse>> {
  const { syntax, timeLimit } = config;
  const added = syntax as MoreSyntax | undefined;
  const parsing = () => withConventions(config, () => parse(raw, sources, added));
  const read = added
    ? guarded(parsing, {
        path: raw.path,
        timeLimit,
        who: () => 'The syntax of a plugin',
      })
    : parsing();
  if ('problem' in read) return { messages: [read.problem] };
  if (!read.value) return read;
  const worked = await withRemarkPlugins(read.value, sources, config);
  return { ...worked, messages: [...read.messages, ...worked.messages] };
}

/** The typography with the rules of a configuration. */
export function typesetBy(book: ParsedBook, how: TypesetOptions, config: LoadedConfig): Typeset {
  if (config.rules.length === 0) return withConventions(config, () => typeset(book, how));
  const more = rulesOf(config);
  const { timeLimit } = config;
  const who = (): string => `The rule \`${more.atWork()}\``;
  const set = guarded(() => withConventions(config, () => typeset(book, { ...how, more })), {
    path: book.path,
    timeLimit,
    who,
  });
  if (!('problem' in set)) return set;
  return { value: book, changes: [], count: 0, unsure: 0, messages: [set.problem] };
}

/** Messages of the last look at a book that plugins worked on: what is wrong there is theirs. */
export function ofPlugins(messages: readonly Message[], { rehype }: LoadedConfig): Message[] {
  if (rehype.length === 0) return [...messages];
  const names = rehype.map((plugin) => `\`${titleOf(plugin)}\``).join(', ');
  const hint = `The last to work on this page were the plugins of \`octavo.config.mjs\`: ${names}.`;
  return messages.map((message) => (message.id.startsWith('conform:') ? { ...message, hint } : message));
}

interface Guard {
  path: string;
  timeLimit: number;
  /** Whose work it is. */
  who: () => string;
}

/** What a work of plugins gives, or the message about the one that failed. */
function guarded<T extends object>(work: () => T, { path, timeLimit, who }: Guard): T | { problem: Message } {
  try {
    return withinNow(timeLimit, work);
  } catch (cause) {
    if (isSystemError(cause)) throw cause;
    const own = cause instanceof RuleFailed ? cause.cause : cause;
    return { problem: failed({ name: who() }, own, timeLimit, { path }) };
  }
}
