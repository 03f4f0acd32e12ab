/** `octavo sideload`. */
import { resolve } from 'node:path';
import { findConverter, noConverter, type Converter } from '../deliver/convert.js';
import type { Format } from '../deliver/devices.js';
import { eject } from '../deliver/eject.js';
import { chooseTarget, findDevices, type Connected } from '../deliver/find.js';
import { computerOf } from '../deliver/mounts.js';
import { REMARKABLE } from '../deliver/remarkable.js';
import { sideload, type BookFile, type Place, type Sideloaded } from '../deliver/sideload.js';
import { fatal, warning, type Result } from '../diagnostics.js';
import type { Message } from '../types.js';
import { exitCode } from './exit.js';
import { finishedFiles } from './build/finished.js';
import { EXIT, type Action, type Flags } from './command.js';
import { printDevices, printReport, type Report } from './sideload-text.js';
import { harmless, terminal } from './terminal.js';

/** What Octavo can make of a book, or have made; the first where neither the device nor the user asks for another. */
const MADE: readonly Format[] = ['epub', 'kepub', 'azw3'];

export const sideloadCommand: Action = async (names, flags) => {
  const connected = await findDevices(computerOf(process.platform));
  if (flags.list) {
    printDevices(connected, flags);
    return EXIT.clean;
  }
  const report: Report = { books: [], messages: [], dryRun: Boolean(flags.dryRun) };
  const heed = <T>({ value, messages }: Result<T>): T => {
    report.messages.push(...messages);
    return value;
  };
  report.place = heed(await choosePlace(connected, flags));
  const format = report.place && heed(chooseFormat(report.place, flags));
  const converter = format === 'azw3' ? heed(await demandConverter()) : undefined;
  if (report.place && format && (converter || format !== 'azw3')) {
    const files = heed(await finishedFiles(names, format === 'azw3' ? 'epub' : format, flags));
    report.books = await putAll(files, { place: report.place, format, converter }, flags);
    if (flags.eject && !report.dryRun) report.ejected = heed(await letGo(report));
  }
  printReport(report, flags);
  return codeOf(report, flags);
};

/** The reMarkable, the folder that was named, or the device that is connected. */
async function choosePlace(connected: Connected, { to, device }: Flags): Promise<Result<Place | undefined>> {
  if (to === 'remarkable') return { value: { address: REMARKABLE }, messages: [] };
  const { value, messages } = await chooseTarget(connected, {
    ...(to === undefined ? {} : { to: resolve(String(to)) }),
    ...(device === undefined ? {} : { device: String(device) }),
  });
  return { value: value && { target: value }, messages };
}

/** The format that was asked for, else the best of those that the device takes and Octavo makes. */
function chooseFormat(place: Place, { format }: Flags): Result<Format | undefined> {
  const device = 'target' in place ? place.target.found?.device : undefined;
  const taken: readonly Format[] = device ? device.formats : 'target' in place ? MADE : ['epub'];
  const asked = MADE.find((made) => made === format);
  if (asked === undefined || taken.includes(asked)) {
    const best = taken.find((made) => MADE.includes(made)) ?? 'epub';
    return { value: asked ?? best, messages: [] };
  }
  const message = fatal(
    'device:other-format',
    `A ${device?.title ?? 'reMarkable'} cannot read \`${asked}\`, only ${taken.map((one) => `\`${one}\``).join(' and ')}`,
    { hint: 'Without `--format`, each device gets the format that it reads best.' },
  );
  return { value: undefined, messages: [message] };
}

async function demandConverter(): Promise<Result<Converter | undefined>> {
  const value = await findConverter(process.env, process.platform);
  return { value, messages: value ? [] : [noConverter()] };
}

interface Job {
  place: Place;
  format: Format;
  converter: Converter | undefined;
}

/** Puts the files there, and says on a terminal how far it is. */
async function putAll(files: readonly BookFile[], job: Job, flags: Flags): Promise<Sideloaded[]> {
  const { place, format, converter } = job;
  let line = '';
  const books = await sideload(files, {
    place,
    format,
    dryRun: Boolean(flags.dryRun),
    ...(converter ? { convert: { converter, env: process.env, progress: converting } } : {}),
    progress: (book, index) => {
      line = `[${String(index + 1)}/${String(files.length)}] ${harmless(book)}`;
      terminal.status(`${line}: copying …`);
    },
  });
  terminal.clearStatus();
  return books;

  function converting(percent: number): void {
    terminal.status(`${line}: making an AZW3, ${String(percent)} % …`);
  }
}

/** Ejects the device where all that was asked for is on it; the value says whether it is ejected. */
async function letGo({ place, books, messages }: Report): Promise<Result<boolean>> {
  const found = place && 'target' in place ? place.target.found : undefined;
  const failed = [...messages, ...books.flatMap((book) => book.messages)].some(isError);
  const problem = failed
    ? warning('device:kept', 'The device was not ejected: not every book is on it', {
        hint: 'The device is still connected. Put right what is wrong and run the command again.',
      })
    : found
      ? await eject(found, { platform: process.platform, env: process.env })
      : warning('device:no-eject', 'There is nothing to eject: this is not a device that shows as a drive');
  return { value: !problem, messages: problem ? [problem] : [] };
}

const isError = ({ severity }: Message): boolean => severity === 'error';

/** What is wrong with a device is the environment's; what is wrong with a book is the author's. */
function codeOf({ books, messages }: Report, flags: Flags): number {
  const all = [...messages, ...books.flatMap((book) => book.messages)];
  const isDevice = all.some((message) => isError(message) && /^(device|environment):/.test(message.id));
  return isDevice ? EXIT.usage : exitCode(all, flags);
}
