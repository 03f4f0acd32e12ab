/** Pictures that stand in their own addresses: `data:image/png;base64,iVBO…`. */
import { sha256 } from '../../text/digest.js';
import { decodedUrl } from '../../text/url.js';
import { schemeOf } from '../../text/url.js';

/** Where such pictures seem to stand: no path in a book's folder has a colon before its first slash. */
const FOLDER = 'data:';

const DATA = /^[^:]*:([^,]*),/;

/** The bytes that an address holds; undefined where it is no `data:` address. What they are is known by them alone. */
export function embeddedBytes(url: string): Uint8Array | undefined {
  if (schemeOf(url) !== 'data') return undefined;
  const [head, kind = ''] = DATA.exec(url) ?? [];
  if (head === undefined) return new Uint8Array();
  const content = url.slice(head.length);
  const text = content.includes('%') ? decodedUrl(content) : content;
  return Uint8Array.from(Buffer.from(text, /;\s*base64\s*$/i.test(kind) ? 'base64' : 'utf8'));
}

/** A file name for such a picture, by its content: the same picture is the same file, wherever it stands. */
export const embeddedName = (bytes: Uint8Array): string => `${FOLDER}/picture-${sha256(bytes).slice(0, 12)}`;
