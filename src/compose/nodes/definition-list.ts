import type { Element, ElementContent } from 'hast';
import type { State } from 'mdast-util-to-hast';
import type { DefinitionDescription, DefinitionList, DefinitionTerm } from '../../types.js';
import type { Context } from '../context.js';
import type { NodeHandler } from './handler.js';
import { element } from '../elements.js';

/** Terms and definitions; those of a glossary are marked as such: https://www.w3.org/TR/epub-ssv-11/#glossaries */
export const definitionList: NodeHandler<DefinitionList> = (node, context, state) => {
  const isGlossary = context.home.section.kind.kind === 'glossary';
  return element(
    'dl',
    {},
    node.children.map((child) => entry(child, isGlossary, context, state)),
  );
};

function entry(
  node: DefinitionTerm | DefinitionDescription,
  isGlossary: boolean,
  { page }: Context,
  state: State,
): Element {
  const [first, ...more] = node.children;
  const isLine = more.length === 0 && first?.type === 'paragraph';
  const content: ElementContent[] = isLine ? state.all(first) : state.wrap(state.all(node), false);
  if (node.type === 'definitionDescription') {
    return element('dd', isGlossary ? { 'epub:type': 'glossdef' } : {}, content);
  }
  const id = page.ids.get(node);
  const properties = id === undefined ? {} : { id };
  return isGlossary
    ? element('dt', { ...properties, 'epub:type': 'glossterm' }, [element('dfn', {}, content)])
    : element('dt', properties, content);
}
