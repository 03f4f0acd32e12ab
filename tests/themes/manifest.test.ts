import { parseManifest } from '../../src/themes/manifest.js';

const parsed = (text: string) => parseManifest(text, 'theme.yaml');

test('fonts, with what they are unless the manifest says otherwise', () => {
  const { value, messages } = parsed(
    'title: Mine\nfonts:\n  - family: Ink\n    file: ink.ttf\n    when: [b]\n',
  );
  expect(messages).toEqual([]);
  expect(value).toEqual({
    title: 'Mine',
    fonts: [
      {
        family: 'Ink',
        style: 'normal',
        weight: 400,
        when: ['b'],
        from: { file: 'ink.ttf' },
        place: { line: 3, column: 5 },
      },
    ],
  });
});

test('an empty manifest is one', () => {
  expect(parsed('')).toEqual({ value: { fonts: [] }, messages: [] });
});

test.each([
  ['title: [', 'This is not valid YAML', 1, 9],
  ['just text', 'must be keys such as', 1, 1],
  ['titel: Mine', 'A theme has no key `titel`', 1, 1],
  [
    'title: Mine\nfonts:\n  - family: Ink\n    file: x.ttf\n    weight: bold',
    '`weight` must be a number',
    5,
    5,
  ],
  ['fonts:\n  - family: "a; b"\n    file: x.ttf', '`family` must be the name of a typeface', 2, 5],
  ['fonts:\n  - family: Ink', 'The font `Ink` has no `file`', 2, 5],
])('what is wrong is a message with its place: %s', (text, reason, line, column) => {
  const { value, messages } = parsed(text);
  expect(messages).toMatchObject([{ id: 'theme:manifest', severity: 'error', place: { line, column } }]);
  expect(messages[0]?.reason).toContain(reason);
  expect(value.fonts).toEqual([]);
});
