import type { Outputs } from '../api.js';

/** What was found of one kind, and one place of it. */
export type Group = Outputs['search']['groups'][number];
export type Hit = Group['hits'][number];
