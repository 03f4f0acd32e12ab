/** What an import would write: each source read, its blocks decided, its stories named, and everything proved. */
import { basename, extname } from 'node:path';
import { fatal, isFatal, quotable, warning, type Result } from '../diagnostics.js';
import { fileSlug, uniqueSlugs } from '../text/slug.js';
import type { Message } from '../types.js';
import { nothingLost } from './write/check.js';
import { classify } from './classify/index.js';
import type { Decision } from './classify/decisions.js';
import { settled } from './classify/settled.js';
import { usualGap } from './classify/gaps.js';
import { isManuscript, lost, noStory, noTitle, ofCollection, sameTitle, unknownFormat } from './messages.js';
import { manuscriptOf } from './write/manuscript.js';
import { readers } from './readers.js';
import { isReady, readyStory } from './ready.js';
import { answerKey, nthOnLine } from './settle.js';
import { saidOf } from './said.js';
import type { Said } from './write/sidecar.js';
import { storiesOf, type Story } from './write/stories.js';
import type { Block, Extract, Picture, Source } from './types.js';
import { withinBounds } from './write/bounds.js';
import type { Answers, ReadLine, Reading } from './readings.js';

/** A story that is ready to be written. */
export interface PlannedStory {
  story: Story;
  source: Source;
  format: string;
  /** Its name among those of the run: a slug. */
  name: string;
  pictures: Picture[];
  /** Its manuscript. */
  text: string;
  /** What was said of paragraphs of its source. */
  answers: Said[];
}

/** A decision that is not sure: the block stays in the story unless somebody says otherwise. */
export interface Unsure {
  /** Path and line: what names it among the answers. */
  key: string;
  path: string;
  decision: Decision;
  /** The text of the blocks right before it and after it. */
  around: { before: string[]; after: string[] };
}

export interface Plan {
  stories: PlannedStory[];
  unsure: Unsure[];
  /** The sources that were read, those that are manuscripts already apart. */
  readings: Reading[];
  messages: Message[];
}

export interface PlanOptions {
  /** What was said of unsure decisions. */
  answers?: Answers;
  /** Depth of the chapters' headings: 1, or 2 where stories are chapters of a book themselves. */
  depth?: number;
}

/** Reads sources, decides, and proves what would be written. */
export async function planImport(sources: readonly Source[], options: PlanOptions = {}): Promise<Plan> {
  const plan: Plan = { stories: [], unsure: [], readings: [], messages: [] };
  const nameFor = uniqueSlugs();
  const titles = new Map<string, string>();
  for (const source of sources) {
    const { value, messages } = await readStories(source, options, plan);
    for (const message of messages) plan.messages.push(message);
    for (const { story, ...read } of value) {
      const wanted = fileSlug(story.title ?? basename(source.name, extname(source.name)));
      const name = nameFor(wanted);
      const other = titles.get(wanted);
      if (other !== undefined) plan.messages.push(sameTitle(story, name, other, source.path));
      else titles.set(wanted, source.path);
      plan.stories.push({ story, source, name, ...read });
    }
  }
  return plan;
}

type Read = Omit<PlannedStory, 'source' | 'name'>;

