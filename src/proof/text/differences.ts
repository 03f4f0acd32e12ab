/** Where two sequences of letters diverge, and where they meet again. */

/** Letters `start` to `end` of what was expected stand as `foundStart` to `foundEnd` of what was found. */
export interface Difference {
  start: number;
  end: number;
  foundStart: number;
  foundEnd: number;
}

/** So many letters alike are no accident. */
const ANCHOR = 16;
/** How far, in letters, the texts may be apart before they meet again. */
const WINDOW = 20_000;

/** The first differences, at most `most`, in order; none where the texts are the same. */
export function differences(expected: string, found: string, most: number): Difference[] {
  const result: Difference[] = [];
  let start = 0;
  let foundStart = 0;
  while (result.length < most) {
    const same = commonLength(expected, found, start, foundStart);
    start += same;
    foundStart += same;
    if (start === expected.length && foundStart === found.length) break;
    const difference = meeting(expected, found, start, foundStart);
    result.push(difference);
    ({ end: start, foundEnd: foundStart } = difference);
  }
  return result;
}

function commonLength(expected: string, found: string, start: number, foundStart: number): number {
  const most = Math.min(expected.length - start, found.length - foundStart);
  let length = 0;
  while (length < most && expected.charCodeAt(start + length) === found.charCodeAt(foundStart + length)) {
    length += 1;
  }
  return length;
}

/** The nearest place at which both go on alike; both ends where there is none. */
function meeting(expected: string, found: string, start: number, foundStart: number): Difference {
  const anchors = new Map<string, number>();
  for (let at = Math.min(found.length - ANCHOR, foundStart + WINDOW); at >= foundStart; at -= 1) {
    anchors.set(found.slice(at, at + ANCHOR), at);
  }
  let best: Difference = { start, end: expected.length, foundStart, foundEnd: found.length };
  let distance = Infinity;
  const last = Math.min(expected.length - ANCHOR, start + WINDOW);
  for (let end = start; end <= last && end - start < distance; end += 1) {
    const foundEnd = anchors.get(expected.slice(end, end + ANCHOR));
    if (foundEnd === undefined || end - start + foundEnd - foundStart >= distance) continue;
    distance = end - start + foundEnd - foundStart;
    best = { start, end, foundStart, foundEnd };
  }
  return withoutCommonEnd(best, expected, found);
}

function withoutCommonEnd(
  { start, foundStart, ...ends }: Difference,
  expected: string,
  found: string,
): Difference {
  let { end, foundEnd } = ends;
  while (end > start && foundEnd > foundStart && expected[end - 1] === found[foundEnd - 1]) {
    end -= 1;
    foundEnd -= 1;
  }
  return { start, end, foundStart, foundEnd };
}
