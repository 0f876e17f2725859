import type { survey as danish } from '../da/survey.js';

export const survey: typeof danish = {
  title: 'Survey',
  lead: 'Respondents, variables and their distributions.',
};
