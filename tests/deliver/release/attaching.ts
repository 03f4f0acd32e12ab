/** What the tests attach, and how it stands when all went well. */
import { createHash } from 'node:crypto';
import { attach, type AttachOptions } from '../../../src/deliver/release/attach.js';
import { github } from '../../../src/deliver/release/github.js';
import type { ReleaseFile, ReleaseText } from '../../../src/deliver/release/host.js';
import type { Patience } from '../../../src/deliver/release/patient.js';
import { TOKEN, type FakeGitHub } from './server.js';

export const file = (name: string, text: string): ReleaseFile => ({
  name,
  mediaType: 'application/epub+zip',
  bytes: new TextEncoder().encode(text),
  sha256: createHash('sha256').update(text).digest('hex'),
});

export const FILES = [
  file('ferry-1.0.epub', 'the book'),
  file('ferry-1.0.kepub.epub', 'for Kobo'),
  file('SHA256SUMS', 'sums'),
];
/** Quotes, lines, backticks, shell, emoji: a title is data. */
export const TEXT: ReleaseText = {
  tag: 'v1.0',
  title: 'The "Ferry" `$(rm -rf ~)`\n\u{1F6A2}',
  notes: '# New\n\n${{ secrets }}',
};

export interface Run extends AttachOptions {
  token?: string;
  text?: ReleaseText;
  files?: ReleaseFile[];
  patience?: Partial<Patience>;
}

/** Attaches the files to the release on a server. */
export const attachTo = (server: FakeGitHub, options: Run = {}) => {
  const { token = TOKEN, text = TEXT, files = FILES } = options;
  const patience = { tries: 4, first: 0.01, longest: 2, answer: 1, transfer: 1, ...options.patience };
  return attach(
    github({ server: 'https://github.com', owner: 'ann', repo: 'ferry', token, api: server.api, patience }),
    text,
    files,
    options,
  );
};

/** One release, published, with every file whole and once. */
export const expectDone = (server: FakeGitHub): void => {
  expect(server.releases).toHaveLength(1);
  const [release] = server.releases;
  expect(release).toMatchObject({ tag: 'v1.0', name: TEXT.title, draft: false });
  expect(release?.body.startsWith(`${TEXT.notes}\n\n<!-- Written by octavo`)).toBe(true);
  const stored = release?.assets.map(({ name, state, bytes }) => [name, state, bytes.toString()]);
  expect(stored?.sort()).toEqual(
    FILES.map(({ name, bytes }) => [name, 'uploaded', new TextDecoder().decode(bytes)]).sort(),
  );
};
