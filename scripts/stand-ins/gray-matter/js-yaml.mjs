// In the place of js-yaml, the engine that gray-matter has by default: Octavo always passes its own.
const refuse = () => {
  throw new Error('gray-matter was called without engines');
};
export const safeLoad = refuse;
export const safeDump = refuse;
