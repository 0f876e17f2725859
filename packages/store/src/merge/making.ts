import type { Making } from '@bagom/core';
import { sha256 } from '../blobs.js';
import { newId } from '../new-id.js';

/** What the core asks for when it carries rows from one text to another. */
export const MAKING: Making = { newId, hash: sha256, now: () => new Date().toISOString() };
