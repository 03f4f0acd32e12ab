/** What can be known before a mail is sent: what the address takes, and what it would refuse days later in silence. */
import { error, type Result } from '../../diagnostics.js';
import type { Message } from '../../types.js';
import { formatOf } from '../formats.js';

/** A service that takes books by mail: https://www.amazon.com/sendtokindle/email */
interface Service {
  name: string;
  domain: RegExp;
  /** In bytes, of the file: of the two things that `MB` may mean, the smaller. */
  largest: number;
  /** The way for a larger file. */
  larger: string;
  /** Formats of ours that it takes. */
  formats: readonly string[];
  /** What has to be done once, or nothing arrives. */
  first: string;
  /** The shop whose rules a book must keep to be taken. */
  shop: string;
}

const SERVICES: readonly Service[] = [
  {
    name: 'Send to Kindle',
    domain: /@(?:free\.)?kindle\.(?:com|cn)$/iu,
    largest: 50e6,
    larger:
      'Make its images smaller, or send it by the web page amazon.com/sendtokindle, which takes up to 200 MB.',
    formats: ['epub'],
    first:
      'Amazon takes mail only from senders that you approved: amazon.com/myk, Preferences, Personal Document Settings.',
    shop: 'kindle',
  },
];

/** What a mail server takes that says nothing of its limit, in bytes of the file: most take 25 MB of mail. */
const LARGEST = 50e6;

/** RFC 5321 as people use it: one address, no name, nothing that a header could end with. */
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@(?:[a-z\d]+(?:-+[a-z\d]+)*\.)*[a-z\d]+(?:-+[a-z\d]+)*$/iu;

const LONGEST_ADDRESS = 254;

const serviceOf = (address: string): Service | undefined =>
  SERVICES.find(({ domain }) => domain.test(address));

/** What has to be done once so that an address takes mail; undefined where nothing is known. */
export const firstStep = (address: string): string | undefined => serviceOf(address)?.first;

/** The shop whose rules the books for an address must keep; undefined where it takes any file. */
export const shopOf = (address: string): string | undefined => serviceOf(address)?.shop;

/** The address, where it is one; `flag` is where it was given. */
export function demandAddress(address: string, flag: string): Result<string | undefined> {
  if (address.length <= LONGEST_ADDRESS && ADDRESS.test(address)) return { value: address, messages: [] };
  const reason = `\`${flag}\` needs a mail address, such as \`name@kindle.com\``;
  return { value: undefined, messages: [error('send:address', reason)] };
}

/** Rounded up: what is too large does not look as if it fitted. */
const inMegabytes = (bytes: number): string => `${(Math.ceil(bytes / 1e5) / 10).toFixed(1)} MB`;

/** Why an address would not take a file of a name and a size in bytes; nothing where it would. */
export function refusalOf(path: string, size: number, address: string): Message[] {
  const service = serviceOf(address);
  const format = formatOf(path);
  const who = service?.name ?? 'Octavo’s mail';
  const largest = service?.largest ?? LARGEST;
  const messages: Message[] = [];
  if (!format || (service && !service.formats.includes(format.format))) {
    const ending = format?.extension ?? 'file';
    const expected = service ? '`.epub`' : '`.epub`, `.kepub.epub` or `.azw3`';
    messages.push(
      error('send:format', `${who} takes ${expected}, not \`${ending}\``, {
        path,
        hint: 'Send the EPUB that `octavo build` makes.',
      }),
    );
  }
  if (size > largest) {
    messages.push(
      error(
        'send:too-large',
        `The book has \`${inMegabytes(size)}\`; ${who} takes at most \`${inMegabytes(largest)}\``,
        {
          path,
          hint: service?.larger ?? 'Make its images smaller, or use `octavo sideload` or `octavo serve`.',
        },
      ),
    );
  }
  return messages;
}
