/** Ways from one page of a story to the next, on any site: `First · Prev · Next`, `[Index]`, `Next`. */
import { words, type Site } from './site.js';

/** A way to another page of a story, in words: `Next`, `Previous chapter`, `Back to the index`. */
const WAY = String.raw`(?:(?:go |jump |skip |on |back |return )?(?:to )?(?:the |my |story )?(?:(?<!the )(?:first|prev(?:ious)?|last|next)|start|beginning|index|(?:table of )?contents|toc|home(?:page)?|top|up|archive|menu|main page|masterlist|master post|anterior|siguiente|pr[o\u00F3]ximo|\u00EDndice|indice|inicio|in\u00EDcio|pr\u00E9c\u00E9dent|suivant|sommaire|accueil|zur\u00FCck|weiter|vorheriges|n\u00E4chstes|vorige[sr]?|inhalt(?:sverzeichnis)?|precedente|successivo|prossimo|poprzedni|nast\u0119pny|spis tre\u015Bci|\u043D\u0430\u0437\u0430\u0434|\u0432\u043F\u0435\u0440[\u0435\u0451]\u0434|\u0434\u0430\u043B\u0435\u0435|\u0441\u043E\u0434\u0435\u0440\u0436\u0430\u043D\u0438\u0435|\u043E\u0433\u043B\u0430\u0432\u043B\u0435\u043D\u0438\u0435|\u0441\u0432\u0435\u0440\u043D\u0443\u0442\u044C|\u043F\u0440\u0435\u0434\u044B\u0434\u0443\u0449\u0430\u044F|\u0441\u043B\u0435\u0434\u0443\u044E\u0449\u0430\u044F|[\u4E0A\u4E0B]\u4E00[\u7AE0\u9875\u9801\u7BC7\u8BDD\u8A71]|(?:\u8FD4\u56DE|\u7AE0\u8282)?(?:\u76EE\u5F55|\u76EE\u9304|\u4E66\u9875)|\u9996\u9875|(?:\u52A0\u5165)?\u4E66\u7B7E|[\u524D\u6B21](?:\u3078|\u306E\u8A71)|\u76EE\u6B21)(?:[ -](?:chapter|chap|part|page|post|story|episode|instal+ment|cap[i\u00ED]tulo|chapitre|kapitel|capitolo|rozdzia\u0142|\u0433\u043B\u0430\u0432\u0430))?|back)`;
/** The same, or the page that it leads to: `Chapter 3`. */
const STEP = String.raw`(?:${WAY}|(?:(?:on|back) to )?(?:chapter|part|page|episode) (?:\d{1,4}|\p{L}+))`;
/** Of these, what a story may end with. */
const PLACES =
  'home|back|up|top|start|beginning|first|last|menu|archive|inicio|anterior|weiter|zur\\u00FCck|inhalt|accueil';
/** What stands round such a word, and what parts two of them. */
const MARKS = String.raw`[\s|\u00B7\u2022\u2219/<>\u00AB\u00BB\u2039\u203A\u2190\u2192\u21D0\u21D2\u25C0\u25B6\u25C4\u25BA()\[\]{}*~=_:\u2013\u2014-]`;
/** Several of them, with marks between; three of them with spaces alone; one with an arrow or in square brackets. */
const STEPS = String.raw`(?!(?:chapter|part|episode) \S+\s*[:.(\u2013\u2014-]+\s*[^|<>[\]]*$)${MARKS}*${STEP}(?:\s*(?!\s)${MARKS}${MARKS}*${STEP}|\s{2,}${STEP}){1,8}${MARKS}*|${STEP}(?:\s${STEP}){2,6}`;
/** One that names a chapter, with what stands round it in a menu. */
const CHAPTER = String.raw`(?:go to )?${MARKS}*(?:(?:next|prev(?:ious)?|last|first)[ -](?:chapter|chap|part|page|episode)|\u043F\u0440\u0435\u0434\u044B\u0434\u0443\u0449\u0430\u044F \u0433\u043B\u0430\u0432\u0430|\u0441\u043B\u0435\u0434\u0443\u044E\u0449\u0430\u044F \u0433\u043B\u0430\u0432\u0430|cap[i\u00ED]tulo (?:anterior|siguiente|seguinte)|(?:anterior|pr[o\u00F3]ximo|siguiente) cap[i\u00ED]tulo|chapitre (?:pr\u00E9c\u00E9dent|suivant)|(?:n\u00E4chstes|vorheriges|voriges|letztes) kapitel|capitolo (?:precedente|successivo)|(?:nast\u0119pny|poprzedni) rozdzia\u0142)${MARKS}*`;
const ARROW = '[<>\\u00AB\\u00BB\\u2190\\u2192\\u21D0\\u21D2\\u25C0\\u25B6\\u25C4\\u25BA\u2191\u2193|=-]';
const ONE_STEP = String.raw`${ARROW}+\s?${STEP}(?:\s?${ARROW}+)?|${STEP}\s?${ARROW}+|\[\s?${STEP}\s?\]`;

/** A form of whole lines that do not end as sentences do: few lines of a story are looked at further. */
const unstopped = (...lines: string[]): RegExp =>
  new RegExp(`^(?!.*[.!?\u2026,;"\u201D]$)(?:${lines.join('|')})$`, 'iu');

// prettier-ignore
export const steps: Site = {
  name: 'steps',
  rows: [
    { id: 'steps:row', edge: 'both', form: unstopped(STEPS, '[>\\u2192\\u00BB]+ ?Next story ?[>\\u2192\\u00BB]+', 'Prev(?:ious)? ?(?:Chapters?|Index|ToC)?\\s{0,9}Next(?: chapter)?') },
    { id: 'steps:chapter', edge: 'both', form: words(CHAPTER) },
    { id: 'steps:one', edge: 'both', weak: true, form: words('(?:next|prev(?:ious)?)(?: (?:chapter|part|episode|story))?: \\S.{0,80}[^.,;]', ONE_STEP, `(?!(?:${PLACES})$)${WAY}`) },
  ],
};
