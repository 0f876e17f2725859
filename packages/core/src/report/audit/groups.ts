import type { PublishedReport, PublishedSection } from '../published.js';
import type { AuditText } from './audit-text.js';
import { edged } from './words.js';

/** A group that a sentence of the report may be about, as far as words and printed ages tell. */
export type GroupKey =
  | 'phase:young'
  | 'phase:adult'
  | 'phase:older'
  | 'gender:women'
  | 'gender:men'
  | 'background:minority'
  | 'complexity:high'
  | 'complexity:low';

export const GROUP_NAMES: Readonly<Record<GroupKey, { readonly da: string; readonly en: string }>> = {
  'phase:young': { da: 'de unge (under 30 år)', en: 'the young (under 30)' },
  'phase:adult': { da: 'de voksne (30-49 år)', en: 'the adults (30-49)' },
  'phase:older': { da: 'de ældre (50 år og derover)', en: 'the older (50 and over)' },
  'gender:women': { da: 'kvinder', en: 'women' },
  'gender:men': { da: 'mænd', en: 'men' },
  'background:minority': { da: 'personer med minoritetsbaggrund', en: 'people of minority background' },
  'complexity:high': { da: 'dem med høj kompleksitet', en: 'those of high complexity' },
  'complexity:low': { da: 'dem med lavere kompleksitet', en: 'those of lower complexity' },
};

const WORDS: readonly (readonly [GroupKey, RegExp])[] = [
  [
    'phase:young',
    edged(
      /\bunge\b(?! voksne)|\bunge voksne\b|\b18-\s?29(?!\d)|\b20[’']erne|\byoung (?:people|adults|interviewees)\b/iu,
    ),
  ],
  [
    'phase:adult',
    edged(
      /(?<!ældre |unge )\bvoksnes?\b(?! børn| datter| søn)|\b30-\s?49(?!\d)|\b[34]0[’']erne|\b30- og 40-/iu,
    ),
  ],
  [
    'phase:older',
    edged(
      /\bældre\b(?! end| søster| bror| søskende| dag)|\b50-\s?69(?!\d)|\b[56]0[’']erne|\bmidaldrende\b|\bolder (?:people|adults|interviewees)\b/iu,
    ),
  ],
  ['gender:women', edged(/\bkvind(?:er|erne|elige)\b|\bpiger(?:ne)?\b|\bwomen\b/iu)],
  ['gender:men', edged(/\bmænd(?:ene)?\b|\bmandlige\b|\bdrenge(?:ne)?\b|\bmen interviewed\b/iu)],
  [
    'background:minority',
    edged(
      /minoritetsbaggrund|indvandrer|efterkommere?\b|flygtning|\b(?:immigrants?|refugees?|ethnic minorit)/iu,
    ),
  ],
  [
    'complexity:high',
    /mest udsatte|høj(?:ere)? (?:grad af )?(?:problem)?kompleksitet|udsattegruppen|høj kompleks/iu,
  ],
  [
    'complexity:low',
    /lav(?:ere)? (?:grad af )?(?:problem)?kompleksitet|risikogruppen|lavere grad af udsathed/iu,
  ],
];

/** The groups named in a text. Nothing is inferred: a text that names no group is about no group. */
export function groupsIn(text: string): GroupKey[] {
  return WORDS.filter(([, words]) => words.test(text)).map(([key]) => key);
}

/** The one life phase a heading names, or null when it names none or several. */
export function headingPhase(section: Pick<PublishedSection, 'title'>): GroupKey | null {
  const phases = groupsIn(section.title).filter((key) => key.startsWith('phase:'));
  return phases.length === 1 ? (phases[0] ?? null) : null;
}

/** What the prose lets a reader know about a person: gender by pronoun, and whether a minority background is told. */
export interface ToldOfPerson {
  readonly he: number;
  readonly she: number;
  readonly minority: boolean;
  /** The prose places the person among the most vulnerable or those of high complexity. */
  readonly high: boolean;
}

/** Counts pronouns and background words in sentences that name one person only. */
export function toldOfPeople(report: PublishedReport, text: AuditText): Map<string, ToldOfPerson> {
  const told = new Map(
    report.people.map(({ name }) => [name, { he: 0, she: 0, minority: false, high: false }]),
  );
  for (const [at, sentence] of text.sentences.entries()) {
    const [person, other] = sentence.people;
    const known = person === undefined || other !== undefined ? undefined : told.get(person);
    if (!known || person === undefined) continue;
    // A lead-in says what a group is like and then names its example: “... Carla comes to a drop-in and says:”.
    const before = text.sentences[at - 1];
    const leadIn =
      sentence.paragraph.text.endsWith(':') &&
      before?.paragraph === sentence.paragraph &&
      before.people.length === 0;
    if (isPlacedHigh(sentence.text) || (leadIn && isPlacedHigh(before.text))) known.high = true;
    const after = sentence.text.slice(sentence.text.indexOf(person));
    const pronoun =
      edged(/\b(han|hun|hans|hendes|ham|hende|he|she|his|her)\b/iu)
        .exec(after)?.[1]
        ?.toLowerCase() ?? '';
    if (/^(?:han|hans|ham|he|his)$/.test(pronoun)) known.he += 1;
    if (/^(?:hun|hendes|hende|she|her)$/.test(pronoun)) known.she += 1;
    const origin = edged(
      /indvandrer|efterkommer|flygtning|\b(?:asiatisk|østeuropæisk|afrikansk|arabisk) land|immigrant|refugee/iu,
    );
    if (origin.test(sentence.text) && !edged(/\b(?:ligesom|modsat|end)\b/iu).test(sentence.text))
      known.minority = true;
  }
  return told;
}

function isPlacedHigh(text: string): boolean {
  const high = edged(
    /mest udsatte|mest komplekse udsathed|\bhøj(?:ere)? (?:grad af )?(?:problem)?kompleksitet/iu,
  );
  return high.test(text) && !edged(/\b(?:ikke|modsat|end|grænseområdet|hverken|lavere)\b/iu).test(text);
}

/** Whether a person belongs to a group, or null where the printed report does not tell. */
export function belongs(
  person: string,
  group: GroupKey,
  text: AuditText,
  told: ReadonlyMap<string, ToldOfPerson>,
): boolean | null {
  const age = text.ages.get(person) ?? 0;
  const known = told.get(person);
  switch (group) {
    case 'phase:young':
      return age < 30;
    case 'phase:adult':
      return age >= 30 && age < 50;
    case 'phase:older':
      return age >= 50;
    case 'gender:women':
      return known && known.he + known.she > 0 ? known.she > known.he : null;
    case 'gender:men':
      return known && known.he + known.she > 0 ? known.he > known.she : null;
    case 'background:minority':
      return known?.minority ?? null;
    case 'complexity:high':
      return known?.high ? true : null;
    default:
      return null;
  }
}
