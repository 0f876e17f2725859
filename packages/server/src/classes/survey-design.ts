import { jackknifeFactors, REPLICATE_METHODS, type Variable, type WaveDesign } from '@bagom/core';
import type { ReplicateWeights, SurveyDesign } from '@bagom/latent-class';
import type { ColumnValues } from '../survey/columns.js';

/** How a wave's respondents were drawn, one entry a row of the wave; null where nothing is known. Plain data. */
export interface DesignColumns {
  strata: Float64Array | null;
  psu: Float64Array | null;
  /** Sampling units in the population of each row's stratum. */
  fpc: Float64Array | null;
  lonelyPsu: WaveDesign['lonelyPsu'];
  replicates: {
    kind: NonNullable<WaveDesign['replicates']>['kind'];
    fay: number | null;
    columns: Float64Array[];
  } | null;
}

export const NO_DESIGN: DesignColumns = {
  strata: null,
  psu: null,
  fpc: null,
  lonelyPsu: 'refuse',
  replicates: null,
};

/** The variables of a wave that tell how it was drawn, by role; read by `values`. */
export async function designColumns<T extends Pick<Variable, 'role'> & { id?: string }>(
  variables: readonly T[],
  design: WaveDesign | null,
  values: (variable: T) => Promise<ColumnValues>,
): Promise<DesignColumns> {
  // Of several units or sizes the first stage's counts, which the wave may have put in another order than the file's.
  const stages = design?.stages ?? [];
  const stageOf = ({ id }: T) => (id && stages.includes(id) ? stages.indexOf(id) : stages.length);
  const inRole = (role: Variable['role']) =>
    variables.filter((variable) => variable.role === role).sort((a, b) => stageOf(a) - stageOf(b));
  const first = async (role: Variable['role']) => {
    const [variable] = inRole(role);
    return variable ? await values(variable) : null;
  };
  const [strata, psu, fpc] = [await first('stratum'), await first('psu'), await first('fpc')];
  const columns: Float64Array[] = [];
  for (const variable of inRole('replicate')) {
    const column = await values(variable);
    if (column instanceof Float64Array) columns.push(column);
  }
  const told = design?.replicates;
  return {
    strata: strata && namesAsNumbers(strata),
    psu: psu && namesAsNumbers(psu),
    fpc: fpc instanceof Float64Array ? fpc : null,
    lonelyPsu: design?.lonelyPsu ?? 'refuse',
    replicates: columns.length > 0 && told ? { kind: told.kind, fay: told.fay, columns } : null,
  };
}

/** Strata and sampling units are names, numbers or not; a blank stays missing. */
export function namesAsNumbers(values: ColumnValues): Float64Array {
  if (values instanceof Float64Array) return values;
  const numbers = new Map<string, number>();
  return Float64Array.from(values, (name) => {
    if (name === '') return NaN;
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    return number;
  });
}

/** Is there anything of a design beyond weights? */
export function hasUnits({ strata, psu }: DesignColumns): boolean {
  return strata !== null || psu !== null;
}

/** Strata, units and weights as latent-class takes them. */
export function asDesign(
  { strata, psu, fpc, lonelyPsu }: DesignColumns,
  weights: Float64Array | null,
): SurveyDesign {
  return {
    ...(weights ? { weights } : {}),
    ...(strata ? { strata } : {}),
    ...(psu ? { psu } : {}),
    ...(fpc ? { fpc } : {}),
    lonelyPsu,
  };
}

/** Replicate weights as latent-class takes them. */
export function asReplicates(
  { kind, fay, columns }: NonNullable<DesignColumns['replicates']>,
  weights: Float64Array | null,
): ReplicateWeights {
  const whole = weights ?? new Float64Array(columns[0]?.length ?? 0).fill(1);
  return {
    method: REPLICATE_METHODS[kind],
    columns,
    ...(fay === null ? {} : { fay }),
    ...(kind === 'jkn' ? { factors: jackknifeFactors(whole, columns) } : {}),
  };
}
