/** The labels above a story: `Title: …`, `Rating:` and its value on the next line, the facts of FanFiction.net, mail. */
import type { Block } from '../types.js';

/** What a label says of the story that follows it. */
export interface Label {
  /** Its name in the front matter or among the tags; empty for what says nothing of the text itself. */
  key: string;
  form: RegExp;
  /** `prose`: it goes to the book as text. `decisive`: no story begins so. `weak`: letters, logs and signs have it too. */
  is?: 'decisive' | 'prose' | 'weak';
}

const label = (...names: string[]): RegExp =>
  new RegExp(
    `^(?:\\*\\*|__|\\*|_|[-\\u2022]\\s?)?(?:${names.join('|')})\\s*[:\\u2013\\uFF1A]\\s*(?:\\*\\*|__|\\*|_)?\\s*`,
    'iu',
  );

// prettier-ignore
export const LABELS: readonly Label[] = [
  { key: 'title', is: 'decisive', form: label('(?:Story |Fic )?Title', 'Tytu\u0142', 'Titel des (?:Buches|Textes)', 'Judul', 'Ba\u015Fl\u0131k', 'Fan ?fic(?:tion)?', 'Titre', 'T\u00EDtulo', 'Titel', 'Titolo', '\u4E66\u540D', '\u6A19\u984C', '\u041D\u0430\u0437\u0432\u0430\u043D\u0438\u0435') },
  { key: 'author', is: 'decisive', form: label('Authors?', 'Written by', 'Auteur', 'F\u00F6rfattare', 'Geschreven door', 'Skriven av', 'Av(?=: \\p{Lu})', 'Door(?=: \\p{Lu})', 'Nombre(?= ?: \\p{Lu})', 'Penulis', 'Karya', 'Yazar(?:\u0131)?', 'Nama pena', 'Pseudonym', 'Escrit[ao] por', 'Geschrieben von', 'Scritto da', 'Napisane przez', '\u00C9crit par', 'Pen ?name', 'Autora?', 'Auteure?', 'Autorin', 'Autore', 'Autrice', '\u4F5C\u8005', '\u0410\u0432\u0442\u043E\u0440') },
  { key: 'Fandom', is: 'decisive', form: label('Fandoms?', '\u0424[\u044D\u0435]\u043D\u0434\u043E\u043C\u044B?') },
  { key: 'Rating', is: 'decisive', form: label('(?:Age )?Rating(?:s|/Warnings?)?', 'Rated', 'Altersfreigabe', 'Classifica\u00E7\u00E3o', 'Clasificaci\u00F3n', '\u0420\u0435\u0439\u0442\u0438\u043D\u0433') },
  { key: 'Archive Warning', is: 'decisive', form: label('Archive warnings?') },
  { key: 'Pairing', is: 'decisive', form: label('Pairings?(?:\\(s\\))?(?:/Characters?)?', 'Main pairing', 'Ships?', 'P\u00E4rchen', 'Casal', 'Parejas?', '(?:\u041E\u0441\u043D\u043E\u0432\u043D\u043E\u0439 )?[\u041F\u043F][\u044D\u0435]\u0439\u0440\u0438\u043D\u0433(?: \u0438 \u043F\u0435\u0440\u0441\u043E\u043D\u0430\u0436\u0438)?') },
  { key: 'Relationships', is: 'decisive', form: label('Relationships?') },
  { key: 'Translator', is: 'decisive', form: label('Translat(?:or|ed by)s?', 'TL(?=: ?\\S+(?: \\S+)?$)', 'Tradu(?:ctor|tor|cteur|zione)') },
  { key: 'Editor', is: 'decisive', form: label('Edit(?:or|ed by)s?', 'Ed(?=: )', 'Proof-?read(?:er|ing|ed by)', 'PR(?=: )', 'Quality check', 'QC', 'TLC', 'Raws?(?= ?:)') },
  { key: 'Prompt', is: 'weak', form: label('Written for', 'Prompt(?:er|s)?', 'Challenge', 'Request(?:ed by)?') },
  { key: 'Setting', is: 'weak', form: label('Time ?line', 'Setting', 'Season', 'Book', 'Universe', 'Verse', 'Canon') },
  { key: 'Characters', form: label('(?:Main )?Characters?(?:/Pairings?)?', 'Personajes', 'Personagens', 'Personnages', 'Charaktere', 'Personaggi', '(?:\u041E\u0441\u043D\u043E\u0432\u043D\u044B\u0435 )?[\u041F\u043F]\u0435\u0440\u0441\u043E\u043D\u0430\u0436\u0438') },
  { key: 'Category', form: label('Categor(?:y|ies)', 'Categor[i\u00ED]as?', 'Kategorien?', '\u041A\u0430\u0442\u0435\u0433\u043E\u0440\u0438\u044F', '\u041D\u0430\u043F\u0440\u0430\u0432\u043B\u0435\u043D\u043D\u043E\u0441\u0442\u044C') },
  { key: '', is: 'decisive', form: label('Genre(?=: .{2,60}\\(\\d{2,5} words\\)$)') },
  { key: 'Genre', form: label('Genres?', 'Gatunek', '\u017D\u00E1nr', 'G[\u00E9e\u00EA]n[e\u00E9]ros?', 'Gatunki?', 'T\u00FCr', '\u0416\u0430\u043D\u0440\u044B?', '(?:\u4F5C\u54C1)?(?:\u5206\u7C7B|\u7C7B\u578B|\u7C7B\u522B)') },
  { key: 'Additional Tags', is: 'decisive', form: label('Additional tags?', 'Freeforms?') },
  { key: 'Tags', form: label('(?:Entry )?Tags?') },
  { key: 'Spoilers', is: 'weak', form: label('Spoilers?') },
  { key: 'Language', is: 'weak', form: label('Language') },
  { key: 'series', form: label('Series', 'Collections?', 'Part of') },
  { key: '', is: 'decisive', form: label('Word ?count', 'Words(?= ?: ?\\D{0,3}\\d)', 'Story URL', 'Author URL', 'Packaged', 'Palabras', 'Palavras', 'W\u00F6rter', 'Parole', '\u0420\u0430\u0437\u043C\u0435\u0440', '(?:\u66F4\u65B0|\u53D1\u5E03)\u65F6\u95F4', '\u5B57\u6570', '\u6700\u540E\u66F4\u65B0', 'Nombre de mots') },
  { key: '', form: label('Chapters?(?= *: *\\d)') },
  { key: '', form: label('Stats', 'ISBN(?:-1[03])?', 'Edici[o\u00F3]n', 'Dise\u00F1o (?:de )?portada', 'Portada', 'Ilustraci[o\u00F3]n', 'Couverture', 'Umschlag(?:gestaltung)?', 'Cover ?design', 'Ok\u0142adka', 'N\u00FAmero de palavras', 'N[u\u00FA]mero de palabras', 'Cr\u00E9ditos?', 'Informa\u00E7(?:\u00F5es|\u00E3o)(?: do conto)?', 'Publicerad', 'Visningar', 'Geplaatst op', 'Aantal keer gelezen', 'Lengte', 'Cijfer', 'Anzahl W[o\u00F6]rter', 'Profesora?', 'Asignatura', 'Curso', 'Requested', 'Navigation', 'Stat(?:us|o|ut)(?=\\s*:\\s*(?:complet|finish|ongoing|paused|hiatus|on hold|in[- ]progress|wip|abandon|dropped|one-?shot))', 'Estado', '\u0421\u0442\u0430\u0442\u0443\u0441', '\u0411\u0435\u0442\u044B?(?: \u0438 \u0441\u043E\u0430\u0432\u0442\u043E\u0440\u044B)?', 'Author (?:on|at) \\S{1,12}', 'Author(?:[\'\u2019]s)? (?:web ?site|page|blog)', 'Taglist', 'Masterlist', 'Navigation', '(?:Story |Chapter )?(?:Play ?list|Songs?|Soundtrack)', 'Inspired by', 'Based on', 'Written in response to', 'Cover(?: art)? by', '\u015Eark\u0131lar?', 'B\u00F6l\u00FCm [\u015E\u015F]ark\u0131\\p{L}*', 'Publisher', 'Archiving', 'Beta[- ]?read(?:er)?(?:ed by)?', 'Kudos', 'Bookmarks', 'Hits', 'Favou?rites', 'Follows', 'Current (?:mood|music|location)', 'Crossposted(?: to)?') },
  { key: '', is: 'weak', form: label('Status', 'Reads', 'Likes', 'Views', 'Shelves', 'Submitted(?: (?:on|to))?', 'Requested(?: by)?', 'Feedback', 'Archive', 'Distribution', 'Beta(?:ed by)?', 'E-?mail', 'Website', 'Comments', 'Reviews', 'Mood', 'Music', 'Location') },
  { key: 'date', form: label('(?:Posted(?: on)?|Published|Date|Completed|(?:Last )?Updated|Written(?: on)?)(?=\\s*[:\\u2013].*\\b(?:\\d{4}|\\d\\d?[./]\\d\\d))') },
  { key: 'date', is: 'weak', form: label('Posted(?: on)?', 'Published', 'Date(?: posted| written)?', 'Completed', '(?:Last )?Updated', 'Written(?: on)?') },
  { key: 'summary', is: 'prose', form: label('(?:Chapter )?Summary', '\u0410\u043D\u043D\u043E\u0442\u0430\u0446\u0438\u044F', 'Opis', 'Ringkasan', '\u00D6zet', 'Samenvatting', 'Beskrivning', 'Sammanfattning', 'Korte inhoud', 'Podsumowanie', 'Description', 'Synopsis', 'Blurb', 'Plot', 'Sinopse', 'Sinopsis', 'Synopse', 'Streszczenie', 'Inhalt', 'Beschreibung', 'Sinossi', '\u0410\u043D\u043D\u043E\u0442\u0430\u0446\u0438\u044F', 'R\u00E9sum\u00E9', 'Resumen', 'Resumo', 'Zusammenfassung', 'Riassunto', '(?:\u5185\u5BB9)?\u7B80\u4ECB', '\u6587\u6848', '\u041E\u043F\u0438\u0441\u0430\u043D\u0438\u0435') },
  { key: 'disclaimer', is: 'prose', form: label('Discl(?:ai|a|ia)mers?', 'Renuncia', 'Haftungsausschluss', '\u0414\u0438\u0441\u043A\u043B\u0435\u0439\u043C\u0435\u0440') },
  { key: 'warning', is: 'prose', form: label('(?:Content |Trigger )?Warnings?', 'TW', 'CW', 'Advertencias?', 'Avisos?', 'Avertissements?', 'Warnung(?:en)?', 'Avvertimenti', 'Ostrze\u017Cenia?', 'Uyar\u0131(?:lar)?', '\u041F\u0440\u0435\u0434\u0443\u043F\u0440\u0435\u0436\u0434\u0435\u043D\u0438[\u0435\u044F]') },
  { key: 'dedication', is: 'prose', form: label('Dedications?', 'Dedicated to', 'Recipients?', 'Giftee', 'Gift(?:ed)? to', 'For(?=: )', 'Gift for', 'Widmung', 'Dedicatoria', 'D\u00E9dicace', '\u041F\u043E\u0441\u0432\u044F\u0449\u0435\u043D\u0438\u0435') },
  { key: 'thanks', is: 'prose', form: label('Acknowledge?ments?', 'Thanks', 'Remerciements?', 'Agradecimientos?', 'Agradecimentos?', 'Danksagung(?:en)?', 'Ringraziamenti', 'Podzi\u0119kowania', 'Te\u015Fekk\u00FCrler', '\u0411\u043B\u0430\u0433\u043E\u0434\u0430\u0440\u043D\u043E\u0441\u0442\u0438') },
  { key: 'glossary', is: 'prose', form: label('Glossary', 'Translations?') },
];

