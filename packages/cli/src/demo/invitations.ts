import { insert, phaseOfAge, update, type Invitation, type InvitationState } from '@bagom/core';
import { drawList, SurveyColumns } from '@bagom/server';
import { change, type Demo } from './demo.js';
import { readPeople } from './participants.js';

const SEED = 2024;
const LEAST = 0.7;
const PHASES = [
  { name: 'unge (18-29 år)', from: 18, to: 29 },
  { name: 'voksne (30-49 år)', from: 30, to: 49 },
  { name: 'ældre voksne (50-69 år)', from: 50, to: 69 },
];
/** Invited of the young, the adults and the older: women, then men. Of three asked about one says yes. */
const WANTED = [6, 9, 14, 5, 6, 7];
/** What became of those who did not say yes, dealt out in turn. */
const OTHERS: readonly InvitationState[] = [
  'refused',
  'refused',
  'unreachable',
  'refused',
  'contacted',
  'listed',
];

/**
 * Respondents of the risk class, drawn by gender and life phase and invited through the statistics office: fifteen agreed.
 * Which of them is which participant goes to the key alone.
 */
export async function addInvitations(demo: Demo): Promise<void> {
  const { study } = demo;
  const model = [...study.state.classModels.values()].find(({ chosen }) => chosen);
  const variables = [...study.state.variables.values()];
  const gender = variables.find(({ name }) => name === 'koen');
  const age = variables.find(({ name }) => name === 'alder');
  if (!model || !gender || !age) return;
  const columns = new SurveyColumns();
  const { rows, subject } = await drawList(
    { study, columns },
    {
      modelId: model.id,
      class: model.classNames.indexOf('Risiko') + 1,
      least: LEAST,
      axes: [
        {
          variableId: gender.id,
          groups: [
            { name: 'Kvinde', values: [2], range: null },
            { name: 'Mand', values: [1], range: null },
          ],
        },
        {
          variableId: age.id,
          groups: PHASES.map(({ name, ...range }) => ({ name, values: [], range })),
        },
      ],
      wanted: WANTED,
      seed: SEED,
    },
  );
  await change(
    demo,
    'invitation.draw',
    subject,
    rows.map((row) => insert('invitations', row)),
  );
  const ages = (await columns.values(study, age)) as Float64Array;
  const agreed = await agreeing(rows, ages);
  for (const [row, number] of agreed) demo.respondents.set(number, row);
  const others = rows.filter((row) => !agreed.has(row));
  const became = new Map(others.map((row, i) => [row, OTHERS[i % OTHERS.length]!]));
  const contacted = rows.filter((row) => became.get(row) !== 'listed');
  await move(demo, contacted, 'contacted');
  await move(demo, [...agreed.keys()], 'agreed');
  for (const state of ['refused', 'unreachable'] as const)
    await move(
      demo,
      others.filter((row) => became.get(row) === state),
      state,
    );
}

/** The invited who are the demo's participants, each with their number: of the same gender and phase, nearest in age. */
async function agreeing(rows: readonly Invitation[], ages: Float64Array): Promise<Map<Invitation, number>> {
  const agreed = new Map<Invitation, number>();
  for (const person of (await readPeople()).filter(({ channel }) => channel === 'respondent')) {
    const trueAge = Number(person.trueAge);
    const [nearest] = rows
      .filter(
        (row) =>
          !agreed.has(row) &&
          row.quota['Køn'] === (person.gender === 'f' ? 'Kvinde' : 'Mand') &&
          phaseOfAge(ages[row.row]!) === phaseOfAge(trueAge),
      )
      .sort((a, b) => Math.abs(ages[a.row]! - trueAge) - Math.abs(ages[b.row]! - trueAge));
    if (nearest) agreed.set(nearest, Number(person.number));
  }
  return agreed;
}

async function move(demo: Demo, rows: readonly Invitation[], state: InvitationState): Promise<void> {
  const changedAt = new Date().toISOString();
  await change(
    demo,
    `invitation.${state}`,
    `${rows.length}`,
    rows.map(({ id }) => update('invitations', id, { state, changedAt })),
  );
}
