import type { Outputs } from '../api.js';

/** The study and its chain, as the start page shows them. */
export type Overview = Outputs['study']['overview'];
