export const comparison = {
  title: 'Sammenligning',
  lead: 'Personer over to akser, gennem det de har sagt.',
};
