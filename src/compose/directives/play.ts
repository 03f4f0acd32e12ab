import type { Element, ElementContent } from 'hast';
import { textOf } from '../../text/hast.js';
import { element, isBlank, isElement, isNamed, text } from '../elements.js';
import { joinLines, splitLines } from '../lines.js';
import { blocks, type Container } from './container.js';

/** `HAMLET:`, `HAMLET.` and `First Clown:` at the beginning of a speech. */
const SPEAKER =
  /^\s*(\p{Lu}[\p{Lu}\p{M}\d.'\u2019&-]*(?: [\p{Lu}\p{M}\d.'\u2019&-]+){0,4}[:.]|\p{Lu}[\p{L}\p{M}.'\u2019-]*(?: [\p{Lu}\d][\p{L}\p{M}\d.'\u2019-]*){0,3}:)(?=\s|$)/u;

/** A paragraph in parentheses or brackets says what is done. */
const DIRECTION = /^\s*[([].*[)\]][.\u2026]?\s*$/s;

/**
 * A scene of a play: each paragraph or line that begins with a speaker is a speech, one that is wholly in italics,
 * parentheses or brackets a stage direction. The speaker's mark of punctuation stays, for readers without styles.
 */
export const play: Container = (node, state) => [
  'div',
  { className: ['play'] },
  blocks(node, state).flatMap((child): ElementContent[] => (isSpeechLike(child) ? speeches(child) : [child])),
];

const isSpeechLike = (child: ElementContent): child is Element =>
  isNamed(child, 'p') && child.properties.className === undefined;

/** A paragraph as its speeches: a line that begins with a speaker begins the next one. */
function speeches(paragraph: Element): Element[] {
  if (isDirection(paragraph)) {
    return [{ ...paragraph, properties: { ...paragraph.properties, className: ['stage-direction'] } }];
  }
  const parts = splitLines(paragraph.children).reduce<ElementContent[][][]>((made, line) => {
    const open = made.at(-1);
    if (!open || speakerOf(line)) made.push([line]);
    else open.push(line);
    return made;
  }, []);
  return parts.map((lines, index) => {
    const [first = [], ...rest] = lines;
    const said = speakerOf(first);
    const children = joinLines([said ?? first, ...rest], paragraph.children);
    const { id, ...others } = paragraph.properties;
    return element(
      'p',
      {
        ...(index === 0 && id !== undefined ? { id } : {}),
        ...others,
        ...(said ? { className: ['speech'] } : {}),
      },
      children.map(direction),
    );
  });
}

/** A line with its speaker marked; undefined where it names none. */
function speakerOf(line: readonly ElementContent[]): ElementContent[] | undefined {
  const [first, ...rest] = line;
  if (isNamed(first, 'strong')) return [speaker(first.children), ...rest];
  if (first?.type !== 'text') return undefined;
  const name = SPEAKER.exec(first.value)?.[1];
  if (name === undefined) return undefined;
  return [speaker([text(name)]), text(first.value.trimStart().slice(name.length)), ...rest];
}

const speaker = (children: ElementContent[]): Element => element('b', { className: ['speaker'] }, children);

/** What is done amid a speech: italics in parentheses or brackets. */
function direction(node: ElementContent): ElementContent {
  return isNamed(node, 'em') && DIRECTION.test(textOf(node.children))
    ? element('i', { className: ['stage-direction'] }, node.children)
    : node;
}

function isDirection({ children }: Element): boolean {
  const shown = children.filter((child) => !isBlank(child));
  const [only] = shown;
  return (shown.length === 1 && isElement(only) && only.tagName === 'em') || DIRECTION.test(textOf(children));
}
