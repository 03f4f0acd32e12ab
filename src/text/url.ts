/** Addresses as people write them. */

/** Percent-decoded; a text that is not properly encoded means itself. */
export function decodedUrl(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
