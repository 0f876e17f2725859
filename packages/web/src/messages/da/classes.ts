export const classes = {
  title: 'Klasser',
  lead: 'Latente klasser over indikatorerne.',
};
