/** Italics, bold and struck text, however a page says them, as `em`, `strong` and `del`; what is not shown is noted. */
import type { Element, Root } from 'hast';
import { classesOf, element, isElement, isUnseen } from './elements.js';
import type { Containers } from './flow.js';
import { lookFor, type Look, type Styles } from './styles.js';

/** What elements look like where no style says otherwise. */
const BY_TAG: Readonly<Record<string, Look>> = {
  b: { bold: true },
  cite: { italic: true },
  del: { struck: true },
  dfn: { italic: true },
  em: { italic: true },
  i: { italic: true },
  s: { struck: true },
  strike: { struck: true },
  strong: { bold: true },
  u: { italic: true },
  var: { italic: true },
};

/** The element that says it, innermost first. */
const FACETS = [
  { facet: 'struck', tagName: 'del' },
  { facet: 'bold', tagName: 'strong' },
  { facet: 'italic', tagName: 'em' },
] as const;

type Facets = Readonly<Record<(typeof FACETS)[number]['facet'], boolean>>;
const PLAIN: Facets = { italic: false, bold: false, struck: false };

/** Headings and the heads of tables are set as a theme has them, whatever a page's style says. */
const THEMED = /^(h[1-6]|th|thead)$/;
/** Classes that mean italics where the page's style sheet is not at hand. */
const ITALIC_CLASS = /^(italics?|it|i|em|emphasis)$/i;
const BOLD_CLASS = /^(bold|strong|b)$/i;

/** Says the emphasis of a tree in elements, in place; returns those that are not shown. */
export function sayEmphasis(root: Root, styles: Styles, containers: Containers): Set<Element> {
  const hidden = new Set<Element>();
  const descend = (parent: Element | Root, wanted: Facets, said: Facets): void => {
    for (const child of parent.children) if (isElement(child) && !isUnseen(child)) visit(child, wanted, said);
  };
  const visit = (subject: Element, around: Facets, said: Facets): void => {
    const { tagName } = subject;
    const look = { ...BY_TAG[tagName], ...byClass(subject, styles), ...lookFor(subject, styles) };
    if (look.hidden === true) hidden.add(subject);
    if (THEMED.test(tagName)) {
      descend(subject, PLAIN, { ...PLAIN, bold: true });
      return;
    }
    const wanted = { ...around, ...definedOf(look) };
    if (tagName in BY_TAG) subject.tagName = 'span';
    if (containers.has(subject) || KEPT.has(tagName)) {
      descend(subject, wanted, said);
      return;
    }
    descend(subject, wanted, { ...said, ...truthOf(wanted) });
    for (const { facet, tagName: name } of FACETS) {
      if (wanted[facet] && !said[facet]) subject.children = [element(name, subject.children, subject)];
    }
  };
  descend(root, PLAIN, PLAIN);
  return hidden;
}

/** Elements that hold others and no text of their own. */
const KEPT: ReadonlySet<string> = new Set('colgroup dl ol table tbody tfoot tr ul'.split(' '));

function byClass(subject: Element, styles: Styles): Look {
  const names = classesOf(subject).filter((name) => !styles.has(`.${name}`));
  return {
    ...(names.some((name) => ITALIC_CLASS.test(name)) ? { italic: true } : {}),
    ...(names.some((name) => BOLD_CLASS.test(name)) ? { bold: true } : {}),
  };
}

const definedOf = ({ italic, bold, struck }: Look): Partial<Facets> => ({
  ...(italic === undefined ? {} : { italic }),
  ...(bold === undefined ? {} : { bold }),
  ...(struck === undefined ? {} : { struck }),
});

const truthOf = (facets: Facets): Partial<Facets> =>
  Object.fromEntries(Object.entries(facets).filter(([, value]) => value));
