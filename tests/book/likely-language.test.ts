/** The language that a text reads like. */
import { likelyLanguage } from '../../src/book/likely-language.js';
import { parseMarkdown } from '../../src/input/markdown.js';
import type { Manuscript } from '../../src/types.js';

const manuscript = (text: string): Manuscript =>
  ({
    tree: parseMarkdown(text, { path: 'a.md', line: 1, offset: 0 }).value,
    meta: {},
    path: 'a.md',
    rel: 'a.md',
  }) as unknown as Manuscript;

const TEXTS: [language: string | undefined, text: string][] = [
  [
    undefined,
    'She said that the ferry had been late again, and that nobody on the quay could say why. He counted the lamps twice and went home by the long road, since it was dry and he had no wish to see the water. In the morning they would have to begin the whole list anew.',
  ],
  [
    'pt',
    '- Não sei - disse ela, olhando para o rio. O barco não vinha, e as pessoas no cais já não perguntavam por ele. Quando a noite caiu, o homem da bilheteira apagou a luz e foi para casa pelo caminho mais longo, como fazia sempre que chovia, e ninguém lhe disse adeus.',
  ],
  [
    'de',
    'Sie sagte, dass die Fähre wieder nicht gekommen war, und niemand auf der Brücke wusste, warum. Er zählte die Lampen, ging dann den langen Weg nach Hause, und als er ankam, war das Licht in der Küche schon aus. Am Morgen sollte sich nichts geändert haben.',
  ],
  [
    'cs',
    'Řekla, že se loď zase opozdila, a nikdo na nábřeží nevěděl proč. Spočítal lampy, ale pak už na to nemyslel a šel domů, jako by se nic nestalo. Když přišel, bylo v kuchyni tma a na stole ležel dopis, který tam ráno nebyl. Nebo si ho jen nevšiml, protože na to neměl čas.',
  ],
  [
    'ko',
    '강가의 등불은 모두 꺼져 있었다. 그는 두 번 세어 보고는 긴 길을 돌아 집으로 갔다. 배는 오지 않았고, 아무도 그 까닭을 묻지 않았다. 아침이 되면 처음부터 다시 세어야 할 것이다. 그는 창을 닫고, 젖은 외투를 의자에 걸어 두고, 오래도록 물소리를 들었다. 부엌에는 어제의 편지가 그대로 놓여 있었다. 열어 보지 않은 편지였다. 그는 그것을 다시 서랍에 넣고, 등불 하나를 켜 두었다. 누가 오기라도 할 것처럼. 그러나 그 밤에는 아무도 오지 않았고, 비만 내렸다. 그리고 또 내렸다.',
  ],
  [
    'uk',
    'Вона сказала, що пором знову запізнився, і ніхто на березі не знав чому. Він порахував ліхтарі й пішов додому довгою дорогою, бо дощ уже вщух. Уранці все мало початися спочатку, і їй здавалося, що так буде завжди, поки стоїть річка. На столі лежав лист, якого вона ще не читала.',
  ],
];

test.each(TEXTS)('%s', (language, text) => {
  expect(likelyLanguage([manuscript(text)])).toBe(language);
});

test('code and a few words say nothing', () => {
  expect(likelyLanguage([manuscript('Não sei, disse ela.')])).toBeUndefined();
  expect(
    likelyLanguage([manuscript(`\`\`\`\n${'não uma para com ele '.repeat(40)}\n\`\`\``)]),
  ).toBeUndefined();
});

test('an English book that quotes another language is English', () => {
  const [[, english], [, portuguese]] = TEXTS as [[undefined, string], [string, string]];
  expect(likelyLanguage([manuscript(`${english}\n\n${english}\n\n${portuguese}`)])).toBeUndefined();
});
