import { DEVICES, UNMOUNTED } from '../../src/deliver/devices.js';
import { chooseTarget, findDevices } from '../../src/deliver/find.js';
import { parseMounts } from '../../src/deliver/mounts.js';
import { desk, DRIVES, type Desk } from './connected.js';

let here: Desk;
beforeEach(() => {
  here = desk();
});
afterEach(() => {
  here.clear();
});

const NOTHING = { devices: [], unmounted: [] };

/** Puts the drive of a row on the desk, below a folder, and plugs it in. */
function connect(name: string, below = 'media'): string {
  const { label, files, usb } = DRIVES[name] ?? { label: name, files: {} };
  const drive = `${below}/${label}`;
  here.make(Object.fromEntries(Object.entries(files).map(([file, text]) => [`${drive}/${file}`, text])));
  if (usb !== undefined) {
    const [idVendor = '', idProduct = ''] = usb.split(':');
    here.plug('1-2', { idVendor, idProduct }, 'sdb1');
  }
  return drive;
}

test('every row of the table has its fixture', () => {
  expect(Object.keys(DRIVES).sort()).toEqual(DEVICES.map(({ name }) => name).sort());
});

describe.each(DEVICES.map(({ name }) => name))('%s', (name) => {
  test('is found in the mount table of Linux, and its folder with it', async () => {
    const drive = connect(name);
    const connected = await findDevices(here.computer('linux', [drive]));
    expect(connected.devices.map(({ device }) => device.name)).toEqual([name]);
    const { value } = await chooseTarget(connected, {});
    expect(value).toMatchObject({ root: here.path(drive), folder: DRIVES[name]?.folder });
    expect(value?.found?.source).toBe('/dev/sdb1');
  });

  test('is found when its folder is named', async () => {
    const drive = connect(name);
    const { value } = await chooseTarget(NOTHING, { to: here.path(drive), device: name });
    expect(value?.found?.device.name).toBe(name);
    expect(value?.folder).toBe(DRIVES[name]?.folder);
  });
});

test('the volumes of macOS and the drives of Windows are looked at', async () => {
  const kobo = connect('kobo', '.');
  connect('kindle', '.');
  here.make({ 'Time Machine/': '', 'a file': '' });
  const mac = await findDevices(here.computer('darwin'));
  expect(mac.devices.map(({ device, label }) => [device.name, label])).toEqual([
    ['kobo', 'KOBOeReader'],
    ['kindle', 'Kindle'],
  ]);
  const windows = await findDevices(here.computer('win32', [kobo, 'no such drive']));
  expect(windows.devices.map(({ device }) => device.name)).toEqual(['kobo']);
  expect(await findDevices(here.computer('aix'))).toEqual(NOTHING);
  expect(await findDevices(here.computer('linux', []))).toEqual(NOTHING);
});

test('a Tolino of before 2024 is known by its label too, and any other drive with `Books` is none', async () => {
  here.make({ 'media/tolino/Books/': '', 'media/stick/Books/': '' });
  const { devices } = await findDevices(here.computer('linux', ['media/tolino', 'media/stick']));
  expect(devices.map(({ device, label }) => [device.name, label])).toEqual([['tolino-older', 'tolino']]);
});

test('a damaged version of a Kobo is a Kobo of no known firmware', async () => {
  here.make({ 'media/KOBOeReader/.kobo/version': '\0\0' });
  const { devices } = await findDevices(here.computer('linux', ['media/KOBOeReader']));
  expect(devices.map(({ device, firmware }) => [device.name, firmware])).toEqual([['kobo', undefined]]);
});

test('two devices: the message lists them, `--device` chooses by name, label or path', async () => {
  const drives = [connect('kobo'), connect('kindle')];
  const connected = await findDevices(here.computer('linux', drives));
  const { value, messages } = await chooseTarget(connected, {});
  expect(value).toBeUndefined();
  expect(messages[0]).toMatchObject({ id: 'device:several', severity: 'error' });
  expect(messages[0]?.hint).toContain(`\`kobo\` at \`${here.path('media/KOBOeReader')}\``);
  for (const device of ['Kindle', 'kindle', here.path('media/Kindle')]) {
    const chosen = await chooseTarget(connected, { device });
    expect(chosen.value?.found?.device.name).toBe('kindle');
  }
  const unknown = await chooseTarget(connected, { device: 'sony' });
  expect(unknown.messages[0]).toMatchObject({ id: 'device:unknown' });
});

