/** What GitHub says, in words that help. */
import { HostError } from './host.js';

interface Failure {
  status?: number;
  message?: string;
  response?: { data?: unknown; headers?: Record<string, string | number | undefined> };
}

interface Row {
  status: number;
  /** Where the words of the answer must agree too. */
  says?: RegExp;
  id: string;
  reason: string;
  hint: string;
}

/** The first row that fits counts. */
const ROWS: readonly Row[] = [
  {
    status: 401,
    id: 'release:token',
    reason: 'refuses the token',
    hint: 'It may have expired. Make a new one and put it into `GITHUB_TOKEN`.',
  },
  {
    status: 403,
    says: /rate limit|abuse/i,
    id: 'release:rate',
    reason: 'allows no more requests this hour',
    hint: 'Wait, then run the same command again: it goes on where it stopped.',
  },
  {
    status: 403,
    id: 'release:right',
    reason: 'does not let this token write releases',
    hint: 'It needs the permission `contents: write`; in a workflow, under `permissions:`.',
  },
  {
    status: 404,
    id: 'release:missing',
    reason: 'knows no such repository or release',
    hint: 'Check its name, and that the token may read and write it (`contents: write`).',
  },
  {
    status: 422,
    says: /immutable/i,
    id: 'release:immutable',
    reason: 'does not change an immutable release',
    hint: 'Release the files under a new tag.',
  },
  {
    status: 422,
    says: /already_exists/i,
    id: 'release:exists',
    reason: 'already has a release of this tag, or a file of this name',
    hint: 'Another run may be at work. Run the same command again: it goes on with what is there.',
  },
  {
    status: 422,
    says: /target_commitish/i,
    id: 'release:commit',
    reason: 'refuses the commit',
    hint: 'Push the commit and its tag first: `git push origin HEAD TAG`.',
  },
  {
    status: 422,
    id: 'release:refused',
    reason: 'refuses what was sent',
    hint: 'Check that the tag is a valid name and that its commit was pushed.',
  },
  {
    status: 429,
    id: 'release:rate',
    reason: 'allows no more requests for now',
    hint: 'Wait, then run the same command again: it goes on where it stopped.',
  },
];

/** Words of an answer that a message repeats, at most. */
const QUOTED = 200;

/** The last second that a date can hold. */
const LATEST = 8.64e12;

/** A failure of a request as a `HostError`; `token` never stands in its words. What is no failure of a request is thrown on. */
export function hostError(
  cause: unknown,
  { host, work, token }: { host: string; work: string; token: string },
): HostError {
  if (cause instanceof HostError) return cause;
  const { status, message = '', response } = cause as Failure;
  if (status === undefined) throw cause;
  const said = `${message} ${JSON.stringify(response?.data ?? '')}`;
  const row = ROWS.find((entry) => entry.status === status && (entry.says?.test(said) ?? true));
  const words = (token === '' ? message : message.replaceAll(token, '\u2026'))
    .replace(/\s+/g, ' ')
    .slice(0, QUOTED);
  const where = `(${work}: ${response ? String(status) : 'no answer'}${words === '' ? '' : `, ${words}`})`;
  // No cause: a request holds its headers, and the token with them.
  const reset = Number(response?.headers?.['x-ratelimit-reset'] ?? Number.NaN);
  const until =
    row?.id === 'release:rate' && reset > 0 && reset < LATEST ? ` It opens at ${timeOf(reset)}.` : '';
  return row
    ? new HostError(row.id, `${host} ${row.reason} ${where}`, `${row.hint}${until}`)
    : new HostError(
        'release:host',
        `${host} ${response ? 'failed' : 'could not be reached'} ${where}`,
        'Run the same command again: it goes on where it stopped.',
      );
}

/** Seconds since 1970 as `14:05 UTC`. */
const timeOf = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(11, 16)} UTC`;
