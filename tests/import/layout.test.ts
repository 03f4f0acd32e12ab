/** What Word lays out and no style says, and what programs put into EPUBs that they make of stories. */
import { archive, extract, partsOf, source, type Parts } from './sources.js';
import { planImport } from '../../src/import/index.js';

const paragraph = (runs: string, properties = '') => `<w:p>${properties}${runs}</w:p>`;
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

const texts = async (body: string): Promise<string[]> => {
  const xml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  const { blocks } = await extract(
    source('a.docx', archive({ ...partsOf('docx-story'), 'word/document.xml': xml })),
  );
  return blocks.filter(({ role }) => role !== 'furniture').map(({ text }) => text);
};

test('text after a page break in a paragraph is a paragraph of its own', async () => {
  const broken = paragraph(`${run('She rang.')}<w:r><w:br w:type="page"/></w:r>${run('Then it rang.')}`);
  expect(await texts(broken)).toEqual(['She rang.', 'Then it rang.']);
});

test('a drop cap is the first letter of its paragraph', async () => {
  const frame = '<w:pPr><w:keepNext/><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>';
  const body = paragraph(run('T'), frame) + paragraph(run('he bell.'), '<w:pPr><w:jc w:val="both"/></w:pPr>');
  expect(await texts(paragraph(run('Before.')) + body + paragraph(run('After.')))).toEqual([
    'Before.',
    'The bell.',
    'After.',
  ]);
});

const page = (body: string) =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${body}</body></html>`;

function book(pages: Parts, metadata = ''): Uint8Array {
  const names = Object.keys(pages);
  const items = names.map(
    (name, at) => `<item id="i${at}" href="${name}" media-type="application/xhtml+xml"/>`,
  );
  const refs = names.map((_, at) => `<itemref idref="i${at}"/>`);
  return archive({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'content.opf': `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Nine Bells</dc:title><dc:creator>marram</dc:creator><dc:language>en</dc:language><dc:identifier id="id">x</dc:identifier>${metadata}</metadata><manifest>${items.join('')}</manifest><spine>${refs.join('')}</spine></package>`,
    ...pages,
  });
}

test('the notes of a download by FanFicFare are notes, without their labels', async () => {
  const notes = (label: string, text: string) =>
    `<div class="fff_chapter_notes"><b>${label}</b><blockquote><p>${text}</p></blockquote></div>`;
  const chapter = `<h3 class="fff_chapter_title">1. Shut</h3>${notes("Author's Note:", 'For Bryn, because of the bell.')}${notes('Notes for the Chapter:', 'Sorry for the wait.')}<div class="userstuff"><p>It was shut.</p></div>${notes('Chapter End Notes:', 'Thank you!')}`;
  const title = '<h3>Nine Bells by marram</h3><div><b>Summary:</b><p>A bell, mostly.</p></div>';
  const pages = { 'title_page.xhtml': page(title), 'file1.xhtml': page(chapter) };
  const bytes = book(pages, '<dc:description>A bell, mostly.</dc:description>');
  const { stories, messages } = await planImport([source('a.epub', bytes)]);
  expect(messages).toEqual([]);
  expect(stories[0]?.text).toContain(
    'dedication: For Bryn, because of the bell.\nsummary: A bell, mostly.\n',
  );
  expect(stories[0]?.text).not.toMatch(/Notes for|End Notes|Author's Note/);
});

test('the introduction of a book from FicHub is no chapter', async () => {
  const introduction =
    '<h1>Nine Bells</h1><div><p>A bell, mostly.</p></div><p>Fiction T - English - Drama - Chapters: 1 - Words: 1,234 - Complete</p><p>Original source: <a href="https://example.org/s/1">https://example.org/s/1</a></p><p>Exported with the assistance of <a href="https://fichub.net">FicHub.net</a></p>';
  const bytes = book({
    'introduction.xhtml': page(introduction),
    'c1.xhtml': page('<h2>1. Shut</h2><p>It was shut.</p>'),
  });
  const { stories } = await planImport([source('a.epub', bytes)]);
  const [story] = stories;
  expect(story?.text).toContain('source: https://example.org/s/1\nsummary: A bell, mostly.\n');
  expect(story?.text).toContain('Rating: Fiction T');
  expect(story?.text.match(/^# .*/gm)).toEqual(['# 1. Shut']);
});
