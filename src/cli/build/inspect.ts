/** The checks of `--check`, before a book is written. */
import { check, type Stages } from '../../index.js';
import { withConventions } from '../../plugins/conventions.js';
import type { Message } from '../../types.js';

/** Whether a file may be written: it is valid, and it holds the text of its manuscripts. */
export async function inspect(
  bytes: Uint8Array,
  path: string,
  { parsed, typeset, config }: Stages,
): Promise<Message[]> {
  const { messages } = await check(bytes, { path });
  if (!parsed || !typeset) return messages;
  const { expectedText, proveText } = await import('../../proof/text.js');
  const expected = withConventions(config, () => expectedText(parsed, typeset));
  return [...messages, ...proveText(expected, bytes, path)];
}
