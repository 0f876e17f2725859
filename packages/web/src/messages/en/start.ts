import type { start as danish } from '../da/start.js';

export const start: typeof danish = {
  title: 'Overview',
  lead: 'The way of the study from survey to report.',
};
