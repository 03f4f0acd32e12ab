/** What each line of a head or a foot is: by its own words first, by its place among the others afterwards. */
import { lettersOf } from '../../text/compare.js';
import { flairOf, gateOf, placesOf, rowOf, togetherOf } from '../sites/index.js';
import type { Block, Role } from '../types.js';
import { isCount } from './counts.js';
import { decide, type Class, type Decision } from './decisions.js';
import { headingAt, headingOf, isNamedHeading } from './headings.js';
import {
  breadcrumbFacts,
  factsOf,
  ffnFacts,
  labelOf,
  labelRun,
  mailFacts,
  mailHeader,
  unknownLabel,
  type Label,
} from './labels.js';
import { gateIn } from './gates.js';
import { datedName, isDateAlone } from './forms.js';
import { featuresOf, goesOn, isLastCrumb } from './lines.js';
import { mastheadOf } from './masthead.js';
import { bylineAt, isNamed, isOwner, isUnderPlace } from './naming.js';
import { isBareNote, isMenu } from './near-notes.js';
import { isRule, isStopped, labelText, type Page, type Side } from './page.js';
import { noteLabel, noteParts, SIGNATURE } from './notes.js';
import { PERSON, wordsToReaders } from './readers.js';
import { CATEGORY, isBareBy, isName, isUnderBy, titleAndName, titleForm } from './titles.js';
import { titleAgain } from './twice.js';

const ROLE_CLASSES: Partial<Record<Role, Class>> = {
  title: 'title',
  author: 'author',
  summary: 'summary',
  'note-before': 'note-before',
  'note-after': 'note-after',
  dedication: 'dedication',
  metadata: 'metadata',
  furniture: 'furniture',
};

/** The lines of an edge as decisions; those that nothing names are told by their place. */
export function named(page: Page, start: number, end: number, side: Side, titled: boolean): Decision[] {
  const { blocks } = page;
  const mail = side === 'head' ? mailHeader(blocks, page.from, page.to) : 0;
  const found: (Decision | undefined)[] = [];
  let open: Label | undefined;
  for (let at = start; at < end; at += 1) {
    const block = blocks[at] as Block;
    const last = found.at(-1);
    const decision =
      side === 'head' && at < (mastheadOf(page)?.title ?? 0) && block.role === undefined
        ? decide(block, 'furniture', rowOf(block.text, 'head')?.id ?? 'page:menu', 1, { facts: whoIn(block) })
        : at < page.from + mail
          ? decide(block, 'metadata', 'mail:header', 1, { facts: mailFacts(block) })
          : byWords(page, at, side, open, last);
    const label = labelOf(labelText(page, block));
    if (label && decision?.reason.startsWith('label:')) open = label.value === '' ? label.label : undefined;
    else if (open?.is === 'prose' || open?.key === 'Language' || !decision?.reason.startsWith('label:'))
      open = undefined;
    found.push(decision);
  }
  return side === 'head' ? headNamed(page, start, found, titled) : footNamed(page, start, found);
}

/** What a line above a page's title says of it: who wrote it. */
function whoIn(block: Block): Record<string, string[]> {
  const { author } = rowFacts(block, 'head');
  if (author) return { author };
  const name = datedName(block.text);
  return name === undefined ? {} : { author: [name] };
}

