import type { LatentClassModel } from '../model.js';
import { badFile } from './entry.js';
import { readModel } from './read-model.js';

/** What the survey writes for an answer: a number, or text. */
export type SurveyValue = number | string;

/** A model as it is saved: everything that is needed to score new people and to say where it comes from. */
export interface ModelFile {
  readonly format: 'bagom-latent-class-model';
  readonly version: 1;
  /** The survey's own value of each category of each indicator; null where answers come as codes 1..R. */
  readonly values: readonly (readonly SurveyValue[])[] | null;
  readonly model: LatentClassModel;
}

export const MODEL_FILE_VERSION = 1;
/** A file longer than this is no model: 1,000 indicators in nine classes need a tenth. */
const LONGEST = 50_000_000;

/**
 * A model ready to be written as JSON. `values` are what the survey calls the categories of each indicator, in the
 * order of its codes, so that whoever scores need not know codes. A model that is not identified is refused: its
 * figures could as well be others.
 */
export function modelFile(
  model: LatentClassModel,
  values: readonly (readonly SurveyValue[])[] | null = null,
): ModelFile {
  return readModelFile({ format: 'bagom-latent-class-model', version: MODEL_FILE_VERSION, values, model });
}

/**
 * Reads a model file, as text or parsed, trusting nothing in it: every size, name and number is checked, proportions
 * must sum to one, and what is unknown is left out. Refuses with `bad-file`, saying which entry is wrong.
 */
export function readModelFile(json: unknown): ModelFile {
  const parsed = typeof json === 'string' ? parse(json) : json;
  if (typeof parsed !== 'object' || parsed === null || !('format' in parsed) || !('version' in parsed)) {
    throw badFile('format', 'it is no saved latent class model');
  }
  const { format, version } = parsed;
  if (format !== 'bagom-latent-class-model') throw badFile('format', 'it is no saved latent class model');
  if (version !== MODEL_FILE_VERSION) {
    throw badFile('version', `version ${String(version)} is not known here; use a newer program`);
  }
  const model = readModel('model' in parsed ? parsed.model : undefined);
  return { format, version, values: readValues('values' in parsed ? parsed.values : null, model), model };
}

function parse(text: string): unknown {
  if (text.length > LONGEST) throw badFile('size', 'it is too long to be a model');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw badFile('json', 'it is not JSON');
  }
}

function readValues(values: unknown, model: LatentClassModel): (readonly SurveyValue[])[] | null {
  if (values === null || values === undefined) return null;
  if (!Array.isArray(values) || values.length !== model.names.length) {
    throw badFile('values', `it needs a list of values for each of ${model.names.length} indicators`);
  }
  return values.map((list: unknown, item) => {
    const where = `values of "${model.names[item]!}"`;
    const fits =
      Array.isArray(list) &&
      list.length === model.categories[item] &&
      list.every((value) => Number.isFinite(value) || (typeof value === 'string' && value.length <= 1000));
    if (!fits) throw badFile(where, `it needs ${model.categories[item]!} numbers or texts`);
    const own = list as SurveyValue[];
    if (new Set(own.map(String)).size !== own.length)
      throw badFile(where, 'two categories have the same value');
    return [...own];
  });
}
