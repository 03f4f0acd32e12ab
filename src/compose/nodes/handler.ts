import type { ElementContent } from 'hast';
import type { Nodes, Parents } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import type { Context } from '../context.js';

/** Makes hast of one mdast node; `state` makes that of its children. */
export type NodeHandler<T extends Nodes> = (
  node: T,
  context: Context,
  state: State,
  parent: Parents | undefined,
) => ElementContent | ElementContent[] | undefined;