/** Fields of a mail; without one that only a mail has, a story's own letter may begin with them. */
const MAIL_FIELD =
  /^(?:From|To|Cc|Date|Subject|Sent|Reply-To|Sender|Newsgroups|Message-ID|References|In-Reply-To|MIME-Version|Content-Type|Content-Transfer-Encoding|Received|Return-Path|Organization|Lines|Xref|Path|List-[\w-]+|X-[\w-]+):\s/i;
const MAIL_ONLY =
  /^(?:Newsgroups|Message-ID|References|In-Reply-To|MIME-Version|Content-Type|Received|Return-Path|Xref|Path|List-[\w-]+|X-[\w-]+):\s/i;

/** The line of facts that FanFiction.net puts above a story. */
const FFN_FACTS = /^Rated:? (?:Fiction )?(?:K\+?|T|M|MA)\b.{0,40} - .{3,1000}$/;

/** A label found at the beginning of a block. */
export interface Found {
  label: Label;
  value: string;
}

/** The label of a block, if it begins with one. */
export function labelOf({ text }: Pick<Block, 'text'>): Found | undefined {
  if (!/^[*_]{0,2}\p{L}[^:\u2013\uFF1A\n]{0,40}[:\u2013\uFF1A]/u.test(text)) return undefined;
  for (const label of LABELS) {
    const length = label.form.exec(text)?.[0].length;
    if (length !== undefined) return { label, value: text.slice(length).trim() };
  }
  return undefined;
}

