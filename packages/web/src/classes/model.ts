import type { Outputs } from '../api.js';
import { useFormat, useMessages } from '../language.js';

/** A fitted model with what it was fitted on and what the researcher calls it. */
export type Model = Outputs['classes']['read']['models'][number];

/** The names of a model's classes; a class without one is called by its number. */
export function useClassNames(model: Model): string[] {
  const m = useMessages();
  const f = useFormat();
  return model.fit.shares.map((_, i) => model.classNames[i]?.trim() || m.classes.unnamed(f.number(i + 1)));
}
