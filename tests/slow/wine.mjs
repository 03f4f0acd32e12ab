// Wine tells nothing of the three standard files once they are redirected, and libvips asks: they are told to be like NUL.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { devNull } from 'node:os';

const { fstatSync } = fs;
fs.fstatSync = (fd, ...options) => {
  try {
    return fstatSync(fd, ...options);
  } catch (cause) {
    if (fd > 2) throw cause;
    return fs.statSync(devNull, ...options);
  }
};
syncBuiltinESMExports();
