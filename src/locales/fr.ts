/** French, and its Canadian conventions. */
import {
  EM_DASH,
  language,
  NARROW_NO_BREAK_SPACE,
  NO_BREAK_SPACE,
  SPACED_EN,
  words,
  type Conventions,
} from './language.js';

const conventions: Conventions = {
  inner: ['“', '”'],
  quoteSpace: NO_BREAK_SPACE,
  dash: SPACED_EN,
  dialogue: `${EM_DASH}${NO_BREAK_SPACE}`,
  spaceBefore: {
    ';': NARROW_NO_BREAK_SPACE,
    '!': NARROW_NO_BREAK_SPACE,
    '?': NARROW_NO_BREAK_SPACE,
    ':': NO_BREAK_SPACE,
  },
  elisions: {
    tail: words('l d j m t s c n qu jusqu lorsqu puisqu quoiqu presqu quelqu aujourd entr grand p v'),
  },
  bound: 'm. mm. mme mmes mlle mlles me dr pr mgr st ste n° no p. pp. vol. t. art. chap. §',
  ranges: 'p. pp. page pages chap. chapitres vol. n° nos art.',
  terms: {
    aboutTheAuthor: 'À propos de l’auteur',
    aboutTheAuthors: 'À propos des auteurs',
    acknowledgments: 'Remerciements',
    afterword: 'Postface',
    alsoBy: 'Du même auteur',
    appendix: 'Annexe',
    authorsNote: 'Note de l’auteur',
    backToText: 'Retour au texte',
    bibliography: 'Bibliographie',
    by: 'de',
    chapter: 'Chapitre',
    colophon: 'Colophon',
    contents: 'Table des matières',
    cover: 'Couverture',
    credits: 'Crédits',
    dedication: 'Dédicace',
    editedBy: 'sous la direction de',
    edition: 'Édition',
    epigraph: 'Épigraphe',
    epilogue: 'Épilogue',
    foreword: 'Avant-propos',
    glossary: 'Glossaire',
    halfTitle: 'Faux-titre',
    illustratedBy: 'illustré par',
    imprint: 'Mentions légales',
    interlude: 'Interlude',
    introduction: 'Introduction',
    landmarks: 'Points de repère',
    madeWith: 'Cette édition de {title} a été réalisée avec Octavo.',
    note: 'Note',
    notes: 'Notes',
    pageList: 'Pages',
    part: 'Partie',
    preface: 'Préface',
    prologue: 'Prologue',
    sceneBreak: 'Changement de scène',
    start: 'Début du texte',
    titlePage: 'Page de titre',
    translatedBy: 'traduit par',
  },
};

export const fr = language('fr', conventions);

/** In Canada only the colon and the guillemets are set off. */
export const frCA = language('fr-CA', { ...conventions, spaceBefore: { ':': NO_BREAK_SPACE } });