/** No value: a story may begin with a document's first word, and say a sentence after it. */
const SENTENCE = /(?:\S+ ){4}.*[.!?]["\u201D]?$/u;
/** No name and no title: words that go on in small letters. */
const CLAUSE = /^\p{Ll}(?:.* ){4}/u;

/** Whether what stands after a label is a sentence of a story, and no name or list. */
export const isSentence = ({ label: { is, key }, value }: Found): boolean =>
  is !== 'prose' && key !== '' && (SENTENCE.test(value) || (key === 'author' && CLAUSE.test(value)));

/** Whether a line has the form of a label that nobody knows: `Recipient: winterbourne`. */
export const unknownLabel = (text: string): boolean =>
  text.length <= 160 &&
  /^[*_[(]{0,2}\p{L}[\p{L} '()\/#&-]{1,30}\s?:\s*[^\s"\u201C].*$/u.test(text) &&
  !/[.!?\u2026]["'\u201D)]*$/.test(text);

/** What says that a post is the whole story: `(1/1)`. */
const WHOLE = /\s*[([]\s*1\s*\/\s*1\s*[)\]]$/;

/** What a label's value says, by the front matter's key or by the label's own name. */
export function factsOf({ key }: Label, value: string): Record<string, string[]> {
  if (value === '' || key === '') return {};
  const isList =
    /^(?:Fandom|Archive Warning|Pairing|Relationships|Characters|Category|Genre|Additional Tags|Tags)$/.test(
      key,
    );
  if (key === 'title') return { title: [value.replace(WHOLE, '')] };
  return { [key]: isList ? value.split(/\s*[,;]\s+/).filter((one) => one !== '') : [value] };
}

/** How many labels in a line are a line of facts. */
const RUN = 3;

/** The labels that stand in one line, with marks between: `Category: Books - Rating: PG - Genres: Drama`. */
export function labelRun({ text }: Pick<Block, 'text'>): Found[] | undefined {
  if (text.length > 600 || !/:.*:.*:/.test(text)) return undefined;
  const found = text.split(/\s+[-|\u00B7\u2022\u2013~]\s+/).flatMap((part) => labelOf({ text: part }) ?? []);
  return found.length >= RUN && found.some(({ label }) => label.is === 'decisive') ? found : undefined;
}

/** The genres that FanFiction.net has; a story may have one or two, or none. */
const GENRES =
  /^(?:(?:^|\/)(?:Adventure|Angst|Crime|Drama|Family|Fantasy|Friendship|General|Horror|Humor|Hurt\/Comfort|Mystery|Parody|Poetry|Romance|Sci-Fi|Spiritual|Supernatural|Suspense|Tragedy|Western))+$/;

/** FanFiction.net's line of facts: its parts by name, the unnamed ones by their place. */
export function ffnFacts({ text }: Block): Record<string, string[]> | undefined {
  if (!FFN_FACTS.test(text)) return undefined;
  const facts: Record<string, string[]> = {};
  const parts = text.split(' - ').map((part) => part.trim());
  parts.forEach((part, index) => {
    const named = /^(?<name>id|[A-Z][A-Za-z]+): ?(?<value>\S.*)$/.exec(part)?.groups;
    if (named?.name !== undefined) {
      const name = named.name === 'Rated' ? 'Rating' : named.name;
      if (!/^(?:id|Reviews|Favs|Follows|Updated|Chapters|Words|Status|Published)$/.test(name))
        facts[name] = [named.value ?? ''];
    } else if (index === 1) facts.Language = [part];
    else if (index === 2 && GENRES.test(part)) facts.Genre = [part];
    else if (index <= 4 && !/^(?:Complete|In-Progress)$/.test(part))
      facts.Characters = part.replaceAll(/[[\]]/g, '').split(/, | (?=\[)/);
  });
  return facts;
}

/** FanFiction.net's path to a story: its title is the last step, its fandom the one before. */
export function breadcrumbFacts({ text }: Block): Record<string, string[]> {
  const [, fandom = '', title = ''] = text.split(/\s*[\u00BB>]\s*/);
  return title === '' ? {} : { title: [title], Fandom: [fandom] };
}

/** How many blocks from `from` on are the header of a mail; 0 where a story may begin with a letter of its own. */
export function mailHeader(blocks: readonly Block[], from: number, to: number): number {
  let end = from;
  while (end < to && MAIL_FIELD.test(blocks[end]?.text ?? '') && (end === from || blocks[end]?.gap === 0))
    end += 1;
  const lines = blocks.slice(from, end).map(({ text }) => text);
  const isPosted = lines.some((line) => MAIL_ONLY.test(line) || /^Subject:.*\bFIC\b/.test(line));
  return isPosted ? end - from : 0;
}

/** What a mail's header says of the story in it. */
export function mailFacts({ text }: Block): Record<string, string[]> {
  const from = /^From:\s*"?([^"<(]*[^"<(\s])/.exec(text)?.[1];
  if (from !== undefined && !from.includes('@')) return { author: [from] };
  const title = /^Subject:.*?\bFIC:?\s*"?(.+?)"?\s*(?:[([]\s*\d+\/\d+.*)?$/.exec(text)?.[1];
  return title === undefined ? {} : { title: [title] };
}