/** A line by its own words, or by those right above it. */
function byWords(
  page: Page,
  at: number,
  side: Side,
  open: Label | undefined,
  last: Decision | undefined,
): Decision | undefined {
  const block = page.blocks[at] as Block;
  const { text, role } = block;
  const note: Class = side === 'head' ? 'note-before' : 'note-after';
  if (role !== undefined) return decide(block, ROLE_CLASSES[role] ?? 'furniture', 'markup');
  if (isRule(block)) return decide(block, 'scene-break', 'rule');
  const dated = side === 'foot' ? datedName(text) : undefined;
  if (dated !== undefined)
    return decide(block, 'furniture', 'page:posted', 1, { facts: { author: [dated] } });
  if (side === 'head' && isCount(text)) return decide(block, 'furniture', 'counts');
  const row = rowOf(text, side === 'head' ? 'head' : 'tail');
  if (row) return decide(block, 'furniture', row.id, 1, { facts: rowFacts(block, side) });
  if (isLastCrumb(page, at)) return decide(block, 'furniture', 'nav:crumb');
  const facts = ffnFacts(block);
  if (facts) return decide(block, 'metadata', 'ffn:facts', 1, { facts });
  const run = labelRun(block)?.map(({ label, value }) => factsOf(label, value));
  if (run)
    return decide(block, 'metadata', 'label:run', 1, {
      facts: Object.assign({}, ...run) as Record<string, string[]>,
    });
  if (last?.reason.startsWith('label:') && at > 0 && goesOn(page, page.blocks[at - 1] as Block, block))
    return decide(block, last.class, last.reason);
  const found = labelOf(labelText(page, block));
  const isByline = featuresOf(page, at, side)[0]?.[0] === 'byline';
  if (found && !isByline) return labelled(block, found.label, found.value);
  const label = noteLabel(labelText(page, block).text);
  if (label !== undefined)
    return decide(block, note, 'note:label', 1, { label: Math.min(label.length, text.length) });
  if (open)
    return decide(block, open.is === 'prose' ? (open.key as Class) : 'metadata', `label:${open.key}`, 1, {
      facts: open.is === 'prose' ? {} : factsOf(open, text),
    });
  const [first] = featuresOf(page, at, side);
  const isOfNote = last?.class === note && last.reason !== 'page:note';
  if (first?.[0] === 'underLabel')
    return last?.reason.startsWith('label:') && PROSE.has(last.class)
      ? decide(block, last.class, last.reason)
      : decide(block, note, 'note:label');
  if (first?.[0] === 'bio') return decide(block, 'furniture', 'page:bio');
  if (first?.[0] === 'excerpt') return decide(block, 'furniture', 'page:excerpt');
  if (first?.[0] === 'noteBlock') return decide(block, note, 'note:block');
  if (side === 'head' && first?.[0] === 'ruledOff') return decide(block, note, 'note:near');
  if (wordsToReaders(text) >= 2 && !isMenu(text)) return decide(block, note, 'note:words');
  const isGift =
    page.sites.has('ao3') &&
    side === 'head' &&
    last === undefined &&
    at > page.from + 1 &&
    /^For \S.{0,80}\.$/.test(text);
  if (first?.[0] === 'dedication' || isGift) return decide(block, 'dedication', 'dedication');
  if (side === 'head' && isBareBy(block)) return decide(block, 'furniture', 'page:head');
  const isSigned = first?.[0] === 'byline' || (at > 0 && isUnderBy(page.blocks[at - 1], block));
  const name = isSigned ? bylineAt(page, at) : undefined;
  if (name !== undefined) return decide(block, 'author', 'byline', 1, { facts: { author: [name] } });
  if (
    isOfNote &&
    (isStopped(text) ||
      text.length > 100 ||
      SIGNATURE.test(text) ||
      (block.gap > 0 && /^\p{Ll}/u.test(text)) ||
      noteParts(text).every(({ key }) => key !== 'note') ||
      first?.[0] === 'fewWords' ||
      first?.[0] === 'ruledOff')
  )
    return decide(block, note, last.reason);
  if (first?.[0] === 'contents') return decide(block, 'furniture', 'page:contents');
  const heading = headingAt(page.blocks, at, page.to);
  if (heading && side === 'head' && (heading.bare === undefined || block.gap > 0)) {
    // A heading that stands again further on is of a list of contents here.
    const isAgain = (page.times.get(text) ?? 0) > 1 && heading.bare === undefined && standsLater(page, at);
    return isAgain ? decide(block, 'furniture', 'page:contents') : decide(block, heading.kind, 'heading');
  }
  const isProse =
    last?.reason.startsWith('label:') && PROSE.has(last.class) && (isStopped(text) || text.length > 100);
  if (isProse && last) return decide(block, last.class, last.reason);
  if (first?.[0] === 'betweenTitles' && isStopped(text))
    return decide(block, PERSON.test(text) || last?.class === note ? note : 'summary', 'page:summary');
  if (first?.[0] === 'summaryWords') return decide(block, 'summary', 'summary:words');
  if (first?.[0] === 'credits') return decide(block, 'metadata', 'page:credits');
  const mayBeTitle =
    side === 'head' &&
    at === page.from &&
    (LABELLED_TITLE.test(text) || isTwofold(page) || titleAgain(page) !== undefined);
  if (unknownLabel(text) && first?.[0] !== 'named' && !mayBeTitle)
    return decide(block, 'metadata', 'label:unknown');
  return first?.[0] === 'fewWords' ? decide(block, note, 'page:note') : undefined;
}

