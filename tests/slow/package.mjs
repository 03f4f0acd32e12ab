// The package as its users get it: packed, installed in an empty folder with all that it brings, weighed and used.
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { demandCompiled, inFolder, report, ROOT, start } from './octavo.mjs';

const MOST_MB = 45;
const MOST_PACKAGES = 125;

/** What a folder of packages takes on the disk, in MB, in blocks of 4 kB. */
async function weightOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(
      async (entry) => Math.ceil((await stat(join(entry.parentPath, entry.name))).size / 4096) * 4096,
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20;
}

const ends = async (command, args, cwd) => {
  const { code, output } = await start(command, args, { cwd }).ended;
  return { output, problem: code === 0 ? undefined : `exit ${code}:\n${output}` };
};

demandCompiled();
await inFolder(async (folder) => {
  const cases = [];
  const run = async (name, command, ...args) => {
    const { output, problem } = await ends(command, args, folder);
    cases.push({ name, problem });
    return output;
  };
  await ends('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], ROOT);
  const packed = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await run('npm install', 'npm', 'install', '--no-audit', '--no-fund', `./${packed}`);

  const lock = JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8'));
  const packages = Object.keys(lock.packages).filter((name) => name !== '').length;
  const megabytes = await weightOf(join(folder, 'node_modules'));
  cases.push(
    { name: `${packages} packages`, problem: packages > MOST_PACKAGES ? `over ${MOST_PACKAGES}` : undefined },
    { name: `${megabytes.toFixed(1)} MB`, problem: megabytes > MOST_MB ? `over ${MOST_MB}` : undefined },
  );

  const octavo = (...args) => run(`octavo ${args.join(' ')}`, 'npx', '--no-install', 'octavo', ...args);
  await octavo('new', 'My Book');
  await octavo('build');
  await octavo('proof', 'my-book');
  await octavo('check', 'dist/my-book.epub');
  await octavo('verify', 'dist/my-book.epub');
  await octavo('sideload', '--help');

  // Without the packages of an archive, which few need, its command names them, and its library loads.
  const places = ['--queue', 'redis://localhost', '--store', 'store'];
  const { code, output } = await start('npx', ['--no-install', 'octavo', 'work', ...places], { cwd: folder })
    .ended;
  cases.push({
    name: 'octavo work',
    problem:
      code === 2 && output.includes('npm install bullmq ioredis') ? undefined : `exit ${code}:\n${output}`,
  });
  await writeFile(
    join(folder, 'archive.mjs'),
    "import { openArchive } from 'octavo/archive';\nconst { told } = await openArchive({ queue: 'redis://localhost', store: 'store', cwd: '.' }).catch((cause) => cause);\nif (told.id !== 'archive:not-installed') process.exit(1);\n",
  );
  await run('the library of an archive', process.execPath, 'archive.mjs');

  // A script that uses the library, and TypeScript's types of it.
  await writeFile(
    join(folder, 'use.mjs'),
    "import { check, findBooks } from 'octavo';\nif (!(await findBooks({ cwd: '.', manuscripts: 'manuscripts' })).value[0] || !check) process.exit(1);\n",
  );
  await run('the library', process.execPath, 'use.mjs');
  await writeFile(
    join(folder, 'set.mjs'),
    "import { typesetText } from 'octavo/typography';\nimport plugin from 'octavo/remark';\nif (typesetText('\"Rain\"').text !== '“Rain”' || !plugin) process.exit(1);\n",
  );
  await run('the typography alone', process.execPath, 'set.mjs');
  await writeFile(
    join(folder, 'use.mts'),
    `import { build, defineConfig, loadConfig, type BookMeta, type OctavoConfig } from 'octavo';
import remarkTypography, { type TypographyReport } from 'octavo/remark';
import { typesetText, type TextChange } from 'octavo/typography';
import type { Archive } from 'octavo/archive';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
const meta: BookMeta = { title: 'The Tide' };
export const title: string | undefined = meta.title;
export const config: OctavoConfig = defineConfig({ remarkPlugins: [[remarkTypography, { language: 'de' }]] });
export const built = await build({ cwd: '.', config: (await loadConfig('.')).value });
export type Ask = Archive['enqueue'];
export const changes: TextChange[] = typesetText('"Rain"', { language: 'en' }).changes;
const site = unified().use(remarkParse).use(remarkTypography, { language: 'en-GB', rules: { dashes: 'spaced' } });
export const report = async (): Promise<TypographyReport> => {
  const file = { value: 'x', data: {} as Record<string, unknown>, message: () => undefined };
  await site.run(site.parse('x'), file as never);
  return file.data['typography'] as TypographyReport;
};
// @ts-expect-error There is no such rule.
typesetText('x', { rules: { dashs: true } });
`,
  );
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const strict = [
    ...['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'],
    ...['--skipLibCheck', 'false', '--target', 'es2022', '--module', 'nodenext'],
  ];
  await run('its types', process.execPath, tsc, ...strict, 'use.mts');

  const bin = join(folder, 'node_modules', 'octavo', 'lib', 'bin.js');
  const { child, ended } = start(process.execPath, [bin, 'serve', '--json'], { cwd: folder });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  for (let tries = 0; tries < 600 && !/"http/.test(said) && child.exitCode === null; tries++)
    await sleep(100);
  const [address] = /http:\/\/[\d.]+:\d+/.exec(said) ?? [];
  const page = address && (await fetch(address).then((response) => response.text(), String));
  child.kill();
  await ended;
  cases.push({
    name: 'octavo serve',
    problem: page?.includes('My Book') ? undefined : `${address}: ${page}`,
  });
  report(cases);
});
