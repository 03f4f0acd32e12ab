/** Italian. */
import { EM_DASH, language, NO_BREAK_SPACE, SPACED_EN, words } from './language.js';

export const it = language('it', {
  dash: SPACED_EN,
  dialogue: `${EM_DASH}${NO_BREAK_SPACE}`,
  elisions: {
    head: words('sto sta sti ste na no nu l n ndrangheta o'),
    tail: words(`
      l d un dell all dall nell sull coll quell quest bell sant c n s m t v gl degl agl dagl negl sugl anch com dov
      quand senz mezz tutt nient altr vent po mo ca be di fa sta va da to vo se ne de a co que ve
    `),
  },
  bound:
    'sig. sig.ra sig.na dott. dott.ssa prof. prof.ssa ing. avv. on. mons. s. n. p. pp. vol. cap. art. fig. §',
  ranges: 'p. pp. pag. pagine cap. capitoli vol. nn.',
  terms: {
    aboutTheAuthor: 'L’autore',
    aboutTheAuthors: 'Gli autori',
    acknowledgments: 'Ringraziamenti',
    afterword: 'Postfazione',
    alsoBy: 'Dello stesso autore',
    appendix: 'Appendice',
    authorsNote: 'Nota dell’autore',
    backToText: 'Torna al testo',
    bibliography: 'Bibliografia',
    by: 'di',
    chapter: 'Capitolo',
    colophon: 'Colophon',
    contents: 'Indice',
    cover: 'Copertina',
    credits: 'Crediti',
    dedication: 'Dedica',
    editedBy: 'a cura di',
    edition: 'Edizione',
    epigraph: 'Epigrafe',
    epilogue: 'Epilogo',
    foreword: 'Presentazione',
    glossary: 'Glossario',
    halfTitle: 'Occhiello',
    illustratedBy: 'illustrato da',
    imprint: 'Note legali',
    interlude: 'Interludio',
    introduction: 'Introduzione',
    landmarks: 'Punti di riferimento',
    madeWith: 'Questa edizione di {title} è stata realizzata con Octavo.',
    note: 'Nota',
    notes: 'Note',
    pageList: 'Pagine',
    part: 'Parte',
    preface: 'Prefazione',
    prologue: 'Prologo',
    sceneBreak: 'Cambio di scena',
    start: 'Inizio del testo',
    titlePage: 'Frontespizio',
    translatedBy: 'tradotto da',
  },
});
