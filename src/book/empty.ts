/** Pages that would show nothing. */
import type { RootContent } from 'mdast';
import { warning } from '../diagnostics.js';
import type { Message, Section } from '../types.js';

/** Whether a page would show nothing: its file holds comments and definitions alone, or is empty. */
export const isEmpty = ({ heading, tree, front }: Section): boolean =>
  !heading && Object.keys(front).length === 0 && showsNothing(tree);

/** Whether a tree holds comments and definitions alone. */
export const showsNothing = ({ children }: Section['tree']): boolean => children.every(isSilent);

const SILENT: ReadonlySet<RootContent['type']> = new Set(['definition', 'footnoteDefinition']);
const isComment = (node: RootContent): boolean =>
  node.type === 'html' && node.value.replaceAll(/<!--(?:(?!-->)[\s\S])*-->/g, '').trim() === '';

/** Whether a node prints nothing where it stands: a comment or a definition. */
export const isSilent = (node: RootContent): boolean => SILENT.has(node.type) || isComment(node);

/** The message about a page that shows nothing. */
export const emptyPage = ({ kind, path }: Section): Message =>
  warning('book:empty-page', `The page \`${kind.kind}\` is empty and was left out`, {
    path,
    hint: 'Write it, or take its file out of the folder. Without the file, the build makes the pages that it makes itself.',
  });
