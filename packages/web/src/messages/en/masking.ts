import type { masking as danish } from '../da/masking.js';

export const masking: typeof danish = {
  title: 'Masking',
  lead: 'What is changed before anybody reads it.',
};
