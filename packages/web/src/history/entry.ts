import type { Outputs } from '../api.js';

/** An operation as the history lists it. */
export type Entry = Outputs['history']['list']['entries'][number];
