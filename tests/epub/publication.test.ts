import { openArchive } from '../../src/epub/archive.js';
import { openBook, resolvePath } from '../../src/epub/publication.js';
import { epub, packageWith, zip } from '../check/epub.js';

const TITLE = '<dc:title>The Ferry</dc:title>';

test('reads what a book says of itself, in its order', async () => {
  const { publication, archive } = openBook(await epub());
  expect(publication).toMatchObject({
    rootfile: 'OEBPS/package.opf',
    version: '3.0',
    metadata: {
      title: 'The Ferry',
      languages: ['en'],
      identifier: 'urn:uuid:12345678-1234-5234-9234-123456789abc',
      modified: '2026-01-01T00:00:00Z',
    },
    spine: [{ path: 'OEBPS/text/one.xhtml', linear: true }],
    toc: [{ title: 'One', path: 'OEBPS/text/one.xhtml', fragment: '', children: [] }],
  });
  expect(archive.text('OEBPS/text/one.xhtml')).toContain('The ferry left at dawn.');
});

test('reads refined metadata: titles, people, series', async () => {
  const more = `<dc:title id="t">The Ferry</dc:title><dc:title id="s">A Crossing</dc:title>
    <meta refines="#t" property="title-type">main</meta><meta refines="#s" property="title-type">subtitle</meta>
    <dc:creator id="a">Ann Lee</dc:creator><meta refines="#a" property="role">aut</meta>
    <meta refines="#a" property="file-as">Lee, Ann</meta>
    <meta property="belongs-to-collection" id="c">Rivers</meta>
    <meta refines="#c" property="collection-type">series</meta>
    <meta refines="#c" property="group-position">2.5</meta>`;
  const { metadata } = openBook(await epub(packageWith(TITLE, more))).publication;
  expect(metadata).toMatchObject({
    title: 'The Ferry',
    subtitle: 'A Crossing',
    creators: [{ name: 'Ann Lee', role: 'aut', fileAs: 'Lee, Ann' }],
    series: { name: 'Rivers', number: 2.5 },
  });
});

test('reads the old ways: attributes of OPF 2, calibre’s series, the cover by name, the NCX', async () => {
  const book = await epub({
    'OEBPS/package.opf': `<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
        <dc:title>The Ferry</dc:title><dc:creator opf:role="aut" opf:file-as="Lee, Ann">Ann
          Lee</dc:creator>
        <dc:date opf:event="modification">2020-01-01</dc:date><dc:date opf:event="publication">1999</dc:date>
        <meta name="calibre:series" content="Rivers"/><meta name="calibre:series_index" content="3"/>
        <meta name="cover" content="pic"/></metadata>
      <manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
        <item id="pic" href="images/caf%C3%A9.jpg" media-type="image/jpeg"/>
        <item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/></manifest>
      <spine toc="ncx"><itemref idref="one" linear="no"/><itemref idref="gone"/></spine></package>`,
    'OEBPS/toc.ncx': `<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">
      <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint id="a"><navLabel><text>One</text></navLabel>
      <content src="text/one.xhtml#here"/><navPoint id="b"><navLabel><text>Below</text></navLabel>
      <content src="text/one.xhtml"/></navPoint></navPoint></navMap></ncx>`,
  });
  const { metadata, cover, spine, toc } = openBook(book).publication;
  expect(metadata).toMatchObject({
    creators: [{ name: 'Ann Lee', role: 'aut', fileAs: 'Lee, Ann' }],
    date: '1999',
    series: { name: 'Rivers', number: 3 },
  });
  expect(cover?.path).toBe('OEBPS/images/café.jpg');
  expect(spine).toMatchObject([{ id: 'one', linear: false }]);
  expect(toc).toMatchObject([{ title: 'One', fragment: 'here', children: [{ title: 'Below' }] }]);
});

test('tells what is encrypted', async () => {
  const { encrypted } = openBook(
    await epub({
      'META-INF/encryption.xml': `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"
        xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>
        <enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/>
        <enc:CipherData><enc:CipherReference URI="OEBPS/text/one.xhtml"/></enc:CipherData>
        </enc:EncryptedData></encryption>`,
    }),
  ).publication;
  expect([...encrypted]).toEqual([['OEBPS/text/one.xhtml', 'http://www.w3.org/2001/04/xmlenc#aes128-cbc']]);
});

test.each([
  [
    'a book without a container',
    { 'META-INF/container.xml': null },
    /lacks its file `META-INF\/container.xml`/,
  ],
  [
    'a package that is no XML',
    { 'OEBPS/package.opf': '<package>' },
    /`OEBPS\/package.opf` is not well-formed XML/,
  ],
  ['elements without end', { 'OEBPS/package.opf': '<a>'.repeat(100_000) }, /nested too deep/],
  [
    'entities that grow',
    { 'OEBPS/package.opf': '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>' },
    /entity/,
  ],
])('says why it cannot read %s', async (_, files, words) => {
  const bytes = await epub(files);
  expect(() => openBook(bytes)).toThrow(words);
});

test('a damaged contents page leaves the book', async () => {
  expect(openBook(await epub({ 'OEBPS/nav.xhtml': '<nav><ol>' })).publication).toMatchObject({
    toc: [],
    spine: [{ id: 'one' }],
  });
});

test('a byline in the contents is no part of a title', async () => {
  const nav = `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
    <nav epub:type="toc"><ol><li><a href="text/one.xhtml">One <span class="byline">Ann Lee</span></a></li></ol></nav>
    </body></html>`;
  expect(openBook(await epub({ 'OEBPS/nav.xhtml': nav })).publication.toc).toMatchObject([{ title: 'One' }]);
});

test('paths stay within the book', () => {
  expect(resolvePath('../text/a%20b.xhtml#x', 'OEBPS/nav/n.xhtml')).toEqual({
    path: 'OEBPS/text/a b.xhtml',
    fragment: 'x',
  });
  expect(resolvePath('../../../../etc/passwd', 'OEBPS/n.xhtml').path).toBe('etc/passwd');
  for (const href of ['https://example.org/a', 'file:///etc/passwd', '//host/a', 'data:,x']) {
    expect(resolvePath(href, 'n.xhtml').path).toBe('');
  }
});

test('an entry unpacks to no more than it declared', async () => {
  const bytes = await zip({ 'a.txt': 'a'.repeat(100_000) });
  // The directory’s record: signature 0x02014b50, the size unpacked 24 bytes behind it.
  const at = Buffer.from(bytes).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(at + 24, 10, true);
  expect(() => openArchive(bytes).bytes('a.txt')).toThrow('`a.txt` is damaged');
});