/** What people put before a title in its line, and the title itself: `Flash Fiction: The Old Lady`. */
const LABELLED_TITLE =
  /^(?:(?:short|flash|micro|fan|new|original|horror|science|sci-?fi) ?)?(?:fic(?:tion|let)?|fanfic|story|tale|drabble|one-?shot)\s?:{1,2}\s+\p{Lu}/iu;

/** Whether the first line may be a title in two halves: `The Gale: Last Orders`, with no label in the lines below. */
const isTwofold = ({ blocks, from, isLabelled, sites }: Page): boolean =>
  !isLabelled &&
  sites.size === 0 &&
  titleForm((blocks[from] as Block).text.replace(/^[^:]{1,60}: /, '')) >= 2 &&
  (blocks[from + 1]?.gap ?? 0) > 0 &&
  !unknownLabel(blocks[from + 1]?.text ?? '');

const standsLater = ({ blocks, to }: Page, at: number): boolean => {
  const { text } = blocks[at] as Block;
  for (let index = at + 1; index < to; index += 1) if (blocks[index]?.text === text) return true;
  return false;
};

const PROSE: ReadonlySet<Class> = new Set<Class>([
  'summary',
  'dedication',
  'disclaimer',
  'warning',
  'thanks',
  'glossary',
]);

const NONE = /^(?:none|n\/a|nothing|no warnings? apply|keine?|ninguna?|aucune?|\u043D\u0435\u0442)\.?$/iu;

/** A label and its value: `Title: …`. */
function labelled(block: Block, label: Label, value: string): Decision {
  // `Warnings: None` is a fact, and no page of a book.
  if (label.is !== 'prose' || NONE.test(value))
    return decide(block, 'metadata', `label:${label.key}`, 1, { facts: factsOf(label, value) });
  // What stands in a place of its own needs no name; the others stand together and keep theirs.
  const isNamed = label.key === 'dedication' || label.key === 'summary' || value === '';
  return decide(
    block,
    label.key as Class,
    `label:${label.key}`,
    1,
    isNamed ? { label: block.text.length - value.length } : {},
  );
}

/** A pattern has each name once: what it is called in its other half. */
const SAME_NAME: Readonly<Record<string, string>> = { writer: 'author', mark: 'title' };

/** What a line of a site says of the story. */
function rowFacts(block: Block, side: Side): Record<string, string[]> {
  const row = rowOf(block.text, side === 'head' ? 'head' : 'tail');
  if (row?.id === 'ffn:breadcrumb') return breadcrumbFacts(block);
  const groups = Object.entries(row?.form.exec(block.text)?.groups ?? {});
  return Object.fromEntries(
    groups.flatMap(([key, value]) => (value ? [[SAME_NAME[key] ?? key, [value]]] : [])),
  );
}

