/** The steps through an archive's labels: each, and its value where that stands on lines of its own. */
import { rowOf, type Label } from './classes.js';
import { decide, type Class } from './decisions.js';
import { factsOf, labelOf } from './labels.js';
import { isPageLine } from './settled.js';
import type { Step, Walk } from './walk.js';

/** The longest value of a label, in characters. */
const LONG_VALUE = 300;

/** A label's value that goes on in the next line. */
export const continuation: Step = ({ blocks, at, found, anchor }, block) => {
  const last = found.at(-1);
  const goesOn =
    anchor === undefined &&
    block.gap === 0 &&
    /^[\p{Ll}(]/u.test(block.text) &&
    isOpenLine(blocks[at - 1]?.text ?? '');
  return last?.reason.startsWith('label:') && goesOn
    ? [decide(block, last.class, last.reason, last.confidence)]
    : undefined;
};

/** A line this long, in characters, may have been broken at its end; a sentence that ends there was not. */
const FULL_LINE = 50;
const isOpenLine = (text: string): boolean =>
  text.length >= FULL_LINE && !/[.!?\u2026]["'\u201D\u2019)]*$/.test(text);

/** A label and its value: `Title: …`. */
export const label: Step = (walk, block) => {
  const found = labelOf(block);
  if (!found) return undefined;
  const { label, value } = found;
  walk.open = value === '' ? label : undefined;
  if (label.is === 'prose') {
    // A page of its own needs no name; the others stand together and keep theirs.
    const named = label.key === 'dedication' ? { label: block.text.length - value.length } : {};
    return [decide(block, label.key as Class, `label:${label.key}`, 0.95, named)];
  }
  if (label.key === 'author' && SENTENCE.test(value)) return undefined;
  if (value.length > LONG_VALUE || contradicts(walk, label, value)) return undefined;
  if (label.key === 'title') walk.untitled = false;
  return [
    decide(block, 'metadata', `label:${label.key}`, label.is === 'decisive' ? 1 : 0.6, {
      facts: factsOf(label, value),
    }),
  ];
};

/** No name: a story may begin with a document's first word. */
const SENTENCE = /^\p{Ll}(?:.* ){4}|(?:\S+ ){5}.*[.!?]$/u;

/** Whether a story that has its title goes on with a document that has another. */
function contradicts({ found, isPage }: Walk, { key }: Label, value: string): boolean {
  const title = key === 'title' ? found.find(({ class: of }) => of === 'title') : undefined;
  const isOfSite = found.some((one) => isPageLine(one) && !one.reason.startsWith('label:'));
  if (!title || isPage || isOfSite) return false;
  const [ours, theirs] = [letters(title.block.text), letters(value)];
  return !ours.includes(theirs) && !theirs.includes(ours);
}

const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The value of a label that stands on the lines after it. */
export const value: Step = (walk, block) => {
  const { open, anchor, at } = walk;
  if (!open) return undefined;
  // A work has one language; what follows is its title.
  const isLast = open.key === 'Language' || (anchor === undefined && !followedByLabel(walk));
  if (isLast) walk.open = undefined;
  if (open.is === 'prose') return [decide(block, open.key as Class, `label:${open.key}`, 0.9)];
  return block.text.length > LONG_VALUE || at === anchor
    ? undefined
    : [
        decide(
          block,
          'metadata',
          `label:${open.key}`,
          open.is === 'decisive' || anchor !== undefined ? 0.9 : 0.6,
          {
            facts: factsOf(open, block.text),
          },
        ),
      ];
};

/** Whether another label or line of furniture comes within the next few blocks. */
function followedByLabel({ blocks, at, to }: Walk): boolean {
  return blocks
    .slice(at + 1, Math.min(to, at + 5))
    .some(
      (block) =>
        labelOf(block)?.label.is === 'decisive' ||
        (rowOf(block.text, 'head')?.weak === undefined && rowOf(block.text, 'head') !== undefined),
    );
}
