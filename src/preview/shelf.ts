/** What the shelf shows of each book: kept until something changes, and no more of it than is shown. */
import type { State } from './book.js';
import { factsOf } from './facts.js';
import type { Library } from './library.js';

export interface Summary {
  facts: {
    title: string;
    language: string;
    authors: string[];
    words: number;
    errors: number;
    warnings: number;
    unsure: number;
    hasCover: boolean;
  };
  cover?: { mediaType: string; body: Uint8Array };
}

export interface Summaries {
  /** A book's summary; nothing where there is no such book. */
  of(name: string): Promise<Summary | undefined>;
}

export function openSummaries(library: Library, cwd: string): Summaries {
  const known = new Map<string, { age: number; summary: Promise<Summary | undefined> }>();
  const make = async (name: string): Promise<Summary | undefined> => {
    const state = await library.glance(name);
    return state && summaryOf(state, name, cwd);
  };
  return {
    of(name) {
      const age = library.age();
      const kept = known.get(name);
      if (kept?.age === age) return kept.summary;
      const summary = make(name);
      known.set(name, { age, summary });
      return summary;
    },
  };
}

function summaryOf(state: State, name: string, cwd: string): Summary {
  const { words, messages, marks } = factsOf(state, cwd);
  const made = state.edition?.package;
  const item = made?.manifest.find(({ properties }) => properties === 'cover-image');
  const cover = made?.assets.find(({ href }) => href === item?.href);
  return {
    facts: {
      title: made?.title ?? name,
      language: made?.language ?? 'en',
      authors: state.edition?.book.metadata.byline ?? [],
      words,
      errors: messages.filter(({ severity }) => severity === 'error').length,
      warnings: messages.filter(({ severity }) => severity === 'warning').length,
      unsure: marks.length,
      hasCover: cover !== undefined,
    },
    ...(cover ? { cover: { mediaType: cover.mediaType, body: cover.bytes } } : {}),
  };
}
