/** Whether a finished EPUB is right, as EPUBCheck sees it, in words that an author can act on. */
import { fatal, sortMessages } from '../diagnostics.js';
import type { Message } from '../types.js';
import { archiveProblem } from '../epub/problem.js';
import { messageFor, withoutRepeats } from './finding.js';

export { checkWithJava, findJava } from './java.js';

export interface CheckOptions {
  /** The EPUB as the author knows it, for messages: relative to the working directory, forward slashes. */
  path: string;
  /** Whether to tell of what is allowed but worth a look; false by default. */
  usage?: boolean;
}

/**
 * Validates an EPUB, EPUB 2 or 3, with the validator that Octavo brings along.
 *
 * Never throws for what the bytes hold: an empty, foreign or damaged file gives one fatal message.
 *
 * @example
 * ```js
 * import { readFile } from 'node:fs/promises';
 * import { check } from 'octavo';
 *
 * const path = 'dist/tide.epub';
 * const { messages } = await check(await readFile(path), { path });
 * messages.length; // 0
 * ```
 */
export async function check(bytes: Uint8Array, options: CheckOptions): Promise<{ messages: Message[] }> {
  const { path, usage = false } = options;
  const problem = archiveProblem(bytes, path);
  if (problem !== undefined) return { messages: [problem] };

  const { EpubCheck } = await import('@likecoin/epubcheck-ts');
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    const result = await EpubCheck.validate(bytes, { includeUsage: usage }, name);
    const messages = result.messages.map(({ id, severity, message, location }) =>
      messageFor({ id, severity, words: message, ...location, file: location?.path }, path),
    );
    return { messages: sortMessages(withoutRepeats(messages)) };
  } catch (cause) {
    const reason = `The validator could not check this book (${cause instanceof Error ? cause.message : String(cause)})`;
    const hint = 'The book is damaged in a way that the validator does not expect. Try `--java`.';
    return { messages: [fatal('check:failed', reason, { path, hint })] };
  }
}
