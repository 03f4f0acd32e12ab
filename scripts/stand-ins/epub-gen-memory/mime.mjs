// In the place of the media types by which epub-gen-memory would know fonts and images: it is given neither.
export const getType = () => null;
export const getExtension = () => null;
