/** Text that looks like markup and was read as plain text: the book prints it as typed, and a message tells the author. */
import type { Text } from 'mdast';
import { quotable, warning } from '../diagnostics.js';
import type { Message, Place } from '../types.js';

/** What is told of in one message. */
export interface Leftover {
  id: string;
  /** What the message says of the first, by its text. */
  head: (text: string) => string;
  hint: string;
  /** The message that tells of the same where the folder of another tool is read. */
  saidAs?: string;
}

/** Marks of one kind. */
interface Kind {
  /** What it is, as a message says it. */
  name: string;
  pattern: RegExp;
  hint: string;
  /** The message that tells of the same marks where the folder of another tool is read. */
  saidAs?: string;
  /** Those of the marks that their tool writes behind a backslash. */
  evenEscaped?: RegExp;
}

const ESCAPE = 'Where it is meant as text, put a backslash before it.';

/** Kinds of marks, each by a form that only markup has: a novel has none of them. */
const KINDS: readonly Kind[] = [
  {
    name: 'a block’s fence',
    pattern: /^(?::{3,}.*|::[ \t]*)$/gm,
    hint: 'A block is `:::name` on a line of its own, such as `:::verse`, with a word of letters alone.',
  },
  {
    name: 'a note',
    pattern: /\[\^[^\]\n]*\s[^\]\n]*\]:?|\^\[[^\n]{0,60}/g,
    hint: 'A note’s label has no space: `[^rope]`. A note within the line stands in brackets that close: `^[of rope]`.',
  },
  {
    name: 'a box',
    pattern: /\[!\w+\]|^[ABCDEGIQTWX]>[ \t]\S[^\n]{0,60}|^(?:!!!|\?\?\?\+?)[ \t]+\w[^\n]*$/gm,
    hint: 'A box is a quotation of its own that begins with the mark, `> [!NOTE]`, or a block: `:::tip`.',
  },
  {
    name: 'a citation',
    pattern: /\[[^[\]\n]{0,80}(?<![\w.])@[\w:][^[\]\n]*\]/g,
    hint: 'Name the file of your sources in the book’s front matter: `bibliography: sources.bib`. Or write out what the reader should see.',
  },
  {
    name: 'a picture or link',
    pattern:
      /!\[[^\]\n]{0,999}\]\([^)\n]{0,999}\)?|\[[^\]\n]{1,99}\][ \t]+\((?=$|https?:|[^)\s]{1,200}\.(?:md|html|png|jpe?g|gif|svg)\b)|(?<=\p{L}|\s|^)\[[^\]\n]{1,999}\]\((?:[^)\s]{0,999}\.\w{2,5}|https?:[^)\n]{0,999})\)/gu,
    hint: 'An address stands right behind the words, and between `<` and `>` where it has spaces or brackets: `![A map](<my map.png>)`.',
  },
  {
    name: 'a link of a wiki',
    pattern: /!?\[\[[^\]\n]{1,999}\]\]/g,
    hint: 'Write `[words](file.md)` for a link, and `![what it shows](picture.png)` for a picture.',
  },
  {
    name: 'a cross-reference',
    pattern:
      /(?<![\w@.])@(?:fig|sec|tbl|tab|eq|lst|thm|chap?)[:-][\w-]*\w|@ref\([\w:-]+\)|\(#(?:fig|tab|eq|thm):[\w-]+\)/g,
    evenEscaped: /^@ref|^\(#/,
    hint: 'A reference is `@fig-map`, and `{#fig-map}` stands behind the figure; see docs/markup.md. To anything else, write a link: `[the map](#map)`.',
  },
  {
    name: 'the name of an emoji',
    pattern: /(?<![\w:]):(?:[+-]1|[a-z](?:[a-z\d_+-]{0,40}[a-z\d])?):(?![\w:])/g,
    hint: 'Put the character itself there: 😊.',
  },
  {
    name: 'a tag of HTML',
    pattern:
      /<\/?(?:a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|ruby|s|small|span|strike|strong|sub|sup|table|t[dhrt]|u|ul)(?:[\s/][^<>\n]{0,300})?>/gi,
    hint: 'Markdown reads no tag with such an attribute. Leave the attribute out.',
  },
  {
    name: 'attributes',
    pattern:
      /^\{[ \t]*[\w-]+:[ \t]*(?:"[^"\n]*"|[\w%.]+)(?:,[^{}\n]*)?\}$|(?<!\{)\{:?[ \t]*(?:[.#][\w:-]+|[\w-]+=(?:"[^"\n]*"|[^\s{}"]+))(?:[ \t]+[^{}\n]*)?\}/gm,
    hint: 'Attributes go at the end of a paragraph or heading, or after a picture; on words, `:span[words]{.class}`.',
  },
  {
    name: 'a template’s mark',
    pattern: /\{\{[^{}\n]+\}\}|\{%[^{}\n]+%\}/g,
    hint: 'Octavo does not run templates. Write out what the reader should see.',
    saidAs: 'folders:template',
  },
  {
    name: 'a ruby reading',
    pattern: /\{\p{Script=Han}+\|[^{}\n]+\}|[|\uFF5C]\p{Script=Han}+\u300A[^\u300B\n]+\u300B/gu,
    hint: 'Write it as HTML: `<ruby>東京<rt>とうきょう</rt></ruby>`.',
  },
  {
    name: 'a highlight',
    pattern: /(?<!=)==(?=[^\s=])[^=\n]*[^\s=]==(?!=)/g,
    hint: 'Write it as HTML: `<mark>words</mark>`.',
  },
  {
    name: 'an insertion',
    pattern: /(?<![\w+{])\+\+[^\s+](?:[^+\n]{0,200}[^\s+])?\+\+(?![\w+}])/g,
    hint: 'Write it as HTML: `<ins>words</ins>`.',
  },
  {
    name: 'a spoiler',
    pattern: /(?<!\|)\|\|[^\s|](?:[^|\n]{0,200}[^\s|])?\|\|(?!\|)/g,
    hint: 'Write it as HTML: `<details><summary>Spoiler</summary>words</details>`.',
  },
  {
    name: 'an abbreviation',
    pattern: /^\*\[[^\]\n]{1,60}\]:[ \t]*\S[^\n]{0,60}/gm,
    hint: 'Write it as HTML: `<abbr title="its meaning">words</abbr>`.',
  },
  {
    name: 'a formula',
    pattern: /(?<![\w$\\])\$(?=[^$\n]{0,200}[\^_\\])[^\s$](?:[^$\n]{0,200}[^\s$])?\$(?![\w$])/g,
    hint: 'Octavo reads formulas in a book with `math: true`.',
  },
  {
    name: 'a raised word',
    pattern: /(?<!\S)\^[\p{L}\p{N}]{1,24}\^(?![\p{L}\p{N}^])/gu,
    hint: 'Write it as HTML: `<sup>words</sup>`.',
  },
  {
    name: 'the end of a line',
    pattern: /(?<=[^\s\\])[ \t]*\\$/g,
    hint: 'A backslash breaks a line before another line of the same paragraph, and nowhere else.',
  },
  {
    name: 'a command of TeX',
    pattern: /(?<![\w:\\/])\\[A-Za-z]{3,}\*?(?:\[[^\]\n]*\])?(?:\{[^{}\n]*\})*/g,
    hint: 'Octavo reads TeX only in formulas, in a book with `math: true`.',
  },
  {
    name: 'emphasis',
    pattern: /(?<!\*)\*\*(?=\S)[^*\n]+\*\*(?!\*)|(?<![\w_])__(?=\S)[^_\n]+__(?![\w_])/g,
    hint: 'Leave no space inside the marks: `**words**`.',
  },
  {
    name: 'the beginning of emphasis',
    // In some names a star stands for any letters.
    pattern:
      /(?<![\p{L}\p{N}*_\\…])(?!\*(?:n[iu]x|BSD|aaS)\b)(?:\*{1,2}|_{1,2})(?=["'\u2018-\u201E\u00AB\u00BF\u00A1]|\p{L}+[\s,.;:!?'\u2019\u2014-])(?!\p{Ll}\s)[^*_\n]{0,60}/gu,
    hint: 'Emphasis ends in its own paragraph, right behind a word: put the marks round each paragraph, `*words*`.',
  },
  {
    name: 'an editor’s mark',
    pattern: /\{(?:\+\+|--|[\u2013\u2014]|>>|==)[^{}\n]{0,60}/g,
    hint: 'Octavo reads no such marks. Write the text as it should be printed, and remarks in `<!-- … -->`.',
  },
  {
    name: 'a comment',
    pattern: /%%[^%\n]{0,60}(?:%%)?/g,
    hint: 'A remark that is not printed stands in `<!-- … -->`.',
  },
  {
    name: 'the name of a block',
    pattern: /(?<=\s)\^[A-Za-z\d]+-[A-Za-z\d-]*$|(?<=\s)\^(?=[a-z\d]*\d)[a-z\d]{6}$/gm,
    hint: 'An id stands in braces at the end of a paragraph: `{#name}`.',
  },
  {
    name: 'a list',
    pattern: /^\(@\w*\)[ \t][^\n]*(?=\n\(@\w*\)[ \t])/gm,
    hint: 'Items are numbered `1.`, or begin with a hyphen. For lines that only stand below each other, end each with a backslash.',
  },
  {
    name: 'a centred line',
    pattern: /^->[ \t]*\S[^\n]*?[ \t]*<-$/gm,
    hint: 'Write it as HTML: `<center>words</center>`.',
  },
  {
    name: 'a heading',
    pattern: /^#{2,6}[^\s#][^\n]*$|^#\p{Lu}[^\n#.!?]{0,60}$/gmu,
    hint: 'Put a space after the marks: `## The Quay`.',
  },
  {
    name: 'a table',
    pattern: /^(?:\|[^\n]*\||\+(?:[-=:\u2013\u2014\u2E3A\u2E3B]+\+)+)[ \t]*$/gm,
    hint: 'A table has a row of hyphens below its head: `| --- | --- |`. In one drawn with `+---+`, no cell reaches across several columns.',
  },
];

const MARKS = KINDS.map((kind): Kind & Leftover => ({
  ...kind,
  id: 'markdown:left-over',
  head: (text) => `\`${text}\` looks like ${kind.name} and is printed as typed`,
  hint: `${kind.hint} ${ESCAPE}`,
}));

/** A character that each of these has. */
const TRIGGER = /[\\{[=*_|<>@%#$^\uFF5C]|\+[+-]|\n\(@|::|:[a-z+-][\w+-]*:|!!!|\?\?\?/;

/** What was left, by kind. */
export type Leftovers = Map<Leftover, Found[]>;

interface Found {
  text: string;
  path: string;
  place: Place | undefined;
}

/** Enters one that was found. */
export function enter(leftover: Leftover, found: Found, leftovers: Leftovers): void {
  const others = leftovers.get(leftover);
  if (others) others.push(found);
  else leftovers.set(leftover, [found]);
}

/** Enters what looks like markup in a text; `placeOf` says where a character of it stands. */
export function noteLeftovers(
  { value, data }: Text,
  path: string,
  placeOf: (index: number) => Place | undefined,
  leftovers: Leftovers,
): void {
  if (data?.said === true || !TRIGGER.test(value)) return;
  for (const kind of MARKS) {
    for (const { 0: text, index } of value.matchAll(kind.pattern)) {
      // What its author escaped is meant so.
      if (
        data?.escaped?.some((at) => at >= index && at < index + text.length) &&
        kind.evenEscaped?.test(text) !== true
      )
        continue;
      enter(kind, { text, path, place: placeOf(index) }, leftovers);
    }
  }
}

/** Adds what was left in one document to what was left in those before it. */
export function addLeftovers(all: Leftovers, more: Leftovers): void {
  for (const [kind, found] of more) all.set(kind, [...(all.get(kind) ?? []), ...found]);
}

/** So many places of a kind are named. */
const NAMED = 3;

/** A message for each kind of marks that were left, at the first of them, but for those whose message was `said`. */
export const leftoverMessages = (leftovers: Leftovers, said: ReadonlySet<string>): Message[] =>
  [...leftovers].flatMap(([{ id, head, hint, saidAs = '' }, found]) => {
    if (said.has(saidAs)) return [];
    const [first, ...others] = found;
    const places = others
      .slice(0, NAMED - 1)
      .map(({ path, place }) => `\`${path}:${String(place?.line ?? 1)}\``);
    const more = others.length - places.length;
    const also =
      places.length === 0
        ? ''
        : `, and so ${others.length === 1 ? 'does' : 'do'} ${String(others.length)} more: ${places.join(', ')}${more > 0 ? ' \u2026' : ''}`;
    const text = quotable((first?.text ?? '').replaceAll('`', '\u2019'));
    return warning(id, `${head(text)}${also}`, {
      path: first?.path ?? '',
      place: first?.place,
      hint,
    });
  });
