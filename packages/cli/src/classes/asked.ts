import {
  BagomError,
  type CovariatesAsked,
  type DistalAsked,
  type ErrorsKind,
  type WaveDesign,
} from '@bagom/core';
import type { AnalysisGiven, BesideColumn, CodedItem, DesignColumns } from '@bagom/server';
import { readColumn, type OpenAnswers, type ReadColumn } from '../answers.js';
import { UsageError } from '../usage-error.js';

/** The options of `bagom classes` that say which answers are used, and what is worked out. */
export interface ClassesAsked {
  readonly items: readonly string[] | undefined;
  readonly weights: string | undefined;
  readonly strata: string | undefined;
  readonly psu: string | undefined;
  readonly fpc: string | undefined;
  readonly 'lonely-psu': WaveDesign['lonelyPsu'] | undefined;
  readonly ordinal: readonly string[] | undefined;
  readonly 'missing-category': readonly string[] | undefined;
  readonly covariates: readonly string[] | undefined;
  readonly threestep: 'bch' | 'ml' | 'none' | undefined;
  readonly assignment: 'modal' | 'proportional' | undefined;
  readonly distal: string | undefined;
  readonly errors: ErrorsKind | undefined;
}

/** Everything that a line asks for of the answers, read. */
export interface AskedAnswers {
  readonly items: CodedItem[];
  readonly weights: Float64Array | null;
  readonly design: DesignColumns;
  readonly ordinal: boolean[];
  readonly covariates: AnalysisGiven['covariates']['columns'];
  readonly outcome: (BesideColumn & { readonly as: DistalAsked['as'] }) | null;
}

/** The columns that a line names; undefined where the indicators are still to be found. */
export function namesAsked(asked: ClassesAsked): Set<string> | undefined {
  if (!asked.items) return undefined;
  const { items, weights, strata, psu, fpc, distal } = asked;
  const one = [weights, strata, psu, fpc, distal].filter((name) => name !== undefined);
  return new Set([...items, ...one, ...(asked.covariates ?? []).map((text) => covariateOf(text).name)]);
}

/** What does not go together on one line is told before anything is read. */
export function checkAsked(asked: ClassesAsked): void {
  const { threestep, covariates, distal, assignment, psu, strata, fpc } = asked;
  if (threestep && !covariates && distal === undefined)
    throw new UsageError('usage.missing-option', { option: '--covariates' });
  if (assignment && !threestep && distal === undefined)
    throw new UsageError('usage.missing-option', { option: '--threestep' });
  if (fpc !== undefined && psu === undefined && strata === undefined)
    throw new UsageError('usage.missing-option', { option: '--strata' });
}

/** Which standard errors are worked out: those asked for, and with strata or units those that know them. */
export function errorsAsked({ errors, strata, psu }: ClassesAsked): ErrorsKind | undefined {
  return errors ?? (strata === undefined && psu === undefined ? undefined : 'linearised');
}

/** Reads what a line asks for. */
export async function readAsked(answers: OpenAnswers, asked: ClassesAsked): Promise<AskedAnswers> {
  const { besideOf, checkedWeights, codedItem, floatsOf } = await import('@bagom/server');
  const names = asked.items ?? indicatorsOf(answers, asked.weights);
  if (names.length === 0) throw new BagomError('classes.no-indicators');
  const within = (list: readonly string[] | undefined) => {
    for (const name of list ?? [])
      if (!names.includes(name)) throw new BagomError('classes.no-such-indicator', { name });
    return new Set(list);
  };
  const asCategory = within(asked['missing-category']);
  const ordinal = within(asked.ordinal);
  const items: CodedItem[] = [];
  for (const name of names)
    items.push(codedItem(await readColumn(answers, name), { userMissingAsCategory: asCategory.has(name) }));

  const weight = asked.weights ?? (answers.ofStudy ? inRole(answers, 'weight') : undefined);
  const covariates = [];
  for (const text of asked.covariates ?? []) {
    const { name, reference } = covariateOf(text);
    const column = await readColumn(answers, name);
    const as = reference === null ? usualKind(column) : 'categorical';
    const beside = besideOf(column, as);
    covariates.push({ ...beside, variableId: name, as, reference: referenceOf(beside, reference) });
  }
  const outcome = asked.distal === undefined ? null : await readColumn(answers, asked.distal);
  return {
    items,
    weights:
      weight === undefined
        ? null
        : checkedWeights(floatsOf((await readColumn(answers, weight)).values), weight),
    design: await designOf(answers, asked),
    ordinal: names.map((name) => ordinal.has(name)),
    covariates,
    outcome: outcome && {
      ...besideOf(outcome, usualKind(outcome)),
      as: usualKind(outcome) === 'numeric' ? 'mean' : 'proportions',
    },
  };
}

