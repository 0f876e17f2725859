import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random/seeded-random.js';
import { drawInvitations, type Candidate } from './draw-invitations.js';

const randomOf = (seed: number) => (cell: number) => seededRandom(seed * 1000 + cell);

function someCase(seed: number) {
  const next = seededRandom(seed);
  const cells = 1 + Math.floor(next() * 5);
  const candidates = Array.from({ length: Math.floor(next() * 120) }, (_, row): Candidate => ({
    row,
    certainty: next() < 0.05 ? NaN : next(),
    cell: next() < 0.1 ? null : Math.floor(next() * cells),
  }));
  const listed = new Set(candidates.filter(() => next() < 0.2).map(({ row }) => row));
  const wanted = Array.from({ length: cells }, () => Math.floor(next() * 30));
  return { candidates, wanted, listed, least: next() };
}

describe('a draw of invitations', () => {
  it('takes as many as are wanted and there, only who is sure enough, in their cell and not listed (500 random cases)', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const { candidates, wanted, listed, least } = someCase(seed);
      const cells = drawInvitations(candidates, wanted, { least, listed, random: randomOf(seed) });
      const byRow = new Map(candidates.map((one) => [one.row, one]));
      const all = cells.flatMap(({ drawn }) => drawn);
      expect(new Set(all).size, `seed ${seed}`).toBe(all.length);
      cells.forEach(({ drawn, available, listed: before }, cell) => {
        const fit = candidates.filter((one) => one.cell === cell && one.certainty >= least);
        expect(available + before, `seed ${seed}`).toBe(fit.length);
        expect(drawn.length, `seed ${seed}`).toBe(Math.min(wanted[cell]!, available));
        for (const row of drawn) {
          expect(byRow.get(row)!.cell).toBe(cell);
          expect(byRow.get(row)!.certainty).toBeGreaterThanOrEqual(least);
          expect(listed.has(row)).toBe(false);
        }
      });
    }
  });

  it('is the same for the same seed, whatever the order of the candidates, and other for another', () => {
    const candidates = Array.from({ length: 80 }, (_, row) => ({ row, certainty: 0.8, cell: row % 3 }));
    const draw = (list: Candidate[], seed: number) =>
      drawInvitations(list, [8, 4, 10], { least: 0.1, listed: new Set([4, 9]), random: randomOf(seed) });
    expect(draw(candidates.toReversed(), 3)).toEqual(draw(candidates, 3));
    expect(draw(candidates, 4)).not.toEqual(draw(candidates, 3));
  });

  it('keeps who was drawn when more are wanted, and leaves the other cells alone', () => {
    const candidates = Array.from({ length: 60 }, (_, row) => ({ row, certainty: 1, cell: row % 2 }));
    const draw = (wanted: number[]) =>
      drawInvitations(candidates, wanted, { least: 0, listed: new Set(), random: randomOf(5) });
    const [few, more] = [draw([4, 6]), draw([9, 6])];
    expect(more[1]).toEqual(few[1]);
    expect(more[0]!.drawn).toEqual(expect.arrayContaining(few[0]!.drawn));
  });

  it('gives everybody the same chance', () => {
    const candidates = Array.from({ length: 10 }, (_, row) => ({ row, certainty: 1, cell: 0 }));
    const hits = Array<number>(10).fill(0);
    const rounds = 20_000;
    for (let seed = 0; seed < rounds; seed++) {
      const [cell] = drawInvitations(candidates, [3], {
        least: 0,
        listed: new Set(),
        random: randomOf(seed),
      });
      for (const row of cell!.drawn) hits[row]!++;
    }
    // Expected 6000, standard deviation 65: five of those either way.
    for (const n of hits) expect(Math.abs(n - 0.3 * rounds)).toBeLessThan(325);
  });
});
