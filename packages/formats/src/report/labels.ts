import { isNearly } from '@bagom/core';

/** How a paragraph's opening reads as a speaker label. `name` is whom it means, `from` where the spoken words begin. */
export interface SpokenLabel {
  readonly printed: string;
  readonly name: string;
  readonly role: 'interviewer' | 'interviewee';
  readonly from: number;
  readonly slip: 'typo' | 'punctuation' | 'no-colon' | 'other-person' | null;
}

/** The names a report's labels may carry: its pseudonyms and the one label of its interviewer. */
export interface LabelNames {
  readonly people: ReadonlySet<string>;
  readonly interviewer: string;
}

const NAME = String.raw`\p{Lu}[\p{L}\d]*(?:[- ](?:\p{Lu}[\p{L}\d]*|\d{1,3})){0,2}`;
const LABEL = new RegExp(String.raw`^(${NAME})\s?([:;])(?:\s+|$)`, 'u');
const ATTRIBUTION = new RegExp(
  String.raw`\(\s?(${NAME})(,?)\s?\s(\d{1,3})\s(?:år|years?(?:\sold)?)\s?\)(\.?)['’”"]?\s*$`,
  'u',
);
const INTERVIEWER_WORDS =
  /^(?:interviewer(?:en)?|int|spørger(?:en)?|moderator|facilitator|forsker(?:en)?)$/iu;

/** The closing of an excerpt. `from` is the offset of its bracket in the text. */
export interface Attribution {
  readonly person: string;
  readonly age: number;
  readonly from: number;
  readonly comma: boolean;
  readonly stop: boolean;
}

/** The attribution that closes a text, or null. Looks at the end only, so a long text costs no more than a short one. */
export function attributionAtEnd(text: string): Attribution | null {
  const start = Math.max(0, text.length - 120);
  const match = ATTRIBUTION.exec(text.slice(start));
  if (!match) return null;
  const [, person = '', comma, age, stop] = match;
  return { person, age: Number(age), from: start + match.index, comma: comma === ',', stop: stop === '.' };
}

/** The word before a colon at the opening of a text, if it has the form of a label. */
export function openingLabel(text: string): { printed: string; mark: string; from: number } | null {
  const match = LABEL.exec(text.slice(0, 80));
  return match ? { printed: match[1] ?? '', mark: match[2] ?? '', from: match[0].length } : null;
}

/** The interviewer's label: a word for one if the report uses it, else the most frequent label that is no pseudonym. */
export function interviewerLabel(openings: readonly string[], people: ReadonlySet<string>): string {
  const counts = new Map<string, number>();
  for (const printed of openings) {
    if (!people.has(printed)) counts.set(printed, (counts.get(printed) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  return (
    (ranked.find(([word]) => INTERVIEWER_WORDS.test(word)) ?? ranked.find(([, n]) => n > 2))?.[0] ??
    'Interviewer'
  );
}

/** Reads the label of a paragraph inside an excerpt of `person`, or any known label when `person` is null. */
export function spokenLabel(text: string, names: LabelNames, person: string | null): SpokenLabel | null {
  const label = openingLabel(text);
  if (!label) return person === null ? null : withoutColon(text, names, person);
  const { printed, mark, from } = label;
  const punctuation = mark === ':' ? null : 'punctuation';
  if (printed === names.interviewer)
    return { printed, name: printed, role: 'interviewer', from, slip: punctuation };
  if (printed === person) return { printed, name: printed, role: 'interviewee', from, slip: punctuation };
  if (names.people.has(printed)) {
    return {
      printed,
      name: printed,
      role: 'interviewee',
      from,
      slip: person === null ? punctuation : 'other-person',
    };
  }
  if (isNearly(printed, names.interviewer)) {
    return { printed, name: names.interviewer, role: 'interviewer', from, slip: 'typo' };
  }
  if (person !== null && isNearly(printed, person)) {
    return { printed, name: person, role: 'interviewee', from, slip: 'typo' };
  }
  return null;
}

function withoutColon(text: string, names: LabelNames, person: string): SpokenLabel | null {
  for (const name of [person, names.interviewer]) {
    if (text.startsWith(`${name} `) && /^[\p{Lu}’‘"]/u.test(text.slice(name.length + 1))) {
      const role = name === person ? 'interviewee' : 'interviewer';
      return { printed: name, name, role, from: name.length + 1, slip: 'no-colon' };
    }
  }
  return null;
}
