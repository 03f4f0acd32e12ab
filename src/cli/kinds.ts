/** Groups messages of one kind for the terminal: the first three, and how many there are. */
import { counted } from '../text/numbers.js';
import type { Message } from '../types.js';

/** How many of a kind are shown, and up to how many all are: five are sooner read than asked for. */
const SHOWN = 3;
const FEW = 5;

/** What a message takes from the manuscript, or counts: it tells two messages apart, but not their kinds. */
const OWN_WORDS = /`[^`]*`|“[^”]*”|"[^"]*"|\d+/gu;

const kindOf = ({ severity, id, reason, hint = '', stack }: Message): string =>
  [severity, id, reason.replaceAll(OWN_WORDS, '…'), hint.replaceAll(OWN_WORDS, '…'), stack ?? ''].join('\n');

/**
 * Of many messages of one rule that say the same but for the author's words, the first three, in the place of the
 * first; the last of them has the hint, and says how many there are. What differs in its own words stays.
 */
export function kindsOf(messages: readonly Message[]): Message[] {
  const kinds = new Map<string, Message[]>();
  for (const message of messages) {
    const kind = kindOf(message);
    const those = kinds.get(kind);
    if (those) those.push(message);
    else kinds.set(kind, [message]);
  }
  return [...kinds.values()].flatMap((kind) => (kind.length > FEW ? firstOf(kind) : kind));
}

function firstOf(kind: readonly Message[]): Message[] {
  const files = new Set(kind.map(({ path }) => path ?? '')).size;
  const where = files > 1 ? ` in ${counted(files, 'file')}` : '';
  const rest = `There are ${String(kind.length)} of this kind${where}; \`--verbose\` shows them all.`;
  return kind.slice(0, SHOWN).map(({ hint, ...message }, index) => {
    if (index < SHOWN - 1) return message;
    return { ...message, hint: hint === undefined ? rest : `${hint} ${rest}` };
  });
}
