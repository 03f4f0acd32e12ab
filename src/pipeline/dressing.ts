/** A book's theme from its name to what it puts into the ebook: read, checked, its fonts cut to the text. */
import { isAbsolute, relative, resolve } from 'node:path';
import { didYouMean } from '../config/nearest.js';
import { error, type Result } from '../diagnostics.js';
import { readAhead, readCut } from '../io/fonts.js';
import {
  builtInThemes,
  readBase,
  readFonts,
  readPart,
  readSubsetter,
  readTheme,
  themeNames,
  type RawTheme,
  type ThemePlace,
} from '../io/themes.js';
import { dress, type Dress, type FoundFont, type ReadyCut, type Theme } from '../themes/dress.js';
import { textUse } from '../themes/fonts/characters.js';
import { cutFor } from '../themes/fonts/cuts.js';
import { subsetterOf } from '../themes/fonts/subset.js';
import { parseManifest, type ThemeFont } from '../themes/manifest.js';
import { compareTexts } from '../text/compare.js';
import type { ContentDocument, FoundFile, Message, Place, StylePart } from '../types.js';

/** The theme of books that name none. */
export const DEFAULT_THEME = 'classic';

export interface ThemeOptions {
  /** The theme that the command line asks for: a name, or a folder relative to `cwd`. It goes before the book's. */
  theme?: string;
  /** Folder that paths, and those in messages, are relative to. */
  cwd?: string;
  /** Absolute folder of the author's own themes. */
  themes?: string;
  /** Absolute folders of the themes that the configuration names. */
  config?: { themes: ReadonlyMap<string, string> } | undefined;
}

/** Where a book asks for a theme. */
interface Asked {
  /** The name in the front matter, if any. */
  theme: string | undefined;
  /** The file of that front matter, and where the theme stands in it, for messages. */
  path: string;
  place?: Place | undefined;
  /** Absolute folder that the book may read from. */
  root: string;
  /** Whether the theme's typefaces go into the book. */
  fonts: boolean;
  /** How the book runs: Octavo's own sheets are turned round for one from right to left. */
  direction: 'ltr' | 'rtl';
}

/** A theme that is ready to be put on. */
export interface ReadyTheme {
  theme: Theme;
  /** The theme with what its sheets need for blocks that few books have. */
  withParts: (names: readonly StylePart[]) => Promise<Theme>;
  /** What is found for fonts of the theme, in their order. */
  read: (fonts: readonly ThemeFont[]) => Promise<FoundFile[]>;
}

/** The theme that a book or the command line asks for; if there is no theme of that name, a message and `classic`. */
export async function themeFor(asked: Asked, options: ThemeOptions): Promise<Result<ReadyTheme>> {
  const wanted = options.theme ?? asked.theme ?? DEFAULT_THEME;
  const places = placesOf(asked, options);
  const configured = options.config?.themes.get(wanted);
  const raw =
    (configured === undefined ? undefined : await readTheme('.', [{ root: configured }])) ??
    (await readTheme(wanted, places)) ??
    (await readFolder(wanted, options));
  if (raw) return check(raw, options, asked);
  const fallback = await readTheme(DEFAULT_THEME);
  if (!fallback) throw new Error(`Octavo’s theme \`${DEFAULT_THEME}\` is missing; install Octavo again`);
  const names = [
    ...(options.config?.themes.keys() ?? []),
    ...(await Promise.all(places.map(({ root }) => themeNames(root)))).slice(0, 2).flat(),
  ];
  const known = [...new Set(names)].map((name) => `\`${name}\``).join(', ');
  const hint = [didYouMean(wanted, names).hint, 'The book is set in `classic` instead.']
    .filter(Boolean)
    .join(' ');
  const unknown = error(
    'book:unknown-theme',
    `There is no theme \`${wanted}\`; there are ${known}, and any folder with a \`theme.css\``,
    { ...(options.theme === undefined ? { path: asked.path, place: asked.place } : {}), hint },
  );
  const checked = await check(fallback, options, asked);
  return { value: checked.value, messages: [unknown, ...checked.messages] };
}

/** Octavo's own themes, the author's, and folders of the book, in this order. */
const placesOf = ({ root }: Asked, { themes }: ThemeOptions): ThemePlace[] => [
  { root: builtInThemes(), builtIn: true },
  ...(themes === undefined ? [] : [{ root: themes }]),
  { root },
];

