/** `octavo/typography`: a plain text in, the text and its changes out. */
import fc from 'fast-check';
import { rules } from '../../src/typography/rules/index.js';
import type { TypographyRules } from '../../src/typography/document.js';
import { typesetText } from '../../src/typography/text.js';

/** Spaces that do not break as ordinary ones. */
const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

test('a text is set in the marks of its language', () => {
  const typed = `"It's late," she said -- "go..."`;
  expect(typesetText(typed).text).toBe('“It’s late,” she said—“go…”');
  expect(plain(typesetText(typed, { language: 'en-GB' }).text)).toBe('“It’s late,” she said – “go…”');
  expect(plain(typesetText(typed, { language: 'de' }).text)).toBe('„It’s late,“ she said – „go…“');
});

test('each change says where it stands in the text as it was, and how sure it is', () => {
  const typed = 'One.\n\n  "Two," he said...\n';
  const { text, changes } = typesetText(typed);
  expect(text).toBe('One.\n\n  “Two,” he said…\n');
  expect(
    changes.map(({ rule, place, offset, before, after }) => [rule, place, offset, before, after]),
  ).toEqual([
    ['quotes', { line: 3, column: 3 }, 8, '"', '“'],
    ['quotes', { line: 3, column: 8 }, 13, '"', '”'],
    ['ellipses', { line: 3, column: 17 }, 22, '...', '…'],
  ]);
  for (const { before, offset, confidence } of changes) {
    expect(typed.startsWith(before, offset)).toBe(true);
    expect(confidence).toBeGreaterThan(0.9);
  }
});

test('a mark with two readings is unsure, and says the other one', () => {
  const { changes } = typesetText(`He had the dogs' dinner. 'Zat so?`);
  const [unsure] = changes.filter(({ confidence }) => confidence < 0.9);
  expect(unsure).toMatchObject({ before: "'", instead: expect.any(String) as string });
  const settled = typesetText(`He had the dogs' dinner. 'Zat so?`, { words: ["'zat"] });
  expect(settled.text).toBe('He had the dogs’ dinner. ’Zat so?');
  expect(settled.changes.filter(({ confidence }) => confidence < 0.9)).toEqual([]);
});

test('a text is read as a whole: one paragraph shows how to read another', () => {
  const alone = typesetText(`He said 'ware the bull' to them.`).text;
  const more = typesetText(`They cried 'ware and 'ware and 'ware.\n\nHe said 'ware the bull' to them.`);
  expect(alone).toContain('‘ware the bull’');
  expect(more.text).toMatch(/^They cried ’ware and ’ware and ’ware\./);
});

test('speech that runs on opens again in the next paragraph and closes at its end', () => {
  expect(typesetText('"One.\n\n"Two."').text).toBe('“One.\n\n“Two.”');
});

test('code between backticks, addresses, indents, empty lines and line ends stay as they are', () => {
  const typed = '   `a "b" -- c`  see https://x.org/a--b\r\n\tand "so"\r\n\r\n \r\n\r\n"On."\r';
  expect(typesetText(typed).text).toBe(
    '   `a "b" -- c` see https://x.org/a--b\r\n\tand “so”\r\n\r\n \r\n\r\n“On.”\r',
  );
});

test('a dash takes the line end beside it along where it is closed', () => {
  const { text } = typesetText('He waited --\n  and went.');
  expect(text.replaceAll(/\s/g, '')).toBe('Hewaited—andwent.');
});

test('rules are switched and set, and wrong ones are told', () => {
  expect(plain(typesetText('a -- b...', { rules: { dashes: 'spaced', ellipses: false } }).text)).toBe(
    'a – b...',
  );
  expect(typesetText('(c) 2020', { rules: { symbols: true } }).text).toContain('©');
  const wrong = { hyphens: true, dashes: 'wide' } as unknown as TypographyRules;
  expect(typesetText('a -- b', { rules: wrong }).messages.map(({ id }) => id)).toEqual([
    'typography:unknown-rule',
    'typography:unknown-setting',
  ]);
  expect(typesetText('"a"', { language: 'tlh' }).messages.map(({ id }) => id)).toEqual([
    'typography:unknown-language',
  ]);
});

test('what is called a scene break in a book stays as it was typed', () => {
  expect(typesetText('One.\n\n* * *\n\n###\n\nTwo.').text).toBe('One.\n\n* * *\n\n###\n\nTwo.');
});

test('the type of the rules has every rule on runs', () => {
  const all: Required<TypographyRules> = {
    quotes: 'guillemets',
    apostrophes: true,
    primes: true,
    dashes: 'closed',
    ellipses: true,
    spaces: 'wide',
    minus: true,
    times: true,
    symbols: true,
    shouting: true,
  };
  expect(Object.keys(all).sort()).toEqual(rules.map(({ id }) => id).sort());
});

const pieces = fc.constantFrom(
  ...[
    '"',
    "'",
    '`',
    '--',
    '...',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    ',',
    '.',
    'a',
    'Tom',
    'tis',
    '5',
    '😀',
  ],
);

test('whatever is typed, no letter changes, and setting it again changes nothing', () => {
  const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 40 }),
      fc.constantFrom('en', 'en-GB', 'fr', 'de'),
      (parts, language) => {
        const typed = parts.join('');
        const { text, changes } = typesetText(typed, { language });
        expect(letters(text)).toBe(letters(typed));
        for (const { offset } of changes) expect(offset).toBeLessThanOrEqual(typed.length);
        expect(typesetText(text, { language }).text).toBe(text);
      },
    ),
  );
});
