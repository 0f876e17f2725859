/** Answers that LimeSurvey has words for itself: they are not in the file. */
export interface OwnWords {
  readonly yes: string;
  readonly no: string;
  readonly uncertain: string;
  readonly more: string;
  readonly same: string;
  readonly less: string;
  readonly female: string;
  readonly male: string;
  readonly other: string;
}

/** In Danish for a Danish survey, else in English. */
export const ownWords = (language: string): OwnWords =>
  language.toLowerCase().startsWith('da') ? DANISH : ENGLISH;

const DANISH: OwnWords = {
  yes: 'Ja',
  no: 'Nej',
  uncertain: 'Ved ikke',
  more: 'Mere',
  same: 'Det samme',
  less: 'Mindre',
  female: 'Kvinde',
  male: 'Mand',
  other: 'Andet',
};

const ENGLISH: OwnWords = {
  yes: 'Yes',
  no: 'No',
  uncertain: 'Uncertain',
  more: 'More',
  same: 'The same',
  less: 'Less',
  female: 'Female',
  male: 'Male',
  other: 'Other',
};
