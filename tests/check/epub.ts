/** Small EPUBs made by hand: one that is right, and changes that break it. */
import JSZip from 'jszip';

/** Files by their path in the archive; null takes a file of the good book out. */
export type Files = Record<string, string | Uint8Array | null>;

export const page = (body: string): string => `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>The Ferry</title><link rel="stylesheet" type="text/css" href="../styles/book.css"/></head>
<body>${body}</body>
</html>
`;

/** The package of the good book, with more in its manifest and its spine. */
export const packageOf = (items = '', spine = ''): string => `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:12345678-1234-5234-9234-123456789abc</dc:identifier>
<dc:title>The Ferry</dc:title>
<dc:language>en</dc:language>
<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="css" href="styles/book.css" media-type="text/css"/>${items}
</manifest>
<spine><itemref idref="one"/>${spine}</spine>
</package>
`;
const PACKAGE = packageOf();

const GOOD: Files = {
  mimetype: 'application/epub+zip',
  'META-INF/container.xml':
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">' +
    '<rootfiles><rootfile full-path="OEBPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles>' +
    '</container>',
  'OEBPS/package.opf': PACKAGE,
  'OEBPS/nav.xhtml': page(
    '<nav epub:type="toc"><h1>Contents</h1><ol><li><a href="text/one.xhtml">One</a></li></ol></nav>',
  ).replace('../styles', 'styles'),
  'OEBPS/text/one.xhtml': page('<h1>One</h1><p>The ferry left at dawn.</p>'),
  'OEBPS/styles/book.css': 'p { margin: 0 }\n',
};

/** The good book with some files changed, as the bytes of an EPUB. */
export async function epub(changes: Files = {}): Promise<Uint8Array> {
  return zip({ ...GOOD, ...changes });
}

/** One date for all: the same files are the same bytes whenever they are made. */
const DATE = new Date(2026, 0, 1);

/** A ZIP archive; `mimetype` and bytes are stored, texts compressed. */
export async function zip(files: Files): Promise<Uint8Array> {
  const archive = new JSZip();
  for (const [name, content] of Object.entries(files)) {
    if (content !== null)
      archive.file(name, content, {
        date: DATE,
        compression: name === 'mimetype' || typeof content !== 'string' ? 'STORE' : 'DEFLATE',
      });
  }
  return archive.generateAsync({ type: 'uint8array' });
}

/** A change of the good book's only chapter: another body. */
export const chapter = (body: string): Files => ({ 'OEBPS/text/one.xhtml': page(body) });

/** A change of the good book's package document. */
export const packageWith = (before: string, after: string): Files => {
  if (!PACKAGE.includes(before)) throw new Error(`The package has no text \`${before}\``);
  return { 'OEBPS/package.opf': PACKAGE.replace(before, after) };
};
