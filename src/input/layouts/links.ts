/** Links and images of another tool's folder, as paths from the file that holds them. */
import { posix } from 'node:path';
import type { Heading, Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { slug } from '../../text/slug.js';
import type { Layout, Manuscript } from '../../types.js';
import { decodedUrl } from '../../text/url.js';

/** Places that a fragment may mean, by file: what they are called, and the fragment that leads there. */
type Anchors = ReadonlyMap<string, ReadonlyMap<string, string>>;

const SCHEME = /^(?:[a-z][a-z\d+.-]*:|[/\\]{2})/i;
const IMAGE = /\.(?:png|jpe?g|gif|webp|svg)$/i;
/** Pages that a folder's path means. */
const FOLDER_PAGES = ['README.md', 'index.md'];

/** Rewrites, in place, the addresses that mean something else to the tool than they do to Octavo. */
export function settleLinks(manuscripts: readonly Manuscript[], layout: Layout): void {
  const anchors = new Map(manuscripts.map(({ rel, tree }) => [rel, anchorsIn(tree)]));
  const everywhere = layout.anchors === 'book' ? homes(anchors) : new Map<string, string>();
  for (const { rel, tree } of manuscripts) {
    visit(tree, (node) => {
      if (node.type === 'image' || (node.type === 'definition' && IMAGE.test(node.url)))
        node.url = imageUrl(node.url, rel, layout);
      else if (node.type === 'link' || node.type === 'definition')
        node.url = linkUrl(node.url, rel, { layout, anchors, everywhere });
      else if (node.type === 'html')
        node.value = node.value.replaceAll(
          /(<img\s[^<>]*?\bsrc=")([^"<>]*)(?=")/gi,
          (_, before: string, url: string) => before + imageUrl(url, rel, layout),
        );
    });
  }
}

/** The ids of a tree and the fragments that lead to them; a heading with an id of its own is also found by its text. */
function anchorsIn(tree: Nodes): Map<string, string> {
  const found = new Map<string, string>();
  const put = (id: string, fragment = id): unknown => found.has(id) || found.set(id, fragment);
  visit(tree, (node) => {
    if (node.type === 'heading') {
      const fragment = node.data?.attributes?.['id'] ?? titleFragment(node);
      put(fragment);
      put(titleFragment(node), fragment);
    } else if (node.type === 'paragraph' && node.data?.attributes?.['id'] !== undefined) {
      put(node.data.attributes['id']);
    } else if (node.type === 'containerDirective' || node.type === 'textDirective') {
      if (node.attributes?.['id']) put(node.attributes['id']);
    } else if (node.type === 'html') {
      for (const [, id = ''] of node.value.matchAll(/\s(?:id|name)="([^"]*)"/g)) put(id);
    }
  });
  return found;
}

/** What a heading without an id of its own is called; an id may not begin with a digit. */
function titleFragment(heading: Heading): string {
  const name = slug(toString(heading, { includeHtml: false, includeImageAlt: false }));
  return /^[a-z_]/i.test(name) ? name : `s-${name}`;
}

/** The file that each place of the book is in: the first that has it. */
function homes(anchors: Anchors): Map<string, string> {
  const found = new Map<string, string>();
  for (const [rel, ids] of anchors) for (const id of ids.keys()) if (!found.has(id)) found.set(id, rel);
  return found;
}

interface Where {
  layout: Layout;
  anchors: Anchors;
  everywhere: ReadonlyMap<string, string>;
}

function linkUrl(url: string, rel: string, { layout, anchors, everywhere }: Where): string {
  if (url === '' || SCHEME.test(url)) return url;
  const [, path = '', hash = ''] = /^([^#?]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? [];
  const id = decodedUrl(hash);
  const own = path === '' ? rel : textAt(resolved(path, rel, layout), layout);
  const file = path === '' && !anchors.get(rel)?.has(id) ? (everywhere.get(id) ?? rel) : own;
  if (file === undefined) return url;
  const fragment = id === '' ? '' : `#${anchors.get(file)?.get(id) ?? id}`;
  return file === rel && fragment !== '' ? fragment : relative(file, rel) + fragment;
}

/** A path in the book's folder; one that begins with a slash starts where the tool's does. */
function resolved(path: string, rel: string, { images = [] }: Layout): string {
  const name = decodedUrl(path);
  const base = name.startsWith('/') ? (images[0] ?? '') : posix.dirname(rel);
  return posix.normalize(posix.join(base, name.replace(/^\/+/, ''))).normalize('NFC');
}

/** The text that a path means: itself, the source of a page, or the page of a folder. */
function textAt(file: string, { files }: Layout): string | undefined {
  const tries = [
    file,
    file.replace(/\.html?$/i, '.md'),
    ...FOLDER_PAGES.map((page) => posix.join(file, page)),
  ];
  return tries.find((one) => files.has(one));
}

function imageUrl(url: string, rel: string, layout: Layout): string {
  if (url === '' || SCHEME.test(url)) return url;
  const { images = [], files } = layout;
  const name = decodedUrl(url).replace(/[?#].*$/s, '');
  if (files.has(posix.normalize(posix.join(posix.dirname(rel), name)).normalize('NFC'))) return url;
  const paths = images.map((base) =>
    posix.normalize(posix.join(base, name.replace(/^\/+/, ''))).normalize('NFC'),
  );
  const found = paths.find((path) => files.has(path));
  return found === undefined ? url : relative(found, rel);
}

const relative = (file: string, rel: string): string =>
  encodeURI(posix.relative(posix.dirname(rel), file))
    .replaceAll('#', '%23')
    .replaceAll('?', '%3F');
