/** Compose: a book's sections become content documents, its images assets. */
export { compose } from './compose.js';
export { isDrawing } from './images/assets.js';
export { imageFile, imageRequests } from './images/requests.js';
