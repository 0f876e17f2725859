export const coding = {
  title: 'Kodning',
  lead: 'Kodebog, kodninger og memoer.',
};
