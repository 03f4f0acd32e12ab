/** Numbers in words, as chapters are counted: `Twenty-One`, `the Second`, `Einundzwanzig`, `vingt et un`. */

interface Words {
  /** From 1 on, one after the other; `/` parts forms of the same number. */
  count: string;
  /** From 20 on, by tens. */
  tens: string;
  /** From the first on. */
  order: string;
}

// prettier-ignore
const LANGUAGES: readonly Words[] = [
  {
    count: 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    tens: 'twenty/twentieth thirty/thirtieth forty/fortieth fifty/fiftieth sixty/sixtieth seventy/seventieth eighty/eightieth ninety/ninetieth',
    order: 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
  },
  {
    count: 'eins zwei drei vier f\u00FCnf sechs sieben acht neun zehn elf zw\u00F6lf dreizehn vierzehn f\u00FCnfzehn sechzehn siebzehn achtzehn neunzehn',
    tens: 'zwanzig drei\u00DFig/dreissig vierzig f\u00FCnfzig sechzig siebzig achtzig neunzig',
    order: 'erste zweite dritte vierte f\u00FCnfte sechste siebte/siebente achte neunte zehnte elfte zw\u00F6lfte dreizehnte vierzehnte f\u00FCnfzehnte sechzehnte siebzehnte achtzehnte neunzehnte',
  },
  {
    count: 'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
    tens: 'vingt trente quarante cinquante soixante',
    order: 'premier/premi\u00E8re deuxi\u00E8me/second/seconde troisi\u00E8me quatri\u00E8me cinqui\u00E8me sixi\u00E8me septi\u00E8me huiti\u00E8me neuvi\u00E8me dixi\u00E8me onzi\u00E8me douzi\u00E8me',
  },
  {
    count: 'uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince diecis\u00E9is diecisiete dieciocho diecinueve',
    tens: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    order: 'primero/primera/primer segundo/segunda tercero/tercera/tercer cuarto/cuarta quinto/quinta sexto/sexta s\u00E9ptimo/s\u00E9ptima octavo/octava noveno/novena d\u00E9cimo/d\u00E9cima',
  },
  {
    count: 'um dois tr\u00EAs quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze dezesseis dezessete dezoito dezenove',
    tens: 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
    order: 'primeiro/primeira segundo/segunda terceiro/terceira quarto/quarta quinto/quinta sexto/sexta s\u00E9timo/s\u00E9tima oitavo/oitava nono/nona d\u00E9cimo/d\u00E9cima',
  },
  {
    count: 'uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
    tens: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
    order: 'primo/prima secondo/seconda terzo/terza quarto/quarta quinto/quinta sesto/sesta settimo/settima ottavo/ottava nono/nona decimo/decima',
  },
  {
    count: '\u043E\u0434\u0438\u043D \u0434\u0432\u0430 \u0442\u0440\u0438 \u0447\u0435\u0442\u044B\u0440\u0435 \u043F\u044F\u0442\u044C \u0448\u0435\u0441\u0442\u044C \u0441\u0435\u043C\u044C \u0432\u043E\u0441\u0435\u043C\u044C \u0434\u0435\u0432\u044F\u0442\u044C \u0434\u0435\u0441\u044F\u0442\u044C',
    tens: '\u0434\u0432\u0430\u0434\u0446\u0430\u0442\u044C/\u0434\u0432\u0430\u0434\u0446\u0430\u0442\u0430\u044F \u0442\u0440\u0438\u0434\u0446\u0430\u0442\u044C/\u0442\u0440\u0438\u0434\u0446\u0430\u0442\u0430\u044F',
    order: '\u043F\u0435\u0440\u0432\u0430\u044F \u0432\u0442\u043E\u0440\u0430\u044F \u0442\u0440\u0435\u0442\u044C\u044F \u0447\u0435\u0442\u0432\u0435\u0440\u0442\u0430\u044F/\u0447\u0435\u0442\u0432\u0451\u0440\u0442\u0430\u044F \u043F\u044F\u0442\u0430\u044F \u0448\u0435\u0441\u0442\u0430\u044F \u0441\u0435\u0434\u044C\u043C\u0430\u044F \u0432\u043E\u0441\u044C\u043C\u0430\u044F \u0434\u0435\u0432\u044F\u0442\u0430\u044F \u0434\u0435\u0441\u044F\u0442\u0430\u044F \u043E\u0434\u0438\u043D\u043D\u0430\u0434\u0446\u0430\u0442\u0430\u044F \u0434\u0432\u0435\u043D\u0430\u0434\u0446\u0430\u0442\u0430\u044F \u0442\u0440\u0438\u043D\u0430\u0434\u0446\u0430\u0442\u0430\u044F \u0447\u0435\u0442\u044B\u0440\u043D\u0430\u0434\u0446\u0430\u0442\u0430\u044F \u043F\u044F\u0442\u043D\u0430\u0434\u0446\u0430\u0442\u0430\u044F \u0448\u0435\u0441\u0442\u043D\u0430\u0434\u0446\u0430\u0442\u0430\u044F \u0441\u0435\u043C\u043D\u0430\u0434\u0446\u0430\u0442\u0430\u044F \u0432\u043E\u0441\u0435\u043C\u043D\u0430\u0434\u0446\u0430\u0442\u0430\u044F \u0434\u0435\u0432\u044F\u0442\u043D\u0430\u0434\u0446\u0430\u0442\u0430\u044F',
  },
];

