/** The books that are shown: each is built when somebody looks at it, and again when its folder changes. */
import { resolve } from 'node:path';
import { themesBeside } from '../config/folders.js';
import { endOfBuild, keepResults } from '../memo.js';
import { findBooks } from '../pipeline/books.js';
import { themeNames } from '../io/themes.js';
import type { Message } from '../types.js';
import { nextState, type BuildOrder, type State } from './book.js';

export interface LibraryOptions {
  /** Absolute folder that the others are relative to. */
  cwd: string;
  manuscripts: string;
  /** The one book that is asked for, by name or path; all of `manuscripts` where there is none. */
  book?: string;
  /** The theme that the command line asks for. */
  theme?: string;
  /** What `octavo.config.mjs` adds, as it stands at the time. */
  config?: BuildOrder['config'];
}

/** A book on the shelf. */
export interface Listed {
  name: string;
  path: string;
}

export interface Library {
  /** The books that are there now. */
  list(): Promise<{ books: Listed[]; messages: Message[] }>;
  /** The themes that books can be shown in: Octavo's, the author's, and the one that was asked for. */
  themes(): Promise<string[]>;
  /** A book as it is now, in a theme or its own; nothing where there never was such a book. */
  state(name: string, theme?: string): Promise<State | undefined>;
  /** The same in the book's own theme, without keeping it for those who come back. */
  glance(name: string): Promise<State | undefined>;
  /** How often something changed. */
  age(): number;
  /** Calls `tell` after each build of a book; of the shelf, where there is no name. Returns what ends that. */
  listen(tell: () => void, name?: string, theme?: string): () => void;
  /** Builds what somebody looks at again. */
  changed(): Promise<void>;
}

/** A book in a theme. */
interface Shown {
  source: string;
  theme: string | undefined;
  state?: State;
  isStale: boolean;
  listeners: Set<() => void>;
  /** Ends the build at work, where that may be. */
  stop?: AbortController | undefined;
}

const keyOf = (name: string, theme = ''): string => `${name}\0${theme}`;

/** Books that nobody looks at any more, and that are kept for those who come back. */
const MOST_IDLE = 3;

export function openLibrary(options: LibraryOptions): Library {
  const { cwd, manuscripts, book } = options;
  const themes = resolve(cwd, themesBeside(manuscripts));
  const known = new Map<string, Listed>();
  const shown = new Map<string, Shown>();
  const shelf = new Set<() => void>();
  let work: Promise<unknown> = Promise.resolve();
  let age = 0;
  keepResults();

  /** One build at a time: they share what is kept between builds. */
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const turn = work.then(task);
    work = turn.catch(() => undefined);
    return turn;
  };

  const list: Library['list'] = async () => {
    const names = book === undefined ? {} : { names: [book] };
    const { value, messages } = await findBooks({ cwd, manuscripts, ...names });
    const books = value.map(({ name, path }) => ({ name, path }));
    for (const one of books) known.set(one.name, one);
    return { books, messages };
  };

  const sourceOf = async (name: string): Promise<string | undefined> => {
    if (!known.has(name)) await list();
    const found = known.get(name);
    return found && (book ?? found.path);
  };

  const build = async (source: string, { theme = options.theme, state, stop }: Partial<Shown> = {}) => {
    const { config } = options;
    const order = { source, manuscripts, cwd, themes, theme, config, signal: stop?.signal };
    try {
      return await nextState(state, order);
    } finally {
      endOfBuild();
    }
  };

  /** A change ends the build at work, which begins anew; whoever saves without a pause sees every second one. */
  const refresh = async (one: Shown): Promise<void> => {
    let isPatient = !one.state;
    while (one.isStale) {
      one.isStale = false;
      const stop = new AbortController();
      one.stop = isPatient ? undefined : stop;
      try {
        one.state = await build(one.source, one);
        for (const tell of one.listeners) tell();
      } catch (cause) {
        if (!stop.signal.aborted) throw cause;
      }
      isPatient = stop.signal.aborted;
    }
  };

  /** The books that somebody looks at, or did last: the most recent at the end. */
  const openShown = async (name: string, theme?: string): Promise<Shown | undefined> => {
    const key = keyOf(name, theme);
    const source = await sourceOf(name);
    if (source === undefined) return undefined;
    const one = shown.get(key) ?? { source, theme, isStale: true, listeners: new Set() };
    shown.delete(key);
    shown.set(key, one);
    const idle = [...shown].filter(([, { listeners }]) => listeners.size === 0);
    for (const [other] of idle.slice(0, Math.max(0, idle.length - MOST_IDLE))) shown.delete(other);
    return one;
  };

  return {
    list,
    async themes() {
      const names = [...(await themeNames()), ...(await themeNames(themes))];
      return [...new Set([...names, ...(options.theme === undefined ? [] : [options.theme])])];
    },
    async state(name, theme) {
      const one = await openShown(name, theme);
      // Its first build may be under way, for somebody else.
      if (one && (one.isStale || !one.state)) await inTurn(() => refresh(one));
      return one?.state;
    },
    async glance(name) {
      const one = shown.get(keyOf(name));
      if (one?.state && !one.isStale) return one.state;
      const source = await sourceOf(name);
      return source === undefined ? undefined : inTurn(() => build(source));
    },
    age: () => age,
    listen(tell, name, theme) {
      let listeners = shelf;
      let isOver = false;
      if (name === undefined) shelf.add(tell);
      else
        void openShown(name, theme).then((one) => {
          if (!one || isOver) return;
          ({ listeners } = one);
          listeners.add(tell);
        });
      return () => {
        isOver = true;
        listeners.delete(tell);
      };
    },
    async changed() {
      age += 1;
      for (const one of shown.values()) {
        one.isStale = true;
        one.stop?.abort();
      }
      const watched = [...shown.values()].filter(({ listeners }) => listeners.size > 0);
      for (const one of watched) await inTurn(() => refresh(one));
      for (const tell of shelf) tell();
    },
  };
}
