import { beyondChance, pooled, type Chance } from './chance.js';
import { total, type RatedUnits } from './ratings.js';

/**
 * Cohen's kappa of two coders (Cohen 1960, Educational and Psychological Measurement 20:37-46): agreement beyond what their
 * own habits would give by chance. Of three and more coders it is the mean over all pairs (Light 1971, Psychological Bulletin
 * 76:365-377), each over the units that both judged. Several tables, a code each, are pooled. Null where no pair has one.
 */
export function cohenKappa(...tables: readonly (readonly RatedUnits[])[]): number | null {
  const coders = Math.max(0, ...tables.map((units) => units[0]?.values.length ?? 0));
  const kappas: number[] = [];
  for (let a = 0; a < coders; a++)
    for (let b = a + 1; b < coders; b++) {
      const kappa = beyondChance(pooled(tables.map((units) => ofTwo(units, a, b))));
      if (kappa !== null) kappas.push(kappa);
    }
  return kappas.length === 0 ? null : kappas.reduce((sum, kappa) => sum + kappa, 0) / kappas.length;
}

function ofTwo(units: readonly RatedUnits[], a: number, b: number): Chance | null {
  const both = units.filter(({ values }) => values[a] !== null && values[b] !== null);
  const n = total(both);
  if (n === 0) return null;
  let observed = 0;
  const sayingA = new Map<number, number>();
  const sayingB = new Map<number, number>();
  const add = (counts: Map<number, number>, value: number, share: number) =>
    counts.set(value, (counts.get(value) ?? 0) + share);
  for (const { values, weight } of both) {
    if (values[a] === values[b]) observed += weight / n;
    add(sayingA, values[a]!, weight / n);
    add(sayingB, values[b]!, weight / n);
  }
  let expected = 0;
  for (const [value, share] of sayingA) expected += share * (sayingB.get(value) ?? 0);
  return { observed, expected };
}
