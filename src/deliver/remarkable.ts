/** reMarkable's web interface on the USB: https://remarkable.guide/tech/usb-web-interface.html */
import { error, warning, type Result } from '../diagnostics.js';
import type { Message } from '../types.js';
import { stemOf } from './names.js';

/** Its address, on every tablet. */
export const REMARKABLE = 'http://10.11.99.1';

/** Milliseconds for an answer, and for a whole book. */
const ANSWER = 5000;
const UPLOAD = 2 * 60 * 1000;

/**
 * Sends an EPUB to the tablet's first page.
 *
 * The value is `new`; it is undefined, and a message says why, where the tablet does not answer or has a document of
 * the name: it would show two, and offers no way to replace one.
 */
export async function upload(
  bytes: Uint8Array,
  name: string,
  { address = REMARKABLE, dryRun = false }: { address?: string; dryRun?: boolean } = {},
): Promise<Result<'new' | undefined>> {
  try {
    // What is uploaded goes into the folder that was listed last: this is the first page.
    const listed = await fetch(`${address}/documents/`, { signal: AbortSignal.timeout(ANSWER) });
    if (!listed.ok) return failed(noAnswer(address, `it answered ${String(listed.status)}`));
    const names = namesOf(await listed.json());
    if (names.some((known) => known === name || known === stemOf(name))) return failed(thereAlready(name));
    if (dryRun) return { value: 'new', messages: [] };
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(bytes)], { type: 'application/epub+zip' }), name);
    const answer = await fetch(`${address}/upload`, {
      method: 'POST',
      body,
      headers: { Origin: address, Referer: `${address}/` },
      signal: AbortSignal.timeout(UPLOAD),
    });
    await answer.arrayBuffer();
    if (!answer.ok) return failed(refused(name, answer.status));
    return { value: 'new', messages: [] };
  } catch (cause) {
    return failed(noAnswer(address, reasonOf(cause)));
  }
}

const failed = (message: Message): Result<undefined> => ({ value: undefined, messages: [message] });

/** The titles of the documents; the tablet spells the key so, and newer systems may mend it. */
const namesOf = (list: unknown): unknown[] =>
  Array.isArray(list)
    ? list.flatMap((one: Record<string, unknown> | null) => [one?.['VissibleName'], one?.['VisibleName']])
    : [];

/** `fetch` says only that it failed; the cause says why. */
function reasonOf(cause: unknown): string {
  const { cause: inner, message } = cause as Error;
  return inner instanceof Error && inner.message !== '' ? inner.message : message;
}

const noAnswer = (address: string, said: string): Message =>
  error('device:no-answer', `Could not reach the reMarkable’s web interface at \`${address}\` (${said})`, {
    hint: 'Connect it, unlock it, and switch on Settings, Storage, “USB web interface”.',
  });

const refused = (name: string, status: number): Message =>
  error('device:refused', `The reMarkable refused \`${name}\` (status \`${String(status)}\`)`, {
    hint: 'Check that it has room, and with `octavo check` that the book is valid.',
  });

const thereAlready = (name: string): Message =>
  warning('sideload:there-already', `The reMarkable already has a document named \`${stemOf(name)}\``, {
    hint: 'It may be an older edition. Delete it on the tablet, then run the command again.',
  });
