import {
  BagomError,
  CERTAINTY_BANDS,
  certaintyBand,
  placedFlow,
  likeliestClass,
  type ClassModel,
} from '@bagom/core';
import { fittedTogether } from '../classes/fitted-together.js';
import { posteriorsOf } from '../classes/posteriors.js';
import type { ServerContext } from '../context.js';
import { respondentNames } from '../survey/respondent-names.js';
import { api, rowOf } from './api.js';

/** Digits of a probability that are worth sending: four decimals are a hundredth of a per cent. */
const rounded = (probability: number) => Math.round(probability * 1e4) / 1e4;

export const respondents = {
  read: api.respondents.read.handler(async ({ context, input }) => {
    const { study } = context;
    const model = rowOf(study, 'classModels', input.id);
    const { class: wanted, band, limit, reverse } = input;
    if (wanted !== undefined && wanted > model.classes)
      throw new BagomError('input.invalid', { reason: `${wanted} > ${model.classes}` });
    const { classes } = model;
    const posteriors = await posteriorsOf(study, model);
    const fits = await answersFit(context, model, input.where);
    const bands = CERTAINTY_BANDS.map((one) => one.band);
    const counts = Array.from({ length: classes }, () => bands.map(() => 0));
    const found: { row: number; certainty: number }[] = [];
    for (let row = 0; row * classes < posteriors.length; row++) {
      const own = posteriors.subarray(row * classes, (row + 1) * classes);
      const at = likeliestClass(own);
      if (at < 0 || !fits(row)) continue;
      const certainty = own[at]!;
      const inBand = certaintyBand(certainty);
      counts[at]![bands.indexOf(inBand)]!++;
      if (wanted !== undefined && at !== wanted - 1) continue;
      if (band !== undefined && inBand !== band) continue;
      found.push({ row, certainty });
    }
    const sign = reverse ? -1 : 1;
    found.sort((a, b) => sign * (b.certainty - a.certainty) || a.row - b.row);
    const nameOf = await respondentNames(context, model.waveId);
    const rows = found.slice(0, limit).map(({ row }) => ({
      row,
      respondent: nameOf(row),
      posterior: Array.from(posteriors.subarray(row * classes, (row + 1) * classes), rounded),
    }));
    return { total: found.length, counts, rows };
  }),

  flow: api.respondents.flow.handler(async ({ context, input: { id } }) => {
    const { study, columns } = context;
    const asked = rowOf(study, 'classModels', id);
    const models = fittedTogether(study.state, asked);
    const weight = asked.weightId === null ? undefined : study.state.variables.get(asked.weightId);
    const weights = weight && ((await columns.values(study, weight)) as Float64Array);
    const placed: Placed[] = [];
    for (const model of models) placed.push({ classes: model.classes, modal: await modalOf(context, model) });
    const total = placed[0]!.modal.reduce(
      (sum, at, row) => sum + (at < 0 ? 0 : weights ? weights[row]! || 0 : 1),
      0,
    );
    return {
      weighted: weights !== undefined,
      models: models.map((model, i) => ({
        id: model.id,
        name: model.name,
        classNames: Array.from({ length: model.classes }, (_, k) => model.classNames[k]?.trim() ?? ''),
        shares: modalShares(placed[i]!, weights, total),
      })),
      flows: placed
        .slice(1)
        .map((next, i) => placedFlow(placed[i]!, next, weights).map((row) => row.map((sum) => sum / total))),
      n: asked.fit.n,
    };
  }),
};

type Placed = { classes: number; modal: Int8Array };

async function modalOf({ study }: ServerContext, model: ClassModel): Promise<Int8Array> {
  const { classes } = model;
  const posteriors = await posteriorsOf(study, model);
  return Int8Array.from({ length: posteriors.length / classes }, (_, row) =>
    likeliestClass(posteriors.subarray(row * classes, (row + 1) * classes)),
  );
}

function modalShares({ classes, modal }: Placed, weights: Float64Array | undefined, total: number): number[] {
  const shares = Array<number>(classes).fill(0);
  for (const [row, at] of modal.entries())
    if (at >= 0) shares[at]! += (weights ? weights[row]! || 0 : 1) / total;
  return shares;
}

/** Whether a respondent gave all of the answers asked for. */
async function answersFit(
  { study, columns }: ServerContext,
  model: ClassModel,
  where: readonly { variableId: string; answer: string }[],
): Promise<(row: number) => boolean> {
  const tests: ((row: number) => boolean)[] = [];
  for (const { variableId, answer } of where) {
    const variable = rowOf(study, 'variables', variableId);
    if (variable.waveId !== model.waveId)
      throw new BagomError('row.missing', { table: 'variables', id: variableId });
    const values = await columns.values(study, variable);
    tests.push((row) => String(values[row]) === answer);
  }
  return (row) => tests.every((test) => test(row));
}
