/** The files of a release: names, checksums, notes, and their record for other programs. */
import { diffMarkdown } from '../../diff/markdown.js';
import type { EditionDiff } from '../../diff/index.js';
import { sha256 } from '../../text/digest.js';
import { counted, grouped } from '../../text/numbers.js';
import type { ReleaseFile } from './host.js';

export const CHECKSUMS = 'SHA256SUMS';
export const NOTES = 'RELEASE_NOTES.md';
export const RECORD = 'release.json';

/** https://www.iana.org/assignments/media-types/ */
const MEDIA_TYPES: readonly [suffix: string, mediaType: string][] = [
  ['.epub', 'application/epub+zip'],
  ['.jpg', 'image/jpeg'],
];

/** A finished book of a release, in each of its formats. */
export interface ReleasedBook {
  title: string;
  version: string;
  sections: number;
  words: number;
  files: ReleaseFile[];
  /** A small picture of its cover. */
  cover?: ReleaseFile;
  /** Its cover at the size that shops ask for, where Octavo drew it. */
  shopCover?: ReleaseFile;
  /** What changed since the edition before, where there is one. */
  diff?: EditionDiff;
}

/** A file with its hash and its media type, which follows from the name. */
export const releaseFile = (name: string, bytes: Uint8Array): ReleaseFile => ({
  name,
  bytes,
  mediaType: MEDIA_TYPES.find(([suffix]) => name.endsWith(suffix))?.[1] ?? 'text/plain',
  sha256: sha256(bytes),
});

/**
 * The name of a book's file: `ferry-1.2.kepub.epub`. Hosts rewrite whatever is not ASCII letters, digits, dots,
 * hyphens and underscores, so nothing else stays.
 */
export const releaseName = (slug: string, version: string, extension: string): string =>
  `${slug}-${version.replace(/[^\w.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '')}${extension}`;

/** The version that a tag names: `v1.2` and `ferry-1.2` for the book `ferry` are `1.2`. */
export const versionOf = (tag: string, slug: string): string => {
  const name = tag.replace(/^.*\//, '');
  return (name.startsWith(`${slug}-`) ? name.slice(slug.length + 1) : name).replace(/^v(?=\d)/, '');
};

/** As `sha256sum --check` reads it: https://www.gnu.org/software/coreutils/sha2-utilities */
export const checksumsOf = (files: readonly ReleaseFile[]): string =>
  [...files]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
    .join('');

/** Passages of one section that the notes list, at most: the page of `octavo diff --html` has them all. */
const MOST = [12, 3, 0] as const;
/** GitHub takes 125,000 characters. */
const LONGEST = 120_000;

/**
 * The notes of a release for readers, as Markdown; with fewer passages, where they would be longer than a host takes.
 * `addressOf` tells where files are, once they are released.
 */
export function notesOf(books: readonly ReleasedBook[], addressOf?: (file: string) => string): string {
  let notes = '';
  for (const most of MOST) {
    notes = notesWith(books, most, addressOf);
    if (notes.length <= LONGEST) return notes;
  }
  return `${notes.slice(0, notes.lastIndexOf('\n', LONGEST))}\n\nThe rest was left out.\n`;
}

function notesWith(
  books: readonly ReleasedBook[],
  most: number,
  addressOf?: (file: string) => string,
): string {
  const parts = books.map(({ title, version, words, sections, diff, cover }) => {
    const facts = `${counted(words, 'word')} in ${counted(sections, 'section')}`;
    const text = diff
      ? diffMarkdown(diff, { most }).trimEnd()
      : `# ${marked(title)}\n\nEdition ${marked(version)}: ${facts}.`;
    if (!cover || !addressOf) return text;
    // Below the heading, which is the first line.
    return text.replace(/\n|$/, () => `\n\n![Cover of ${marked(title)}](${addressOf(cover.name)})\n`);
  });
  const named = (name: string) => (addressOf ? `[${name}](${addressOf(name)})` : name);
  const rows = books.flatMap(({ files }) =>
    files.map(({ name, bytes, sha256 }) => `| ${named(name)} | ${kilobytes(bytes.length)} | \`${sha256}\` |`),
  );
  const table = ['| file | size | SHA-256 |', '|---|--:|---|', ...rows].join('\n');
  return `${[...parts, '## Files', table].join('\n\n')}\n`;
}

const kilobytes = (bytes: number): string => `${grouped(Math.max(1, Math.round(bytes / 1000)))} kB`;

/** An author's words as Markdown that means itself. */
const marked = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#+!|~&$]/g, '\\$&')
    .replaceAll('@', '@\u200B');
