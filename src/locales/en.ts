/** English: American conventions, and the British ones that differ. */
import type { Elisions } from './types.js';
import { CLOSED_EM, SPACED_EN, language, words, type Conventions } from './language.js';
import { ENGLISH } from './terms.js';

/** Contractions, dropped h's and g's, and clipped words of common English dialects. */
const ELISIONS: Elisions = {
  head: words(`
    ad adn aint alf allo ammer andkerchief andsome andy anged anging ankercher appen appened appens appy
    arbour arbs ard arder ardly arf arness arvest asn ated ave aven avin bacca bacco baccy bout cademy
    casion cause cept ceptin cordin cording cos coz cuz d dentical dout e ead eaded eads ealth eared
    ears eart earted earts earty eathen eaven eavens eavy eerd ello elp elped elpin elpless em erbs eres
    ers erself eself f fection fectly fess fo fraid fraidcat frisco gainst gether gree greeable haps igh
    igher ighness im imself int ints iss isself itch itched ither kase larm larum lection lectric
    lectricity ligion ll low lowed lowin lows m magine mazing membered memberin merica merican mericans
    mongst morrow n neath nless nother nough nuf nuff nuther ockey olding ole oles oliday olidays oller
    ollered ollow ome onest onesty onner onour oo ood ooman oomans oose ope oped opes orrible orrid
    orrors orse orses orspital ospital ot otel otter ouse ouses ow owever parently peared pears pinion
    pinions ployed pon pose posin pothecary prentice prenticed publican quaintance quainted rangement
    rithmetic sassin sblood scaped scuse sdeath sfoot sociate speciality specially specks spect
    spectable spected spicion spicions spicious spise splain spose sposin sprise spute stablished
    stablishment stead stonished stonishing stonishment strewth struth sturb sturbed suade swounds sylum
    t tain taint tatur th thout til till tirely tis tisn twas twasn tween twere tweren twill twixt twon
    twould twouldn ud ull ullo um umble umbug umph un undred undreds ungry uns unt unting urried urry
    urt urts usband usbands uz varsity ve ventur xactly xamine xcept xpect xpected zackly zactly zamine
    zounds
  `),
  maybeHead: words(`
    air all am and ands are arm arms as at ate ay bide board bode bove bus cello change clare count
    course cross deed ear eat edge eels er ere flu fore gan gator gators gin greed hands hind how ill in
    is it kay larboard lasses less liza lizabeth lone long member mid midst most night old our over
    phone plane port possum possums press r re round s scape shore side sides sign special stonish stroy
    tater taters tend tire until venge ventures ware way y
  `),
  tail: words(`
    a ac aft agin ain almos altho an anythin aren aroun awa ba befo behin bes betwix blin bran ca can
    canna chil chile col collec couldn crep d darlin de den didn dinna direc distric doan don eas en er
    ev evenin everythin ex exac expec fa fac fack fer fiel fin fo foun fr fren frens frien friens fu fus
    gi gov gran groun ha hadn han hasn haven hol hones hund husban i inten isn jes jest jus kep kin lan
    las leas lef lieutenan lightnin minit mo mor mornin mos mout mus mustn n needn nev nex nothin nuffin
    o ob objec oft ol ole ov perfec po poun presen prospec respec roun sen sergean sho shouldn sixpen
    slep sma sof somethin stan stric subjec suspec t th tha tho thousan thro tol tole twopen uv wa wan
    wasn weren wes wha whar wher wi wid wil won worl wouldn wus y ye yo
  `),
  tailEnding: 'in',
  after: {
    a: words('d t could would should might must may will ll to coulda'),
  },
  lostBefore: words(
    'h a be re de dis in ex con im e un en per sus sup ac al ap as at com for i s th es of ad ar',
  ),
  lostAfter: words('g d t f h k th e'),
};

const BOUND = `
  mr. mrs. ms. mx. dr. prof. rev. fr. hon. st. mt. ste. messrs. mmes. capt. col. gen. lt. maj. sgt. cpl. adm. cmdr.
  gov. sen. rep. pres. mlle. mme. m. sr. sra. no. nos. vol. vols. p. pp. ch. fig. figs. §
`;

const conventions: Conventions = {
  dash: CLOSED_EM,
  suspends: 'and or to nor but not rather through versus than',
  suffixes: 'ed er ers esque ing ish ism ist like ly ness wise',
  elisions: ELISIONS,
  bound: BOUND,
  ranges:
    'p. pp. page pages chapter chapters ch. chs. vol. vols. volumes no. nos. line lines ll. verses ages',
  rangeUnits:
    'years days weeks months hours minutes seconds people pages times percent degrees miles feet inches pounds dollars men women children words a.m p.m am pm km cm kg',
  counted: {
    chapter: { inWords: 'chapter {Number}', words: 'en' },
    part: { inWords: 'part {Number}', words: 'en' },
  },
  terms: ENGLISH,
};

export const en = language('en', conventions);

/** British books: CLDR has double marks outside, novels single ones; the text shows which. */
export const enGB = language('en-GB', {
  ...conventions,
  outer: en.quotes.inner,
  inner: en.quotes.outer,
  dash: SPACED_EN,
  terms: { ...ENGLISH, acknowledgments: 'Acknowledgements' },
});
