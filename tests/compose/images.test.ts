/** Images and the cover: what is asked for, what comes in, what is said of the rest. */
import type { FoundFile } from '../../src/types.js';
import { compose, imageRequests } from '../../src/compose/index.js';
import { toXhtml } from '../../src/output/epub/xhtml.js';
import { book, generated, print, printOne, section } from './book.js';

const DRAWING = {
  bytes: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="3" height="4"/>'),
};
const found = (...files: string[]): Map<string, FoundFile> => new Map(files.map((file) => [file, DRAWING]));
describe('the cover', () => {
  const cover = { url: 'art/Cover.SVG', path: 'manuscripts/book/book.md' };

  test('is an image of its own document, which names the asset', () => {
    const { value, messages } = compose(
      book([generated('cover', { title: 'Cover' })], { cover }),
      found('art/Cover.SVG'),
      { coverText: 'The Book by Ada Byron' },
    );
    const [document] = value.documents;
    expect(messages).toEqual([]);
    expect(value.assets).toMatchObject([
      { href: 'images/cover.svg', mediaType: 'image/svg+xml', width: 3, height: 4 },
    ]);
    expect(document).toMatchObject({ title: 'Cover', headings: [], data: { image: 'images/cover.svg' } });
    expect(document && toXhtml(document.body)).toBe(
      '<div class="cover"><img src="../images/cover.svg" alt="Cover: The Book by Ada Byron" width="3" height="4"/></div>',
    );
  });

  const drawnCover = { bytes: Uint8Array.of(0x89, 0x50), width: 1200, height: 1920, theme: 'plain' };

  test('that is missing is a message where it is named, and has no page', () => {
    const place = { line: 4, column: 8 };
    const made = book([generated('cover', { title: 'Cover' })], { cover: { ...cover, place } });
    const { messages, documents } = print(made);
    expect(messages).toMatchObject([{ id: 'image:missing', severity: 'error', path: cover.path, place }]);
    expect(documents).toEqual([]);
  });

  test('that is missing is replaced by the one that was drawn', () => {
    const made = book([generated('cover', { title: 'Cover' })], { cover });
    const { value, messages } = compose(made, new Map(), { drawnCover });
    expect(messages).toMatchObject([{ id: 'image:missing' }]);
    expect(value.assets).toEqual([
      {
        href: 'images/cover.png',
        mediaType: 'image/png',
        bytes: drawnCover.bytes,
        width: 1200,
        height: 1920,
      },
    ]);
    expect(value.documents).toMatchObject([{ data: { image: 'images/cover.png' } }]);
  });

  test('that was drawn never takes the name of an image of the book', () => {
    const one = section('one.md', '![a](cover.svg)');
    const { value } = compose(book([generated('cover'), one]), found('cover.svg'), { drawnCover });
    expect(value.assets.map(({ href }) => href).sort()).toEqual([
      'images/cover-page.png',
      'images/cover.svg',
    ]);
  });
});

describe('imageRequests', () => {
  const requested = (rel: string, markdown: string): string[] =>
    imageRequests(book([section(rel, markdown)])).map(({ file }) => file);

  test.each([
    ['![a](a.png)', ['part/a.png']],
    ['![a](../img/a%20b.png?x#y)', ['img/a b.png']],
    ['![a](<..\\img\\a.png>)', ['img/a.png']],
    ['![a][r] ![b][R]\n\n[r]: r.png\n[x]: unused.png', ['part/r.png', 'part/r.png']],
    [
      '<img alt="a > b" src="a.png"/> <IMG SRC=\'b.png\'> <img src=c.png> <img data-src="d.png">',
      ['part/a.png', 'part/b.png', 'part/c.png'],
    ],
    [
      '![a](../../a.png) ![a](/a.png) ![a](file:///a.png) ![a](C:/a.png) ![a](//h/a.png) ![a](https://h/a.png) ![a](..%2f..%2fa.png)',
      [],
    ],
    ['[^n]\n\n[^n]: ![a](n.png)', ['part/n.png']],
  ])('%s', (markdown, files) => {
    expect(requested('part/one.md', markdown)).toEqual(files);
  });

  test('say where the image is asked for, and begin with the cover', () => {
    const cover = { url: './c.png', path: 'book.md' };
    const one = section('one.md', 'x ![a](a.png)');
    expect(imageRequests(book([one], { cover }))).toEqual([
      { file: 'c.png', path: 'book.md' },
      { file: 'a.png', path: 'manuscripts/book/one.md', place: { line: 1, column: 3 } },
    ]);
  });

  test('are what compose looks for', () => {
    const made = book([
      section('part/one.md', '![a](../a.svg)\n\n<img src="b%20c.svg" alt="b">\n\n![c][r]\n\n[r]: d.svg'),
    ]);
    const { messages } = compose(made, found(...imageRequests(made).map(({ file }) => file)));
    expect(messages).toEqual([]);
  });
});

