import type { claims as danish } from '../da/claims.js';

export const claims: typeof danish = {
  title: 'Claims',
  lead: 'Every finding with its evidence.',
};
