/** The e-readers: one row each, known by the files that they alone have. */

/** What a book can be sent as. */
export type Format = 'epub' | 'kepub' | 'azw3';

/** The ends of the files' names. */
export const EXTENSIONS: Record<Format, string> = {
  epub: '.epub',
  kepub: '.kepub.epub',
  azw3: '.azw3',
};

/** An e-reader that shows itself as a drive. */
export interface Device {
  /** What `--device` takes. */
  name: string;
  /** For people. */
  title: string;
  /** Paths below its root that are all there; a folder ends with a slash. Any of the lists will do. */
  signatures: readonly (readonly string[])[];
  /** Whether these are folders that people make on other devices too: where two such rows fit, which it is must be said. */
  vague?: boolean;
  /** Labels of its volume, lower case, that are enough to know it by where its signature fits. */
  labels?: readonly string[];
  /** Its ids on the USB, `vendor:product`, likewise. */
  usb?: readonly string[];
  /** Ends of the model id, the last field of `.kobo/version`. */
  models?: readonly string[];
  /** Where its books go: the first of these folders that is there, else the first is made. */
  folders: readonly string[];
  /** What it takes, the best first. */
  formats: readonly Format[];
  /** Characters that it refuses beside those of FAT. */
  refused?: string;
  /** The most characters that a path below its root may have. */
  longest?: number;
  /** Whether it takes a changed file for a new book and forgets the reading position. */
  forgets?: boolean;
}

const KOBO = {
  signatures: [['.kobo/version']],
  folders: [''],
  // What the device adds to a path for its own files: 250 less that is left.
  longest: 185,
  forgets: true,
} as const;

/** In order: the first row that fits a drive is its device. */
export const DEVICES: readonly Device[] = [
  {
    // Kobo's hardware and system under another name: Vision Color, Shine, Shine Color.
    name: 'tolino',
    title: 'Tolino',
    ...KOBO,
    models: ['690', '691', '693'],
    formats: ['epub'],
  },
  { name: 'kobo', title: 'Kobo', ...KOBO, formats: ['kepub', 'epub'] },
  {
    name: 'nook',
    title: 'Nook',
    signatures: [['NOOK/'], ['My Files/', '.adobe-digital-editions/'], ['my documents/']],
    folders: ['NOOK/Books', 'NOOK/My Files', 'My Files', 'my documents'],
    formats: ['epub'],
    refused: '#%',
  },
  {
    name: 'pocketbook',
    title: 'PocketBook',
    signatures: [['system/', 'Books/']],
    vague: true,
    folders: ['Books'],
    formats: ['epub'],
  },
  {
    name: 'kindle',
    title: 'Kindle',
    signatures: [['documents/', 'system/']],
    vague: true,
    folders: ['documents'],
    formats: ['azw3'],
  },
  {
    name: 'tolino-older',
    title: 'Tolino (before 2024)',
    signatures: [['Books/']],
    labels: ['tolino', '_telekomtolino', 'file-cd_gadget'],
    usb: ['1f85:1688', '1f85:6033', '1f85:6052', '1f85:6053'],
    folders: ['Books'],
    formats: ['epub'],
  },
];

/** An e-reader that shows itself as no drive: it speaks MTP, which Octavo does not. */
export interface Unmounted {
  name: string;
  title: string;
  /** USB vendor. */
  vendor: string;
  /** What its name on the USB has, where the vendor makes other things too. */
  product?: RegExp;
  /** The way to it. */
  hint: string;
}

export const UNMOUNTED: readonly Unmounted[] = [
  {
    name: 'kindle-mtp',
    title: 'Kindle',
    vendor: '1949',
    hint: 'Send the book by mail with `octavo send`, or drop it on amazon.com/sendtokindle.',
  },
  {
    name: 'nook-mtp',
    title: 'Nook',
    vendor: '2080',
    hint: 'Copy the book from `dist/` with the computer’s file manager, into `NOOK/Books`.',
  },
  {
    name: 'boox',
    title: 'Boox',
    vendor: '2207',
    product: /boox|onyx/i,
    hint: 'Run `octavo serve` and open its address on the device, or copy the book from `dist/` with the computer’s file manager.',
  },
];
