/**
 * A picture of flat shapes as what DEFLATE writes: bytes, and stretches that stood before. Most rows are the row above
 * them, and most of a row is one colour or a pattern; fflate, which packs texts, looks at each of a million bytes for
 * anything that is like it, and takes three times as long for a tenth less.
 */

/** The longest stretch, how far back it may lie, and the shortest that is worth its code. */
const LONGEST = 258;
const FARTHEST = 32768;
const SHORTEST = 4;

/** Bits of the hash under which the place is kept where four bytes stood last. */
const HASH_BITS = 14;

/** What rows of `stride` bytes are made of, in order: a byte as itself, a stretch as `length << 16 | distance`. */
export function matchesIn(bytes: Uint8Array, stride: number): number[] {
  const found: number[] = [];
  const seen = new Int32Array(1 << HASH_BITS).fill(-FARTHEST);
  let before = 1;
  let at = 0;
  while (at < bytes.length) {
    const same = at > 0 && at % stride === 0 && stride < FARTHEST ? rowsAlike(bytes, at, stride) : 0;
    for (let left = same; left > 0; left -= LONGEST) found.push((Math.min(left, LONGEST) << 16) | stride);
    at += same;
    if (at === bytes.length) break;
    const most = Math.min(LONGEST, bytes.length - at);
    const hash = hashAt(bytes, at);
    let length = 0;
    let distance = 0;
    for (let candidate = 0; candidate < 4 && length < most; candidate += 1) {
      const back =
        candidate === 0
          ? stride
          : candidate === 1
            ? 1
            : candidate === 2
              ? before
              : at - (seen[hash] as number);
      // One that is another colour where the longest so far ends is no longer than that.
      if (back > at || back >= FARTHEST || bytes[at + length] !== bytes[at + length - back]) continue;
      const long = lengthOf(bytes, at, back, most);
      if (long <= length) continue;
      length = long;
      distance = back;
    }
    seen[hash] = at;
    if (length < SHORTEST) found.push(bytes[at++] as number);
    else {
      found.push((length << 16) | distance);
      before = distance;
      at += length;
    }
  }
  return found;
}

/** How many bytes from the head of a row on are rows that are all as the row above. */
function rowsAlike(bytes: Uint8Array, from: number, stride: number): number {
  const above = bytes.subarray(from - stride, from);
  let to = from;
  // The system compares a row in the time that a loop here takes for ten bytes.
  while (to < bytes.length && Buffer.compare(above, bytes.subarray(to, to + stride)) === 0) to += stride;
  // A stretch of a byte or two would have no code.
  return (to - from) % LONGEST < 3 ? to - from - ((to - from) % LONGEST) : to - from;
}

const hashAt = (bytes: Uint8Array, at: number): number =>
  Math.imul(
    (bytes[at] as number) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24),
    0x9e3779b1,
  ) >>>
  (32 - HASH_BITS);

function lengthOf(bytes: Uint8Array, at: number, back: number, most: number): number {
  let length = 0;
  while (length < most && bytes[at + length] === bytes[at + length - back]) length += 1;
  return length;
}
