/** Placeholder types until the schema lands. */
export interface Person {
  name: string;
  sort?: string;
  /** MARC relator code. */
  role: string;
}
export type BookMeta = Record<string, unknown>;
export type SectionMeta = Record<string, unknown>;
