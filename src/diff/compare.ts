/** Compares two texts of one section word by word. */
import { diffArrays } from 'diff';
import { anchorsOf } from './align.js';
import { keyOf, PARAGRAPH, tokensOf, type Token } from './tokens.js';
import type { Block, Segment } from './types.js';

/** Words between two changes, at most, that are taken to be part of one change. */
const WELD = 2;
/** A stretch in which less than this of the words is the same was written anew, 0 to 1. */
const REWRITTEN = 0.45;
/** The most changes that are looked for in one stretch; the time grows with their square. */
const MOST_CHANGES = 1500;

/** The segments of a section's text, in order; together they are both texts. */
export function segmentsOf(before: readonly Block[], after: readonly Block[]): Segment[] {
  const segments: Segment[] = [];
  const changes = diffArrays(before.map(keyed), after.map(keyed), { maxEditLength: MOST_CHANGES });
  if (!changes) return joined(aligned(before, after));
  let [from, to] = [0, 0];
  for (let index = 0; index < changes.length; index++) {
    const { added, removed, count } = changes[index] as (typeof changes)[number];
    if (!added && !removed) {
      for (let at = 0; at < count; at++) segments.push(...matching(before[from + at], after[to + at]));
      from += count;
      to += count;
      continue;
    }
    // What was removed and what came in its place stand side by side, in either order.
    const next = changes[index + 1];
    const hasPartner = next !== undefined && (next.added || next.removed);
    if (hasPartner) index += 1;
    const gone = removed ? count : hasPartner ? next.count : 0;
    const come = added ? count : hasPartner ? next.count : 0;
    const [old, now] = [before.slice(from, from + gone), after.slice(to, to + come)];
    segments.push(...(differing(textOf(old), textOf(now)) ?? aligned(old, now)));
    from += gone;
    to += come;
  }
  return joined(segments);
}

/** Stretches of so many paragraphs, or so much changed, that like is first put to like. */
function aligned(before: readonly Block[], after: readonly Block[]): Segment[] {
  const segments: Segment[] = [];
  const compare = (...blocks: [readonly Block[], readonly Block[]]): void => {
    const [old, now] = [textOf(blocks[0]), textOf(blocks[1])];
    if (old + now !== '') segments.push(...(differing(old, now) ?? replaced(old, now)));
  };
  let [from, to] = [0, 0];
  for (const [at, partner] of anchorsOf(before, after)) {
    compare(before.slice(from, at), after.slice(to, partner));
    compare(before.slice(at, at + 1), after.slice(partner, partner + 1));
    [from, to] = [at + 1, partner + 1];
  }
  compare(before.slice(from), after.slice(to));
  return segments;
}

const keyed = ({ text }: Block): string => keyOf(text);

const textOf = (blocks: readonly Block[]): string => blocks.map(({ text }) => text + PARAGRAPH).join('');

/** A paragraph of both editions: the same, but perhaps for its typography. */
function matching(before: Block | undefined, after: Block | undefined): Segment[] {
  const [old, now] = [`${before?.text ?? ''}${PARAGRAPH}`, `${after?.text ?? ''}${PARAGRAPH}`];
  return old === now
    ? [{ kind: 'same', before: old, after: now }]
    : alike([old, now], [tokensOf(old), tokensOf(now)]);
}

/**
 * Tokens that match one by one, each with what stands between it and the next. Spaces before a change belong to
 * that: `isCut` says that one follows.
 */
function alike(
  [before, after]: readonly [string, string],
  [old, now]: readonly [readonly Token[], readonly Token[]],
  isCut = false,
): Segment[] {
  return now.map((token, index) => {
    const partner = old[index] as Token;
    const texts = {
      before: before.slice(partner.start, startOf(old, index + 1, before)),
      after: after.slice(token.start, startOf(now, index + 1, after)),
    };
    const isLast = isCut && index === now.length - 1;
    const isSame = isLast
      ? before.slice(partner.start, partner.end) === after.slice(token.start, token.end)
      : texts.before === texts.after;
    return { kind: isSame ? 'same' : 'typography', ...texts };
  });
}

const startOf = (tokens: readonly Token[], index: number, text: string): number =>
  tokens[index]?.start ?? text.length;

/** Stretches of paragraphs that differ in words; undefined where there are too many changes to look for. */
function differing(before: string, after: string): Segment[] | undefined {
  if (before === '' || after === '') return replaced(before, after);
  const [old, now] = [tokensOf(before), tokensOf(after)];
  const keys = (tokens: readonly Token[]) => tokens.map(({ key }) => key);
  const changes = diffArrays(keys(old), keys(now), { maxEditLength: MOST_CHANGES });
  if (!changes) return undefined;
  const common = changes.reduce((sum, { added, removed, count }) => sum + (added || removed ? 0 : count), 0);
  if (common < REWRITTEN * Math.min(old.length, now.length)) return replaced(before, after);

  const segments: Segment[] = [];
  let [from, to] = [0, 0];
  changes.forEach(({ added, removed, count }, index) => {
    const [fromEnd, toEnd] = [added ? from : from + count, removed ? to : to + count];
    const tokens = [old.slice(from, fromEnd), now.slice(to, toEnd)] as const;
    const upTo = [
      before.slice(0, startOf(old, fromEnd, before)),
      after.slice(0, startOf(now, toEnd, after)),
    ] as const;
    segments.push(
      ...(added || removed
        ? replaced(
            upTo[0].slice(tokens[0][0]?.start ?? Infinity),
            upTo[1].slice(tokens[1][0]?.start ?? Infinity),
          )
        : alike(upTo, tokens, index < changes.length - 1)),
    );
    [from, to] = [fromEnd, toEnd];
  });
  return welded(joined(segments));
}

const replaced = (before: string, after: string): Segment[] => [
  ...(before === '' ? [] : [{ kind: 'removed' as const, before, after: '' }]),
  ...(after === '' ? [] : [{ kind: 'added' as const, before: '', after }]),
];

/** Neighbours of one kind as one segment; what was removed stands before what was added. */
function joined(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  for (const segment of segments) {
    const last = result.at(-1);
    if (last?.kind === segment.kind) {
      last.before += segment.before;
      last.after += segment.after;
    } else result.push({ ...segment });
  }
  return result;
}

const isChange = ({ kind }: Segment): boolean => kind === 'removed' || kind === 'added';

/** A word or two that happen to be the same between two changes belong to one change. */
function welded(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  for (let index = 0; index < segments.length; index++) {
    const run = [segments[index] as Segment];
    if (!isChange(run[0] as Segment)) {
      result.push(run[0] as Segment);
      continue;
    }
    for (let at = index + 1; at < segments.length; at++) {
      const segment = segments[at] as Segment;
      const next = segments[at + 1];
      if (isChange(segment)) run.push(segment);
      else if (next && isChange(next) && isSmall(segment)) run.push(segment);
      else break;
      index = at;
    }
    result.push(
      ...replaced(run.map(({ before }) => before).join(''), run.map(({ after }) => after).join('')),
    );
  }
  return result;
}

const isSmall = ({ kind, after }: Segment): boolean =>
  kind === 'same' &&
  !after.includes(PARAGRAPH) &&
  tokensOf(after).filter(({ isWord }) => isWord).length <= WELD;
