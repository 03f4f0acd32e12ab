/** German, and its Swiss conventions. */
import { language, SPACED_EN_ALONE, words, type Conventions } from './language.js';

const conventions: Conventions = {
  alternatives: { guillemets: { outer: ['»', '«'], inner: ['›', '‹'] } },
  dash: SPACED_EN_ALONE,
  suspends: 'und oder bis sowie wie als noch beziehungsweise bzw statt',
  elisions: {
    head: words(
      's n ne nen nem ner m mal ran rauf raus rein rum runter rüber rüben naus nauf nein nunter nüber',
    ),
    tail: words(`
      hab hätt hatt könnt konnt würd wär geh komm mach seh tu lass bitt heut wollt
      sollt müsst dürft möcht steh bleib nehm sag frag glaub denk weiß find leb lieb aug freud ruh müh erd höh näh
      ohn solang gern bös müd
    `),
  },
  bound: 'dr. prof. hr. fr. st. nr. s. bd. abb. kap. art. § mme. hrn.',
  ranges: 's. seite seiten kap. kapitel bd. bände nr.',
  rangeUnits:
    'uhr jahre jahren jährige jährigen tage tagen wochen monate monaten stunden minuten sekunden personen leute menschen mal prozent euro seiten kilometer meter zentimeter kilo grad km cm kg',
  counted: {
    chapter: { inWords: '{number} Kapitel', words: 'de-neuter' },
    part: { inWords: '{number} Teil', words: 'de-masculine' },
  },
  terms: {
    aboutTheAuthor: 'Über die Autorin oder den Autor',
    aboutTheAuthors: 'Über die Autorinnen und Autoren',
    acknowledgments: 'Danksagung',
    afterword: 'Nachwort',
    alsoBy: 'Weitere Bücher von',
    and: 'und',
    appendix: 'Anhang',
    authorsNote: 'Nachbemerkung',
    backToText: 'Zurück zum Text',
    bibliography: 'Bibliografie',
    by: 'von',
    caution: 'Vorsicht',
    chapter: 'Kapitel',
    colophon: 'Kolophon',
    contents: 'Inhalt',
    cover: 'Umschlag',
    coverBy: 'Umschlag von',
    credits: 'Mitwirkende',
    danger: 'Gefahr',
    dedication: 'Widmung',
    designedBy: 'gestaltet von',
    details: 'Einzelheiten',
    editedBy: 'herausgegeben von',
    edition: 'Ausgabe',
    equation: 'Gleichung',
    epigraph: 'Motto',
    epilogue: 'Epilog',
    figure: 'Abbildung',
    firstPublished: 'Zuerst erschienen',
    foreword: 'Geleitwort',
    glossary: 'Glossar',
    halfTitle: 'Schmutztitel',
    hint: 'Hinweis',
    illustratedBy: 'illustriert von',
    important: 'Wichtig',
    imprint: 'Impressum',
    index: 'Register',
    info: 'Info',
    interlude: 'Zwischenspiel',
    introduction: 'Einleitung',
    landmarks: 'Orientierungspunkte',
    listing: 'Listing',
    madeWith: 'Diese Ausgabe von {title} wurde mit Octavo erstellt.',
    note: 'Anmerkung',
    notes: 'Anmerkungen',
    pageList: 'Seiten',
    part: 'Teil',
    preface: 'Vorwort',
    prologue: 'Prolog',
    question: 'Frage',
    sceneBreak: 'Szenenwechsel',
    see: 'siehe',
    seeAlso: 'siehe auch',
    setIn: 'Gesetzt aus {typefaces}.',
    start: 'Beginn des Textes',
    success: 'Erfolg',
    table: 'Tabelle',
    tip: 'Tipp',
    titlePage: 'Titelseite',
    translatedBy: 'übersetzt von',
    warning: 'Warnung',
  },
};

export const de = language('de', conventions);

/** Swiss books set guillemets that point outwards, and no ß. */
export const deCH = language('de-CH', {
  ...conventions,
  outer: ['«', '»'],
  inner: ['‹', '›'],
  alternatives: { curly: { outer: de.quotes.outer, inner: de.quotes.inner } },
});
