/**
 * What a style sheet for e-readers may not say, and why: the rules of the house as a table. A rule looks at one node
 * of the sheet and tells what is wrong with it.
 */
import { generate, type CssNode, type Declaration, type Dimension } from 'css-tree';
import type { Severity } from '../../types.js';

/** Where a node stands. */
export interface Surroundings {
  /** The declaration that it is, or is in. */
  declaration?: Declaration;
  /** The selectors of its rule, each as a list of compound selectors, the subject last. */
  selectors: readonly (readonly string[])[];
  /** Whether `@media` may stand in this sheet. */
  media: boolean;
}

export interface StyleRule {
  id: string;
  /** What an error is found in is left out: it would cost the reader the sheet, the book or the author's safety. */
  severity: Exclude<Severity, 'info'>;
  hint: string;
  /** What is the matter, in a sentence without a final stop. */
  find: (node: CssNode, at: Surroundings) => string | undefined;
}

const name = (declaration: Declaration | undefined): string => declaration?.property.toLowerCase() ?? '';

const units = (node: CssNode): node is Dimension => node.type === 'Dimension';

const MATH = /^(calc|clamp|min|max|round|mod|rem|abs|sign|sin|cos|tan|pow|sqrt|hypot|log|exp)$/i;
const LAYOUT = /^(-\w+-)?(inline-)?(grid|flex|box)$/i;
const LAYOUT_PROPERTIES = /^(-\w+-)?(grid|flex|place|justify|align)(-|$)|^(row-|column-)?gap$/i;
const VIEWPORT = /^[dsl]?v(h|w|b|i|min|max)$/i;
/** What readers set for all text, and a book must leave to them. */
const BODY_OWNS =
  /^(font-size|font|line-height|color|background(-\w+)?|margin-(left|right)|padding-(left|right))$/;
const ABSOLUTE = /^(px|pt|pc|cm|mm|in|q)$/i;
const RENDERERS = 'https://www.w3.org/TR/epub-33/#sec-css-req';

/** The value of a box property on its left and right sides; `margin: 1em 5%` has `5%` there. */
function across(declaration: Declaration, box: string): CssNode[] {
  const property = name(declaration);
  if (declaration.value.type !== 'Value') return [];
  const parts = declaration.value.children.toArray();
  if (property === `${box}-left` || property === `${box}-right`) return parts;
  if (property !== box) return [];
  const [all, second = all, , left = second] = parts;
  return [second, left].filter((part) => part !== undefined);
}

/** The same above and below. */
function down(declaration: Declaration, box: string): CssNode[] {
  const property = name(declaration);
  if (declaration.value.type !== 'Value') return [];
  const parts = declaration.value.children.toArray();
  if (property === `${box}-top` || property === `${box}-bottom`) return parts;
  if (property !== box) return [];
  const [top, , bottom = top] = parts;
  return [top, bottom].filter((part) => part !== undefined);
}

const isBody = ({ selectors }: Surroundings): boolean =>
  selectors.some((selector) => /^(body|html|:root|\*)$/i.test(selector.at(-1) ?? ''));

