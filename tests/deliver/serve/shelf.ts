/** Folders of finished books, and the server over one, as it runs for users. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { serve, type Running, type ServeOptions } from '../../../src/deliver/serve/index.js';
import { drawTitle, openScaler } from '../../../src/images/index.js';
import { readPackageFile } from '../../../src/io/packages.js';
import { epub, packageWith, type Files } from '../../check/epub.js';

/** An EPUB with a title, and more metadata, files or a cover. */
export async function bookCalled(
  title: string,
  metadata = '',
  { cover, ...files }: Files & { cover?: Uint8Array } = {},
): Promise<Uint8Array> {
  const changed = packageWith('<dc:title>The Ferry</dc:title>', `<dc:title>${title}</dc:title>${metadata}`);
  const item =
    '<item id="cover" href="cover.png" media-type="image/png" properties="cover-image"/></manifest>';
  const opf = String(changed['OEBPS/package.opf']).replace('</manifest>', cover ? item : '</manifest>');
  return epub({ 'OEBPS/package.opf': opf, ...(cover ? { 'OEBPS/cover.png': cover } : {}), ...files });
}

/** An image of one pixel, PNG. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

export interface Folder {
  path: string;
  write: (files: Record<string, Uint8Array | string>) => Promise<void>;
  remove: () => Promise<void>;
}

export async function folderWith(files: Record<string, Uint8Array | string> = {}): Promise<Folder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'octavo-shelf-')));
  const write = async (more: Record<string, Uint8Array | string>) => {
    for (const [name, content] of Object.entries(more)) {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await writeFile(join(path, name), content);
    }
  };
  await write(files);
  return { path, write, remove: () => rm(path, { recursive: true, force: true }) };
}

export interface Served {
  base: string;
  running: Running;
  stop: () => Promise<void>;
}

/** The server over a folder, on a port that was free. */
export async function served(folder: string, options: Partial<ServeOptions> = {}): Promise<Served> {
  const scaler = openScaler();
  const covers = {
    scale: scaler.scale,
    draw: (subject: Parameters<typeof drawTitle>[0]) => drawTitle(subject, readPackageFile),
  };
  const running = await serve({ folder, cwd: folder, host: '127.0.0.1', port: 0, covers, ...options });
  const stop = async () => {
    await running.stop();
    await scaler.close();
  };
  return { base: (running.addresses[0] ?? '').replace(/\/$/u, ''), running, stop };
}

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
}

/** A request as it is written, the path not made tidy. */
export function ask(
  base: string,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Reply> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes,
          text: bytes.toString(),
        });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}
