import { z } from 'zod';
import { changed, id, route } from './operation.js';
import { surveyFiles } from './survey-files.js';
import { measure, recipe, surveyRecipes, valueLabel } from './survey-recipes.js';
import { surveySample, waveDesign } from './survey-sample.js';
import { surveyTables } from './survey-tables.js';

export const wave = z.object({
  id,
  name: z.string(),
  year: z.number().nullable(),
  respondents: z.number(),
  fileName: z.string(),
  original: z.string(),
  questionnaireFile: z.string().nullable(),
  questionnaire: z.string().nullable(),
  design: waveDesign.nullable(),
});
export const variableRole = z.enum([
  'none',
  'indicator',
  'weight',
  'respondent',
  'stratum',
  'psu',
  'fpc',
  'replicate',
]);
/** How often a value was given; `weighted` is the weighted share of valid answers, null without a weight. */
export const frequency = z.object({
  value: z.number(),
  label: z.string(),
  n: z.number(),
  share: z.number(),
  weighted: z.number().nullable(),
  userMissing: z.boolean(),
});
export const variable = z.object({
  id,
  waveId: id,
  position: z.number(),
  name: z.string(),
  label: z.string(),
  kind: z.enum(['number', 'string']),
  measure,
  labels: z.array(valueLabel),
  userMissing: z.array(z.number()),
  role: variableRole,
  recipe: recipe.nullable(),
  valid: z.number(),
  missing: z.number(),
  /** Of a variable with at most 30 values: all of them; of others: none. */
  frequencies: z.array(frequency),
  /** Of a number with more values: equal-width bins. */
  bins: z.array(z.object({ from: z.number(), to: z.number(), n: z.number() })),
  mean: z.number().nullable(),
});

export const survey = {
  ...surveyFiles,
  ...surveyRecipes,
  ...surveySample,
  ...surveyTables,
  read: route
    .route({ method: 'GET', path: '/survey', summary: 'Waves and variables with their distributions' })
    .output(z.object({ waves: z.array(wave), variables: z.array(variable) })),
  rows: route
    .route({ method: 'GET', path: '/survey/waves/{waveId}/rows', summary: 'Answers, a page of rows' })
    .input(
      z.object({
        waveId: id,
        from: z.coerce.number().int().min(0).default(0),
        count: z.coerce.number().int().min(1).max(1000).default(100),
      }),
    )
    .output(
      z.object({
        total: z.number(),
        from: z.number(),
        names: z.array(z.string()),
        rows: z.array(z.array(z.union([z.number(), z.string(), z.null()]))),
      }),
    ),
  change: route
    .route({
      method: 'PATCH',
      path: '/survey/variables/{id}',
      summary: 'Change a variable: label, role, labels, missing values; of a derived one name and recipe too',
    })
    .input(
      z.object({
        id,
        name: z.string().min(1).max(64).optional(),
        label: z.string().max(500).optional(),
        measure: measure.optional(),
        role: variableRole.optional(),
        labels: z.array(valueLabel).optional(),
        userMissing: z.array(z.number()).optional(),
        recipe: recipe.optional(),
      }),
    )
    .output(changed),
};
