import { fileSlug, slug } from '../src/text/slug.js';

describe('fileSlug', () => {
  // https://learn.microsoft.com/windows/win32/fileio/naming-a-file
  it.each(['Con', 'AUX', 'nul', 'Prn', 'COM1', 'Lpt9'])('gives %s a name that Windows takes', (title) => {
    expect(fileSlug(title)).toBe(`${slug(title)}-book`);
  });

  it.each(['Con Air', 'Auxiliary', 'Null', 'Com 10', 'The Ferry'])('leaves %s as its slug', (title) => {
    expect(fileSlug(title)).toBe(slug(title));
  });
});
