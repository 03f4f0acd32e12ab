/** Stories that have grown, brought into their manuscripts: each found, merged, proved and made ready to be written. */
import { posix, resolve } from 'node:path';
import { fatal, info, isFatal, quotable, warning } from '../../diagnostics.js';
import { holds as holdsBytes, readWhole } from '../../io/whole.js';
import type { Message } from '../../types.js';
import type { PlannedStory } from '../plan.js';
import { reread } from '../write/check.js';
import { sidecarOf, type Draft } from '../write/files.js';
import { lettersOf } from '../write/letters.js';
import { sidecarText, type CutLine } from '../write/sidecar.js';
import { depthOf } from './blocks.js';
import { baseOf, importOf, importsIn, withoutSidecar, type Imported } from './find.js';
import { updated, type Updated } from './index.js';

/** A story's update, and the files that it comes to: pictures, the manuscript, and last its sidecar. */
export interface Update {
  planned: PlannedStory;
  path: string;
  update: Updated;
  drafts: Draft[];
}

/** A story and the manuscript that it was imported into. */
export interface Match {
  planned: PlannedStory;
  found: Imported;
}

/** The manuscripts of a folder that stories were imported into; a message for each story that has none. */
export async function matchesOf(
  stories: readonly PlannedStory[],
  folder: string,
  cwd: string,
): Promise<{ matches: Match[]; messages: Message[] }> {
  const { value: imports, spoilt, hasSidecar } = await importsIn(folder, cwd);
  const matches: Match[] = [];
  const messages: Message[] = [];
  const taken = new Set<Imported>();
  for (const planned of stories) {
    const { name, source } = planned;
    const free = imports.filter((one) => !taken.has(one));
    const bare = hasSidecar(name) ? undefined : await withoutSidecar(name, folder, cwd);
    const match = importOf(planned, bare ? [...free, bare] : free);
    const other = spoilt.find((one) => one.names.includes(name) || one.names.includes(source.name));
    if (match && 'found' in match && resolve(cwd, match.found.path) === resolve(cwd, source.path)) {
      messages.push(itself(planned));
    } else if (match && 'found' in match) {
      taken.add(match.found);
      matches.push({ planned, found: match.found });
    } else if (other) messages.push(other.message);
    else messages.push(match ? otherStory(planned, match.other) : noImport(planned, folder));
  }
  return { matches, messages };
}

/** What stories have gained, brought into the manuscripts of a folder. */
export async function updatesOf(
  matches: readonly Match[],
  folder: string,
  cwd: string,
): Promise<{ updates: Update[]; messages: Message[] }> {
  const updates: Update[] = [];
  const messages: Message[] = [];
  for (const { planned, found } of matches) {
    const { value, messages: said } = await updateOf(planned, found, folder, cwd);
    messages.push(...said);
    if (value) updates.push(value);
  }
  return { updates, messages };
}

