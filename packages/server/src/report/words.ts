/** The words of a printed report, in its language. Keys of matrices are translated where they are words of the field. */
export interface ReportWords {
  language: 'da' | 'en';
  contents: string;
  of: string;
  few: string;
  persons: (n: number) => string;
  age: (name: string, age: number | null) => string;
  withheld: string;
  reasons: Record<string, string>;
  method: string;
  methodNote: (excerpts: number, persons: number, withheld: number, smallCell: number) => string;
  personsCounted: (blindTexts: number) => string;
  classShare: string;
  classNote: (n: number, classes: number) => string;
  indicator: string;
  for: string;
  against: string;
  keys: Record<string, string>;
}

const DA: ReportWords = {
  language: 'da',
  contents: 'Indhold',
  of: 'af',
  few: 'få',
  persons: (n) => (n === 1 ? '1 person' : `${n} personer`),
  age: (name, age) => (age === null ? `(${name})` : `(${name}, ${age} år)`),
  withheld: 'Et uddrag er holdt tilbage',
  reasons: {
    'no-person': 'teksten er ikke knyttet til en deltager',
    'no-consent': 'der er intet samtykke',
    'consent-does-not-cover': 'samtykket dækker ikke citat',
    withdrawn: 'samtykket er trukket tilbage',
    'not-masked': 'der er omtaler i uddraget, som ikke er afgjort',
    'place-lost': 'uddragets ord er rettet væk; det har intet sted i teksten mere',
  },
  method: 'Om tallene',
  methodNote: (excerpts, persons, withheld, smallCell) =>
    `Rapporten gengiver ${excerpts} uddrag af ${persons} ${persons === 1 ? 'persons' : 'personers'} fortællinger. ` +
    `Personer tælles én gang, uanset hvor meget de siger, og interview giver ingen procenter. ` +
    `Hvor færre end ${smallCell} personer står bag et tal, står der »få«.` +
    (withheld > 0 ? ` ${withheld} uddrag er holdt tilbage, fordi de ikke må gengives.` : ''),
  personsCounted: (blindTexts) =>
    'Tabellen tæller personer, ikke udsagn.' +
    (blindTexts > 0
      ? ` Kodninger af ${blindTexts === 1 ? '1 tekst, der stadig kodes' : `${blindTexts} tekster, der stadig kodes`} blindt, er ikke talt med.`
      : ''),
  classShare: 'andel',
  classNote: (n, classes) => `Latent klasseanalyse af ${n} besvarelser, ${classes} klasser.`,
  indicator: 'Indikator',
  for: 'for',
  against: 'imod',
  keys: {
    none: 'ikke oplyst',
    young: '18-29 år',
    adult: '30-49 år',
    older: '50-69 år',
    lower: 'lavere kompleksitet',
    border: 'på grænsen',
    higher: 'højere kompleksitet',
    unplaceable: 'kan ikke placeres',
    f: 'kvinder',
    m: 'mænd',
    x: 'andet køn',
    offer: 'mødt gennem et tilbud',
    respondent: 'fra spørgeskemaet',
    danish: 'dansk baggrund',
    immigrant: 'indvandrer',
    descendant: 'efterkommer',
    refugee: 'flygtning',
    other: 'anden baggrund',
  },
};

const EN: ReportWords = {
  language: 'en',
  contents: 'Contents',
  of: 'of',
  few: 'few',
  persons: (n) => (n === 1 ? '1 person' : `${n} persons`),
  // The form in which a report's excerpts are known, whatever its language.
  age: (name, age) => (age === null ? `(${name})` : `(${name}, ${age} years)`),
  withheld: 'An excerpt is withheld',
  reasons: {
    'no-person': 'the text is not tied to a participant',
    'no-consent': 'there is no consent',
    'consent-does-not-cover': 'the consent does not cover quoting',
    withdrawn: 'the consent was withdrawn',
    'not-masked': 'mentions in the excerpt are undecided',
    'place-lost': 'the words of the excerpt were corrected away; it has no place in the text any more',
  },
  method: 'About the figures',
  methodNote: (excerpts, persons, withheld, smallCell) =>
    `The report prints ${excerpts} excerpts of what ${persons} ${persons === 1 ? 'person' : 'persons'} told. ` +
    `Persons are counted once however much they say, and interviews give no percentages. ` +
    `Where fewer than ${smallCell} persons stand behind a figure it says "few".` +
    (withheld > 0 ? ` ${withheld} excerpts are withheld because they may not be printed.` : ''),
  personsCounted: (blindTexts) =>
    'The table counts persons, not passages.' +
    (blindTexts > 0
      ? ` Codings of ${blindTexts === 1 ? '1 text that is' : `${blindTexts} texts that are`} still coded blind are not counted.`
      : ''),
  classShare: 'share',
  classNote: (n, classes) => `Latent class analysis of ${n} answers, ${classes} classes.`,
  indicator: 'Indicator',
  for: 'for',
  against: 'against',
  keys: {
    none: 'not known',
    young: 'aged 18-29',
    adult: 'aged 30-49',
    older: 'aged 50-69',
    lower: 'lower complexity',
    border: 'on the border',
    higher: 'higher complexity',
    unplaceable: 'cannot be placed',
    f: 'women',
    m: 'men',
    x: 'other gender',
    offer: 'met through an offer',
    respondent: 'from the survey',
    danish: 'Danish background',
    immigrant: 'immigrant',
    descendant: 'descendant',
    refugee: 'refugee',
    other: 'other background',
  },
};

export const words = (language: 'da' | 'en'): ReportWords => (language === 'da' ? DA : EN);
