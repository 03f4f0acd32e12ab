/** Where `octavo release --attach` sends the files: tag, token and repository, or what is missing. */
import { OTHER_HOSTS, repositoryOf, type Repository } from '../deliver/release/repository.js';

export interface Target {
  tag: string;
  token: string;
  repository: Repository;
}

/** Looks at everything before the first book is built: a build of an hour that cannot be attached helps nobody. */
export async function targetOf(
  env: NodeJS.ProcessEnv,
  tag: string | undefined,
): Promise<Target | { problem: string }> {
  if (tag === undefined || tag === '') {
    return { problem: 'Unexpected release without a tag\n  Name one: `--tag v1.0`, or check out the tag.' };
  }
  const repository = await repositoryOf(env);
  if (!repository) {
    return {
      problem:
        'Unexpected folder without a remote repository to attach to\n' +
        '  Add one (`git remote add origin …`), or set `GITHUB_REPOSITORY=owner/name`.',
    };
  }
  const { domain } = repository;
  if (OTHER_HOSTS.some((pattern) => pattern.test(domain))) {
    return {
      problem: `Unexpected host \`${domain}\`, expected GitHub or a GitHub Enterprise server\n  Leave \`--attach\` out and upload the files yourself.`,
    };
  }
  const token = env['GITHUB_TOKEN'] ?? env['GH_TOKEN'];
  if (!token) {
    return {
      problem:
        'Unexpected release without a token\n' +
        '  Put one that may write releases (`contents: write`) into `GITHUB_TOKEN`.',
    };
  }
  return { tag, token, repository };
}
