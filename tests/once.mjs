// A file of tests as Jest loads it: the bundle that `bundle.ts` has made of it.
import { relative } from 'node:path';

export default {
  process(text, file, { config }) {
    const name = relative(config.rootDir, file).replace(/\.ts$/, '.js');
    return { code: `import ${JSON.stringify(`${config.rootDir}/tests/.lib/${name}`)};` };
  },
};
