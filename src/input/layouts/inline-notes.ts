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
    const { brackets, code } = spansIn(text);
    let [row, current, from] = [0, '', 0];
    const origin = (index: number): number => paragraph[index]?.origin ?? 0;
    for (let index = 0; index < text.length; index += 1) {
      if (text[index] === '\\') index += 1;
      else if (text[index] === '`') index = (code.get(index) ?? index + 1) - 1;
      else if (text[index] === '\n') {
        made.push({ text: current + text.slice(from, index), origin: origin(row) });
        [row, current, from] = [row + 1, '', index + 1];
      } else if (text.startsWith('^[', index)) {
        const close = brackets.get(index + 1);
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

/** For each bracket that opens, where it closes; for each run of backticks that begins code, where the code ends. */
function spansIn(text: string): { brackets: ReadonlyMap<number, number>; code: ReadonlyMap<number, number> } {
  const code = codeIn(text);
  const brackets = new Map<number, number>();
  const open: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '\\') index += 1;
    else if (character === '`') index = (code.get(index) ?? index + 1) - 1;
    else if (character === '[') open.push(index);
    else if (character === ']') {
      const from = open.pop();
      if (from !== undefined) brackets.set(from, index);
    }
  }
  return { brackets, code };
}

/** Where code ends, by where it begins: at the next run of as many backticks; a run alone ends itself. */
function codeIn(text: string): ReadonlyMap<number, number> {
  const runs = [...text.matchAll(/`+/g)].map(({ 0: marks, index }) => ({ index, length: marks.length }));
  const next = new Map<number, number>();
  const ends = new Map<number, number>();
  for (const { index, length } of runs.reverse()) {
    ends.set(index, next.get(length) ?? index + length);
    next.set(length, index + length);
  }
  return ends;
}
