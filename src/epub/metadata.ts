/** The `metadata` of a package document, EPUB 2 or 3, with calibre's series. https://www.w3.org/TR/epub-33/#sec-pkg-metadata */
import { elementsOf, textOf, type XmlElement } from './xml.js';

interface PublicationPerson {
  name: string;
  /** MARC relator code, where it is given: `aut`, `trl`. */
  role?: string;
  /** Name to sort by. */
  fileAs?: string;
}

/** Texts as the book has them, white space collapsed; nothing is checked. */
export interface PublicationMetadata {
  /** The main title; empty where there is none. */
  title: string;
  subtitle?: string;
  creators: PublicationPerson[];
  contributors: PublicationPerson[];
  languages: string[];
  /** The package's unique identifier. */
  identifier?: string;
  identifiers: string[];
  date?: string;
  /** `dcterms:modified`. */
  modified?: string;
  publisher?: string;
  rights?: string;
  /** May hold HTML, as many shops' descriptions do. */
  description?: string;
  source?: string;
  subjects: string[];
  series?: { name: string; number?: number };
  /** Every `<meta name="…" content="…"/>`, as EPUB 2 has them. */
  named: ReadonlyMap<string, string>;
}

/** What `metadata` says, and the manifest id that EPUB 2's `<meta name="cover">` names. */
export function readMetadata(
  element: XmlElement | undefined,
  uniqueId: string | undefined,
): { metadata: PublicationMetadata; coverId?: string } {
  const children = element ? elementsOf(element).flatMap(unwrapped) : [];
  const refinements = refinementsOf(children);
  const all = (name: string) => children.filter((child) => child.name === name && textOf(child) !== '');
  const texts = (name: string) => all(name).map(textOf);
  const refined = ({ attributes }: XmlElement, property: string) =>
    refinements.get(attributes['id'] ?? '')?.get(property);
  const metas = children.filter(
    ({ name, attributes }) => name === 'meta' && attributes['name'] !== undefined,
  );
  const named = new Map(
    metas.map(({ attributes }) => [attributes['name'] ?? '', attributes['content'] ?? '']),
  );
  const person = (child: XmlElement): PublicationPerson => {
    const role = refined(child, 'role') ?? child.attributes['opf:role'];
    const fileAs = refined(child, 'file-as') ?? child.attributes['opf:file-as'];
    return { name: textOf(child), ...defined({ role, fileAs }) };
  };

  const titles = all('title');
  const main = titles.find((title) => refined(title, 'title-type') === 'main') ?? titles[0];
  const subtitle = titles.find((title) => refined(title, 'title-type') === 'subtitle');
  const unique = all('identifier').find(({ attributes }) => attributes['id'] === uniqueId);
  const modified = children.find(({ attributes }) => attributes['property'] === 'dcterms:modified');
  const metadata: PublicationMetadata = {
    title: main ? textOf(main) : '',
    creators: all('creator').map(person),
    contributors: all('contributor').map(person),
    languages: texts('language'),
    identifiers: texts('identifier'),
    subjects: texts('subject'),
    named,
    ...defined({
      subtitle: subtitle && textOf(subtitle),
      identifier: unique && textOf(unique),
      date: publicationDate(all('date')),
      modified: modified && textOf(modified),
      publisher: texts('publisher')[0],
      rights: texts('rights')[0],
      description: texts('description')[0],
      source: texts('source')[0],
      series: seriesOf(children, refined) ?? calibreSeries(named),
    }),
  };
  return { metadata, ...defined({ coverId: named.get('cover') }) };
}

/** OEBPS-era packages wrap their elements: https://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.2 */
const unwrapped = (child: XmlElement): XmlElement[] =>
  child.name === 'dc-metadata' || child.name === 'x-metadata' ? elementsOf(child) : [child];

/** What `<meta refines="#id" property="…">` says, by id and property. */
function refinementsOf(children: readonly XmlElement[]): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const child of children) {
    const { refines, property } = child.attributes;
    if (child.name !== 'meta' || refines === undefined || property === undefined) continue;
    const id = refines.replace(/^#/, '');
    const properties = found.get(id) ?? new Map<string, string>();
    if (!properties.has(property)) properties.set(property, textOf(child));
    found.set(id, properties);
  }
  return found;
}

/** EPUB 2 tells dates apart by `opf:event`; the first that is no date of conversion or change counts. */
function publicationDate(dates: readonly XmlElement[]): string | undefined {
  const eventOf = ({ attributes }: XmlElement) => attributes['opf:event'] ?? 'publication';
  const date = dates.find((child) => eventOf(child) === 'publication') ?? dates[0];
  return date && textOf(date);
}

type Refined = (child: XmlElement, property: string) => string | undefined;

/** https://www.w3.org/TR/epub-33/#sec-belongs-to-collection */
function seriesOf(children: readonly XmlElement[], refined: Refined): PublicationMetadata['series'] {
  const collection = children.find(
    (child) =>
      child.attributes['property'] === 'belongs-to-collection' &&
      (refined(child, 'collection-type') ?? 'series') === 'series',
  );
  if (!collection) return undefined;
  return { name: textOf(collection), ...numbered(refined(collection, 'group-position')) };
}

function calibreSeries(named: ReadonlyMap<string, string>): PublicationMetadata['series'] {
  const name = named.get('calibre:series');
  return name === undefined ? undefined : { name, ...numbered(named.get('calibre:series_index')) };
}

const numbered = (text: string | undefined): { number?: number } => {
  const number = Number(text);
  return text === undefined || text === '' || Number.isNaN(number) ? {} : { number };
};

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The same object without its undefined values. */
const defined = <T extends Record<string, unknown>>(values: T): Defined<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
