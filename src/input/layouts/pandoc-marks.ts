/**
 * pandoc's marks in Octavo's.
 *
 * @see https://pandoc.org/MANUAL.html#pandocs-markdown
 */
import { DIRECTIVES } from '../markup/directives.js';
import { bracesOf, readBraces } from './braces.js';
import { inlineNotes } from './inline-notes.js';
import { captions } from './pandoc-captions.js';
import { isShort, marked, outsideCode, outsideSpans, type Line } from './lines.js';
import type { Source } from './plan.js';
import type { Remarks, RemarkId } from './remarks.js';

/** The lines of a text with pandoc's marks as Octavo's. */
export function fromPandoc(lines: readonly Line[], { path }: Source, remarks: Remarks): Line[] {
  const say = (id: RemarkId, what: string, line: number): void => {
    remarks.add(id, what, path, line);
  };
  const steps = [
    fences,
    captions,
    (all: Line[]) => divs(all, say),
    verses,
    inlineNotes,
    lastBreaks,
    (all: Line[]) => spans(all, say),
  ];
  return steps.reduce<Line[]>((all, step) => step(all), [...lines]);
}

type Say = (id: RemarkId, what: string, line: number) => void;

/** Front matter that ends with dots as ours does, and fences with one word behind them. */
function fences(lines: readonly Line[]): Line[] {
  const dots =
    lines[0]?.text.trimEnd() === '---'
      ? lines.findIndex(({ text }) => /^(?:\.\.\.|---)\s*$/.test(text) && text !== lines[0]?.text)
      : -1;
  return marked(lines).map(({ text, origin, info }, index) => {
    if (index === dots && text.startsWith('...')) return { text: '---', origin };
    const braces = info === undefined || !isShort(info) ? undefined : /^\s*\{(.*)\}\s*$/.exec(info)?.[1];
    // Octavo reads the labels and captions of listings itself.
    if (braces === undefined || LISTING.test(braces)) return { text, origin };
    return { text: text.replace(/\s*\{.*$/, readBraces(braces).classes[0] ?? ''), origin };
  });
}

/** `::: {.verse}`, `::: verse`, or the `:::` that ends one. */
const DIV = /^([ \t]*):{3,}[ \t]*(?:\{([^{}]*)\}|([\w-]+))?[ \t]*:*[ \t]*$/;
const KNOWN: ReadonlySet<string> = new Set(DIRECTIVES.container);

/** Fenced divs whose class is a block of ours as that block; the others' content stands without them. */
function divs(lines: readonly Line[], say: Say): Line[] {
  const open: { index: number; depth: number; name?: string; braces: string; indent: string }[] = [];
  const made = new Map<number, string>();
  for (const [index, { text, origin, code }] of marked(lines).entries()) {
    const div = code || !isShort(text) ? null : DIV.exec(text);
    if (!div) continue;
    const [, indent = '', braces, word] = div;
    if (braces === undefined && word === undefined) {
      const closed = open.pop();
      if (!closed) continue;
      const colons = ':'.repeat(3 + closed.depth);
      made.set(
        closed.index,
        closed.name === undefined ? '' : `${closed.indent}${colons}${closed.name}${closed.braces}`,
      );
      made.set(index, closed.name === undefined ? '' : `${indent}${colons}`);
      for (const outer of open) outer.depth = Math.max(outer.depth, closed.depth + 1);
      continue;
    }
    const all = readBraces(braces ?? `.${word ?? ''}`);
    const callout = all.classes.find((one) => CALLOUT.test(one))?.replace(CALLOUT, '');
    const figure = LABEL.test(`#${all.id ?? ''}`) ? 'figure' : undefined;
    const name = all.classes.find((one) => KNOWN.has(one)) ?? callout ?? figure;
    if (name === undefined) say('folders:block', `::: ${all.classes.join(' ')}`.trim(), origin);
    const rest = { ...all, classes: all.classes.filter((one) => one !== name && !CALLOUT.test(one)) };
    open.push({ index, depth: 0, indent, braces: bracesOf(rest), ...(name === undefined ? {} : { name }) });
  }
  return lines.map(({ text, origin }, index) => ({ text: made.get(index) ?? text, origin }));
}

/** The label of a figure or a table, and what makes a listing of code; boxes as Quarto has them. */
const LABEL = /#(?:fig|tbl|tab|eq|lst)[:-]/;
const LISTING = /#lst[:-]|\b(?:lst-cap|caption)=/;
const CALLOUT = /^callout-(?=(?:note|tip|warning|caution|important)$)/;
/** What Octavo reads of the attributes of a picture or link. */
const READ = /^(?:#|width=|height=|lang=|fig-cap=|fig-alt=|\.[\w-]+$)/;
const ATTRIBUTE = /[\w-]+=(?:"[^"]*"|\S+)|[#.]\S+/g;

const LINE_BLOCK = /^\|(?: (.*)|)$/;

/** Line blocks, each line begun by `| `, as verse. */
function verses(lines: readonly Line[]): Line[] {
  const all = marked(lines);
  const isVerse = ({ text, code }: (typeof all)[number]): boolean =>
    !code && LINE_BLOCK.test(text) && !/\|\s*$/.test(text.slice(1));
  return all.flatMap((line, index) => {
    const { text, origin } = line;
    if (!isVerse(line)) return [{ text, origin }];
    const [before, after] = [all[index - 1], all[index + 1]];
    const opens = !before || !isVerse(before);
    const closes = !after || !isVerse(after);
    // A single such line among others is part of a table.
    if (opens && closes) return [{ text, origin }];
    const texts = [
      ...(opens ? ['', ':::verse'] : []),
      LINE_BLOCK.exec(text)?.[1] ?? '',
      ...(closes ? [':::', ''] : []),
    ];
    return texts.map((one) => ({ text: one, origin }));
  });
}

const BROKEN = /(?<!\\)(?:\\\\)*\\[ \t]*$/;
/** What ends the paragraph above it. */
const NEXT_BLOCK = /^[ \t]*(?:$|[-*+][ \t]|\d+[.)][ \t]|#{1,6}[ \t]|:{3,})/;

/** Without the breaks at the ends of paragraphs and items, which pandoc reads and nobody sees. */
function lastBreaks(lines: readonly Line[]): Line[] {
  const ends = new Set(
    lines.flatMap((line, index) => (NEXT_BLOCK.test(lines[index + 1]?.text ?? '') ? [line] : [])),
  );
  return marked(lines).map(({ text, origin, code }, index) => {
    const isLast = !code && ends.has(lines[index] as Line) && isShort(text) && BROKEN.test(text);
    return { text: isLast ? text.replace(/\\[ \t]*$/, '') : text, origin };
  });
}

/** Commands of TeX that lay out a printed page, alone on a line. */
const COMMAND =
  /^\\(?:newpage|pagebreak|clearpage|cleardoublepage|tableofcontents|frontmatter|mainmatter|backmatter|maketitle|appendix|bigskip|medskip|smallskip|noindent)\b[ \t]*(?:\{\})?[ \t]*$/;
const HEADING = /^(#{1,6}[ \t].*?)[ \t]*\{([^{}]*)\}[ \t]*#*[ \t]*$/;
const UNNUMBERED = /(?:^|\s)-(?=\s|$)/;
/** `[words]{.class}`, whose brackets hold no others, where no image or link begins. */
const SPAN = /(?<![!\]\\])\[([^[\]]*)\]\{((?:[^{}"]|"[^"]*")*)\}/g;
/** Attributes of an image or a link. */
const AFTER_LINK = /(?<=\]\([^()]*\))\{[^{}]*\}/g;
/**
 * Two or three hyphens beside a word: no ruled line, no part of a table or a comment.
 *
 * @see https://pandoc.org/MANUAL.html#extension-smart
 */
const ROW =
  /(?<=[\p{L}\p{N}][^-|<>]{0,3})-{2,3}(?![->|])|(?<![-<!|])-{2,3}(?=[ \t]?[\p{L}\p{N}"'\u2018-\u201E\u00AB])/gu;
const ESCAPED_SPACE = /(?<!\\)\\ (?=\S)/g;
const EN_DASH = '\u2013';
const EM_DASH = '\u2014';
const NO_BREAK_SPACE = '\u00A0';
const SUBSCRIPT = /(?<![~\\])~([^~\s]+)~(?!~)/g;
const SUPERSCRIPT = /(?<![\^\\[])\^([^^\s[\]]+)\^/g;
/** Classes of spans that Octavo writes as emphasis of its own. */
const SMALL_CAPITALS: ReadonlySet<string> = new Set(['smallcaps', 'small-caps']);

function spans(lines: readonly Line[], say: Say): Line[] {
  return outsideCode(lines, ({ text, origin }) => {
    if (COMMAND.test(text)) {
      say('folders:command', text.trim(), origin);
      return '';
    }
    const heading = isShort(text) ? HEADING.exec(text) : null;
    if (heading) return `${inline(heading[1] ?? '', origin)} ${headingBraces(heading[2] ?? '')}`.trimEnd();
    return outsideSpans(text.replace(/^([ \t]*)#\.(?=[ \t])/, '$11.'), (part) => inline(part, origin));
  });

  function inline(part: string, origin: number): string {
    return part
      .replaceAll(SPAN, (_, words: string, braces: string) => span(words, braces))
      .replaceAll(AFTER_LINK, (braces) => {
        const words = braces.slice(1, -1).match(ATTRIBUTE) ?? [];
        const read = words.filter((word) => READ.test(word));
        if (read.length < words.length && !LABEL.test(braces)) say('folders:attributes', braces, origin);
        return read.length === 0 ? '' : `{${read.join(' ')}}`;
      })
      .replaceAll(ROW, (row) => (row.length === 2 ? EN_DASH : EM_DASH))
      .replaceAll(ESCAPED_SPACE, NO_BREAK_SPACE)
      .replaceAll(SUBSCRIPT, '<sub>$1</sub>')
      .replaceAll(SUPERSCRIPT, '<sup>$1</sup>');
  }

  function span(words: string, braces: string): string {
    const all = readBraces(braces);
    const classes = all.classes.map((name) => (SMALL_CAPITALS.has(name) ? 'small-caps' : name));
    const attributes = bracesOf({ ...all, classes });
    return attributes === '' ? words : `:span[${words}]${attributes}`;
  }

  function headingBraces(text: string): string {
    const all = readBraces(text.replace(UNNUMBERED, ' '));
    return bracesOf(UNNUMBERED.test(text) ? { ...all, classes: [...all.classes, 'unnumbered'] } : all);
  }
}
