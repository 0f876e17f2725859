import type { report as danish } from '../da/report.js';

export const report: typeof danish = {
  title: 'Report',
  lead: 'The report as it would be printed now.',
};
