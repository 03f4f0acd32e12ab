import type { ElementContent } from 'hast';
import { kindOf } from '../../src/book/kinds.js';
import { localeOf } from '../../src/locales/index.js';
import { packageBook } from '../../src/package/index.js';
import type { Book, BookMetadata, ContentDocument, PackageMeta } from '../../src/types.js';

const METADATA: BookMetadata = {
  slug: 'the-ferry',
  title: 'The Ferry',
  authors: [{ name: 'Ann Lee', role: 'aut' }],
  contributors: [],
  byline: [],
  language: 'en',
  identifier: 'urn:uuid:1',
  subjects: [],
  modified: '2026-01-01T00:00:00Z',
};

const book = (metadata: Partial<BookMetadata> = {}, tocDepth = 1): Book => ({
  path: 'manuscripts/the-ferry',
  root: '/nowhere',
  metadata: { ...METADATA, ...metadata },
  locale: localeOf('en'),
  tocDepth,
  notes: 'book',
  citations: 'author-date',
  sections: [],
});

const document = (kind: string, id: string, more: Partial<ContentDocument> = {}): ContentDocument => ({
  id,
  href: `text/${id}.xhtml`,
  path: `${id}.md`,
  kind: kindOf(kind),
  title: id,
  authors: [],
  language: 'en',
  direction: 'ltr',
  toc: kindOf(kind).toc,
  body: { type: 'root', children: [] },
  headings: [],
  data: {},
  properties: [],
  ...more,
});

const make = (documents: ContentDocument[], metadata: Partial<BookMetadata> = {}, depth = 1) =>
  packageBook(
    book(metadata, depth),
    { documents, assets: [], leftOut: [] },
    { styles: [{ href: 'style.css', css: '' }] },
  );

const values = (metadata: PackageMeta[], name: string) =>
  metadata
    .filter((meta) => (meta.attributes.property ?? meta.attributes.name ?? meta.name) === name)
    .map((meta) => meta.value ?? meta.attributes.content);

test('parts hold their chapters in the contents', () => {
  const made = make([
    document('part', 'one'),
    document('chapter', 'a', { part: 'one' }),
    document('part', 'two'),
    document('chapter', 'b', { part: 'two' }),
    document('afterword', 'after'),
  ]);
  const shape = made.nav.map(({ title, children }) => [title, children.map((child) => child.title)]);
  expect(shape).toEqual([
    ['one', ['a']],
    ['two', ['b']],
    ['after', []],
  ]);
});

test('the page breaks of a printed edition are listed in reading order', () => {
  const pages = (id: string) => ({ pages: [{ id: `page-${id}`, label: id }] });
  const made = make([
    document('foreword', 'before', pages('iv')),
    document('chapter', 'a'),
    document('chapter', 'b', pages('12')),
  ]);
  expect(made.pages).toEqual([
    { label: 'iv', type: 'front', href: 'text/before.xhtml#page-iv' },
    { label: '12', type: 'normal', href: 'text/b.xhtml#page-12' },
  ]);
});

test('headings nest to the depth that is asked for', () => {
  const headings = [
    { id: 't', text: 'T', level: 1 },
    { id: 'x', text: 'X', level: 2 },
    { id: 'y', text: 'Y', level: 3 },
    { id: 'z', text: 'Z', level: 2 },
  ];
  const nav = make([document('chapter', 'a', { headings })], {}, 3).nav;
  expect(nav[0]?.children.map(({ title, children }) => [title, children.length])).toEqual([
    ['X', 1],
    ['Z', 0],
  ]);
  expect(nav[0]?.children[0]?.href).toBe('text/a.xhtml#x');
  expect(make([document('chapter', 'a', { headings })]).nav[0]?.children).toEqual([]);
});

test('a book with nothing to list still lists where it begins', () => {
  const made = make([document('title-page', 'title-page'), document('chapter', 'a', { toc: false })]);
  expect(made.nav).toEqual([{ title: 'The Ferry', href: 'text/a.xhtml', children: [] }]);
});

