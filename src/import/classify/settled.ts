/** Which of the decisions at a head hold: each line alone may be the story's own, so the others must bear it out. */
import { sitesOf } from './classes.js';
import type { Class, Decision } from './decisions.js';
import { SURE } from './titles.js';

/** Labels that people write in stories too; a title alone does not bear them out. */
const WORDS_OF_STORIES = /^label:(?:warning|thanks|glossary)$/;
const VOUCHES: ReadonlySet<Class> = new Set<Class>([
  'metadata',
  'furniture',
  'author',
  'note-before',
  'disclaimer',
]);

/** Whether a line is surely of a site or of an archive's header. */
export const isPageLine = ({ class: of, confidence }: Decision): boolean =>
  (of === 'metadata' || of === 'furniture') && confidence >= SURE;

/** The decisions up to the first that nothing bears out; a story begins there. The first `fixed` are a page's. */
export function settled(found: readonly Decision[], fixed = 0): Decision[] {
  const sure = found.filter(({ class: of, confidence }) => confidence >= SURE && of !== 'label');
  const hasRows = sure.some(({ class: of }) => of === 'furniture' || of === 'author');
  const hasLabels = sure.some(({ class: of, reason }) => of === 'metadata' || reason.startsWith('ao3:'));
  const isBorne = ({ class: of, confidence, reason }: Decision): boolean => {
    if (of === 'furniture' && confidence < SURE) return hasRows;
    if (of === 'metadata' && confidence < SURE) return hasLabels;
    if (WORDS_OF_STORIES.test(reason)) return sure.some(({ class: by }) => VOUCHES.has(by));
    return true;
  };
  const end = found.findIndex((decision, index) => index >= fixed && !isBorne(decision));
  const kept = end < 0 ? [...found] : found.slice(0, end);
  while (kept.length > fixed && isLoose(kept)) kept.pop();
  return isLoneSentence(kept) || isLoneSummary(kept) ? [] : kept;
}

/** Whether lines that are surely of a site show that a plain word is of the same site. */
export function isVouched(line: string, edge: 'head' | 'tail', sure: readonly Decision[]): boolean {
  const sites = sitesOf(line, edge).filter((site) => site !== 'nav');
  return sure.some(({ reason }) => sites.includes(reason.split(':')[0] ?? ''));
}

/** A rule, or a plain word that sites have too, right before the story may be the story's own. */
function isLoose(kept: readonly Decision[]): boolean {
  const last = kept.at(-1);
  if (!last) return false;
  if (last.class === 'furniture' && last.confidence < SURE) {
    const sure = kept.filter(({ class: of, confidence }) => of === 'furniture' && confidence >= SURE);
    const above = kept.at(-2)?.class;
    const isOfRun =
      last.block.gap === 0 && (above === 'author' || (above === 'furniture' && sure.length > 0));
    return !isOfRun && !isVouched(last.block.text, 'head', sure);
  }
  return last.class === 'scene-break' && !kept.some(({ class: of }) => of !== 'scene-break');
}

/** A story may begin with a document's summary. */
const isLoneSummary = (kept: readonly Decision[]): boolean =>
  kept.length > 0 && kept.every(({ reason }) => reason === 'label:summary');

/** One label that nothing bears out, with a sentence after it, is how a story may begin: `Rating: poor. I had hoped …`. */
function isLoneSentence(kept: readonly Decision[]): boolean {
  const [only, ...others] = kept;
  return (
    only?.class === 'metadata' &&
    others.every(({ class: of }) => of === 'title') &&
    /^label:(?!title$)/.test(only.reason) &&
    /(?:\s\S+){3}[.?!]["\u201D]?$/.test(only.block.text)
  );
}
