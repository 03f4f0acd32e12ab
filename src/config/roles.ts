/**
 * What people do for a book: MARC relator codes by the word that an author would use.
 *
 * @see https://id.loc.gov/vocabulary/relators.html
 */
export const ROLES: Readonly<Record<string, string>> = {
  adapter: 'adp',
  annotator: 'ann',
  artist: 'art',
  'author of afterword': 'aft',
  'author of foreword': 'aui',
  'author of introduction': 'win',
  'author of preface': 'wpr',
  author: 'aut',
  'beta reader': 'red',
  'book designer': 'bkd',
  'book producer': 'bkp',
  cartographer: 'ctg',
  collaborator: 'clb',
  colorist: 'clr',
  commentator: 'cmm',
  compiler: 'com',
  contributor: 'ctb',
  copyeditor: 'cpe',
  'copyright holder': 'cph',
  'cover designer': 'cov',
  critic: 'crt',
  dedicatee: 'dte',
  designer: 'dsr',
  editor: 'edt',
  engraver: 'egr',
  'ghost writer': 'ghw',
  honoree: 'hnr',
  illuminator: 'ilu',
  illustrator: 'ill',
  interviewee: 'ive',
  interviewer: 'ivr',
  letterer: 'ltr',
  lyricist: 'lyr',
  narrator: 'nrt',
  other: 'oth',
  patron: 'pat',
  photographer: 'pht',
  poet: 'poe',
  printer: 'prt',
  'production manager': 'pmn',
  proofreader: 'pfr',
  publisher: 'pbl',
  'publishing director': 'pbd',
  redactor: 'red',
  researcher: 'res',
  reviewer: 'rev',
  'scientific advisor': 'sad',
  scribe: 'scr',
  songwriter: 'lyr',
  sponsor: 'spn',
  'technical advisor': 'tch',
  'thesis advisor': 'ths',
  transcriber: 'trc',
  translator: 'trl',
  'type designer': 'tyd',
  typographer: 'tyg',
  writer: 'aut',
};

const CODES: ReadonlySet<string> = new Set(Object.values(ROLES));

/** The MARC relator code of a word or code; nothing where it is neither. */
export function roleCode(role: string): string | undefined {
  const word = role
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
  if (CODES.has(word)) return word;
  return Object.hasOwn(ROLES, word) ? ROLES[word] : undefined;
}
