/**
 * A folder a case in `fixtures/`: the content of a body in, `output.xhtml` out. `UPDATE_FIXTURES=1` writes what comes
 * out, to be read as a diff.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { withSpans } from '../../../src/output/kepub/spans.js';

const root = join(import.meta.dirname, 'fixtures');

const document = (body: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n' +
  '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en">\n' +
  `<head>\n<title>One. Two.</title>\n</head>\n<body epub:type="bodymatter">\n${body}</body>\n</html>\n`;

test.each(readdirSync(root))('%s', (name) => {
  const made = withSpans(document(readFileSync(join(root, name, 'input.xhtml'), 'utf8')));
  const [, body = ''] = /<div id="book-inner">\n([^]*)<\/div><\/div><\/body>/.exec(made) ?? [];
  const path = join(root, name, 'output.xhtml');
  if (process.env['UPDATE_FIXTURES']) writeFileSync(path, body);
  expect(body).toBe(readFileSync(path, 'utf8'));
});

test('what stands round the text: nothing lost, a sheet in the head, two blocks in the body', () => {
  expect(withSpans(document('<p>One.</p>\n'))).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n' +
      '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en">\n' +
      '<head>\n<title>One. Two.</title>\n' +
      '<style type="text/css" class="kobostylehacks">div#book-inner { margin-top: 0; margin-bottom: 0;}</style>\n' +
      '</head>\n<body epub:type="bodymatter"><div id="book-columns"><div id="book-inner">\n' +
      '<p><span class="koboSpan" id="kobo.1.1">One.</span></p>\n</div></div></body>\n</html>\n',
  );
});

test('markup that is not well-formed is never guessed at', () => {
  expect(() => withSpans(document('<p>One.'))).toThrow();
});

/** What a reader sees of a body: its text, how much of it stands in how many spans, and the spans' ids. */
function look(xhtml: string) {
  const seen = { text: '', bare: '', ids: [] as string[], deepest: 0 };
  const open: string[] = [];
  const isSpan = (name: string) => name === 'koboSpan';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    open.push(attributes['class'] === 'koboSpan' ? 'koboSpan' : name);
    if (attributes['class'] === 'koboSpan') seen.ids.push(attributes['id'] ?? '');
    seen.deepest = Math.max(seen.deepest, open.filter(isSpan).length);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    if (!open.includes('body')) return;
    seen.text += text;
    if (!open.some(isSpan) && !open.includes('pre')) seen.bare += text;
  });
  parser.write(xhtml).close();
  return seen;
}

const TEXT = fc
  .array(
    fc.constantFrom('ferry', 'Mr.', 'Go!', '“Go.”', '’', '…', '.', '?', '&amp;', '&lt;', '東京。', ' ', '\n'),
  )
  .map((words) => words.join(' '));
const { body: BODY } = fc.letrec<{ body: string; node: string }>((tie) => ({
  body: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('\n')),
  node: fc.oneof(
    { depthSize: 'small' },
    TEXT,
    fc
      .tuple(fc.constantFrom('p', 'div', 'em', 'ul', 'li', 'h2', 'pre', 'td', 'span'), tie('body'))
      .map(([name, inner]) => `<${name}>${inner}</${name}>`),
    fc.constant('<img src="a.png" alt="A. B."/>'),
  ),
}));

test('whatever the text: it stays, each letter in one span, each span with an id of its own', () => {
  fc.assert(
    fc.property(BODY, (body) => {
      const before = look(document(body));
      const after = look(withSpans(document(body)));
      expect(after.text).toBe(before.text);
      expect(after.bare.trim()).toBe('');
      expect(after.deepest).toBeLessThanOrEqual(1);
      expect(new Set(after.ids).size).toBe(after.ids.length);
    }),
  );
});

test('ids count paragraphs and, from 1, what stands in each', () => {
  fc.assert(
    fc.property(BODY, (body) => {
      const ids = look(withSpans(document(body))).ids.map((id) => id.split('.').slice(1).map(Number));
      let [paragraph, sentence] = [0, 0];
      for (const [p = -1, s = -1] of ids) {
        expect([p, s]).toEqual(p === paragraph ? [paragraph, sentence + 1] : [paragraph + 1, 1]);
        [paragraph, sentence] = [p, s];
      }
    }),
  );
});

test('a long text costs as its length', () => {
  const long = document(`<p>${'Who? ...... “'.repeat(40_000)}</p>`);
  const before = process.cpuUsage();
  withSpans(long);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(5000);
});
