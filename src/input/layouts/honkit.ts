/**
 * HonKit and GitBook: `SUMMARY.md`, `book.json` or `.gitbook.yaml`, `README.md`, `GLOSSARY.md`.
 *
 * @see https://honkit.netlify.app/config
 */
import { posix } from 'node:path';
import { fatal } from '../../diagnostics.js';
import type { Listed, Message } from '../../types.js';
import { decodedUrl } from '../../text/url.js';
import { counted } from '../../text/numbers.js';
import type { Entry } from '../front/yaml.js';
import { readSettings } from './data.js';
import { includer } from './includes.js';
import { isShort, marked, outsideCode, outsideSpans, type Line } from './lines.js';
import { folderIn, noFolder, noSummary } from './mdbook.js';
import { metadataFrom, withCover, type MetaTable } from './meta.js';
import { outlineOf, type Item } from './outline.js';
import { shown, textsIn, type Reader, type Site, type Source } from './plan.js';
import { readSummary } from './summary.js';

const BOOK: MetaTable = {
  title: ['title'],
  author: ['author'],
  description: ['description'],
  language: ['language'],
  isbn: [
    'identifier',
    (value) => (typeof value === 'string' && value !== '' ? `urn:isbn:${value}` : undefined),
  ],
  root: false,
  structure: false,
  variables: false,
  gitbook: false,
  honkit: false,
  direction: false,
};

/** Names of the files that mean something, unless `structure` names others. */
const STRUCTURE = { readme: 'README.md', summary: 'SUMMARY.md', glossary: 'GLOSSARY.md' };

/** Reads a folder of HonKit's or GitBook's. */
export const readHonkit: Reader = async (site) => {
  const config = ['book.json', '.gitbook.yaml'].find((name) => site.files.has(name));
  const path = shown(site, config ?? 'book.json');
  const text = config === undefined ? undefined : await site.text(config);
  const settings = readSettings(text?.value ?? '', path);
  const metadata = metadataFrom(settings.value, BOOK, path, site.remarks);
  const messages: Message[] = [...(text?.messages ?? []), ...settings.messages, ...metadata.messages];

  const root = settings.value.find(({ key }) => key === 'root');
  const within = folderIn(root?.value ?? '.');
  if (root && within === undefined) messages.push(noFolder(root, path));
  const base = within ?? '.';
  const structure = { ...STRUCTURE, ...texts(valueOf(settings.value, 'structure')) };
  const at = (name: string): string => posix.join(base, name);
  const list = at(structure.summary);
  const summary = site.files.has(list) ? await site.text(list) : undefined;
  const languages = site.files.has(at('LANGS.md')) ? await site.text(at('LANGS.md')) : undefined;
  if (!summary)
    messages.push(
      languages
        ? severalBooks(languages.value ?? '', shown(site, at('LANGS.md')))
        : noSummary(shown(site, list)),
    );
  const items = readSummary(summary?.value ?? '', shown(site, list));
  const all = [
    ...readme(items.value, structure.readme, site, at),
    ...items.value,
    ...glossary(structure.glossary, site, at),
  ];
  const outline = outlineOf(all, { list, path: shown(site, list), files: site.files, remarks: site.remarks });
  const own = new Set([list, at(structure.readme)]);
  const inBook = textsIn(site, base === '.' ? '' : base).filter((file) => !own.has(file));
  messages.push(...(summary?.messages ?? []), ...items.messages, ...outline.messages);
  const include = includer(site);
  const variables = texts(valueOf(settings.value, 'variables'));
  return {
    value: {
      found: 'is laid out for HonKit or GitBook',
      differs:
        'Hints become asides and `{{ book.… }}` its value from `book.json`; no plugin and no other template runs.',
      metadata: withCover(metadata.value, [at('cover.jpg')], site),
      metaPath: path,
      listed: outline.value.map(asIntroduction),
      texts: { files: inBook, list: shown(site, list) },
      split: false,
      anchors: 'file',
      images: [base],
      dialect: async (lines, source) => {
        const { value, messages: said } = await include(asInclusions(forEbooks(lines), source), source);
        const isGlossary = source.rel === at(structure.glossary);
        const written = rewrite(value, source, variables, site);
        return { value: isGlossary ? titledGlossary(written) : written, messages: said };
      },
    },
    messages,
  };

  function asIntroduction(one: Listed): Listed {
    return one.rel === at(structure.readme) ? { ...one, id: 'introduction' } : one;
  }
};

