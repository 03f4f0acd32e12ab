/** Checks images: what may go into the book, under which name, and what is wrong with the rest. */
import { posix } from 'node:path';
import { error, quotable, warning } from '../../diagnostics.js';
import { slug, uniqueSlugs } from '../../text/slug.js';
import type { Asset } from '../../types.js';
import { at, type Context, type Positioned } from '../context.js';
import { schemeOf } from '../../text/url.js';
import { imageFile } from './requests.js';
import { measure } from '../../text/sniff.js';
import { cleanSvg } from './svg.js';

/** What is the matter with an image that cannot be shown: the end of "The image …", and the way out. */
const PROBLEMS = {
  missing: ['does not exist', 'The path is relative to the manuscript; capital letters count.'],
  outside: ['is not in the book\u2019s folder', 'Copy the image into the book\u2019s folder.'],
  unreadable: ['could not be read', 'Check the file\u2019s permissions.'],
  'too-large': ['is larger than 32 MB', 'Save it with fewer pixels or a lower quality.'],
  'too-much': [
    'takes the pictures of this book beyond 1 GB',
    'Save them with fewer pixels: a book shows 1600 \u00D7 2560 of them.',
  ],
  'too-many-pixels': [
    'has more than 20,000 pixels on a side, or 120 million in all (20 million in WebP)',
    'Save it with fewer pixels: a book shows 1600 \u00D7 2560 of them.',
  ],
  broken: ['is damaged', 'The file may be cut off; open it, if that is still possible, and save it again.'],
  'too-complex': [
    'is a drawing of more than 100,000 shapes, each counted as often as it is shown, or of more than 200 levels',
    'Simplify it in the program that drew it, or save it as PNG.',
  ],
  'not-an-image': [
    'is not PNG, JPEG, GIF, WebP or SVG',
    'The type is known by the content, not the name; open the file and save it as PNG or JPEG.',
  ],
  remote: [
    'is on the web, not a file of the book',
    'Save it in the book\u2019s folder and give its path. Octavo downloads nothing.',
  ],
} as const;

type Problem = keyof typeof PROBLEMS;

/**
 * File names for the images, without extension, by file: the name's slug where it is the only one of its kind,
 * else the path's. They depend on the set of files alone, so that they stay when chapters move.
 */
export function imageNames(files: Iterable<string>): Map<string, string> {
  const sorted = [...files].sort();
  const stem = (file: string) => posix.basename(file, posix.extname(file));
  const counts = new Map<string, number>();
  for (const file of sorted) counts.set(slug(stem(file)), (counts.get(slug(stem(file))) ?? 0) + 1);
  const unique = uniqueSlugs();
  return new Map(
    sorted.map((file) => {
      const short = slug(stem(file));
      const whole = slug(posix.join(posix.dirname(file), stem(file)).replaceAll('/', '-'));
      return [file, unique(counts.get(short) === 1 ? short : whole)];
    }),
  );
}

/** The checked image that a URL means; undefined, after a message, if there is none to show. */
export function imageFor(url: string, context: Context, node: Positioned): Asset | undefined {
  const { found, assets } = context.shared;
  const scheme = schemeOf(url);
  if (scheme === 'http' || scheme === 'https') return refuse('remote', url, context, node);
  const file = imageFile(url, context.source.rel);
  if (file === undefined) return refuse('outside', url, context, node);
  const bytes = found.get(file);
  if (!bytes) return refuse('missing', url, context, node);
  if ('problem' in bytes) return refuse(bytes.problem, url, context, node);
  if (!assets.has(file)) assets.set(file, vet(file, bytes.bytes, context, node));
  const asset = assets.get(file) ?? 'not-an-image';
  return typeof asset === 'object' ? asset : refuse(asset, url, context, node);
}

function refuse(problem: Problem, url: string, context: Context, node: Positioned): undefined {
  const [matter, hint] = PROBLEMS[problem];
  const say = problem === 'remote' ? warning : error;
  context.shared.messages.push(
    say(`image:${problem}`, `The image \`${quotable(url)}\` ${matter}`, {
      ...at(context, node),
      hint,
    }),
  );
}

function vet(
  file: string,
  bytes: Uint8Array,
  context: Context,
  node: Positioned,
): Asset | 'too-complex' | undefined {
  const name = `images/${context.shared.imageNames.get(file) ?? slug(file)}`;
  const raster = measure(bytes);
  if (raster) {
    const { mediaType, extension, width, height } = raster;
    return { href: `${name}.${extension}`, mediaType, bytes, width, height };
  }
  const found = { isTooComplex: false };
  const tell = () => {
    found.isTooComplex = true;
  };
  const clean = isMarkup(bytes) ? cleanSvg(new TextDecoder().decode(bytes), tell) : undefined;
  if (!clean) return found.isTooComplex ? 'too-complex' : undefined;
  const { svg, removed, ...size } = clean;
  for (const thing of removed) {
    context.shared.messages.push(
      warning(
        'image:svg-removed',
        `\`${thing}\` in the drawing \`${file}\` does not belong in a book; ${LEFT[thing] ?? 'it was left out'}`,
        {
          ...at(context, node),
          hint: 'A drawing in a book cannot run or load anything. Export it as plain SVG.',
        },
      ),
    );
  }
  return { href: `${name}.svg`, mediaType: 'image/svg+xml', bytes: new TextEncoder().encode(svg), ...size };
}

/** The message's end for those of which something stays. */
const LEFT: Readonly<Record<string, string>> = {
  '<a href>': 'the link was left out, and what is drawn in it stays',
};

/** Whether bytes are a drawing in SVG that a book may show. */
export const isDrawing = (bytes: Uint8Array): boolean =>
  isMarkup(bytes) && cleanSvg(new TextDecoder().decode(bytes)) !== undefined;

/** Whether the bytes begin as XML does: `<`, behind a byte-order mark or white space. */
const isMarkup = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, 100)).trimStart().startsWith('<');
