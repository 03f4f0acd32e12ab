/** Addresses that lead out of the book, as they must stand in it: https://www.rfc-editor.org/rfc/rfc3986#appendix-A */
import { schemeOf } from './url.js';

/** What may stand after the host, or after `mailto:`, of the marks that the URL standard lets stand. */
const UNFIT = /[^\w\-.~:/?#[\]@!$&'()*+,;=%]|[[\]]/gu;
/** A percent sign that escapes nothing. */
const BARE_PERCENT = /%(?![\dA-Fa-f]{2})/gu;

/** Half a character, which YAML can escape and UTF-8 cannot hold. */
const LONE = /\p{Surrogate}/u;

/** A label of a host's name; the URL standard also takes empty ones. */
const LABEL = /^[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d_])?$/;
/** The most characters of a host's name: https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4 */
const LONGEST_NAME = 253;

/**
 * An `http:`, `https:`, `mailto:` or `tel:` address with all escaped that has to be; undefined for one that leads to
 * no host or to nobody.
 */
export function outwardAddress(url: string): string | undefined {
  const scheme = schemeOf(url) ?? '';
  const path = url.trim().slice(url.trim().indexOf(':') + 1);
  if (/^https?$/.test(scheme)) return webAddress(`${scheme}:${path}`);
  // People write numbers with blanks, and with a `#` that begins no fragment.
  const plain = path.replace(scheme === 'tel' ? /\s/g : /[\t\n\r]/g, '');
  const rest = scheme === 'tel' ? plain.replaceAll('#', '%23') : plain;
  return /^[^#]*[^?#@\s]/.test(rest) ? `${scheme}:${escaped(rest)}` : undefined;
}

function webAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!isHost(url.hostname)) return undefined;
  const start = `${url.protocol}//`;
  const path = url.href.indexOf('/', start.length);
  return url.href.slice(0, path) + escaped(url.href.slice(path));
}

const isHost = (name: string): boolean =>
  name.startsWith('[') ||
  (name.length <= LONGEST_NAME &&
    name
      .replace(/\.$/, '')
      .split('.')
      .every((label) => LABEL.test(label)));

/** Of several `#`, the first begins the fragment. */
function escaped(rest: string): string {
  const [before = '', ...after] = rest.split('#');
  const text = after.length > 0 ? `${before}#${after.join('%23')}` : before;
  return text
    .replace(BARE_PERCENT, '%25')
    .replace(UNFIT, (mark) => encodeURIComponent(mark.replace(LONE, '\uFFFD')));
}