/** A study knows its indicators; of a file nobody has described they are the columns that look like it. */
function indicatorsOf({ columns, ofStudy }: OpenAnswers, weights: string | undefined): string[] {
  return columns.flatMap(({ name, role, categorical }) =>
    (ofStudy ? role === 'indicator' : categorical && name !== weights) ? [name] : [],
  );
}

const inRole = ({ columns }: OpenAnswers, role: string) =>
  columns.find((column) => column.role === role)?.name;

/** `region=2`: a covariate of categories, the others compared with 2. `age`: as its kind is. */
function covariateOf(text: string): { name: string; reference: string | null } {
  const at = text.lastIndexOf('=');
  return at > 0
    ? { name: text.slice(0, at), reference: text.slice(at + 1) }
    : { name: text, reference: null };
}

/** Texts are categories, and so are numbers that the file calls nominal, or ordinal with labels. */
function usualKind({ values, measure, labels }: ReadColumn): 'numeric' | 'categorical' {
  if (Array.isArray(values)) return 'categorical';
  return measure === 'nominal' || (measure === 'ordinal' && labels.length > 1) ? 'categorical' : 'numeric';
}

function referenceOf({ name, categories }: BesideColumn, reference: string | null): number | null {
  if (reference === null) return null;
  const found = categories.find(({ value, label }) => String(value) === reference || label === reference);
  if (found) return found.value;
  const known = categories.map(({ value, label }) => (label === String(value) ? label : `${value} ${label}`));
  throw new BagomError('classes.no-category', { name, value: reference, known: known.join(', ') });
}

/** The design's columns as the line names them; else, of a study, as its roles do. */
async function designOf(answers: OpenAnswers, asked: ClassesAsked): Promise<DesignColumns> {
  const { designColumns, floatsOf, namesAsNumbers } = await import('@bagom/server');
  const named = asked.strata !== undefined || asked.psu !== undefined;
  const ofRoles = answers.columns
    .filter(({ role }) => ['stratum', 'psu', 'fpc', 'replicate'].includes(role))
    .filter(({ role }) => !named || role === 'replicate');
  const kept = await designColumns(
    ofRoles.map(({ name, role }) => ({ name, role })),
    answers.design,
    async ({ name }) => {
      const { values } = await readColumn(answers, name);
      return Array.isArray(values) || values instanceof Float64Array ? values : values.floats();
    },
  );
  const names = async (name: string | undefined) => {
    if (name === undefined) return null;
    const { values } = await readColumn(answers, name);
    return Array.isArray(values) ? namesAsNumbers(values) : floatsOf(values);
  };
  return {
    ...kept,
    ...(named
      ? { strata: await names(asked.strata), psu: await names(asked.psu), fpc: await names(asked.fpc) }
      : {}),
    lonelyPsu: asked['lonely-psu'] ?? kept.lonelyPsu,
  };
}

/** How covariates and outcomes are worked out, as the line asks. */
export function stepsOf({ threestep, assignment = 'modal' }: ClassesAsked): {
  method: CovariatesAsked['method'];
  assignment: 'modal' | 'proportional';
  correction: 'bch' | 'ml' | 'none';
} {
  return { method: threestep ? 'three-step' : 'one-step', assignment, correction: threestep ?? 'ml' };
}
