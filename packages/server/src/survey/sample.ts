import {
  sampleDesign,
  sampleRoles,
  type SampleColumns,
  type SampleRoles,
  type SurveyDesign,
  type Variable,
  type Wave,
} from '@bagom/core';
import type { ServerContext } from '../context.js';

/** The columns behind the roles of a wave's sample. */
export async function sampleColumns(
  { study, columns }: Pick<ServerContext, 'study' | 'columns'>,
  wave: Wave,
  roles: SampleRoles<Variable>,
): Promise<SampleColumns> {
  const values = (variable: Variable) => columns.values(study, variable);
  const numbers = async (variable: Variable) => (await values(variable)) as Float64Array;
  return {
    rows: wave.respondents,
    weight: roles.weight && (await numbers(roles.weight)),
    stratum: roles.stratum && (await values(roles.stratum)),
    psu: await Promise.all(roles.psu.map(values)),
    fpc: await Promise.all(roles.fpc.map(numbers)),
    replicates: await Promise.all(roles.replicates.map(numbers)),
    ...(roles.weight ? { weightName: roles.weight.name } : {}),
  };
}

/** The design that every figure of a wave rests on. */
export async function waveSample(
  context: Pick<ServerContext, 'study' | 'columns'>,
  wave: Wave,
): Promise<{ design: SurveyDesign; roles: SampleRoles<Variable> }> {
  const roles = sampleRoles(context.study.state.variables.values(), wave);
  return { design: sampleDesign(await sampleColumns(context, wave, roles), wave.design), roles };
}
