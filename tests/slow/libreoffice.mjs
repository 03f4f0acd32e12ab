// RTF and OpenDocument texts are read by way of LibreOffice: what it makes of one is the story, letter for letter.
// Without LibreOffice there is nothing to try, which is told.
//
// node tests/slow/libreoffice.mjs
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BIN, demandCompiled, inFolder } from './octavo.mjs';

demandCompiled();

const RTF = String.raw`{\rtf1\ansi\ansicpg1252{\info{\title The Weir}{\author Mary Reed}}
\pard Water \i over\i0  stone, \'93again\'94.\par
\pard * * *\par
\pard And \b quiet\b0 .\par}`;
const EXPECTED = ['Water *over* stone, “again”.', '* * *', 'And **quiet**.'];

const isMissing = spawnSync('soffice', ['--version']).error !== undefined;
if (isMissing) console.log('skipped: LibreOffice (Debian: libreoffice-writer-nogui) is not installed');
else await inFolder(check);

async function check(folder) {
  const rtf = join(folder, 'weir.rtf');
  await writeFile(rtf, RTF);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  spawnSync('soffice', [profile, '--headless', '--convert-to', 'odt', '--outdir', join(folder, 'odt'), rtf]);
  for (const file of [rtf, join(folder, 'odt', 'weir.odt')]) {
    const { status, stderr } = spawnSync(process.execPath, [BIN, 'import', file, '--force'], { cwd: folder });
    const text = await readFile(join(folder, 'manuscripts', 'the-weir.md'), 'utf8').catch(() => '');
    const body = text.split('---\n').at(-1).trim().split('\n\n');
    const isRight = status === 0 && JSON.stringify(body) === JSON.stringify(EXPECTED);
    console.log(`${isRight ? 'right' : 'WRONG'}: ${file.slice(folder.length + 1)}`);
    if (!isRight) {
      console.log(String(stderr), text);
      process.exitCode = 1;
    }
  }
}
