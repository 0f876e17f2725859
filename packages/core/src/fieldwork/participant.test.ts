import { expect, it } from 'vitest';
import { isInPhase, phaseOfAge } from './participant.js';

it('an age has the phase of the field, and none outside it', () => {
  expect([17, 18, 29, 30, 49, 50, 69, 70].map(phaseOfAge)).toEqual([
    null,
    'young',
    'young',
    'adult',
    'adult',
    'older',
    'older',
    null,
  ]);
});

it('a true age past the field belongs to its nearest phase, never to another', () => {
  expect([isInPhase(17, 'young'), isInPhase(72, 'older')]).toEqual([true, true]);
  expect([isInPhase(72, 'young'), isInPhase(30, 'young'), isInPhase(17, 'adult')]).toEqual([
    false,
    false,
    false,
  ]);
});
