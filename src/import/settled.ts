/** Which of the decisions at a head hold: each line alone may be the story's own, so the others must bear it out. */
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

/** The decisions up to the first that nothing bears out; a story begins there. */
export function settled(found: readonly Decision[]): Decision[] {
  const sure = found.filter(({ class: of, confidence }) => confidence >= SURE && of !== 'label');
  const weak = found.filter(({ class: of, confidence }) => of === 'furniture' && confidence < SURE).length;
  const hasRows = sure.some(({ class: of }) => of === 'furniture') || weak >= 3;
  const hasLabels = sure.some(({ class: of, reason }) => of === 'metadata' || reason.startsWith('ao3:'));
  const isBorne = ({ class: of, confidence, reason }: Decision): boolean => {
    if (of === 'furniture' && confidence < SURE) return hasRows;
    if (of === 'metadata' && confidence < SURE) return hasLabels;
    if (WORDS_OF_STORIES.test(reason)) return sure.some(({ class: by }) => VOUCHES.has(by));
    return true;
  };
  const end = found.findIndex((decision) => !isBorne(decision));
  const kept = end < 0 ? [...found] : found.slice(0, end);
  while (isLoose(kept)) kept.pop();
  return isLoneSentence(kept) ? [] : kept;
}

/** A rule, or a plain word that sites have too, right before the story may be the story's own. */
function isLoose(kept: readonly Decision[]): boolean {
  const last = kept.at(-1);
  if (!last) return false;
  if (last.class === 'furniture' && last.confidence < SURE) {
    const [site] = last.reason.split(':');
    return (
      site === 'nav' || !kept.some((one) => one.confidence >= SURE && one.reason.startsWith(`${site ?? ''}:`))
    );
  }
  return last.class === 'scene-break' && !kept.some(({ class: of }) => of !== 'scene-break');
}

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
