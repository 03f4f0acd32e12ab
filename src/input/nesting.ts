/** How deep lists and maps stand in one another in a text of YAML or TOML, before a parser descends as deep. */

/** No front matter that anybody writes is a tenth as deep. */
const DEEPEST = 100;

/** Where a text goes deeper than a parser may follow: the offset of the first mark that does. */
export function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(/[[\]{}]|^(?:[ \t]|[-?:][ \t])+/gm)) {
    if (mark === '[' || mark === '{') depth += 1;
    else if (mark === ']' || mark === '}') depth = Math.max(0, depth - 1);
    else if (mark.length > 2 * DEEPEST) return index;
    if (depth > DEEPEST) return index;
  }
  return undefined;
}
