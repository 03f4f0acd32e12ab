/** The input formats, in the order in which they are asked; text takes what nobody else does. */
import { docx } from './docx.js';
import { epub } from './epub.js';
import { html } from './html.js';
import { text } from './text.js';
import type { ImportReader } from './types.js';

export const readers: readonly ImportReader[] = [docx, epub, html, text];
