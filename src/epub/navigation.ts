/** Tables of contents: the navigation document's and the NCX's. */
import { descendantsOf, elementsOf, textOf, type XmlElement } from './xml.js';

export interface NavPoint {
  title: string;
  /** Path within the archive; empty for a heading without a link. */
  path: string;
  /** Without `#`. */
  fragment: string;
  children: NavPoint[];
}

type Resolve = (href: string) => { path: string; fragment: string };

/** The entries of a navigation document or an NCX; `resolve` makes paths of their addresses. */
export function readNavigation(root: XmlElement, resolve: Resolve): NavPoint[] {
  const map = descendantsOf(root, 'navMap')[0];
  if (map) return ncxPoints(map, resolve);
  const navs = descendantsOf(root, 'nav');
  const toc =
    navs.find(({ attributes }) => ` ${attributes['epub:type'] ?? ''} `.includes(' toc ')) ?? navs[0];
  const list = toc && elementsOf(toc, 'ol')[0];
  return list ? navPoints(list, resolve) : [];
}

/** https://www.w3.org/TR/epub-33/#sec-nav-def-model */
const navPoints = (list: XmlElement, resolve: Resolve): NavPoint[] =>
  elementsOf(list, 'li').map((item) => {
    const label = elementsOf(item).find(({ name }) => name === 'a' || name === 'span');
    const href = label?.attributes['href'];
    const below = elementsOf(item, 'ol')[0];
    return {
      title: label ? textOf(withoutByline(label)) : '',
      ...(href === undefined ? NOWHERE : resolve(href)),
      children: below ? navPoints(below, resolve) : [],
    };
  });

/** https://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.4.1 */
const ncxPoints = (parent: XmlElement, resolve: Resolve): NavPoint[] =>
  elementsOf(parent, 'navPoint').map((point) => {
    const label = elementsOf(point, 'navLabel')[0];
    const source = elementsOf(point, 'content')[0]?.attributes['src'];
    return {
      title: label ? textOf(label) : '',
      ...(source === undefined ? NOWHERE : resolve(source)),
      children: ncxPoints(point, resolve),
    };
  });

/** Who wrote a story stands behind its title in the contents of an anthology that Octavo made. */
const withoutByline = (label: XmlElement): XmlElement => ({
  ...label,
  children: label.children.filter(
    (child) => typeof child === 'string' || child.attributes['class'] !== 'byline',
  ),
});

const NOWHERE = { path: '', fragment: '' };
