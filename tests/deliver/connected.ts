/** A folder with drives in it that look like e-readers, and the tables that a computer would list them in. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Computer } from '../../src/deliver/mounts.js';

export interface Desk {
  folder: string;
  path: (...parts: string[]) => string;
  /** Makes files, by path; a path that ends with a slash is a folder. */
  make: (files: Record<string, string | Uint8Array>) => void;
  /** The computer that has these drives, by path below the folder. */
  computer: (platform: NodeJS.Platform, drives?: readonly string[]) => Computer;
  /** Plugs a device into the USB, with its drive where it has one. */
  plug: (port: string, files: Record<string, string>, source?: string) => void;
  clear: () => void;
}

export function desk(): Desk {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'octavo desk ')));
  const path = (...parts: string[]) => join(folder, ...parts);
  const make: Desk['make'] = (files) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(name.endsWith('/') ? path(name) : dirname(path(name)), { recursive: true });
      if (!name.endsWith('/')) writeFileSync(path(name), text);
    }
  };
  return {
    folder,
    path,
    make,
    computer(platform, drives = []) {
      const escaped = (text: string) => text.replaceAll('\\', '\\134').replaceAll(' ', '\\040');
      const rows = drives.map(
        (drive, index) => `/dev/sd${'bcdefg'[index] ?? 'z'}1 ${escaped(path(drive))} vfat rw,relatime 0 0`,
      );
      const others = ['proc /proc proc rw 0 0', '/dev/sda1 / ext4 rw 0 0', 'nas:/books /mnt/nas nfs4 rw 0 0'];
      make({ 'tables/mounts': [...others, ...rows, ''].join('\n'), 'tables/sys/': '' });
      return {
        platform,
        mounts: path('tables/mounts'),
        sys: path('tables/sys'),
        volumes: folder,
        drives: [...drives, 'nothing here'].map((drive) => path(drive)),
      };
    },
    plug(port, files, source) {
      const device = join('tables/sys/bus/usb/devices', port);
      make(
        Object.fromEntries(Object.entries(files).map(([name, text]) => [join(device, name), `${text}\n`])),
      );
      if (source === undefined) return;
      const block = join(device, `${port}:1.0`, 'host0', 'block', source);
      make({ [`${block}/`]: '', 'tables/sys/class/block/': '' });
      symlinkSync(path(block), path('tables/sys/class/block', source));
    },
    clear() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const KOBO_VERSION = 'N867B0000000,4.9.77,4.38.23171,4.9.77,4.9.77,00000000-0000-0000-0000-000000000';

/** What the drive of each device has, by the row's name: a fixture for every row of the table. */
export const DRIVES: Readonly<
  Record<string, { label: string; files: Record<string, string>; folder: string; usb?: string }>
> = {
  tolino: { label: 'tolino', files: { '.kobo/version': `${KOBO_VERSION}693` }, folder: '' },
  kobo: {
    label: 'KOBOeReader',
    files: { '.kobo/version': `${KOBO_VERSION}388\n`, '.kobo/KoboReader.sqlite': 'SQLite' },
    folder: '',
  },
  nook: {
    label: 'NOOK',
    files: { 'NOOK/My Files/': '', 'NOOK/My Files/Books/': '' },
    folder: 'NOOK/My Files',
  },
  pocketbook: { label: 'PB628', files: { 'system/config/': '', 'Books/': '' }, folder: 'Books' },
  kindle: {
    label: 'Kindle',
    files: { 'documents/My Clippings.txt': '', 'system/version.txt': '5.16', 'audible/': '' },
    folder: 'documents',
  },
  'tolino-older': { label: 'USB drive', files: { 'Books/': '' }, folder: 'Books', usb: '1f85:6053' },
};