/** The lines of a head with its title and its author among those that nothing names. */
function headNamed(
  page: Page,
  start: number,
  found: readonly (Decision | undefined)[],
  titled: boolean,
): Decision[] {
  const { blocks } = page;
  const at = (index: number): Block => blocks[start + index] as Block;
  const unnamed = found.flatMap((one, index) => (one === undefined ? [index] : []));
  const site = siteOf(page, found);
  const isSaid = found.some((one) => one?.facts?.['title'] !== undefined || one?.class === 'title');
  const hasAuthor = found.some((one) => one?.facts?.['author'] !== undefined || one?.class === 'author');
  const masthead = mastheadOf(page);
  const title = masthead
    ? masthead.title - start
    : titled || isSaid
      ? undefined
      : bestTitle(page, start, found, unnamed, site);
  const author = hasAuthor ? undefined : authorAt(page, start, found, unnamed, title, site);
  const words = title === undefined ? undefined : titleWords(at(title).text, site, hasAuthor);
  const beside =
    title === undefined || hasAuthor
      ? undefined
      : nameBeside(at(title).text, blocks.slice(page.from, start + found.length));
  return found.map((one, index) => {
    const said = { ...(beside ? { author: [beside] } : {}), ...words };
    if (one && index === title && (masthead || one.reason === 'page:contents'))
      return decide(one.block, 'title', 'title', 1, { facts: said });
    const isOther =
      one?.reason === 'byline' &&
      title !== undefined &&
      index !== title + 1 &&
      found[title + 1]?.reason === 'byline';
    if (one) return isOther ? decide(one.block, 'furniture', 'page:contents') : one;
    const block = at(index);
    if (index === title) return decide(block, 'title', 'title', 1, { facts: said });
    if (index === author) return decide(block, 'author', 'byline', 1, { facts: { author: [block.text] } });
    if (title !== undefined && block.text === at(title).text)
      return decide(block, 'furniture', 'title:again');
    const isUnder = title !== undefined && author !== undefined && index > title && index < author;
    if (isUnder && placesOf(site).includes('summary')) return decide(block, 'summary', 'page:summary');
    const isBlurb =
      isStopped(block.text) &&
      (block.text.length > 20 || found[index + 1]?.reason === 'ffn:facts') &&
      (title === undefined ? index > 0 : index > title);
    return isBlurb ? decide(block, 'summary', 'page:summary') : decide(block, 'furniture', 'page:head');
  });
}

/** The writer's name that stands beside the title in another line of the head: `The Kiln - Ann Lee`. */
function nameBeside(title: string, lines: readonly Block[]): string | undefined {
  for (const { text } of lines) {
    const [, first, name] = /^(.{2,100}?)\s+[-\u2013\u2014|]\s+(\S.{1,40})$/u.exec(text) ?? [];
    if (first !== undefined && name !== undefined && isName(name) && lettersOf(first) === lettersOf(title))
      return name;
  }
  return undefined;
}

/** A title without what its site puts before it, and the name in its line: facts, where they are not the whole line. */
function titleWords(text: string, site: string, hasAuthor: boolean): Record<string, string[]> | undefined {
  const { title, name } = togetherOf(site)?.exec(text)?.groups ?? {};
  const both = title && name ? { title, name } : titleAndName(text);
  // `Die Glocke von Hasel` is a title where another line names who wrote it.
  if (both && !(hasAuthor && !/\sby\s/i.test(text))) return { title: [both.title], author: [both.name] };
  const [, story, chapter] = /^(.{2,80}?)\s+[-\u2013\u2014|]\s+(\S.*)$/u.exec(text) ?? [];
  if (story !== undefined && isNamedHeading({ text: chapter ?? '' })) return { title: [story] };
  const bare = withoutFlair(text, site);
  return bare === text || bare === '' ? undefined : { title: [bare] };
}

function withoutFlair(text: string, site: string): string {
  const flair = flairOf(site);
  let bare = text;
  for (let match = flair?.exec(bare); match; match = flair?.exec(bare)) bare = bare.slice(match[0].length);
  return bare === '' ? text : bare;
}

/** Whether a line is the last that nothing names above the first byline, with no more than a site's line between. */
function isAboveByline(found: readonly (Decision | undefined)[], index: number): boolean {
  const byline = found.findIndex((one) => one?.reason === 'byline');
  if (found.filter((one) => one?.reason === 'byline').length > 1) return false;
  const between = found.slice(index + 1, byline);
  return byline > index && between.length <= 2 && between.every((one) => one?.class === 'furniture');
}

