/** Languages and kinds of page that a configuration adds. */
import { KINDS, withKinds } from '../book/kinds.js';
import { localeOf, withLocales } from '../locales/index.js';
import { once } from '../memo.js';
import type { Locale, SectionKind } from '../types.js';
import type { ConfigKind, ConfigLanguage, LoadedConfig } from './types.js';

/** What a work gives with the languages and the kinds of a configuration; it must not wait. */
export function withConventions<T>(config: LoadedConfig | undefined, work: () => T): T {
  if (!config) return work();
  const { locales, kinds } = config;
  const named = locales.size > 0 ? () => withLocales(locales, work) : work;
  return kinds ? withKinds(kinds, named) : named();
}

/** What plugins, rules, checks and kinds may be called. */
export const NAME = /^[a-z][a-z\d]*(?:-[a-z\d]+)*$/;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): boolean => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isByName = (value: unknown): boolean => isObject(value) && Object.values(value).every(isText);
const isPair = (value: unknown): boolean => isTexts(value) && (value as string[]).length === 2;
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isKnownTag = (value: unknown): boolean =>
  isText(value) && isTag(value as string) && localeOf(value as string).language !== 'und';

const isTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

/** Not those that the build makes or fills, and not what holds chapters. */
const isModel = ({ kind, names, filled }: SectionKind): boolean =>
  names.length > 0 && !filled && kind !== 'part';
const LIKE = new Map(KINDS.filter(isModel).map((row) => [row.kind, row]));
const ORDER = new Map(KINDS.map((row, index) => [row.kind, index]));

type Fields = Readonly<Record<string, readonly [isRight: (value: unknown) => boolean, expected: string]>>;

const QUOTES: Fields = {
  outer: [isPair, 'two marks'],
  inner: [isPair, 'two marks'],
  space: [isText, 'a text'],
  goesOn: [(value) => value === true, '`true`'],
};

const isDash = (value: unknown): boolean =>
  isObject(value) &&
  isText(value['mark']) &&
  (isFlag(value['spaced']) || value['spaced'] === 'paired') &&
  (value['broken'] === undefined || isText(value['broken']));

const isDates = (value: unknown): boolean =>
  isByName(value) && ['day', 'month', 'months'].every((key) => Object.hasOwn(value as object, key));

const LANGUAGE: Fields = {
  like: [isKnownTag, 'the tag of a language that Octavo knows'],
  quotes: [
    (value) => isObject(value) && Object.keys(value).every((key) => isField(QUOTES, key, value[key])),
    '`{ outer: ["«", "»"], inner: ["“", "”"] }`',
  ],
  dash: [isDash, '`{ mark: "–", spaced: true }`'],
  dialogue: [isText, 'a text'],
  spaceBefore: [isByName, 'spaces by mark'],
  bound: [isTexts, 'a list of words'],
  ranges: [isTexts, 'a list of words'],
  says: [isTexts, 'a list of words'],
  leaning: [isText, 'a text'],
  dates: [isDates, '`{ day: "{day} {month} {year}", month: "{month} {year}", months: "…" }`'],
  terms: [isByName, 'words by their English keys'],
};

const KIND: Fields = {
  like: [(value) => LIKE.has(String(value)), `one of ${[...LIKE.keys()].join(', ')}`],
  after: [(value) => ORDER.has(String(value)), `one of ${[...ORDER.keys()].join(', ')}`],
  toc: [isFlag, '`true` or `false`'],
  lined: [isFlag, '`true` or `false`'],
  names: [isTexts, 'a list of names'],
};

const isField = (fields: Fields, key: string, value: unknown): boolean =>
  Object.hasOwn(fields, key) && fields[key]?.[0](value) === true;

/** What is wrong with the languages of a configuration, each as a sentence. */
export const languageProblems = (value: unknown): string[] =>
  problems('locales', value, LANGUAGE, (tag) => (isTag(tag) ? undefined : 'no language tag (BCP 47)'));

/** What is wrong with the kinds of a configuration, each as a sentence. */
export const kindProblems = (value: unknown): string[] => [
  ...problems('kinds', value, KIND, (name) => {
    if (ORDER.has(name)) return 'a kind of Octavo’s own already';
    return NAME.test(name) ? undefined : 'no name in small letters, digits and hyphens';
  }),
  ...Object.entries(isObject(value) ? value : {}).flatMap(([name, kind]) =>
    isObject(kind) && kind['like'] === undefined
      ? [`\`kinds.${name}\` does not say which kind it is \`like\``]
      : [],
  ),
];

function problems(
  slot: string,
  value: unknown,
  fields: Fields,
  nameProblem: (name: string) => string | undefined,
): string[] {
  if (!isObject(value)) return [`\`${slot}\` of the configuration has to be an object of objects, by name`];
  return Object.entries(value).flatMap(([name, row]) => {
    const wrong = nameProblem(name);
    if (wrong !== undefined) return [`\`${name}\` in \`${slot}\` is ${wrong}`];
    if (!isObject(row)) return [`\`${slot}.${name}\` has to be an object`];
    return Object.entries(row).flatMap(([key, given]) => {
      const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (!field)
        return [`\`${slot}.${name}\` has no key \`${key}\`; there are ${list(Object.keys(fields))}`];
      const [isRight, expected] = field;
      return isRight(given) ? [] : [`\`${slot}.${name}.${key}\` has to be ${expected}`];
    });
  });
}

const list = (names: readonly string[]): string => names.map((one) => `\`${one}\``).join(', ');

/**
 * The languages of a configuration that was found right, by their tags in lower case: the same for what one module
 * exports, so that what is kept by a language stays good from build to build.
 */
export const localesOf = once(
  (given: Readonly<Record<string, ConfigLanguage>>): ReadonlyMap<string, Locale> =>
    new Map(Object.entries(given).map(([tag, own]) => [tag.toLowerCase(), localeFrom(tag, own)])),
);

function localeFrom(tag: string, { like = tag, quotes, terms, says, ...plain }: ConfigLanguage): Locale {
  const base = localeOf(like);
  return {
    ...base,
    ...plain,
    language: tag,
    quotes: { ...base.quotes, ...quotes },
    terms: { ...base.terms, ...terms },
    borrowed: base.borrowed.filter((key) => !Object.hasOwn(terms ?? {}, key)),
    says: says ? new Set(says) : base.says,
  };
}

/** All kinds in standing order, with those of a configuration that was found right; nothing where it adds none. */
export const kindsOf = once(
  (given: Readonly<Record<string, ConfigKind>>): readonly SectionKind[] | undefined => {
    const rows = Object.entries(given);
    if (rows.length === 0) return undefined;
    const behind = (kind: string): SectionKind[] =>
      rows.filter(([, { like, after = like }]) => after === kind).map(([name, own]) => kindFrom(name, own));
    return KINDS.flatMap((row) => [row, ...behind(row.kind)]);
  },
);

/** Those of a configuration's kinds that it added. */
export const addedKinds = ({ kinds = [] }: LoadedConfig): string[] =>
  kinds.flatMap(({ kind, like }) => (like === undefined ? [] : [kind]));

function kindFrom(kind: string, own: ConfigKind): SectionKind {
  const model = LIKE.get(own.like) as SectionKind;
  const row: SectionKind = {
    ...model,
    kind,
    like: own.like,
    toc: own.toc ?? model.toc,
    names: [kind, ...(own.names ?? [])],
  };
  // Landmarks and the guide name one page of a book each.
  delete row.landmark;
  delete row.guide;
  if (own.lined === true) row.lined = true;
  if (own.lined === false) delete row.lined;
  return row;
}
