import { expect, test } from 'vitest';
import { SmallStudy } from '../study/small-study.fixture.js';
import { assess, QUANTIFIERS } from './assess.js';
import type { Claim } from './claim.js';

const claim = (values: Partial<Claim> = {}): Claim => ({
  id: 'claim',
  number: 1,
  statement: 'De fleste er ensomme.',
  quantifier: 'de fleste',
  group: {},
  codes: ['lonely'],
  chapterId: null,
  surveyFigure: '',
  ...values,
});

/** Ten coded persons, the first `lonely` of whom say it. */
function study(lonely: number): SmallStudy {
  const made = new SmallStudy().code('lonely').code('other');
  for (let i = 0; i < 10; i++) made.person(`p${i}`).coding(`p${i}`, i < lonely ? 'lonely' : 'other');
  return made;
}
const evidence = (made: SmallStudy, codingId: string, stance: 'for' | 'against' = 'for') =>
  made.add('evidence', { id: `e-${codingId}`, claimId: 'claim', codingId, stance, note: '' });

test('six of ten persons carry "de fleste"', () => {
  const made = evidence(study(6), 'k1');
  expect(assess(made.state, claim())).toMatchObject({ of: 10, carries: 'de fleste', problems: [] });
});

test('four of ten persons carry "mange" and no more', () => {
  const made = evidence(study(4), 'k1');
  expect(assess(made.state, claim())).toMatchObject({
    carries: 'mange',
    problems: ['quantifier-too-strong'],
  });
});

test('a share does not help when the persons are too few', () => {
  const made = new SmallStudy().code('lonely').person('a').coding('a', 'lonely');
  evidence(made, 'k1');
  expect(assess(made.state, claim()).carries).toBe('enkelte');
});

test('"alle" with a told counter-case is a problem', () => {
  const made = evidence(evidence(study(10), 'k1'), 'k2', 'against');
  expect(assess(made.state, claim({ quantifier: 'alle' })).problems).toEqual(['counter-case-untold']);
});

test('a claim about a group that nobody was interviewed from says so', () => {
  const made = evidence(study(6), 'k1');
  const { problems } = assess(made.state, claim({ group: { phase: 'older' } }));
  expect(problems).toContain('no-group');
  expect(problems).toContain('evidence-outside-group');
});

test('evidence whose person withdrew consent is named', () => {
  const made = evidence(study(6), 'k1');
  made.add('consents', {
    id: 'c-p0',
    participantId: 'p0',
    givenAt: '2026-01-02',
    scope: 'quote',
    withdrawnAt: '2026-03-01',
  });
  expect(assess(made.state, claim()).problems).toEqual(['evidence-withdrawn']);
});

test('a person who withdrew is neither among those who say it nor among those who could', () => {
  const made = evidence(study(6), 'k1');
  made.add('consents', {
    id: 'c-p1',
    participantId: 'p1',
    givenAt: '2026-01-02',
    scope: 'quote',
    withdrawnAt: '2026-03-01',
  });
  expect(assess(made.state, claim())).toMatchObject({ of: 9, carries: 'de fleste' });
  expect(assess(made.state, claim()).persons).toHaveLength(5);
});

test('the words of both languages carry from the same shares and persons', () => {
  const scale = (language: 'da' | 'en') => QUANTIFIERS[language].map(({ from, persons }) => [from, persons]);
  expect(scale('en')).toEqual(scale('da'));
  expect(QUANTIFIERS.en.map(({ word }) => word)).toEqual([
    'a few',
    'some',
    'several',
    'a good many',
    'many',
    'most',
    'almost all',
    'all',
  ]);
});

test('a study is held to its own words', () => {
  const made = evidence(study(6), 'k1');
  const [row] = made.state.studies.values();
  made.add('studies', { ...row!, language: 'en', quantifiers: [...QUANTIFIERS.en] });
  expect(assess(made.state, claim({ quantifier: 'most' }))).toMatchObject({ carries: 'most', problems: [] });
  expect(assess(made.state, claim({ quantifier: 'de fleste' })).problems).toEqual(['quantifier-unknown']);
});
