import { expect, it } from 'vitest';
import { invitationCounts } from './invitation-counts.js';

it('who is only listed was not asked, and who could not be reached did not answer', () => {
  const states = ['listed', 'contacted', 'agreed', 'agreed', 'refused', 'unreachable'] as const;
  expect(invitationCounts(states.map((state) => ({ state })))).toEqual({
    states: { listed: 1, contacted: 1, agreed: 2, refused: 1, unreachable: 1 },
    total: 6,
    answered: 3,
    asked: 5,
  });
});
