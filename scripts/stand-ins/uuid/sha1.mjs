// In the place of uuid's SHA-1 by node:crypto, which takes 6 ms to load: uuid's own for browsers.
export { default } from '../../../node_modules/uuid/dist/sha1.js';
