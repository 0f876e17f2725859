import type { fieldwork as danish } from '../da/fieldwork.js';

export const fieldwork: typeof danish = {
  title: 'Fieldwork',
  lead: 'Sites, visits, participants, consent and quotas.',
};
