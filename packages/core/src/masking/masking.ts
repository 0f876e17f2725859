export const ENTITY_KINDS = [
  'person',
  'place',
  'organisation',
  'site',
  'occupation',
  'date',
  'other',
] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** Someone or something that could be recognised. What it is truly called is in the key file; here is what may be printed. */
export interface Entity {
  id: string;
  kind: EntityKind;
  /** A pseudonym, or a bracket such as `[bynavn]`. */
  replacement: string;
  note: string;
}

/** A place in a text that speaks of an entity, and what was decided. */
export interface Mention {
  id: string;
  sourceId: string;
  version: number;
  from: number;
  to: number;
  entityId: string | null;
  kind: EntityKind;
  /** `open`: proposed, not decided; `mask`: printed as the replacement; `keep`: printed as it stands. */
  decision: 'open' | 'mask' | 'keep';
  reason: string;
}
