/** The hosts of releases that are known: which servers are theirs, and what opens them. */
import type { Environment } from '../../io/programs.js';
import { github } from './github.js';
import type { HostOptions, ReleaseHost } from './host.js';
import type { Repository } from './repository.js';

/** A kind of server that has releases; another one is a row of `HOSTS` and a `ReleaseHost`. */
interface HostKind {
  /** The address of its API, where the server is of this kind; undefined where nothing says so. */
  apiOf: (server: string, env: Environment) => string | undefined;
  /** The environment variables that may hold a token for it; the first that does counts. */
  tokens: readonly string[];
  open: (options: HostOptions) => ReleaseHost;
}

const GITHUB = 'https://github.com';

/** Whether a server is the one that the environment names, as workflows do. */
const isNamed = (server: string, { GITHUB_SERVER_URL: named = GITHUB }: Environment): boolean =>
  URL.canParse(named) && new URL(named).origin === server;

/**
 * A token is sent only to a server that is known by its name, or that the environment names: a remote of git's may
 * be anywhere.
 */
const HOSTS: readonly HostKind[] = [
  {
    apiOf: (server, env) => {
      if (server !== GITHUB) return undefined;
      return (isNamed(server, env) && env['GITHUB_API_URL']) || 'https://api.github.com';
    },
    tokens: ['GITHUB_TOKEN', 'GH_TOKEN'],
    open: github,
  },
  {
    // https://docs.github.com/enterprise-cloud@latest/admin/data-residency/feature-overview-for-github-enterprise-cloud-with-data-residency
    apiOf: (server) =>
      /^https:\/\/[\w-]+\.ghe\.com$/.test(server) ? server.replace('://', '://api.') : undefined,
    tokens: ['GITHUB_TOKEN', 'GH_TOKEN'],
    open: github,
  },
  {
    // https://docs.github.com/enterprise-server/rest/enterprise-admin#endpoint-urls
    apiOf: (server, env) => (isNamed(server, env) ? env['GITHUB_API_URL'] || `${server}/api/v3` : undefined),
    tokens: ['GITHUB_TOKEN', 'GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN'],
    open: github,
  },
];

/** What opens the host of a repository. */
export interface FoundHost {
  api: string;
  token?: string;
  host: ReleaseHost;
}

/** The host of a repository; undefined if its server is not known. Nothing is sent yet. */
export function hostOf(repository: Repository, env: Environment): FoundHost | undefined {
  for (const { apiOf, tokens, open } of HOSTS) {
    const api = apiOf(repository.server, env);
    if (api === undefined) continue;
    const token = tokens.map((name) => env[name]).find(Boolean);
    const own = { api, ...(token === undefined ? {} : { token }) };
    return { ...own, host: open({ ...repository, ...own }) };
  }
  return undefined;
}
