import { locate } from '../../src/proof/passages.js';
import type { Change } from '../../src/types.js';
import { book, samples, type Staged } from './books.js';

const shownBy = ({ parsed, typeset, changes }: Staged) => {
  const located = locate(parsed, typeset, changes);
  const shown = new Map<Change, string>([...located.scenes.values()].map((change) => [change, '']));
  for (const [{ value }, marks] of located.marks) {
    for (const { start, end, typed, changes: own } of marks) {
      expect(typed).toBe(own[0]?.before);
      for (const change of own) shown.set(change, value.slice(start, end));
    }
  }
  return { shown, missing: located.missing };
};

test('every change of the sample books stands where the typeset text has it', async () => {
  for (const stages of await samples('book')) {
    expect(stages.changes.length).toBeGreaterThan(500);
    const { shown, missing } = shownBy(stages);
    expect(missing).toEqual([]);
    for (const change of stages.changes) expect(shown.get(change)).toBe(change.after);
  }
});

const HARD = `---
title: Hard
dedication: "To 'you' -- and \\"me\\"...\\n\\nAnd -- 'him'."
epigraph: >
  'folded text' -- here
  and "there"...
typography: { symbols: true, shouting: true, capitals: true }
LANGUAGE
---

# "One"

"Hello  !" he said -- (c) 1999 ... "No ?" *"Yes--* 'no'-- 'perhaps'..." NASA "*a*" 1/2 :span["Bonjour -- 'vous'..."]{lang=fr}

#

> "l1 'a'
> l2 -- *"b"* 'c'
> l3 \\'x\\' &quot;y&quot; "z" \`code "x"\` "w" 'v'

| "a" | 'b' -- |
|---|---|
| "c"... | 3 x 4 |

'Twas "'the'" --"--... .  .  . 'tis '--' "..." http://a.b/c'd "e'f"[^1] !!!

[^1]: "Note" -- 'n'.
`;

test.each(['en', 'en-GB', 'de', 'fr', 'es', 'pl'])(
  'no change is lost in hard places (%s)',
  async (language) => {
    const stages = await book({ 'hard.md': HARD.replace('LANGUAGE', `language: ${language}`) });
    const { shown, missing } = shownBy(stages);
    expect(missing).toEqual([]);
    expect(shown.size).toBe(stages.changes.length);
    expect(shown.size).toBeGreaterThan(50);
  },
);

test('changes of another book are told as missing', async () => {
  const [one, other] = await Promise.all([book({ 'a.md': '"One" -- two.' }), book({ 'a.md': 'None.' })]);
  const { missing } = locate(other.parsed, other.typeset, one.changes);
  expect(missing).toHaveLength(one.changes.length);
});
