/** Addresses as people write them. */

/** Percent-decoded; a text that is not properly encoded means itself. */
export function decodedUrl(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The scheme of a URL in lower case, as browsers read it: blanks and control characters do not hide one. A URL
 * that begins with two slashes names another machine, as `file:` may.
 */
export function schemeOf(url: string): string | undefined {
  const plain = url.replace(/[\u0000-\u0020\u007F-\u009F\u00AD\u200B-\u200F\u2060\uFEFF]/g, '');
  if (/^[/\\]{2}/.test(plain)) return 'file';
  return /^([a-z][a-z\d+.-]*):/i.exec(plain)?.[1]?.toLowerCase();
}