/** The folder that the command line names; it is the user's word, so that it may be anywhere. */
async function readFolder(wanted: string, { theme, cwd }: ThemeOptions): Promise<RawTheme | undefined> {
  if (theme === undefined || cwd === undefined) return undefined;
  return readTheme('.', [{ root: resolve(cwd, wanted) }]);
}

/** The linter is loaded for themes of others only: Octavo's own are linted by its tests. */
async function check(
  raw: RawTheme,
  { cwd = '' }: ThemeOptions,
  { fonts: withFonts, direction }: Asked,
): Promise<Result<ReadyTheme>> {
  const messages: Message[] = [];
  const shown = (file: string) => {
    const path = resolve(raw.root, raw.folder, file);
    const short = cwd === '' ? path : relative(cwd, path);
    return (isAbsolute(short) ? path : short).replaceAll('\\', '/');
  };
  const manifest = parseManifest(raw.manifest ?? '', shown('theme.yaml'));
  messages.push(...manifest.messages);
  let { css, media } = raw;
  if (!raw.builtIn) {
    const { lintStyle } = await import('../themes/style/lint.js');
    const main = lintStyle(css, { path: shown('theme.css') });
    css = main.value;
    messages.push(...main.messages);
    const second =
      media === undefined ? undefined : lintStyle(media, { path: shown('media.css'), media: true });
    media = second?.value;
    messages.push(...(second?.messages ?? []));
  }
  const turn = direction === 'rtl' ? (await import('../themes/style/mirror.js')).mirrored : undefined;
  const own = (sheet: string): string => turn?.(sheet) ?? sheet;
  const base = own(await readBase());
  const sheet = raw.builtIn ? own(css) : css;
  const theme: Theme = {
    name: raw.name,
    manifestPath: shown('theme.yaml'),
    fonts: withFonts ? manifest.value.fonts : [],
    css: `${base}\n${sheet}`,
    ...(media === undefined ? {} : { media }),
  };
  const withParts: ReadyTheme['withParts'] = async (names) => {
    const parts = await Promise.all(names.map((name) => readPart(name, raw)));
    const sheets = [
      base,
      ...parts.map((part) => own(part.base)),
      sheet,
      ...parts.map((part) => own(part.own)),
    ];
    const inMedia = together([...parts.map((part) => part.media), media ?? '']);
    return { ...theme, css: together(sheets), ...(inMedia === '' ? {} : { media: inMedia }) };
  };
  const read: ReadyTheme['read'] = (fonts) =>
    readFonts(
      raw,
      fonts.map(({ from }) => from),
    );
  return { value: { theme, withParts, read }, messages };
}

/** Sheets as one, without those that say nothing. */
const together = (sheets: readonly string[]): string => sheets.filter((one) => one !== '').join('\n');

/**
 * What the theme puts into a book whose text is in `content`; its main sheet goes to `href`. HarfBuzz is started only
 * for fonts that were not cut ahead of time to letters such as these.
 */
export async function dressFor(
  { theme: plain, withParts, read }: ReadyTheme,
  content: { words: unknown; documents: readonly ContentDocument[] },
  href: string,
): Promise<Result<Dress>> {
  const parts = [...new Set(content.documents.flatMap((document) => document.parts ?? []))].sort(
    compareTexts,
  );
  const theme = parts.length > 0 ? await withParts(parts) : plain;
  if (theme.fonts.length === 0) return dress(theme, [], { codePoints: [], subset: () => undefined, href });
  const { codePoints, elements } = textUse(content.words, content.documents);
  const points = [...codePoints];
  const needed = theme.fonts.filter(({ when }) => when?.some((name) => elements.has(name)) ?? true);
  const ahead = await Promise.all(needed.map((font) => cutAhead(font, points)));
  const others = needed.filter((_, index) => !ahead[index]);
  const found = await read(others);
  const subset = others.length > 0 ? subsetterOf(await readSubsetter()) : () => undefined;
  const fonts = needed.map((font, index): FoundFont => {
    const cut = ahead[index];
    return { font, found: cut ? { cut } : (found[others.indexOf(font)] ?? { problem: 'missing' }) };
  });
  return dress(theme, fonts, { codePoints: points, subset, href });
}

/** A package's font as it was cut ahead of time, if it was and the cut has all that the font has of the text. */
async function cutAhead(
  { from }: ThemeFont,
  points: readonly number[],
): Promise<ReadyCut['cut'] | undefined> {
  if (!('package' in from)) return undefined;
  const font = await readAhead(from.package);
  const cut = font && cutFor(points, font.has);
  return font && cut ? readCut(from.package, font, cut.name) : undefined;
}
