import type { comparison as danish } from '../da/comparison.js';

export const comparison: typeof danish = {
  title: 'Comparison',
  lead: 'Persons by two axes, through what they said.',
};
