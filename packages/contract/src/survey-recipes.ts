import { z } from 'zod';
import { changed, id, route } from './operation.js';

export const measure = z.enum(['nominal', 'ordinal', 'scale']);
export const valueLabel = z.object({ value: z.number(), label: z.string().max(500) });
/** The first rule that fits gives the value; `range` counts both ends, null is no end; `to` null is no answer. */
export const recipe = z.object({
  from: id,
  rules: z
    .array(
      z.object({
        values: z.array(z.union([z.number(), z.string()])).max(1000),
        range: z.object({ from: z.number().nullable(), to: z.number().nullable() }).nullable(),
        to: z.number().nullable(),
      }),
    )
    .max(200),
  others: z.enum(['keep', 'missing']),
});

export const surveyRecipes = {
  recode: route
    .route({
      method: 'POST',
      path: '/survey/recipes',
      summary: 'Try a recipe: what each old value becomes, how many get each new one, what is wrong with it',
    })
    .input(z.object({ recipe, id: id.nullable().default(null) }))
    .output(
      z.object({
        /** The different answers, in order, with what they become; `to` null is no answer. */
        old: z.array(
          z.object({
            value: z.union([z.number(), z.string()]),
            label: z.string(),
            n: z.number(),
            userMissing: z.boolean(),
            to: z.number().nullable(),
            /** No rule takes it. */
            untaken: z.boolean(),
          }),
        ),
        /** Respondents who left the old variable empty. */
        empty: z.number(),
        made: z.array(z.object({ value: z.number(), n: z.number() })),
        missing: z.number(),
        problems: z.array(
          z.object({
            code: z.string(),
            severity: z.enum(['error', 'warning']),
            rule: z.number().nullable(),
            before: z.number().nullable(),
          }),
        ),
      }),
    ),
  derive: route
    .route({ method: 'POST', path: '/survey/variables', summary: 'Make a variable by recoding another one' })
    .input(
      z.object({
        name: z.string().min(1).max(64),
        label: z.string().max(500).default(''),
        measure: measure.default('nominal'),
        labels: z.array(valueLabel).max(200).default([]),
        role: z.enum(['none', 'indicator']).default('none'),
        recipe,
      }),
    )
    .output(changed),
  remove: route
    .route({ method: 'DELETE', path: '/survey/variables/{id}', summary: 'Remove a derived variable' })
    .input(z.object({ id }))
    .output(changed),
};
