/** Languages and kinds of page that a configuration adds. */
import { expectedText, proveText } from '../../src/proof/text.js';
import { epub } from '../../src/output/epub/index.js';
import { readTemplates } from '../../src/io/templates.js';
import { localeOf } from '../../src/locales/index.js';
import { runStages, type Stages } from '../../src/pipeline/stages.js';
import { withConventions } from '../../src/plugins/conventions.js';
import type { OctavoConfig } from '../../src/plugins/types.js';
import { rawBook, ready, told } from './config.js';
import { textOf } from './printed.js';

const CATALAN: OctavoConfig = {
  locales: {
    ca: {
      like: 'es',
      quotes: { outer: ['«', '»'], inner: ['“', '”'], space: '' },
      bound: ['sr.'],
      terms: { titlePage: 'Portadella', chapter: 'Capítol', dedication: 'Dedicatòria' },
    },
  },
};
const book = (language: string, more = '') => ({
  'book.md': `---\ntitle: Marea\nauthor: Anna\nlanguage: ${language}\ncover: false\nfonts: false\ndate: 2026-01-01\n${more}---\n`,
});

async function built(config: OctavoConfig, files: Record<string, string>): Promise<Stages> {
  const { value, messages } = ready(config);
  if (!value) throw new Error(JSON.stringify(messages));
  return runStages(rawBook(files), { config: value });
}

/** The titles of a book's pages in their order. */
const pages = ({ documents = [] }: Stages): [string, string][] =>
  documents.map(({ kind, title }) => [kind.kind, title]);

test('a language that Octavo does not know', async () => {
  const files = { ...book('ca'), '01-u.md': '# U\n\n"Pluja", va dir el sr. Puig.' };
  const stages = await built(CATALAN, files);
  expect(textOf(stages)).toContain('«Pluja», va dir el sr.\u00A0Puig.');
  expect(pages(stages)).toContainEqual(['title-page', 'Portadella']);
  expect(stages.messages.map(({ id }) => id)).not.toContain('typography:unknown-language');
  expect(stages.book?.locale.direction).toBe('ltr');
});

test('a language within a text, and a file named by its title in it', async () => {
  const stages = await built(CATALAN, {
    '01-one.md': '# One\n\n:span["Pluja"]{lang=ca}, she said.',
    'dedicatoria.md': 'To nobody.',
  });
  expect(textOf(stages)).toContain('«Pluja»');
  expect(pages(stages).map(([kind]) => kind)).toContain('dedication');
});

test('words of a language that is known, and nothing else of it', async () => {
  const config = { locales: { en: { terms: { titlePage: 'What This Is' } } } };
  const stages = await built(config, { '01-one.md': '# One\n\n"Rain," she said.' });
  expect(pages(stages)).toContainEqual(['title-page', 'What This Is']);
  expect(textOf(stages)).toContain('“Rain,” she said.');
});

test('what a configuration adds ends with its book', async () => {
  await built(CATALAN, { ...book('ca'), '01-u.md': '# U\n\nPluja.' });
  expect(localeOf('ca').language).toBe('und');
});

test('a page is known by its title in a language of the configuration, with it alone and in every order', async () => {
  const config = { locales: { ca: { like: 'es', terms: { foreword: 'Proemi' } } } };
  const files = { '01-one.md': '# One\n\nText.', 'proemi.md': 'Text.' };
  const kinds: string[][] = [];
  for (const one of [{}, config, {}]) kinds.push(pages(await built(one, files)).map(([kind]) => kind));
  expect(kinds.map((shown) => shown.includes('foreword'))).toEqual([false, true, false]);
});

test('kinds and languages are the same ones from load to load, as long as the file is', () => {
  const [first, second] = [CATALAN, CATALAN].map((config) => ready({ ...config, ...KINDS }).value);
  expect(second?.locales).toBe(first?.locales);
  expect(second?.kinds).toBe(first?.kinds);
});

const KINDS: OctavoConfig = {
  kinds: { warnings: { like: 'epigraph', after: 'imprint', toc: true, names: ['content-warnings'] } },
};

test('a kind of page: its place, its look, its lines, by name and by front matter', async () => {
  const files = {
    '01-one.md': '# One\n\nText.',
    'dedication.md': 'To nobody.',
    'content-warnings.md': '---\ntitle: Before You Read\n---\nRain.\nMore rain.',
  };
  const stages = await built(KINDS, files);
  const shown = pages(stages).map(([kind]) => kind);
  expect(shown.indexOf('warnings')).toBe(shown.indexOf('imprint') + 1);
  expect(shown.indexOf('warnings')).toBeLessThan(shown.indexOf('dedication'));
  expect(told(stages)).toEqual([]);
  const page = stages.documents?.find(({ kind }) => kind.kind === 'warnings');
  expect(page).toMatchObject({ title: 'Before You Read', toc: true, kind: { epubType: 'epigraph' } });
  const asked = await built(KINDS, {
    '01-one.md': '# One\n\nText.',
    'x.md': '---\nkind: warnings\n---\nRain.',
  });
  expect(pages(asked).map(([kind]) => kind)).toContain('warnings');
});

test('the text of a book with kinds of its own is proved', async () => {
  const files = { '01-one.md': '# One\n\nText.', 'warnings.md': 'Rain.\nMore rain.\n\n-- Ann' };
  const stages = await built(KINDS, files);
  const { parsed, typeset } = stages;
  if (!parsed || !typeset || !stages.package) throw new Error(JSON.stringify(stages.messages));
  const bytes = await epub.write(stages.package, await readTemplates());
  const expected = withConventions(stages.config, () => expectedText(parsed, typeset));
  expect(proveText(expected, bytes).filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test.each<[OctavoConfig, string]>([
  [{ locales: { 'not a tag': {} } }, '`not a tag` in `locales` is no language tag (BCP 47)'],
  [
    { locales: { ca: { like: 'xx' } } },
    '`locales.ca.like` has to be the tag of a language that Octavo knows',
  ],
  [
    { locales: { ca: { quotes: { outer: ['«'] } } } } as unknown as OctavoConfig,
    '`locales.ca.quotes` has to be `{ outer: ["«", "»"], inner: ["“", "”"] }`',
  ],
  [{ kinds: { chapter: { like: 'preface' } } }, '`chapter` in `kinds` is a kind of Octavo’s own already'],
  [{ kinds: { maps: {} } } as unknown as OctavoConfig, '`kinds.maps` does not say which kind it is `like`'],
  [{ kinds: { Maps: { like: 'map' } } }, '`Maps` in `kinds` is no name in small letters, digits and hyphens'],
])('%j is refused', (config, reason) => {
  const { value, messages } = ready(config);
  expect(value).toBeUndefined();
  expect(messages.map((one) => one.reason)).toEqual([reason]);
});

test('a key that a language has not names those that it has', () => {
  const config = { locales: { ca: { quote: 1 } } } as unknown as OctavoConfig;
  expect(ready(config).messages[0]?.reason).toMatch(
    /^`locales\.ca` has no key `quote`; there are `like`, `quotes`/,
  );
});
