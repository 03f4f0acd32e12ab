/** The language of a node that says so. */
import type { Nodes } from 'mdast';
import { localeOf } from '../locales/index.js';
import { jsxLanguage } from './jsx.js';
import type { Locale } from '../types.js';

interface Directive {
  attributes?: Record<string, string | null | undefined> | null;
}

/** The conventions of the language in a node's `lang` attribute (`:span[…]{lang=fr}`), if it has one. */
export function inlineLocale(node: Nodes): Locale | undefined {
  const lang =
    node.type === 'paragraph' || node.type === 'heading'
      ? node.data?.attributes?.['lang']
      : node.type.endsWith('Directive')
        ? (node as Directive).attributes?.['lang']
        : jsxLanguage(node);
  return lang ? localeOf(lang) : undefined;
}
