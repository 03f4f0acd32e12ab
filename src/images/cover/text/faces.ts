/** The typefaces of generated covers: files of packages of OFL fonts, as they are given to the reader of files. */

/** A file of an installed package: `@scope/package/folder/file.ttf`. */
export type FontFile = string;

/** Gives the bytes of a font file; nothing where its package is one of those that few books need, and is not installed. */
export type ReadFont = (file: FontFile) => Promise<Uint8Array | undefined>;

const GARAMOND = '@expo-google-fonts/eb-garamond';
const SOURCE_SANS = '@expo-google-fonts/source-sans-3';
const PLEX_MONO = '@expo-google-fonts/ibm-plex-mono';

export const FACES = {
  serif: `${GARAMOND}/500Medium/EBGaramond_500Medium.ttf`,
  serifItalic: `${GARAMOND}/400Regular_Italic/EBGaramond_400Regular_Italic.ttf`,
  sans: `${SOURCE_SANS}/400Regular/SourceSans3_400Regular.ttf`,
  sansBold: `${SOURCE_SANS}/700Bold/SourceSans3_700Bold.ttf`,
  sansBlack: `${SOURCE_SANS}/800ExtraBold/SourceSans3_800ExtraBold.ttf`,
  mono: `${PLEX_MONO}/400Regular/IBMPlexMono_400Regular.ttf`,
  monoBold: `${PLEX_MONO}/500Medium/IBMPlexMono_500Medium.ttf`,
} as const;

/**
 * What stands in for a letter that a typeface lacks, by script; the first row that fits and has the letter. Cactus
 * Classical Serif has the Chinese of both forms and the Japanese.
 */
export const FALLBACKS: readonly (readonly [script: RegExp, file: FontFile])[] = [
  [/\p{Script=Hebrew}/u, '@expo-google-fonts/frank-ruhl-libre/500Medium/FrankRuhlLibre_500Medium.ttf'],
  [/\p{Script_Extensions=Arabic}/u, '@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf'],
  [/\p{Script_Extensions=Hangul}/u, '@expo-google-fonts/song-myung/400Regular/SongMyung_400Regular.ttf'],
  [
    /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script_Extensions=Bopomofo}\uFF00-\uFFEF]/u,
    '@expo-google-fonts/cactus-classical-serif/400Regular/CactusClassicalSerif_400Regular.ttf',
  ],
  [/./u, FACES.sansBold],
  [/./u, FACES.serif],
];

/** Packages of typefaces that are installed apart, since few books need them and they weigh 31 MB. */
export const PACKS: ReadonlySet<string> = new Set([
  '@expo-google-fonts/cactus-classical-serif',
  '@expo-google-fonts/song-myung',
]);

/** The package that a file is of: `@scope/package`. */
export const packageOf = (file: FontFile): string => file.split('/').slice(0, 2).join('/');

/** The files of covers that come with Octavo. */
export const FILES: readonly FontFile[] = [
  ...Object.values(FACES),
  ...FALLBACKS.map(([, file]) => file),
].filter((file, index, files) => files.indexOf(file) === index && !PACKS.has(packageOf(file)));