/** The site that most of a head's lines are of. */
function siteOf({ sites }: Page, found: readonly (Decision | undefined)[]): string {
  const counts = new Map<string, number>();
  for (const one of found) {
    const name = /^([a-z\d]+):/.exec(one?.reason ?? '')?.[1] ?? '';
    if (sites.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** What a button says. */
const COMMAND =
  /^(?:add|show|view|see|select|save|share|write|browse|click|report|rate|submit|skip|jump|load|hide|buy|order|download|print|copy|edit|search|sort|more|other|latest|related|recent|popular|recommended|all)\s(?:an?|all|to|the|more|my|your|this|in|by|options?|details?|reviews?|comments?|chapters?|books?|stories|works?|posts?|library|story)\b/i;

/** The index of the line that is most like a title, among those that nothing names. */
function bestTitle(
  page: Page,
  start: number,
  found: readonly (Decision | undefined)[],
  unnamed: readonly number[],
  site: string,
): number | undefined {
  const { blocks } = page;
  const at = (index: number): string => blocks[index]?.text ?? '';
  const places = placesOf(site);
  let best: { index: number; score: number } | undefined;
  unnamed.forEach((index, order) => {
    const { text } = blocks[start + index] as Block;
    const others = unnamed.length > 1;
    const both = titleAndName(text);
    const bare = withoutFlair(text, site);
    let score = Math.max(-2, Math.min(3, titleForm(both?.title ?? bare)));
    if (bare !== text) score += 4;
    else if (isStopped(text) && featuresOf(page, start + index, 'head')[0]?.[0] === 'blurb') score -= 8;
    if (isUnderPlace(page, start + index)) score += 6;
    if (isAboveByline(found, index)) score += 3;
    if (
      isNamed(page, start + index) ||
      found[index + 1]?.class === 'author' ||
      found[index + 1]?.facts?.['author']
    )
      score += 4;
    else if (order > 0 && isName(text)) score -= 2;
    if (both) score += 2;
    if (togetherOf(site)?.test(text)) score += 6;
    if (isRepeated(page, start + index, start, start + found.length)) score += 2;
    const again = titleAgain(page);
    // Of a line that says more than the title, and the title alone below, the title alone.
    if (again !== undefined && (start + index === again || at(again) === at(start + index))) score += 6;
    if (CATEGORY.test(text) || isDateAlone(text)) score -= 5;
    if (others && COMMAND.test(text)) score -= 3;
    if (featuresOf(page, start + index, 'head').some(([form]) => form === 'counted' || form === 'genres'))
      score -= 5;
    const isAboveAuthor =
      found[index + 1] === undefined &&
      /^(?:summary|note-before|dedication)$/.test(found[index + 2]?.class ?? '');
    if (isAboveAuthor && index + 1 < found.length) score += 4;
    else if (others && /^\p{Lu}?\p{Ll}+(?:\p{Lu}\p{L}+)?$/u.test(text) && order === 0) score -= 2;
    const under = blocks[start + index + 1];
    const isAboveHeading =
      found[index + 1]?.class === 'chapter' ||
      (index + 1 === found.length && under !== undefined && headingOf(under) !== undefined);
    if (isAboveHeading && !others && /^\S+$/.test(text) && isOnlyHeading(page)) score -= 6;
    if (
      found.slice(0, index).some((one) => one?.class === 'chapter' || one?.reason === 'page:contents') &&
      !isNamed(page, start + index)
    )
      score -= 5;
    if (
      featuresOf(page, start + index, 'head').some(
        ([form]) =>
          form === 'separators' ||
          form === 'rights' ||
          form === 'address' ||
          form === 'hashtags' ||
          form === 'date',
      )
    )
      score -= 4;
    // A picture's caption stands above whose the picture is.
    if (others && isAboveRights(page, start + index)) score -= 3;
    if (/[.]$/.test(text) && text.length > 60) score -= 3;
    const hasByline = found.some((one) => one?.reason === 'byline');
    if (!hasByline && places[order] === 'title' && places.length > 1 && unnamed.length >= places.length)
      score += 2;
    if (places[0] === 'author' && order === 0 && others) score -= 2;
    if (found[index + 1]?.class === 'metadata' && (blocks[start + index + 1] as Block).gap === 0) score += 1;
    if (others && order > 0 && isSureRow(blocks[start + index + 1]?.text ?? '')) score += 2;
    // Of several with a byline the last is the page's own: those above are its contents.
    const isLast = score >= 4 && score === best?.score;
    if (!best || score > best.score || isLast) best = { index, score };
  });
  return best && best.score > -1 ? best.index : undefined;
}

/** Whether a line in small letters stands right above one that says whose a picture is. */
const isAboveRights = (page: Page, at: number): boolean =>
  /^\p{Ll}/u.test(page.blocks[at]?.text ?? '') &&
  page.blocks[at + 1]?.gap === 0 &&
  featuresOf(page, at + 1, 'head').some(([form]) => form === 'rights');

/** Whether a page has no more than one heading by name: what stands above it alone, in a word, is the site. */
const isOnlyHeading = ({ blocks, from, to }: Page): boolean =>
  new Set(
    blocks
      .slice(from, to)
      .filter((block) => isNamedHeading(block))
      .map(({ text }) => text),
  ).size <= 1;

/** Whether a line is surely a site's. */
const isSureRow = (text: string): boolean => {
  const row = rowOf(text, 'head');
  return row !== undefined && !row.weak;
};

/** Whether a line stands again in its head, alone or within another. */
function isRepeated({ blocks }: Page, at: number, from: number, to: number): boolean {
  const { text } = blocks[at] as Block;
  return (
    text.length > 3 &&
    blocks.slice(from, to).some((block, index) => from + index !== at && block.text.includes(text))
  );
}

/** The index of the line that is the author's name: by the site's order, or right under the title. */
function authorAt(
  page: Page,
  start: number,
  found: readonly (Decision | undefined)[],
  unnamed: readonly number[],
  title: number | undefined,
  site: string,
): number | undefined {
  const { blocks } = page;
  if (title === undefined) return undefined;
  const text = (index: number): string => (blocks[start + index] as Block).text;
  const next = title + 1;
  const follows = found[next + 1];
  if (unnamed.includes(next) && next < found.length) {
    const isPen =
      /^@?[\p{L}\p{N}_.-]{2,40}$/u.test(text(next)) &&
      (follows?.class === 'metadata' || follows?.class === 'summary');
    if (isName(text(next)) && ((blocks[start + next] as Block).gap === 0 || follows?.class === 'dedication'))
      return next;
    if (isPen) return next;
    if (site === 'ao3' && text(next).length < 80) return next;
  }
  // Under a line that may be a subtitle: who is named above the day, or has the rights.
  const signed = [next, next + 1].find(
    (index) =>
      unnamed.includes(index) &&
      isName(text(index)) &&
      (isDateAlone(blocks[start + index + 1]?.text ?? '') || isOwner(page, start + index)),
  );
  if (signed !== undefined) return signed;
  const [first = -1] = unnamed;
  const places = placesOf(site);
  if (places[0] === 'author' && first !== title && first >= 0 && /^[\w-]+$/.test(text(first))) return first;
  const order = places.indexOf('author');
  const byPlace = order > 0 ? unnamed[order] : undefined;
  return byPlace !== undefined && byPlace > title && text(byPlace).split(/\s+/).length <= 3
    ? byPlace
    : undefined;
}

/** The lines of a foot; what nothing names is the site's. */
function footNamed(page: Page, start: number, found: readonly (Decision | undefined)[]): Decision[] {
  const { blocks } = page;
  const gateAt = gateIn(page);
  let isReaders = false;
  return found.map((one, index) => {
    const block = blocks[start + index] as Block;
    const gate = isReaders ? undefined : gateOf(block.text);
    isReaders ||= start + index === gateAt;
    if (gate && isReaders) return decide(block, 'furniture', gate.id);
    if (isReaders && one?.class !== 'furniture') return decide(block, 'furniture', 'readers');
    return (
      one ??
      (isBareNote(page, start + index, 'foot')
        ? decide(block, 'label', 'page:label')
        : decide(block, 'furniture', 'page:foot'))
    );
  });
}
