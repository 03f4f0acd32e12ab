/** remark plugins over a book: each text of it, after it was parsed and before its typography. */
import { resolve } from 'node:path';
import { toString } from 'mdast-util-to-string';
import { fatal, isFatal, type Result } from '../diagnostics.js';
import { areKept } from '../memo.js';
import type { FrontProse, Manuscript, MdastRoot, Message, ParsedBook, Prose, SourceFile } from '../types.js';
import { onceLeftOut, runPlugins, type PluginText, type Ran } from './run.js';
import { htmlIn, tamed } from './tame.js';
import type { LoadedConfig } from './types.js';

/** A book after the plugins; no value where one of them failed, which its only error says. */
export async function withRemarkPlugins(
  book: ParsedBook,
  sources: readonly SourceFile[],
  config: LoadedConfig,
): Promise<Partial<Result<ParsedBook>> & { messages: Message[] }> {
  if (config.remark.length === 0) return { value: book, messages: [] };
  const texts = new Map(sources.map((source) => [source.path, source.text]));
  const messages: Message[] = [];
  const run = async (tree: MdastRoot, path: string, data: Record<string, unknown>): Promise<MdastRoot> => {
    const text = { path, file: resolve(config.folder, path), value: texts.get(path) ?? '', data };
    const ran = await overTree(tree, text, config);
    messages.push(...ran.messages);
    if (!ran.value) throw new Failed();
    return ran.value;
  };
  const overFront = async (front: FrontProse, path: string): Promise<FrontProse> => {
    const made: [string, Prose][] = [];
    for (const [key, prose] of Object.entries(front as Record<string, Prose>))
      made.push([key, await run(prose, path, { matter: book.meta })]);
    return Object.fromEntries(made);
  };
  try {
    const front = await overFront(book.front, book.metaPath);
    const manuscripts: Manuscript[] = [];
    for (const section of book.manuscripts)
      manuscripts.push({
        ...section,
        front: await overFront(section.front, section.path),
        tree: await run(section.tree, section.path, { matter: section.meta }),
      });
    return { value: { ...book, front, manuscripts }, messages: onceLeftOut(messages) };
  } catch (cause) {
    if (!(cause instanceof Failed)) throw cause;
    return { messages: messages.filter(isFatal).slice(0, 1) };
  }
}

/** Ends the work on a book whose message is written already. */
class Failed extends Error {}

async function overTree(tree: MdastRoot, text: PluginText, config: LoadedConfig): Promise<Ran<MdastRoot>> {
  // What is kept between builds is nobody's to change.
  const own = areKept() ? structuredClone(tree) : tree;
  const hadText = hasText(own);
  const before = htmlIn(own);
  return runPlugins(own, text, {
    plugins: config.remark,
    config,
    settle: (made, plugin) => {
      if (hadText && !hasText(made)) return { messages: [nothingLeft(plugin, text.path)] };
      return tamed(made, plugin, { before, path: text.path });
    },
  });
}

const hasText = (tree: MdastRoot): boolean => /\S/.test(toString(tree));

const nothingLeft = (plugin: string, path: string): Message =>
  fatal('plugin:no-text', `${plugin} left nothing of this text`, {
    path,
    hint: 'The book was not built. Take the plugin out of `octavo.config.mjs`, or build with `--no-config`.',
  });
