/**
 * A line of plain text as Markdown that reads as the same letters: marks of emphasis become Markdown's, and
 * everything that Markdown would read otherwise is escaped.
 */

/** Every mark that Markdown may read: what `literal` escapes. */
const PUNCTUATION = /[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/g;

/** Addresses: Markdown links them as they stand, and takes an escape within for a letter. */
const ADDRESS = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"\\`]+/iu;

/** Marks that begin something within a line. */
const INLINE =
  /[\\`*[~|]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_|<(?=[A-Za-z/!?])|&(?=#?[A-Za-z0-9]{1,31};)|:(?=(?:span|page)[[{])|\{(?=[.#]|lang=)/gu;

/** What begins a block at the start of a line, up to the mark to escape. */
const LINE_START: readonly RegExp[] = [
  /^(?=#{1,6}(?:[ \t]|$))/,
  /^(?=>)/,
  /^(?=[-+](?:[ \t]|$))/,
  /^\d{1,9}(?=[.)](?:[ \t]|$))/,
  /^(?=-[ \t-]*$)/,
  /^(?==+[ \t]*$)/,
  /^(?=_[ \t_]*$)/,
  /^(?=:[ \t:])/,
];

/** Marks at the end of an address are the sentence's. */
const AFTER_ADDRESS = /[?!.,:;*_~'")\]]+$/;

/** Text as Markdown, nothing in it a mark. `atStart`: it begins a line; `after`: the mark that follows it. */
export function escapeText(text: string, atStart: boolean, after = ''): string {
  let escaped = '';
  let rest = text;
  for (let found = ADDRESS.exec(rest); found; found = ADDRESS.exec(rest)) {
    escaped += rest.slice(0, found.index).replaceAll(INLINE, '\\$&');
    rest = rest.slice(found.index + found[0].length);
    // An address takes everything up to the next space, and so would take the escape of what follows.
    const next = /^\S*/.exec(rest)?.[0] ?? '';
    const isTouched = next.search(INLINE) >= 0 || (next === rest && after === '\\');
    const address = isTouched ? found[0].replace(AFTER_ADDRESS, '') : found[0];
    rest = found[0].slice(address.length) + rest;
    escaped += isTouched ? closed(address) : address;
  }
  escaped += rest.replaceAll(INLINE, '\\$&');
  const at = atStart
    ? LINE_START.map((form) => form.exec(escaped)?.[0]).find((one) => one !== undefined)
    : undefined;
  return at === undefined ? escaped : `${at}\\${escaped.slice(at.length)}`;
}

/** An address that ends where it ends: in angle brackets, or as text where Markdown has none for it. */
const closed = (address: string): string =>
  /^www/i.test(address) ? address.replace('.', '\\.') : `<${address}>`;

/** A line as Markdown with every mark escaped, for what `escapeText` and Markdown read differently. */
export const escapeAll = (line: string): string => line.replaceAll(PUNCTUATION, '\\$&');

/** Text with every mark escaped; its line ends stay line ends. */
export const literal = (text: string): string => text.split('\n').map(escapeAll).join('\\\n');

/** Emphasis as people mark it in plain text; each stops at the next mark of its kind, so that time stays linear. */
const EMPHASIS =
  /(?<![\p{L}\p{N}*\\])(?<stars>\*{1,3})(?![\s*])(?<starred>[^*\n]{1,2000})(?<![\s*])\k<stars>(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_\\])(?<lines>_{1,2})(?![\s_])(?<lined>[^_\n]{1,2000})(?<![\s_])\k<lines>(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}/:.<\\])\/(?![\s/])(?<slashed>[^/\n]{1,300})(?<![\s/])\/(?![\p{L}\p{N}/])/gu;

/** What somebody does in a chat: its stars are text. */
const ACTION =
  /^(?:\p{Ll}+ly )?(?:grin|smirk|smile|laugh|giggle|chuckle|snicker|snort|wink|nod|shrug|sigh|blush|gasp|cough|sniff|sob|crie|cry|hug|glomp|poke|wave|bow|shudder|shiver|blink|yawn|groan|moan|whistle|gulp|swallow|facepalm|headdesk|pout|squeal|squee|dance|clap|rolls? (?:my |her |his |their )?eye|ahem|hic|bounce|stare|glare|growl|purr|whimper|clears? throat|beep|ding|click|crash|bang|boom|thud)(?:e?[sd]|ing)?(?: [\p{Ll} ]{1,30})?$/u;

/** A stretch of text, and how it is set. */
interface Span {
  text: string;
  mark: '' | '*' | '**' | '***';
}

/** The stretches of a line: their marks taken off where they are emphasis. */
export function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  if (!/[*_/]/.test(text)) return [{ text, mark: '' }];
  for (const found of text.matchAll(EMPHASIS)) {
    const { stars, starred, lines, lined, slashed } = found.groups ?? {};
    const inner = starred ?? lined ?? slashed ?? '';
    if (!/[\p{L}\p{N}]/u.test(inner) || (stars === '*' && ACTION.test(inner))) continue;
    if (slashed !== undefined && !/^\p{L}.*[\p{L}.!?]$/u.test(slashed)) continue;
    if (found.index > from) spans.push({ text: text.slice(from, found.index), mark: '' });
    const mark = stars ?? (lines === '__' ? '**' : '*');
    spans.push({ text: inner, mark: mark as Span['mark'] });
    from = found.index + found[0].length;
  }
  if (from < text.length) spans.push({ text: text.slice(from), mark: '' });
  return spans;
}

/** A block of plain text as Markdown; its line ends stay line ends. */
export const markdownOf = (text: string): string =>
  text
    .split('\n')
    .map((line, at, lines) => {
      const end = at < lines.length - 1 ? '\\' : '';
      return spansOf(line)
        .map(({ text: part, mark }, index) => mark + escapeText(part, index === 0 && mark === '', end) + mark)
        .join('');
    })
    .join('\\\n');
