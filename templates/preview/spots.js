/* Places in a page of the book: by the words that stand there, by the line of the manuscript, and where one reads. */

const BLOCKS =
  'p, h1, h2, h3, h4, h5, h6, li, dt, dd, pre, td, th, figcaption, figure, blockquote, hr, img, svg, table';

const walkerOf = (root) => root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);

/** The text of an element, and a function from an offset there to a node and an offset in it. */
function textIn(root) {
  const nodes = [];
  const starts = [];
  let text = '';
  const walker = walkerOf(root);
  while (walker.nextNode()) {
    nodes.push(walker.currentNode);
    starts.push(text.length);
    text += walker.currentNode.data;
  }
  const placeAt = (offset) => {
    const next = starts.findIndex((start) => start > offset);
    const index = (next < 0 ? nodes.length : next) - 1;
    return [nodes[index], offset - starts[index]];
  };
  return { text, placeAt };
}

function rangeBetween({ placeAt }, start, end, doc) {
  const range = doc.createRange();
  range.setStart(...placeAt(start));
  const [node, offset] = placeAt(Math.max(start, end - 1));
  range.setEnd(node, Math.min(node.length, offset + (end > start ? 1 : 0)));
  return range;
}

/** The range of some words, told from others by what stands on both sides; of words that repeat, the one of the line. */
export function rangeOf(doc, { left = '', text, right = '' }, near) {
  const whole = textIn(doc.body);
  const from = near ? whole.text.indexOf(near.textContent) : 0;
  for (const length of [40, 12, 4, 0]) {
    const [before, after] = [left.slice(-length || left.length), right.slice(0, length)];
    const sides = length === 0 ? [text, 0] : [before + text + after, before.length];
    const found = [Math.max(from, 0), 0]
      .map((start) => whole.text.indexOf(sides[0], start))
      .find((at) => at >= 0);
    if (found !== undefined && sides[0] !== '')
      return rangeBetween(whole, found + sides[1], found + sides[1] + text.length, doc);
  }
  return undefined;
}

/** Takes the lines of the manuscript off a document that was just loaded: they are no part of the book. */
export function takeLines(root) {
  const lines = new Map();
  for (const element of root.querySelectorAll('[data-line]')) {
    lines.set(element, Number(element.dataset.line ?? element.getAttribute('data-line')));
    element.removeAttribute('data-line');
  }
  return lines;
}

/** The lines of `next` for the elements of `now`, which has the same elements. */
export function carryLines(now, next, lines) {
  const carried = new Map();
  const [a, b] = [now, next].map((root) =>
    root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT),
  );
  while (b.nextNode() && a.nextNode()) {
    const line = lines.get(b.currentNode);
    if (line !== undefined) carried.set(a.currentNode, line);
  }
  return carried;
}

/** The last element that begins at a line of the manuscript or before it. */
export function elementAt(lines, line) {
  let best;
  for (const [element, begins] of lines)
    if (begins <= line && (best === undefined || begins >= best.begins)) best = { element, begins };
  return best?.element ?? lines.keys().next().value;
}

/** The line of the manuscript in which the paragraph round a node begins. */
export function lineOf(lines, node) {
  const element = node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
  for (let one = element; one; one = one.parentElement) if (lines.has(one)) return lines.get(one);
  // A picture, a break between scenes: what was written before it.
  let before;
  for (const [other, line] of lines)
    if (element && other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) before = line;
  return before;
}

/** The paragraph, heading or picture round a node. */
export const blockOf = (node) =>
  (node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement)?.closest(BLOCKS);

/** The middle of a range of text, as a range of one character: what somebody who looks at the page most likely reads. */
export function middleOf(range) {
  const doc = range.startContainer.ownerDocument;
  const texts = [];
  const walker = walkerOf(range.commonAncestorContainer.parentElement ?? doc.body);
  let length = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!range.intersectsNode(node)) continue;
    const start = node === range.startContainer ? range.startOffset : 0;
    const end = node === range.endContainer ? range.endOffset : node.length;
    if (end > start && node.data.trim() !== '') {
      texts.push({ node, start, length: end - start });
      length += end - start;
    }
  }
  let rest = length / 2;
  for (const { node, start, length: own } of texts) {
    if (rest < own) {
      const middle = doc.createRange();
      middle.setStart(node, Math.floor(start + rest));
      middle.setEnd(node, Math.min(node.length, Math.floor(start + rest) + 1));
      return middle;
    }
    rest -= own;
  }
  return range.cloneRange();
}

/**
 * Remembers a place by its words, for when its node is gone: those on both sides, all of its paragraph, and how many
 * characters of the document stand before it and before its paragraph.
 */
export function remember(range) {
  const { startContainer: node, startOffset } = range;
  if (node.nodeType !== Node.TEXT_NODE) return undefined;
  const block = blockOf(node) ?? node.parentElement;
  const { textContent: text } = block;
  const at = lengthTo(block, node, startOffset);
  const { body } = node.ownerDocument;
  const offset = lengthTo(body, node, startOffset);
  return {
    right: text.slice(at, at + 40),
    left: text.slice(Math.max(0, at - 40), at),
    text,
    offset,
    start: offset - at,
  };
}

/** How many characters stand in an element before a place. */
function lengthTo(element, node, offset) {
  const before = element.ownerDocument.createRange();
  before.setStart(element, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

/** A remembered place in the document as it is now, where its words are still there, in a stretch of its text. */
export function recall(doc, { left, right, offset }, from = 0, to = Infinity) {
  const whole = textIn(doc.body);
  for (const [words, skip, far] of [
    [left + right, left.length, Infinity],
    [right, 0, Infinity],
    [left, Math.max(0, left.length - 1), Infinity],
    // Few words stand anywhere.
    [right.slice(0, 16), 0, NEAR],
    [left.slice(-16), 15, NEAR],
  ]) {
    if (words.trim().length < 4) continue;
    const at = nearest(whole.text, words, offset - skip);
    if (at >= from && at < to && Math.abs(at + skip - offset) <= far)
      return rangeBetween(whole, at + skip, at + skip + 1, doc);
  }
  return undefined;
}

/** As many characters as a page or two. */
const NEAR = 3000;

/** Where words stand in a text: of several places the one nearest to an offset; -1 where there is none. */
function nearest(text, words, offset) {
  const before = text.lastIndexOf(words, offset);
  const after = text.indexOf(words, Math.max(0, offset));
  if (before < 0 || after < 0) return Math.max(before, after);
  return offset - before < after - offset ? before : after;
}
