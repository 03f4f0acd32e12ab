/** What tells a folder of linked notes, such as a vault of Obsidian's, before anything of it is read. */

/** Front matter with `longform` and, below it, a `format`; some write the format right behind it. */
const INDEX =
  /^\uFEFF?---[ \t]*\n(?:(?!---)[^\n]*\n)*?longform:[ \t]*(?:\n(?:[ \t]+[^\n]*\n)*?[ \t]+format:[ \t]*)?["']?(?:scenes|single)["']?[ \t]*\n/;
/** How many bytes of a note are looked at for its front matter. */
const HEAD = 16 * 1024;

/** Whether a text is the index note of a project of Longform's. */
export const isIndexText = (text: string): boolean => INDEX.test(text.slice(0, HEAD).replaceAll('\r', ''));

/** The same of a file's bytes. */
export function isIndex(bytes: Uint8Array): boolean {
  // Three hyphens, or the byte-order mark before them.
  if (bytes[0] !== 0x2d && bytes[0] !== 0xef) return false;
  return isIndexText(new TextDecoder().decode(bytes.subarray(0, HEAD)));
}

/** Whether bytes hold a link to a note or embed one: two brackets that others close on the same line. */
export function hasNoteLinks(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return text.includes('[[') && /\[\[[^[\]\n]{1,999}\]\](?!\()/.test(text.toString('utf8'));
}
