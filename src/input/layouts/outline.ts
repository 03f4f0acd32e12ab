/** A tool's list of chapters as sections: finds the files, names them, and reports what is wrong with the list. */
import { posix } from 'node:path';
import { didYouMean } from '../../config/nearest.js';
import { error, info, warning, type Result } from '../../diagnostics.js';
import { slug, uniqueSlugs } from '../../text/slug.js';
import type { Listed, Message, Place } from '../../types.js';
import type { Remarks } from './remarks.js';
import { decodedUrl } from '../../text/url.js';

/** A line of a list as its author wrote it. */
export interface Item {
  title?: string;
  /** The path or address; absent for a part, empty for a chapter that is not written yet. */
  url?: string;
  kind?: Listed['kind'];
  place: Place;
  children: Item[];
}

interface OutlineOptions {
  /** The list's own path in the folder, which its paths are relative to. */
  list: string;
  /** The same, for messages. */
  path: string;
  /** The files of the folder. */
  files: ReadonlySet<string>;
  remarks: Remarks;
}

/**
 * The sections that a list names, in its order. A file that is not there is an error, a second mention of a file a
 * warning; what stands below either moves up.
 */
export function outlineOf(items: readonly Item[], options: OutlineOptions): Result<Listed[]> {
  const { list, path, files, remarks } = options;
  const folder = posix.dirname(list);
  const messages: Message[] = [];
  const listed: Listed[] = [];
  const seen = new Set<string>();
  for (const item of items) add(item, undefined);
  const names = namesOf(listed, folder);
  return { value: listed.map((one) => ({ ...one, id: names(one) })), messages };

  function add(item: Item, holder: string | undefined): void {
    const key = keyOf(item);
    if (key) listed.push({ ...key, id: '', ...(holder === undefined ? {} : { holder }), place: item.place });
    for (const child of item.children) add(child, key?.key ?? holder);
  }

  /** Paths that the list might have meant. */
  function texts(): string[] {
    return [...files].filter((file) => TEXT.test(file)).map((file) => posix.relative(folder, file));
  }

  function keyOf({ title, url, kind, place, children }: Item): Omit<Listed, 'id'> | undefined {
    const named = title === undefined ? {} : { title };
    const part = { key: `part ${String(listed.length)}`, ...named, kind: 'part' as const };
    if (url === undefined) return children.length > 0 ? part : undefined;
    if (url === '') {
      if (children.length > 0) return part;
      remarks.add('folders:draft', title ?? '', path, place.line);
      return undefined;
    }
    if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(url)) {
      remarks.add('folders:elsewhere', url, path, place.line);
      return undefined;
    }
    return fileOf(
      url,
      { ...named, ...(kind ? { kind } : {}) },
      place,
      children.length > 0 ? part : undefined,
    );
  }

  function fileOf(
    url: string,
    more: Pick<Listed, 'title' | 'kind'>,
    place: Place,
    part: Omit<Listed, 'id'> | undefined,
  ): Omit<Listed, 'id'> | undefined {
    const [name = '', anchor] = decodedUrl(url).split('#');
    const rel = posix.normalize(posix.join(folder, name.replaceAll('\\', '/'))).normalize('NFC');
    if (posix.isAbsolute(name) || /^[a-z]:/i.test(name) || rel.startsWith('../') || rel.includes('\0')) {
      messages.push(outside(url, path, place));
      return part;
    }
    const file = fileAt(rel, files);
    if (file === undefined) {
      messages.push(files.has(rel) ? noText(url, path, place) : missing(url, path, place, texts()));
      return part;
    }
    if (!seen.has(file)) {
      seen.add(file);
      return { key: file, rel: file, ...more };
    }
    if (anchor === undefined) messages.push(twice(url, path, place));
    else remarks.add('folders:elsewhere', url, path, place.line);
    return part;
  }
}

/** Files that can be chapters. */
const TEXT = /\.(?:md|markdown|txt|qmd|rmd)$/i;

/** The file that a path means: itself, or the page of the folder that it is. */
function fileAt(rel: string, files: ReadonlySet<string>): string | undefined {
  const tries = [rel, `${rel}.md`, posix.join(rel, 'README.md'), posix.join(rel, 'index.md')];
  return tries.find((one) => files.has(one) && TEXT.test(one));
}

/** Pages that a folder's own name says more of than theirs. */
const FOLDER_PAGE = /(?:^|\/)(?:readme|index|_index)$/i;

/**
 * What the sections are called: after their file, where no other of that name is listed, else after the path. It
 * depends on the set of the files alone, so that names stay when chapters move.
 */
function namesOf(listed: readonly Listed[], base: string): (one: Listed) => string {
  const short = (one: Listed): string =>
    slug(posix.basename(whole(one)).replace(/^\d+(?:[\s._)-]+)(?=.)/, ''));
  const whole = ({ rel, title }: Listed): string => {
    if (rel === undefined) return title ?? 'part';
    const within = posix.relative(base, rel).replace(/\.[a-z]+$/i, '');
    return FOLDER_PAGE.test(within) ? within.replace(FOLDER_PAGE, '') || 'introduction' : within;
  };
  const counts = new Map<string, number>();
  for (const one of listed) counts.set(short(one), (counts.get(short(one)) ?? 0) + 1);
  const unique = uniqueSlugs();
  return (one) => {
    const name = short(one);
    if (counts.get(name) === 1) return unique(lettered(name));
    return unique(one.rel === undefined ? `part-${name}` : lettered(slug(whole(one).replaceAll('/', '-'))));
  };
}

/** A bare number makes a poor name. */
const lettered = (name: string): string => (/^\d+$/.test(name) ? `chapter-${name}` : name);

const missing = (url: string, path: string, place: Place, texts: readonly string[]): Message =>
  error('folders:missing', `The list of chapters names \`${decodedUrl(url)}\`, and there is no such file`, {
    path,
    place,
    ...didYouMean(decodedUrl(url), texts),
  });

const noText = (url: string, path: string, place: Place): Message =>
  error('folders:not-text', `The list of chapters names \`${decodedUrl(url)}\`, which is no Markdown`, {
    path,
    place,
    hint: 'Save it as Markdown (`.md`), and name that file. It was left out.',
  });

const twice = (url: string, path: string, place: Place): Message =>
  warning('folders:twice', `The list of chapters names \`${decodedUrl(url)}\` twice`, {
    path,
    place,
    hint: 'It stays where the list names it first.',
  });

const outside = (url: string, path: string, place: Place): Message =>
  error(
    'folders:outside',
    `The list of chapters names \`${decodedUrl(url)}\`, which is not in the book’s folder`,
    {
      path,
      place,
      hint: 'Copy the file into the folder and name it there. It was left out.',
    },
  );

/** The note about a folder of another tool's, once a book. */
export const builtInPlace = (found: string, differs: string, path: string): Message =>
  info('folders:tool', `This folder ${found} and is read as it stands`, {
    path,
    hint: `${differs} A file \`book.md\` in it makes it a folder of Octavo’s own; a file \`book.yaml\` adds to its metadata. See docs/folders.md.`,
  });
