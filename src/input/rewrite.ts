/**
 * Marks of other tools written as ours before a text is parsed, character for character, so that no place in it moves.
 */

/** Stands for a space in an address: a noncharacter, which no text holds. */
const SPACE = '\uFDD8';

/** `](my pics/old map.png)`, perhaps with a title: an address that ends as a file does, or begins as one on the net. */
const SPACED =
  /(?<=\]\()(?=[^()\n]* )((?:https?:\/\/)?(?:[^\s()<>"]|\([^()\n]{0,40}\)| (?! |"|'))+?)(?=(?: +"[^"\n]*")?\))/g;
const IS_ADDRESS = /^https?:\/\/|\.[a-z]\w{1,4}(?:#\S*)?$/i;

/** `::: verse`, `::: tip A title`, `::: {.verse}`. */
const SPACED_FENCE =
  /^([ \t>]*:{3,})([ \t]+)(?:\{\.([\w-]+)\}|([A-Za-z][\w-]*)(?:[ \t]+([^\n{}[\]]*?))?)([ \t]*:*[ \t]*)$/gm;

/** The text with such marks rewritten; the same where there are none. */
export function rewritten(text: string): string {
  let made = text;
  if (/\]\([^()\n]* /.test(made)) {
    made = made.replaceAll(SPACED, (address: string) =>
      address.length < 500 && IS_ADDRESS.test(address) ? address.replaceAll(' ', SPACE) : address,
    );
  }
  if (/^[ \t>]*:{3,}[ \t]+[A-Za-z{]/m.test(made)) {
    made = made.replaceAll(
      SPACED_FENCE,
      (whole: string, fence: string, gap: string, braced?: string, word?: string, title?: string) => {
        const label = title === undefined || title === '' ? '' : `[${title}]`;
        // A title needs the room of one more character than there is between it and the name.
        const head = `${fence}${braced ?? word ?? ''}${label}`;
        return head.length > whole.length || gap === '' ? whole : head.padEnd(whole.length);
      },
    );
  }
  return made;
}

/** A value of the tree with the spaces that `rewritten` took out of it. */
export const spacesBack = (value: string): string => value.replaceAll(SPACE, ' ');

/** Whether a rewritten text holds such spaces. */
export const hasHiddenSpaces = (text: string): boolean => text.includes(SPACE);
