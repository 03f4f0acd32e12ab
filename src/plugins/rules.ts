/** Rules of the configuration as rules of the typography. */
import type { Edit, Rule } from '../typography/types.js';
import type { ConfigRule, LoadedConfig, RuleEdit } from './types.js';

/** Says which rule of the configuration failed. */
export class RuleFailed extends Error {
  constructor(
    readonly rule: string,
    override readonly cause: unknown,
  ) {
    super(rule);
  }
}

/** The rules of a configuration, and which of them is at work, for a message about one that does not end. */
export function rulesOf({ rules, hash }: LoadedConfig): { list: Rule[]; key: string; atWork: () => string } {
  let now = '';
  const list = rules.map(({ name, onRequest = false, apply }: ConfigRule): Rule => ({
    id: name,
    onRequest,
    apply({ text, locale }) {
      now = name;
      try {
        return editsOf(apply({ text, language: locale.language }), text);
      } catch (cause) {
        throw new RuleFailed(name, cause);
      }
    },
  }));
  return { list, key: hash, atWork: () => now };
}

/** Edits in order, each within the text and apart from the others. */
function editsOf(given: readonly RuleEdit[], text: string): Edit[] {
  if (!Array.isArray(given)) throw new Error('it gave back no list of changes');
  let done = 0;
  return (given as readonly RuleEdit[])
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, text: after, confidence = 1, instead }) => {
      const isRight = Number.isInteger(start) && Number.isInteger(end) && start >= done && end >= start;
      if (!isRight || end > text.length || typeof after !== 'string')
        throw new Error(
          `it gave back a change from ${String(start)} to ${String(end)} that does not fit the text`,
        );
      done = end;
      return { start, end, text: after, confidence, ...(instead === undefined ? {} : { instead }) };
    });
}
