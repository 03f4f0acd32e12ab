/** Maps: a picture with its caption, alone on its page. */
import type { RootContent } from 'mdast';
import { isPicture } from '../text/titles.js';
import type { MdastRoot, ParsedBook } from '../types.js';
import { kindFor } from './sections.js';

/** A book whose maps have a caption each: its description, where its author gave it no other. */
export function captionMaps(book: ParsedBook): ParsedBook {
  const manuscripts = book.manuscripts.map((one) =>
    isPicture(one.tree) && kindFor(one).kind.kind === 'map' ? { ...one, tree: captioned(one.tree) } : one,
  );
  return { ...book, manuscripts };
}

function captioned(tree: MdastRoot): MdastRoot {
  const children = tree.children.map((node): RootContent => {
    const [image] = node.type === 'paragraph' ? node.children : [];
    if (node.type !== 'paragraph' || image?.type !== 'image' || image.title || !image.alt) return node;
    return { ...node, children: [{ ...image, title: image.alt }] };
  });
  return { ...tree, children };
}
