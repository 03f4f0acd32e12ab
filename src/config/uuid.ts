/** UUIDs as people write them: https://www.rfc-editor.org/rfc/rfc9562#section-4 */

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;
const URN = /^urn:uuid:/iu;

/** The UUID that a text is, in lower case, if it is one. */
export function uuidIn(text: string): string | undefined {
  const digits = text.trim().replace(URN, '');
  return UUID.test(digits) ? digits.toLowerCase() : undefined;
}

/** Whether a text claims to be a UUID and is not. */
export const isUnknownUuid = (text: string): boolean => URN.test(text.trim()) && uuidIn(text) === undefined;

/** A text without the claim that it is a UUID. */
export const withoutUrn = (text: string): string => text.trim().replace(URN, '');
