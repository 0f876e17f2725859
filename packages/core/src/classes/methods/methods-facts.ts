import type { Language } from '../../study/study.js';
import type { ClassAnalysis } from '../class-analysis.js';
import type { ClassModel } from '../class-model.js';

/** What the methods section needs to know of a model. */
export type MethodsModel = Pick<
  ClassModel,
  'id' | 'classes' | 'classNames' | 'starts' | 'seed' | 'missing' | 'settings' | 'reason' | 'chosen' | 'fit'
>;

/** Everything the methods section may say; what is not in here is not said. */
export interface MethodsFacts {
  language: Language;
  program: { name: string; version: string };
  model: MethodsModel;
  /** The models of the same computation that the study still has, this one among them. */
  together: MethodsModel[];
  /** How many models of the wave were specified otherwise: other indicators, scales, weight or rule for missing answers. */
  otherwise: number;
  /** In the order of the model's indicators. */
  indicators: MethodsIndicator[];
  wave: { name: string; year: number | null; respondents: number };
  /** The weight's label, and what else of the sample's design the model knows. */
  weight: string | null;
  design: { strata: boolean; units: boolean; replicates: boolean };
  analyses: ClassAnalysis[];
  /** Labels of the values of categorical covariates: `labels[variableId][value]`. */
  labels: Record<string, Record<number, string>>;
}

export interface MethodsIndicator {
  id: string;
  label: string;
  /** Answers in the order of the model's categories, and how many gave each; null where it is not known. */
  answers: { label: string; n: number | null }[];
  missing: number;
}
