/** EPUBs as small as they come. */
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