async function updateOf(
  planned: PlannedStory,
  found: Imported,
  folder: string,
  cwd: string,
): Promise<{ value?: Update; messages: Message[] }> {
  const { path } = found;
  const [byteOrder, isDos] = [found.text.startsWith('\uFEFF') ? '\uFEFF' : '', found.text.includes('\r\n')];
  const ours = found.text.slice(byteOrder.length).replaceAll('\r\n', '\n');
  const base = baseOf(found);
  const depth = Math.min(depthOf(planned.text), depthOf(base ?? ours));
  const update = updated({ base, ours, theirs: planned.text, depth });
  const broken = brokenBy(update.text, ours);
  if (broken) return { messages: [{ ...broken, path }] };
  const text = byteOrder + (isDos ? update.text.replaceAll('\n', '\r\n') : update.text);
  const { drafts, messages } = await picturesOf(planned, folder, cwd);
  const whole = sidecarOf(planned, found.holds.manuscript);
  const sidecar = { ...whole, lines: withoutRestored(whole.lines, found.holds.lines, ours) };
  // The manuscript before its sidecar: a run that is cut short between them is made good by the next.
  drafts.push(
    { path, bytes: bytesOf(text), story: planned },
    { path: found.sidecar, bytes: bytesOf(sidecarText(sidecar)), story: planned },
  );
  const said = [...(base === undefined ? [noBase(path)] : []), ...messages, ...conflictsOf(update, path)];
  return { value: { planned, path, update, drafts }, messages: said };
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The lines that an import leaves out, but for those that were brought back into the manuscript. */
function withoutRestored(lines: readonly CutLine[], before: readonly CutLine[], ours: string): CutLine[] {
  const known = new Set(before.map(({ text }) => lettersOf(text)));
  const stands = new Set(ours.split('\n').map((line) => lettersOf(line)));
  return lines.filter(({ text }) => known.has(lettersOf(text)) || !stands.has(lettersOf(text)));
}

/** What the build would refuse of a text, and did not of the one before. */
function brokenBy(text: string, before: string): Message | undefined {
  if (text === before) return undefined;
  const [problem] = reread(text).messages.filter(isFatal);
  if (!problem || reread(before).messages.some(isFatal)) return undefined;
  return fatal(
    'import:cannot-merge',
    `The manuscript could not be read any more with the source’s changes: ${problem.reason}`,
    {
      hint: 'Nothing was written. Import the source into another folder with `--into`, and take over by hand what is new.',
    },
  );
}

/** The pictures that are not there yet; one of the same name with other bytes is the author's. */
async function picturesOf(
  planned: PlannedStory,
  folder: string,
  cwd: string,
): Promise<{ drafts: Draft[]; messages: Message[] }> {
  const drafts: Draft[] = [];
  const messages: Message[] = [];
  for (const { name, bytes } of planned.pictures) {
    const path = posix.join(folder, name);
    const absolute = resolve(cwd, path);
    const isThere = await readWhole(absolute).then(
      () => true,
      () => false,
    );
    if (!isThere) drafts.push({ path, bytes, story: planned });
    else if (!(await holdsBytes(absolute, bytes))) messages.push(otherPicture(path));
  }
  return { drafts, messages };
}

function conflictsOf({ conflicts, front }: Updated, path: string): Message[] {
  return [
    ...(front.isBroken ? [brokenFront(path)] : []),
    ...front.conflicts.map(({ key, theirs }) =>
      warning(
        'import:conflict',
        `You and the source both changed \`${key}\` in the front matter; yours stays`,
        {
          path,
          hint: `The source has \`${quotable(typeof theirs === 'string' ? theirs : JSON.stringify(theirs))}\`.`,
        },
      ),
    ),
    ...conflicts.map(({ line, kind }) =>
      warning(
        'import:conflict',
        kind === 'both'
          ? 'You and the source both changed this; yours stays'
          : 'The source took out what you had changed; yours stays',
        {
          path,
          place: { line, column: 1 },
          ...(kind === 'both'
            ? {
                hint: 'What the source has is in this comment. Take over what you want of it, and delete it.',
              }
            : {}),
        },
      ),
    ),
  ];
}

const brokenFront = (path: string): Message =>
  warning(
    'import:front-matter',
    'The front matter could not be read, so nothing was added to it from the source',
    {
      path,
      hint: 'Correct its YAML: `octavo build` says where it is wrong.',
    },
  );

const noBase = (path: string): Message =>
  warning('import:no-base', 'The last import kept no text to compare with, so only new chapters were added', {
    path,
    hint: 'From the next update on, changes within chapters are told from yours.',
  });

const otherPicture = (path: string): Message =>
  info('import:other-picture', 'The source has another picture of this name; the one that is here stays', {
    path,
  });

const itself = ({ source }: PlannedStory): Message =>
  fatal('import:itself', 'This is the manuscript itself, not what it was imported from', {
    path: source.path,
    hint: 'Name the file that has grown: the page, the text or the ebook.',
  });

const noImport = ({ story, source }: PlannedStory, folder: string): Message =>
  fatal(
    'import:no-import',
    `No manuscript in \`${folder === '' ? '.' : folder}\` was imported from this story`,
    {
      path: source.path,
      hint:
        story.title === undefined
          ? 'Import it first without `--update`, or name the folder of its manuscript with `--into`.'
          : `\`${quotable(story.title)}\` must be imported first, without \`--update\`; if it is, name its folder with \`--into\`, or its book with \`--book\`.`,
    },
  );

const otherStory = ({ source }: PlannedStory, { path }: Imported): Message =>
  fatal('import:other-story', `This is not the story in \`${path}\``, {
    path: source.path,
    hint: 'They have hardly a paragraph in common. Save the whole story, not a chapter of it; to import another story, leave `--update` out.',
  });
