export const masking = {
  title: 'Maskering',
  lead: 'Hvad der ændres, før nogen læser det.',
};
