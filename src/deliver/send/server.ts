/** The user's own mail server, as the environment names it. No message contains its secrets. */
import { isIP } from 'node:net';
import { error, type Result } from '../../diagnostics.js';
import type { Environment } from '../../io/programs.js';
import { decodedUrl } from '../../text/url.js';

/** How to reach a mail server. */
export interface MailServer {
  host: string;
  port: number;
  /** Encrypted from the first byte; without it, from STARTTLS on. */
  secure: boolean;
  user?: string;
  password?: string;
}

const PORTS: Readonly<Record<string, number>> = { 'smtps:': 465, 'smtp:': 587 };

const HINT =
  'Set it to the address that your mail provider gives for programs: `smtps://mail.example.org`, or `smtp://mail.example.org:587`; user and password go into `OCTAVO_SMTP_USER` and `OCTAVO_SMTP_PASSWORD`.';

/** Reads `OCTAVO_SMTP_URL`, `OCTAVO_SMTP_USER` and `OCTAVO_SMTP_PASSWORD`. */
export function mailServer(env: Environment): Result<MailServer | undefined> {
  const { OCTAVO_SMTP_URL: text = '', OCTAVO_SMTP_USER: user, OCTAVO_SMTP_PASSWORD: password } = env;
  const refuse = (reason: string) => ({
    value: undefined,
    messages: [error('send:no-server', reason, { hint: HINT })],
  });
  if (text === '') {
    return refuse('`OCTAVO_SMTP_URL` is not set, so there is no mail server to send with');
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const port = url && PORTS[url.protocol];
  if (!url || port === undefined || url.hostname === '') {
    return refuse('`OCTAVO_SMTP_URL` must be an address that begins with `smtps://` or `smtp://`');
  }
  const given = (value: string | undefined, part: string): string => value ?? decodedUrl(part);
  const name = given(user, url.username);
  return {
    value: {
      host: url.hostname.replaceAll(/[[\]]/gu, ''),
      port: url.port === '' ? port : Number(url.port),
      secure: url.protocol === 'smtps:',
      ...(name === '' ? {} : { user: name, password: given(password, url.password) }),
    },
    messages: [],
  };
}

/** Whether the server is this computer, which needs no encryption to be reached. */
export const isOwnComputer = ({ host }: MailServer): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
