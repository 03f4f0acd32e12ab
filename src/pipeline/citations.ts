/** The sources that a book cites, read from the files that its front matter names. */
import { readLibrary, type CslItem, type Library } from '../compose/citations/library.js';
import { error } from '../diagnostics.js';
import { readAssets } from '../io/assets.js';
import type { FoundFile, Message, ParsedBook } from '../types.js';
import { typesetText } from '../typography/text.js';

/** The sources by their keys, the files that they stand in, and what is wrong with those. */
export async function citedSources({ meta, metaPath, places, path, root, single }: ParsedBook): Promise<{
  library: Library;
  files: Map<string, FoundFile>;
  messages: Message[];
}> {
  const names = meta.bibliography ?? [];
  const files = await readAssets(root, names);
  const library = new Map<string, CslItem>();
  const messages: Message[] = [];
  for (const name of names) {
    const found = files.get(name);
    if (!found || 'problem' in found) {
      messages.push(
        error('citation:missing', `No such file in this book’s folder: \`${name}\``, {
          path: metaPath,
          place: places?.['bibliography'],
          hint: '`bibliography` names a file of BibTeX or CSL-JSON, by its path from the book’s folder.',
        }),
      );
      continue;
    }
    const where = single ? name : `${path}/${name}`;
    const { value, messages: said } = await readLibrary(new TextDecoder().decode(found.bytes), where);
    messages.push(...said);
    for (const item of value) library.set(item.id, library.get(item.id) ?? typeset(item, meta.language));
  }
  return { library, files, messages };
}

/** A source with its titles typeset: a file of CSL-JSON has straight marks. */
function typeset(item: CslItem, language = 'en'): CslItem {
  const set = (words: string | undefined): string | undefined =>
    words !== undefined && /["']/.test(words) ? typesetText(words, { language }).text : words;
  const { title, 'container-title': container } = item;
  return {
    ...item,
    ...(title === undefined ? {} : { title: set(title) ?? title }),
    ...(container === undefined ? {} : { 'container-title': set(container) ?? container }),
  };
}
