/**
 * Captions as pandoc reads them: the description of an image alone in its paragraph, and `: text` below a table. `Table:`
 * above one is read from the tree, as in every text: `table-captions.ts`.
 *
 * @see https://pandoc.org/MANUAL.html#extension-implicit_figures
 * @see https://pandoc.org/MANUAL.html#extension-table_captions
 */
import { isShort, marked, type Line } from './lines.js';

/** A line with an image and nothing else; the description may hold emphasis, notes and links. */
const IMAGE =
  /^!\[((?=[^\]]*[^\s\]])(?:[^[\]]|\[[^[\]]*\](?:\([^()\s]*\))?)*)\](?:\([^()\s]*\)|\[[^[\]]*\])(?:\{[^{}]*\})?[ \t]*$/;
/** An image that a backslash keeps from having its description for a caption. */
const WITHOUT_CAPTION = /^(!\[[^[\]]*\](?:\([^()\s]*\)|\[[^[\]]*\])(?:\{[^{}]*\})?)\\[ \t]*$/;
const CAPTION = /^(?:[Tt]able)?:[ \t]+(\S.*)$/;
const RULE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** The lines with such images and tables as figures, whose last paragraph is the caption. */
export function captions(lines: readonly Line[]): Line[] {
  const all = marked(joined(lines));
  const isBlank = (index: number): boolean => !/\S/.test(all[index]?.text ?? '');
  const isText = (index: number): boolean => all[index]?.code === false && !isBlank(index);
  const made: Line[] = [];
  for (let index = 0; index < all.length; index += 1) {
    const { text, origin } = all[index] as Line;
    const alone = isText(index) && isBlank(index - 1);
    if (alone && isShort(text) && isBlank(index + 1)) {
      const description = IMAGE.exec(text)?.[1];
      if (description !== undefined) {
        made.push(...figure([{ text, origin }], { text: description, origin }));
        continue;
      }
      const image = WITHOUT_CAPTION.exec(text)?.[1];
      if (image !== undefined) {
        made.push({ text: image, origin });
        continue;
      }
    }
    const end = alone ? tableEnd(index) : undefined;
    const below = end === undefined ? undefined : captionAt(isBlank(end) ? end + 1 : end);
    if (end === undefined || below === undefined) {
      made.push({ text, origin });
      continue;
    }
    const rows = all.slice(index, end).map((row): Line => ({ text: row.text, origin: row.origin }));
    made.push(...figure(rows, below));
    index = isBlank(end) ? end + 1 : end;
  }
  return made;

  /** Where the pipe table ends that begins on a line: behind its last row. */
  function tableEnd(start: number): number | undefined {
    const [head, rule] = [all[start]?.text ?? '', all[start + 1]?.text ?? ''];
    if (!head.includes('|') || !rule.includes('|') || !isShort(rule) || !RULE.test(rule)) return undefined;
    let end = start;
    while (isText(end) && (all[end]?.text ?? '').includes('|')) end += 1;
    return end;
  }

  function captionAt(index: number): Line | undefined {
    const line = isText(index) && isBlank(index + 1) ? all[index] : undefined;
    const text = line && CAPTION.exec(line.text)?.[1];
    return line && text !== undefined ? { text: text.replace(GLUED, ' $&'), origin: line.origin } : undefined;
  }
}

/** A label right behind the last word of a caption. */
const GLUED = /(?<=[^\s{])\{#[\w:.-]+\}$/;

/** A paragraph of more lines than these is no picture with its description. */
const MOST_LINES = 12;
const WHOLE_IMAGE = /^!\[(?:[^[\]]|\[[^[\]]*\])*\]\([^()\s]*\)(?:\{[^{}]*\})?$/;

/** The lines with each image that is alone in a paragraph of several, as its description or braces may be, on one. */
function joined(lines: readonly Line[]): Line[] {
  const all = marked(lines);
  const isText = (index: number): boolean => all[index]?.code === false && /\S/.test(all[index].text);
  const made: Line[] = [];
  for (let index = 0; index < all.length; index += 1) {
    const { text, origin } = all[index] as Line;
    let end = index + 1;
    if (text.startsWith('![') && isText(index) && !isText(index - 1))
      while (isText(end) && end - index <= MOST_LINES) end += 1;
    const paragraph = all
      .slice(index, end)
      .map((line) => line.text.trim())
      .join(' ');
    if (end > index + 1 && isShort(paragraph) && WHOLE_IMAGE.test(paragraph)) {
      made.push({ text: paragraph, origin });
      index = end - 1;
    } else made.push({ text, origin });
  }
  return made;
}

function figure(content: readonly Line[], caption: Line): Line[] {
  const at = (text: string): Line => ({ text, origin: content[0]?.origin ?? caption.origin });
  const behind = (text: string): Line => ({ text, origin: caption.origin });
  return [at('::: {.figure}'), ...content, behind(''), caption, behind(':::'), behind('')];
}
