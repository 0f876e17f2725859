import type { ZipLimits, ZipReason } from '../zip/read.js';

/** What a zipped document may unpack to before it is taken for an attack. */
export const DOCUMENT_LIMITS: ZipLimits = {
  entries: 2000,
  bytes: 100 * 1024 * 1024,
  ratio: 200,
  ratioFrom: 5 * 1024 * 1024,
};

/** Why a zipped file is no document that can be read. */
export const DOCUMENT_REASONS = [
  'not-zip',
  'too-many-entries',
  'too-large',
  'duplicate-name',
  'no-document',
  'unreadable',
] as const satisfies readonly (ZipReason | 'no-document')[];
export type DocumentReason = (typeof DOCUMENT_REASONS)[number];
