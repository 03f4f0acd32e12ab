/** The files of an import, and writing them: whole or not at all, and never over an author's own. */
import { posix, resolve } from 'node:path';
import { stringify } from 'yaml';
import { fatal } from '../../diagnostics.js';
import { readWhole, writeWholes, type WholeFile } from '../../io/whole.js';
import type { Message } from '../../types.js';
import { fileSlug } from '../../text/slug.js';
import { frontMatter, present } from './frontmatter.js';
import type { PlannedStory } from '../plan.js';
import { cutLines, SIDECAR, sidecarText, type Sidecar } from './sidecar.js';

/** A file to be written. */
export interface Draft {
  /** Relative to the working directory, forward slashes. */
  path: string;
  bytes: Uint8Array;
  /** The story that it belongs to; none for a book's own page. */
  story?: PlannedStory;
}

export interface Layout {
  /** Folder of the manuscripts. */
  into: string;
  /** Title of the one book that all stories go into. */
  book?: string;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The files that stories make: one each, or the pages of one book. */
export function draftsOf(stories: readonly PlannedStory[], { into, book }: Layout): Draft[] {
  if (book === undefined) return stories.flatMap((planned) => storyDrafts(planned, into, planned.name));
  const folder = posix.join(into, fileSlug(book));
  const digits = Math.max(2, String(stories.length).length);
  const pages = stories.flatMap((planned, index) =>
    storyDrafts(planned, folder, `${String(index + 1).padStart(digits, '0')}-${planned.name}`),
  );
  return [{ path: posix.join(folder, 'book.md'), bytes: bytesOf(bookPage(book, stories)) }, ...pages];
}

function storyDrafts(planned: PlannedStory, folder: string, name: string): Draft[] {
  const { pictures, text } = planned;
  return [
    ...pictures.map((picture) => ({
      path: posix.join(folder, picture.name),
      bytes: picture.bytes,
      story: planned,
    })),
    {
      path: posix.join(folder, `${name}${SIDECAR}`),
      bytes: bytesOf(sidecarText(sidecarOf(planned, `${name}.md`))),
      story: planned,
    },
    { path: posix.join(folder, `${name}.md`), bytes: bytesOf(text), story: planned },
  ];
}

/** The sidecar of a story whose manuscript has a name. */
export function sidecarOf(planned: PlannedStory, manuscript: string): Sidecar {
  const { story, source, format, text, answers } = planned;
  return {
    source: source.name,
    format,
    manuscript,
    lines: cutLines(story),
    ...(answers.length === 0 ? {} : { answers }),
    text: text.split('\n'),
  };
}

/** The book's own page: its title, and its author where all stories have the same. */
function bookPage(title: string, stories: readonly PlannedStory[]): string {
  const authors = new Set(stories.map(({ story }) => stringify(story.authors)));
  const [first] = stories;
  const shared = authors.size === 1 ? (first?.story.authors ?? []) : [];
  return frontMatter(present({ title, author: shared.length > 1 ? shared : shared[0] }));
}

/** What became of a file. */
export type Written = 'new' | 'same' | 'kept';

/** Writes drafts; a file that is there already with other contents is kept and said, unless `force`. */
export async function writeDrafts(
  drafts: readonly Draft[],
  options: { cwd: string; force: boolean },
): Promise<{ written: Map<string, Written>; messages: Message[] }> {
  const written = new Map<string, Written>();
  const messages: Message[] = [];
  const states: State[] = [];
  for (const draft of drafts) states.push(await stateOf(draft, options.cwd));
  // A story's files belong together: where one may not be written, none is.
  const refused = new Set(
    drafts.filter((_, index) => states[index] === 'other' && !options.force).map(({ story }) => story),
  );
  const wanted: Draft[] = [];
  for (const [index, draft] of drafts.entries()) {
    const isKept = refused.has(draft.story) && (draft.story !== undefined || states[index] === 'other');
    if (isKept) {
      if (states[index] === 'other') messages.push(exists(draft.path));
      written.set(draft.path, 'kept');
    } else if (states[index] === 'same') written.set(draft.path, 'same');
    else wanted.push(draft);
  }
  const changes = await writeWholes(setsOf(wanted, options.cwd));
  wanted.forEach(({ path }, index) => written.set(path, changes[index] ? 'new' : 'same'));
  return { written, messages };
}

/** Drafts in their order, those of one story as a set: no sidecar or picture stands without its manuscript. */
function setsOf(drafts: readonly Draft[], cwd: string): WholeFile[][] {
  const sets: WholeFile[][] = [];
  drafts.forEach(({ path, bytes, story }, index) => {
    const file = { path: resolve(cwd, path), bytes };
    const isSame = story !== undefined && story === drafts[index - 1]?.story;
    if (isSame) sets.at(-1)?.push(file);
    else sets.push([file]);
  });
  return sets;
}

type State = 'free' | 'same' | 'other';

async function stateOf({ path, bytes }: Draft, cwd: string): Promise<State> {
  try {
    return Buffer.compare(await readWhole(resolve(cwd, path)), bytes) === 0 ? 'same' : 'other';
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return 'free';
    throw cause;
  }
}

const exists = (path: string): Message =>
  fatal('import:exists', 'There is a file of this name with other contents; it was kept', {
    path,
    hint: 'Bring in what is new with `--update`, import into another folder with `--into`, or write over it with `--force`.',
  });
