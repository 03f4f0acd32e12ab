/**
 * How much each thing that is seen of a line speaks for the page's head or foot and against the story, in nats: the
 * logarithm of how many times likelier it is there. They add up; what is below zero speaks for the story.
 *
 * Cutting a line of a story costs more than everything else together: what a story's sentence weighs (`stop`,
 * `speech`, `long`) no single line of a site outweighs but by a form that no story has.
 */
export const PRICES = {
  /** A site's own form of line; a form that stories have too; of the site that the page is of; among others of it. */
  row: { head: 5, foot: 5 },
  weakRow: { head: 1.2, foot: 1.2 },
  ofSite: { head: 2.5, foot: 2.5 },
  inRun: { head: 1.5, foot: 1.5 },
  /** What a story may say too, and a page no more: evidence of it has to stand on both sides. */
  thin: { head: 1.2, foot: 1.2 },
  /** The line above which all is the page's; after which all is the readers'. */
  opens: { head: 9, foot: 0 },
  readers: { head: 0, foot: 9 },
  afterReaders: { head: 0, foot: 6 },
  /** A site's line of facts, a mail's header, counts, markup that says what it is. */
  facts: { head: 9, foot: 0 },
  counts: { head: 3.5, foot: 1 },
  markup: { head: 12, foot: 12 },
  /** `Rating: …`: a label that no story begins with, another, one whose value is prose, any, the line that it names. */
  decisiveLabel: { head: 5, foot: 0.5 },
  label: { head: 1.2, foot: 1 },
  proseLabel: { head: 1.2, foot: 1 },
  borneLabel: { head: 3, foot: 1 },
  unknownLabel: { head: 0.4, foot: -1 },
  value: { head: 0.3, foot: 0.3 },
  labelOfStory: { head: -8, foot: -8 },
  /** `A/N:`, words to readers by how many there are, the line under a bare label, a note that goes on. */
  noteLabel: { head: 5, foot: 5 },
  plainNote: { head: 0.5, foot: 0.5 },
  wordsToReaders: { head: 1.7, foot: 1.7 },
  fewWords: { head: -1.5, foot: -2.5 },
  underLabel: { head: 5, foot: 5 },
  ruledOff: { head: 1, foot: 1 },
  /** A paragraph of a note that a wide gap or a rule parts from the story. */
  noteBlock: { head: 4, foot: 4 },
  signature: { head: 0, foot: 2 },
  dedication: { head: 3, foot: 1 },
  /** Names: a byline, a name under a title, a title by what stands under it. */
  byline: { head: 3.5, foot: -1 },
  /** A line about the one who is named as the author. */
  bio: { head: 4, foot: 9 },
  credits: { head: 3, foot: 2 },
  name: { head: 2.5, foot: -3 },
  named: { head: 4, foot: 0 },
  /** Forms that sites share: dates, separators, buttons, rights, addresses, hashtags, genres; a line that stands twice. */
  date: { head: 2, foot: 1 },
  separators: { head: 2, foot: 1 },
  /** Words with bars between them: under a story a menu. */
  columns: { head: 0, foot: 7 },
  buttons: { head: 1.6, foot: 1.6 },
  rights: { head: 4, foot: 4 },
  address: { head: 2, foot: 2 },
  hashtags: { head: 3, foot: 3 },
  genres: { head: 2.5, foot: 6 },
  again: { head: 1.5, foot: 0.5 },
  /** Between a title and where it stands again. */
  betweenTitles: { head: 4, foot: 0 },
  /** What begins as a paragraph of the page does, and breaks off. */
  excerpt: { head: 5, foot: 5 },
  /** A blurb: a sentence right above a line of the site that the page is of. */
  summaryWords: { head: 4, foot: -7 },
  blurb: { head: -0.8, foot: -7 },
  counted: { head: 2, foot: 2 },
  rule: { head: 0.1, foot: 0 },
  heading: { head: -0.3, foot: -8 },
  /** A heading in a list of them, each of which stands again further on. */
  contents: { head: 4, foot: 0 },
  wideGap: { head: 0.7, foot: 0 },
  /** What says nothing else: a short line, one between others of the page. */
  unknown: { head: -1, foot: -6 },
  between: { head: 0, foot: 5.3 },
  smallLetter: { head: -1, foot: -1 },
  /** A sentence that ends, speech, a paragraph. */
  stop: { head: -7, foot: -7 },
  speech: { head: -8, foot: -8 },
  long: { head: -9, foot: -9 },
} as const satisfies Record<string, Readonly<Record<'head' | 'foot', number>>>;

export type Feature = keyof typeof PRICES;

/** Below this margin between the best reading and the next, in nats, a line stays in the story and is asked about. */
export const SURE_NATS = 1.4;
/** Above this a line that stays in the story is worth a question. */
export const ASK_NATS = -2;

/** How likely a reading is that is better than the next by so many nats. */
export const confidenceOf = (nats: number): number => Math.round(100 / (1 + Math.exp(-nats))) / 100;

/** Decisions below this stay in the text. */
export const SURE = confidenceOf(SURE_NATS);
