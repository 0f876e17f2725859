import { expect, it } from 'vitest';
import { lacks, MISSING } from './missing.js';

const interview = {
  id: 'i',
  participantId: 'p',
  heldAt: '2025-03-02',
  minutes: null,
  place: '',
  interviewer: '',
  language: 'da',
  giftCard: false,
  state: 'held',
} as const;
const consent = {
  id: 'c',
  participantId: 'p',
  givenAt: '2025-03-02',
  scope: 'quote',
  withdrawnAt: '2025-04-01',
} as const;
const lacking = (person: Parameters<typeof lacks>[0]) => MISSING.filter((what) => lacks(person, what));

it('before the interview only the interview is missing', () => {
  expect(lacking({ interview: null, consent: null, complexity: null })).toEqual(['interviewsToHold']);
});

it('after it, consent and judgement are; a withdrawn consent is not a missing one', () => {
  expect(lacking({ interview, consent: null, complexity: null })).toEqual(['consents', 'judgements']);
  expect(lacking({ interview, consent, complexity: 'unplaceable' })).toEqual([]);
});