/** A folder of one book in several languages, each of which is a folder and an ebook of its own. */
function severalBooks(list: string, path: string): Message {
  const folders = [...list.matchAll(/\]\(\s*<?\.?\/?([^)>\s#]+?)\/?>?\s*\)/g)].map(([, name = '']) => name);
  const within = posix.dirname(path);
  const commands = folders.map((name) => `\`octavo build ${posix.join(within, decodedUrl(name))}\``);
  return fatal('folders:languages', `This folder holds a book in ${counted(folders.length, 'language')}`, {
    path,
    hint:
      commands.length > 0
        ? `Build each by itself: ${commands.slice(0, 5).join(', ')}${commands.length > 5 ? ' …' : ''}.`
        : 'Name the folder of each language in it: `- [English](en)`.',
  });
}

const valueOf = (entries: readonly Entry[], key: string): unknown =>
  entries.find((entry) => entry.key === key)?.value;

/** The values of a table that are text. */
const texts = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typeof value === 'object' && value !== null ? value : {}).flatMap(([key, one]) =>
      typeof one === 'string' || typeof one === 'number' ? [[key, String(one)]] : [],
    ),
  );

type At = (name: string) => string;

/** The page that stands before the others, where the list does not name it. */
function readme(items: readonly Item[], name: string, { files }: Site, at: At): Item[] {
  const isNamed = ({ url, children }: Item): boolean =>
    posix.normalize((url ?? '').replace(/#.*$/, '')) === name || children.some(isNamed);
  return files.has(at(name)) && !items.some(isNamed) ? [page(name)] : [];
}

const glossary = (name: string, { files }: Site, at: At): Item[] =>
  files.has(at(name)) ? [{ ...page(name), kind: 'glossary' }] : [];

const page = (url: string): Item => ({ url, place: { line: 1, column: 1 }, children: [] });

/** `{% include "/file.md" %}` as mdBook has it; a path that begins with `/` starts at the book's root. */
const INCLUDE = /\{%-?\s*include\s+["']([^"']+)["']\s*-?%\}/g;

function asInclusions(lines: readonly Line[], { rel }: Source): Line[] {
  return outsideCode(lines, ({ text }) =>
    text.includes('{%')
      ? text.replaceAll(INCLUDE, (_, name: string) => {
          const file = name.startsWith('/') ? posix.relative(posix.dirname(rel), name.slice(1)) : name;
          return `{{#include ${file}}}`;
        })
      : text,
  );
}

const IF = /^\s*\{%-?\s*if\s+output\.name\s*(==|!=)\s*["'](\w+)["']\s*-?%\}\s*$/;
const ELSE = /^\s*\{%-?\s*else\s*-?%\}\s*$/;
const END_IF = /^\s*\{%-?\s*endif\s*-?%\}\s*$/;

/** The same within a line. */
const IF_WITHIN =
  /\{%-?\s*if\s+output\.name\s*(==|!=)\s*["'](\w+)["']\s*-?%\}((?:(?!\{%)[^\n])*)(?:\{%-?\s*else\s*-?%\}((?:(?!\{%)[^\n])*))?\{%-?\s*endif\s*-?%\}/g;

const isFor = (sign: string, name: string): boolean =>
  (name === 'ebook' || name === 'epub') === (sign === '==');

const decided = (_: string, sign: string, name: string, then: string, otherwise = ''): string =>
  isFor(sign, name) ? then : otherwise;

/** The lines for an ebook: conditions on the output are decided. */
function forEbooks(lines: readonly Line[]): Line[] {
  let shows: boolean | undefined;
  return outsideCode(lines, ({ text: typed }) => {
    const text = typed.includes('{%') && isShort(typed) ? typed.replaceAll(IF_WITHIN, decided) : typed;
    const [, sign, name] = (isShort(text) ? IF.exec(text) : null) ?? [];
    if (sign !== undefined) {
      shows = isFor(sign, name ?? '');
      return [];
    }
    if (shows === undefined) return text;
    if (ELSE.test(text)) {
      shows = !shows;
      return [];
    }
    if (END_IF.test(text)) {
      shows = undefined;
      return [];
    }
    return shows ? text : [];
  });
}

/** A glossary below its title, the terms a level down, unless it has a title of its own. */
function titledGlossary(lines: readonly Line[]): Line[] {
  const tops = marked(lines).filter(({ text, code }) => !code && /^#\s/.test(text));
  const below = marked(lines).some(({ text, code }) => !code && /^##\s/.test(text));
  if (tops.length === 1 && below) return [...lines];
  const terms =
    tops.length === 0
      ? [...lines]
      : outsideCode(lines, ({ text }) => (/^#{1,5}\s/.test(text) ? `#${text}` : text));
  return [{ text: '# Glossary', origin: 1 }, { text: '', origin: 1 }, ...terms];
}

/** `{% hint style="info" %}`, with its style where it has one. */
const HINT = /^([ \t]*)\{%-?\s*hint\b(?:[^%]*style\s*=\s*["']?(\w+))?[^%]*%\}[ \t]*$/;
const HINT_END = /^[ \t]*\{%-?\s*endhint\s*-?%\}[ \t]*$/;
/** Tags that only say that what stands between them is no template. */
const RAW = /\{%-?\s*(?:end)?raw\s*-?%\}/g;
const VARIABLE = /\{\{\s*book\.([\w-]+)\s*\}\}/g;
const COMMENT = /\{#(?![#.\w-]+\})[^{}\n]*#\}/g;
const TEMPLATE = /\{%[^%]*%\}|\{\{[^{}]*\}\}/g;

function rewrite(
  lines: readonly Line[],
  { path }: Source,
  variables: Readonly<Record<string, string>>,
  { remarks }: Site,
): Line[] {
  return outsideCode(lines, ({ text, origin }) => {
    if (!text.includes('{')) return text;
    const hint = isShort(text) ? HINT.exec(text) : null;
    if (hint) return ['', `${hint[1] ?? ''}:::aside{.${hint[2] ?? 'info'}}`];
    if (HINT_END.test(text)) return [':::', ''];
    return outsideSpans(text, (part) => {
      const filled = part
        .replaceAll(RAW, '')
        .replaceAll(COMMENT, '')
        .replaceAll(VARIABLE, (whole, name: string) =>
          Object.hasOwn(variables, name) ? (variables[name] ?? '') : whole,
        );
      for (const [found] of filled.matchAll(TEMPLATE)) remarks.add('folders:template', found, path, origin);
      return filled;
    });
  });
}
