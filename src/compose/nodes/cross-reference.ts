import { warning } from '../../diagnostics.js';
import type { CrossReference } from '../../types.js';
import { at, type Context } from '../context.js';
import { element, text } from '../elements.js';
import { hrefTo } from '../links.js';
import type { NodeHandler } from './handler.js';

/** A reference to what has a number, or to a heading with a label: a link with its number or its words. */
export const crossReference: NodeHandler<CrossReference> = (node, context) => {
  const found = meant(node, context);
  if (found) return element('a', { className: ['cross-reference'], href: found.href }, [text(found.words)]);
  context.shared.messages.push(
    warning('reference:undefined', `Nothing in this book has the label \`${node.label}\``, {
      ...at(context, node),
      hint: `The reference stays as typed. Put the label behind what it means: \`{#${node.label}}\`.`,
    }),
  );
  return element('span', { className: ['cross-reference'] }, [text(node.value)]);
};

function meant(
  { label, number }: CrossReference,
  context: Context,
): { href: string; words: string } | undefined {
  const { shared } = context;
  const numbered = shared.numbered.get(label);
  if (numbered)
    return {
      href: hrefTo(numbered.page, numbered.id, context),
      words: number ? numbered.number : numbered.words,
    };
  for (const page of shared.pages) {
    const id = page.targets.get(label);
    const heading = [page.title, ...page.headings.values()].find((one) => one?.id === id && id !== undefined);
    if (id !== undefined && heading) return { href: hrefTo(page, id, context), words: heading.text };
  }
  return undefined;
}
