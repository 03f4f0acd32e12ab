/** Comments of Obsidian's, which nobody prints: `%%words%%`, in a line or over several. */
import { marked, type Line } from './lines.js';

const SPAN = /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g;

/** The lines without what stands between two `%%`, and how each comment begins. A mark without another is text. */
export function withoutComments(lines: readonly Line[]): { lines: Line[]; comments: Line[] } {
  if (!lines.some(({ text }) => text.includes('%%'))) return { lines: [...lines], comments: [] };
  const marks = marked(lines).flatMap(({ text, code }, line) => {
    if (code || !text.includes('%%')) return [];
    const plain = text.replaceAll(SPAN, (span) => ' '.repeat(span.length));
    return [...plain.matchAll(/(?<!\\)%%/g)].map(({ index }) => ({ line, column: index }));
  });
  const comments: Line[] = [];
  const kept = lines.map(({ text, origin }) => ({ text, origin, isGone: false }));
  // From the last to the first, so that columns before stay what they are.
  for (let index = marks.length - (marks.length % 2) - 2; index >= 0; index -= 2) {
    const [open, close] = [marks[index], marks[index + 1]];
    const first = open && kept[open.line];
    const last = close && kept[close.line];
    if (!first || !last) continue;
    const tail = last.text.slice(close.column + 2);
    const end = first === last ? close.column + 2 : first.text.length;
    comments.unshift({ text: first.text.slice(open.column, end).slice(0, 40), origin: first.origin });
    first.text = first.text.slice(0, open.column) + tail;
    for (let line = open.line + 1; line <= close.line; line++) {
      const inside = kept[line];
      if (inside) inside.isGone = true;
    }
    if (!/\S/.test(first.text)) first.isGone = true;
  }
  return {
    lines: kept.flatMap(({ text, origin, isGone }) => (isGone ? [] : [{ text, origin }])),
    comments,
  };
}