test('a drive that could be two devices asks which', async () => {
  here.make({ 'media/reader/documents/': '', 'media/reader/system/': '', 'media/reader/Books/': '' });
  const connected = await findDevices(here.computer('linux', ['media/reader']));
  expect((await chooseTarget(connected, {})).messages[0]?.id).toBe('device:several');
  expect((await chooseTarget(connected, { device: 'kindle' })).value?.folder).toBe('documents');
  expect((await chooseTarget(connected, { device: 'pocketbook' })).value?.folder).toBe('Books');
});

test('a Kobo whose owner made folders of other devices is a Kobo', async () => {
  const drive = connect('kobo');
  here.make({ [`${drive}/documents/`]: '', [`${drive}/system/`]: '', [`${drive}/Books/`]: '' });
  const { devices } = await findDevices(here.computer('linux', [drive]));
  expect(devices.map(({ device }) => device.name)).toEqual(['kobo']);
});

test('a folder of a device has the rules of the device', async () => {
  const drive = connect('kobo');
  here.make({ [`${drive}/Fiction/Sea/`]: '' });
  const connected = await findDevices(here.computer('linux', [drive]));
  const { value } = await chooseTarget(connected, { to: here.path(drive, 'Fiction', 'Sea') });
  expect(value).toMatchObject({ root: here.path(drive), folder: 'Fiction/Sea' });
  expect(value?.found?.device.name).toBe('kobo');
});

test('any folder will do; one that is missing is made by nobody', async () => {
  here.make({ 'sync/': '', file: '' });
  const { value } = await chooseTarget(NOTHING, { to: here.path('sync') });
  expect(value).toMatchObject({ root: here.path('sync'), folder: '' });
  expect(value?.found).toBeUndefined();
  for (const to of ['missing', 'file']) {
    const { messages } = await chooseTarget(NOTHING, { to: here.path(to) });
    expect(messages[0]?.id).toBe('device:no-folder');
  }
  const unknown = await chooseTarget(NOTHING, { to: here.path('sync'), device: 'sony' });
  expect(unknown.messages[0]?.hint).toContain('`pocketbook`');
});

/** How each device without a drive shows itself on the USB. */
const ON_USB: Readonly<Record<string, Record<string, string>>> = {
  'kindle-mtp': { idVendor: '1949', idProduct: '9981', manufacturer: 'Amazon', product: 'Kindle Scribe' },
  'nook-mtp': { idVendor: '2080', idProduct: '000f', manufacturer: 'B&N', product: 'GlowLight 4' },
  boox: { idVendor: '2207', idProduct: '0014', manufacturer: 'ONYX', product: 'Nova' },
};

describe('devices without a drive', () => {
  test('every row has its fixture', () => {
    expect(Object.keys(ON_USB).sort()).toEqual(UNMOUNTED.map(({ name }) => name).sort());
  });

  test.each(UNMOUNTED.map(({ name }) => name))('%s is named, with the way to it', async (name) => {
    here.plug('1-1', ON_USB[name] ?? {});
    here.plug('1-1:1.0', { bInterfaceClass: 'ff', interface: 'MTP' });
    const connected = await findDevices(here.computer('linux'));
    expect(connected.unmounted.map((row) => row.name)).toEqual([name]);
    const { messages } = await chooseTarget(connected, {});
    expect(messages[0]).toMatchObject({ id: 'device:no-drive' });
    expect(messages[0]?.hint).toContain('MTP');
  });

  test('what offers a drive that is not mounted yet, and other makers’ things, are not among them', async () => {
    here.plug('1-1', { idVendor: '1949', idProduct: '0004', manufacturer: 'Amazon', product: 'Kindle' });
    here.plug('1-1:1.0', { bInterfaceClass: '08' });
    here.plug('1-3', { idVendor: '2207', idProduct: '330c', manufacturer: 'Rockchip', product: 'board' });
    here.plug('1-3:1.0', { bInterfaceClass: 'ff' });
    expect(await findDevices(here.computer('linux'))).toEqual(NOTHING);
  });
});

test('mount tables: octal escapes are bytes of UTF-8, broken lines are nothing', () => {
  const table =
    '/dev/sdb1 /media/a\\040b/K\\303\\266bo\\134\\011 vfat rw 0 0\n/dev/sdc1 /media/Bücher exfat rw 0 0\nhalf a\n\n';
  expect(parseMounts(table)).toEqual([
    { source: '/dev/sdb1', path: '/media/a b/Köbo\\\t', type: 'vfat' },
    { source: '/dev/sdc1', path: '/media/Bücher', type: 'exfat' },
  ]);
});

test('of two drives at one place there is one', async () => {
  const drive = connect('kobo');
  const { devices } = await findDevices(here.computer('linux', [drive, drive]));
  expect(devices).toMatchObject([{ source: '/dev/sdc1' }]);
});
