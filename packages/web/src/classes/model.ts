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

/** True when two models differ in nothing but their number of classes: they stand in the same table. */
const alike = (one: Model, other: Model): boolean =>
  other.waveId === one.waveId &&
  other.seed === one.seed &&
  other.starts === one.starts &&
  other.missing === one.missing &&
  other.weightId === one.weightId &&
  other.fit.n === one.fit.n &&
  other.settings?.tolerance === one.settings?.tolerance &&
  other.indicators.map(({ id }) => id).join() === one.indicators.map(({ id }) => id).join() &&
  (other.settings?.ordinal ?? []).join() === (one.settings?.ordinal ?? []).join() &&
  (other.settings?.userMissingAsCategory ?? []).join() === (one.settings?.userMissingAsCategory ?? []).join();

/** The models of the same computation that the study still has, the fewest classes first, this one among them. */
export const fittedTogether = (models: readonly Model[], model: Model): Model[] =>
  model.fit.compared
    .map(({ classes }) =>
      classes === model.classes
        ? model
        : models.find((other) => other.classes === classes && alike(model, other)),
    )
    .filter((one) => one !== undefined);

/** What an indicator is called on the page. */
export const indicatorName = (model: Model, index: number): string => {
  const indicator = model.indicators[index];
  return indicator ? indicator.label || indicator.name : '?';
};
