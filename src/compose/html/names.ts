/** What raw HTML may bring into a book: the elements of XHTML that e-readers show, and where each may stand. */
import type { Properties } from 'hast';

/** The property that holds the place of those that this build gave an element itself. */
export const SEAL = 'dataSeal';

/** What stood in such a place. */
export interface Sealed {
  tagName: string;
  properties: Properties;
}

/** The names of a list that white space parts. */
export const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Elements that stand within a line: https://html.spec.whatwg.org/multipage/dom.html#phrasing-content-2 */
export const PHRASING = names(`
  a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q ruby s samp small span strong sub sup time u
  var wbr
`);

/** Elements that hold inline content only. */
export const HOLDS_PHRASING = names('p h1 h2 h3 h4 h5 h6 pre summary rt rp caption dt');

/** Elements that stand between paragraphs and hold such: https://html.spec.whatwg.org/multipage/dom.html#flow-content-2 */
export const FLOW = names(`
  article aside blockquote details div dl figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul
`);

/** Parents that hold nothing but certain children; `wrap` is what others are put into, or they are taken apart. */
export const CHILDREN: ReadonlyMap<string, { only: ReadonlySet<string>; wrap?: string }> = new Map([
  ['ul', { only: names('li'), wrap: 'li' }],
  ['ol', { only: names('li'), wrap: 'li' }],
  ['dl', { only: names('dt dd'), wrap: 'dd' }],
  ['table', { only: names('caption colgroup thead tbody tfoot tr') }],
  ['thead', { only: names('tr') }],
  ['tbody', { only: names('tr') }],
  ['tfoot', { only: names('tr') }],
  ['tr', { only: names('th td') }],
  ['colgroup', { only: names('col') }],
]);

/** Parents that hold certain children beside what others of their sort hold. */
export const ALSO: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['figure', names('figcaption')],
  ['details', names('summary')],
  ['ruby', names('rt rp')],
]);

/** Elements that stand only where `CHILDREN` or `ALSO` has them. */
export const PARTS = names(
  'li dt dd caption colgroup col thead tbody tfoot tr th td figcaption summary rt rp',
);

/**
 * Elements that hold none of certain others at any depth, and what those become in them; nothing: their content alone.
 *
 * @see https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-a-element
 */
export const CLOSED: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
  a: { a: 'span', details: 'div' },
  dfn: { dfn: 'span' },
  caption: { table: undefined },
};

export const VOID = names('br hr img col wbr');

/** Elements that go with all that is in them: what runs, loads, or takes input. */
export const REMOVED = names(`
  applet area audio base basefont bgsound button canvas dialog embed frame frameset head iframe input keygen link
  map math meta meter noembed noframes noscript object option param plaintext portal progress script select slot source
  style svg template textarea title track video xmp
`);

/** Elements of old HTML, or with demands on what stands in them, and their like in XHTML. */
export const RENAMED: ReadonlyMap<string, { tagName: string; className?: string }> = new Map([
  ['acronym', { tagName: 'abbr' }],
  ['address', { tagName: 'div', className: 'address' }],
  ['big', { tagName: 'span', className: 'big' }],
  ['center', { tagName: 'div', className: 'center' }],
  ['dir', { tagName: 'ul' }],
  ['footer', { tagName: 'div' }],
  ['header', { tagName: 'div' }],
  ['hgroup', { tagName: 'div' }],
  ['main', { tagName: 'div' }],
  ['menu', { tagName: 'ul' }],
  ['nav', { tagName: 'div' }],
  ['rb', { tagName: 'span' }],
  ['strike', { tagName: 's' }],
  ['tt', { tagName: 'code' }],
]);

/** Whether an element may stand in a book at all. */
export const isKnown = (name: string): boolean => PHRASING.has(name) || FLOW.has(name) || PARTS.has(name);
