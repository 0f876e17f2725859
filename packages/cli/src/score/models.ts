import { BagomError } from '@bagom/core';
import { LatentClassError, readModelFile, type ModelFile } from '@bagom/latent-class';
import { stat } from 'node:fs/promises';
import { MODELS_FORMAT, MODELS_VERSION } from '../classes/json.js';
import { readBytes } from '../files.js';

/** A model out of a file, and whether it had to be chosen among others. */
export interface FoundModel {
  readonly file: ModelFile;
  readonly labels: readonly (readonly string[])[];
  readonly chosen: boolean;
}

/** Larger files are no models: nine models of hundreds of indicators need a hundredth. */
const LARGEST = 200_000_000;

/**
 * Reads the model with this many classes from what `bagom classes --json FILE` wrote, else the one with the lowest BIC. Nothing
 * in the file is trusted: every size, name and number is checked before anybody is scored by it.
 */
export async function readModel(path: string, classes: number | undefined): Promise<FoundModel> {
  const found = await stat(path).catch(() => undefined);
  if (found && found.size > LARGEST)
    throw new BagomError('file.too-large', { file: path, size: found.size, limit: LARGEST });
  const bad = (where: string) => new BagomError('models.damaged', { file: path, where });
  const json = parsed(await readBytes(path), bad);
  if (!isRecord(json)) throw bad('json');
  const single = json['format'] === 'bagom-latent-class-model';
  if (!single && json['format'] !== MODELS_FORMAT) throw new BagomError('models.no-models', { file: path });
  if (!single && json['version'] !== MODELS_VERSION)
    throw new BagomError('models.newer', { file: path, version: String(json['version']) });
  const { candidates, items } = single
    ? { candidates: [json['model']], items: null }
    : { candidates: listOf(json['models'], () => bad('models')), items: itemsOf(json['data'], bad) };
  const model = chosenOf(candidates, classes, path, bad);
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
    const file = readModelFile(entry);
    return { file, labels: file.model.labels, chosen: candidates.length > 1 && classes === undefined };
  } catch (error) {
    if (!(error instanceof LatentClassError)) throw error;
    if (error.code === 'not-identified')
      throw new BagomError('classes.not-identified', {
        rank: error.data['rank'] ?? 0,
        npar: error.data['npar'] ?? 0,
      });
    throw bad(String(error.data['where'] ?? 'model'));
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
  path: string,
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
    throw new BagomError('models.other-classes', { file: path, classes, known });
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
