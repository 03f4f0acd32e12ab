/**
 * Figures, tables, equations and listings with labels, and references to them, as pandoc-crossref and Quarto write them:
 * `{#fig:bay}` or `{#fig-bay}` behind what is meant, `@fig:bay` or `@fig-bay` in the text.
 *
 * @see https://lierdakil.github.io/pandoc-crossref/
 * @see https://quarto.org/docs/authoring/cross-references.html
 */
import type { Code, Nodes, Paragraph, Parents, PhrasingContent, Root, Text } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import type { CrossReference } from '../../types.js';
import { withFound } from '../fast/stretches.js';
import { readAttributes } from './attributes.js';

const KINDS = 'fig|tbl|tab|eq|lst|sec';

const MAY_HOLD = new RegExp(`[@#](?:${KINDS})[:-]|(?:lst-cap|caption)=`, 'i');

/** Whether a text can hold a reference or a label at all. */
export const hasReference = (text: string): boolean => MAY_HOLD.test(text);

/** `@fig:bay`, `-@fig:bay` for its number alone; behind a letter it is an address. */
const REFERENCE = new RegExp(`(?<![\\w@.-])(-?)@((?:${KINDS})[:-][A-Za-z\\d](?:[\\w:.-]*\\w)?)`, 'gi');
/** Brackets round references alone: `[@fig:bay; @fig:cove]`. */
const GROUP = new RegExp(
  `\\[((?:-?@(?:${KINDS})[:-][\\w:.-]*\\w)(?:;[ ]*-?@(?:${KINDS})[:-][\\w:.-]*\\w)*)\\]`,
  'gi',
);

/** A label as an id has it: `fig:bay` is `fig-bay`. */
const labelOf = (typed: string): string =>
  typed
    .replaceAll(/[:.]/g, '-')
    .replace(/^tab-/i, 'tbl-')
    .replace(/^\w+/, (kind) => kind.toLowerCase());

/** Makes nodes of the references, and figures of what has a label and a caption, in place. */
export function settleReferences(parent: Parents): void {
  parent.children = (parent.children as Nodes[]).flatMap((child): Nodes[] => {
    if (child.type === 'text') return isIn(parent) ? referencesIn(child) : [child];
    if (child.type === 'code') return [listing(child) ?? child];
    if (child.type === 'paragraph') {
      const made = equationIn(child) ?? (child.children[0]?.type === 'image' ? pictureIn(child) : undefined);
      if (made) return [made];
    }
    if (child.type === 'containerDirective' && child.name === 'figure') hoist(child);
    if ('children' in child) settleReferences(child);
    return [child];
  }) as typeof parent.children;
}

/** No link stands in a link. */
const isIn = ({ type }: Parents): boolean => type !== 'link' && type !== 'linkReference';

function referencesIn(node: Text): PhrasingContent[] {
  if (!node.value.includes('@')) return [node];
  const hasEscapes = (node.data?.escaped ?? []).length > 0;
  const text = hasEscapes ? node : { ...node, value: node.value.replaceAll(GROUP, '$1') };
  return withFound(text, REFERENCE, ([value, minus, label = '']): CrossReference => {
    const reference: CrossReference = { type: 'crossReference', value, label: labelOf(label) };
    return minus === '' ? reference : { ...reference, number: true };
  });
}

/** A picture alone in its paragraph, with a label behind it: its description is its caption, unless it has another. */
function pictureIn({ children: [only, ...others], position }: Paragraph): ContainerDirective | undefined {
  if ((only?.type !== 'image' && only?.type !== 'imageReference') || others.length > 0) return undefined;
  const { id, 'fig-cap': given, 'fig-alt': alt, ...rest } = only.data?.attributes ?? {};
  const caption = (only.type === 'image' ? only.title : undefined) ?? given ?? only.alt ?? '';
  if (id?.startsWith('fig-') !== true || caption === '') return undefined;
  const own = { alt: alt ?? only.alt, data: { ...only.data, attributes: rest } };
  const image = only.type === 'image' ? { ...only, ...own, title: null } : { ...only, ...own };
  const at = position ? { position } : {};
  const line: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'text', value: caption, ...at }],
    data: { directiveLabel: true },
    ...at,
  };
  return directive('figure', { id }, [{ type: 'paragraph', children: [image], ...at }, line], position);
}

