/** The files of a release: names, checksums, notes, and what machines read of them. */
import { createHash } from 'node:crypto';
import { diffMarkdown } from '../../diff/markdown.js';
import type { EditionDiff } from '../../diff/index.js';
import type { ReleaseFile } from './host.js';

export const CHECKSUMS = 'SHA256SUMS';
export const NOTES = 'RELEASE_NOTES.md';
export const RECORD = 'release.json';

/** https://www.iana.org/assignments/media-types/ */
const MEDIA_TYPES: readonly [suffix: string, mediaType: string][] = [
  ['.epub', 'application/epub+zip'],
  ['.json', 'application/json'],
  ['.md', 'text/markdown'],
];

/** A finished book of a release, in each of its formats. */
export interface ReleasedBook {
  title: string;
  version: string;
  sections: number;
  words: number;
  files: ReleaseFile[];
  /** What changed since the edition before, where there is one. */
  diff?: EditionDiff;
}

/** A file with its hash and its media type, which follows from the name. */
export const releaseFile = (name: string, bytes: Uint8Array): ReleaseFile => ({
  name,
  bytes,
  mediaType: MEDIA_TYPES.find(([suffix]) => name.endsWith(suffix))?.[1] ?? 'text/plain',
  sha256: createHash('sha256').update(bytes).digest('hex'),
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
const MOST = 12;

/** The notes of a release for readers, as Markdown. */
export function notesOf(books: readonly ReleasedBook[]): string {
  const parts = books.map((book) => {
    const { title, version, words, sections, diff } = book;
    if (diff) return diffMarkdown(diff, { most: MOST }).trimEnd();
    const facts = `${count(words, 'word')} in ${count(sections, 'section')}`;
    return `# ${marked(title)}\n\nEdition ${marked(version)}: ${facts}.`;
  });
  const rows = books.flatMap(({ files }) =>
    files.map(({ name, bytes, sha256 }) => `| ${name} | ${kilobytes(bytes.length)} | \`${sha256}\` |`),
  );
  const table = ['| file | size | SHA-256 |', '|---|--:|---|', ...rows].join('\n');
  return `${[...parts, '## Files', table].join('\n\n')}\n`;
}

const count = (number: number, noun: string): string =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;

const kilobytes = (bytes: number): string =>
  `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('en')} kB`;

/** An author's words as Markdown that means itself. */
const marked = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#+!|~&$]/g, '\\$&')
    .replaceAll('@', '@\u200B');
