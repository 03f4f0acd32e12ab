/** Books as small as they come. */
import { strToU8, zipSync } from 'fflate';

/** An EPUB of a title and an identifier; `filler` bytes that cannot be packed make it larger. */
export function tinyEpub(title: string, identifier: string, filler = 0): Uint8Array {
  const rootfile = '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/>';
  const noise = Uint8Array.from(
    { length: filler },
    (_, index) => (Math.imul(index, 2654435761) >>> 13) & 255,
  );
  return zipSync(
    {
      mimetype: strToU8('application/epub+zip'),
      'META-INF/container.xml': strToU8(`<container><rootfiles>${rootfile}</rootfiles></container>`),
      'book.opf': strToU8(
        `<package version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">` +
          `<dc:identifier id="id">${identifier}</dc:identifier><dc:title>${title}</dc:title></metadata>` +
          '<manifest/><spine/></package>',
      ),
      ...(filler > 0 ? { noise } : {}),
    },
    { level: 0, mtime: '2026-01-01' },
  );
}

/** What is looked at of an AZW3: the kind of file, and in the first record its title. */
export function kindleBook(title: string, filler = 0): Uint8Array {
  const [record, titleAt] = [100, 200];
  const bytes = Buffer.alloc(record + titleAt + Buffer.byteLength(title) + filler);
  bytes.write('BOOKMOBI', 60, 'latin1');
  bytes.writeUInt32BE(record, 78);
  bytes.writeUInt32BE(titleAt, record + 84);
  bytes.writeUInt32BE(Buffer.byteLength(title), record + 88);
  bytes.write(title, record + titleAt);
  return bytes;
}
