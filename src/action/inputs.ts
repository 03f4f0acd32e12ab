/** The inputs of `action.yml`, checked: the runner hands each over as text, in `INPUT_<NAME>`. */

/** What the step is asked for. */
export interface Inputs {
  /** Names or paths; every book of the manuscripts where there is none. */
  books: string[];
  formats: string[];
  validate: Validate;
  attach: boolean;
  tag: string | undefined;
  draft: boolean;
  checksums: boolean;
  token: string;
}

/** Names of inputs, and what is wrong with their values. */
export interface Refusal {
  input: string;
  reason: string;
}

type Env = Readonly<Record<string, string | undefined>>;

const VALIDATE = ['true', 'false', 'strict'] as const;
type Validate = (typeof VALIDATE)[number];
const FORMATS = ['epub', 'kepub'];
/** YAML's own words for them. https://yaml.org/spec/1.2.2/#1032-tag-resolution */
const BOOLEANS: Readonly<Record<string, boolean>> = { true: true, false: false };

/** The inputs, or all that is wrong with them. */
export function readInputs(env: Env): { value: Inputs; refusals: Refusal[] } {
  const refusals: Refusal[] = [];
  const text = (name: string): string => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
  const refuse = (input: string, found: string, expected: string): void => {
    refusals.push({ input, reason: `Unexpected \`${found}\` as input \`${input}\`, expected ${expected}` });
  };
  const boolean = (name: string, fallback: boolean): boolean => {
    const given = text(name);
    if (given === '') return fallback;
    const value = BOOLEANS[given.toLowerCase()];
    if (value === undefined) refuse(name, given, '`true` or `false`');
    return value ?? fallback;
  };

  const validate = text('validate').toLowerCase() || 'true';
  if (!isValidate(validate)) refuse('validate', validate, '`true`, `false` or `strict`');
  const formats = text('formats')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((format) => format.toLowerCase());
  for (const format of formats.filter((name) => !FORMATS.includes(name))) {
    refuse('formats', format, FORMATS.map((name) => `\`${name}\``).join(' or '));
  }
  const attach = boolean('attach', false);
  const tag = text('tag') || (env.GITHUB_REF_TYPE === 'tag' ? env.GITHUB_REF_NAME : undefined);
  if (attach && !tag) {
    refuse('tag', '', 'the name of the tag to attach to: this run was started by none');
  }
  return {
    value: {
      books: text('book')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      formats: [...new Set(formats)],
      validate: isValidate(validate) ? validate : 'true',
      attach,
      tag,
      draft: boolean('draft', false),
      checksums: boolean('checksums', true),
      token: text('token'),
    },
    refusals,
  };
}

const isValidate = (value: string): value is Validate => (VALIDATE as readonly string[]).includes(value);
