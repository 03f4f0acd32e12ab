/** The pictures of a page: those in it or beside it become files, those on the web a message. */
import type { Element, Root } from 'hast';
import { warning } from '../../diagnostics.js';
import { measure } from '../../text/sniff.js';
import type { Message } from '../../types.js';
import type { Picture } from '../types.js';
import { attribute, eachElement } from './elements.js';

/** Finds the bytes at an address that is relative to the page; undefined where nothing is there. */
export type FindFile = (address: string) => Uint8Array | undefined;

const DATA = /^data:([^,]*),([\s\S]*)$/i;
const REMOTE = /^(https?:)?\/\//i;
/** The most messages about pictures: what a page lacks is mostly one thing many times. */
const MOST_TOLD = 20;
/** Smaller than any picture of a story, in pixels: a mark that counts readers. */
const SMALLEST = 3;

/** Gives each picture of a tree the name that its file has, in place; one that cannot be shown loses its source. */
export function settlePictures(
  root: Root,
  path: string,
  find: FindFile,
): { pictures: Picture[]; messages: Message[] } {
  const pictures = new Map<string, Picture>();
  const messages: Message[] = [];
  const tell = (image: Element, what: string, hint: string): void => {
    const place = image.position?.start;
    if (messages.length < MOST_TOLD) {
      messages.push(warning('import:picture', what, { path, place, hint }));
    }
  };
  eachElement(root, (image) => {
    if (image.tagName !== 'img' && image.tagName !== 'image') return undefined;
    const address = addressOf(image);
    delete image.properties.src;
    if (address === '') return undefined;
    const known = pictures.get(address);
    if (known) {
      image.properties.src = known.name;
      return undefined;
    }
    if (REMOTE.test(address)) {
      tell(image, `The picture \`${address.slice(0, 200)}\` is on the web, not beside the file`, SAVE);
      return undefined;
    }
    const bytes = dataOf(address) ?? (address.startsWith('data:') ? undefined : find(address));
    if (!bytes) {
      tell(image, `The picture \`${address.slice(0, 80)}\` is missing`, SAVE);
      return undefined;
    }
    const measured = measure(bytes);
    if (!measured) {
      tell(
        image,
        `The picture \`${address.slice(0, 80)}\` is not PNG, JPEG, GIF or WebP`,
        'Save it as a PNG.',
      );
    } else if (measured.width >= SMALLEST || measured.height >= SMALLEST) {
      const picture = { name: nameFor(address, pictures, measured.extension), bytes };
      pictures.set(address, picture);
      image.properties.src = picture.name;
    }
    return undefined;
  });
  return { pictures: [...pictures.values()], messages };
}

const SAVE =
  'It was left out. Save it, put it beside the manuscript and write `![what it shows](its-name.jpg)`.';

/** Pages that load pictures late hold their address elsewhere. */
const addressOf = (image: Element): string => {
  const late = attribute(image, 'dataSrc') || attribute(image, 'dataOriginal');
  const address = attribute(image, 'src') || attribute(image, 'xLinkHref') || attribute(image, 'href');
  return (late !== '' && (address === '' || address.startsWith('data:')) ? late : address).trim();
};

function dataOf(address: string): Uint8Array | undefined {
  const [, type = '', data = ''] = DATA.exec(address) ?? [];
  if (data === '') return undefined;
  try {
    return new Uint8Array(
      Buffer.from(decodeURIComponent(data), /;\s*base64/i.test(type) ? 'base64' : 'latin1'),
    );
  } catch {
    return undefined;
  }
}

/** The file's own name in ASCII, or a number; different from all others. */
function nameFor(address: string, pictures: ReadonlyMap<string, Picture>, extension: string): string {
  const taken = new Set([...pictures.values()].map(({ name }) => name));
  const [base = ''] = address.startsWith('data:')
    ? []
    : (address.split(/[?#]/)[0] ?? '').split('/').slice(-1);
  const stem = base
    .replace(/\.\w+$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  for (let number = 1; ; number++) {
    const suffix = stem === '' ? String(number) : number === 1 ? '' : `-${String(number)}`;
    const name = `${stem === '' ? 'picture-' : stem}${suffix}.${extension}`;
    if (!taken.has(name)) return name;
  }
}
