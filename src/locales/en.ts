/** English: American conventions, and the British ones that differ. */
import type { Elisions, Locale } from '../types.js';

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Contractions, dropped h's and g's, and clipped words of common English dialects. */
export const ENGLISH_ELISIONS: Elisions = {
  head: words(`
    tis tisn twas twasn twere tweren twill twould twouldn twixt tween twon tain taint t th
    em m f um un uns uz at fo n neath gainst mongst pon cept ceptin nuff nough spect specks spose sposin pose posin bout cos cuz coz kase
    fraid til ud ull ll ve d low lowed lows lowin stead nother scuse stonished baccy bacca bacco tater taters
    possum possums gator gators rithmetic cordin pears peared casion lasses larm morrow zackly zactly
    xactly xcept xpect magine clare lectric lection nless ventures ventur greed spise sdeath sblood swounds
    struth strewth frisco lizabeth liza dout fess spected sturb spute sturbed sfoot zounds kay flu cello varsity ullo allo
    e im ave avin aven ad adn isself imself erself eart earts earty ead eads ouse ouses ome orse orses orspital
    ospital ow owever ope opes oped elp elped elpless igh igher arf alf undred undreds unt unting usband
    usbands appen appened appens appy ard arder ardly ate ated ot otter otel ole oles ood oo oose ooman eaven
    eavens eavy eared eerd ears ello ere eres ers ighness int ints iss itch itched ither ockey oliday olidays olding
    oller ollered ollow onest onesty onour onner orrible orrid orrors urt urry urried urts umble umbug ungry andkerchief
    ankercher andsome andy arbour arm arms arness arvest asn adn aint ealth eathen edge eels elpin ay ammer anging anged
  `),
  maybeHead: words(`
    cause round long most way cross deed count sides course fess ware bus phone plane night fore hind
    mid midst ere er is as it and hands and ands ill ear air are all at old and eat our over ope side
    less until till gin gan bove board shore stonish member tire tend sign scape special larboard stroy port press
    change bode venge bide lone way how un un s re r y im in am
  `),
  tail: words(`
    th o ol wi wid mo po fo yo jes jus mus las fus nex tha lan han stan groun roun aroun behin kin fin foun sen
    tole mos almos bes leas wes eas betwix wha doan kep slep crep lef sof tho thro altho a i gi ca fa fu wa
    ba sma awa ha t d an en er den whar wher mor befo sho do's de fr fer ye y oft aft nuffin nothin somethin anythin everythin mornin evenin darlin lightnin blin chile chil wil wus
    hol tol col ole frien friens fren frens husban thousan poun hund worl fiel chil wouldn couldn shouldn didn
    don won isn wasn ain can hadn hasn haven aren weren dinna canna mus mustn needn fac fack exac ex ac
    ob uv agin jest mout respec expec suspec objec prospec subjec collec direc perfec stric distric
    ev nev ov gov mos sixpen twopen wan gran han bran hones inten presen sergean lieutenan minit
  `),
  tailEnding: 'in',
  after: {
    a: words('d t could would should might must may will ll to coulda'),
  },
  lostBefore: words(
    'h a be re de dis in ex con im e un en per sus sup ac al ap as at com for with i s th es of ad ar',
  ),
  lostAfter: words('g d t f h k th e'),
};

const BOUND = words(`
  mr. mrs. ms. mx. dr. prof. rev. fr. hon. st. mt. ste. messrs. mmes. capt. col. gen. lt. maj. sgt. cpl. adm. cmdr.
  gov. sen. rep. pres. mlle. mme. m. sr. sra. no. nos. vol. vols. p. pp. ch. fig. figs. §
`);

export const en: Locale = {
  language: 'en',
  direction: 'ltr',
  quotes: { outer: ['\u201C', '\u201D'], inner: ['\u2018', '\u2019'], space: '' },
  dash: { mark: '\u2014', spaced: false },
  spaceBefore: {},
  elisions: ENGLISH_ELISIONS,
  bound: BOUND,
  ranges: words(
    'p. pp. page pages chapter chapters ch. chs. vol. vols. volumes no. nos. nos line lines ll. verses ages',
  ),
  terms: {
    aboutTheAuthor: 'About the Author',
    aboutTheAuthors: 'About the Authors',
    acknowledgments: 'Acknowledgments',
    afterword: 'Afterword',
    alsoBy: 'Also By',
    appendix: 'Appendix',
    backToText: 'Back to the text',
    bibliography: 'Bibliography',
    by: 'by',
    chapter: 'Chapter',
    colophon: 'Colophon',
    contents: 'Contents',
    cover: 'Cover',
    credits: 'Credits',
    dedication: 'Dedication',
    editedBy: 'edited by',
    edition: 'Edition',
    epigraph: 'Epigraph',
    epilogue: 'Epilogue',
    foreword: 'Foreword',
    glossary: 'Glossary',
    halfTitle: 'Half Title',
    imprint: 'Imprint',
    illustratedBy: 'illustrated by',
    interlude: 'Interlude',
    introduction: 'Introduction',
    landmarks: 'Landmarks',
    madeWith: 'This edition of {title} was made with Octavo.',
    note: 'Note',
    notes: 'Notes',
    pageList: 'Pages',
    part: 'Part',
    preface: 'Preface',
    prologue: 'Prologue',
    sceneBreak: 'Scene break',
    start: 'Start of the text',
    titlePage: 'Title Page',
    translatedBy: 'translated by',
  },
};

export const enGB: Locale = {
  ...en,
  language: 'en-GB',
  quotes: { outer: en.quotes.inner, inner: en.quotes.outer, space: '' },
  dash: { mark: '\u2013', spaced: true },
  terms: { ...en.terms, acknowledgments: 'Acknowledgements' },
};
