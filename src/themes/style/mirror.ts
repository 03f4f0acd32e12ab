/** A style sheet for text from left to right → the same look for text from right to left. */
import { generate, parse, walk, type CssNode, type Declaration, type Rule, type WalkContext } from 'css-tree';
import { own } from '../../text/own.js';

/** A stretch of the sheet and what stands there instead. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

const OTHER: Readonly<Record<string, string>> = { left: 'right', right: 'left' };
const SIDE = /\b(?:left|right)\b/g;
/** Values of top, right, bottom and left; of one, two or three, both sides have the same. */
const FOUR_SIDES = /^(?:margin|padding|border-(?:width|style|color))$/;
/** Properties whose value may be a side. */
const SIDED = /^(?:text-align|float|clear)$/;
/** What an author set to a side in the text itself stays there. */
const CHOSEN = /\.align-(?:left|right)\b/;

/** The sheet with left and right changed over; the rest stays to the letter. */
export function mirrored(css: string): string {
  const edits: Edit[] = [];
  walk(parse(css, { positions: true }), {
    visit: 'Declaration',
    enter(this: WalkContext, node: Declaration) {
      if (!isChosen(this.rule)) edits.push(...editsOf(node));
    },
  });
  return edits.reduceRight(
    (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
    css,
  );
}

const isChosen = (rule: Rule | null): boolean => rule !== null && CHOSEN.test(generate(rule.prelude));

/** In the order of the text. */
function editsOf({ property, value, loc }: Declaration): Edit[] {
  const start = loc?.start.offset ?? 0;
  const name = property.replace(SIDE, (side) => OTHER[side] ?? side);
  const edits = name === property ? [] : [{ start, end: start + property.length, text: name }];
  const parts = value.type === 'Value' ? value.children.toArray() : [];
  const put = (part: CssNode, text: string): Edit[] =>
    part.loc ? [{ start: part.loc.start.offset, end: part.loc.end.offset, text }] : [];
  const [, right, , left] = parts;
  if (FOUR_SIDES.test(property) && parts.length === 4 && right && left) {
    return [...edits, ...put(right, generate(left)), ...put(left, generate(right))];
  }
  const sides = SIDED.test(property) ? parts : [];
  const turned = sides.flatMap((part) => {
    const other = part.type === 'Identifier' ? own(OTHER, part.name) : undefined;
    return other === undefined ? [] : put(part, other);
  });
  return [...edits, ...turned];
}
