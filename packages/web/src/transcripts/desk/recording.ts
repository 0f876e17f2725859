import type { Outputs } from '../../api.js';

export type Recording = Outputs['transcripts']['recordings'][number];
