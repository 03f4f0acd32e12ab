import { warning } from '../../diagnostics.js';
import type { CrossReference } from '../../types.js';
import { at, type Context, type Page } from '../context.js';
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
  const place = headingsOf(shared.pages).get(label);
  return place && { href: hrefTo(place.page, place.id, context), words: place.text };
}

const headingsByLabel = new WeakMap<readonly Page[], Map<string, { page: Page; id: string; text: string }>>();

/** The first heading of each label. */
function headingsOf(pages: readonly Page[]): ReadonlyMap<string, { page: Page; id: string; text: string }> {
  const known = headingsByLabel.get(pages);
  if (known) return known;
  const headings = new Map<string, { page: Page; id: string; text: string }>();
  headingsByLabel.set(pages, headings);
  for (const page of pages) {
    const texts = new Map([...page.headings.values(), page.title].map((one) => [one?.id, one?.text]));
    for (const [label, id] of page.targets) {
      const words = texts.get(id);
      if (words !== undefined && !headings.has(label)) headings.set(label, { page, id, text: words });
    }
  }
  return headings;
}
