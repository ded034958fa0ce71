/** How a post stands to a work that it cites. */
export type SourceRelation = 'inspired by' | 'adapted from' | 'translated from' | 'quoted';

/** The relations in the order in which they are offered. */
export const sourceRelations: readonly SourceRelation[] = [
  'inspired by',
  'adapted from',
  'translated from',
  'quoted',
];

/** A work that a post cites. Every field but `title` is optional. */
export interface SourceRecord {
  readonly title: string;
  readonly author?: string | undefined;
  readonly site?: string | undefined;
  readonly url?: string | undefined;
  /** As written, normally `YYYY-MM-DD`. */
  readonly accessed?: string | undefined;
  readonly relation?: SourceRelation | undefined;
}
