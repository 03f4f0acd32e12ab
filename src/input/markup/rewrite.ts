/**
 * Marks of other tools written as ours before a text is parsed, character for character, so that no place in it moves.
 */
import { CALLOUTS } from './callouts.js';
import { hasSimpleTable, withBars } from './simple-tables.js';

/** Stands for a space in an address: a noncharacter, which no text holds. */
const SPACE = '\uFDD8';

/** `](my pics/old map.png)`, perhaps with a title: an address that ends as a file does, or begins as one on the net. */
const SPACED =
  /(?<=\]\()(?=[^()\n]* )((?:https?:\/\/)?(?:[^\s()<>"]|\([^()\n]{0,40}\)| (?! |"|'))+?)(?=(?: +"[^"\n]*")?\))/g;
/** `[map]: my pics/old map.png "A title"`: where a label is defined, by itself on its line. */
const DEFINITION = /^( {0,3}\[[^^\]\n][^\]\n]{0,199}\]:[ \t]+)([^\s<#][^\n]*)$/gm;
const IS_ADDRESS = /^https?:\/\/|\.[a-z]\w{1,4}(?:#\S*)?$/i;

/** `::: verse`, `::: tip A title`, `::: {.verse}`. */
const SPACED_FENCE =
  /^([ \t>]*:{3,})[ \t]+(?:\{\.([\w-]+)\}[ \t:]*|([A-Za-z][\w-]*)((?:[ \t:][^\n{}[\]]*)?))$/gm;

const hideSpaces = (address: string): string =>
  address.length < 500 && IS_ADDRESS.test(address) ? address.replaceAll(' ', SPACE) : address;

/** The address of a definition with its spaces hidden; a title behind it stays. */
function hideInDefinition(whole: string, head: string, rest: string): string {
  const line = rest.trimEnd();
  const titleAt = line.endsWith('"') ? line.lastIndexOf('"', line.length - 2) : line.length;
  const address = line.slice(0, Math.max(titleAt, 0)).trimEnd();
  const isApart = titleAt === line.length || address.length < titleAt;
  if (!isApart || !address.includes(' ') || /[<>"]/.test(address)) return whole;
  return head + hideSpaces(address) + rest.slice(address.length);
}

/** What stands behind the name of a fence without the colons that close it; nothing where it belongs to no fence. */
function titleOf(tail: string): string | undefined {
  let title = tail.trimEnd();
  while (title.endsWith(':')) title = title.slice(0, -1);
  return /^\S/.test(title) ? undefined : title.trim();
}

/** `:::tip A title`, which other tools read as a box with that title. */
const TITLED_FENCE = /^([ \t>]*:{3,})([A-Za-z]+)[ \t]+([^\s{}[\]:][^\n{}[\]]*)$/gm;

/** Names of boxes without their last letters, which make room for the brackets round a title. */
const SHORTENED: ReadonlyMap<string, string> = new Map(
  [...CALLOUTS, 'note', 'aside'].map((name) => [name.slice(0, -1), name]),
);

/** The name of a box that `rewritten` took the last letter from; else the name itself. */
export const wholeName = (name: string): string => SHORTENED.get(name.toLowerCase()) ?? name;

/** The text with such marks rewritten; the same where there are none. */
export function rewritten(text: string): string {
  let made = hasSimpleTable(text) ? withBars(text) : text;
  if (/\]\([^()\n]* /.test(made)) made = made.replaceAll(SPACED, hideSpaces);
  if (/^ {0,3}\[[^^\]\n][^\]\n]*\]:[ \t]+\S+ /m.test(made))
    made = made.replaceAll(DEFINITION, hideInDefinition);
  if (/^[ \t>]*:{3,}[ \t]+[A-Za-z{]/m.test(made)) {
    made = made.replaceAll(
      SPACED_FENCE,
      (whole: string, fence: string, braced?: string, word?: string, tail?: string) => {
        const title = titleOf(tail ?? '');
        if (title === undefined) return whole;
        // A title needs the room of one more character than there is between it and the name.
        const head = `${fence}${braced ?? word ?? ''}${title === '' ? '' : `[${title}]`}`;
        return head.length > whole.length ? whole : head.padEnd(whole.length);
      },
    );
  }
  if (/^[ \t>]*:{3,}[A-Za-z]+[ \t]+\S/m.test(made)) {
    made = made.replaceAll(TITLED_FENCE, (whole: string, fence: string, name: string, title: string) => {
      const short = name.slice(0, -1);
      if (wholeName(short) !== name.toLowerCase()) return whole;
      return `${fence}${short}[${title.trimEnd()}]`.padEnd(whole.length);
    });
  }
  return made;
}

/** A value of the tree with the spaces that `rewritten` took out of it. */
export const spacesBack = (value: string): string => value.replaceAll(SPACE, ' ');

/** Whether a rewritten text holds such spaces. */
export const hasHiddenSpaces = (text: string): boolean => text.includes(SPACE);
