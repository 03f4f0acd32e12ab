/** Decisions to stories: what each is called, who wrote it, what its author says of it, and its text. */
import type { PhrasingContent, RootContent } from 'mdast';
import { isPlainBreak } from '../breaks.js';
import type { Class, Decision } from '../classify/decisions.js';
import { isGift } from '../classify/dedications.js';
import { unmarked } from '../classify/headings.js';
import { languageOf } from '../pages/language.js';
import { noteParts, type NotePart } from '../classify/notes.js';
import { ANSWER } from '../classify/settled.js';
import type { Facts } from '../types.js';
import { withVerse } from '../verse.js';
import type { Piece } from './piece.js';

/** The prose that stands in a story's front matter before its text and after it, by key, in the order of the book. */
export const BEFORE_KEYS = ['warning', 'noteBefore'] as const;
export const AFTER_KEYS = ['noteAfter', 'thanks', 'disclaimer', 'glossary'] as const;
export const FRONT_KEYS = ['dedication', 'summary', ...BEFORE_KEYS, ...AFTER_KEYS] as const;
export type FrontKey = (typeof FRONT_KEYS)[number];

/** A story as a source has it. */
export interface Story {
  title?: string;
  /** The line that the title is, where it is no label's. */
  titleLine?: Piece;
  authors: string[];
  /** What the story's page calls the collection that it is of. */
  collection?: string;
  facts: Facts;
  front: Partial<Record<FrontKey, Piece[]>>;
  /** Its text in order: paragraphs, headings, breaks, and notes that stand with a chapter. */
  body: Piece[];
  /** What does not reach the manuscript. */
  cut: Piece[];
}

/** The stories of a source, in order. `gap` is the text's usual number of blank lines. */
export function storiesOf(decisions: readonly Decision[], facts: Facts, gap: number): Story[] {
  const stories: Decision[][] = [];
  for (const decision of decisions) {
    const open = stories.at(-1);
    if (!open || decision.opens) stories.push([decision]);
    else open.push(decision);
  }
  return stories.map((one) => storyOf(one, stories.length === 1 ? facts : {}, gap));
}

function storyOf(decisions: readonly Decision[], facts: Facts, gap: number): Story {
  const story: Story = { authors: [], facts: { ...facts }, front: {}, body: [], cut: [] };
  const isText = ({ class: of }: Decision) => of === 'story' || of === 'chapter' || of === 'part';
  // What stands right under the one heading of a story is the whole story's.
  const only = decisions.filter((one) => isText(one) && one.class !== 'story');
  const first = decisions.findIndex((one) => isText(one) && (only.length !== 1 || one !== only[0]));
  const last = decisions.findLastIndex(isText);
  // What somebody says is the title is it, whatever else reads like one.
  const named = decisions.find(({ class: of, reason }) => of === 'title' && reason === ANSWER);
  if (named) take(named, 'before', story);
  decisions.forEach((decision, index) => {
    if (decision === named) return;
    const where = index < first || first < 0 ? 'before' : index > last ? 'after' : 'within';
    take(decision, where, story);
    addFacts(decision.facts ?? {}, story);
  });
  story.body = withVerse(withoutEdgeBreaks(story), gap);
  if (story.title === undefined && story.facts.title !== undefined) story.title = story.facts.title;
  if (story.authors.length === 0) story.authors = facts.authors ?? [];
  return story;
}

/** A title without the marks that set it off: they are no part of it. */
const titleText = (text: string): string => unmarked(text).replaceAll(/\s+/g, ' ').trim();

type Where = 'before' | 'within' | 'after';

function take(decision: Decision, where: Where, story: Story): void {
  const { block, class: of, confidence, reason, label = 0 } = decision;
  const whole: Piece = { ...block, class: of, confidence, reason };
  if (of === 'title' && story.title === undefined) {
    story.title = titleText(block.text);
    story.titleLine = whole;
  } else if (of === 'story' || of === 'chapter' || of === 'part') {
    if (reason === 'gap') story.body.push({ ...whole, class: 'scene-break', text: '' });
    story.body.push(whole);
  } else if (of === 'scene-break') {
    if (where === 'within') story.body.push(whole);
    if (where !== 'within' || !isPlainBreak(block.text)) story.cut.push(whole);
  } else if (of === 'note-before' || of === 'note-after') {
    for (const piece of notePieces(whole, label)) takeNote(piece, where, story);
  } else if (PROSE.has(of)) {
    for (const piece of labelled(whole, label)) {
      if (piece.class === 'label') story.cut.push(piece);
      else addFront(of as FrontKey, piece, story);
    }
  } else story.cut.push(whole);
}

const PROSE: ReadonlySet<Class> = new Set<Class>([
  'dedication',
  'summary',
  'disclaimer',
  'warning',
  'thanks',
  'glossary',
]);

function addFront(key: FrontKey, piece: Piece, story: Story): void {
  (story.front[key] ??= []).push(piece);
}

