/**
 * Where a sentence ends by the rule of kepubify 4, which follows Kobo's own books: at `.`, `!` or `?`, with at most one
 * mark that closes or goes on, where ASCII white space follows; the space stays with its sentence.
 *
 * `Intl.Segmenter` knows more of abbreviations and of other scripts, but its answers change with the ICU of each version
 * of Node: the same book would not be the same bytes everywhere. `bench/sentences.mjs` measures how far the two agree.
 *
 * @see https://github.com/pgaskin/kepubify/blob/master/kepub/transform.go
 */
const END = /[.!?]['"”’“…]?[\t\n\f\r ]+/gu;

/** Cuts a text into its sentences; joined, they are the text again. None for an empty text. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const { 0: end, index } of text.matchAll(END)) {
    sentences.push(text.slice(from, index + end.length));
    from = index + end.length;
  }
  if (from < text.length) sentences.push(text.slice(from));
  return sentences;
}
