/** Finds the connected e-readers, and the one that a book goes to. */
import { readFile, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { fatal, type Result } from '../diagnostics.js';
import { isInside } from '../io/files.js';
import type { Message } from '../types.js';
import { DEVICES, UNMOUNTED, type Device, type Unmounted } from './devices.js';
import { listBare, listMounts, type Computer, type Mount } from './mounts.js';

/** An e-reader that is connected. */
export interface FoundDevice {
  device: Device;
  /** Root of its drive. */
  root: string;
  label: string;
  /** Linux: its device file. */
  source?: string;
  /** As the device itself gives it. */
  firmware?: string;
}

/** What is connected: drives that books can be put on, and e-readers without one. */
export interface Connected {
  devices: FoundDevice[];
  unmounted: Unmounted[];
}

/** The e-readers that are connected, in the system's order. Reads the system's tables and the devices' own files. */
export async function findDevices(computer: Computer): Promise<Connected> {
  const devices = await Promise.all((await listMounts(computer)).map(devicesOn));
  const bare = await listBare(computer);
  const unmounted = UNMOUNTED.filter(({ vendor, product }) =>
    bare.some((one) => one.vendor === vendor && (product?.test(one.product) ?? true)),
  );
  return { devices: devices.flat(), unmounted };
}

/** The e-reader that a drive is; several where its files leave that open, none where it is no e-reader. */
async function devicesOn(mount: Mount): Promise<FoundDevice[]> {
  const [, firmware, model] = await koboVersion(mount.path);
  const { path: root, label, source } = mount;
  const found: FoundDevice[] = [];
  for (const device of DEVICES) {
    if (found.length > 0 && !(device.vague && found[0]?.device.vague)) continue;
    if (device.models && !device.models.some((end) => model?.endsWith(end))) continue;
    if (!isKnownBy(device, mount) || !(await isSigned(device, root))) continue;
    found.push({
      device,
      root,
      label,
      ...(source === undefined ? {} : { source }),
      ...(firmware === undefined ? {} : { firmware }),
    });
  }
  return found;
}

/** A row with labels or USB ids fits only a drive with one of these. */
function isKnownBy({ labels, usb }: Device, mount: Mount): boolean {
  if (!labels && !usb) return true;
  return (
    (labels?.includes(mount.label.toLowerCase()) ?? false) ||
    (mount.usb !== undefined && (usb?.includes(mount.usb) ?? false))
  );
}

async function isSigned({ signatures }: Device, root: string): Promise<boolean> {
  for (const paths of signatures) {
    const there = await Promise.all(paths.map((path) => isThere(root, path)));
    if (there.every(Boolean)) return true;
  }
  return false;
}

async function isThere(root: string, path: string): Promise<boolean> {
  const stats = await stat(join(root, path)).catch(() => undefined);
  return path.endsWith('/') ? (stats?.isDirectory() ?? false) : (stats?.isFile() ?? false);
}

/** Serial number, firmware and model of a Kobo: `N867…,4.9.77,4.38.23171,4.9.77,4.9.77,00000000-…-000000000388`. */
async function koboVersion(root: string): Promise<(string | undefined)[]> {
  const text = await readFile(join(root, '.kobo', 'version'), 'utf8').catch(() => '');
  const fields = text.trim().split(',');
  return fields.length < 3 ? [] : [fields[0], fields[2], fields.at(-1)];
}

/** Where the books go: a folder on an e-reader, or any folder. */
export interface Target {
  /** None for a folder that is on no e-reader. */
  found?: FoundDevice;
  /** Absolute root of the drive; for any folder, the folder. */
  root: string;
  /** Folder below the root, forward slashes; empty for the root itself. */
  folder: string;
  /** The file system's number: another one later means that the device is gone. */
  volume: number;
}

export interface Choice {
  /** Absolute path of any folder. */
  to?: string;
  /** Name, title, label or path of an e-reader. */
  device?: string;
}

/** The place that was asked for, or the one e-reader that is connected; nothing, and a message, where neither is. */
export async function chooseTarget(
  connected: Connected,
  { to, device: name }: Choice,
): Promise<Result<Target | undefined>> {
  const { devices } = to === undefined ? connected : await devicesAt(to, connected);
  const fitting = devices.filter((found) => name === undefined || isCalled(found, name));
  const [found, another] = fitting;
  if (another) return failed(severalDevices(fitting));
  if (to !== undefined) return targetAt(to, found, name);
  if (!found) return failed(name === undefined ? noDevice(connected) : otherDevice(name, connected));
  const { root } = found;
  const stats = await stat(root).catch(() => undefined);
  if (!stats) return failed(noFolder(root));
  return { value: { found, root, folder: await folderOf(found), volume: stats.dev }, messages: [] };
}

/** The e-readers that a folder is, or is on. */
async function devicesAt(to: string, { devices }: Connected): Promise<{ devices: FoundDevice[] }> {
  const holding = devices.filter(({ root }) => isInside(root, to));
  return { devices: holding.length > 0 ? holding : await devicesOn({ path: to, label: basename(to) }) };
}

/** A folder that was named: on an e-reader, or said to be one, with the rules of its row, else with none. */
async function targetAt(
  to: string,
  known: FoundDevice | undefined,
  name: string | undefined,
): Promise<Result<Target | undefined>> {
  const stats = await stat(to).catch(() => undefined);
  if (!stats?.isDirectory()) return failed(noFolder(to));
  const row = known ? undefined : DEVICES.find((device) => name && isNamed(device, name));
  if (name !== undefined && !known && !row) return failed(noSuchRow(name));
  const found = known ?? (row && { device: row, root: to, label: basename(to) });
  const root = found?.root ?? to;
  const inside = relative(root, to).replaceAll('\\', '/');
  const folder = found && inside === '' ? await folderOf(found) : inside;
  return { value: { ...(found ? { found } : {}), root, folder, volume: stats.dev }, messages: [] };
}

async function folderOf({ device: { folders }, root }: FoundDevice): Promise<string> {
  for (const folder of folders) if (await isThere(root, `${folder}/`)) return folder;
  return folders[0] ?? '';
}

const isNamed = ({ name, title }: Device, wanted: string): boolean =>
  [name, title].some((known) => known.toLowerCase() === wanted.toLowerCase());

const isCalled = ({ device, label, root }: FoundDevice, wanted: string): boolean =>
  isNamed(device, wanted) || label.toLowerCase() === wanted.toLowerCase() || root === wanted;

const failed = (message: Message): Result<undefined> => ({
  value: undefined,
  messages: [message],
});

const OTHER_WAYS =
  'Or name a folder with `--to`. For a device that shows no drive, use `octavo send` or `octavo serve`.';

function noDevice({ unmounted: [first] }: Connected): Message {
  if (!first) {
    return fatal('device:none', 'Found no e-reader that shows as a drive', {
      hint: `Connect it, unlock it and allow the connection on its screen. ${OTHER_WAYS}`,
    });
  }
  return fatal('device:no-drive', `The ${first.title} is connected, but it does not show as a drive`, {
    hint: `It speaks MTP, and Octavo does not. ${first.hint}`,
  });
}

const noFolder = (to: string): Message =>
  fatal('device:no-folder', `There is no folder \`${to}\``, {
    hint: 'Is the device connected? If the folder is to be new, create it first.',
  });

const noSuchRow = (name: string): Message =>
  fatal('device:unknown', `Octavo knows no device \`${name}\``, {
    hint: `It knows ${DEVICES.map((device) => `\`${device.name}\``).join(', ')}.`,
  });

const otherDevice = (name: string, { devices }: Connected): Message =>
  fatal('device:unknown', `No \`${name}\` is connected`, {
    hint:
      devices.length === 0 ? `No other device is either. ${OTHER_WAYS}` : `Connected: ${listed(devices)}.`,
  });

function severalDevices(devices: readonly FoundDevice[]): Message {
  return fatal('device:several', `${String(devices.length)} devices are connected`, {
    hint: `Choose with \`--device\`, by name or by path: ${listed(devices)}.`,
  });
}

const listed = (devices: readonly FoundDevice[]): string =>
  devices.map(({ device, root }) => `\`${device.name}\` at \`${root}\``).join(', ');
