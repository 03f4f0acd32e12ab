/**
 * What may stand where in a content document: the elements that a book holds, of those that XHTML in EPUB knows.
 *
 * @see https://www.w3.org/TR/epub-33/#sec-xhtml
 * @see https://html.spec.whatwg.org/multipage/dom.html#content-models
 */

/** The names of a list that white space parts. */
export const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Elements that stand within a line: https://html.spec.whatwg.org/multipage/dom.html#phrasing-content-2 */
export const PHRASING = names(`
  a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q ruby s samp small span strong sub sup time u
  var wbr
`);

/** Elements that hold inline content only. */
const HOLDS_PHRASING = names('p h1 h2 h3 h4 h5 h6 pre summary rt rp caption dt');

/** Elements that stand between paragraphs and hold such: https://html.spec.whatwg.org/multipage/dom.html#flow-content-2 */
export const FLOW = names(`
  article aside blockquote details div dl figure h1 h2 h3 h4 h5 h6 header hr ol p pre section table ul
`);

/** Elements that go with all that is in them: what runs, loads, or takes input. */
export const REMOVED = names(`
  applet area audio base basefont bgsound button canvas dialog embed frame frameset head iframe input keygen link
  map math meta meter noembed noframes noscript object option param plaintext portal progress script select slot source
  style svg template textarea title track video xmp
`);

/** Elements of old HTML that a book has others for, and some of HTML's that stand for themselves. */
const OLD = names(
  'acronym address big center dir footer hgroup main menu nav rb rtc strike tt font blink marquee nobr search',
);

/** Whether a name is that of an element of HTML, old or new, that a book may hold or not. */
export const isElement = (name: string): boolean =>
  [PHRASING, FLOW, PARTS, REMOVED, OLD].some((known) => known.has(name)) ||
  name === 'html' ||
  name === 'body';

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
const CLOSED: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
  a: { a: 'span', details: 'div' },
  dfn: { dfn: 'span' },
  time: { time: 'span' },
  caption: { table: undefined },
};

export const VOID = names('br hr img col wbr');

/** A place among the children of an element. */
export interface Place {
  /** The element that holds it; none at the top of a document. */
  parent?: string;
  /** True where only inline content may stand. */
  phrasing: boolean;
  /** What may not stand here for an element that is further out, and what it becomes: see `CLOSED`. */
  closed: Readonly<Record<string, string | undefined>>;
}

/** The top of a document. */
export const OUTSIDE: Place = { phrasing: false, closed: {} };

/** What the children of an element may be. */
export function within(tagName: string, { phrasing, closed }: Place): Place {
  const closes = CLOSED[tagName];
  return {
    parent: tagName,
    phrasing:
      HOLDS_PHRASING.has(tagName) || (PHRASING.has(tagName) && (phrasing || !TRANSPARENT.has(tagName))),
    closed: closes ? { ...closed, ...closes } : closed,
  };
}

/** Inline elements that hold what their parent holds; all others never hold blocks. */
const TRANSPARENT = names('a ins del');

/** Whether an element may stand in a place, or be put into what its parent wraps others in. */
export function mayStand(tagName: string, { parent, phrasing }: Place): boolean {
  const rule = parent === undefined ? undefined : CHILDREN.get(parent);
  // Others than a list's own children are put into one of these.
  if (rule && !rule.only.has(tagName)) return rule.wrap !== undefined && !PARTS.has(tagName);
  if (PARTS.has(tagName)) {
    return (
      rule?.only.has(tagName) === true || (parent !== undefined && ALSO.get(parent)?.has(tagName) === true)
    );
  }
  return PHRASING.has(tagName) || (!phrasing && FLOW.has(tagName));
}
