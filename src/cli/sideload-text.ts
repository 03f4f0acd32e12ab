/** What `octavo sideload` prints: the devices, and what became of each book. */
import type { Connected, FoundDevice } from '../deliver/find.js';
import type { Place, Sideloaded } from '../deliver/sideload.js';
import { quotable } from '../diagnostics.js';
import type { Message } from '../types.js';
import type { Flags } from './command.js';
import { harmless, shown, sized, terminal } from './terminal.js';

/** What the command did, and what it has to say. */
export interface Report {
  /** Absent where no place was found. */
  place?: Place | undefined;
  books: Sideloaded[];
  /** Messages of the devices and of the build. */
  messages: Message[];
  dryRun: boolean;
  /** Whether the device was ejected; absent where that was not asked for. */
  ejected?: boolean;
}

/** A device as the JSON has it. */
const plain = ({ device, root, label, firmware }: FoundDevice) => ({
  name: device.name,
  title: device.title,
  path: root,
  label,
  formats: device.formats,
  ...(firmware === undefined ? {} : { firmware }),
});

/** Prints the devices that are connected, a line each. */
export function printDevices({ devices, unmounted }: Connected, flags: Flags): void {
  if (flags.json) {
    const bare = unmounted.map(({ name, title, hint }) => ({ name, title, hint }));
    terminal.json({ devices: devices.map(plain), withoutDrive: bare });
    return;
  }
  for (const found of devices) terminal.print(harmless(`${found.device.name.padEnd(12)}  ${named(found)}`));
  for (const { name, title, hint } of unmounted)
    terminal.print(`${name.padEnd(12)}  ${title}, which does not show as a drive. ${hint}`);
  if (devices.length + unmounted.length === 0 && !flags.quiet) {
    terminal.error('Found no e-reader. To copy books to any folder: `octavo sideload --to FOLDER`.');
  }
}

const named = ({ device, root, firmware }: FoundDevice): string =>
  `${device.title} at ${root}${firmware === undefined ? '' : `, firmware ${firmware}`}`;

/** Prints what became of the books: results to stdout, messages to stderr. */
export function printReport(report: Report, flags: Flags): void {
  const { place, books, messages, dryRun, ejected } = report;
  const found = place && 'target' in place ? place.target.found : undefined;
  if (flags.json) {
    const device = found ? plain(found) : null;
    terminal.json({ device, dryRun, books, messages, ejected: ejected ?? false });
    return;
  }
  terminal.messages(shown(messages, flags));
  if (found && !flags.quiet) terminal.print(harmless(named(found)));
  for (const book of books) {
    terminal.messages(shown(book.messages, flags));
    if (!flags.quiet) terminal.print(harmless(lineOf(book, dryRun)));
  }
  if (flags.quiet || !found) return;
  if (ejected) terminal.print(`${found.device.title} ejected: you can pull the cable.`);
  else if (!dryRun && books.some(({ outcome }) => outcome === 'new' || outcome === 'changed')) {
    terminal.error(`Eject the ${found.device.title} before you pull the cable.`);
  }
}

const DONE = { new: 'copied', changed: 'replaced', same: 'there already' } as const;
const WOULD = { new: 'would be copied', changed: 'would be replaced', same: 'there already' } as const;

function lineOf({ book, title, file, outcome, size }: Sideloaded, dryRun: boolean): string {
  if (outcome === undefined) return `${book}: not copied`;
  const words = (dryRun ? WOULD : DONE)[outcome];
  return `${file ?? book}  ${quotable(title)}: ${words}, ${sized(size)}`;
}
