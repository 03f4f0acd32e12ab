import JSZip from 'jszip';

/**
 * @typedef {object} PageDocument A document of the reading order.
 * @property {string} name Its file name without folder and extension.
 * @property {string} path Its path in the archive.
 * @property {string[]} types Its `epub:type` values, as far as body and first section have them.
 *
 * @typedef {object} Epub
 * @property {JSZip} zip
 * @property {string} packagePath
 * @property {string} packageText
 * @property {PageDocument[]} documents In reading order.
 * @property {Map<string, string>} mediaTypes By path in the archive.
 */

/** The start tags of a package document's elements of one name, as records of their attributes. */
const elements = (xml, name) =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, 'g'))].map(([, attributes]) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w:-]+)\s*=\s*["']([^"']*)["']/g)].map(([, k, v]) => [k, v]),
    ),
  );

const resolveFrom = (base, href) =>
  decodeURI(new URL(href, `https://book.invalid/${base}`).pathname.slice(1));

/**
 * Opens an EPUB: what it holds, and what is read in which order.
 *
 * @param {Uint8Array} bytes
 * @returns {Promise<Epub>}
 * @throws where the bytes are no EPUB
 */
export async function openEpub(bytes) {
  const zip = await JSZip.loadAsync(bytes);
  const text = async (path) => {
    const file = zip.file(path);
    if (file === null) throw new Error(`The EPUB has no file \`${path}\``);
    return file.async('string');
  };
  const packagePath = elements(await text('META-INF/container.xml'), 'rootfile')[0]?.['full-path'];
  if (packagePath === undefined) throw new Error('The EPUB has no package document');
  const packageText = await text(packagePath);

  const items = elements(packageText, 'item').map((item) => ({
    ...item,
    path: resolveFrom(packagePath, item.href),
  }));
  const byId = new Map(items.map((item) => [item.id, item]));
  const spine = elements(packageText, 'itemref').map(({ idref }) => byId.get(idref)?.path);
  const documents = await Promise.all(
    spine
      .filter((path) => path !== undefined)
      .map(async (path) => ({
        name: path.replace(/^.*\//, '').replace(/\.\w+$/, ''),
        path,
        types: (/epub:type="([^"]*)"/.exec(await text(path))?.[1] ?? '').split(/\s+/),
      })),
  );
  const mediaTypes = new Map(items.map((item) => [item.path, item['media-type']]));
  return { zip, packagePath, packageText, documents, mediaTypes };
}

/**
 * The documents that `--pages` names: by file name, by the words that a file name begins with, or by `epub:type`.
 *
 * @param {Epub} epub
 * @param {string} pages `all`, or names separated by commas
 * @throws where a name fits no document
 */
export function chooseDocuments({ documents }, pages) {
  if (pages === 'all') return documents;
  const chosen = pages.split(',').map((page) => {
    const exact = documents.filter(({ name }) => name === page);
    const loose = documents.filter(({ name, types }) => name.startsWith(`${page}-`) || types.includes(page));
    const found = exact.length > 0 ? exact : loose;
    if (found.length > 0) return found;
    const names = documents.map(({ name }) => `\`${name}\``).join(', ');
    throw new Error(`There is no page \`${page}\`; there are ${names}`);
  });
  return documents.filter((document) => chosen.flat().includes(document));
}

/**
 * The same EPUB with one document as its whole reading order, so that page 1 of the book is its page 1.
 *
 * @param {Epub} epub
 * @param {PageDocument} document
 * @returns {Promise<Uint8Array>}
 */
export async function onlyDocument({ zip, packagePath, packageText }, document) {
  const item = elements(packageText, 'item').find(
    ({ href }) => resolveFrom(packagePath, href) === document.path,
  );
  const spine = `<spine><itemref idref="${item.id}"/></spine>`;
  const copy = zip.clone();
  copy.file(packagePath, packageText.replace(/<spine[^]*<\/spine>/, spine));
  return copy.generateAsync({ type: 'uint8array' });
}
