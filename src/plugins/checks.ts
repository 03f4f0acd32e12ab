/** Checks of the configuration on a finished book. */
import { error, info, warning } from '../diagnostics.js';
import type { Message, Package } from '../types.js';
import { within } from './bounded.js';
import { endless, failed } from './ready.js';
import type { CheckFinding, LoadedConfig } from './types.js';

const SAY = { error, warning, info };

/** What the checks say of a book, which they get as a copy. */
export async function checked(book: Package, path: string, config: LoadedConfig): Promise<Message[]> {
  const messages: Message[] = [];
  for (const { name, check } of config.checks) {
    const found: Message[] = [];
    const say = ({ reason, hint, severity = 'warning', path: where = path, place }: CheckFinding): void => {
      found.push(
        SAY[severity](`check:${name}`, reason, {
          path: where,
          place,
          ...(hint === undefined ? {} : { hint }),
        }),
      );
    };
    const shown = `The check \`${name}\``;
    try {
      await within(config.timeLimit, endless(shown, config.timeLimit, path), () =>
        check(structuredClone(book), say),
      );
      messages.push(...found);
    } catch (cause) {
      messages.push(failed({ name: shown }, cause, config.timeLimit, { path }));
    }
  }
  return messages;
}
