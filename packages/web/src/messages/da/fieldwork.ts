export const fieldwork = {
  title: 'Feltarbejde',
  lead: 'Steder, besøg, deltagere, samtykke og kvoter.',
};
