/** Paragraphs that moved: a chapter split in two, two joined, a scene in another place. */
import { keyOf, PARAGRAPH, wordCount } from './tokens.js';
import type { Move, Segment } from './types.js';

/** A paragraph of fewer words is found anywhere, and its coming and going is no move. */
const LEAST = 6;

/** The text of a section with its changes, and what the section is called. */
interface Told {
  title: string;
  segments: readonly Segment[];
}

/** A stretch of a segment: a whole paragraph, or what is left of one. */
interface Stretch {
  text: string;
  /** Tells the same paragraph at another place; empty where it is no whole one, or too short. */
  key: string;
}

/**
 * The segments of each section, with the paragraphs that stand in another place now as `left` there and as `came`
 * here, and how many words went from where to where.
 */
export function withMoves(sections: readonly Told[]): { segments: Segment[][]; moves: Move[] } {
  const cut = sections.map(({ segments }) => segments.map(stretchesOf(segments)));
  const gone = new Map<string, number[]>();
  eachOf('removed', sections, cut, ({ key }, section) => {
    gone.set(key, [...(gone.get(key) ?? []), section]);
  });
  // Where each paragraph that came is from, and where each that left went: first gone, first come.
  const [from, to] = [new Map<Stretch, number>(), new Map<string, number[]>()];
  const moves = new Map<string, Move>();
  eachOf('added', sections, cut, (stretch, section) => {
    const origin = gone.get(stretch.key)?.shift();
    if (origin === undefined) return;
    from.set(stretch, origin);
    to.set(stretch.key, [...(to.get(stretch.key) ?? []), section]);
    const name = `${String(origin)} ${String(section)}`;
    const move = moves.get(name) ?? {
      from: titleOf(sections, origin),
      to: titleOf(sections, section),
      words: 0,
    };
    moves.set(name, { ...move, words: move.words + wordCount(stretch.text) });
  });
  const segments = sections.map((section, index) =>
    joined(
      section.segments.flatMap((segment, at) => {
        if (segment.kind !== 'removed' && segment.kind !== 'added') return [segment];
        const isRemoved = segment.kind === 'removed';
        return (cut[index]?.[at] ?? []).map((stretch): Segment => {
          const place = isRemoved ? to.get(stretch.key)?.shift() : from.get(stretch);
          const kind = place === undefined ? segment.kind : isRemoved ? 'left' : 'came';
          const texts = { before: isRemoved ? stretch.text : '', after: isRemoved ? '' : stretch.text };
          return { kind, ...texts, ...(place === undefined ? {} : { place: titleOf(sections, place) }) };
        });
      }),
    ),
  );
  return { segments, moves: [...moves.values()] };
}

const titleOf = (sections: readonly Told[], index: number): string => sections[index]?.title ?? '';

/** Calls for each stretch of a kind that may have moved, in order. */
function eachOf(
  kind: Segment['kind'],
  sections: readonly Told[],
  cut: readonly (readonly Stretch[][])[],
  call: (stretch: Stretch, section: number) => void,
): void {
  sections.forEach(({ segments }, section) => {
    segments.forEach((segment, at) => {
      if (segment.kind !== kind) return;
      for (const stretch of cut[section]?.[at] ?? []) if (stretch.key !== '') call(stretch, section);
    });
  });
}

/** Cuts what was removed or added at the ends of paragraphs; other segments are not looked at. */
const stretchesOf =
  (segments: readonly Segment[]) =>
  ({ kind, before, after }: Segment, index: number): Stretch[] => {
    if (kind !== 'removed' && kind !== 'added') return [];
    const side = kind === 'removed' ? 'before' : 'after';
    const texts = (kind === 'removed' ? before : after).split(/(?<=\n\n)/);
    return texts.map((text, at) => {
      const isWhole = text.endsWith(PARAGRAPH) && (at > 0 || isStart(segments, index, side));
      return { text, key: isWhole && wordCount(text) >= LEAST ? keyOf(text) : '' };
    });
  };

/** Whether a paragraph of the one edition begins with this segment. */
function isStart(segments: readonly Segment[], index: number, side: 'before' | 'after'): boolean {
  for (let at = index - 1; at >= 0; at -= 1) {
    const text = segments[at]?.[side] ?? '';
    if (text !== '') return text.endsWith(PARAGRAPH);
  }
  return true;
}

/** Neighbours of one kind and place as one segment. */
function joined(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  for (const segment of segments) {
    const last = result.at(-1);
    if (last?.kind === segment.kind && last.place === segment.place) {
      last.before += segment.before;
      last.after += segment.after;
    } else result.push({ ...segment });
  }
  return result;
}
