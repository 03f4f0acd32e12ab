/** A finished EPUB as an edition: its words, what it says of itself, and its other files. */
import { openBook, type NavPoint, type PublicationMetadata } from '../epub/publication.js';
import { blocksOf } from './blocks.js';
import type { Block, Edition, EditionSection } from './types.js';

/**
 * Reads the bytes of an EPUB, anybody's; `name` is the user's name for it. Look with `archiveProblem` first.
 *
 * @throws Error in an author's words where it cannot be read.
 */
export function readEdition(bytes: Uint8Array, name: string): Edition {
  const { publication, archive } = openBook(bytes);
  const titles = titlesOf(publication.toc);
  const documents = publication.spine.filter(({ properties }) => !properties.includes('nav'));
  const sections = documents.map(({ path }): EditionSection => {
    const markup = archive.text(path);
    if (markup === undefined) throw new Error(`The book lacks its file \`${path}\``);
    const blocks = blocksOf(markup);
    const id = path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
    return { id, path, title: titles.get(path) ?? headingOf(blocks) ?? id, blocks };
  });
  const read = new Set(documents.map(({ path }) => path));
  const files = publication.resources.flatMap(({ path, mediaType }): [string, number][] => {
    const entry = archive.entry(path);
    return entry && !read.has(path) && !MARKUP.test(mediaType) ? [[path, entry.crc]] : [];
  });
  return {
    name,
    title: publication.metadata.title || name,
    metadata: fieldsOf(publication.metadata),
    sections,
    files: new Map(files),
  };
}

/** What is neither a picture nor a font nor a sound: text, navigation and style sheets. */
const MARKUP = /xhtml|xml$|html|css/;

/** The first entry of a document names it, whatever else of it is listed. */
function titlesOf(toc: readonly NavPoint[]): Map<string, string> {
  const titles = new Map<string, string>();
  const add = ({ path, title, children }: NavPoint): void => {
    if (path !== '' && title !== '' && !titles.has(path)) titles.set(path, title);
    children.forEach(add);
  };
  toc.forEach(add);
  return titles;
}

const headingOf = (blocks: readonly Block[]): string | undefined =>
  blocks.find(({ heading }) => heading !== undefined)?.text.replaceAll('\n', ' ');

/** The time of the build is in every book and says nothing to a reader: `modified` is left out. */
function fieldsOf(metadata: PublicationMetadata): Map<string, string> {
  const { series } = metadata;
  const names = (people: readonly { name: string; role?: string }[]) =>
    people.map(({ name, role }) => (role && role !== 'aut' ? `${name} (${role})` : name)).join(', ');
  const fields: [string, string | undefined][] = [
    ['Title', metadata.title],
    ['Subtitle', metadata.subtitle],
    ['Authors', names(metadata.creators)],
    ['Contributors', names(metadata.contributors)],
    ['Language', metadata.languages.join(', ')],
    ['Identifier', metadata.identifier],
    ['Date', metadata.date],
    ['Publisher', metadata.publisher],
    ['Rights', metadata.rights],
    ['Description', metadata.description],
    ['Source', metadata.source],
    ['Subjects', metadata.subjects.join(', ')],
    ['Series', series && [series.name, series.number].filter((part) => part !== undefined).join(' ')],
  ];
  return new Map(fields.filter((field): field is [string, string] => Boolean(field[1])));
}
