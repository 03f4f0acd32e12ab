/**
 * What kinds of page are called in the languages of books, as slugs: a file or a heading of such a name means the kind.
 * A bare word that books use for chapters, too, is not
 * here, nor the titles that the table of languages gives: `kinds.ts` takes them from there.
 */
export const NAMES: Readonly<Record<string, string>> = {
  dedication:
    'widmung dedicace dedicatoria dedica opdracht dedikation tilegnelse venovani venovanie dedykacja ajanlas dedicatie ithaf omistus omistuskirjoitus zueignung',
  epigraph: 'epigraphe epigrafe epigraf epigrafo motto mottos epigrafi',
  imprint: 'impressum mentions-legales colofon derechos creditos stopka-redakcyjna tiraz impresszum kunye',
  foreword:
    'geleitwort avant-propos voorwoord forord przedmowa predmluva predslov eloszo cuvant-inainte onsoz esipuhe apresentacao',
  preface: 'vorwort preface-de-l-auteur prefacio prefazione prefata vorrede',
  introduction:
    'einleitung einfuehrung introduccion introducao introduzione inleiding inledning innledning indledning wstep uvod bevezetes introducere giris johdanto',
  map: 'karte karten landkarte carte mapa mapas mappa kaart landkaart kart karta kartta terkep harta harita khartis',
  prologue: 'prolog prologo proloog prologi prologus',
  part: 'teil partie parte deel del resz partea kisim osa',
  interlude: 'zwischenspiel intermezzo intermede interludio interlude interludium entracte kozjatek',
  epilogue: 'epilog epiloog epilogo epilogus sonsoz epilogi',
  afterword:
    'nachwort postface postfacio posfacio postfazione nawoord efterord etterord efterskrift poslowie doslov utoszo postfata jalkisanat nachbemerkung',
  acknowledgments:
    'danksagung dank danksagungen remerciements agradecimientos agradecimentos ringraziamenti dankwoord tack takk podziekowania podekovani podakovanie koszonetnyilvanitas multumiri tesekkur kiitokset',
  appendix: 'anhang annexe appendice apendice bijlage bilaga tillegg dodatek priloha fuggelek anexa ek liite',
  glossary:
    'glossar glossaire glosario glossario woordenlijst ordlista ordliste slowniczek slovnicek szojegyzek glosar sozluk sanasto',
  bibliography:
    'references works-cited literaturverzeichnis literatur bibliographie bibliografia literatuurlijst literaturforteckning kaynakca lahteet irodalom',
  'about-the-author':
    'author the-author about-me author-bio ueber-den-autor ueber-die-autorin ueber-die-autoren zum-autor zur-autorin der-autor die-autorin a-propos-de-l-auteur a-propos-de-l-autrice sobre-el-autor sobre-la-autora sobre-o-autor sobre-a-autora sull-autore l-autore sull-autrice over-de-auteur om-forfattaren om-forfatteren o-autorze o-autorce o-autorovi o-autorke a-szerzorol despre-autor yazar-hakkinda tietoa-kirjailijasta',
  'also-by':
    'weitere-buecher-von ebenfalls-von du-meme-auteur del-mismo-autor do-mesmo-autor dello-stesso-autore van-dezelfde-auteur',
  'half-title': 'schmutztitel faux-titre',
  'title-page': 'titelblatt titelseite page-de-titre portada',
};

/** Titles of pages in one language that mean something else in another: Czech *část*, Polish *cześć*, Danish *tak*. */
export const OTHERWISE: ReadonlySet<string> = new Set(['cast', 'czesc', 'tak']);