const CARDINALS = new Map<string, number>();
const VALUES = new Map<string, number>([
  ['hundred', 100],
  ['hundredth', 100],
]);

/** The words of a list, the first of which is worth `from` and each other `step` more. */
function add(list: string, from: number, step: number, to: Map<string, number>): void {
  list.split(' ').forEach((forms, index) => {
    for (const form of forms.split('/')) if (!to.has(form)) to.set(form, from + index * step);
  });
}
for (const { count, tens, order } of LANGUAGES) {
  add(count, 1, 1, CARDINALS);
  add(tens, 20, 10, CARDINALS);
  add(order, 1, 1, VALUES);
}
for (const [word, value] of CARDINALS) VALUES.set(word, value);

/** German, Italian and Spanish write tens and units as one word. */
const JOINED =
  /^(?<unit>ein|zwei|drei|vier|f\u00FCnf|sechs|sieben|acht|neun)und(?<ten>\p{L}+zig|drei\u00DFig|dreissig)$|^(?<tens>vent|trent|quarant|cinquant|veint)(?:i|a)?(?<one>un|uno|due|tr[e\u00E9]|quattro|cinque|sei|sette|otto|nove|d[o\u00F3]s|tr[e\u00E9]s|cuatro|cinco|s[e\u00E9]is|siete|ocho|nueve)$/u;
const TENS: Readonly<Record<string, number>> = { vent: 20, veint: 20, trent: 30, quarant: 40, cinquant: 50 };

const plain = (word: string): string =>
  word.replaceAll(/[\u00E9\u00F3]/gu, (letter) => (letter === '\u00E9' ? 'e' : 'o'));

function valueOf(word: string): number | undefined {
  const known = VALUES.get(word);
  if (known !== undefined) return known;
  const { unit, ten, tens, one } = JOINED.exec(word)?.groups ?? {};
  if (unit !== undefined)
    return (unit === 'ein' ? 1 : (VALUES.get(unit) ?? 0)) + (VALUES.get(ten ?? '') ?? 0);
  if (one !== undefined) return (TENS[tens ?? ''] ?? 0) + (one === 'un' ? 1 : (VALUES.get(plain(one)) ?? 0));
  // A German ordinal takes an ending: `zweites`, `dritter`, `zwanzigstes`.
  const stem = /^(?<stem>\p{L}{3,}te)[rsn]$|^(?<count>\p{L}{3,}zig)ste[rsn]?$/u.exec(word)?.groups;
  const base = stem?.['stem'] ?? stem?.['count'];
  return base === undefined ? undefined : valueOf(base);
}

const JOINER = /^(?:and|et|y|e)$/;

/** The number that some words are, whatever their case: `Twenty-One` is 21; undefined where they are others. */
export function wordsValue(text: string): number | undefined {
  const words = text.toLowerCase().split(/[\s-]+/);
  if (words.length > MOST_WORDS) return undefined;
  let sum = 0;
  let last = Infinity;
  for (const [index, word] of words.entries()) {
    if (JOINER.test(word) && index > 0 && index + 1 < words.length) continue;
    const value = valueOf(word);
    if (value === undefined) return undefined;
    if (value === 100 && last < 10) sum *= 100;
    else if (value < last && (last >= 20 || (last === 10 && value > 6))) sum += value;
    else if (index > 0) return undefined;
    else sum = value;
    last = value === 100 ? Infinity : value;
  }
  return sum;
}

const MOST_WORDS = 5;

/** Whether some words count and do not order: `Seven`, not `Seventh`. */
export const isCardinal = (text: string): boolean =>
  text
    .toLowerCase()
    .split(/[\s-]+/)
    .every((word) => CARDINALS.has(word) || JOINER.test(word) || word === 'hundred' || JOINED.test(word));
