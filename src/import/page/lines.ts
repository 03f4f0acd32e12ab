/** The lines of a text as the page of an import has them, each with its class, how sure that is, and why. */
import { attribute, escaped } from '../../text/markup.js';
import { CLASS_NAMES } from '../classify/names.js';
import type { Class } from '../classify/decisions.js';
import type { ReadLine } from '../readings.js';
import { reasonOf, termsOf } from './reasons.js';

/** Lines in one section, at most: the browser lays out only the sections that are on the screen. */
const LONGEST = 40;
/** Characters in a line, and the height of a line and of a paragraph's margin in rem: a guess for the scroll bar. */
const [MEASURE, HEIGHT, MARGIN] = [62, 1.7, 0.6];

const WORDS = new Map<Class, string>([
  ...CLASS_NAMES.map(({ class: of, words }) => [of, words] as const),
  ['note-after', 'author\u2019s note'],
  ['label', 'label'],
]);

/** What people call a class. */
export const wordsOf = (of: Class): string => WORDS.get(of) ?? of;

/** A confidence as people read it, with a no-break space; no guess is certain. */
const percent = (confidence: number): string =>
  `${String(Math.min(99, Math.round(confidence * 100)))}\u00A0%`;

/** Lines as HTML, in sections. */
export function linesHtml(lines: readonly ReadLine[]): string {
  const html: string[] = [];
  for (let from = 0; from < lines.length; from += LONGEST) {
    const part = lines.slice(from, from + LONGEST);
    const height = part.reduce((sum, { decision: { block } }) => sum + heightOf(block.text), 0);
    html.push(
      `<section style="contain-intrinsic-size:auto ${String(Math.ceil(height))}rem">\n`,
      ...part.map((line) => lineHtml(line)),
      '</section>\n',
    );
  }
  return html.join('');
}

const heightOf = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / MEASURE) * HEIGHT, MARGIN);

/** The address of a line in the page. */
export const idOf = (line: number, nth = 1): string => `l${String(line)}${nth > 1 ? `-${String(nth)}` : ''}`;

function lineHtml({ decision, nth, answer }: ReadLine): string {
  const { block, class: read, maybe, confidence, weighed, opens } = decision;
  const { line, text } = block;
  const is = answer ?? read;
  const isUnsure = maybe !== undefined && answer === undefined;
  const isSure = confidence === 1 || (read === 'story' && maybe === undefined);
  const sure = isSure ? '' : percent(confidence);
  const said = labelOf({ is, answer, maybe, sure });
  const data =
    attribute('data-is', is) +
    attribute('data-read', read) +
    attribute('data-answer', answer) +
    attribute('data-maybe', maybe) +
    attribute('data-opens', opens ? 'story' : undefined) +
    attribute('data-sure', sure) +
    attribute('data-line', line) +
    attribute('data-nth', nth > 1 ? nth : undefined) +
    attribute('data-why', reasonOf(decision)) +
    attribute('data-terms', weighed && termsOf(weighed));
  return (
    `<div class="line" id="${idOf(line, nth)}"${data}><p>${escaped(text)}</p>` +
    `<button type="button" class="is" tabindex="${isUnsure ? '0' : '-1'}">` +
    `<span class="aside">Line ${String(line)}: </span>${said}</button></div>\n`
  );
}

/** What stands in the margin: the script says it in the same words (`templates/import/page.js`). */
function labelOf(of: {
  is: Class;
  answer: Class | undefined;
  maybe: Class | undefined;
  sure: string;
}): string {
  const { is, answer, maybe, sure } = of;
  const more =
    answer !== undefined
      ? 'your answer'
      : maybe !== undefined
        ? `${is === maybe ? 'unsure' : `or ${wordsOf(maybe)}?`} ${sure}`
        : sure;
  return `<b>${wordsOf(is)}</b>${more === '' ? '' : ` <small>${more}</small>`}`;
}
