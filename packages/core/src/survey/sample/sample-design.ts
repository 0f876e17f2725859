import type { Codes, Numbers } from '../statistics/design/columns.js';
import { replicateDesign } from '../statistics/design/replicate-design.js';
import { surveyDesign, type SurveyDesign } from '../statistics/design/survey-design.js';
import type { Variable, WaveDesign } from '../survey.js';
import { jackknifeFactors, REPLICATE_METHODS, replicateDf } from './replicate-factors.js';

/** A wave's variables by what they say of its sample. Sampling units and population sizes go stage by stage. */
export interface SampleRoles<T> {
  weight: T | null;
  stratum: T | null;
  psu: T[];
  fpc: T[];
  replicates: T[];
}

/** The columns behind those roles, one entry a respondent. */
export interface SampleColumns {
  rows: number;
  weight: Numbers | null;
  stratum: Codes | null;
  psu: Codes[];
  fpc: Numbers[];
  replicates: Numbers[];
  weightName?: string;
}

/** The variables of one wave that have a role in its sample, in the order of its stages or else of the file. */
export function sampleRoles(
  variables: Iterable<Variable>,
  wave: { id: string; design: WaveDesign | null },
): SampleRoles<Variable> {
  const stages = wave.design?.stages ?? [];
  const stageOf = ({ id }: Variable) => (stages.includes(id) ? stages.indexOf(id) : stages.length);
  const ofWave = [...variables]
    .filter(({ waveId }) => waveId === wave.id)
    .sort((a, b) => stageOf(a) - stageOf(b) || a.position - b.position);
  const having = (role: Variable['role']) => ofWave.filter((variable) => variable.role === role);
  const number = (variable: Variable) => variable.kind === 'number';
  return {
    weight: having('weight').find(number) ?? null,
    stratum: having('stratum')[0] ?? null,
    psu: having('psu'),
    fpc: having('fpc').filter(number),
    replicates: having('replicate').filter(number),
  };
}

/**
 * The design of a wave, from its columns: the one place where they become a `SurveyDesign`. Replicate weights, where there
 * are any, come before strata and sampling units, which they stand in for. A weight that is missing or
 * negative is refused with its row, here as for class models.
 */
export function sampleDesign(columns: SampleColumns, design: WaveDesign | null): SurveyDesign {
  const { rows, stratum, psu, fpc, replicates, weightName } = columns;
  const weights = columns.weight ?? new Float64Array(rows).fill(1);
  const named = weightName === undefined ? {} : { weightName };
  if (design?.replicates && replicates.length > 0) {
    const { kind, fay } = design.replicates;
    return replicateDesign({
      method: REPLICATE_METHODS[kind],
      weights,
      replicates,
      ...(kind === 'fay' ? { fay: fay ?? 0 } : {}),
      ...(kind === 'jkn' ? { factors: jackknifeFactors(weights, replicates) } : {}),
      df: replicateDf(weights, replicates),
      ...named,
    });
  }
  const [firstPsu, ...laterPsu] = psu;
  const [firstPopulation, ...laterPopulation] = fpc;
  return surveyDesign({
    rows,
    weights,
    lonelyPsu: design?.lonelyPsu ?? 'refuse',
    ...(stratum ? { strata: stratum } : {}),
    ...(firstPsu ? { psu: firstPsu } : {}),
    ...(firstPopulation ? { population: firstPopulation } : {}),
    // Further stages count only where it is known how many units there were to draw from.
    stages: laterPopulation.map((population, i) => ({
      population,
      ...(laterPsu[i] ? { psu: laterPsu[i] } : {}),
    })),
    ...named,
  });
}
