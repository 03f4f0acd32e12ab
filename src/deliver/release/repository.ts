/** Where a release goes, its commit and the time of its books, as the environment and git give them. */
import { runProgram, type Environment } from '../../io/programs.js';

export interface Repository {
  /** `https://github.com`. */
  server: string;
  owner: string;
  repo: string;
}

/** What git prints on stdout in the current folder; nothing where there is no repository, or no git. */
async function git(args: readonly string[], env: Environment): Promise<string | undefined> {
  const { code, printed } = await runProgram('git', args, { env, timeout: 10_000 });
  return code === 0 ? printed.trimEnd() : undefined;
}

const ofGit = async (args: readonly string[], env: Environment): Promise<string | undefined> =>
  (await git(args, env)) || undefined;

/** Whether git keeps silent about a repository because it is another user's, as in a container's. */
export async function isOfAnother(env: Environment): Promise<boolean> {
  const { output } = await runProgram('git', ['rev-parse', '--git-dir'], { env, timeout: 10_000 });
  return output.includes('safe.directory');
}

/** Seconds since 1970 of the last commit. */
export async function commitTime(env: Environment): Promise<number | undefined> {
  const text = await ofGit(['-c', 'log.showSignature=false', 'log', '-1', '--format=%ct'], env);
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** The tag that is checked out: the workflow's, else git's; nothing where there are several to choose from. */
export async function currentTag(env: Environment): Promise<string | undefined> {
  if (env['GITHUB_REF_TYPE'] === 'tag') return env['GITHUB_REF_NAME'];
  const [tag, ...others] = (await ofGit(['tag', '--points-at', 'HEAD'], env))?.split('\n') ?? [];
  return others.length > 0 ? undefined : tag;
}

/** The commit that is checked out, or that a tag of this clone names. */
export const commitOf = (env: Environment, tag?: string): Promise<string | undefined> =>
  ofGit(['rev-parse', '--verify', '--quiet', tag === undefined ? 'HEAD' : `refs/tags/${tag}^{commit}`], env);

/** The files under these paths, from the root of the repository, that are not as the last commit has them, new ones too. */
export async function uncommitted(env: Environment, paths: readonly string[]): Promise<string[]> {
  const status = await git(['status', '--porcelain', '-z', '--', ...paths], env);
  // `XY path`; what is renamed has its old path, without letters, behind it.
  return (status ?? '').split('\0').flatMap((entry) => /^[ MTADRCU?]{2} (.+)$/s.exec(entry)?.[1] ?? []);
}

/** The repository of the workflow, else that of git's remote `origin`. */
export async function repositoryOf(env: Environment): Promise<Repository | undefined> {
  const { GITHUB_REPOSITORY: name, GITHUB_SERVER_URL: server = 'https://github.com' } = env;
  const address = name ? `${server}/${name}` : await ofGit(['remote', 'get-url', 'origin'], env);
  return address === undefined ? undefined : parseRemote(address);
}

/** Names by which a server is reached, and the one that it has. https://docs.github.com/authentication/troubleshooting-ssh/using-ssh-over-the-https-port */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['ssh.github.com', 'github.com'],
  ['www.github.com', 'github.com'],
]);

/** `https://host/owner/repo.git`, `ssh://git@host:22/owner/repo`, `git@host:owner/repo.git`; a token in it is dropped. */
export function parseRemote(address: string): Repository | undefined {
  const [, protocol, domain = '', port = '', owner, repo] =
    /^(?:(https?|ssh|git):\/\/)?(?:[^@/\s]*@)?([\w.-]+)(:\d+(?=\/))?[/:]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(
      address,
    ) ?? [];
  if (!owner || !repo) return undefined;
  const isWeb = protocol === 'http' || protocol === 'https';
  const name = ALIASES.get(domain.toLowerCase()) ?? domain.toLowerCase();
  return { server: `${protocol === 'http' ? 'http' : 'https'}://${name}${isWeb ? port : ''}`, owner, repo };
}
