/** The input formats, in the order in which they are asked; text takes what nobody else does. */
import { docx } from './docx.js';
import { epub } from './epub.js';
import { gutenberg } from './gutenberg.js';
import { html } from './html.js';
import { office } from './office.js';
import { text } from './text.js';
import type { ImportReader } from './types.js';

export const readers: readonly ImportReader[] = [office, docx, epub, html, gutenberg, text];
