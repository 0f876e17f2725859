import { expect, test } from 'vitest';
import { SmallStudy } from '../study/small-study.fixture.js';
import { drawTexts } from './draw-texts.js';

/** So many young, adult and older people with a text each. */
function people(young: number, adult: number, older: number) {
  const study = new SmallStudy();
  for (const [phase, n] of [
    ['young', young],
    ['adult', adult],
    ['older', older],
  ] as const)
    for (let i = 0; i < n; i++) study.person(`${phase}${i}`, { phase });
  return study;
}
const drawn = (study: SmallStudy, count: number, seed = 1) =>
  drawTexts(study.state, { count, axis: 'phase', seed });
const sizes = (study: SmallStudy, count: number) =>
  Object.fromEntries(drawn(study, count).map(({ value, drawn: ids }) => [value, ids.length]));

test('places go in proportion, and to every kind of people while there are as many as kinds', () => {
  expect(sizes(people(20, 10, 10), 8)).toEqual({ young: 4, adult: 2, older: 2 });
  expect(sizes(people(30, 1, 1), 4)).toEqual({ young: 2, adult: 1, older: 1 });
  expect(sizes(people(2, 2, 1), 9)).toEqual({ young: 2, adult: 2, older: 1 });
  expect(drawn(people(30, 1, 1), 2).flatMap((stratum) => stratum.drawn)).toHaveLength(2);
});

test('the same seed gives the same texts, in whatever order the rows lie; another seed others', () => {
  const study = people(20, 20, 20);
  const texts = drawn(study, 12, 5);
  expect(drawn(study, 12, 5)).toEqual(texts);
  const turned = { ...study.state, sources: new Map([...study.state.sources].toReversed()) };
  expect(drawTexts(turned, { count: 12, axis: 'phase', seed: 5 })).toEqual(texts);
  expect(drawn(study, 12, 6)).not.toEqual(texts);
  expect(new Set(texts.flatMap((stratum) => stratum.drawn)).size).toBe(12);
});

test('every text is drawn about equally often', () => {
  const study = people(10, 0, 0);
  const times = new Map<string, number>();
  for (let seed = 0; seed < 2000; seed++)
    for (const id of drawn(study, 3, seed)[0]!.drawn) times.set(id, (times.get(id) ?? 0) + 1);
  // 600 expected of each, standard deviation about 20.
  for (const n of times.values()) expect(Math.abs(n - 600)).toBeLessThan(100);
});

test('texts of people who withdrew, or consented to nothing, are never drawn', () => {
  const study = people(3, 3, 3);
  const withdrawn = study.state.consents.get('c-young0')!;
  study.add('consents', { ...withdrawn, withdrawnAt: '2026-02-01' });
  study.add('consents', { ...study.state.consents.get('c-adult1')!, scope: 'none' });
  const all = drawn(study, 100).flatMap((stratum) => stratum.drawn);
  expect(all).toHaveLength(7);
  expect(all).not.toContain('s-young0');
  expect(all).not.toContain('s-adult1');
});
