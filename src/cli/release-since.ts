/** The editions that a release is compared with. */
import { readEdition, type Edition as Read } from '../diff/index.js';
import { warning, type Result } from '../diagnostics.js';
import { archiveProblem } from '../epub/problem.js';
import { openBook } from '../epub/publication.js';
import { ebooksIn } from '../io/ebooks.js';
import { readWhole } from '../io/whole.js';
import type { Message } from '../types.js';

export interface Edition {
  identifier: string;
  edition: Read;
}

/** The ebooks at a path: one, or those of a folder. What cannot be read is a warning; the release goes on without. */
export async function earlierEditions(path: string | undefined): Promise<Result<Edition[]>> {
  const value: Edition[] = [];
  const messages: Message[] = [];
  for (const file of path === undefined ? [] : await ebooksIn(path)) {
    const bytes = await readWhole(file);
    const problem = archiveProblem(bytes, file, 'release');
    try {
      if (problem) throw new Error(problem.reason);
      const { metadata } = openBook(bytes).publication;
      value.push({ identifier: metadata.identifier ?? '', edition: readEdition(bytes, file) });
    } catch (cause) {
      const reason = `Unexpected edition that cannot be read: ${(cause as Error).message}`;
      const hint = 'The notes are written without it.';
      messages.push(warning('release:since', reason, { path: file, hint }));
    }
  }
  return { value, messages };
}
