import { expect, test } from 'vitest';
import { SmallStudy } from '../study/small-study.fixture.js';
import { gate } from './gate.js';

const passage = { sourceId: 's-a', from: 0, to: 10 };
const mention = (decision: 'open' | 'mask', from = 5) =>
  ({
    id: 'm',
    sourceId: 's-a',
    version: 1,
    from,
    to: from + 3,
    entityId: null,
    kind: 'person',
    decision,
    reason: '',
  }) as const;

test('words with consent to quote and nothing undecided may leave', () => {
  expect(gate(new SmallStudy().person('a').state, passage)).toEqual({ allowed: true, reasons: [], open: 0 });
});

test('a withdrawn consent holds every word back', () => {
  const study = new SmallStudy().person('a');
  study.add('consents', {
    id: 'c-a',
    participantId: 'a',
    givenAt: '2026-01-02',
    scope: 'quote',
    withdrawnAt: '2026-02-02',
  });
  expect(gate(study.state, passage).reasons).toEqual(['withdrawn']);
});

test('a consent that covers use alone does not cover print', () => {
  const study = new SmallStudy().person('a');
  study.add('consents', {
    id: 'c-a',
    participantId: 'a',
    givenAt: '2026-01-02',
    scope: 'use',
    withdrawnAt: null,
  });
  expect(gate(study.state, passage).reasons).toEqual(['consent-does-not-cover']);
});

test('an undecided mention inside the passage holds it back, one outside does not', () => {
  expect(gate(new SmallStudy().person('a').add('mentions', mention('open')).state, passage)).toMatchObject({
    allowed: false,
    reasons: ['not-masked'],
    open: 1,
  });
  expect(gate(new SmallStudy().person('a').add('mentions', mention('open', 10)).state, passage).allowed).toBe(
    true,
  );
  expect(gate(new SmallStudy().person('a').add('mentions', mention('mask')).state, passage).allowed).toBe(
    true,
  );
});

test('a source of nobody has no consent and stays', () => {
  const study = new SmallStudy().person('a');
  study.add('sources', { ...study.state.sources.get('s-a')!, participantId: null });
  expect(gate(study.state, passage).reasons).toEqual(['no-person']);
});
