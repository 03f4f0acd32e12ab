/** scene-breaks: a block that holds nothing but an ornament is a thematic break. */
import type { Nodes, RootContent } from 'mdast';

export const SCENE_BREAKS = 'scene-breaks';

/** Characters that authors draw a break with; a lone hyphen or full stop is not among them. */
const ORNAMENTS =
  '*#~=\u00B7\u2022\u25CF\u25CB\u25E6\u25C7\u25C6\u2666\u2756\u2726\u2727\u2605\u2606\u2042\u2766\u2767\u2619\u00A7\u2020\u2021+_\u203B\u273B\u2733\u2055\u2234\u2727\u22C6\u2731\u2217';
const DRAWN = new RegExp(`^(?:[${ORNAMENTS.replaceAll(/[\]\\^-]/g, '\\$&')}][ \\t\\u00A0]*){1,40}$`, 'u');
/** Rows of hyphens or dashes with an ornament or spaces between. */
const RULED =
  /^[-\u2013\u2014_=~<>\s]{3,40}$|^[-\u2013\u2014=~\s]{1,20}[*#+\u2022\u2042\u2766][-\u2013\u2014=~\s]{1,20}$/;
const LONGEST = 80;

/**
 * Whether a text is nothing but a scene break's ornament. Letters are none, even where they are drawn (`oOo`): no
 * letter of a manuscript is ever lost, and `XXX` may be a chapter's number.
 */
function isOrnament(text: string): boolean {
  if (text.length > LONGEST) return false;
  const drawn = text.trim();
  return drawn !== '' && (DRAWN.test(drawn) || (drawn.length >= 3 && RULED.test(drawn)));
}

/** The text of a block that may be a break; undefined where it holds anything else. */
function ornamentOf(node: Nodes): string | undefined {
  if (node.type === 'heading' && node.children.length === 0) return '#'.repeat(node.depth);
  if (node.type === 'list') return isEmptyList(node) ? '*' : undefined;
  if (node.type !== 'paragraph' && node.type !== 'heading') return undefined;
  let text = '';
  for (const child of node.children) {
    if (child.type !== 'text' || text.length > LONGEST) return undefined;
    text += child.value;
  }
  return text;
}

/** `* * *` with other marks, or `+`, parses as lists within lists that hold nothing. `3.` is a scene's number. */
const isEmptyList = (node: Nodes): boolean =>
  node.type === 'list' &&
  node.ordered !== true &&
  node.children.every(({ children }) => children.every(isEmptyList));

/** A block that draws a scene break, as a thematic break in the same place, and what was drawn. */
export function sceneBreakOf(node: Nodes): { node: RootContent; drawn: string } | undefined {
  const drawn = ornamentOf(node);
  if (drawn === undefined || !isOrnament(drawn)) return undefined;
  const fresh: RootContent = { type: 'thematicBreak' };
  if (node.position) fresh.position = node.position;
  return { node: fresh, drawn };
}
