import type { profile as danish } from '../da/profile.js';

export const profile: typeof danish = {
  view: 'Show as',
  views: { plot: 'Figure', heat: 'Heat map', table: 'Table' },
  lead: (n) => `The probability of the answer in each class. Fitted on ${n}.`,
  withIntervals: (level) => `The lines are ${level} confidence intervals.`,
  noIntervals: 'Without intervals: the points do not say how sure they are.',
  fit: 'Work out intervals',
  difference: 'Difference',
  interval: (low, high) => `${low}-${high}`,
  share: 'Size of the class',
  answers: { marking: 'marking answer', all: 'all answers' },
  markingLead: 'The marking answer is the one the smallest class gives more often than the largest.',
  flow: 'Who goes where when one more class is asked for?',
  flowLead: (weighted) =>
    `Each column is a model, each bar a class, and the bands are those who go from one to the other. Widths are ${weighted ? 'weighted shares' : 'shares'} of all. A class that splits in two is easy to understand; one that is gathered from all the others is not.`,
  flowChart: (models) => `The classes of ${models}, and who goes where.`,
  flowKeys: 'The arrow keys go from band to band.',
  flowHover: 'Point at a band to see who it is.',
  band: (share, from, fromModel, to, toModel, ofClass) =>
    `${share} of all: ${from} (${fromModel}) → ${to} (${toModel}). That is ${ofClass} of ${from}.`,
  fromClass: 'From',
  toClass: 'To',
  ofAll: 'Of all',
  ofFrom: 'Of those it comes from',
  onlyOne: 'There is only one model from this computation, so there is nothing to follow.',
};
