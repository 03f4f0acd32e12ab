/** Text as HTML, through which everything goes that comes from a manuscript, and HTML as its tags and text. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as character data or as an attribute's value in double quotes. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);

/** An attribute with a space before it; nothing where there is no value. */
export const attribute = (name: string, value: string | number | undefined): string =>
  value === undefined || value === '' ? '' : ` ${name}="${escaped(String(value))}"`;

/** A tag, a comment or a declaration of HTML. */
export interface Tag {
  start: number;
  /** Behind its last character; the end of the text where it has none. */
  end: number;
  isFinished: boolean;
  /** In lower case; nothing where it is no tag. */
  name?: string;
  /** What stands behind the name. */
  attributes: string;
  /** Whether it ends an element. */
  ends: boolean;
}

const BEGINS = /<(?:(\/?)([a-z][^\s/>]*)|!--|[!?/])/gi;
/** What ends a comment, the shortest of which begin with it. */
const COMMENT_END = /-?>|[\s\S]*?--!?>/y;

/**
 * The tags of HTML in order, as an HTML parser reads them: quotes of an attribute's value may hold a `>` or a `<`,
 * and what is not finished goes on to the end.
 *
 * @see https://html.spec.whatwg.org/multipage/parsing.html#tag-open-state
 */
export function* tagsIn(html: string): Generator<Tag> {
  let at = 0;
  for (;;) {
    BEGINS.lastIndex = at;
    const found = BEGINS.exec(html);
    if (!found) return;
    const { 0: begin, 1: slash = '', 2: name, index: start } = found;
    const from = start + begin.length;
    const last =
      name !== undefined
        ? tagEnd(html, from)
        : begin === '<!--'
          ? commentEnd(html, from)
          : after(html, '>', from);
    at = last ?? html.length;
    const attributes = name === undefined ? '' : html.slice(from, last === undefined ? at : at - 1);
    yield {
      start,
      end: at,
      isFinished: last !== undefined,
      ...(name === undefined ? {} : { name: name.toLowerCase() }),
      attributes,
      ends: slash !== '',
    };
  }
}

function after(text: string, mark: string, from: number): number | undefined {
  const index = text.indexOf(mark, from);
  return index < 0 ? undefined : index + mark.length;
}

function commentEnd(html: string, from: number): number | undefined {
  COMMENT_END.lastIndex = from;
  return COMMENT_END.test(html) ? COMMENT_END.lastIndex : undefined;
}

/** Where a tag ends whose attributes begin at `from`. A quotation mark that follows no `name=` is part of a name. */
function tagEnd(html: string, from: number): number | undefined {
  let isNamed = false;
  for (let at = from; at < html.length; at += 1) {
    const character = html[at] as string;
    if (character === '>') return at + 1;
    if (character === '=' && isNamed) {
      VALUE.lastIndex = at + 1;
      if (!VALUE.test(html)) return undefined;
      at = VALUE.lastIndex - 1;
    }
    if (!/\s/.test(character)) isNamed = character !== '/' && character !== '=';
  }
  return undefined;
}

/** What follows the `=` of an attribute; nothing where a quotation mark is never closed. */
const VALUE = /\s*(?:"[^"]*"|'[^']*'|(?!["'\s])[^\s>]*)/y;
