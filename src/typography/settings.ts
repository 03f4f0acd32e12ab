/** What the author set in `typography:`, checked against the rules. */
import { warning } from '../diagnostics.js';
import type { Message, ParsedBook } from '../types.js';
import { rules, treeRules } from './rules/index.js';
import type { Rule, Setting } from './types.js';

type Known = ReadonlyMap<string, Pick<Rule, 'id' | 'onRequest' | 'settings'>>;

/** The author's settings by rule. */
export interface Settings {
  /** Whether a rule runs: not when switched off, and on request only when asked for. */
  runs: (rule: Pick<Rule, 'id' | 'onRequest'>) => boolean;
  of: (rule: string) => Setting | undefined;
  messages: Message[];
}

/** Reads the settings of a book; a rule or a setting that there is not becomes a message. `more` are rules of others. */
export function settingsOf({ meta, metaPath }: ParsedBook, more: readonly Rule[] = []): Settings {
  const known: Known = new Map([...rules, ...treeRules, ...more].map((rule) => [rule.id, rule]));
  const given: Record<string, Setting> = typeof meta.typography === 'object' ? { ...meta.typography } : {};
  const of = (rule: string): Setting | undefined => (Object.hasOwn(given, rule) ? given[rule] : undefined);
  return {
    of,
    runs: ({ id, onRequest }) => (of(id) ?? !onRequest) !== false,
    messages: Object.entries(given).flatMap(([id, value]) => problemOf(id, value, { path: metaPath, known })),
  };
}

function problemOf(id: string, value: Setting, { path, known }: { path: string; known: Known }): Message[] {
  const rule = known.get(id);
  if (!rule) {
    const hint = `The rules are ${[...known.keys()].map((one) => `\`${one}\``).join(', ')}.`;
    return [warning('typography:unknown-rule', `\`typography\` has no rule \`${id}\``, { hint, path })];
  }
  if (typeof value === 'boolean' || rule.settings?.includes(String(value))) return [];
  const expected = ['true', 'false', ...(rule.settings ?? [])].map((one) => `\`${one}\``).join(', ');
  return [
    warning(
      'typography:unknown-setting',
      `Unexpected \`${String(value)}\` for \`${id}\` in \`typography\`, expected ${expected}`,
      {
        hint: `Set \`${id}\` to one of these, or leave it out.`,
        path,
      },
    ),
  ];
}
