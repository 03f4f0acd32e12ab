import { paragraphsOf } from '../../../src/deliver/serve/paragraphs.js';

test.each([
  ['One line.', ['One line.']],
  ['One.\n\nTwo\nlines.', ['One.', 'Two lines.']],
  ['<p>One <b>bold</b>\nline.</p><p>Two.</p>', ['One bold line.', 'Two.']],
  ['<div>One<br/>Two</div>', ['One', 'Two']],
  ['Fish &amp; chips', ['Fish & chips']],
  ['<script>alert(1)</script><style>p{}</style>Text<img src=x onerror=alert(1)>', ['Text']],
  ['1 < 2 and 3 > 2', ['1 < 2 and 3 > 2']],
  ['', []],
  ['<p> </p>', []],
])('%j has the paragraphs %j', (text, paragraphs) => {
  expect(paragraphsOf(text)).toEqual(paragraphs);
});

test('thousands of elements in one another are no danger', () => {
  expect(paragraphsOf('<b>'.repeat(2600) + 'deep')).toEqual([]);
  expect(paragraphsOf('<b>'.repeat(390) + 'deep')).toEqual(['deep']);
});
