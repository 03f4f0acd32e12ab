/** Where `octavo release` sends the files and finds the edition before: tag, host and commit, or what is missing. */
import { hostOf } from '../../deliver/release/hosts.js';
import type { ReleaseHost } from '../../deliver/release/host.js';
import { commitOf, repositoryOf } from '../../deliver/release/repository.js';
import { fatal } from '../../diagnostics.js';
import type { Message } from '../../types.js';
import type { Flags } from '../command.js';

export interface Target {
  tag: string;
  host: ReleaseHost;
  /** The commit that is checked out, where there is one. */
  commit?: string;
}

/** The host of the repository, or why there is none; only writing needs a token. */
export async function hostIn(
  env: NodeJS.ProcessEnv,
): Promise<{ host: ReleaseHost; hasToken: boolean } | { problem: Message }> {
  const repository = await repositoryOf(env);
  if (!repository) {
    const reason =
      'This folder belongs to no repository with a remote, so there is nowhere to put the release';
    const hint = 'Add one (`git remote add origin …`), or set `GITHUB_REPOSITORY=owner/name`.';
    return { problem: fatal('release:no-repository', reason, { hint }) };
  }
  const { server } = repository;
  const found = hostOf(repository, env);
  if (!found) {
    const reason = `Octavo cannot attach files to releases on \`${server}\`, only on GitHub and GitHub Enterprise`;
    const hint =
      'Leave `--attach` out, and upload the files of `dist/` yourself. If it is a GitHub Enterprise server, ' +
      `\`GITHUB_SERVER_URL=${server}\` says so; if it is GitHub by another name, \`GITHUB_REPOSITORY=owner/name\` does.`;
    return { problem: fatal('release:other-host', reason, { hint }) };
  }
  if (!isSafe(found.api)) {
    const reason = `The address of the API, \`${found.api}\`, does not begin with \`https:\``;
    return {
      problem: fatal('release:address', reason, { hint: 'Set `GITHUB_API_URL` to its `https:` address.' }),
    };
  }
  return { host: found.host, hasToken: found.token !== undefined };
}

/** A token goes over no line that others can read; a test's server is on this computer. */
const isSafe = (api: string): boolean =>
  URL.canParse(api) &&
  (new URL(api).protocol === 'https:' || /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::|\/|$)/.test(api));

/** Looks at everything before the first book is built: a build of an hour that cannot be attached helps nobody. */
export async function targetOf(
  env: NodeJS.ProcessEnv,
  tag: string | undefined,
  { dryRun }: Flags = {},
): Promise<Target | { problem: Message }> {
  if (tag === undefined || tag === '') {
    const hint = 'Name one: `--tag v1.0`, or check out the tag.';
    return { problem: fatal('release:no-tag', 'This release has no tag', { hint }) };
  }
  const found = await hostIn(env);
  if ('problem' in found) return found;
  if (!found.hasToken && !dryRun) {
    const hint = 'Put one that may write releases (`contents: write`) into `GITHUB_TOKEN`.';
    return { problem: fatal('release:no-token', 'There is no token to attach files with', { hint }) };
  }
  const [commit, tagged] = await Promise.all([commitOf(env), commitOf(env, tag)]);
  if (tagged !== undefined && commit !== tagged) {
    const reason = `The tag \`${tag}\` names another commit than the one that is checked out`;
    const hint = `Check it out: \`git checkout ${tag}\`. Or release under a new tag.`;
    return { problem: fatal('release:other-commit', reason, { hint }) };
  }
  return { tag, host: found.host, ...(commit === undefined ? {} : { commit }) };
}
