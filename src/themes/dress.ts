/** A theme and a book's text → the theme's part of the ebook: style sheets and fonts. */
import { error, type Result } from '../diagnostics.js';
import { slug } from '../text/slug.js';
import type { Asset, FoundFile, Message } from '../types.js';
import { cutFor, pointsIn, rangesOf } from './fonts/cuts.js';
import { fontKind, type FontKind } from './fonts/sniff.js';
import type { Subsetter } from './fonts/subset.js';
import type { ThemeFont } from './manifest.js';

/** A theme read and checked. */
export interface Theme {
  name: string;
  /** Where its manifest is, for messages. */
  manifestPath: string;
  fonts: ThemeFont[];
  /** The main style sheet. */
  css: string;
  /** The sheet in which `@media` may stand, or none. */
  media?: string;
}

/** What a theme brings to a book. */
export interface Dress {
  styles: { href: string; css: string }[];
  fonts: Asset[];
  /** Names of the typefaces, each once. */
  typefaces: string[];
}

const MEDIA_HREF = 'media.css';
const FONTS_FOLDER = 'fonts';

/** A font of a theme with what was found for it: a file to be cut, or one that was cut ahead of time. */
export interface FoundFont {
  font: ThemeFont;
  found: FoundFile | ReadyCut;
}

export interface ReadyCut {
  cut: Pick<Asset, 'bytes' | 'packed'>;
}

interface Embedded {
  font: ThemeFont;
  kind: FontKind;
  asset: Asset;
}

/**
 * The style sheets and the fonts, each cut down to `codePoints`. A font that is none, or is not there, is a message
 * and stays out, so that the reader's own font stands in for it.
 */
export function dress(
  theme: Theme,
  fonts: readonly FoundFont[],
  { codePoints, subset, href }: { codePoints: Iterable<number>; subset: Subsetter; href: string },
): Result<Dress> {
  const messages: Message[] = [];
  const points = [...codePoints];
  const embedded = fonts.flatMap(({ font, found }): Embedded[] => {
    const made = embed(font, found, (bytes) => subset(bytes, pointsFor(font, bytes, points)));
    if (!('problem' in made)) return [made];
    messages.push(refuse(theme, font, made.problem));
    return [];
  });
  const css = embedded.map(fontFace).join('') + theme.css;
  return {
    value: {
      styles: [{ href, css }, ...(theme.media === undefined ? [] : [{ href: MEDIA_HREF, css: theme.media }])],
      fonts: embedded.map(({ asset }) => asset),
      typefaces: [...new Set(embedded.map(({ font }) => font.family))],
    },
    messages,
  };
}

/** A package's font is cut to what many books use, as it is ahead of time; one of the author's to this book. */
const pointsFor = ({ from }: ThemeFont, bytes: Uint8Array, points: readonly number[]): readonly number[] => {
  const cut = 'package' in from ? cutFor(points, rangesOf(bytes)) : undefined;
  return cut ? pointsIn(cut.ranges) : points;
};

type Problem = Extract<FoundFile, { problem: string }>['problem'] | 'not-a-font';

function embed(
  font: ThemeFont,
  found: FoundFile | ReadyCut,
  subset: (bytes: Uint8Array) => Uint8Array | undefined,
): Embedded | { problem: Problem } {
  if ('problem' in found) return found;
  const whole = 'cut' in found ? found.cut.bytes : found.bytes;
  const kind = fontKind(whole);
  const cut = 'cut' in found ? found.cut : { bytes: kind?.open ? subset(whole) : whole };
  if (!kind || !cut.bytes) return { problem: 'not-a-font' };
  const { family, style, weight } = font;
  const name = slug(`${family} ${String(weight)} ${style}`);
  return {
    font,
    kind,
    asset: {
      href: `${FONTS_FOLDER}/${name}.${kind.extension}`,
      mediaType: kind.mediaType,
      ...{ ...cut, bytes: cut.bytes },
    },
  };
}

const fontFace = ({ font, kind, asset }: Embedded): string => `@font-face {
  font-family: "${font.family}";
  font-style: ${font.style};
  font-weight: ${String(font.weight)};
  src: url("${asset.href}") format("${kind.format}");
}

`;

const PROBLEMS: Readonly<Record<Problem, readonly [matter: string, hint: string]>> = {
  missing: ['does not exist', 'The path is relative to the theme’s folder; capital letters count.'],
  outside: ['is not in the theme’s folder', 'Copy the font into the theme’s folder.'],
  unreadable: ['could not be read', 'Check the file’s permissions.'],
  'too-large': ['is too large', 'Choose a font for fewer scripts.'],
  'too-much': ['is too large', 'Choose a font for fewer scripts.'],
  'not-a-font': ['is not TTF, OTF, WOFF or WOFF2', 'The type is known by the content, not the name.'],
};

function refuse({ manifestPath }: Theme, { from, place }: ThemeFont, problem: Problem): Message {
  const [matter, hint] = PROBLEMS[problem];
  const name = 'file' in from ? from.file : from.package;
  return error(`theme:font-${problem}`, `The font \`${name}\` ${matter}`, {
    path: manifestPath,
    place,
    hint: `${hint} The reader’s own font is used instead.`,
  });
}
