/** An extract as people read it, for fixtures: its facts, then each block with its line, gap and role. */
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';
import { formatMessage } from '../../src/diagnostics.js';
import type { Block, Extract } from '../../src/import/types.js';

const writer = unified().use(remarkGfm).use(remarkStringify, { rule: '*', bullet: '-' });

const markdownOf = ({ content, text }: Block): string =>
  content ? writer.stringify({ type: 'root', children: content } as Root).trimEnd() : text;

/** Facts and pictures as YAML, messages, and blocks as Markdown or, without content, as their text. */
export function printed({ format, facts, blocks, pictures, messages }: Extract): string {
  const head = stringify({ format, facts, pictures: pictures.map(({ name }) => name) });
  const told = messages.map((message) => `${formatMessage(message)}\n`);
  const body = blocks.map(
    (block) =>
      `\n[${String(block.line)} +${String(block.gap)}${block.role ? ` ${block.role}` : ''}]\n${markdownOf(block)}\n`,
  );
  return [head, ...told, ...body].join('');
}