describe('images', () => {
  test('with one name in two folders are named by their folder, in whatever order they are used', () => {
    const files = found('a/map.svg', 'b/map.svg', 'b/\u00C9t\u00E9.svg');
    const hrefs = (markdown: string) =>
      compose(book([section('one.md', markdown)]), files)
        .value.assets.map(({ href }) => href)
        .sort();
    const expected = ['images/a-map.svg', 'images/b-map.svg', 'images/ete.svg'];
    expect(hrefs('![x](a/map.svg) ![x](b/map.svg) ![x](b/%C3%89t%C3%A9.svg)')).toEqual(expected);
    expect(hrefs('![x](b/%C3%89t%C3%A9.svg) ![x](b/map.svg) ![x](a/map.svg)')).toEqual(expected);
  });

  test.each([
    ['width="50%"', 'class="width-50"'],
    ['style="float: left; width: 52%"', 'class="width-50"'],
    ['width="100%"', 'width="3" height="4"'],
    ['width="30"', 'width="30" height="40"'],
    ['style="max-width: 6px;"', 'width="6" height="8"'],
  ])('of HTML are as wide as %s says', (attribute, expected) => {
    const made = book([section('one.md', `<img src="a.svg" alt="A" ${attribute}>`)]);
    const { value, messages } = compose(made, found('a.svg'));
    expect(value.documents[0] && toXhtml(value.documents[0].body)).toContain(expected);
    expect(messages).toEqual([]);
  });

  test('that cannot be shown leaves its id to its words', () => {
    const { xhtml } = printOne('[To it](#map)\n\nSee ![the map](map.png){#map}.');
    expect(xhtml).toContain('<span class="missing-image" id="map">the map</span>');
  });

  test('without words that cannot be shown takes the links to it along', () => {
    const { xhtml, messages } = printOne('[To it](#map)\n\nSee ![](map.png){#map}.');
    expect(xhtml).toContain('>To it</p>');
    expect(messages.map(({ id }) => id)).toEqual(expect.arrayContaining(['image:missing', 'link:dead']));
  });

  test.each(['missing', 'outside', 'unreadable', 'too-large'] as const)(
    'that are %s leave their description',
    (problem) => {
      const made = book([section('one.md', 'See ![the map](a.png).')]);
      const { value, messages } = compose(made, new Map([['a.png', { problem }]]));
      expect(messages).toMatchObject([
        { id: `image:${problem}`, severity: 'error', place: { line: 1, column: 5 } },
      ]);
      expect(value.assets).toEqual([]);
      expect(value.documents[0] && toXhtml(value.documents[0].body)).toContain(
        'See <span class="missing-image">the map</span>.',
      );
    },
  );
});

describe('a picture in its own address', () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="4"/>';
  const base64 = `data:image/svg+xml;base64,${btoa(drawing)}`;
  const escaped = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
  const made = (markdown: string) => {
    const one = book([section('a.md', markdown)]);
    const asked = imageRequests(one).flatMap(({ file, bytes }): [string, FoundFile][] =>
      bytes ? [[file, { bytes }]] : [],
    );
    const { value, messages } = compose(one, new Map(asked));
    return { ...value, messages };
  };

  test.each([
    ['a definition', `# A\n\n![dot][i]\n\n[i]: <${base64}>`],
    ['Markdown', `# A\n\n![dot](${base64})`],
    ['HTML', `# A\n\n<img alt="dot" src="${base64}">`],
    ['HTML, percent-encoded', `# A\n\n<img alt="dot" src="${escaped}">`],
  ])('of %s becomes a file, named by its content', (_, markdown) => {
    const { messages, assets, documents } = made(markdown);
    expect(messages).toEqual([]);
    expect(assets).toMatchObject([{ mediaType: 'image/svg+xml', width: 3, height: 4 }]);
    expect(assets[0]?.href).toMatch(/^images\/picture-[\da-f]{12}\.svg$/);
    expect(JSON.stringify(documents)).not.toContain('data:');
  });

  test('is one file wherever it stands', () => {
    expect(made(`# A\n\n![dot](${base64})\n\n![dot](${escaped})`).assets).toHaveLength(1);
  });

  test('is known by its content, not by what its address says', () => {
    const { messages, assets } = made('# A\n\n![dot](data:image/png;base64,AAAA)');
    expect(messages).toMatchObject([{ id: 'image:not-an-image' }]);
    expect(assets).toEqual([]);
  });
});

test('of a link in a drawing it is said that the drawing stays', () => {
  const bytes = new TextEncoder().encode(
    '<svg xmlns="http://www.w3.org/2000/svg"><a href="https://example.org"><path d="M0 0h9"/></a></svg>',
  );
  const { messages } = print(
    book([section('a.md', '# A\n\n![dot](a.svg)')]),
    new Map([['a.svg', { bytes }]]),
  );
  expect(messages).toMatchObject([{ id: 'image:svg-removed' }]);
  expect(messages[0]?.reason).toMatch(/the link was left out, and what is drawn in it stays$/);
});
