/** The images that a book asks for. */
import type { ImageReference, Nodes } from 'mdast';
import type { Book, ImageRequest, MdastRoot, Section } from '../../types.js';
import { schemeOf } from '../../text/url.js';
import { locate } from '../locate.js';
import { walk } from '../scan.js';
import { embeddedBytes, embeddedName } from './embedded.js';

const HTML_IMAGE = /<img(?=[\s/])/gi;
/** A name with its value: between double or single quotes, or bare. */
const HTML_ATTRIBUTE = /[\s/]+([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/y;

/** The trees of a section in the order in which they are printed. */
export const treesOf = ({ heading, front, tree, continued = [] }: Section): MdastRoot[] =>
  [
    ...[heading, front.epigraph, front.summary, front.noteBefore, tree],
    ...continued.map((one) => one.tree),
    ...[front.noteAfter, front.tags],
  ].filter((part) => part !== undefined);

/** The file that a tree of a section came from. */
export const fileOf = (tree: MdastRoot, section: Section): Pick<Section, 'path' | 'rel'> =>
  section.continued?.find((one) => one.tree === tree) ?? section;

/** The file that an image URL means; undefined for one that is neither within the book's folder nor in the URL. */
export function imageFile(url: string, rel: string): string | undefined {
  const bytes = embeddedBytes(url);
  if (bytes) return embeddedName(bytes);
  if (schemeOf(url) !== undefined) return undefined;
  const { file, problem } = locate(url, rel);
  return problem === undefined ? file : undefined;
}

/**
 * Every image (and the cover) that the book asks for, in reading order, once for each place. Remote ones and
 * those outside of the book's folder are left out: `compose` says what is wrong with them.
 */
export function imageRequests(book: Book): ImageRequest[] {
  const requests: ImageRequest[] = [];
  const references: { node: ImageReference; section: Pick<Section, 'path' | 'rel'> }[] = [];
  const definitions = new Map<string, string>();
  const add = (url: string, { rel, path }: Pick<Section, 'rel' | 'path'>, node?: Nodes) => {
    const bytes = embeddedBytes(url);
    const file = bytes ? embeddedName(bytes) : imageFile(url, rel);
    if (file === undefined) return;
    const start = node?.position?.start;
    const place = start ? { place: { line: start.line, column: start.column } } : {};
    requests.push({ file, path, ...place, ...(bytes ? { bytes } : {}) });
  };
  if (book.cover) add(book.cover.url, { rel: '', path: book.cover.path });
  for (const whole of book.sections) {
    for (const tree of treesOf(whole)) {
      const section = fileOf(tree, whole);
      walk(tree, (node) => {
        if (node.type === 'image') add(node.url, section, node);
        else if (node.type === 'imageReference') references.push({ node, section });
        else if (node.type === 'html') for (const url of htmlSources(node.value)) add(url, section, node);
        else if (node.type === 'definition') {
          const key = definitionKey(section, node.identifier);
          if (!definitions.has(key)) definitions.set(key, node.url);
        }
        return true;
      });
    }
  }
  for (const { node, section } of references) {
    const url = definitions.get(definitionKey(section, node.identifier));
    if (url !== undefined) add(url, section, node);
  }
  return requests;
}

/** Labels hold in their whole file, which may be several sections. */
const definitionKey = ({ rel, path }: Pick<Section, 'path' | 'rel'>, identifier: string): string =>
  [rel || path, identifier.toUpperCase()].join('\n');

/** The sources of images in raw HTML, in order. */
function htmlSources(html: string): string[] {
  const sources: string[] = [];
  for (const { index } of html.matchAll(HTML_IMAGE)) {
    HTML_ATTRIBUTE.lastIndex = index + '<img'.length;
    for (let match = HTML_ATTRIBUTE.exec(html); match; match = HTML_ATTRIBUTE.exec(html)) {
      const [, name = '', double, single, bare] = match;
      if (name.toLowerCase() === 'src') sources.push(decodeHtml(double ?? single ?? bare ?? ''));
    }
  }
  return sources;
}

/** `&amp;` is the one reference that people write in an address. */
const decodeHtml = (value: string): string => value.replaceAll('&amp;', '&');
