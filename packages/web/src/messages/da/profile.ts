/** What marks the classes, and who goes where when one more is asked for. */
export const profile = {
  view: 'Vis som',
  views: { plot: 'Figur', heat: 'Varmekort', table: 'Tabel' },
  lead: (n: string) => `Sandsynligheden for svaret i hver klasse. Beregnet på ${n}.`,
  withIntervals: (level: string) => `Stregerne er ${level}-konfidensintervaller.`,
  noIntervals: 'Uden intervaller: punkterne siger ikke, hvor sikre de er.',
  fit: 'Beregn intervaller',
  difference: 'Forskel',
  interval: (low: string, high: string) => `${low}-${high}`,
  share: 'Klassens størrelse',
  answers: { marking: 'kendetegnende svar', all: 'alle svar' },
  markingLead: 'Det kendetegnende svar er det, den mindste klasse giver oftere end den største.',
  flow: 'Hvem går hvorhen, når der kommer en klasse til?',
  flowLead: (weighted: boolean) =>
    `Hver søjle er en model, hver bjælke en klasse, og båndene er dem, der går fra den ene til den anden. Bredden er ${weighted ? 'den vægtede andel' : 'andelen'} af alle. En klasse, der deler sig i to, er let at forstå; en, der samles af alle de andre, er svær.`,
  flowChart: (models: string) => `Klasserne i ${models}, og hvem der går hvorhen.`,
  flowKeys: 'Med piletasterne går man fra bånd til bånd.',
  flowHover: 'Peg på et bånd for at se, hvem det er.',
  band: (share: string, from: string, fromModel: string, to: string, toModel: string, ofClass: string) =>
    `${share} af alle: ${from} (${fromModel}) → ${to} (${toModel}). Det er ${ofClass} af ${from}.`,
  fromClass: 'Fra',
  toClass: 'Til',
  ofAll: 'Af alle',
  ofFrom: 'Af dem, der kommer fra',
  onlyOne: 'Der er kun én model fra denne beregning, så der er intet at følge.',
};
