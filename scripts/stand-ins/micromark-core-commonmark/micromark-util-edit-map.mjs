export { EditMap } from '../micromark/micromark-util-edit-map.mjs';
