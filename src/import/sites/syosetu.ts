/** Syosetu, Kakuyomu and their like in Japanese. */
import { words, type Site } from './site.js';

// prettier-ignore
export const syosetu: Site = {
  name: 'syosetu',
  rows: [
    { id: 'syosetu:tools', edge: 'both', form: words('\u5C0F\u8AAC\u5BB6\u306B\u306A\u308D\u3046', '\u30AB\u30AF\u30E8\u30E0', '(?:\u611F\u60F3|\u30EC\u30D3\u30E5\u30FC)\u3092\u66F8\u304F', '\u30D6\u30C3\u30AF\u30DE\u30FC\u30AF\u306B\u8FFD\u52A0', '\u3057\u304A\u308A\u3092\u631F\u3080', '\u8A55\u4FA1\u3092\u3059\u308B\u306B\u306F\u30ED\u30B0\u30A4\u30F3\u3057\u3066\u304F\u3060\u3055\u3044\u3002?', '\u7E26\u66F8\u304DPDF|\u8868\u793A\u8ABF\u6574|\u6A2A\u66F8\u304D') },
  ],
};
