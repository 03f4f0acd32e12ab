/** Why a line was read so, in words. */
import type { Decision, Weighed } from '../classify/decisions.js';
import { PRICES, type Feature } from '../classify/prices.js';

const REASONS: Readonly<Record<string, string>> = {
  story: '',
  markup: 'The file\u2019s own markup says so.',
  break: 'A row of marks alone, as scenes are parted.',
  rule: 'A row of marks alone.',
  gap: 'A gap wider than the text\u2019s usual one stands before it.',
  counts: 'Nothing but numbers, as sites count readers.',
  heading: 'It has the form of a heading.',
  'only-chapter': 'The only chapter of the file, and it has a name.',
  title: 'It stands where this page has its title.',
  'title:again': 'The title once more.',
  byline: 'It names who wrote the text.',
  dedication: 'It gives the text to somebody.',
  readers: 'It stands where only readers write.',
  'note:label': 'A note\u2019s own label stands before it.',
  'note:words': 'It speaks to readers.',
  'page:note': 'It goes on with a note.',
  'page:chapter': 'It has the form of a title, between the site\u2019s lines and the text.',
  'page:contents': 'A list of the chapters.',
  'page:address': 'An address and no more.',
  'page:bio': 'It tells of who wrote the text.',
  'page:credits': 'It names who else worked on the text.',
  'summary:words': 'It begins as summaries do.',
  'page:summary': 'A sentence where this page has its summary.',
  'page:head': 'It stands among lines that are the page\u2019s, above the story.',
  'page:foot': 'It stands among lines that are the page\u2019s, under the story.',
  'page:label': 'It names what stands under it.',
  'ffn:facts': 'The line of facts that an archive has.',
  'mail:header': 'A line of a mail\u2019s header.',
  'label:unknown': 'A label and its value.',
};

/** Why a line was read as it was, as a sentence; nothing of a line that simply stands in the story. */
export function reasonOf({ reason, class: of, maybe }: Decision): string {
  const known = REASONS[reason];
  if (known !== undefined) return known;
  if (reason.startsWith('label:')) return `A label that archives have: ${reason.slice('label:'.length)}.`;
  if (of === 'story' && maybe === undefined) return '';
  return `A form of line that a site has (${reason}).`;
}

/** What features are called, where their own names do not say it. */
const FEATURES: Readonly<Partial<Record<string, string>>> = {
  row: 'a form that only a site has',
  weakRow: 'a form that sites have, and stories too',
  ofSite: 'of the site that the page is of',
  inRun: 'among other lines of a site',
  opens: 'the line under which stories begin',
  facts: 'a line of facts',
  markup: 'the file\u2019s markup',
  decisiveLabel: 'a label that no story begins with',
  borneLabel: 'borne out by other labels',
  value: 'under a label',
  labelOfStory: 'a label of the story\u2019s own',
  wordsToReaders: 'words to readers',
  fewWords: 'hardly a word to readers',
  ruledOff: 'ruled off',
  named: 'named by what stands round it',
  again: 'stands twice on the page',
  counted: 'a count of readers',
  inStory: 'in the story',
  unknown: 'a short line that nothing names',
  between: 'between lines of the page',
  smallLetter: 'begins with a small letter',
  stop: 'a sentence that ends',
  long: 'a whole paragraph',
};

const nameOf = (feature: string): string =>
  FEATURES[feature] ?? feature.replaceAll(/(?<=\p{Ll})\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`);

/** A number of nats with its sign, to a tenth. */
const signed = (nats: number): string => `${nats < 0 ? '\u2212' : '+'}${Math.abs(nats).toFixed(1)}`;

/** What was weighed of a line, its sum and the margin: `name|nats`, one a line. */
export function termsOf({ side, seen, margin }: Weighed): string {
  const terms = seen.map(([feature, times = 1]) => {
    const price = feature in PRICES ? PRICES[feature as Feature][side] * times : 0;
    return { name: nameOf(feature), price };
  });
  const total = terms.reduce((sum, { price }) => sum + price, 0);
  const where = side === 'head' ? 'above the story' : 'under the story';
  return [
    ...terms.map(({ name, price }) => `${name}|${signed(price)}`),
    `${where}, by itself|${signed(total)}`,
    `with the lines round it|${signed(margin)}`,
  ].join('\n');
}
