/**
 * The seam with epub-gen-memory 1.1.2: the library prints the book, Octavo decides everything that is in it.
 *
 * Its constructor re-parses the HTML of chapters and loses attributes, so chapters are handed over empty and our
 * own template prints their XHTML. It makes up ids, times and image names, so our templates print our own. It
 * would fetch what a manuscript names, so it is given no address at all.
 */
import { EPub, type Content, type Options } from 'epub-gen-memory';
import type { Package, Templates } from '../../types.js';
import { printDocuments, type PrintedDocument } from './documents.js';
import { keepPacked, type ZipEntry } from './zip.js';

/** The folder that the library writes into, and the package document there. */
const ROOT = 'OEBPS';

/** Holds what the library writes, in the order in which it is written, in the place of its JSZip object. */
class Entries {
  constructor(
    readonly files = new Map<string, Uint8Array>(),
    readonly prefix = '',
    readonly documents = new Map<string, PrintedDocument>(),
  ) {}

  folder(name: string): Entries {
    return new Entries(this.files, `${this.prefix}${name}/`, this.documents);
  }

  file(name: string, data: string | Uint8Array): this {
    const path = this.prefix + name;
    const document = this.documents.get(path);
    // Of a document, the bytes are there already.
    if (document?.xhtml === data) this.files.set(path, document.bytes);
    else this.files.set(path, typeof data === 'string' ? Buffer.from(data, 'utf8') : data);
    return this;
  }
}

class OctavoEPub extends EPub {
  readonly #book: Package;
  readonly #entries = new Entries();

  constructor(book: Package, templates: Templates) {
    const template = (name: string) => {
      const text = templates[name];
      if (text === undefined) throw new TypeError(`The template \`${name}\` is missing`);
      return text;
    };
    const options: Options = {
      title: book.title,
      // Only its own templates print this; ours print the package's metadata.
      date: book.modified,
      css: book.styles[0]?.css ?? '',
      // The library compiles this anew for every chapter: our document template is compiled once, by `views`.
      chapterXHTML: '<%- octavo.xhtml %>',
      contentOPF: template('epub/package'),
      tocNCX: template('epub/toc.ncx'),
      tocXHTML: template('epub/nav'),
      // EJS reads options of its own from its data: everything of ours stands under one key.
      ...{ octavo: { book } },
    };
    const documents = printDocuments(book, template);
    const chapters = documents.map(({ title, xhtml }) => ({ title, content: '', octavo: { xhtml } }));
    super(options, chapters satisfies Content);
    // The library refuses a slash in the file name that a caller gives, but takes one here.
    this.content.forEach((chapter, index) => {
      chapter.filename = documents[index]?.href ?? chapter.filename;
    });
    for (const document of documents) this.#entries.documents.set(`${ROOT}/${document.href}`, document);
    this.uuid = book.identifier;
    this.zip = this.#entries as unknown as typeof this.zip;
    this.#book = book;
  }

  protected override async generateTemplateFiles(): Promise<void> {
    await super.generateTemplateFiles();
    const root = this.#entries.folder(ROOT);
    for (const { href, css } of this.#book.styles.slice(1)) root.file(href, css);
    for (const { href, bytes, packed } of this.#book.assets) {
      root.file(href, bytes);
      if (packed) keepPacked(bytes, packed);
    }
  }

  /** `mimetype` first (EPUB 3.3, 4.2.2), then the container, the package, and its manifest's order. */
  async files(): Promise<ZipEntry[]> {
    await this.render();
    const { files } = this.#entries;
    const names = [
      'META-INF/container.xml',
      `${ROOT}/content.opf`,
      ...this.#book.manifest.map((item) => `${ROOT}/${item.href}`),
    ];
    return [
      { name: 'mimetype', bytes: Buffer.from('application/epub+zip', 'ascii') },
      ...names.map((name) => {
        const bytes = files.get(name);
        if (!bytes) throw new TypeError(`The manifest item \`${name}\` has no file`);
        return { name, bytes };
      }),
    ];
  }
}

const printed = new WeakMap<Package, Promise<ZipEntry[]>>();

/**
 * The files of a package's EPUB, in the order of the archive. A package is printed once: every format that is made of
 * these files is given the same bytes, which `zip` packs once.
 */
export function printedFiles(book: Package, templates: Templates): Promise<ZipEntry[]> {
  const files = printed.get(book) ?? new OctavoEPub(book, templates).files();
  printed.set(book, files);
  return files;
}