export const STYLE_RULES: readonly StyleRule[] = [
  {
    id: 'style:math-function',
    severity: 'error',
    hint: 'Adobe’s renderer would refuse the whole book. Write the length out.',
    find: (node) =>
      node.type === 'Function' && MATH.test(node.name)
        ? `A theme cannot calculate with \`${node.name}()\``
        : undefined,
  },
  {
    id: 'style:variable',
    severity: 'error',
    hint: 'Older renderers do not know variables. Write the value out.',
    find: (node) => {
      if (node.type === 'Function' && /^(var|env|attr)$/i.test(node.name))
        return `A theme cannot use \`${node.name}()\``;
      return node.type === 'Declaration' && node.property.startsWith('--')
        ? `A theme cannot set the variable \`${node.property}\``
        : undefined;
    },
  },
  {
    id: 'style:at-rule',
    severity: 'error',
    hint: 'An old Kobo drops a sheet with `@media`: put it into a `media.css` beside `theme.css`. Fonts go into `theme.yaml`.',
    find: (node, { media }) =>
      node.type === 'Atrule' && !(media && node.name === 'media') && node.name !== 'page'
        ? `A theme’s sheet cannot hold \`@${node.name}\``
        : undefined,
  },
  {
    id: 'style:resource',
    severity: 'error',
    hint: 'A book cannot load files. Name fonts in `theme.yaml`.',
    find: (node) =>
      node.type === 'Url' || (node.type === 'Function' && /^(image|image-set|src)$/i.test(node.name))
        ? 'A theme’s sheet cannot load a file'
        : undefined,
  },
  {
    id: 'style:layout',
    severity: 'error',
    hint: 'Older renderers do not know grids and flexible boxes. Use blocks, floats or `display: table`.',
    find: (node, { declaration }) => {
      if (node.type === 'Declaration' && LAYOUT_PROPERTIES.test(name(node)))
        return `A theme cannot set \`${node.property}\``;
      return node.type === 'Identifier' && name(declaration) === 'display' && LAYOUT.test(node.name)
        ? `A theme cannot set \`display: ${node.name}\`, only \`block\`, \`inline\` and \`table\``
        : undefined;
    },
  },
  {
    id: 'style:position',
    severity: 'error',
    hint: `The height of a page depends on its reader; see ${RENDERERS}.`,
    find: (node, { declaration }) =>
      node.type === 'Identifier' &&
      name(declaration) === 'position' &&
      /^(fixed|absolute|sticky)$/i.test(node.name)
        ? `A theme cannot set \`position: ${node.name}\``
        : undefined,
  },
  {
    id: 'style:direction',
    severity: 'error',
    hint: `The direction of the text is the markup’s (\`lang\`, \`dir\`); see ${RENDERERS}.`,
    find: (node) =>
      node.type === 'Declaration' && /^(direction|unicode-bidi)$/.test(name(node))
        ? `A theme cannot set \`${node.property}\``
        : undefined,
  },
  {
    id: 'style:viewport',
    severity: 'error',
    hint: 'E-readers differ in what they call a screen. Use `em`, or `%` of the width.',
    find: (node) =>
      units(node) && VIEWPORT.test(node.unit) ? `A theme cannot measure in \`${node.unit}\`` : undefined,
  },
  {
    id: 'style:body',
    severity: 'warning',
    hint: 'Size, colour and side margins of the text are the reader’s own settings.',
    find: (node, at) => {
      if (node.type !== 'Declaration' || !isBody(at)) return undefined;
      const sides = [...across(node, 'margin'), ...across(node, 'padding')];
      const sets =
        BODY_OWNS.test(name(node)) || sides.some((side) => side.type !== 'Number' || side.value !== '0');
      return sets ? `\`${node.property}\` is set for the whole page` : undefined;
    },
  },
  {
    id: 'style:font-size',
    severity: 'warning',
    hint: 'Readers scale text that is measured in `em`; percentages multiply up on a Kobo, and points do not scale.',
    find: (node, { declaration }) => {
      if (!/^font(-size)?$/.test(name(declaration))) return undefined;
      const unit = node.type === 'Percentage' ? '%' : units(node) ? node.unit.toLowerCase() : 'em';
      return unit === '%' || unit === 'rem' || ABSOLUTE.test(unit)
        ? `The size of the text is given in \`${unit}\`, not in \`em\``
        : undefined;
    },
  },
  {
    id: 'style:side-margin',
    severity: 'warning',
    hint: 'An indent in `em` takes up a narrow screen as the text grows.',
    find: (node) => {
      if (node.type !== 'Declaration') return undefined;
      const wrong = across(node, 'margin').find(units);
      return wrong ? `The side margin is given in \`${wrong.unit}\`, not in \`%\`` : undefined;
    },
  },
  {
    id: 'style:vertical-margin',
    severity: 'warning',
    hint: 'Space between lines belongs to the size of the text.',
    find: (node) => {
      if (node.type !== 'Declaration') return undefined;
      const wrong = down(node, 'margin').find(
        (part) => part.type === 'Percentage' || (units(part) && part.unit.toLowerCase() !== 'em'),
      );
      if (!wrong) return undefined;
      return `The margin above or below is given in \`${units(wrong) ? wrong.unit : '%'}\`, not in \`em\``;
    },
  },
  {
    id: 'style:headings',
    severity: 'warning',
    hint: 'A heading is short, and is read at a glance.',
    find: (node, { selectors }) => {
      if (node.type !== 'Declaration' || !/^(-\w+-)?hyphens$/.test(name(node))) return undefined;
      const inHeading = selectors.some((selector) => /^h[1-6]\b/i.test(selector.at(-1) ?? ''));
      const off = node.value.type === 'Value' && generate(node.value) === 'none';
      return inHeading && !off ? '`hyphens` in a heading is not `none`' : undefined;
    },
  },
  {
    id: 'style:bare-element',
    severity: 'warning',
    hint: 'A Kobo puts `div` and `span` of its own into the text. Select by class.',
    find: (node, { selectors }) => {
      if (node.type !== 'Rule') return undefined;
      const bare = selectors.flat().find((compound) => /^(div|span)(:|$)/i.test(compound));
      return bare === undefined ? undefined : `The selector \`${bare}\` has no class`;
    },
  },
  {
    id: 'style:comment',
    severity: 'warning',
    hint: 'A sheet may be put into XML, where two hyphens end a comment. Write a dash.',
    find: (node) =>
      node.type === 'Comment' && node.value.includes('--') ? 'This comment has `--` in it' : undefined,
  },
];
