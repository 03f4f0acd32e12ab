/** Themes on disk: those beside the code, an author's own, and the fonts that they name. */
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { FoundFile } from '../types.js';
import { readAssets } from './assets.js';
import { note } from './journal.js';
import { readPackageFile } from './packages.js';
import { packageRoot } from './templates.js';

/** A theme's files as they stand on disk, nothing interpreted. */
export interface RawTheme {
  name: string;
  /** Absolute folder that the theme may read from. */
  root: string;
  /** Its folder below `root`, forward slashes. */
  folder: string;
  /** Whether it stands beside the code and is trusted. */
  builtIn: boolean;
  css: string;
  media?: string;
  manifest?: string;
}

/** A place to look for themes: an absolute folder, and whether it is Octavo's own. */
export interface ThemePlace {
  root: string;
  builtIn?: boolean;
}

/** The folder of the themes that come with Octavo. */
export const builtInThemes = (): string => join(packageRoot(), 'templates', 'themes');

/** The names of the themes in a folder, in order; none where there is no such folder. */
export async function themeNames(root = builtInThemes()): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The sheet that stands before that of every theme. */
export async function readBase(): Promise<string> {
  const bytes = await readFile(join(builtInThemes(), 'base.css'));
  note(builtInThemes(), 'base.css', { bytes });
  return bytes.toString('utf8');
}

/** The sheets of a part for blocks that few books have. */
export interface Part {
  /** What every theme needs for it. */
  base: string;
  /** The same in `@media`, for a sheet of its own. */
  media: string;
  /** What this theme adds. */
  own: string;
}

/** Reads the sheets of a part; those of a theme of its own come from Octavo alone. */
export async function readPart(name: string, theme: RawTheme): Promise<Part> {
  const root = packageRoot();
  const files = [
    `templates/parts/${name}.css`,
    `templates/media/${name}.css`,
    `templates/themes/${theme.folder}/parts/${name}.css`,
  ] as const;
  const found = await readAssets(root, theme.builtIn ? files : files.slice(0, 2));
  const [base, media, own] = files.map((file) => {
    const one = found.get(file);
    return one && 'bytes' in one ? new TextDecoder().decode(one.bytes) : '';
  });
  return { base: base ?? '', media: media ?? '', own: own ?? '' };
}

const FILES = { css: 'theme.css', media: 'media.css', manifest: 'theme.yaml' } as const;

/** The theme of that name (a path below a place) in the first place that has it, or nothing. */
export async function readTheme(
  name: string,
  places: readonly ThemePlace[] = [{ root: builtInThemes(), builtIn: true }],
): Promise<RawTheme | undefined> {
  for (const { root, builtIn = false } of places) {
    const found = await readTexts(root, name);
    if (found) return { name, root, folder: name, builtIn, ...found };
  }
  return undefined;
}

type Texts = Pick<RawTheme, keyof typeof FILES>;

async function readTexts(root: string, folder: string): Promise<Texts | undefined> {
  const names = Object.values(FILES).map((file) => `${folder}/${file}`);
  const found = await readAssets(root, names).catch(() => new Map<string, FoundFile>());
  const text = (file: string): string | undefined => {
    const one = found.get(`${folder}/${file}`);
    return one && 'bytes' in one ? new TextDecoder().decode(one.bytes).replaceAll('\r\n', '\n') : undefined;
  };
  const [css, media, manifest] = [text(FILES.css), text(FILES.media), text(FILES.manifest)];
  if (css === undefined) return undefined;
  return { css, ...(media === undefined ? {} : { media }), ...(manifest === undefined ? {} : { manifest }) };
}

/** The bytes of the fonts that a theme names: files of its folder, or files of installed packages. */
export async function readFonts(
  { root, folder }: RawTheme,
  fonts: readonly ({ file: string } | { package: string })[],
): Promise<FoundFile[]> {
  const inFolder = (file: string) => `${folder}/${file}`;
  const files = fonts.flatMap((font) => ('file' in font ? [inFolder(font.file)] : []));
  const found = files.length > 0 ? await readAssets(root, files) : new Map<string, FoundFile>();
  return Promise.all(
    fonts.map(async (font) =>
      'file' in font
        ? (found.get(inFolder(font.file)) ?? { problem: 'missing' })
        : readPackaged(font.package),
    ),
  );
}

const installed = createRequire(import.meta.url);

async function readPackaged(path: string): Promise<FoundFile> {
  // A name alone, or one of Node's, is no file of a package.
  if (!/^(@[\w-]+\/)?[\w-]+(\/[\w-]+)*\.\w+$/.test(path)) return { problem: 'outside' };
  const bytes = await readPackageFile(path);
  return bytes ? { bytes } : { problem: 'missing' };
}

let subsetter: Promise<WebAssembly.Module> | undefined;

/** HarfBuzz's subsetter, compiled once a run. */
export const readSubsetter = (): Promise<WebAssembly.Module> =>
  (subsetter ??= readFile(installed.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')).then((bytes) =>
    WebAssembly.compile(bytes),
  ));
