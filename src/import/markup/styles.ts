/**
 * What style sheets and `style` attributes say of the text that a manuscript can hold: italics, weight, strokes, and
 * what is not shown at all. Selectors of one element (`.c3`, `span.italic`) are enough: exports write no others.
 */
import { parse, walk, type CssNode, type Declaration, type Rule } from 'css-tree';
import type { Element, Root } from 'hast';
import { own } from '../../text/own.js';
import { attribute, classesOf, eachElement, idOf } from './elements.js';

/** How an element's text looks, as far as its styles say; what is undefined follows the text around it. */
export interface Look {
  italic?: boolean;
  bold?: boolean;
  struck?: boolean;
  hidden?: boolean;
}

/** Looks by selector: `span`, `.c3`, `#id`, `span.c3`. */
export type Styles = ReadonlyMap<string, Look>;

/** What a declaration means for the look, by property. */
const MEANINGS: Readonly<Record<string, (value: string) => Look>> = {
  'font-style': (value) => ({ italic: /^(italic|oblique)/.test(value) }),
  'font-weight': (value) => ({ bold: /^(bold|bolder|[6-9]00)$/.test(value) }),
  font: (value) => ({
    italic: /\b(italic|oblique)\b/.test(value),
    bold: /\b(bold|bolder|[6-9]00)\b/.test(value),
  }),
  'text-decoration': (value) => (value.includes('line-through') ? { struck: true } : {}),
  'text-decoration-line': (value) => (value.includes('line-through') ? { struck: true } : {}),
  display: (value) => ({ hidden: value === 'none' }),
  visibility: (value) => ({ hidden: value === 'hidden' }),
};

/** More than any page's style sheet for its text has, in characters; what is longer styles a site. */
const LONGEST_SHEET = 512 * 1024;

/** The styles of sheets; what cannot be read of a sheet says nothing. */
export function readStyles(sheets: readonly string[]): Styles {
  const styles = new Map<string, Look>();
  for (const sheet of sheets) {
    if (sheet.length > LONGEST_SHEET || !MATTERS.test(sheet)) continue;
    walk(parse(sheet, { parseValue: false, parseCustomProperty: false }), {
      visit: 'Rule',
      enter(rule: Rule) {
        // A sheet for print or for small screens is not the page as it is read.
        if (this.atrule) return;
        const look = lookOf(rule.block);
        if (Object.keys(look).length === 0) return;
        for (const selector of simpleSelectors(rule.prelude)) {
          styles.set(selector, { ...styles.get(selector), ...look });
        }
      },
    });
  }
  return styles;
}

const MATTERS = /font|text-decoration|display|visibility/;

function lookOf(node: CssNode): Look {
  const look: Look = {};
  walk(node, {
    visit: 'Declaration',
    enter({ property, value }: Declaration) {
      const text = value.type === 'Raw' ? value.value.trim().toLowerCase() : '';
      Object.assign(look, own(MEANINGS, property.toLowerCase())?.(text));
    },
  });
  return look;
}

const SIMPLE = /^[a-z0-9]*(?:[.#][\w-]+)?$/i;

const simpleSelectors = (prelude: CssNode): string[] =>
  prelude.type === 'Raw'
    ? []
    : sourceOf(prelude).filter((selector) => selector !== '' && SIMPLE.test(selector));

/** The selectors of a list as text, those with more than one part left out. */
function sourceOf(prelude: CssNode): string[] {
  const selectors: string[] = [];
  if (prelude.type !== 'SelectorList') return selectors;
  for (const selector of prelude.children) {
    if (selector.type !== 'Selector') continue;
    let text = '';
    for (const part of selector.children) {
      if (part.type === 'TypeSelector') text += part.name.toLowerCase();
      else if (part.type === 'ClassSelector') text += `.${part.name}`;
      else if (part.type === 'IdSelector') text += `#${part.name}`;
      else text += ' ';
    }
    selectors.push(text);
  }
  return selectors;
}

/** The look that the sheets, an element's own `style` and `hidden` give it. */
export function lookFor(subject: Element, styles: Styles): Look {
  const { tagName } = subject;
  const names = [
    ...classesOf(subject).map((name) => `.${name}`),
    ...(idOf(subject) ? [`#${idOf(subject)}`] : []),
  ];
  const selectors = styles.size === 0 ? [] : [tagName, ...names, ...names.map((name) => tagName + name)];
  const style = attribute(subject, 'style');
  return Object.assign(
    {},
    ...selectors.map((selector) => styles.get(selector)),
    style === '' ? {} : inlineLook(style),
    attribute(subject, 'hidden') === '' ? {} : { hidden: true },
  ) as Look;
}

/** A `style` attribute, split by hand: there may be one on every word. */
const inlineLook = (style: string): Look =>
  Object.assign(
    {},
    ...style.split(';').map((declaration) => {
      const colon = declaration.indexOf(':');
      const value = declaration
        .slice(colon + 1)
        .replace('!important', '')
        .trim()
        .toLowerCase();
      return own(MEANINGS, declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase())?.(value);
    }),
  ) as Look;

/** The style sheets that stand in a page itself. */
export function sheetsOf(root: Root): string[] {
  const sheets: string[] = [];
  eachElement(root, ({ tagName, children }) => {
    if (tagName === 'style')
      sheets.push(children.map((child) => ('value' in child ? child.value : '')).join(''));
    return undefined;
  });
  return sheets;
}
