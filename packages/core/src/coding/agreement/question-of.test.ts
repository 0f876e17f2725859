import { describe, expect, test } from 'vitest';
import { SmallStudy } from '../../study/small-study.fixture.js';
import { agreement } from './agreement.js';
import { questionOf, type AgreementAsked } from './question-of.js';

const TEXT = 'x'.repeat(100);
function study() {
  const made = new SmallStudy().code('top').code('x', 'top').code('y').code('z');
  for (const person of ['a', 'b', 'c']) made.person(person, { text: TEXT });
  return made.add('coders', { id: 'B', name: 'B', initials: 'B' });
}
const CHARACTERS = { unit: 'characters' } as const;
const ask = (made: SmallStudy, asked: Partial<AgreementAsked> = {}) =>
  questionOf(made.state, { ...CHARACTERS, ...asked });

describe('who and where', () => {
  test('texts that two coders coded are compared, on the codes used in them', () => {
    const made = study().coding('a', 'x').coding('a', 'y', { coderId: 'B' }).coding('b', 'z');
    const { question, silent } = ask(made);
    expect(question).toMatchObject({ coderIds: ['A', 'B'], sourceIds: ['s-a'], codeIds: ['x', 'y'] });
    expect(silent).toEqual([]);
    expect(ask(made, { withUnder: true }).question.codeIds).toEqual(['top', 'y']);
  });

  test('a coder who coded nothing at all is silent, and agrees by chance only: 0.80 of 1, kappa 0', () => {
    const made = study().coding('a', 'x', { from: 0, to: 20 });
    const { question, silent } = ask(made);
    expect(silent).toEqual(['B']);
    const { overall } = agreement(made.state, new Map([['s-a', TEXT]]), { ...question, replicates: 0 });
    expect(overall.percent).toBeCloseTo(0.8, 12);
    expect(overall.kappa).toBeCloseTo(0, 12);
  });

  test('texts that are named were to be coded by all', () => {
    const made = study().coding('a', 'x').coding('b', 'x', { coderId: 'B' });
    expect(() => ask(made)).toThrow('agreement.no-text');
    expect(ask(made, { sourceIds: ['s-a', 's-b'] }).question.sourceIds).toEqual(['s-a', 's-b']);
  });

  test('a text of a sample counts for who is done, coded or not', () => {
    const made = study().coding('a', 'x').coding('b', 'x').coding('a', 'x', { coderId: 'B' });
    const sample = {
      id: 'd',
      name: '',
      seed: 1,
      sourceIds: ['s-a', 's-b'],
      coderIds: ['A', 'B'],
      codeIds: [],
      createdAt: '',
    };
    made.add('doubleCodings', { ...sample, blind: true, doneCoderIds: null });
    expect(ask(made, { doubleCodingId: 'd' }).question.sourceIds).toEqual(['s-a']);
    made.add('doubleCodings', { ...sample, blind: true, doneCoderIds: ['B'] });
    expect(ask(made, { doubleCodingId: 'd' }).question.sourceIds).toEqual(['s-a', 's-b']);
  });

  test('one coder alone, and texts of who withdrew, are refused', () => {
    expect(() => ask(new SmallStudy().code('x').person('a').coding('a', 'x'))).toThrow('agreement.one-coder');
    const made = study().coding('a', 'x').coding('a', 'x', { coderId: 'B' });
    made.add('consents', { ...made.state.consents.get('c-a')!, withdrawnAt: '2026-02-02' });
    expect(() => ask(made)).toThrow('agreement.no-text');
  });
});
