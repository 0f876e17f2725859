export const report = {
  title: 'Rapport',
  lead: 'Rapporten, som den ville blive trykt nu.',
};
