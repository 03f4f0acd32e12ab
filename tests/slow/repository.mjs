// A repository that `octavo new --repo` makes, with Octavo as npm would install it there: the packed package and the
// packages that it depends on, no others. Its scripts build the book, and the action that the package brings releases
// it as a runner would.
import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BIN, booksIn, demandCompiled, inFolder, report, ROOT, start } from './octavo.mjs';

const TITLE = 'The "Lamp" Room: $(id) `ls`';
const FOLDER = 'the-lamp-room-id-ls';

async function runs(command, args, options) {
  const { code, output } = await start(command, args, options).ended;
  if (code !== 0) throw new Error(`\`${command} ${args.join(' ')}\` failed (exit ${code}):\n${output}`);
  return output;
}

/** Installs the packed package and links what it depends on. */
async function install(folder, repository) {
  const packed = await runs('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
    cwd: ROOT,
  });
  const [name] = packed.match(/\S+\.tgz/) ?? [];
  const home = join(repository, 'node_modules', 'octavo');
  await mkdir(home, { recursive: true });
  await runs('tar', ['-xzf', join(folder, name), '-C', home, '--strip-components=1']);
  const { dependencies, bin } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  for (const dependency of Object.keys(dependencies)) {
    const link = join(repository, 'node_modules', dependency);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(ROOT, 'node_modules', dependency), link);
  }
  const command = join(repository, 'node_modules', '.bin', 'octavo');
  await mkdir(dirname(command));
  await chmod(join(home, bin.octavo), 0o755);
  await symlink(join(home, bin.octavo), command);
  return home;
}

/** Runs the action in a repository; returns its log, and the files of outputs and summary. */
async function act(folder, repository, home) {
  const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') };
  for (const file of Object.values(files)) await writeFile(file, '');
  const log = await runs(process.execPath, [join(home, 'action', 'index.js')], {
    cwd: repository,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      GITHUB_WORKSPACE: repository,
      GITHUB_REF_TYPE: 'tag',
      GITHUB_REF_NAME: 'v1.0',
      ...files,
    },
  });
  const [outputs, summary] = await Promise.all(Object.values(files).map((file) => readFile(file, 'utf8')));
  return { log, outputs, summary };
}

demandCompiled();
await inFolder(async (folder) => {
  await runs(process.execPath, [BIN, 'new', '--repo', TITLE], { cwd: folder });
  const repository = join(folder, FOLDER);
  const home = await install(folder, repository);

  await runs('npm', ['run', '--silent', 'build'], { cwd: repository });
  const built = await booksIn(join(repository, 'dist'));
  const count = built.length === 1 ? undefined : `${built.length} ebooks`;
  const cases = [{ name: '`npm run build` makes an ebook', problem: count }];
  await runs('npm', ['run', '--silent', 'proof'], { cwd: repository });

  const { log, outputs, summary } = await act(folder, repository, home);
  for (const [name, text, expected] of [
    ['the log names the Octavo that ran', log, /^Octavo \d/m],
    ['the outputs name the ebook', outputs, /^dist\/the-lamp-room-id-ls-1\.0\.epub$/m],
    ['the outputs name the checksums', outputs, /^dist\/SHA256SUMS$/m],
    ['the summary has the title', summary, /Lamp.* Room&#58; &#36;&#40;id&#41;/],
  ]) {
    cases.push({ name, problem: expected.test(text) ? undefined : text });
  }
  report(cases);
});
