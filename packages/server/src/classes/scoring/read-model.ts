import { BagomError, MODELS_FORMAT, MODELS_VERSION } from '@bagom/core';
import { LatentClassError, readModelFile, type ModelFile } from '@bagom/latent-class';

/** A model out of a file that may hold several. */
export interface FoundModel {
  readonly file: ModelFile;
  /** Whether it had to be chosen among others: it has the lowest BIC. */
  readonly chosen: boolean;
  /** The numbers of classes of the models in the file. */
  readonly among: readonly number[];
}

/** Longer files are no models: nine models of hundreds of indicators need a hundredth. */
export const LARGEST_MODEL = 200_000_000;

/**
 * Reads a model: a saved one, or out of what `bagom classes --json FILE` wrote the one with this many classes, else the one with
 * the lowest BIC. Nothing in the file is trusted: every size, name and number is checked before anybody is scored by it.
 */
export function readModel(bytes: Uint8Array, fileName: string, classes?: number): FoundModel {
  if (bytes.length > LARGEST_MODEL)
    throw new BagomError('file.too-large', { file: fileName, size: bytes.length, limit: LARGEST_MODEL });
  const bad = (where: string) => new BagomError('models.damaged', { file: fileName, where });
  const json = parsed(bytes, bad);
  if (!isRecord(json)) throw bad('json');
  const single = json['format'] === 'bagom-latent-class-model';
  if (!single && json['format'] !== MODELS_FORMAT)
    throw new BagomError('models.no-models', { file: fileName });
  if (!single && json['version'] !== MODELS_VERSION)
    throw new BagomError('models.newer', { file: fileName, version: String(json['version']) });
  const { candidates, items } = single
    ? { candidates: [json['model']], items: null }
    : { candidates: listOf(json['models'], () => bad('models')), items: itemsOf(json['data'], bad) };
  const model = chosenOf(candidates, classes, fileName, bad);
  const entry = single
    ? json
    : {
        format: 'bagom-latent-class-model',
        version: 1,
        values: items!.map(({ values }) => values),
        model: {
          ...model,
          names: items!.map(({ name }) => name),
          categories: items!.map(({ values }) => values.length),
          labels: items!.map(({ labels }) => labels),
        },
      };
  try {
    return {
      file: readModelFile(entry),
      chosen: candidates.length > 1 && classes === undefined,
      among: candidates.map((one) => Number(isRecord(one) ? one['classes'] : NaN)),
    };
  } catch (error) {
    if (!(error instanceof LatentClassError)) throw error;
    const { where, rank, npar } = error.data;
    if (error.code === 'not-identified')
      throw new BagomError('classes.not-identified', { rank: rank ?? 0, npar: npar ?? 0 });
    throw bad(String(where ?? 'model'));
  }
}

function parsed(bytes: Uint8Array, bad: (where: string) => BagomError): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw bad('json');
  }
}

/** The names and values of the indicators; everything else about them is checked with the model. */
function itemsOf(data: unknown, bad: (where: string) => BagomError) {
  if (!isRecord(data)) throw bad('data');
  return listOf(data['items'], () => bad('data.items')).map((item, at) => {
    const where = `data.items[${at}]`;
    if (!isRecord(item)) throw bad(where);
    return {
      name: item['name'],
      values: listOf(item['values'], () => bad(`${where}.values`)),
      labels: listOf(item['labels'], () => bad(`${where}.labels`)),
    };
  });
}

function chosenOf(
  candidates: readonly unknown[],
  classes: number | undefined,
  fileName: string,
  bad: (where: string) => BagomError,
): Record<string, unknown> {
  const models = candidates.map((model, at) => {
    if (!isRecord(model)) throw bad(`models[${at}]`);
    return model;
  });
  if (classes !== undefined) {
    const found = models.find((model) => model['classes'] === classes);
    if (found) return found;
    const known = models.map((model) => String(model['classes'])).join(', ');
    throw new BagomError('models.other-classes', { file: fileName, classes, known });
  }
  const bic = (model: Record<string, unknown>) =>
    model['identified'] === true && typeof model['bic'] === 'number' ? model['bic'] : Infinity;
  const [first, ...others] = models;
  if (!first) throw bad('models');
  return others.reduce((best, model) => (bic(model) < bic(best) ? model : best), first);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function listOf(value: unknown, refusal: () => BagomError): unknown[] {
  if (!Array.isArray(value)) throw refusal();
  return value as unknown[];
}
