// In the place of what epub-gen-memory takes marks from letters with: it is given no language of a book.
export const remove = (text) => text;
