/** CSS → its declarations, one by one. */
import { generate, parse, walk, type CssNode } from 'css-tree';
import type { Place } from '../../types.js';
import type { StyleFacts } from './types.js';

interface Where {
  file: string;
  /** Where CSS within a page begins; every finding in it has this place. */
  place?: Place | undefined;
  /** Whether it is the value of a `style` attribute. */
  isAttribute?: boolean;
}

/** The declarations of a sheet or an attribute; what cannot be parsed is left out. */
export function declarationsOf(css: string, { file, place, isAttribute = false }: Where): StyleFacts[] {
  const found: StyleFacts[] = [];
  const context = isAttribute ? 'declarationList' : 'stylesheet';
  const tree = parse(css, {
    context,
    positions: true,
    parseCustomProperty: false,
    onParseError: () => undefined,
  });
  walk(tree, {
    visit: 'Declaration',
    enter(node) {
      // Fonts are declared in the same words as text is styled.
      if (this.atrule?.name === 'font-face') return;
      const start = node.loc?.start;
      found.push({
        file,
        place: place ?? { line: start?.line ?? 1, column: start?.column ?? 1 },
        selectors: selectorsOf(this.rule?.prelude),
        property: node.property.toLowerCase(),
        value: css.slice(node.value.loc?.start.offset, node.value.loc?.end.offset).trim().toLowerCase(),
      });
    },
  });
  return found;
}

const selectorsOf = (prelude: CssNode | undefined): string[] =>
  prelude?.type === 'SelectorList' ? prelude.children.toArray().map((selector) => generate(selector)) : [];
