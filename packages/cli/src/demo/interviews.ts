import { insert, PLACEMENTS, update, type Draft, type Interview, type Placement } from '@bagom/core';
import { newId } from '@bagom/store';
import { change, groupBy, type Demo } from './demo.js';
import { PEOPLE, readPeople } from './participants.js';
import { materialError, oneOf, readTsv } from './tsv.js';

const FILE = 'interviews.tsv';

/** The interviews of the material. */
export function readInterviews() {
  return readTsv(FILE, [
    'number',
    'date',
    'minutes',
    'place',
    'interviewer',
    'language',
    'giftCard',
    'consent',
    'withdrawn',
  ]);
}

/** Why a person was placed where they were, in the words of a judgement. */
const RATIONALE: Record<Placement, string> = {
  lower: 'Ét forhold fylder mest, og der er mennesker eller arbejde at holde fast i',
  border: 'Flere forhold spiller sammen, men i perioder går det; kunne være sat på begge sider',
  higher: 'Flere alvorlige forhold på én gang og gennem mange år',
  unplaceable: 'Interviewet giver ikke grundlag for at sige det ene eller det andet',
};

/** Interviews week by week, each with its consent and the judgement made afterwards; then what was taken back. */
export async function addInterviews(demo: Demo): Promise<void> {
  const people = new Map((await readPeople()).map((person) => [person.number, person]));
  const rows = await readInterviews();
  const sorted = [...rows].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : Number(a.number) - Number(b.number),
  );
  const withdrawn: { consentId: string; pseudonym: string; at: string }[] = [];
  for (const [day, group] of groupBy(sorted, ({ date }) => date)) {
    const drafts = group.flatMap((row): Draft[] => {
      const person = people.get(row.number);
      const participantId = demo.participants.get(Number(row.number));
      if (!person || !participantId) throw materialError(FILE, row.line, `no person ${row.number}`);
      const consentId = newId();
      if (row.withdrawn) withdrawn.push({ consentId, pseudonym: person.pseudonym, at: row.withdrawn });
      const state: Interview['state'] = person.state === 'refused-recording' ? 'notes' : 'held';
      return [
        insert('interviews', {
          id: newId(),
          participantId,
          heldAt: row.date,
          minutes: Number(row.minutes),
          place: row.place,
          interviewer: row.interviewer,
          language: row.language,
          giftCard: row.giftCard === 'yes',
          state,
        }),
        insert('consents', {
          id: consentId,
          participantId,
          givenAt: row.date,
          scope: oneOf(['quote', 'use', 'none'], row.consent, FILE, row.line),
          withdrawnAt: null,
        }),
      ];
    });
    await change(demo, 'interview.save', `${day} (${group.length})`, drafts);
  }
  await addJudgements(demo, sorted, people);
  for (const { consentId, pseudonym, at } of withdrawn)
    await change(demo, 'consent.withdraw', pseudonym, [update('consents', consentId, { withdrawnAt: at })]);
}

/** Each interviewer's judgements, as they were written up. */
async function addJudgements(
  demo: Demo,
  interviews: readonly { number: string; date: string; interviewer: string }[],
  people: ReadonlyMap<string, { complexity: string; situation: string; line: number }>,
): Promise<void> {
  for (const [judgedBy, group] of groupBy(interviews, ({ interviewer }) => interviewer)) {
    const drafts = group.flatMap(({ number, date }): Draft[] => {
      const person = people.get(number);
      if (!person?.complexity) return [];
      const placement = oneOf(PLACEMENTS, person.complexity, PEOPLE, person.line);
      return [
        insert('judgements', {
          id: newId(),
          participantId: demo.participants.get(Number(number)) ?? '',
          placement,
          rationale: `${RATIONALE[placement]}: ${person.situation}.`,
          judgedBy,
          judgedAt: date,
        }),
      ];
    });
    await change(demo, 'judgement.add', `${judgedBy} (${drafts.length})`, drafts);
  }
}

/** The guide with its five focus areas, and how each topic fared in the interviews that were transcribed. */
export async function addGuide(demo: Demo): Promise<void> {
  const topics = await readTsv('guide.tsv', ['id', 'focus', 'focusName', 'topic', 'question']);
  const drafts = topics.map((row) => {
    const id = newId();
    demo.topics.set(row.id, id);
    const { focusName, topic, question } = row;
    return insert('guideTopics', { id, focus: Number(row.focus), focusName, topic, question });
  });
  await change(demo, 'guide.save', `${drafts.length}`, drafts);
  const file = 'guide-answers.tsv';
  const answers = await readTsv(file, ['number', 'topic', 'state']);
  await change(
    demo,
    'guide.answer',
    `${answers.length}`,
    answers.map(({ number, topic, state, line }) => {
      const participantId = demo.participants.get(Number(number));
      const topicId = demo.topics.get(topic);
      if (!participantId || !topicId)
        throw materialError(file, line, `no person ${number} or topic ${topic}`);
      const said = oneOf(['raised', 'asked', 'denied', 'not-asked', 'not-raised'], state, file, line);
      return insert('guideAnswers', { id: newId(), participantId, topicId, state: said });
    }),
  );
}
