import type { Outputs } from '../api.js';

export type Fieldwork = Outputs['fieldwork']['read'];
export type Person = Fieldwork['people'][number];
export type Topic = Fieldwork['guideTopics'][number];
export type Visit = Fieldwork['visits'][number];
/** Everything about one person. */
export type PersonFile = Outputs['fieldwork']['person'];
