import fc from 'fast-check';
import { DEVICES } from '../../src/deliver/devices.js';
import { deviceName, folded, stemOf } from '../../src/deliver/names.js';

test.each([
  ['tide.epub', 'tide.epub'],
  ['a"b*c/d:e<f>g?h\\i|j\u0000k\u001Fl\u007Fm.epub', 'a_b_c_d_e_f_g_h_i_j_k_l_m.epub'],
  ['CON.epub', 'CON_.epub'],
  ['com1.kepub.epub', 'com1_.kepub.epub'],
  ['lpt¹.notes.epub', 'lpt¹_.notes.epub'],
  ['console.epub', 'console.epub'],
  ['The End... .epub', 'The End.epub'],
  ['...hidden.epub', 'hidden.epub'],
  ['.epub', 'book.epub'],
  ['???.epub', '___.epub'],
  ['e\u0301te\u0301.epub', '\u00E9t\u00E9.epub'],
  ['\u202Ebupe.live.epub', '_bupe.live.epub'],
  ['half \uD83D.epub', 'half _.epub'],
  ['Tide.KEPUB.EPUB', 'Tide.KEPUB.EPUB'],
])('%j becomes %j', (name, expected) => {
  expect(deviceName(name)).toBe(expected);
});

test('what a device refuses beside', () => {
  const nook = DEVICES.find(({ name }) => name === 'nook');
  expect(deviceName('50% of #1.epub', nook)).toBe('50_ of _1.epub');
});

test('a long name is cut between letters, its extension kept', () => {
  const family = '\u{1F469}\u200D\u{1F467}';
  const name = deviceName(`${family.repeat(60)}.kepub.epub`);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  expect(name.replaceAll(family, '')).toBe('.kepub.epub');
  const kobo = deviceName(`${'long '.repeat(60)}.epub`, { longest: 185, folder: 'Fiction/Sea' });
  expect(`Fiction/Sea/${kobo}`).toHaveLength(185);
});

test('any name becomes one that FAT takes, and stays it', () => {
  const name = fc.string({ unit: 'binary', maxLength: 300 });
  const end = fc.constantFrom('.epub', '.kepub.epub', '.azw3', '.EPUB');
  fc.assert(
    fc.property(name, end, fc.constantFrom(...DEVICES), (stem, extension, device) => {
      const fit = deviceName(stem + extension, device);
      expect(fit).not.toMatch(/[\p{Cc}\p{Cs}"*/:<>?\\|]|^[\s.]|^(con|nul|aux|prn|com\d|lpt\d)\./iu);
      expect(fit.slice(0, -extension.length)).not.toMatch(/^$|[\s.]$/u);
      expect(fit.endsWith(extension)).toBe(true);
      expect(Buffer.byteLength(fit)).toBeLessThanOrEqual(255);
      expect(fit.length).toBeLessThanOrEqual(device.longest ?? 255);
      expect(fit).toBe(fit.normalize('NFC'));
      expect(deviceName(fit, device)).toBe(fit);
    }),
  );
});

test('names are compared as FAT does', () => {
  expect(folded('E\u0301t\u00E9.EPUB')).toBe(folded('\u00E9te\u0301.epub'));
  expect(stemOf('/a/Tide.kepub.epub')).toBe('Tide');
  expect(stemOf('notes.txt')).toBe('notes.txt');
});
