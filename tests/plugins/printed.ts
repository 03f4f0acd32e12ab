/** The pages of a book as XHTML. */
import type { Stages } from '../../src/pipeline/stages.js';
import { toXhtml } from '../../src/output/epub/xhtml.js';

export const textOf = ({ package: made }: Stages): string =>
  (made?.documents ?? []).map(({ body }) => toXhtml(body)).join('\n');
