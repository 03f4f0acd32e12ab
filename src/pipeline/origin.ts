/** Records in a book what it was made from and by which version, so that anybody can build it again and compare. */
import { compareTexts } from '../text/compare.js';
import { sha256OfFiles } from '../text/digest.js';
import { recordOf } from '../plugins/record.js';
import type { LoadedConfig } from '../plugins/types.js';
import type { FoundFile, SourceFile } from '../types.js';

/** Names under which a package document keeps its origin; those of `octavo` are nobody else's. */
export const GENERATOR = 'generator';
export const SOURCE = 'octavo:source';
export const THEME = 'octavo:theme';
/** The SHA-256 of the configuration, and the plugins that it named. */
export const CONFIG_HASH = 'octavo:config';
export const PLUGINS = 'octavo:plugins';

interface Made {
  sources: readonly SourceFile[];
  /** Pictures that the manuscripts show, by path in the book's folder. */
  pictures: ReadonlyMap<string, FoundFile>;
  /** Octavo's own. */
  version: string;
  /** The theme, where the command line named it and not the manuscripts. */
  theme: string | undefined;
  config?: LoadedConfig | undefined;
}

/** The origin of a book as names and values for its metadata. */
export const originOf = ({
  sources,
  pictures,
  version,
  theme,
  config,
}: Made): [name: string, value: string][] => [
  [GENERATOR, generatorOf(version)],
  [SOURCE, sourceHash(sources, pictures)],
  // Of a folder only the name: a path is this machine's own matter.
  ...(theme === undefined ? [] : [[THEME, theme.replace(/^.*[/\\]/, '')] as [string, string]]),
  ...(config ? configOf(config) : []),
];

function configOf(config: LoadedConfig): [name: string, value: string][] {
  const record = recordOf(config);
  return [[CONFIG_HASH, config.hash], ...(record === '' ? [] : [[PLUGINS, record] as [string, string]])];
}

/** How a version of Octavo calls itself: `Octavo 0.1.0`. */
export const generatorOf = (version: string): string => `Octavo ${version}`;

/** SHA-256 of the manuscripts as they are read, whatever their line ends, and of their pictures: `sha256:…`. */
function sourceHash(sources: readonly SourceFile[], pictures: ReadonlyMap<string, FoundFile>): string {
  const entries = [
    ...sources.map(({ rel, text }): [string, string] => [rel, text]),
    ...[...pictures].flatMap(([file, found]): [string, Uint8Array][] =>
      'bytes' in found ? [[file, found.bytes]] : [],
    ),
  ].sort(([a], [b]) => compareTexts(a, b));
  return `sha256:${sha256OfFiles(entries)}`;
}
