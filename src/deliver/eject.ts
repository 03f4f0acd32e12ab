/** Ejects a device, so that its cable can be pulled. */
import { error, warning } from '../diagnostics.js';
import type { Message } from '../types.js';
import type { FoundDevice } from './find.js';
import { lastLine, runProgram, type Environment } from '../io/programs.js';

/** The program that a system ejects with, and its arguments. */
interface Ejector {
  program: string;
  args: (device: FoundDevice) => string[];
}

const EJECTORS: Partial<Record<NodeJS.Platform, Ejector>> = {
  linux: {
    program: 'udisksctl',
    args: ({ source = '' }) => ['unmount', '--no-user-interaction', '--block-device', source],
  },
  darwin: { program: 'diskutil', args: ({ root }) => ['eject', root] },
};

/** Writing out what is still in memory may take a slow device a while, in milliseconds. */
const PATIENCE = 2 * 60 * 1000;

/** Ejects a device; a message says why it could not be, none that it was. */
export async function eject(
  device: FoundDevice,
  { platform, env }: { platform: NodeJS.Platform; env: Environment },
): Promise<Message | undefined> {
  const { root, source } = device;
  const ejector = EJECTORS[platform];
  if (!ejector) {
    return warning('device:eject-by-hand', 'Octavo cannot eject devices on this system', {
      path: root,
      hint: 'In the Explorer, right-click on the drive and choose “Eject”; then pull the cable.',
    });
  }
  const { program, args } = ejector;
  if (platform === 'linux' && source === undefined) return notEjected(device, 'it is not a drive of its own');
  const { code, failure, late, output } = await runProgram(program, args(device), { env, timeout: PATIENCE });
  if (code === 0) return undefined;
  const said =
    failure === 'ENOENT' ? `there is no \`${program}\`` : late ? 'it took too long' : lastLine(output);
  return notEjected(device, said);
}

const notEjected = ({ root }: FoundDevice, said: string): Message =>
  error('device:not-ejected', `Could not eject the device: ${said}`, {
    path: root,
    hint: 'The books are on it. Eject it in the file manager before you pull the cable.',
  });
