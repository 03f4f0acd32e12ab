import { createRequire } from 'node:module';
import type { Element, ElementContent } from 'hast';
import { raw } from 'hast-util-raw';
import type Temml from 'temml';
import { names } from '../../content-model.js';
import { warning } from '../../diagnostics.js';
import type { BlockMath, InlineMath } from '../../types.js';
import { at, type Context } from '../context.js';
import { textOf } from '../../text/hast.js';
import type { NodeHandler } from './handler.js';
import { element, isNamed, text, without } from '../elements.js';

type Formula = InlineMath | BlockMath;

const require = createRequire(import.meta.url);

/** The TeX reader, loaded with the first formula: most books have none. */
const temml = (): typeof Temml => (loaded ??= require('temml') as typeof Temml);
let loaded: typeof Temml | undefined;

/** The property of an element that a formula is put into once raw HTML has been cleaned. */
const FORMULA = 'dataFormula';

const formulaIn =
  (tagName: 'span' | 'div'): NodeHandler<Formula> =>
  (node, context) => {
    const formula = mathml(node, tagName === 'div', context);
    if (!formula) return element('code', { className: ['tex'] }, [text(node.value)]);
    context.formulas.push(formula);
    context.shared.hasFormulas = true;
    return element(tagName, { className: ['math'], [FORMULA]: String(context.formulas.length - 1) });
  };

/** A formula within a line. */
export const inlineMath = formulaIn('span');

/** A formula by itself. */
export const math: NodeHandler<Formula> = (node, context, state, parent) => {
  const made = formulaIn('div')(node, context, state, parent);
  return made && !Array.isArray(made) && isNamed(made, 'code') ? element('p', {}, [made]) : made;
};

/** The MathML of a formula with its TeX as the text for systems without; a message for what is no TeX. */
function mathml(node: Formula, display: boolean, context: Context): ElementContent | undefined {
  try {
    const markup = temml().renderToString(node.value, {
      displayMode: display,
      xml: true,
      throwOnError: true,
      maxExpand: 1000,
    });
    const tree = raw({ type: 'root', children: [{ type: 'raw', value: markup }] });
    const [made] = 'children' in tree ? tree.children : [];
    // A reference to another formula, `\ref`, comes as a link.
    if (made?.type !== 'element' || made.tagName !== 'math') throw new Error('it refers to another');
    const formula = plain(made);
    return { ...formula, properties: { ...formula.properties, alttext: node.value } };
  } catch (cause) {
    const [said = ''] = (cause as Error).message.replaceAll('\u0332', '').split(' at position ');
    context.shared.messages.push(
      warning('math:tex', `Could not read this formula: ${said.trim()}`, {
        ...at(context, node),
        hint: 'It stays as typed. Correct its TeX; for a dollar sign that does not begin a formula, write `\\$`.',
      }),
    );
    return undefined;
  }
}

/** The elements of a formula: https://www.w3.org/TR/MathML3/chapter3.html */
const MATHML = names(`
  annotation maction math menclose merror mfenced mfrac mglyph mi mlabeledtr mmultiscripts mn mo mover mpadded mphantom
  mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics
`);

/** Those that hold text and no element: https://www.w3.org/TR/MathML3/chapter3.html#presm.tokel */
const TOKENS = names('mi mn mo ms mtext');

/** What TeX says of a formula's looks, its name and where it leads: no theme, no link and no other page knows of it. */
const UNKNOWN = ['style', 'className', 'id', 'href', 'onClick'];

/** Without what `UNKNOWN` names, and without elements that do not belong in a formula. */
function plain(node: Element): Element {
  const children = TOKENS.has(node.tagName)
    ? [text(textOf(node))]
    : node.children.map((child) => (child.type === 'element' ? plain(child) : child));
  if (!MATHML.has(node.tagName)) return element('mrow', {}, children);
  const properties = UNKNOWN.reduce(without, node.properties);
  const isSized = SIZES.some((name) => name in properties);
  if (!isSized || SIZED.has(node.tagName)) return { ...node, properties, children };
  return node.tagName === 'mrow'
    ? { ...node, tagName: 'mstyle', properties, children }
    : { ...node, properties: SIZES.reduce(without, properties), children };
}

/** How large a formula's part is set: https://www.w3.org/TR/MathML3/chapter3.html#presm.scriptlevel */
const SIZES = ['displaystyle', 'scriptlevel'];
const SIZED = names('math mstyle mtable');

/** The nodes with each formula in its place. */
export function withFormulas(nodes: ElementContent[], formulas: readonly ElementContent[]): ElementContent[] {
  if (formulas.length === 0) return nodes;
  return nodes.map((node) => {
    if (node.type !== 'element') return node;
    const { [FORMULA]: index, ...properties } = node.properties;
    const formula = index === undefined ? undefined : formulas[Number(index)];
    if (formula) return { ...node, properties, children: [formula] };
    return { ...node, children: withFormulas(node.children, formulas) };
  });
}