test('each landmark stands once, and the guide names where the text starts', () => {
  const made = make([
    document('title-page', 'title-page'),
    document('contents', 'contents'),
    document('dedication', 'dedication'),
    document('chapter', 'a'),
    document('chapter', 'b'),
    document('endnotes', 'endnotes'),
  ]);
  expect(made.landmarks.map(({ type, href }) => [type, href])).toEqual([
    ['titlepage', 'text/title-page.xhtml'],
    ['toc', 'toc.xhtml'],
    ['bodymatter', 'text/a.xhtml'],
    ['endnotes', 'text/endnotes.xhtml'],
  ]);
  expect(made.guide.find(({ type }) => type === 'text')?.href).toBe('text/a.xhtml');
  expect(made.spine.map(({ idref }) => idref).slice(0, 3)).toEqual([
    'doc-title-page',
    'nav',
    'doc-dedication',
  ]);
});

test('nothing is printed empty, and everything that refines something refines what is there', () => {
  const { metadata } = make([document('chapter', 'a')], {
    subtitle: 'Or, Rain',
    series: { name: 'River', number: 2 },
  });
  const ids = metadata.map((meta) => meta.attributes.id).filter((id) => id !== undefined);
  for (const { attributes, value } of metadata) {
    expect(value).not.toBe('');
    if (attributes.refines) expect(ids).toContain(attributes.refines.slice(1));
  }
  expect(new Set(ids).size).toBe(ids.length);
  expect(values(metadata, 'calibre:series_index')).toEqual(['2']);
  expect(values(metadata, 'dc:description')).toEqual([]);
});

test('accessibility metadata say what is in the book', () => {
  const image = (alt: string) => ({
    type: 'element' as const,
    tagName: 'img',
    properties: { alt },
    children: [],
  });
  const withImage = (alt: string) =>
    make([document('chapter', 'a', { body: { type: 'root', children: [image(alt)] } })]).metadata;
  expect(values(withImage('A ferry'), 'schema:accessibilityFeature')).toContain('alternativeText');
  expect(values(withImage('A ferry'), 'schema:accessModeSufficient')).toEqual(['textual,visual', 'textual']);
  expect(values(withImage(''), 'schema:accessibilityFeature')).not.toContain('alternativeText');
  expect(values(withImage(''), 'schema:accessMode')).toEqual(['textual']);
  const cover = document('cover', 'cover', { body: { type: 'root', children: [image('A ferry')] } });
  const covered = make([cover, document('chapter', 'a')]).metadata;
  expect(values(covered, 'schema:accessMode')).toEqual(['textual']);
  expect(values(covered, 'schema:accessibilityFeature')).not.toContain('alternativeText');
  expect(values(make([document('chapter', 'a')]).metadata, 'schema:accessMode')).toEqual(['textual']);
});

test('an ISBN says what it is', () => {
  const about = (identifier: string) =>
    make([document('chapter', 'a')], { identifier }).metadata.filter(
      ({ attributes }) => attributes.property === 'identifier-type',
    );
  expect(about('urn:isbn:9780306406157')).toEqual([
    {
      name: 'meta',
      value: '15',
      attributes: { refines: '#book-id', scheme: 'onix:codelist5', property: 'identifier-type' },
    },
  ]);
  expect(about('urn:isbn:0306406152').map(({ value }) => value)).toEqual(['02']);
  expect(about('urn:uuid:1')).toEqual([]);
});

