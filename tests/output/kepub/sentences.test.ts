/** The rule as kepubify 4 has it, a machine of four states, beside the expression that Octavo has. */
import fc from 'fast-check';
import { sentencesOf } from '../../../src/output/kepub/sentences.js';
import { runs } from '../../seed.js';

type State = 'within' | 'mark' | 'closed' | 'space';

type Kind = 'mark' | 'extra' | 'space' | 'other';

/** By state and kind of character, the next state; a sentence begins with the character that leaves `space`. */
const NEXT: Record<State, Record<Kind, State>> = {
  within: { mark: 'mark', extra: 'within', space: 'within', other: 'within' },
  mark: { mark: 'mark', extra: 'closed', space: 'space', other: 'within' },
  closed: { mark: 'mark', extra: 'within', space: 'space', other: 'within' },
  space: { mark: 'mark', extra: 'within', space: 'space', other: 'within' },
};

const KINDS: readonly [Kind, string][] = [
  ['mark', '.!?'],
  ['extra', `'"”’“…`],
  ['space', '\t\n\f\r '],
];

function published(text: string): string[] {
  const sentences: string[] = [];
  let state: State = 'within';
  let sentence = '';
  for (const character of text) {
    const [kind] = KINDS.find(([, characters]) => characters.includes(character)) ?? ['other' as const];
    const next: State = NEXT[state][kind];
    if (state === 'space' && next !== 'space') {
      sentences.push(sentence);
      sentence = '';
    }
    sentence += character;
    state = next;
  }
  return sentence === '' ? sentences : [...sentences, sentence];
}

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...`.!?'"”’“…,»a\u00A0\t\n `), maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

test('the published rule, for every text', () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(sentencesOf(value)).toEqual(published(value));
    }),
    runs(200),
  );
});

test('joined, the sentences are the text', () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(sentencesOf(value).join('')).toBe(value);
    }),
  );
});
