/** BibTeX and BibLaTeX as CSL-JSON, their TeX as letters. Loaded for books that cite from such a file alone. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';

/** The sources of a file. Throws where it is no BibTeX, with the line and the column. */
export const fromBibtex = (text: string): unknown =>
  plugins.input.chain(text, {
    forceType: '@biblatex/text',
    generateGraph: false,
    maxChainLength: 10,
    strict: true,
    target: '@csl/list+object',
  });
