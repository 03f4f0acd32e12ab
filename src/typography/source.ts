/** What a text's source shows and its value does not: characters that are to stay as they were typed. */

/** Code between backticks; where a straight quote stands within, the backticks may be its opening ones. */
export const CODE = /(?<!`)(`+)[^`']+\1(?!`)/g;
/** Tags of Liquid, Nunjucks, Handlebars and Vue. */
const TEMPLATE = /\{\{.*?\}\}|\{%.*?%\}/gs;
const ESCAPABLE = /[!-/:-@[-`{-~]/;
const REFERENCE = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,31});/i;
/** How a line goes on in its block: the end of one, then indents and the marks of quotations. */
const NEXT_LINE = /[ \t]*(?:\r\n|\r|\n)[ \t>]*/y;

const offsetsOf = (value: string, pattern: RegExp): number[] =>
  [...value.matchAll(pattern)].flatMap(({ 0: found, index }) =>
    Array.from(found, (_, at) => index + at).slice(0, found.length),
  );

/** Offsets of code between backticks. */
export const codeIn = (value: string): number[] => (value.includes('`') ? offsetsOf(value, CODE) : []);

/** Offsets of tags that a template is to fill. */
export const templateTagsIn = (value: string): number[] =>
  value.includes('{') ? offsetsOf(value, TEMPLATE) : [];

/**
 * Offsets in a text's value of characters that its Markdown source has as escapes (`\'`) or as references (`&quot;`).
 * Where the two cannot be laid side by side, those before that place.
 */
export function escapesIn(value: string, source: string): number[] {
  const escaped: number[] = [];
  if (value === source || !/[\\&]/.test(source)) return escaped;
  let at = 0;
  for (let read = 0; read < source.length && at < value.length;) {
    const character = source.charAt(read);
    const next = source.charAt(read + 1);
    const reference = character === '&' ? REFERENCE.exec(source.slice(read, read + 34))?.[0] : undefined;
    if (value.charAt(at) === '\n') {
      NEXT_LINE.lastIndex = read;
      const ended = NEXT_LINE.exec(source);
      if (!ended) return escaped;
      read += ended[0].length;
      at += 1;
    } else if (character === '\\' && ESCAPABLE.test(next) && value.charAt(at) === next) {
      escaped.push(at);
      read += 2;
      at += 1;
    } else if (reference !== undefined && isDecoded(value, at, reference)) {
      escaped.push(at);
      read += reference.length;
      at += (value.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    } else if (character === value.charAt(at)) {
      read += 1;
      at += 1;
    } else return escaped;
  }
  return escaped;
}

/** Whether a reference stands in the value as the character that it means; an unknown one stands as it is typed. */
const isDecoded = (value: string, at: number, reference: string): boolean =>
  !value.startsWith('&', at) || /^&(?:amp|#0*38|#x0*26);$/i.test(reference);
