/** Authors' notes: how they begin, and what in them is a dedication, a warning, thanks … */

import { isGift } from './dedications.js';

/** What a piece of a note is, by its key in the front matter; `note` is the rest. */
export type NoteKey = 'note' | 'dedication' | 'disclaimer' | 'warning' | 'thanks' | 'glossary';

/** A stretch of a note; the stretches in their order are the note. `label` is a dash that joined two of them. */
export interface NotePart {
  key: NoteKey | 'label';
  text: string;
}

/** `A/N:`, `A.N.`, `AN:`, `Author's Note:`, and the like; a bare `an` is a word. */
const LABEL =
  /^[[({*_~\-\s]{0,8}(?:[Aa]\/[Nn]\b(?: ?\d\b)?\s*[:;.\u2013\u2014-]*|[Aa]\.[Nn]\.?\s*[:;\u2013\u2014-]*|AN\s*[:;\u2013\u2014-]+|A\/U\/N:|Author(?:['\u2019]?s)?['\u2019]? ?[Nn]otes?(?: ?#?\d)?\s*[:;.\u2013\u2014-]*|AUTHOR['\u2019]?S? NOTES?(?: ?#?\d)?\s*[:;.\u2013\u2014-]*|T\/N\s*:|E\/N\s*:|(?:Translator|Editor|Writer)['\u2019"]?s?['\u2019]? (?:pre-chapter |post-chapter )?[Nn]otes?\s*:|TL\/?N ?\d?\s*:|TL [Nn]otes?\s*:|[TE][LN]:(?= (?:\S+ ){4})|N\/A\s*:|(?:EDIT|Edit)(?: \d)?:|UPDATE:|Nota (?:de la |del |da |do |dell['\u2019]|di )?[Aa]ut(?:or|ora|ore|rice)\s*:|Notes? d(?:e l)?['\u2019][Aa]ut(?:eur|eure|rice)s?\s*:|Anmerkung(?:en)?(?: (?:der Autorin|des Autors|von mir))?\s*:|\u041E\u0442 \u0430\u0432\u0442\u043E\u0440\u0430\s*:|\u041F\u0440\u0438\u043C\u0435\u0447\u0430\u043D\u0438[\u0435\u044F] \u0430\u0432\u0442\u043E\u0440\u0430\s*:|A note from \S{1,40}$|(?:An? )?(?:\(?\p{L}+\)? )?(?:[Mm]essage|[Nn]ote|[Ww]ord) [Ff]rom (?:(?:the|your|our) )?(?:[Aa]uthors?|[Ww]riters?|[Ee]ditors?|[Tt]ranslators?|[Dd]evelopers?|[Ss]ite)\s*(?::|$)|(?:(?:Beginning|End(?:ing)?|Chapter|Story) |Pre-|Post-){0,2}(?:[Nn]otes?|NOTES?)\s*:|Not(?:as?|e) (?:do|da|del?|de l[ao']|iniciais d[oe]|finais d[oe]) (?:[Aa]utor|[Cc]ap)\S*(?: \S+)?\s*:?$|Not(?:as?) (?:iniciais|finais)(?: d[oe] cap\S+)?\s*:?$|Aclaraci(?:\u00F3n|ones)\s*:|Pos[t]?data\s*:|\u041F\u0440\u0438\u043C\u0435\u0447\u0430\u043D\u0438[\u0435\u044F](?: \u0430\u0432\u0442\u043E\u0440\u0430)?\s*:|Yazar(?:[\u0131i]n)? [Nn]otu\s*:|Vorwort(?: (?:des|der|zu) \S.{0,40})?\s*:)[\s*_]*/u;

/** What `A.N` needs after it, so that `A. N. Wilson` is a name. */
const INITIALS = /^[Aa]\.\s?[Nn]\.?\s+[A-Z][a-z]+\s+(?:was|is|had|said)\b/;

/** The label that an author's note begins with, with the marks round it. */
export function noteLabel(text: string): string | undefined {
  const found = LABEL.exec(text)?.[0];
  if (found === undefined || INITIALS.test(text)) return undefined;
  // As the first word of a sentence it may be the story's: it needs a colon, an end or a bracket.
  const words = found.trim();
  const isWord = /^(?:[*_~\-\s]*A\/N|[[({*_~\-\s]*author)/i.test(words);
  const isOpen = found.length < text.length && /[\p{L}\p{N}'\u2019]$/u.test(words);
  return isWord && isOpen ? undefined : found;
}

/** Whether a label is no more than `Note:`, `AN:` or `Edit:`, which people in stories write too. */
export const isPlainNote = (label: string): boolean =>
  /^[[({*_~\-\s]*(?:notes?\s*:|AN\b|edit(?: \d)?:|update:)/i.test(label);

/** Whether a block begins as authors' notes do and stories hardly, with or without what makes it a label. */
export const mayBeNote = (text: string): boolean =>
  /^[[({*_]*[Aa]\/[Nn]\b/.test(text) ||
  (noteLabel(text) !== undefined && /^[[({*_]*(?:[Aa]\.[Nn]|AN\b|[Aa]uthor|E(?:DIT|dit)\b)/.test(text));

/** A name as notes give it: a pen name may begin with a small letter or hold digits. */
const NAMED = String.raw`(?:my\s+|the\s+|all\s+|you\b|everyone|anyone|@?[\p{L}\p{N}])`;

interface Form {
  key: NoteKey;
  form: RegExp;
}

/** Sentences by their words; the first row that fits says what a sentence is. */
const SENTENCES: readonly Form[] = [
  {
    key: 'dedication',
    form: new RegExp(`^(?:this\\s+(?:\\S+\\s+){0,4}?(?:is|was)\\s+)?dedicated\\s+to\\s+${NAMED}`, 'iu'),
  },
  {
    key: 'dedication',
    form: /^(?:I(?:['\u2019]d like to|['\u2019]m| am| want to| would like to)?\s+)?dedicat(?:e|ing)\s+(?:this|it)\b/iu,
  },
  {
    key: 'dedication',
    form: /^[Ff]or\s+(?:my\s+\p{L}|@?\p{Lu}[\p{L}\p{N}_.-]*)(?:\s+and\s+\S+)?(?:,|\s+who\b|\s*$|\s*[!.\u2013\u2014-]|\s+because\b|\s+for\b|\s+on (?:her|his|their)\b)/u,
  },
  {
    key: 'dedication',
    form: /^(?:so\s+)?(?:this|it)(?:\s+(?:one|(?:\p{L}+\s+)?(?:fic|story|chapter|one-?shot|drabble|part|book|work)))?(?:\s+(?:goes\s+out\s+to|is(?:\s+all)?\s+for|is\s+(?:an?|my)\s+(?:[\p{L}-]+\s+){0,3}(?:gift|present)\s+(?:for|to))|['\u2019]s\s+for)\s+(?:my\s+\p{L}|all\s+(?:of\s+)?(?:you|my)|everyone|@|\p{Lu}|\p{Ll}[\p{L}\p{N}_]*[\p{N}_])/iu,
  },
  {
    key: 'dedication',
    form: /^(?:an?|my|late|a late)\s+(?:\p{L}+\s+)?(?:gift|present)\s+(?:for|to)\s+(?:my\s+\p{L}|@?[\p{L}\p{N}_])/iu,
  },
  {
    key: 'dedication',
    form: /^(?:happy|merry)\s+(?:belated\s+)?(?:\d+\p{L}+\s+)?(?:birthday|christmas|anniversary)(?:,?\s+(?:to\s+)?(?:my\s+\p{L}.{0,60}|(?:dear(?:est)?\s+)?@?\p{Lu}[\p{L}\p{N}_-]*))\s*(?:[!.,]|$)/iu,
  },
  {
    key: 'disclaimer',
    form: /^(?:disclaimer\b|(?:I|we)\s+(?:do\s+not|don['\u2019]t|did\s+not|sadly\s+don['\u2019]t)\s+own\b|(?:all\s+)?(?:the\s+)?characters?\s+belongs?\s+to\b|no\s+copyright\s+infringement\b|all\s+rights\s+(?:go|belong)\s+to\b)/iu,
  },
  {
    key: 'warning',
    form: /^(?:(?:trigger |content )?warnings?\s*[:!\u2013\u2014-]|tw\s*:|cw\s*:|(?:trigger|content) warning\b)/iu,
  },
  { key: 'glossary', form: /^(?:glossary|translations?)\s*[:\u2013\u2014-]/iu },
  {
    key: 'thanks',
    form: /^(?:(?:big|huge|many|special|lots\s+of|a\s+big|a\s+huge|my)\s+)?(?:(?:thanks|thank\s+you|thankyou)\s+(?:(?:so|very)\s+much\s+)?to\b|shout\s?-?out\s+to\b|beta'?d\s+by\b)/iu,
  },
];

const LABELLED =
  /^(?:disclaimers?|(?:trigger |content )?warnings?|tw|cw|glossary|translations?|dedication|thanks)\s*[:\u2013\u2014-]+/iu;

/** A pen name in small letters, and why: `For marigold, who asked.` */
const SMALL_NAME = /^For @?[\p{Ll}\p{N}][\p{L}\p{N}_-]{2,}, (?:who|because|always|on)\b/u;

/** The parts of a paragraph of a note, in order; joined, they are its text. */
export function noteParts(text: string): NotePart[] {
  const parts: NotePart[] = [];
  const add = (key: NotePart['key'], piece: string) => {
    if (piece === '') return;
    const last = parts.at(-1);
    if (last?.key === key) last.text += piece;
    else parts.push({ key, text: piece });
  };
  let open: NoteKey = 'note';
  for (const sentence of sentences(text)) {
    const words = sentence.trimStart();
    const own =
      SENTENCES.find(({ form }) => form.test(words))?.key ??
      (SMALL_NAME.test(words) && isGift(words) ? 'dedication' : undefined);
    const key: NoteKey = own ?? open;
    // What a label names goes on after its first sentence; what words alone show does not.
    open = LABELLED.test(words) ? key : own === undefined ? open : 'note';
    if (key !== 'dedication') add(key, sentence);
    else for (const [part, piece] of dedicationParts(sentence)) add(part, piece);
  }
  return parts;
}

/** A dedication to somebody ends where the author turns to the readers: ` - if you haven't read it …`. */
const TURN =
  /\s+[-\u2013\u2014]+\s+(?=(?:if|please|I|you|go|and if|so|read|check)\b)|\s+(?=\((?:if|please|go|check)\b)/u;
const JOINT = /^\s*[-\u2013\u2014]+\s*/u;

function dedicationParts(sentence: string): [NotePart['key'], string][] {
  const turn = TURN.exec(sentence);
  if (!turn) return [['dedication', sentence]];
  const rest = sentence.slice(turn.index);
  const joint = JOINT.exec(rest)?.[0] ?? '';
  return [
    ['dedication', sentence.slice(0, turn.index)],
    ['label', joint],
    ['note', rest.slice(joint.length)],
  ];
}

/** A sentence and the white space before it. Quotation marks and brackets close with it. */
const SENTENCE_END = /[.!?\u2026]+["'\u201D\u2019)\]]*(?=\s+["'\u201C\u2018([]?[\p{Lu}\p{N}])|\n/gu;

function sentences(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (const { 0: end, index } of text.matchAll(SENTENCE_END)) {
    found.push(text.slice(from, index + end.length));
    from = index + end.length;
  }
  return [...found, text.slice(from)].filter((sentence) => sentence !== '');
}

/** How a note is signed: `XOXO Tessa`, `- Tessa`, `Love, Tessa`, `All my love,` and `Tessa xx`. */
export const SIGNATURE =
  /^(?:[-\u2013\u2014~]{1,3}\s?\p{Lu}[\p{L}\p{N}_.-]*~?|(?:XO(?:XO)*|[Xx]o(?:xo)*)(?:,?\s[\p{L}\p{N}_.-]+){0,2}|(?:[Ll]ots of l|[Mm]uch l|[Aa]ll my l|[Ww]ith l|[Ll])ove(?: always| to you all)?(?:,|,?\s\p{Lu}[\p{L}\p{N}_.-]*)|\p{Lu}[\p{L}\p{N}_.-]*,? (?:[Xx]{2,4}|[Xx][Oo](?:[Xx][Oo])*|<3)|(?:[Hh]ugs|[Cc]heers|[Kk]isses|[Bb]isous|[Bb]eijos|[Bb]esos|[Aa]brazos|[Ll]iebe Gr\u00FC\u00DFe|[Uu]ntil next time)[,!]?(?:\s\p{Lu}[\p{L}\p{N}_.-]*)?)$/u;
