import type { Root } from 'mdast';
import type { Result } from '../diagnostics.js';
import type { SourceFile } from '../types.js';
import { checkTree } from './lint.js';
import { parseMarkdown, type Origin } from './markdown.js';

/** The tree of a file's text, without its front matter. */
export function parseBody(
  { text, body, path }: SourceFile,
  how: Pick<Origin, 'math' | 'cited' | 'speech' | 'language' | 'more'>,
): Result<Root> {
  const origin = { path, line: body.line, offset: text.length - body.text.length, ...how };
  const { value, messages } = parseMarkdown(body.text, origin);
  return { value, messages: [...messages, ...checkTree(value, path)] };
}
