/**
 * Holds requests and answers to GitHub's published description of its API. `github-api.json` is cut from the npm
 * package @octokit/openapi 23.0.2 (MIT): the operations of releases, and what they refer to.
 */
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

interface Parameter {
  name: string;
  in: 'path' | 'query';
  required?: boolean;
}

interface Operation {
  operationId: string;
  parameters: ({ $ref: string } | Parameter)[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, { content?: Record<string, unknown> }>;
}

interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { parameters: Record<string, Parameter> };
}

const description = JSON.parse(
  readFileSync(new URL('github-api.json', import.meta.url), 'utf8'),
) as Description;
// Formats and OpenAPI's own keywords are not what is held to; values in addresses are texts.
const ajv = new Ajv({ strict: false, validateFormats: false, coerceTypes: true, allErrors: true });
ajv.addSchema(description, 'github');
const compiled = new Map<string, ValidateFunction>();

const pointer = (...steps: string[]): string =>
  `github#/${steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;

/** What a value breaks of the schema at a pointer into the description. */
function broken(value: unknown, ...steps: string[]): string[] {
  const at = pointer(...steps);
  const validate = compiled.get(at) ?? ajv.compile({ $ref: at });
  compiled.set(at, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

export interface Matched {
  id: string;
  path: string;
  method: string;
  operation: Operation;
  parameters: Record<string, string>;
}

/** The operation that a request asks for. */
export function operationOf(method: string, path: string): Matched | undefined {
  for (const [template, operations] of Object.entries(description.paths)) {
    const operation = operations[method.toLowerCase()];
    const pattern = new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
    const match = pattern.exec(path);
    if (operation && match)
      return {
        id: operation.operationId,
        path: template,
        method: method.toLowerCase(),
        operation,
        parameters: Object.fromEntries(
          Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
        ),
      };
  }
  return undefined;
}

/** What a request breaks of the description; `body` is that of a JSON request, parsed. */
export function brokenRequest(
  { path, method, operation, parameters }: Matched,
  query: Record<string, string>,
  body: unknown,
): string[] {
  const known = operation.parameters.map((parameter) => {
    if (!('$ref' in parameter)) return { parameter, steps: [] };
    const name = parameter.$ref.split('/').at(-1) ?? '';
    return {
      parameter: description.components.parameters[name] as Parameter,
      steps: ['components', 'parameters', name, 'schema'],
    };
  });
  const values: Record<string, Record<string, string>> = { path: parameters, query };
  const problems = known.flatMap(({ parameter, steps }) => {
    const value = values[parameter.in]?.[parameter.name];
    if (value === undefined) return parameter.required ? [`without ${parameter.name}`] : [];
    return steps.length === 0 ? [] : broken({ value }.value, ...steps);
  });
  const names = known.map(({ parameter }) => parameter.name);
  problems.push(
    ...Object.keys(query)
      .filter((name) => !names.includes(name))
      .map((name) => `unknown ${name}`),
  );
  if (operation.requestBody?.content['application/json'])
    problems.push(
      ...broken(body, 'paths', path, method, 'requestBody', 'content', 'application/json', 'schema'),
    );
  return problems;
}

/** What an answer breaks of the description. */
export function brokenAnswer({ path, method, operation }: Matched, status: number, body: unknown): string[] {
  const response = operation.responses[String(status)];
  if (!response) return [`undescribed status ${String(status)}`];
  if (body === undefined || !response.content?.['application/json']) return [];
  return broken(
    body,
    'paths',
    path,
    method,
    'responses',
    String(status),
    'content',
    'application/json',
    'schema',
  );
}
