/** Elements that no book holds among Markdown: they take with them what they enclose, and nothing else. */
import { book, endnotes, print, printOne, section } from './book.js';

const NAMES =
  'audio canvas iframe math noembed object option script select style svg template textarea title video xmp';

describe.each(NAMES.split(' '))('<%s>', (name) => {
  test('that nothing closes loses its tag, and no text and no note', () => {
    for (const before of [
      `a <${name}> b`,
      `<${name}>\n\nb`,
      `*a <${name}> b*`,
      `[a <${name}> b](javascript:x)`,
    ]) {
      // A block of these goes on to its end tag or to the end of the text.
      if (before.startsWith('<') && /^(?:script|style|textarea)$/.test(name)) continue;
      const one = section('one.md', `${before}[^n] c\n\nd\n\n[^n]: A note.`);
      const { xhtml, messages } = print(book([one, endnotes()]));
      const said = messages.filter(({ id }) => id !== 'link:scheme');
      expect(said).toMatchObject([{ id: 'html:unclosed', reason: `\`<${name}>\` is never closed` }]);
      expect(xhtml['text/notes.xhtml']).toContain('href="one.xhtml#noteref-1"');
      expect(xhtml['text/one.xhtml']).toMatch(/<sup>1<\/sup><\/a> c<\/p>\s*<p[^>]*>d<\/p>/);
    }
  });

  test('round Markdown goes with it, but for a note', () => {
    const one = section('one.md', `a <${name}>b[^n] *c*</${name}> d\n\ne\n\n[^n]: A note.`);
    const { xhtml, messages } = print(book([one, endnotes()]));
    expect(messages).toMatchObject([
      { id: 'html:removed', reason: expect.stringContaining(`<${name}>`) as string },
    ]);
    expect(xhtml['text/one.xhtml']).toMatch(
      />a <a class="noteref"[^>]*><sup>1<\/sup><\/a> d<\/p>\s*<p[^>]*>e<\/p>/,
    );
  });

  test('closed at once leaves what follows', () => {
    const { xhtml } = printOne(`a <${name}/> b\n\nc`);
    expect(xhtml).toMatch(/>a {1,2}b<\/p>\s*<p[^>]*>c<\/p>/);
  });
});

test('`<plaintext>`, which nothing can close, takes nothing with it', () => {
  const { xhtml, messages } = printOne('<plaintext>\n\na *b*\n\n## C');
  expect(messages.map(({ id }) => id)).toEqual(['html:unclosed']);
  expect(xhtml).toMatch(/<p[^>]*>a <em>b<\/em><\/p>\s*<h1[^>]*>C<\/h1>/);
});

test('tags in what is text to the parser are none', () => {
  const { messages } = printOne('<script>"<video>"</script>\n\na <style>b</style> c');
  expect(messages.map(({ id }) => id)).toEqual(['html:removed', 'html:removed']);
});

test.each('caption col colgroup tbody td th thead tr'.split(' '))(
  '`<%s>` outside a table takes nothing with it',
  (name) => {
    const { xhtml } = printOne(`# One\n\n<${name}>\n\na *b*[^n]\n\nc\n\n[^n]: A note.`);
    expect(xhtml).toMatch(/<p[^>]*>a <em>b<\/em>[\s\S]*<\/p>\s*<p[^>]*>c<\/p>/);
  },
);
