/** pandoc's notes within a line, `^[…]`, as notes with a mark and a text. */
import { marked, type Line } from './lines.js';

/** The lines with each inline note as a reference, its text behind the last line. */
export function inlineNotes(lines: readonly Line[]): Line[] {
  if (!lines.some(({ text }) => text.includes('^['))) return [...lines];
  const all = marked(lines);
  const made: Line[] = [];
  const notes: Line[] = [];
  for (let at = 0; at < all.length;) {
    const { text, origin, code } = all[at] ?? { text: '', origin: 0, code: false };
    if (code || !text.includes('^[')) {
      made.push({ text, origin });
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < all.length && /\S/.test(all[end]?.text ?? '') && !all[end]?.code) end += 1;
    take(all.slice(at, end));
    at = end;
  }
  return notes.length === 0 ? made : [...made, ...notes];

  /** A paragraph from its first note on; a note may go on over its lines. */
  function take(paragraph: readonly Line[]): void {
    const text = paragraph.map((line) => line.text).join('\n');
    let [row, current, from] = [0, '', 0];
    const origin = (index: number): number => paragraph[index]?.origin ?? 0;
    for (let index = 0; index < text.length; index += 1) {
      if (text[index] === '\\') index += 1;
      else if (text[index] === '`') index = afterCode(text, index) - 1;
      else if (text[index] === '\n') {
        made.push({ text: current + text.slice(from, index), origin: origin(row) });
        [row, current, from] = [row + 1, '', index + 1];
      } else if (text.startsWith('^[', index)) {
        const close = closing(text, index + 1);
        if (close === undefined) continue;
        const label = `inline-${String(origin(row))}-${String(notes.length)}`;
        const note = text.slice(index + 2, close);
        current += `${text.slice(from, index)}[^${label}]`;
        notes.push(
          { text: '', origin: origin(row) },
          { text: `[^${label}]: ${note.replaceAll(/\s*\n\s*/g, ' ')}`, origin: origin(row) },
        );
        row += note.split('\n').length - 1;
        [from, index] = [close + 1, close];
      }
    }
    made.push({ text: current + text.slice(from), origin: origin(row) });
  }
}

/** Where the code that begins at `from` ends. */
function afterCode(text: string, from: number): number {
  const [marks = '`'] = /^`+/.exec(text.slice(from, from + LONGEST)) ?? [];
  const rest = new RegExp(`(?<!\`)${marks}(?!\`)`).exec(text.slice(from + marks.length, from + LONGEST));
  return rest ? from + marks.length + rest.index + marks.length : from + marks.length;
}

/** The most characters of a note within a line. */
const LONGEST = 10_000;

/** The bracket that closes the one at `from`. */
function closing(text: string, from: number): number | undefined {
  let depth = 0;
  for (let index = from; index < Math.min(text.length, from + LONGEST); index += 1) {
    if (text[index] === '\\') index += 1;
    else if (text[index] === '[') depth += 1;
    else if (text[index] === ']') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return undefined;
}
