/** Plugins over one tree, one after the other. */
import type { Nodes as HastNodes } from 'hast';
import type { Nodes as MdastNodes } from 'mdast';
import { VFile } from 'vfile';
import { info, isFatal, warning } from '../diagnostics.js';
import type { Message } from '../types.js';
import { within } from './bounded.js';
import { endless, failed } from './ready.js';
import type { LoadedConfig, ReadyPlugin } from './types.js';

type Tree = Extract<HastNodes | MdastNodes, { type: 'root' }>;

/** A text that plugins work on. */
export interface PluginText {
  /** For messages. */
  path: string;
  /** Absolute, as plugins see it. */
  file: string;
  /** The source. */
  value: string;
  /** What else they may know. */
  data: Record<string, unknown>;
}

/** A tree that went through plugins; no value where one of them failed. */
export interface Ran<T> {
  value?: T;
  messages: Message[];
}

/** The id of the message about what a plugin added and no book holds. */
export const LEFT_OUT = 'plugin:left-out';

/** Elements of a tree deeper than this are no writing, and none of the stages after could read them. */
const DEEPEST = 500;

/**
 * Runs plugins over a tree, which they may change. `settle` is called after each with its name, and makes of what it
 * left what the book may hold.
 */
export async function runPlugins<T extends Tree>(
  tree: T,
  text: PluginText,
  {
    plugins,
    config,
    settle,
  }: {
    plugins: readonly ReadyPlugin[];
    config: Pick<LoadedConfig, 'folder' | 'timeLimit'>;
    settle: (tree: T, plugin: string) => Promise<Ran<T>> | Ran<T>;
  },
): Promise<Ran<T>> {
  const messages: Message[] = [];
  const { path, file: absolute, value, data } = text;
  const file = new VFile({ path: absolute, cwd: config.folder, value, data });
  let now = tree;
  for (const plugin of plugins) {
    const name = `\`${plugin.name}\``;
    try {
      const made: unknown = await within(config.timeLimit, endless(name, config.timeLimit, path), () =>
        plugin.processor.run(now as never, file),
      );
      demandTree(made);
      const settled = await settle(made as T, name);
      messages.push(...said(file, name, path), ...settled.messages);
      if (!settled.value || messages.some(isFatal)) return { messages };
      now = settled.value;
    } catch (cause) {
      return { messages: [...messages, failed({ name }, cause, config.timeLimit, { path })] };
    }
  }
  return { value: now, messages };
}

/** The messages that a plugin left with the file, taken from it. */
function said(file: VFile, name: string, path: string): Message[] {
  return file.messages.splice(0).map(({ reason, line, column, fatal, note, ruleId }) =>
    (fatal === undefined ? info : warning)(
      'plugin:message',
      `${name}: ${reason.replace(/[.\s]+$/, '')}${ruleId ? ` (${ruleId})` : ''}`,
      {
        path,
        ...(line === undefined ? {} : { place: { line, column: column ?? 1 } }),
        ...(note ? { hint: note } : {}),
      },
    ),
  );
}

/** Throws where what a plugin left is no tree of nodes: the stages after read every node. */
function demandTree(made: unknown): void {
  const open = new Set<unknown>();
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || typeof (node as { type?: unknown }).type !== 'string')
      throw new Error('it left a node that has no type');
    if (open.has(node)) throw new Error('it left a node that stands within itself');
    if (open.size > DEEPEST) throw new Error(`it left nodes more than ${String(DEEPEST)} deep`);
    const { children, type, value, tagName } = node as Record<string, unknown> & { type: string };
    if (type === 'element') {
      if (typeof tagName !== 'string') throw new Error('it left an element without a name');
      (node as { properties?: unknown }).properties ??= {};
    }
    if (VALUED.has(type) && typeof value !== 'string')
      throw new Error(`it left a \`${type}\` without a value`);
    if (children === undefined) {
      if (HOLDERS.has(type)) throw new Error(`it left a \`${type}\` without children`);
      return;
    }
    if (!Array.isArray(children)) throw new Error(`it left a \`${type}\` whose children are no list`);
    open.add(node);
    children.forEach(look);
    open.delete(node);
  };
  if ((made as { type?: unknown } | null | undefined)?.type !== 'root')
    throw new Error('it gave back no tree');
  look(made);
}

const VALUED = new Set(['text', 'html', 'raw', 'code', 'inlineCode']);
const HOLDERS = new Set([
  ...['root', 'paragraph', 'heading', 'blockquote', 'list', 'listItem', 'table', 'tableRow', 'tableCell'],
  ...['emphasis', 'strong', 'delete', 'link', 'element'],
]);

/** Messages, those about what was left out once each, at the first text that had it. */
export function onceLeftOut(messages: readonly Message[]): Message[] {
  const known = new Set<string>();
  return messages.filter(({ id, reason }) => {
    if (id !== LEFT_OUT) return true;
    return !known.has(reason) && known.add(reason);
  });
}
