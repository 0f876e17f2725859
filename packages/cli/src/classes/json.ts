import { errorSentence } from '@bagom/contract';
import { MODELS_FORMAT, MODELS_VERSION } from '@bagom/core';
import { bivariateResiduals, posterior, type EnumerationRow, type Indicators } from '@bagom/latent-class';
import type { Language, Messages } from '../language.js';
import type { Analysed } from './analyse.js';
import { errorsAsked, type AskedAnswers, type ClassesAsked } from './asked.js';
import { worded, type Note } from './notes.js';

/** One model with what was worked out on it. */
export interface ModelFound {
  readonly row: EnumerationRow;
  readonly analysed: Analysed;
}

export interface Written {
  readonly found: readonly ModelFound[];
  readonly data: Indicators;
  readonly answers: AskedAnswers;
  readonly asked: ClassesAsked;
  readonly seed: number;
}

/** Everything that was found, as one JSON value; written to a file it is what `bagom score` reads. */
export function classesJson(
  { found, data, answers, asked, seed }: Written,
  messages: Messages,
  language: Language,
) {
  const { rows, n, weighted, activePatterns: patterns, dropped } = data;
  return {
    format: MODELS_FORMAT,
    version: MODELS_VERSION,
    models: found.map((one) => ({
      ...modelJson(one.row, data, messages),
      ...analysedJson(one.analysed, asked, messages, language),
    })),
    data: {
      rows,
      n,
      patterns,
      weighted,
      dropped,
      items: answers.items.map(({ name, written, labels, missing }) => ({
        name,
        values: written,
        labels,
        missing,
      })),
    },
    seed,
  };
}

/** A model whole, but for what it has in common with the others: that stands once, under `data`. */
function modelJson(row: EnumerationRow, data: Indicators, messages: Messages) {
  const { model, goodness } = row;
  const { names, categories: _, labels: __, warnings, notes, ...rest } = model;
  const { averageByModal, classification, modalShares, expectedError } = posterior(model, data);
  return {
    ...rest,
    aic: row.aic,
    bic: row.bic,
    abic: row.abic,
    caic: row.caic,
    aic3: row.aic3,
    icl: row.icl,
    entropy: row.entropyR2,
    smallest: row.smallestShare,
    smallestN: row.smallestN,
    df: goodness.df,
    g2: goodness.g2,
    x2: goodness.x2,
    sparse: goodness.sparse,
    quality: { averageByModal, classification, modalShares, expectedError },
    residuals: bivariateResiduals(model, data)
      .toSorted((a, b) => b.bvr - a.bvr)
      .map(({ a, b, x2, df, bvr }) => ({ items: [names[a], names[b]], x2, df, bvr })),
    warnings: warnings.map((warning) => worded(warning, messages)),
    notes: notes.map((note) => worded(note, messages)),
  };
}

function analysedJson(
  { refused, ...analysed }: Analysed,
  asked: ClassesAsked,
  messages: Messages,
  language: Language,
) {
  const said = <T extends { readonly notes: readonly Note[] }>(result: T) => ({
    ...result,
    notes: result.notes.map((note) => worded(note, messages)),
  });
  const { errors, blrt, covariates, threestep, distal } = analysed;
  return {
    ...(errors ? { errors: { kind: errorsAsked(asked), ...said(errors) } } : {}),
    ...(blrt ? { blrt: said(blrt) } : {}),
    ...(covariates ? { covariates: said(covariates) } : {}),
    ...(threestep ? { threestep: said(threestep) } : {}),
    ...(distal ? { distal: said(distal) } : {}),
    ...(refused.length > 0
      ? {
          refused: refused.map(({ what, error: { code, data } }) => ({
            what,
            error: { code, data, message: errorSentence(code, data, language) },
          })),
        }
      : {}),
  };
}