function takeNote(piece: Piece, where: Where, story: Story): void {
  if (piece.class === 'label') story.cut.push(piece);
  else if (where === 'within') story.body.push(piece);
  else if (PROSE.has(piece.class)) addFront(piece.class as FrontKey, piece, story);
  else addFront(where === 'before' ? 'noteBefore' : 'noteAfter', piece, story);
}

/** A block without the label that names it, and the label. */
function labelled(whole: Piece, label: number): Piece[] {
  const { content, text } = whole;
  if (label === 0 || (content && !isPlain(content))) return [whole];
  const bare = withoutContent(whole);
  const rest = { ...bare, text: text.slice(label) };
  return [
    { ...bare, class: 'label', text: text.slice(0, label) },
    ...(rest.text.trim() === '' ? [] : [rest]),
  ];
}

/** A piece as its text alone. */
function withoutContent(piece: Piece): Piece {
  const bare = { ...piece };
  delete bare.content;
  return bare;
}

/** Whether content is paragraphs of nothing but text, each all in bold or italics at most: a note's loudness. */
const isPlain = (content: readonly RootContent[]): boolean =>
  content.every((node) => node.type === 'paragraph' && isText(node.children));

const isText = (children: readonly PhrasingContent[]): boolean => {
  const [only, more] = children;
  if ((only?.type === 'strong' || only?.type === 'emphasis') && !more) return isText(only.children);
  return children.every(({ type }) => type === 'text');
};

/** A note's parts: the dedication, the disclaimer and so on in it, and the rest. */
function notePieces(whole: Piece, label: number): Piece[] {
  return labelled(whole, label).flatMap((piece) => {
    if (piece.class === 'label' || (piece.content && !isPlain(piece.content))) return [piece];
    const bare = withoutContent(piece);
    const closing = closingMark(whole.text, label, bare.text);
    const text = closing === '' ? bare.text : bare.text.slice(0, -closing.length);
    const isWhole = whole.class === 'note-before' && isGift(text);
    const found: NotePart[] = isWhole ? [{ key: 'dedication', text }] : noteParts(text);
    const parts = found.map(({ key, text: part }): Piece => ({
      ...bare,
      text: part,
      class: key === 'note' ? whole.class : key,
    }));
    return closing === '' ? parts : [...parts, { ...bare, class: 'label', text: closing }];
  });
}

/** What closes the brackets or the emphasis that a note's label opens. */
function closingMark(whole: string, label: number, text: string): string {
  const open = /^[[({*_~-]+/.exec(whole.slice(0, label))?.[0] ?? '';
  const close = [...open]
    .reverse()
    .map((mark) => CLOSES[mark] ?? mark)
    .join('');
  return close !== '' && text.endsWith(close) ? close : '';
}

const CLOSES: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };

/** A text neither begins nor ends with a break, and none follows another; what is taken away is kept aside. */
function withoutEdgeBreaks({ body, cut }: Story): Piece[] {
  const isHeading = (piece: Piece | undefined) => piece?.class === 'chapter' || piece?.class === 'part';
  return body.filter((piece, index) => {
    if (piece.class !== 'scene-break') return true;
    const [before, next] = [body[index - 1], body[index + 1]];
    const isUsed =
      before !== undefined &&
      next !== undefined &&
      before.class !== 'scene-break' &&
      !isHeading(before) &&
      !isHeading(next);
    if (!isUsed && isPlainBreak(piece.text)) cut.push(piece);
    return isUsed;
  });
}

function addLanguage(value: string, { facts }: Story): void {
  const language = languageOf(value);
  if (language !== undefined) facts.language ??= language;
}

function addDate(value: string, { facts }: Story): void {
  const date = DATE.exec(value)?.[0];
  if (date !== undefined) facts.date ??= date;
}

/** A date as front matter takes it. */
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?!\d)/;

/** A title that a label gives is whole; a line that holds more than that (`Fic: Low Water (1/1)`) is not it. */
function addTitle(value: string, story: Story): void {
  const { title, titleLine, cut } = story;
  if (titleLine && titleLine.reason !== ANSWER && title !== value && title?.includes(value)) {
    cut.push(titleLine);
    delete story.titleLine;
    story.title = value;
  } else story.title ??= value;
}

/** What labels say, into the story's facts; the first word counts. */
function addFacts(found: Record<string, string[]>, story: Story): void {
  for (const [key, values] of Object.entries(found)) {
    const [value = ''] = values;
    if (key === 'title') addTitle(value, story);
    else if (key === 'author') story.authors.push(...values.filter((name) => !story.authors.includes(name)));
    else if (key === 'Language') addLanguage(value, story);
    else if (key === 'collection') story.collection ??= value.trim();
    else if (key === 'series') story.facts.series ??= { name: value };
    else if (key === 'date') addDate(value, story);
    else story.facts.tags = { ...story.facts.tags, [key]: [...(story.facts.tags?.[key] ?? []), ...values] };
  }
}
