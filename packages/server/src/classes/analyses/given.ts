import type {
  CovariateAsked,
  CovariatesAsked,
  DistalAsked,
  ErrorsAsked,
  RatioAsked,
  ResidualsAsked,
  WavesAsked,
} from '@bagom/core';
import type { LatentClassModel } from '@bagom/latent-class';
import type { ClassData } from '../class-data.js';
import type { DesignColumns } from '../survey-design.js';

/** A model with the answers it was fitted on. */
export interface ModelGiven {
  model: LatentClassModel;
  data: ClassData;
  design: DesignColumns;
}

/** A variable beside the indicators: numbers a row, NaN where there is none, and what its categories are called. */
export interface BesideColumn {
  name: string;
  label: string;
  values: Float64Array;
  /** Its categories in order, where it is read as such; none of a number. */
  categories: { value: number; label: string }[];
}

/** A wave, as results speak of it. */
export interface WaveName {
  waveId: string;
  name: string;
  year: number | null;
}

/** What each analysis needs: plain data that can be sent to a thread. */
export interface AnalysisGiven {
  'standard-errors': ModelGiven & { asked: ErrorsAsked };
  'likelihood-ratio': ModelGiven & { asked: RatioAsked };
  residuals: ModelGiven & { asked: ResidualsAsked };
  covariates: ModelGiven & { asked: CovariatesAsked; columns: (BesideColumn & CovariateAsked)[] };
  distal: ModelGiven & { asked: DistalAsked; outcome: BesideColumn };
  waves: ModelGiven & { asked: WavesAsked; own: WaveName; other: WaveName & { data: ClassData } };
}

/** How an analysis is carried out. The result does not depend on it. */
export interface HowToRun {
  threads?: number | undefined;
  /** How far it is, 0 to 1. */
  watch?: ((progress: number) => void) | undefined;
}
