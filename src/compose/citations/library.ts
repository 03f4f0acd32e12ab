/** The sources that a book may cite: CSL-JSON, or BibTeX read as such. */
import { error, quotable } from '../../diagnostics.js';
import type { Message } from '../../types.js';

/** A person or a body. */
export interface CslName {
  family?: string;
  given?: string;
  literal?: string;
  suffix?: string;
  'non-dropping-particle'?: string;
  'dropping-particle'?: string;
}

/** A source, as far as Octavo prints it: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html */
export interface CslItem {
  id: string;
  type?: string;
  author?: CslName[];
  editor?: CslName[];
  translator?: CslName[];
  issued?: { 'date-parts'?: (number | string)[][]; literal?: string; raw?: string };
  title?: string;
  'container-title'?: string;
  'publisher-place'?: string;
  publisher?: string;
  genre?: string;
  volume?: string | number;
  issue?: string | number;
  edition?: string | number;
  page?: string;
  DOI?: string;
  URL?: string;
}

/** The sources by their keys. */
export type Library = ReadonlyMap<string, CslItem>;

/** The sources of a file; `path` is for messages. */
export async function readLibrary(
  text: string,
  path: string,
): Promise<{ value: CslItem[]; messages: Message[] }> {
  try {
    const items: unknown = path.toLowerCase().endsWith('.json')
      ? JSON.parse(text)
      : (await import('./bibtex.js')).fromBibtex(text);
    if (!Array.isArray(items)) throw new Error('it is no list of sources');
    const value = items.filter(isSource).map((one) => ({ ...one, id: String(one.id) }));
    return { value, messages: [] };
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const [, line, column] = /at line (\d+) col (\d+)/.exec(said) ?? [];
    const [first = ''] = said.split('\n');
    const place = line === undefined ? undefined : { line: Number(line), column: Number(column) };
    const hint =
      'None of its sources can be cited. Correct it there; a reference manager writes such files without faults.';
    return {
      value: [],
      messages: [
        error(
          'citation:library',
          `This list of sources could not be read: ${quotable(first.replace(/[:\s]+$/, ''))}`,
          { path, place, hint },
        ),
      ],
    };
  }
}

const isSource = (one: unknown): one is Omit<CslItem, 'id'> & { id: string | number } =>
  typeof one === 'object' &&
  one !== null &&
  ['string', 'number'].includes(typeof (one as { id?: unknown }).id);
