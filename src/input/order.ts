/** The order of a book's files: of their names as people count, or as `chapters:` says. */
import { compareTexts } from '../text/compare.js';
import { didYouMean } from '../config/nearest.js';
import { error, warning, type Result } from '../diagnostics.js';
import type { Message, Place } from '../types.js';

/** A file as far as its order goes. */
interface Ordered {
  path: string;
  rel: string;
  /** Its own weight: the lowest first, before files that have none. */
  meta?: { weight?: number };
}

/** An entry of `chapters:`. */
export interface Listed {
  name: string;
  place: Place;
}

/** Whether a file is the page of the part that its folder is. */
export const isPartPage = (rel: string): boolean =>
  /^[^/]+\/(part|index|_index)\.md$/i.test(rel) || isFolderNote(rel);

/** Whether a file is called as the folder in which it lies, numbers aside: `01 Low Water/Low Water.md`. */
export function isFolderNote(rel: string): boolean {
  const [folder = '', name, ...more] = rel.split('/');
  return name !== undefined && more.length === 0 && bare(folder) === bare(name.replace(/\.md$/i, ''));
}

/** A name without its number, as it is spoken. */
const bare = (name: string): string =>
  name
    .replace(/^\d+[\s._)-]*(?=\D)/, '')
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase();

/** Weights by the path of a file, or of the folder whose page has one. */
type Weights = ReadonlyMap<string, number>;

function weightsOf(files: readonly Ordered[]): Weights {
  const weights = files.flatMap(({ rel, meta }): [string, number][] => {
    if (meta?.weight === undefined) return [];
    return [[isPartPage(rel) ? rel.slice(0, rel.indexOf('/')) : rel, meta.weight]];
  });
  return new Map(weights);
}

const NONE: Weights = new Map();

/**
 * Compares two paths step by step: by their weights, then by their names, digits by their number, `2` before `10`. A
 * part's page stands before its chapters.
 *
 * The order depends on no locale's collation, which differs between versions of ICU.
 */
function compareNatural(a: string, b: string, weights: Weights = NONE): number {
  const [left, right] = [a.split('/'), b.split('/')];
  for (const [index, step] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (step === other) continue;
    const byPage =
      Number(isPartPage(right.slice(0, index + 1).join('/'))) -
      Number(isPartPage(left.slice(0, index + 1).join('/')));
    return (
      byPage ||
      compareWeights(left.slice(0, index + 1), right.slice(0, index + 1), weights) ||
      compareNames(step, other)
    );
  }
  return left.length - right.length;
}

function compareWeights(left: readonly string[], right: readonly string[], weights: Weights): number {
  if (weights.size === 0) return 0;
  const [a = Infinity, b = Infinity] = [weights.get(left.join('/')), weights.get(right.join('/'))];
  return a === b ? 0 : a - b;
}

function compareNames(a: string, b: string): number {
  const [left, right] = [tokens(a), tokens(b)];
  for (const [index, token] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const difference = compareTokens(token, other);
    if (difference !== 0) return difference;
  }
  return left.length - right.length || compareTexts(a, b);
}

const tokens = (name: string): string[] =>
  name
    .replace(/\.md$/i, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/\d+|\D+/g) ?? [];

function compareTokens(a: string, b: string): number {
  if (!/^\d/.test(a) || !/^\d/.test(b)) return compareTexts(a, b);
  const [left, right] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return left.length - right.length || compareTexts(left, right);
}

/** The files in the order of their weights and their names. */
export function inNaturalOrder<T extends Ordered>(files: readonly T[]): T[] {
  const weights = weightsOf(files);
  return [...files].sort((a, b) => compareNatural(a.rel, b.rel, weights));
}

/**
 * The files in the order of `chapters:`, whose entries name a file (with or without `.md`) or a folder; a part's page
 * comes with its part. Files that it does not name are marked and keep their places among those of the book's folder:
 * the list orders the others among themselves. What is not named in a folder of which something is comes last in it.
 */
export function inListedOrder<T extends Ordered>(
  files: readonly T[],
  listed: readonly Listed[],
  listPath: string,
): Result<(T & { unlisted?: true })[]> {
  const natural = inNaturalOrder(files);
  const messages: Message[] = [];
  const ordered = new Set<T>();
  for (const entry of listed) {
    const matches = natural.filter((file) => isNamed(file.rel, entry.name));
    if (matches.length === 0) messages.push(missing(entry, natural, listPath));
    else if (matches.every((file) => ordered.has(file))) messages.push(twice(entry, listPath));
    for (const match of matches.flatMap((file) => withPartPage(file, natural))) ordered.add(match);
  }
  if (ordered.size === natural.length) return { value: [...ordered], messages };
  const named = byStep([...ordered]);
  const units = byStep([...ordered, ...natural.filter((file) => !ordered.has(file))]);
  const order = [...named.keys()].values();
  const steps = [...byStep(natural).keys()].map((step) =>
    named.has(step) ? (order.next().value ?? step) : step,
  );
  const value = steps.flatMap((step) => units.get(step) ?? []);
  return { value: value.map((file) => (ordered.has(file) ? file : { ...file, unlisted: true })), messages };
}

/** Files by what holds them in the book's folder: a folder, or each itself. */
function byStep<T extends Ordered>(files: readonly T[]): Map<string, T[]> {
  const steps = new Map<string, T[]>();
  for (const file of files) {
    const [step = ''] = file.rel.split('/');
    const held = steps.get(step);
    if (held) held.push(file);
    else steps.set(step, [file]);
  }
  return steps;
}

function isNamed(rel: string, name: string): boolean {
  const wanted = name.normalize('NFC').replace(/^\.\//, '').replace(/\/$/, '');
  return rel === wanted || rel.replace(/\.md$/i, '') === wanted || rel.startsWith(`${wanted}/`);
}

function withPartPage<T extends Ordered>(file: T, files: readonly T[]): T[] {
  const folder = /^[^/]+\//.exec(file.rel)?.[0];
  const page = files.find(({ rel }) => folder !== undefined && rel.startsWith(folder) && isPartPage(rel));
  return page ? [page, file] : [file];
}

const missing = ({ name, place }: Listed, files: readonly Ordered[], path: string): Message =>
  error('chapters:missing', `\`chapters\` names \`${name}\`, and there is no such file or folder`, {
    path,
    place,
    ...didYouMean(
      name,
      files.map(({ rel }) => rel),
    ),
  });

const twice = ({ name, place }: Listed, path: string): Message =>
  warning('chapters:twice', `\`chapters\` names \`${name}\` twice`, {
    path,
    place,
  });