/** The same for pictures whose address and label are defined elsewhere, in place; a title there is their caption. */
export function captionDefined(tree: Root): void {
  const titled = new Set<string>();
  visit(tree, 'definition', ({ identifier, title }) => {
    if (title) titled.add(identifier);
  });
  const settle = (parent: Parents): void => {
    parent.children = (parent.children as Nodes[]).map((child) => {
      const [only] = child.type === 'paragraph' ? child.children : [];
      if (child.type === 'paragraph' && only?.type === 'imageReference' && !titled.has(only.identifier))
        return pictureIn(child) ?? child;
      if ('children' in child && child.type !== 'paragraph' && child.type !== 'heading') settle(child);
      return child;
    }) as typeof parent.children;
  };
  settle(tree);
}

const LABEL = new RegExp(`^(?:${KINDS})-`);

/** Gives a figure the label of the picture or the caption in it; of one with a label, the last paragraph is the caption. */
function hoist(figure: ContainerDirective): void {
  const last = figure.children.at(-1);
  const isCaptioned = figure.children.some(
    (child) => child.type === 'paragraph' && child.data?.directiveLabel,
  );
  if (
    LABEL.test(figure.attributes?.id ?? '') &&
    !isCaptioned &&
    figure.children.length > 1 &&
    last?.type === 'paragraph'
  )
    last.data = { ...last.data, directiveLabel: true };
  for (const child of figure.children) {
    if (figure.attributes?.id !== undefined || child.type !== 'paragraph') continue;
    const [only] = child.children;
    const holder = [child, ...(only?.type === 'image' ? [only] : [])].find((one) =>
      LABEL.test(one.data?.attributes?.['id'] ?? ''),
    );
    const { id, ...rest } = holder?.data?.attributes ?? {};
    if (!holder?.data || id === undefined) continue;
    holder.data.attributes = rest;
    figure.attributes = { ...figure.attributes, id };
  }
}

/** A formula alone in its paragraph, with a label behind it. */
function equationIn({
  children: [only, ...others],
  data,
  position,
}: Paragraph): ContainerDirective | undefined {
  const id = data?.attributes?.['id'];
  if (only?.type !== 'inlineMath' || others.length > 0 || id?.startsWith('eq-') !== true) return undefined;
  const formula = { ...only, type: 'math' as const };
  return directive('equation', { id }, [formula], position);
}

/** A block of code with a label or a caption between the braces of its fence. */
function listing({ lang, meta, ...code }: Code): ContainerDirective | undefined {
  const [, named = '', inside] = /^([^\s{]*)\s*\{(.*)\}$/.exec(`${lang ?? ''} ${meta ?? ''}`.trim()) ?? [];
  const attributes = inside === undefined ? {} : readAttributes(inside);
  const caption = attributes['lst-cap'] ?? attributes['caption'];
  const { id = '' } = attributes;
  if (!id.startsWith('lst-') && caption === undefined) return undefined;
  const [language] = named === '' ? (attributes['class'] ?? '').split(' ') : [named];
  const line: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'text', value: caption ?? '' }],
    data: { directiveLabel: true },
    ...(code.position ? { position: code.position } : {}),
  };
  const plain: Code = { ...code, lang: language === '' ? null : language };
  return directive(
    'figure',
    { ...(id === '' ? {} : { id }), class: 'listing' },
    caption === undefined ? [plain] : [plain, line],
    code.position,
  );
}

const directive = (
  name: string,
  attributes: Record<string, string>,
  children: ContainerDirective['children'],
  position: Nodes['position'],
): ContainerDirective => ({
  type: 'containerDirective',
  name,
  attributes,
  children,
  ...(position ? { position } : {}),
});
