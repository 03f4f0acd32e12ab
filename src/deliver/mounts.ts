/** What is connected: the drives of this computer, and what is on its USB. Read from the system's own tables. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Where a computer keeps its tables. */
export interface Computer {
  platform: NodeJS.Platform;
  /** Linux: the mount table, and the tree of devices. */
  mounts: string;
  sys: string;
  /** macOS: the folder of the volumes. */
  volumes: string;
  /** Windows: roots of the drives. */
  drives: readonly string[];
}

/** A computer of that platform, its tables at their usual places. */
export const computerOf = (platform: NodeJS.Platform): Computer => ({
  platform,
  mounts: '/proc/self/mounts',
  sys: '/sys',
  volumes: '/Volumes',
  drives: Array.from('DEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:\\`),
});

/** A drive that may be an e-reader. */
export interface Mount {
  /** Its root. */
  path: string;
  /** The label of its volume, as far as the system shows it in the path. */
  label: string;
  /** Linux: the device file. */
  source?: string;
  /** Linux: `vendor:product` on the USB. */
  usb?: string;
}

/** The drives that are connected, in the system's order; none on a system that is not known. */
export async function listMounts(computer: Computer): Promise<Mount[]> {
  switch (computer.platform) {
    case 'linux':
      return linuxMounts(computer);
    case 'darwin':
      return volumes(computer);
    case 'win32':
      return existing(computer.drives.map((path) => ({ path, label: '' })));
    default:
      return [];
  }
}

/** File systems that e-readers and their cards have; a network's, which might not answer, is not among them. */
const FILE_SYSTEMS = new Set(['vfat', 'msdos', 'exfat', 'fuseblk', 'fuse.exfat', 'ntfs3', 'hfsplus']);

async function linuxMounts({ mounts, sys }: Computer): Promise<Mount[]> {
  const table = await readFile(mounts, 'utf8').catch(() => '');
  // Of two that are mounted at one place, the later hides the other.
  const drives = new Map(parseMounts(table).map((mount) => [mount.path, mount]));
  return Promise.all(
    [...drives.values()]
      .filter(({ type }) => FILE_SYSTEMS.has(type))
      .map(async ({ source, path }) => {
        const usb = await usbOf(source, sys);
        return { path, label: basename(path), source, ...(usb === undefined ? {} : { usb }) };
      }),
  );
}

/** The rows of a mount table, https://man7.org/linux/man-pages/man5/fstab.5.html: `\040` is a space. */
export const parseMounts = (table: string): { source: string; path: string; type: string }[] =>
  table.split('\n').flatMap((line) => {
    const [source, path, type] = line.split(' ').map(unescaped);
    return source && path && type ? [{ source, path, type }] : [];
  });

/** Octal escapes stand for bytes; what they make is UTF-8. */
function unescaped(field: string): string {
  if (!field.includes('\\')) return field;
  const bytes = field
    .split(/(\\[0-3][0-7]{2})/)
    .map((part, index) =>
      index % 2 === 1 ? Buffer.of(parseInt(part.slice(1), 8)) : Buffer.from(part, 'utf8'),
    );
  return Buffer.concat(bytes).toString('utf8');
}

/** The USB id of the device that a device file belongs to: the nearest folder above it in the tree that has one. */
async function usbOf(source: string, sys: string): Promise<string | undefined> {
  let folder = await realpath(join(sys, 'class', 'block', basename(source))).catch(() => undefined);
  while (folder !== undefined && folder !== dirname(folder)) {
    const id = await usbId(folder);
    if (id !== undefined) return id;
    folder = dirname(folder);
  }
  return undefined;
}

async function usbId(folder: string): Promise<string | undefined> {
  const [vendor, product] = await Promise.all([line(folder, 'idVendor'), line(folder, 'idProduct')]);
  return vendor === '' || product === '' ? undefined : `${vendor}:${product}`;
}

const line = (folder: string, file: string): Promise<string> =>
  readFile(join(folder, file), 'utf8').then(
    (text) => text.trim(),
    () => '',
  );

async function volumes({ volumes: folder }: Computer): Promise<Mount[]> {
  const names = await readdir(folder).catch(() => []);
  return existing([...names].sort().map((name) => ({ path: join(folder, name), label: name })));
}

async function existing(mounts: readonly Mount[]): Promise<Mount[]> {
  const there = await Promise.all(
    mounts.map(({ path }) =>
      stat(path).then(
        (stats) => stats.isDirectory(),
        () => false,
      ),
    ),
  );
  return mounts.filter((_, index) => there[index]);
}

/** A device on the USB that offers no storage of its own. */
export interface Bare {
  vendor: string;
  product: string;
}

/** https://www.usb.org/defined-class-codes: mass storage. */
const MASS_STORAGE = '08';

/** Linux: what is on the USB and offers no drive; elsewhere nothing, as only the system's own tools know. */
export async function listBare({ platform, sys }: Computer): Promise<Bare[]> {
  if (platform !== 'linux') return [];
  const folder = join(sys, 'bus', 'usb', 'devices');
  const names = (await readdir(folder).catch(() => [])).sort();
  const classes = new Map<string, string[]>();
  // An interface is `1-2:1.0`, its device `1-2`.
  for (const name of names) {
    const [device, part] = name.split(':');
    if (device === undefined || part === undefined) continue;
    const found = classes.get(device) ?? [];
    classes.set(device, [...found, await line(join(folder, name), 'bInterfaceClass')]);
  }
  const bare = [...classes].filter(([, found]) => !found.includes(MASS_STORAGE)).map(([device]) => device);
  return Promise.all(
    bare.map(async (device) => ({
      vendor: await line(join(folder, device), 'idVendor'),
      product: `${await line(join(folder, device), 'manufacturer')} ${await line(join(folder, device), 'product')}`,
    })),
  );
}
