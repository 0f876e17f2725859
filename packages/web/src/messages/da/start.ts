export const start = {
  title: 'Oversigt',
  lead: 'Undersøgelsens vej fra spørgeskema til rapport.',
};
