/** The letters of a text: every character but white space and what no reader sees; counted without making new texts. */

const NO_LETTERS = /[\s\u200B\u2060\u00AD\uFEFF]/g;
const NO_LETTER = new RegExp(NO_LETTERS.source);

/** By UTF-16 code unit, whether it is no letter. */
const IS_NONE = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  NO_LETTER.test(String.fromCharCode(code)) ? 1 : 0,
);

export const lettersOf = (text: string): string => text.replaceAll(NO_LETTERS, '');

/** Whether two texts have the same letters in the same order. */
export function sameLetters(a: string, b: string): boolean {
  let [at, other] = [0, 0];
  for (;;) {
    while (at < a.length && IS_NONE[a.charCodeAt(at)] === 1) at += 1;
    while (other < b.length && IS_NONE[b.charCodeAt(other)] === 1) other += 1;
    if (at === a.length || other === b.length) return at === a.length && other === b.length;
    if (a.charCodeAt(at) !== b.charCodeAt(other)) return false;
    at += 1;
    other += 1;
  }
}

/** Whether each letter stands as often in the one texts as in the others. */
export function sameLettersInAnyOrder(some: readonly string[], others: readonly string[]): boolean {
  const counts = new Int32Array(0x10000);
  const count = (texts: readonly string[], by: 1 | -1): void => {
    for (const text of texts)
      for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (IS_NONE[code] === 0) counts[code] = (counts[code] ?? 0) + by;
      }
  };
  count(some, 1);
  count(others, -1);
  return counts.every((number) => number === 0);
}
