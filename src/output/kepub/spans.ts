/**
 * The markup that Kobo's own renderer hangs places, highlights and reading times on, as kepubify adds it.
 *
 * @see https://github.com/pgaskin/kepubify/blob/master/kepub/transform.go
 */
import { SaxesParser } from 'saxes';
import { escapeText, escapeValue } from '../epub/xhtml.js';
import { sentencesOf } from './sentences.js';

/** Elements that begin a paragraph with the first text in them. */
const PARAGRAPHS = new Set(['p', 'ol', 'ul', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Elements whose text stays as it is. */
const UNTOUCHED = new Set(['script', 'style', 'pre', 'svg', 'math', 'audio', 'video']);

/** Kobo's store puts a sheet of this name into each page; kepubify keeps of it what harms no book's design. */
const STYLE =
  '<style type="text/css" class="kobostylehacks">div#book-inner { margin-top: 0; margin-bottom: 0;}</style>';

/** What Kobo lays out in columns to make pages. */
const WRAPPER = { before: '<div id="book-columns"><div id="book-inner">', after: '</div></div>' };

const WHITE_SPACE = /^\p{White_Space}*$/u;

/**
 * A content document with Kobo's markup: each sentence and each image of its body in a span with an id of its own,
 * `kobo.PARAGRAPH.SENTENCE`, and the body's content in two `div`. Text and elements stay as they are.
 *
 * @throws Error where the document is not well-formed.
 */
export function withSpans(xhtml: string): string {
  const out: string[] = [];
  const open: string[] = [];
  const ids = spanIds();
  /** How many of the open elements have their text left alone: outside of `body`, all. */
  let untouched = 1;
  const parser = new SaxesParser();
  parser.on('error', (cause) => {
    throw cause;
  });
  parser.on('xmldecl', ({ version = '1.0', encoding = 'UTF-8' }) => {
    out.push(`<?xml version="${version}" encoding="${encoding}"?>`);
  });
  parser.on('doctype', (doctype) => {
    out.push(`<!DOCTYPE${doctype}>`);
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    open.push(name);
    const tag = tagOf(name, attributes, isSelfClosing);
    if (name === 'img' && untouched === 0) {
      out.push(spanned(ids.image(), tag));
      return;
    }
    out.push(tag);
    if (name === 'body') {
      out.push(WRAPPER.before);
      untouched -= 1;
    } else if (UNTOUCHED.has(name)) untouched += 1;
    if (PARAGRAPHS.has(name)) ids.paragraph();
  });
  parser.on('closetag', ({ name, isSelfClosing }) => {
    open.pop();
    if (name === 'head') out.push(STYLE, '\n');
    if (name === 'body') {
      out.push(WRAPPER.after);
      untouched += 1;
    } else if (UNTOUCHED.has(name)) untouched -= 1;
    if (!isSelfClosing) out.push(`</${name}>`);
  });
  const text = (value: string): void => {
    if (untouched > 0) {
      out.push(escapeText(value));
      return;
    }
    for (const sentence of sentencesOf(value)) {
      const escaped = escapeText(sentence);
      // Space between blocks is no text; in a paragraph it stands between words.
      const isText = open.at(-1) === 'p' || !WHITE_SPACE.test(sentence);
      out.push(isText ? spanned(ids.sentence(), escaped) : escaped);
    }
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(xhtml).close();
  return out.join('');
}

/** The ids of a document's spans, in order. Paragraphs count from 1; text before the first stands in paragraph 0. */
function spanIds() {
  let [paragraph, sentence, begins] = [0, 0, false];
  const next = (): string => {
    if (begins) [paragraph, sentence, begins] = [paragraph + 1, 0, false];
    sentence += 1;
    return `kobo.${String(paragraph)}.${String(sentence)}`;
  };
  return {
    /** A paragraph begins, if anything is to stand in it. */
    paragraph: () => {
      begins = true;
    },
    sentence: next,
    /** An image is a paragraph of its own. */
    image: () => {
      begins = true;
      return next();
    },
  };
}

const spanned = (id: string, content: string): string =>
  `<span class="koboSpan" id="${id}">${content}</span>`;

function tagOf(name: string, attributes: Record<string, string>, isSelfClosing: boolean): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) tag += ` ${key}="${escapeValue(value)}"`;
  return tag + (isSelfClosing ? '/>' : '>');
}
