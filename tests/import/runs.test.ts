/** Runs of a Word document that look alike, put together. */
import { withJoinedRuns } from '../../src/import/word/runs.js';
import { archive, extract, partsOf, source } from './sources.js';

const text = (words: string) => `<w:t xml:space="preserve">${words}</w:t>`;
const ITALIC = '<w:rPr><w:i/></w:rPr>';

test.each([
  [
    '<w:r><w:t>a </w:t></w:r><w:r w:rsidR="1"><w:t xml:space="preserve">b</w:t></w:r>',
    `<w:r>${text('a b')}</w:r>`,
  ],
  [
    `<w:r>${ITALIC}<w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r><w:r>${ITALIC}<w:t>c</w:t></w:r>`,
    `<w:r>${ITALIC}${text('a')}</w:r><w:r>${text('b')}</w:r><w:r>${ITALIC}${text('c')}</w:r>`,
  ],
  [
    '<w:r><w:t>a</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>b</w:t></w:r></w:p><w:p><w:r><w:t>c</w:t></w:r>',
    `<w:r>${text('ab')}</w:r></w:p><w:p><w:r>${text('c')}</w:r>`,
  ],
  [
    `<w:r>${ITALIC}<w:tab/></w:r><w:r>${ITALIC}<w:t>b</w:t></w:r>`,
    `<w:r>${ITALIC}<w:tab/></w:r><w:r>${ITALIC}${text('b')}</w:r>`,
  ],
  ['<w:p/>', '<w:p/>'],
])('%s', (xml, joined) => {
  expect(withJoinedRuns(xml)).toBe(joined);
});

const documentOf = (runs: string) => {
  const parts = partsOf('docx-novel');
  const [head = ''] = new TextDecoder().decode(parts['word/document.xml'] as Uint8Array).split(/<w:body>/);
  const body = `<w:body><w:p>${runs}</w:p></w:body></w:document>`;
  return source('a.docx', archive({ ...parts, 'word/document.xml': `${head}${body}` }));
};

test('a document of very many runs is read where they look alike, and else refused', async () => {
  const alike = await extract(documentOf('<w:r><w:t>a </w:t></w:r>'.repeat(90_000)));
  expect(alike.blocks[0]?.text.length).toBeGreaterThan(170_000);
  const other = `<w:r><w:t>a </w:t></w:r><w:r>${ITALIC}<w:t>b </w:t></w:r>`;
  const { messages } = await extract(documentOf(other.repeat(45_000)));
  expect(messages.map(({ id }) => id)).toEqual(['import:too-large']);
});

test('a document of more notes than a manuscript can hold is refused before it is read', async () => {
  const { messages } = await extract(documentOf('<w:r><w:footnoteReference w:id="2"/></w:r>'.repeat(10_001)));
  expect(messages).toMatchObject([
    { id: 'import:too-large', reason: 'This document has 10,001 notes; the most is 10,000' },
  ]);
});
