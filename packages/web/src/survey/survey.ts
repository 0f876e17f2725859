import type { Outputs } from '../api.js';

/** Waves and variables, as the server reads them out with their distributions. */
export type Survey = Outputs['survey']['read'];
export type Variable = Survey['variables'][number];
export type Wave = Survey['waves'][number];
