/**
 * Markua's marks in Octavo's.
 *
 * @see https://leanpub.com/markua/read
 */
import { bracesOf, readBraces } from './braces.js';
import { isShort, marked, outsideSpans, type Line, type Marked } from './lines.js';
import type { Source } from './plan.js';
import type { Remarks } from './remarks.js';

/** Boxes by the letter before their lines, and the class that tells them apart. */
const BOXES: Readonly<Record<string, string>> = {
  A: '',
  B: '',
  D: 'discussion',
  E: 'error',
  G: '',
  I: 'information',
  Q: 'question',
  T: 'tip',
  W: 'warning',
  X: 'exercise',
};

const BOX_LINE = /^([ABDEGIQTWX])>[ \t]?(.*)$/;
const CENTERED = /^C>[ \t]?(.*)$/;
/** Lines that are for the author alone. */
const COMMENT = /^%%(?:\s|$)/;
const OLD_PART = /^-#[ \t]+(.*)$/;
const ATTRIBUTES = /^\{:?([^{}]+)\}[ \t]*$/;
const BOX_OPEN = /^(aside|blurb)\b(.*)$/;
const BOX_CLOSE = /^\/(?:aside|blurb)$/;
/** Lines between braces that say where something begins. */
const MATTER = /^(?:(?:front|main|back)matter|sample|book)\b/;
const CODE_FILE = /^<<(?:\[[^\]]*\])?\([^)]*\)/;
const HEADING = /^(#{1,6}[ \t].*?)[ \t]*#*[ \t]*$/;
/** Attributes behind a word or an image, which a book has no use for. */
const INLINE = /(?<=\S)\{(?:i|lang|format|width|alt|title)\s*[:=][^{}]*\}/g;

/** The lines of a text with Markua's marks as Octavo's. */
export function fromMarkua(lines: readonly Line[], { path }: Source, remarks: Remarks): Line[] {
  const made: Line[] = [];
  let box: string | undefined;
  let pending: { braces: ReturnType<typeof readBraces>; line: Line } | undefined;
  const formulas = formulasIn();
  for (const line of marked(lines)) {
    const boxed = line.code ? null : BOX_LINE.exec(line.text);
    if (box !== undefined && boxed?.[1] !== box) {
      put(line.origin, ':::', '');
      box = undefined;
    }
    if (boxed) openBox(boxed[1] ?? '', boxed[2] ?? '', line);
    else one(line);
  }
  if (box !== undefined) put(lines.at(-1)?.origin ?? 1, ':::');
  settle(undefined);
  return made;

  function put(origin: number, ...texts: string[]): void {
    for (const text of texts) made.push({ text, origin });
  }

  function openBox(letter: string, text: string, { origin }: Line): void {
    const own = BOXES[letter] ?? '';
    const given = pending?.braces.classes ?? [];
    pending = undefined;
    if (box === undefined)
      put(origin, '', `:::aside${bracesOf({ classes: own === '' ? given : [own, ...given] })}`);
    box = letter;
    put(origin, outsideSpans(text, formulas.inline));
  }

  function one(line: Marked): void {
    const fence = line.code ? undefined : formulas.block(line.text);
    if (fence !== undefined) {
      put(line.origin, fence);
      return;
    }
    if (!line.code && COMMENT.test(line.text)) return;
    const { text, origin, code, info } = line;
    if (code) {
      const lang =
        info === undefined
          ? undefined
          : (pending?.braces.values.get('lang') ?? pending?.braces.values.get('format'));
      const isBare = info !== undefined && !/\S/.test(info);
      if (info !== undefined) pending = undefined;
      put(origin, lang !== undefined && isBare ? `${text.trimEnd()}${lang}` : text);
      return;
    }
    const attributes = ATTRIBUTES.exec(text)?.[1];
    if (attributes !== undefined && attributeLine(attributes, line)) return;
    if (!/\S/.test(text)) {
      put(origin, text);
      return;
    }
    const heading = !isShort(text)
      ? null
      : HEADING.exec(OLD_PART.test(text) ? text.replace(OLD_PART, '# $1 {.part}') : text);
    if (heading) {
      put(origin, headingWith(heading[1] ?? ''));
      return;
    }
    const anchor = settle(line);
    if (CODE_FILE.test(text)) remarks.add('folders:code', text, path, origin);
    const centered = CENTERED.exec(text);
    if (centered) remarks.add('folders:block', 'C>', path, origin);
    put(origin, anchor + outsideSpans(centered?.[1] ?? text, (part) => inline(part, origin)));
  }

  /** Whether a line between braces is one of Markua's, and has been read. */
  function attributeLine(text: string, line: Line): boolean {
    const opened = BOX_OPEN.exec(text);
    if (opened) put(line.origin, '', `:::aside${bracesOf(readBraces(opened[2] ?? ''))}`);
    else if (BOX_CLOSE.test(text)) put(line.origin, ':::', '');
    else if (text === 'pagebreak') remarks.add('folders:command', line.text, path, line.origin);
    else if (!MATTER.test(text)) {
      const braces = readBraces(text);
      const isNamed = braces.values.size > 0 || braces.classes.length > 0 || braces.id !== undefined;
      if (!isNamed) return false;
      settle(undefined);
      pending = { braces, line };
    }
    return true;
  }

  function headingWith(text: string): string {
    const braces = pending ? bracesOf(pending.braces) : '';
    if (pending?.braces.rest.length)
      remarks.add('folders:attributes', pending.line.text, path, pending.line.origin);
    pending = undefined;
    return braces === '' ? text : `${text} ${braces}`;
  }

  /** What is left of attributes that no heading and no code takes up: the place that an id names, before `text`. */
  function settle(next: Line | undefined): string {
    if (!pending) return '';
    const { line, braces } = pending;
    const { id } = braces;
    pending = undefined;
    if (id === undefined || braces.rest.length > 0)
      remarks.add('folders:attributes', line.text, path, line.origin);
    if (id === undefined || next === undefined) return '';
    const anchor = `<a id="${id}"></a>`;
    if (/^[\p{L}\p{Pi}"'_(]/u.test(next.text)) return anchor;
    put(line.origin, anchor, '');
    return '';
  }

  function inline(part: string, origin: number): string {
    return formulas.inline(part).replaceAll(INLINE, (found) => {
      remarks.add('folders:attributes', found, path, origin);
      return '';
    });
  }
}

const FORMULA_MARK = /(\{\/?\$\$\})/;

/** Formulas, `{$$}…{/$$}`, over lines or in one; a dollar outside of them is a dollar. */
function formulasIn(): {
  /** What stands for a line that holds such a mark alone, or is within a formula that one began. */
  block: (text: string) => string | undefined;
  inline: (part: string) => string;
} {
  let isBlock = false;
  let isOpen = false;
  return {
    block(text) {
      const mark = text.trim();
      if (mark === (isBlock ? '{/$$}' : '{$$}') && !isOpen) {
        isBlock = !isBlock;
        return '$$';
      }
      return isBlock ? text : undefined;
    },
    inline: (part) =>
      part
        .split(FORMULA_MARK)
        .map((piece) => {
          if (!FORMULA_MARK.test(piece)) return isOpen ? piece : piece.replaceAll('$', '\\$');
          isOpen = piece === '{$$}';
          return '$';
        })
        .join(''),
  };
}
