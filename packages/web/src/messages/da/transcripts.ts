export const transcripts = {
  title: 'Transskriptioner',
  lead: 'Interviewene, som de blev sagt.',
};
