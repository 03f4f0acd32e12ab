/** A finished book by mail, through the user's own server. */
import { error } from '../../diagnostics.js';
import type { Message } from '../../types.js';
import { formatOf } from '../formats.js';
import { isOwnComputer, type MailServer } from './server.js';

export { demandAddress, firstStep, refusalOf, shopOf } from './limits.js';
export { mailServer, type MailServer } from './server.js';

/** One book for one address. */
export interface Mail {
  from: string;
  to: string;
  /** What the file is called, and its path for messages. */
  name: string;
  path: string;
  bytes: Uint8Array;
}

export interface SendOptions {
  /** Whether a server without encryption is given the mail, and the password. */
  insecure?: boolean;
  /** How long the server may be silent, in milliseconds. */
  patience?: number;
}

const PATIENCE = 30_000;

/** What ends a line, and might stand in a file's name. */
const CONTROL = /\p{Cc}/gu;

/** Hands a mail to the server. The messages say why it did not take it; there are none where it did. Never throws. */
export async function sendMail(
  mail: Mail,
  server: MailServer,
  options: SendOptions = {},
): Promise<Message[]> {
  const { insecure = false, patience = PATIENCE } = options;
  const { host, port, secure, user, password } = server;
  const isOpen = insecure || isOwnComputer(server);
  // Few people send books, and it weighs 2 MB: it is installed apart.
  const mailer = await import('nodemailer').catch(() => undefined);
  if (!mailer) return [notInstalled(mail.path)];
  const transport = mailer.createTransport({
    host,
    port,
    secure,
    requireTLS: !secure && !isOpen,
    // A server of one's own has a certificate that nobody signed.
    tls: isOpen ? { rejectUnauthorized: false } : {},
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const name = mail.name.replaceAll(CONTROL, '_');
  try {
    await transport.sendMail({
      from: { name: '', address: mail.from },
      to: { name: '', address: mail.to },
      subject: name,
      text: `${name}, sent with Octavo.\n`,
      attachments: [
        {
          filename: name,
          content: Buffer.from(mail.bytes),
          contentType: formatOf(name)?.mediaType ?? 'application/octet-stream',
        },
      ],
    });
    return [];
  } catch (cause) {
    return [failure(cause as Failure, mail, server)];
  } finally {
    transport.close();
  }
}

const notInstalled = (path: string): Message =>
  error('send:no-mailer', 'The package `nodemailer`, which mails the book, is not installed', {
    path,
    hint: 'Install it beside Octavo: `npm install nodemailer`.',
  });

/** What nodemailer says of a failure. */
interface Failure extends Error {
  code?: string;
  /** The server's own words. */
  response?: string;
  responseCode?: number;
  command?: string;
}

interface Words {
  id: string;
  reason: string;
  hint: string;
  /** Whether it is about one mail, so that the next may be taken. */
  single?: boolean;
}

const TOO_LARGE = 552;

/** A failure by its code: what happened, and what to do. `{server}` and `{to}` are filled in. */
const WORDS: Readonly<Record<string, Words>> = {
  EAUTH: {
    id: 'refused-login',
    reason: 'The mail server {server} refuses the user or the password',
    hint: 'Check `OCTAVO_SMTP_USER` and `OCTAVO_SMTP_PASSWORD`. Gmail, iCloud and others need an app password.',
  },
  EENVELOPE: {
    id: 'refused-address',
    reason: 'The mail server {server} refuses the sender or the recipient {to}',
    hint: 'Check both addresses. Most servers send only from your own address: give it with `--from`.',
  },
  ETLS: {
    id: 'no-encryption',
    reason: 'Could not make an encrypted connection to the mail server {server}',
    hint: 'Its certificate may be invalid. Check the server’s name and port: `smtps://` is for port 465, `smtp://` for 587. `--insecure` sends without encryption.',
  },
  ETIMEDOUT: {
    id: 'no-answer',
    reason: 'The mail server {server} does not answer',
    hint: 'Check the port in `OCTAVO_SMTP_URL`: `smtps://` is for 465, `smtp://` for 587. Some networks close both.',
  },
  EDNS: {
    id: 'no-such-server',
    reason: 'There is no server {server} on the network',
    hint: 'Check `OCTAVO_SMTP_URL` and the connection.',
  },
  ESOCKET: {
    id: 'no-connection',
    reason: 'Could not reach the mail server {server}',
    hint: 'Check `OCTAVO_SMTP_URL` and the connection.',
  },
  TOO_LARGE: {
    id: 'server-limit',
    reason: 'The mail server {server} does not take so large a mail',
    hint: 'A mail is a third larger than its file. Use `octavo serve` or `octavo sideload` for this book.',
    single: true,
  },
};
/** What a server says that gives none of these codes. */
const REFUSED: Words = {
  id: 'refused',
  reason: 'The mail server {server} refuses the mail',
  hint: 'Try again later, or ask your mail provider what it means.',
  single: true,
};

const SAME: Readonly<Record<string, string>> = {
  EREQUIRETLS: 'ETLS',
  ECONNECTION: 'ESOCKET',
  ENOAUTH: 'EAUTH',
};

/** Whether a message says that the server takes no other mail of ours either: trying on may get a user locked out. */
export const endsAll = ({ id }: Message): boolean =>
  Object.values(WORDS).some((words) => id === `send:${words.id}` && !words.single);

function failure(cause: Failure, { to, path }: Mail, server: MailServer): Message {
  const code = cause.responseCode === TOO_LARGE ? 'TOO_LARGE' : isOfTls(cause) ? 'ETLS' : (cause.code ?? '');
  const words = WORDS[SAME[code] ?? code] ?? REFUSED;
  const said = cause.response === undefined ? '' : ` (it said \`${secretless(cause.response, server)}\`)`;
  const reason = words.reason
    .replace('{server}', () => `\`${server.host}:${String(server.port)}\``)
    .replace('{to}', () => `\`${to}\``);
  return error(`send:${words.id}`, reason + said, { path, hint: words.hint });
}

/** A certificate's faults come as errors of Node's own: `CERT_HAS_EXPIRED`, `ERR_TLS_…`, `DEPTH_ZERO_SELF_SIGNED_CERT`. */
const isOfTls = ({ code = '', message }: Failure): boolean =>
  /CERT|TLS|SSL/u.test(code) || (code === 'ESOCKET' && /certificate|SSL|TLS|altnames/iu.test(message));

const LONGEST_ANSWER = 120;

/** A server's words on one line, without user and password, in case it repeats them. */
function secretless(response: string, { user = '', password = '' }: MailServer): string {
  const secrets = [password, user].flatMap((secret) => [secret, Buffer.from(secret).toString('base64')]);
  const hidden = secrets
    .filter((secret) => secret !== '')
    .reduce((text, secret) => text.replaceAll(secret, '…'), response);
  return hidden.replaceAll(/[\s`]+/gu, ' ').slice(0, LONGEST_ANSWER);
}
