export const survey = {
  title: 'Spørgeskema',
  lead: 'Respondenter, variabler og deres fordelinger.',
};
