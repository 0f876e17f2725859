export const claims = {
  title: 'Påstande',
  lead: 'Hvert fund med sit belæg.',
};
