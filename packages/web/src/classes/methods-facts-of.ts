import type { ClassAnalysis, MethodsFacts, MethodsModel } from '@bagom/core';
import type { Outputs } from '../api.js';
import type { Language } from '../language.js';
import { program } from '../program.js';
import type { Model } from './model.js';

/** What the methods section may be written from, out of what the page has read. */
export function methodsFactsOf(read: {
  model: Model;
  models: readonly Model[];
  together: readonly Model[];
  analyses: ClassAnalysis[];
  survey: Outputs['survey']['read'];
  language: Language;
}): MethodsFacts {
  const { model, models, together, analyses, survey, language } = read;
  const wave = survey.waves.find(({ id }) => id === model.waveId);
  const variables = survey.variables.filter(({ waveId }) => waveId === model.waveId);
  const variableOf = new Map(variables.map((one) => [one.id, one]));
  const weight = model.weightId ? variableOf.get(model.weightId) : undefined;
  const roles = new Set(variables.map(({ role }) => role));
  const respondents = wave?.respondents ?? 0;
  // Each set of models that were fitted together is one specification, however many numbers of classes it has.
  const otherwise = new Set(
    models
      .filter(({ id, waveId }) => waveId === model.waveId && !together.some((one) => one.id === id))
      .map(specification)
      .filter((one) => one !== specification(model)),
  ).size;
  return {
    language,
    program,
    model: methodsModel(model),
    together: together.map(methodsModel),
    otherwise,
    indicators: model.indicators.map(({ id, name, label, labels }, i) => {
      const variable = variableOf.get(id);
      const counts = new Map(variable?.frequencies.map(({ value, n }) => [value, n]));
      const answers = labels.map((answer, c) => ({
        label: answer,
        n: counts.get(model.fit.categories[i]?.[c] ?? NaN) ?? null,
      }));
      const given = answers.reduce((sum, { n }) => sum + (n ?? 0), 0);
      const known = answers.every(({ n }) => n !== null);
      return {
        id,
        label: label || name,
        answers,
        missing: known ? respondents - given : (variable?.missing ?? 0),
      };
    }),
    wave: { name: wave?.name ?? '', year: wave?.year ?? null, respondents },
    weight: weight ? weight.label || weight.name : null,
    design: {
      strata: roles.has('stratum'),
      units: roles.has('psu'),
      replicates: roles.has('replicate'),
    },
    analyses,
    labels: Object.fromEntries(
      variables.map(({ id, labels }) => [
        id,
        Object.fromEntries(labels.map(({ value, label }) => [value, label])),
      ]),
    ),
  };
}

const methodsModel = (model: Model): MethodsModel => ({
  id: model.id,
  classes: model.classes,
  classNames: model.classNames,
  starts: model.starts,
  seed: model.seed,
  missing: model.missing,
  settings: model.settings,
  reason: model.reason,
  chosen: model.chosen,
  fit: model.fit,
});

/** What a model was specified by, its number of classes and its search apart. */
const specification = ({ indicators, settings, weightId, missing }: Model): string =>
  JSON.stringify([
    indicators.map(({ id }) => id).toSorted(),
    settings?.ordinal ?? [],
    settings?.userMissingAsCategory ?? [],
    weightId,
    missing,
  ]);
