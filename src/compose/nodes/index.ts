/** The nodes of mdast and what each becomes in a book; those not named here are as mdast-util-to-hast has them. */
import type { Nodes, Parents } from 'mdast';
import type {} from 'mdast-util-directive';
import type { Handler, Handlers, State } from 'mdast-util-to-hast';
import type { Context } from '../context.js';
import type { NodeHandler } from './handler.js';
import { element } from '../elements.js';
import { citation } from '../citations/cite.js';
import { directive } from '../directives/index.js';
import { code } from './code.js';
import { crossReference } from './cross-reference.js';
import { definitionList } from './definition-list.js';
import { heading } from './heading.js';
import { html } from './html.js';
import { image, imageReference } from './image.js';
import { link, linkReference } from './link.js';
import { listItem } from './list-item.js';
import { indexMark } from '../indexed.js';
import { inlineMath, math } from './math.js';
import { footnoteReference } from './note.js';
import { paragraph } from './paragraph.js';
import { sceneBreak } from './scene-break.js';
import { table } from './table.js';
import { text } from './text.js';

type Table = { [K in Nodes['type']]?: NodeHandler<Extract<Nodes, { type: K }>> };

const TABLE: Table = {
  break: () => element('br'),
  citation,
  code,
  containerDirective: directive,
  crossReference,
  definitionList,
  footnoteReference,
  heading,
  html,
  image,
  imageReference,
  indexMark,
  inlineMath,
  leafDirective: directive,
  link,
  linkReference,
  listItem,
  math,
  paragraph,
  table,
  text,
  textDirective: directive,
  thematicBreak: sceneBreak,
};

/** The handlers of mdast-util-to-hast for one document. */
export function handlersFor(context: Context): Handlers {
  const bind =
    (handle: NodeHandler<never>): Handler =>
    (state: State, node: Nodes, parent: Parents | undefined) =>
      handle(node as never, context, state, parent);
  return Object.fromEntries(Object.entries(TABLE).map(([type, handle]) => [type, bind(handle)]));
}