async function readStories(
  source: Source,
  { answers, depth = 1 }: PlanOptions,
  { unsure, readings }: Pick<Plan, 'unsure' | 'readings'>,
): Promise<Result<Read[]>> {
  const { path } = source;
  if (isReady(source)) {
    const given = [...(answers?.keys() ?? [])].some((key) => key.startsWith(`${path}:`));
    const { value, messages } = given ? { messages: [isManuscript(path)] } : readyStory(source);
    return { value: value ? [{ ...value, format: 'markdown', pictures: [], answers: [] }] : [], messages };
  }
  const reader = readers.find((one) => one.recognises(source));
  if (!reader) return { value: [], messages: [unknownFormat(path)] };
  const extract = await reader.read(source);
  const messages = [...extract.messages];
  if (messages.some(isFatal)) return { value: [], messages };
  const nth = nthOnLine(extract.blocks);
  const keys = extract.blocks.map(({ line }, index) => answerKey(path, line, nth[index]));
  const strange = answers && strangeLine(answers, path, keys);
  if (strange) return { value: [], messages: [...messages, strange] };
  const lines: ReadLine[] = [];
  readings.push({ source, format: extract.format, lines });
  const decisions = classify(extract).map((decision, index) => {
    const key = keys[index] ?? '';
    const answer = answers?.get(key);
    lines.push({ decision, nth: nth[index] ?? 1, ...(answer === undefined ? {} : { answer }) });
    if (answer !== undefined) return settled(decision, answer);
    if (decision.maybe === undefined) return decision;
    unsure.push({ key, path, decision, around: aroundOf(extract.blocks, index) });
    messages.push(unsureMessage(decision, path));
    return decision;
  });
  const stories = storiesOf(decisions, extract.facts, paragraphGap(extract));
  if (!stories.some(({ body }) => body.some((piece) => piece.class === 'story')))
    return { value: [], messages: [...messages, noStory(path)] };
  if (!nothingLost(extract, stories)) return { value: [], messages: [...messages, lost(path)] };
  for (const story of stories) {
    if (story.title === undefined) messages.push(noTitle(story, path));
    else if (story.collection !== undefined && depth === 1)
      messages.push(ofCollection(story.collection, path));
  }
  const value: Read[] = [];
  const answered = saidOf(lines);
  for (const whole of stories) {
    const { value: story, messages: parted } = withinBounds(whole, path);
    const { value: text, messages: found } = manuscriptOf(story, depth);
    const placed = found.map((message) => ({ ...message, path }));
    if (text === undefined) return { value: [], messages: [...messages, placed[0] ?? lost(path)] };
    for (const message of [...parted, ...placed]) messages.push(message);
    value.push({ story, format: extract.format, pictures: extract.pictures, text, answers: answered });
  }
  return { value, messages };
}

/** Blank lines between the paragraphs of a source: one at least where nothing else parts them. */
const paragraphGap = ({ blocks, isParted }: Extract): number =>
  Math.max(usualGap(blocks), isParted === true ? 1 : 0);

/** How many blocks on either side of a line are shown with a question about it. */
const AROUND = 3;

const aroundOf = (blocks: readonly Block[], at: number): Unsure['around'] => ({
  before: blocks.slice(Math.max(0, at - AROUND), at).map(({ text }) => text),
  after: blocks.slice(at + 1, at + 1 + AROUND).map(({ text }) => text),
});

/** The message of an answer about a line that no block begins on. */
function strangeLine(answers: Answers, path: string, keys: readonly string[]): Message | undefined {
  const known = new Set(keys);
  const strange = [...answers.keys()].find((key) => key.startsWith(`${path}:`) && !known.has(key));
  if (strange === undefined) return undefined;
  return fatal('import:no-line', `Nothing begins on line ${strange.slice(path.length + 1)} of this file`, {
    path,
    hint: 'Name the line on which its paragraph begins. Nothing was written.',
  });
}

const WORDS: Readonly<Record<string, string>> = {
  title: 'the title',
  'note-before': 'the author’s note',
  'note-after': 'the author’s note',
  furniture: 'the site’s own text',
  metadata: 'the archive’s facts about the story',
};

/** What the block of an unsure decision may be, in words. */
export const meaningOf = ({ maybe }: Decision): string => WORDS[maybe ?? ''] ?? maybe ?? '';

function unsureMessage(decision: Decision, path: string): Message {
  const { block, reason } = decision;
  const line = quotable(firstLine(block.text));
  return warning('import:unsure', `This line may be ${meaningOf(decision)}: \`${line}\` (\`${reason}\`)`, {
    path,
    place: { line: block.line, column: 1 },
    hint: 'It stays in the text. Look at the page as it was read with `--html`, or decide with `--interactive`.',
  });
}

const firstLine = (text: string): string => text.split('\n')[0] ?? '';
