import { expect, it } from 'vitest';
import { SmallStudy } from '../study/small-study.fixture.js';
import { guideCounts } from './guide.js';

it('persons are counted by what they said to a topic; a withdrawn one is not, and no mark is none of the five', () => {
  const study = new SmallStudy().person('a').person('b').person('c').person('d');
  study.add('guideTopics', { id: 't', focus: 1, focusName: 'Hverdag', topic: 'En dag', question: '' });
  const said = { a: 'denied', b: 'not-asked', c: 'raised' } as const;
  for (const [participantId, state] of Object.entries(said))
    study.add('guideAnswers', { id: `g-${participantId}`, participantId, topicId: 't', state });
  study.add('interviews', {
    id: 'i',
    participantId: 'a',
    heldAt: '2026-01-02',
    minutes: null,
    place: '',
    interviewer: '',
    language: 'da',
    giftCard: false,
    state: 'held',
  });
  study.add('consents', { ...study.state.consents.get('c-c')!, withdrawnAt: '2026-02-01' });
  const { persons, byTopic } = guideCounts(study.state);
  expect(persons).toBe(2);
  expect(byTopic.get('t')).toEqual({ raised: 0, asked: 0, denied: 1, 'not-asked': 1, 'not-raised': 0 });
});
