/** Marks of other tools in a text: captions with markup, contents, line ends of HTML, and what is said of the rest. */
import { parseMarkdown } from '../../src/input/markdown.js';
import { book, endnotes, print, section } from './book.js';

const PATH = 'manuscripts/book/one.md';

function printed(text: string) {
  const { value, messages: read } = parseMarkdown(text, { path: PATH, line: 1, offset: 0 });
  const { xhtml, messages } = print(book([{ ...section('one.md', ''), tree: value }, endnotes()]));
  const body = (xhtml['text/one.xhtml'] ?? '').replaceAll(/ (?:id="p-[^"]*"|class="first")/g, '');
  return { body, messages: [...read, ...messages] };
}

describe('a caption in the title of a picture', () => {
  const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=';

  test.each([
    ['The *bay*', 'The <em>bay</em>'],
    ['Fish &amp;amp; chips', 'Fish &amp; chips'],
    ['H<sub>2</sub>O', 'H<sub>2</sub>O'],
  ])('has markup: %s', (title, expected) => {
    const { body } = printed(`![A map](${PICTURE} "${title}")`);
    expect(body).toContain(`<figcaption>${expected}</figcaption></figure>`);
  });

  test('has notes', () => {
    const { body, messages } = printed(`![A map](${PICTURE} "The bay[^1]")\n\n[^1]: By day.`);
    expect(body).toMatch(/<figcaption>The bay<a [^>]*epub:type="noteref"/);
    expect(messages.map(({ id }) => id)).not.toContain('note:unused');
  });

  test('is text where it has none', () => {
    expect(printed(`![A map](${PICTURE} "1. The bay * M*A*S*H")`).body).toContain('1. The bay * M*A*S*H');
  });
});

test.each(['<br>', '<br/>\n', '  \n'])('spaces behind the line end %j set a line in', (end) => {
  expect(printed(`The wind was high,${end}&emsp;the sea was low.`).body).toContain(
    '<span class="line in-1">the sea was low.',
  );
});

describe('a mark that stands for the contents', () => {
  test.each([
    '[TOC]',
    '[toc]',
    '[[toc]]',
    '[[_TOC_]]',
    '[[TOC]]',
    '[TOC levels=1-2]',
    '{:toc}',
    '{{TOC}}',
    '{{TOC:2-3}}',
    '${toc}',
    '@[toc](Contents)',
    '\\tableofcontents',
    '* TOC\n{:toc}',
    '1. Contents\n{:toc .large}',
  ])('%j is left out, and a message tells', (mark) => {
    const { body, messages } = printed(`A.\n\n${mark}\n\nB.`);
    expect(body).toContain('<p>A.</p>\n<p>B.</p>');
    expect(messages).toMatchObject([{ id: 'markdown:contents', severity: 'info', place: { line: 3 } }]);
  });

  test.each(['[TOC] and more', 'toc', '* TOC', '`[TOC]`', '\\[TOC]'])('%j is text', (text) => {
    expect(printed(text).messages).toEqual([]);
  });

  test('is a link where there is such an address', () => {
    expect(printed('[TOC]\n\n[toc]: https://example.com').body).toContain('href="https://example.com/"');
  });
});

describe('what nothing read is told of', () => {
  test.each([
    ['He smiled :smile: and left.', ':smile:', 'emoji'],
    ['Well done :+1:', ':+1:', 'emoji'],
    ['See @fig:map.', '@fig:map', 'cross-reference'],
    ['See @sec-two.', '@sec-two', 'cross-reference'],
    ['See \\@ref(fig:map).', '@ref(fig:map)', 'cross-reference'],
    ['![[map.png]]', '![[map.png]]', 'wiki'],
    ['See [[the quay|it]].', '[[the quay|it]]', 'wiki'],
    ['A <span @click="go">word</span>.', '<span @click="go">', 'tag of HTML'],
    ['A <a href="x"title="y">word</a>.', '<a href="x"title="y">', 'tag of HTML'],
  ])('%s', (text, marks, kind) => {
    const told = printed(text).messages.filter(({ id }) => id === 'markdown:left-over');
    expect(told[0]?.reason).toMatch(new RegExp(`looks like (?:an?|the) .*${kind}`));
    expect(told[0]?.reason.replaceAll(/[\u201C\u201D]/g, '"')).toContain(marks);
  });

  test.each([
    'At 10:30:15 the ratio was 3:2:1, and a:b:c too.',
    'Write to ann@example.com or @figaro.',
    'If a < b and c > d, or <3.',
    'Dialogue ::: Action: go: now.',
    '`:smile:` and \\:smile:',
  ])('nothing is said of %s', (text) => {
    expect(printed(text).messages).toEqual([]);
  });
});
