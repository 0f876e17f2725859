import type { classes as danish } from '../da/classes.js';

export const classes: typeof danish = {
  title: 'Classes',
  lead: 'Latent classes over the indicators.',
};