describe('pages of a printed edition', () => {
  const pages = [
    { id: 'page-iv', label: 'iv' },
    { id: 'page-12', label: '12' },
    { id: 'page-plate-3', label: 'plate 3' },
  ];

  test('none stands in the page of contents, which has its title alone', () => {
    expect(make([document('contents', 'contents', { pages }), document('chapter', 'a')]).pages).toEqual([]);
  });

  test('are listed by their sort', () => {
    expect(make([document('chapter', 'a', { pages })]).pages).toEqual([
      { label: 'iv', type: 'front', href: 'text/a.xhtml#page-iv' },
      { label: '12', type: 'normal', href: 'text/a.xhtml#page-12' },
      { label: 'plate 3', type: 'special', href: 'text/a.xhtml#page-plate-3' },
    ]);
  });

  test('name the edition that they are of, or none', () => {
    const source = (metadata: Partial<BookMetadata>, documents = [document('chapter', 'a', { pages })]) =>
      values(make(documents, metadata).metadata, 'pageBreakSource');
    expect(source({ printed: 'urn:isbn:9780306406157' })).toEqual(['urn:isbn:9780306406157']);
    expect(source({})).toEqual(['none']);
    expect(source({ printed: 'The first edition' }, [document('chapter', 'a')])).toEqual([]);
  });
});

test('a book in Hebrew runs from right to left', () => {
  expect(make([document('chapter', 'a')], { language: 'he' }).direction).toBe('rtl');
  expect(make([document('chapter', 'a')]).direction).toBe('ltr');
});

test('the guide names the first page of each sort, and no story’s own', () => {
  const made = make([
    document('dedication', 'for-a-story', { story: 'a' }),
    document('dedication', 'for-the-book'),
    document('chapter', 'a'),
    document('glossary', 'glossary'),
  ]);
  expect(made.guide.map(({ type, href }) => [type, href])).toEqual([
    ['dedication', 'text/for-the-book.xhtml'],
    ['glossary', 'text/glossary.xhtml'],
    ['text', 'text/a.xhtml'],
  ]);
});

test('the contents page is called as its author calls it', () => {
  expect(make([document('contents', 'contents', { title: 'What Is in It' })]).contents).toBe('What Is in It');
  expect(make([document('chapter', 'a')]).contents).toBe('Contents');
});

test('a summary says only what the other terms cannot: how many images want words', () => {
  const image = (alt?: string): ElementContent => ({
    type: 'element',
    tagName: 'img',
    properties: { src: 'a.png', alt },
    children: [],
  });
  const said = (...images: ElementContent[]) =>
    values(
      make([document('chapter', 'a', { body: { type: 'root', children: images } })]).metadata,
      'schema:accessibilitySummary',
    );
  expect([said(), said(image('A ferry')), said(image())]).toEqual([
    ['The text holds no images.'],
    ['1 of 1 images have a description in words.'],
    ['0 of 1 images have a description in words.'],
  ]);
});

test('who vouches for a claim is named with it, and not without', () => {
  const certifier = { name: 'Ann Lee', credential: 'Proof-reader', report: 'https://example.com/report' };
  const said = (metadata: Partial<BookMetadata>) =>
    make([document('chapter', 'a')], metadata)
      .metadata.map(({ value, attributes }) => [
        attributes.property ?? attributes.rel,
        value ?? attributes.href,
      ])
      .filter(([property]) => property?.startsWith('a11y:'));
  expect(said({ 'certified-by': certifier })).toEqual([]);
  expect(said({ conforms: 'X', 'certified-by': certifier, exemption: 'eaa-microenterprise' })).toEqual([
    ['a11y:certifiedBy', 'Ann Lee'],
    ['a11y:certifierCredential', 'Proof-reader'],
    ['a11y:certifierReport', 'https://example.com/report'],
    ['a11y:exemption', 'eaa-microenterprise'],
  ]);
});

test('a standard is claimed only where the author claims it', () => {
  const claimed = 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA';
  const claims = (metadata: Partial<BookMetadata>) =>
    values(make([document('chapter', 'a')], metadata).metadata, 'dcterms:conformsTo');
  expect([claims({ conforms: claimed }), claims({})]).toEqual([[claimed], []]);
});
