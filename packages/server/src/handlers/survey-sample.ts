import { errorSentence } from '@bagom/contract';
import {
  BagomError,
  labelOf,
  missingTable,
  newlyMissing,
  sampleRoles,
  sampleSummary,
  update,
  type SampleRoles,
  type SampleSummary,
  type Variable,
  type WaveDesign,
} from '@bagom/core';
import type { StudyFile } from '@bagom/store';
import { finite } from '../survey/finite.js';
import { sampleColumns } from '../survey/sample.js';
import { api, brief, change, rowOf } from './api.js';

interface SampleDraft extends SampleRoles<string> {
  design: WaveDesign | null;
}

export const surveySample = {
  sample: api.survey.sample.handler(async ({ context, input: { waveId, draft } }) => {
    const { study } = context;
    const wave = rowOf(study, 'waves', waveId);
    const design = draft ? draft.design : wave.design;
    const roles = draft ? rolesOf(study, waveId, draft) : sampleRoles(study.state.variables.values(), wave);
    const summary = sampleSummary(await sampleColumns(context, wave, roles), design);
    return { sample: { ...idsOf(roles), design }, summary: inSentences(summary) };
  }),

  setSample: api.survey.setSample.handler(async ({ context: { study }, input: { waveId, ...draft } }) => {
    const wave = rowOf(study, 'waves', waveId);
    const roles = rolesOf(study, waveId, draft);
    const roleOf = new Map<string, Variable['role']>();
    const give = (role: Variable['role'], ...variables: (Variable | null)[]) => {
      for (const variable of variables) if (variable) roleOf.set(variable.id, role);
    };
    give('replicate', ...roles.replicates);
    give('fpc', ...roles.fpc);
    give('psu', ...roles.psu);
    give('stratum', roles.stratum);
    give('weight', roles.weight);
    const drafts = [...study.state.variables.values()].flatMap(({ id, waveId: of, role }) => {
      if (of !== waveId) return [];
      const next = roleOf.get(id) ?? (SAMPLE_ROLES.has(role) ? 'none' : role);
      return next === role ? [] : [update('variables', id, { role: next })];
    });
    return change(
      study,
      'wave.design',
      wave.name,
      [...drafts, update('waves', waveId, { design: withStages(draft) })],
      waveId,
    );
  }),

  missing: api.survey.missing.handler(async ({ context: { study, columns }, input: { waveId, of } }) => {
    rowOf(study, 'waves', waveId);
    const variables = ofWave(study, waveId).filter(({ role }) =>
      of === 'indicators' ? role === 'indicator' : role !== 'respondent',
    );
    const read = [];
    for (const variable of variables)
      read.push({ values: await columns.values(study, variable), userMissing: variable.userMissing });
    const { variables: counts, ...table } = missingTable(read);
    return {
      ...table,
      variables: variables.map(({ id, name, label }, i) => ({ id, name, label, ...counts[i]! })),
    };
  }),

  missingRule: api.survey.missingRule.handler(
    async ({ context: { study, columns }, input: { waveId, dryRun, ...rule } }) => {
      const wave = rowOf(study, 'waves', waveId);
      const found = [];
      for (const variable of ofWave(study, waveId)) {
        // Weights, strata and the like are no answers; nor is a derived variable, whose source has the rule.
        const asked = variable.role === 'none' || variable.role === 'indicator';
        if (variable.kind !== 'number' || variable.recipe || !asked) continue;
        const { labels, userMissing } = variable;
        const values = newlyMissing(
          rule,
          { values: await columns.values(study, variable), userMissing },
          labels,
        );
        if (values.length > 0) found.push({ variable, values });
      }
      const variables = found.map(({ variable: { id, name, label, labels }, values }) => ({
        id,
        name,
        label,
        values: values.map(({ value, n }) => ({ value, n, label: labelOf(labels, value) })),
      }));
      if (dryRun || found.length === 0) return { operation: null, variables };
      const drafts = found.map(({ variable: { id, userMissing }, values }) =>
        update('variables', id, {
          userMissing: [...userMissing, ...values.map(({ value }) => value)].sort((a, b) => a - b),
        }),
      );
      const operation = await study.commit('wave.missing', wave.name, drafts);
      return { operation: brief(operation), variables };
    },
  ),
};

const SAMPLE_ROLES = new Set<Variable['role']>(['weight', 'stratum', 'psu', 'fpc', 'replicate']);

const ofWave = ({ state }: StudyFile, waveId: string): Variable[] =>
  [...state.variables.values()]
    .filter((variable) => variable.waveId === waveId)
    .sort((a, b) => a.position - b.position);

/** The stages are kept where there are several; one follows from the roles alone. */
function withStages({ design, psu, fpc }: SampleDraft): WaveDesign | null {
  if (psu.length < 2 && fpc.length < 2) return design;
  return { ...NO_REPLICATES, ...design, stages: [...psu, ...fpc] };
}

const NO_REPLICATES: WaveDesign = { replicates: null, lonelyPsu: 'refuse' };

/** The variables a draft names; each can be one thing only, and weights and sizes are numbers. */
function rolesOf(study: StudyFile, waveId: string, draft: SampleDraft): SampleRoles<Variable> {
  const used = new Set<string>();
  const one = (id: string, number: boolean): Variable => {
    const variable = rowOf(study, 'variables', id);
    if (variable.waveId !== waveId) throw new BagomError('row.missing', { table: 'variables', id });
    if (used.has(id)) throw new BagomError('survey.two-roles', { name: variable.name });
    if (number && variable.kind !== 'number')
      throw new BagomError('survey.not-number', { name: variable.name });
    used.add(id);
    return variable;
  };
  return {
    weight: draft.weight === null ? null : one(draft.weight, true),
    stratum: draft.stratum === null ? null : one(draft.stratum, false),
    psu: draft.psu.map((id) => one(id, false)),
    fpc: draft.fpc.map((id) => one(id, true)),
    replicates: draft.replicates.map((id) => one(id, true)),
  };
}

function idsOf(roles: SampleRoles<Variable>): SampleRoles<string> {
  const id = (variable: Variable) => variable.id;
  return {
    weight: roles.weight && id(roles.weight),
    stratum: roles.stratum && id(roles.stratum),
    psu: roles.psu.map(id),
    fpc: roles.fpc.map(id),
    replicates: roles.replicates.map(id),
  };
}

function inSentences({ error, weightEffect, ...summary }: SampleSummary) {
  return {
    ...summary,
    weightEffect: finite(weightEffect),
    error: error && {
      da: errorSentence(error.code, error.data, 'da'),
      en: errorSentence(error.code, error.data, 'en'),
    },
  };
}
