/**
 * OPDS 2.0 after the words of its specification (https://drafts.opds.io/opds-2.0) and of the Readium Web Publication
 * Manifest's (https://readium.org/webpub-manifest): what must be there, and nothing that neither of them knows.
 */
import * as z from 'zod';

const url = z.url();
const instant = z.iso.datetime();
const language = z.string().regex(/^[A-Za-z]{2,8}(?:-[A-Za-z\d]{1,8})*$/u);
const rel = z.union([z.string(), z.array(z.string()).min(1)]);
const has =
  (wanted: (one: string) => boolean) => (links: readonly { rel?: string | string[] | undefined }[]) =>
    links.some((link) => [link.rel ?? []].flat().some(wanted));

const link = z
  .strictObject({
    href: z.string().min(1),
    type: z.string().regex(/^[\w.+-]+\/[\w.+-]+$/u),
    rel: rel.optional(),
    title: z.string().optional(),
    templated: z.literal(true).optional(),
    properties: z.strictObject({ numberOfItems: z.int().min(0) }).optional(),
  })
  // A template is no address: https://www.rfc-editor.org/rfc/rfc6570
  .refine(({ href, templated }) => templated === true || url.safeParse(href).success);
const titled = link.required({ title: true });

/** "At least one image resource in the following formats: JPEG, PNG or GIF." */
const image = z.strictObject({ href: url, type: z.enum(['image/jpeg', 'image/png', 'image/gif']) });

const metadata = z.strictObject({
  '@type': z.url(),
  identifier: z.union([z.string().regex(/^urn:[a-z\d-]{2,}:[!-~]+$/u), url]),
  title: z.string().min(1),
  author: z.array(z.string().min(1)).min(1).optional(),
  publisher: z.string().optional(),
  language: language.optional(),
  published: z.iso.date().optional(),
  modified: instant,
  description: z.string().min(1).optional(),
  subject: z.array(z.string().min(1)).min(1).optional(),
  belongsTo: z
    .strictObject({ series: z.strictObject({ name: z.string().min(1), position: z.number().optional() }) })
    .optional(),
});

/** "All publications must provide a `self` link", and an acquisition link where they are no Web Publications. */
export const publication = z.strictObject({
  metadata,
  links: z
    .array(link)
    .refine(has((one) => one === 'self'))
    .refine(has((one) => one.startsWith('http://opds-spec.org/acquisition'))),
  images: z.array(image).min(1),
});

const feedMetadata = z.strictObject({
  title: z.string().min(1),
  modified: instant.optional(),
  numberOfItems: z.int().min(0).optional(),
  itemsPerPage: z.int().min(1).optional(),
  currentPage: z.int().min(1).optional(),
});

export const feed = z
  .strictObject({
    metadata: feedMetadata,
    links: z.array(link).refine(has((one) => one === 'self')),
    navigation: z.array(titled).min(1).optional(),
    publications: z.array(publication).optional(),
    facets: z.array(z.strictObject({ metadata: feedMetadata, links: z.array(titled).min(1) })).optional(),
  })
  .refine(({ navigation, publications }) => navigation ?? publications);
