/** The inputs of `action.yml`, checked: the runner hands each over as text, in `INPUT_<NAME>`. */

/** What the step is asked for. */
export interface Inputs {
  /** Names or paths; every book of the manuscripts where there is none. */
  books: string[];
  formats: string[];
  /** Whether warnings fail the step too. */
  strict: boolean;
  attach: boolean;
  tag: string | undefined;
  draft: boolean;
  /** What the notes are written against, as `--since` takes it; empty by default. */
  since: string;
  checksums: boolean;
  token: string;
}

/** Names of inputs, and what is wrong with their values. */
export interface Refusal {
  input: string;
  reason: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** YAML's own words for them. https://yaml.org/spec/1.2.2/#1032-tag-resolution */
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/** The inputs, or all that is wrong with them. */
export function readInputs(env: Env): { value: Inputs; refusals: Refusal[] } {
  const refusals: Refusal[] = [];
  const text = (name: string): string => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
  const refuse = (input: string, found: string, expected: string): void => {
    refusals.push({
      input,
      reason: `Unexpected \`${found}\` for the input \`${input}\`, expected ${expected}`,
    });
  };
  const boolean = (name: string, fallback: boolean): boolean => {
    const given = text(name);
    if (given === '') return fallback;
    const value = BOOLEANS.get(given.toLowerCase());
    if (value === undefined) refuse(name, given, '`true` or `false`');
    return value ?? fallback;
  };

  const validate = text('validate').toLowerCase();
  if (!['', 'true', 'strict'].includes(validate)) {
    refuse('validate', validate, '`true` or `strict`: what is released is always validated');
  }
  const attach = boolean('attach', false);
  const tag = text('tag') || (env.GITHUB_REF_TYPE === 'tag' ? env.GITHUB_REF_NAME : undefined);
  if (attach && !tag) {
    const reason =
      'No tag started this run, so there is no release to attach to; name one as the input `tag`';
    refusals.push({ input: 'tag', reason });
  }
  return {
    value: {
      books: text('book')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      formats: text('formats')
        .split(/[\s,]+/)
        .filter(Boolean),
      strict: validate === 'strict',
      attach,
      tag,
      draft: boolean('draft', false),
      since: text('since'),
      checksums: boolean('checksums', true),
      token: text('token'),
    },
    refusals,
  };
}
