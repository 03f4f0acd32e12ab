/** The addresses within the server: where each thing is, as a path from its root. */
import type { BookFile, ShelfBook } from './catalogue.js';
import type { Query } from './listing.js';

const encodedPath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** A book's page, feed entry or picture: `where` is the folder, `end` what the name ends with. */
const ofBook =
  (where: string, end = '') =>
  ({ id }: ShelfBook): string =>
    `${where}/${encodedPath(id)}${end}`;

export const bookPage = ofBook('/book');
export const coverImage = ofBook('/cover', '.jpg');
export const thumbnailImage = ofBook('/thumbnail', '.jpg');
export const opds1Entry = ofBook('/opds/book');
export const opds2Publication = ofBook('/opds2/book');

/** A book's file. E-readers look at nothing but the end of an address, so it is the file's own name. */
export const bookFile = ({ rel }: BookFile): string => `/files/${encodedPath(rel)}`;

/** A list's address with what it asks for. */
export function listAddress(path: string, { search, page }: Omit<Query, 'order'>): string {
  const parameters = new URLSearchParams();
  if (search !== '') parameters.set('query', search);
  if (page > 1) parameters.set('page', String(page));
  return parameters.size > 0 ? `${path}?${parameters.toString()}` : path;
}
