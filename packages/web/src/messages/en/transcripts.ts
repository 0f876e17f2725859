import type { transcripts as danish } from '../da/transcripts.js';

export const transcripts: typeof danish = {
  title: 'Transcripts',
  lead: 'The interviews as they were said.',
};
