/** What stands around a section's text: its title, and the prose of its front matter. */
import type { Element, ElementContent, Properties } from 'hast';
import { isLongTitle, TITLE_ROOM } from '../text/titles.js';
import type { MdastRoot, Section } from '../types.js';
import { attributed } from './attribution.js';
import { term, type Context, type Page } from './context.js';
import { attributesOf, languageOf } from './directives/attributes.js';
import { addClass, element, text } from './elements.js';
import { flow, inline } from './flow.js';
import { heldTogether } from './title-lines.js';

type ContextOf = (tree: MdastRoot) => Context;

/** Title, epigraph, summary and the author's note before the text. */
export function opening(page: Page, contextOf: ContextOf): ElementContent[] {
  const { epigraph, summary, noteBefore } = page.section.front;
  return [
    ...bookTitles(page, contextOf),
    ...header(page, contextOf),
    ...(epigraph ? [quotation(attributed(flow(epigraph, contextOf(epigraph))))] : []),
    ...(summary ? [aside('before', flow(summary, contextOf(summary)))] : []),
    ...(noteBefore ? [authorsNote('before', noteBefore, contextOf)] : []),
  ];
}

/** The author's note after the text, and what an archive says of it. */
export function endMatter({ section }: Page, contextOf: ContextOf): ElementContent[] {
  const { noteAfter, tags } = section.front;
  return [
    ...(noteAfter ? [authorsNote('after', noteAfter, contextOf)] : []),
    ...(tags ? [aside('after', flow(tags, contextOf(tags)))] : []),
  ];
}

function header({ section, title }: Page, contextOf: ContextOf): Element[] {
  const context = contextOf(section.tree);
  // The heading stands further down, where the author put it.
  if (!title)
    return section.label === undefined
      ? []
      : [element('header', {}, [numberOf('p', section.label, context)])];
  const own = section.title ?? title.text;
  const words = section.heading ? inline(section.heading, contextOf(section.heading)) : [text(own)];
  const given = section.heading ? attributesOfTitle(section.heading, contextOf(section.heading)) : {};
  const number = section.label === undefined ? [] : [numberOf('span', section.label, context), text(' ')];
  const heading = element('h1', { ...given, id: title.id }, [...number, ...words]);
  if (isLongTitle(own, TITLE_ROOM.section)) addClass(heading, 'long');
  const byline = section.authors.map(({ name }) => name).join(', ');
  return [
    element('header', {}, [
      heading,
      ...(section.subtitle === undefined ? [] : [subtitleOf(section, [text(section.subtitle)], contextOf)]),
      ...(byline === '' ? [] : [element('p', { className: ['byline'] }, [text(byline)])]),
    ]),
  ];
}

/** The number of a chapter or part, in the book's language: within its heading, so that who hears titles hears it. */
const numberOf = (name: 'p' | 'span', label: string, context: Context): Element => {
  const { section, parts } = context.page;
  parts.add('numbers');
  const { language } = context.shared.book.metadata;
  const isOther = section.language !== undefined && section.language !== language;
  return element(
    name,
    { className: ['number'], 'epub:type': 'ordinal', ...(isOther ? languageOf(language, context) : {}) },
    [text(label)],
  );
};

/** What the pages that the build makes for the book's title hold of it. */
function bookTitles({ section }: Page, contextOf: ContextOf): Element[] {
  const { title } = section.titles ?? {};
  if (!title) return [];
  const name = section.kind.kind === 'title-page' ? 'h1' : 'p';
  return [
    element(name, { className: ['title'] }, heldTogether(inline(title, contextOf(title)))),
    ...(section.titles?.subtitle ? [subtitleOf(section, [], contextOf)] : []),
  ];
}

function subtitleOf({ titles }: Section, plain: ElementContent[], contextOf: ContextOf): Element {
  const words = titles?.subtitle ? inline(titles.subtitle, contextOf(titles.subtitle)) : plain;
  return element('p', { className: ['subtitle'] }, words);
}

/** What the author gave the heading between braces. */
function attributesOfTitle({ children: [line] }: MdastRoot, context: Context): Properties {
  return line?.type === 'paragraph' ? attributesOf(line, context) : {};
}

const quotation = (children: ElementContent[]): Element =>
  element('blockquote', { className: ['epigraph'], 'epub:type': 'epigraph', role: 'doc-epigraph' }, children);

function authorsNote(place: 'before' | 'after', tree: MdastRoot, contextOf: ContextOf): Element {
  const context = contextOf(tree);
  const label = term(context.shared, 'authorsNote') ?? term(context.shared, 'note') ?? 'Note';
  return aside(place, [element('p', { className: ['label'] }, [text(label)]), ...flow(tree, context)]);
}

// As a landmark, an aside would need a name that no other has: https://www.w3.org/TR/wai-aria-1.2/#note
const aside = (place: 'before' | 'after', children: ElementContent[]): Element =>
  element('aside', { className: ['note', `note-${place}`], role: 'note' }, children);
