/** Puts lines that an import left out back into the text of their manuscript. */
import { reread } from './check.js';
import { lettersOf } from './letters.js';
import { literal, markdownOf } from './inline.js';
import { readsAs } from './markdown.js';
import { ANCHOR, type CutLine } from './sidecar.js';

const FRONT_MATTER = /^---\n[\s\S]*?\n---[ \t]*(?:\n|$)/;
/** What stands before the first word of a note or a heading. */
const OPENING = /^(?::::note\n|#{1,6} )/;
const ESCAPED = /\\([!-/:-@[-`{-~]|$)/g;

/** A block of a manuscript: its offset, that of its first word and that of its end, and its first line without escapes. */
interface Place {
  at: number;
  words: number;
  end: number;
  line: string;
}

/**
 * A manuscript, line ends as LF, with lines where they stood: each before its anchor, at the end where it has none,
 * parts of a line in it. The first line that has no place any more, instead, where there is one.
 */
export function withLines(text: string, lines: readonly CutLine[]): string | CutLine {
  const places = placesOf(text);
  const added: { at: number; text: string }[] = [];
  const last: string[] = [];
  for (const line of lines) {
    const paragraph = paragraphOf(line);
    if (line.before === undefined) {
      last.push(paragraph);
      continue;
    }
    const place = placeOf(places, line.before, line.nth ?? 1);
    if (!place) return line;
    if (line.part === 'start') added.push({ at: place.words, text: `${paragraph} ` });
    else if (line.part === 'end') added.push({ at: place.end, text: paragraph });
    else added.push({ at: place.at, text: `${paragraph}\n\n` });
  }
  added.sort((a, b) => a.at - b.at);
  let made = '';
  let from = 0;
  for (const { at, text: one } of added) {
    made += text.slice(from, at) + one;
    from = at;
  }
  made += text.slice(from);
  return last.length === 0 ? made : `${[made.trimEnd(), ...last].join('\n\n')}\n`;
}

/** A line as Markdown that reads as its letters. */
export function paragraphOf(line: CutLine): string {
  const text = line.text.trim();
  const readable = markdownOf(text);
  const wanted = readsAs({ ...line, text, class: 'story', gap: 0 });
  return lettersOf(reread(readable).blocks.join('')) === lettersOf(wanted) ? readable : literal(text);
}

/** The `nth` block that begins with an anchor; the only one where its author wrote on in that line. */
function placeOf(places: readonly Place[], anchor: string, nth: number): Place | undefined {
  const wanted = unescaped(anchor);
  const near = places.filter(({ line }) => line.startsWith(wanted));
  const same = anchor.length < ANCHOR ? near.filter(({ line }) => line === wanted) : near;
  return same[nth - 1] ?? (same.length === 0 && near.length === 1 ? near[0] : undefined);
}

function placesOf(text: string): Place[] {
  const places: Place[] = [];
  let at = FRONT_MATTER.exec(text)?.[0].length ?? 0;
  let open: Place | undefined;
  for (const line of text.slice(at).split('\n')) {
    const end = at + line.length;
    if (line.trim() === '') open = undefined;
    else if (open) open.end = line === ':::' ? open.end : end;
    else places.push((open = { at, words: at, end, line }));
    at = end + 1;
  }
  for (const place of places) {
    const block = text.slice(place.at, place.end);
    place.words += OPENING.exec(block)?.[0].length ?? 0;
    place.line = unescaped(text.slice(place.words, place.end).split('\n', 1)[0] ?? '');
  }
  return places;
}

const unescaped = (markdown: string): string => markdown.replaceAll(ESCAPED, '$1');
