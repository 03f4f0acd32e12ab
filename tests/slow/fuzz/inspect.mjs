// What must hold of every book: each file well-formed, each id once, each reference to something that is there, and
// nothing empty that must say something.
import { SaxesParser } from 'saxes';

/** Attributes that name ids of their own document. */
const ID_REFERENCES = [
  'aria-labelledby',
  'aria-describedby',
  'aria-owns',
  'aria-controls',
  'headers',
  'for',
  'refines',
  'toc',
];
/** Elements that name nothing, or nowhere, when they are empty. */
const MUST_SAY = new Set(['title', 'text', 'dc:title', 'dc:language', 'dc:identifier', 'dc:creator']);
/** More of those, in the navigation. */
const MUST_SAY_IN_NAVIGATION = new Set(['a', 'h1', 'h2']);
/** Elements that hold no other of their own name, however deep. */
const NEVER_IN_ITSELF = new Set([
  'a',
  'dfn',
  'label',
  'form',
  'progress',
  'meter',
  'time',
  'h1',
  'h2',
  'h3',
  'p',
  'math',
  'caption',
  'nav',
]);

/** Elements of formulas that hold text alone. */
const TEXT_ALONE = new Set(['mi', 'mn', 'mo', 'ms', 'mtext']);

/** A document's ids and references, and what is wrong with it by itself. */
function read(name, text) {
  const found = { ids: new Set(), links: [], items: new Map(), spine: [], faults: [] };
  const open = [];
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', (problem) => {
    throw problem;
  });
  parser.on('opentag', ({ name: tag, attributes }) => {
    if (NEVER_IN_ITSELF.has(tag) && open.some((one) => one.tag === tag))
      found.faults.push(`<${tag}> in <${tag}>`);
    const within = open.at(-1)?.tag;
    if (TEXT_ALONE.has(within)) found.faults.push(`<${tag}> in <${within}>`);
    open.push({
      tag,
      says:
        MUST_SAY.has(tag) || (name === 'OEBPS/toc.xhtml' && MUST_SAY_IN_NAVIGATION.has(tag)) ? '' : undefined,
    });
    const value = (key) => attributes[key]?.value;
    const id = value('id');
    if (id !== undefined) {
      if (found.ids.has(id)) found.faults.push(`id twice: ${id}`);
      if (!/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(id)) found.faults.push(`id: ${id}`);
      found.ids.add(id);
    }
    if (tag === 'item') found.items.set(id, value('href'));
    if (tag === 'itemref') found.spine.push(value('idref'));
    for (const key of ['href', 'src', 'xlink:href'])
      if (value(key) !== undefined) found.links.push(value(key));
    for (const key of ID_REFERENCES)
      for (const target of (value(key) ?? '').split(/\s+/).filter(Boolean))
        found.links.push(target.startsWith('#') ? target : `#${target}`);
    if (tag === 'img' && !value('src')) found.faults.push('img without src');
    const alt = tag === 'img' ? value('alt') : undefined;
    if (alt) for (const one of open) if (one.says !== undefined) one.says += alt;
  });
  parser.on('text', (content) => {
    for (const one of open) if (one.says !== undefined) one.says += content;
  });
  parser.on('closetag', () => {
    const { tag, says } = open.pop();
    if (says?.trim() === '') found.faults.push(`<${tag}> says nothing`);
  });
  parser.write(text).close();
  return { name, ...found };
}

const folderOf = (name) => name.slice(0, name.lastIndexOf('/') + 1);

/** The faults of a book's files. */
export function faultsOf(files) {
  const names = new Set(files.map(({ name }) => name));
  const documents = new Map();
  const faults = [];
  for (const { name, bytes } of files) {
    if (!/\.(?:xhtml|opf|ncx|xml)$/.test(name)) continue;
    try {
      documents.set(
        name,
        read(name, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)),
      );
    } catch (problem) {
      faults.push(`${name}: ${problem.message}`);
    }
  }
  for (const { name, links, faults: own } of documents.values()) {
    faults.push(...own.map((fault) => `${name}: ${fault}`));
    for (const link of links) {
      if (/^(?:https?|mailto|tel):/i.test(link) || name === 'META-INF/container.xml') continue;
      const [path, id, more] = link.split('#');
      const target = path === '' ? name : new URL(path, `x:/${folderOf(name)}`).pathname.slice(1);
      if (more !== undefined) faults.push(`${name}: two marks in ${link}`);
      else if (!names.has(decodeURI(target))) faults.push(`${name}: no file ${link}`);
      else if (id !== undefined && documents.get(target)?.ids.has(id) === false)
        faults.push(`${name}: no place ${link}`);
    }
  }
  return [...faults, ...disorder(documents)];
}

/** Entries of the contents that do not stand in the order of the spine (EPUBCheck's NAV-011). */
function disorder(documents) {
  const nav = documents.get('OEBPS/toc.xhtml');
  const opf = documents.get('OEBPS/content.opf');
  if (!nav || !opf) return [];
  const spine = new Map(opf.spine.map((id, index) => [opf.items.get(id), index]));
  const end = nav.links.indexOf('#landmarks-title');
  let last = -1;
  for (const link of nav.links.slice(0, end < 0 ? undefined : end)) {
    const at = spine.get(link.split('#')[0]);
    if (at === undefined || link.endsWith('.css')) continue;
    if (at < last) return [`OEBPS/toc.xhtml: ${link} out of order`];
    last = at;
  }
  return [];
}
