/** Which section of the newer edition is which of the older one. */
import { byLikeness, likenesses, type Likeness } from './likeness.js';
import { keyOf, stretchesOf } from './tokens.js';
import type { EditionSection } from './types.js';

/** As much as this of two texts must be the same for them to be one section under another name, 0 to 1. */
const LIKE = 0.3;
/** The same where their ids or titles are the same: of a chapter cut in two, the half that keeps the title is it. */
const LIKE_BY_NAME = 0.05;
/** What a name in common adds to the likeness of two texts: less than a text in common. */
const NAMED = 0.2;
/** A page of fewer stretches of words says too little to be known by them. */
const SHORT = 4;

/** A section with what it is known by; the costly parts are made when somebody asks. */
interface Side {
  section: EditionSection;
  text: string;
  key(): string;
  stretches(): ReadonlySet<string>;
}

/**
 * The section of `newer` for each of `older`, by their indexes: the same text first, then the likest, then the same
 * name. Numbered files and titles move when a chapter comes between, so that a name alone says least. Sections
 * without a partner are left out.
 */
export function matchSections(
  older: readonly EditionSection[],
  newer: readonly EditionSection[],
): Map<number, number> {
  const [before, after] = [older.map(sideOf), newer.map(sideOf)];
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const take = (from: number, to: number | undefined): void => {
    if (to === undefined || pairs.has(from) || taken.has(to)) return;
    pairs.set(from, to);
    taken.add(to);
  };
  const pass = ({ nameOf, isPair }: Pass): void => {
    const open = new Map<string, number[]>();
    after.forEach((side, to) => {
      if (!taken.has(to)) open.set(nameOf(side), [...(open.get(nameOf(side)) ?? []), to]);
    });
    before.forEach((side, from) => {
      if (pairs.has(from)) return;
      const candidates = open.get(nameOf(side)) ?? [];
      take(
        from,
        candidates.find((to) => !taken.has(to) && isPair(side, after[to] as Side)),
      );
    });
  };
  SAME_TEXT.forEach(pass);
  for (const { from, to } of likely(before, after, pairs, taken)) take(from, to);
  pass(SAME_NAME);
  return pairs;
}

/** What two sections must share, and what else must hold. */
interface Pass {
  nameOf: (side: Side) => string;
  isPair: (side: Side, other: Side) => boolean;
}

const SAME_TEXT: readonly Pass[] = [
  { nameOf: ({ section }) => section.id, isPair: ({ text }, other) => text === other.text },
  { nameOf: ({ section }) => section.id, isPair: (side, other) => side.key() === other.key() },
  { nameOf: (side) => side.key(), isPair: ({ text }) => text !== '' },
];

/** A chapter that was written anew under its old name, or a page of a few words. */
const SAME_NAME: Pass = {
  nameOf: ({ section }) => section.id,
  isPair: (side, other) =>
    side.section.title === other.section.title ||
    Math.min(side.stretches().size, other.stretches().size) < SHORT,
};

function sideOf(section: EditionSection): Side {
  const text = section.blocks.map((block) => block.text).join('\n');
  const key = once(() => keyOf(text));
  const stretches = once(() => stretchesOf(key()));
  return { section, text, key, stretches };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Pairs of sections that are left over and alike, the likest first. */
function likely(
  before: readonly Side[],
  after: readonly Side[],
  pairs: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
): Likeness[] {
  const [old, now] = [
    before.map((side, from) => (pairs.has(from) ? undefined : side.stretches())),
    after.map((side, to) => (taken.has(to) ? undefined : side.stretches())),
  ];
  return likenesses(old, now)
    .flatMap(({ from, to, like }) => {
      const [side, other] = [before[from] as Side, after[to] as Side];
      const names = Number(isNamed(side, other, 'id')) + Number(isNamed(side, other, 'title'));
      return like >= (names > 0 ? LIKE_BY_NAME : LIKE) ? { from, to, like: like + names * NAMED } : [];
    })
    .sort(byLikeness);
}

const isNamed = ({ section }: Side, other: Side, by: 'id' | 'title'): boolean =>
  section[by] === other.section[by];

/** Those of the indexes that do not keep their order: the fewest that have to move for the rest to stand. */
export function movedAmong(indexes: readonly number[]): Set<number> {
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  indexes.forEach((value, at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((indexes[ends[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = ends[low - 1];
    ends[low] = at;
  });
  const standing = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) standing.add(indexes[at] as number);
  return new Set(indexes.filter((value) => !standing.has(value)));
}
