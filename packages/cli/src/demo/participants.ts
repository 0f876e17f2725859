import { insert, phaseOfAge, respondentLink, type Quota } from '@bagom/core';
import { newId } from '@bagom/store';
import { change, groupBy, type Demo } from './demo.js';
import { materialError, oneOf, readTsv } from './tsv.js';

export const PEOPLE = 'people.tsv';

/** The people of the material, as several of the demo's tables need them. */
export function readPeople() {
  return readTsv(PEOPLE, [
    'number',
    'pseudonym',
    'trueName',
    'gender',
    'age',
    'trueAge',
    'channel',
    'site',
    'complexity',
    'background',
    'state',
    'situation',
  ]);
}

/** The participants, by the place where they were met. True names and ages go to the key; the phase is the true age's. */
export async function addParticipants(demo: Demo): Promise<void> {
  const people = await readPeople();
  for (const [site, group] of groupBy(people, ({ site }) => site)) {
    const drafts = group.map((row) => {
      const id = newId();
      const number = Number(row.number);
      const phase = phaseOfAge(Number(row.trueAge));
      if (phase !== phaseOfAge(Number(row.age)))
        throw materialError(PEOPLE, row.line, 'the two ages lie in two life phases');
      const siteId = site ? demo.sites.get(site) : null;
      if (siteId === undefined) throw materialError(PEOPLE, row.line, `no site ${site}`);
      const channel = oneOf(['offer', 'respondent'], row.channel, PEOPLE, row.line);
      demo.participants.set(number, id);
      demo.secrets.push(
        { table: 'participants', id, field: 'name', value: row.trueName },
        { table: 'participants', id, field: 'age', value: row.trueAge },
      );
      const invitation = demo.respondents.get(number);
      if (invitation)
        demo.secrets.push({
          table: 'participants',
          id,
          field: 'respondent',
          value: respondentLink(invitation),
        });
      return insert('participants', {
        id,
        number,
        pseudonym: row.pseudonym,
        age: Number(row.age),
        phase,
        gender: oneOf(['f', 'm'], row.gender, PEOPLE, row.line),
        channel,
        siteId,
        background: oneOf(
          ['danish', 'immigrant', 'descendant', 'refugee', 'other'],
          row.background,
          PEOPLE,
          row.line,
        ),
        // Earlier respondents were asked because the survey put them in this class.
        surveyClass: channel === 'respondent' ? 'Risiko' : null,
        situation: row.situation,
      });
    });
    const where = site
      ? (demo.study.state.sites.get(demo.sites.get(site) ?? '')?.name ?? site)
      : 'Tidligere respondenter';
    await change(demo, 'participant.save', `${where} (${group.length})`, drafts);
  }
}

/** Wanted persons: offer with lower complexity, offer with higher, earlier respondents. */
const PLAN: readonly (readonly [
  phase: string,
  gender: string,
  lower: number,
  higher: number,
  respondents: number,
])[] = [
  ['young', 'f', 4, 5, 2],
  ['young', 'm', 4, 4, 2],
  ['adult', 'f', 4, 5, 3],
  ['adult', 'm', 4, 5, 3],
  ['older', 'f', 6, 8, 3],
  ['older', 'm', 6, 8, 2],
];

/** The plan of recruitment: 78 persons in the full grid, and its margins of phase by gender. */
export async function setQuotas(demo: Demo): Promise<void> {
  const quotas = PLAN.flatMap(([phase, gender, lower, higher, respondents]): Quota[] => [
    { phase, gender, target: lower + higher + respondents },
    { phase, gender, complexity: 'lower', channel: 'offer', target: lower },
    { phase, gender, complexity: 'higher', channel: 'offer', target: higher },
    { phase, gender, complexity: 'lower', channel: 'respondent', target: respondents },
  ]);
  const study = [...demo.study.state.studies.values()][0];
  if (study)
    await change(demo, 'quota.set', '78', [
      { do: 'update', table: 'studies', id: study.id, set: { quotas } },
    ]);
}
