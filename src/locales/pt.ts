/** Portuguese: Brazilian and European. */
import { EM_DASH, language, NO_BREAK_SPACE, SPACED_EM, words, type Conventions } from './language.js';

const conventions: Conventions = {
  alternatives: { guillemets: { outer: ['«', '»'], inner: ['“', '”'] } },
  dash: SPACED_EM,
  dialogue: `${EM_DASH}${NO_BREAK_SPACE}`,
  elisions: { tail: words('d n'), head: words('tá tava té cê') },
  bound:
    'sr. sra. srta. dr. dra. d. prof. profa. s. sto. sta. n.º nº p. pp. pág. págs. vol. cap. art. fig. §',
  ranges: 'p. pp. pág. págs. páginas cap. capítulos vol.',
  terms: {
    aboutTheAuthor: 'Sobre o autor',
    aboutTheAuthors: 'Sobre os autores',
    acknowledgments: 'Agradecimentos',
    afterword: 'Posfácio',
    alsoBy: 'Outras obras de',
    appendix: 'Apêndice',
    authorsNote: 'Nota do autor',
    backToText: 'Voltar ao texto',
    bibliography: 'Bibliografia',
    by: 'de',
    chapter: 'Capítulo',
    colophon: 'Colofão',
    contents: 'Sumário',
    cover: 'Capa',
    credits: 'Créditos',
    dedication: 'Dedicatória',
    editedBy: 'organização de',
    edition: 'Edição',
    epigraph: 'Epígrafe',
    epilogue: 'Epílogo',
    foreword: 'Apresentação',
    glossary: 'Glossário',
    halfTitle: 'Falsa folha de rosto',
    illustratedBy: 'ilustrado por',
    imprint: 'Ficha técnica',
    interlude: 'Interlúdio',
    introduction: 'Introdução',
    landmarks: 'Pontos de referência',
    madeWith: 'Esta edição de {title} foi feita com o Octavo.',
    note: 'Nota',
    notes: 'Notas',
    pageList: 'Páginas',
    part: 'Parte',
    preface: 'Prefácio',
    prologue: 'Prólogo',
    sceneBreak: 'Mudança de cena',
    start: 'Início do texto',
    titlePage: 'Folha de rosto',
    translatedBy: 'traduzido por',
  },
};

export const pt = language('pt', conventions);
export const ptBR = language('pt', conventions, 'pt-BR');
export const ptPT = language('pt-PT', {
  ...conventions,
  alternatives: { curly: { outer: pt.quotes.outer, inner: pt.quotes.inner } },
  terms: { ...conventions.terms, contents: 'Índice', titlePage: 'Página de rosto', halfTitle: 'Anterrosto' },
});
