import type { coding as danish } from '../da/coding.js';

export const coding: typeof danish = {
  title: 'Coding',
  lead: 'Codebook, codings and memos.',
};
