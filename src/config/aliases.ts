/** What other tools and people call a key of the front matter: by their word, ours. */
export const ALIASES: Readonly<Record<string, string>> = {
  abstract: 'description',
  artist: 'contributors: [{ name: …, role: illustrator }]',
  'author-name': 'author',
  blurb: 'description',
  by: 'author',
  byline: 'author',
  categories: 'subjects',
  category: 'subjects',
  certified: 'certified-by',
  certifier: 'certified-by',
  copyright: 'rights',
  'cover-image': 'cover',
  'cover-page': 'cover',
  coverpage: 'cover',
  creator: 'author',
  creators: 'authors',
  'date-published': 'date',
  edition: 'version',
  editor: 'contributors: [{ name: …, role: editor }]',
  'epub-cover-image': 'cover',
  genre: 'subjects',
  genres: 'subjects',
  illustrator: 'contributors: [{ name: …, role: illustrator }]',
  image: 'cover',
  isbn: 'identifier',
  keywords: 'subjects',
  lang: 'language',
  licence: 'rights',
  license: 'rights',
  locale: 'language',
  'nav-order': 'weight',
  order: 'weight',
  position: 'weight',
  pubdate: 'date',
  published: 'date',
  'publication-date': 'date',
  'release-date': 'date',
  'series-index': 'series: { name: …, number: 1 }',
  'series-number': 'series: { name: …, number: 1 }',
  'series-title': 'series',
  'sidebar-position': 'weight',
  'sub-title': 'subtitle',
  subject: 'subjects',
  synopsis: 'description',
  translator: 'contributors: [{ name: …, role: translator }]',
  type: 'kind',
  uid: 'identifier',
  uuid: 'identifier',
  volume: 'series: { name: …, number: 1 }',
  writer: 'author',
  year: 'date',
};

/** Keys that Hugo, Jekyll, Docusaurus and their like have for a page of the web, and a text in a book has no use for. */
export const SITE_KEYS: ReadonlySet<string> = new Set(
  `alias aliases author-profile cascade categories category chapter classes collection comments custom-edit-url excerpt expirydate
  featured featured-image grand-parent has-children header headless hide hide-title icon id images is-cjk-language katex keywords
  last-modified-at lastmod layout links linktitle mathjax menu menus outputs pagination-next pagination-prev params parent
  permalink publishdate read-time redirect-from related resources robots searchhidden series share showbreadcrumbs showpostnavlinks showreadingtime showtoc sidebar
  sidebar-label sitemap slug template thumbnail toc-sticky url`.split(/\s+/),
);

/** A key as these tables have it. */
export const plainKey = (key: string): string => key.toLowerCase().replaceAll(/[\s_]+/g, '-');
