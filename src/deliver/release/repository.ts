/** Where a release goes and when its books were made, as the environment and git tell. */
import { runProgram, type Environment } from '../programs.js';

export interface Repository {
  /** `github.com`. */
  domain: string;
  owner: string;
  repo: string;
  /** Address of its API. */
  api: string;
}

/** What git says of the folder that it is run in; nothing where there is no repository, or no git. */
async function git(args: readonly string[], env: Environment): Promise<string | undefined> {
  const { code, output } = await runProgram('git', args, { env, timeout: 10_000 });
  const text = output.trim();
  return code === 0 && text !== '' ? text : undefined;
}

/** Seconds since 1970 of the last commit. */
export async function commitTime(env: Environment): Promise<number | undefined> {
  const text = await git(['log', '-1', '--format=%ct'], env);
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** The tag that is checked out: the workflow's, else git's. */
export async function currentTag(env: Environment): Promise<string | undefined> {
  if (env['GITHUB_REF_TYPE'] === 'tag') return env['GITHUB_REF_NAME'];
  return git(['describe', '--tags', '--exact-match', 'HEAD'], env);
}

/** The repository of the workflow, else that of git's remote `origin`. */
export async function repositoryOf(env: Environment): Promise<Repository | undefined> {
  const { GITHUB_REPOSITORY: name, GITHUB_SERVER_URL: server = 'https://github.com' } = env;
  const address = name ? `${server}/${name}` : await git(['remote', 'get-url', 'origin'], env);
  const remote = address === undefined ? undefined : parseRemote(address);
  if (!remote) return undefined;
  return { ...remote, api: env['GITHUB_API_URL'] ?? apiOf(remote.domain) };
}

/** `https://host/owner/repo.git`, `ssh://git@host/owner/repo`, `git@host:owner/repo.git`. */
export function parseRemote(address: string): Omit<Repository, 'api'> | undefined {
  const [, domain, owner, repo] =
    /^(?:(?:https?|ssh|git):\/\/)?(?:[^@/\s]*@)?([\w.-]+)(?::\d+(?=\/))?[/:]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(
      address,
    ) ?? [];
  return domain && owner && repo ? { domain, owner, repo } : undefined;
}

/** https://docs.github.com/enterprise-server/rest/enterprise-admin#endpoint-urls */
const apiOf = (domain: string): string =>
  domain === 'github.com' ? 'https://api.github.com' : `https://${domain}/api/v3`;

/** Hosts whose releases are not GitHub's; another contract's work. */
export const OTHER_HOSTS: readonly RegExp[] = [
  /(?:^|\.)gitlab\./,
  /(?:^|\.)codeberg\.org$/,
  /(?:^|\.)bitbucket\.org$/,
];
