/** Layout of a Word document that parts or joins its text: page breaks, and large initials in frames of their own. */

const PAGE_BREAK = /<w:br\b[^>]*\bw:type="(?:page|column)"[^>]*\/>/g;

/** The XML of a document with two line breaks for each that begins a page: what follows is a paragraph of its own. */
export const withPageBreaks = (xml: string): string => xml.replaceAll(PAGE_BREAK, '<w:br/><w:br/>');

/** https://learn.microsoft.com/en-us/dotnet/api/documentformat.openxml.wordprocessing.frameproperties.dropcap */
const FRAME = /<w:framePr\b[^>]*\bw:dropCap="(?:drop|margin)"/g;
const END = '</w:p>';
/** A paragraph's properties, which stand first in it. */
const PROPERTIES = /^\s*(?:<w:pPr\/>|<w:pPr\b[\s\S]*?<\/w:pPr>)/;
const START = /<w:p(?:\s[^>]*)?>/g;

/** The XML of a document with each large initial in the paragraph after its frame. */
export function withDropCaps(xml: string): string {
  let made = '';
  let from = 0;
  for (const { index } of xml.matchAll(FRAME)) {
    if (index < from) continue;
    const start = Math.max(xml.lastIndexOf('<w:p>', index), xml.lastIndexOf('<w:p ', index));
    const end = xml.indexOf(END, index);
    if (start < from || end < 0) continue;
    START.lastIndex = end;
    const next = START.exec(xml);
    // The frame stands right before what it belongs to.
    if (!next || next[0].endsWith('/>') || xml.slice(end + END.length, next.index).trim() !== '') continue;
    const runs = xml.slice(xml.indexOf('>', start) + 1, end).replace(PROPERTIES, '');
    const at = next.index + next[0].length;
    const properties = PROPERTIES.exec(xml.slice(at, xml.indexOf(END, at)))?.[0] ?? '';
    made += xml.slice(from, start) + next[0] + properties + runs;
    from = at + properties.length;
  }
  return made + xml.slice(from);
}
