import { log } from '../elementary.js';
import type { Indicators } from '../data.js';
import { informationCriteria, type InformationCriteria } from '../enumerate.js';
import { LatentClassError } from '../error.js';
import type { ScoringModel } from '../posterior.js';
import { blocksOf } from './item-blocks.js';
import { rulesFor, type GroupRule } from './group-rule.js';
import { freeProbabilityCount, type Joint, type JointState } from './joint.js';
import { jointFamilies } from './joint-families.js';
import { coefficients } from './logit.js';
import { checkModel, NOT_SEEN } from './people.js';
import {
  probabilityErrors,
  profileOfJoint,
  shareCovariance,
  shareErrors,
  type ProfileErrors,
} from './profile.js';
import type { Warning } from '../warning.js';
import { rowWeights, usedWeights } from './row-weights.js';
import { search, type SearchOptions } from './search.js';
import { covariances, type ErrorKind } from './uncertainty.js';

export interface GroupOptions extends SearchOptions {
  /** Group or wave of each row, as codes 1..G; 0 or NaN is unknown, and the row is dropped. One group where absent. */
  readonly groups?: ArrayLike<number>;
  readonly labels?: readonly string[];
  /** One rule for all indicators or one for each. */
  readonly items: GroupRule | readonly GroupRule[];
  /** Whether class sizes differ between groups (`free`, the default) or are the same. */
  readonly shares?: 'free' | 'equal';
  /** The weights that the answers were read with, one a row. */
  readonly weights?: ArrayLike<number>;
}

/** One group of a model for several. */
export interface Group {
  readonly label: string;
  /** Sum of weights, and rows. */
  readonly n: number;
  readonly rows: number;
  readonly shares: readonly number[];
  readonly probs: readonly (readonly (readonly number[])[])[];
  /** Standard errors of each kind; 0 for what is fixed. */
  readonly errors: Partial<Record<ErrorKind, ProfileErrors>>;
}

/** A model for several groups, or for one with some parameters fixed. */
export interface GroupModel extends InformationCriteria {
  readonly classes: number;
  readonly names: readonly string[];
  readonly groups: readonly Group[];
  /**
   * Covariance of all shares, group after group and row after row, of each kind: to compare groups, whose shares go together
   * where they have probabilities in common.
   */
  readonly shareCovariance: Partial<Record<ErrorKind, readonly number[]>>;
  /**
   * Trace of the inverse information times the squared scores: as many as the free parameters where the model holds and
   * nobody has a weight. For a scaled difference test of two models, as Mplus' MLR has it (Satorra & Bentler 2010).
   */
  readonly trace: number | null;
  /** Log-likelihood of the answers given the groups. */
  readonly loglik: number;
  /** Free parameters: what is equal counts once and what is fixed not at all. */
  readonly npar: number;
  readonly n: number;
  readonly weighted: boolean;
  readonly entropy: number;
  readonly hits: number;
  readonly finished: number;
  readonly converged: boolean;
  /** Rows without group, and rows without answers or weight. */
  readonly dropped: { readonly group: number; readonly answers: number };
  readonly warnings: readonly Warning[];
}

/**
 * Latent classes in several groups or waves at once (Clogg & Goodman 1984, JASA 79:762-771; Kankaras, Moors & Vermunt
 * 2010). Compare `configural(model)` with `metric(model)` by `likelihoodRatio` to see whether classes mean the same in
 * all groups; fix them with `fixedTo(earlier)` to look for the classes of one year in another.
 *
 * `model` is one for all groups together. It tells the number of classes, their order and where to start.
 */
export function fitGroups(model: ScoringModel, data: Indicators, options: GroupOptions): GroupModel {
  checkModel(model, data);
  const rules = rulesFor(model, options.items);
  const every = rowWeights(data, options.weights);
  const { groupOfRow, labels } = readGroups(data.rows, options);
  const known = Array.from({ length: data.rows }, (_, row) => row).filter((row) => every[row]! > 0);
  const rows = known.filter((row) => groupOfRow[row]! >= 0);
  for (const [group, label] of labels.entries()) {
    if (rows.some((row) => groupOfRow[row] === group)) continue;
    throw new LatentClassError('bad-group', `nobody in use belongs to group "${label}"; leave it out`, {
      label,
    });
  }
  const weights = usedWeights(data, every, rows);
  const joint = jointOfGroups(
    model,
    data,
    rows,
    weights,
    groupOfRow,
    labels.length,
    rules,
    options.shares ?? 'free',
  );
  const found = search(model, joint, startOf(model, joint, rules), options);
  const { state, expected, scores, loglik, converged, hits, finished } = found;

  const all = covariances(scores);
  const groups = labels.map((label, group): Group => {
    const own = rows.flatMap((row, i) => (groupOfRow[row] === group ? [weights[i]!] : []));
    return {
      label,
      n: own.reduce((sum, weight) => sum + weight, 0),
      rows: own.length,
      ...profileOfJoint(joint, state, expected, group),
      errors: Object.fromEntries(
        Object.entries(all).map(([kind, covariance]) => [
          kind,
          {
            shares: shareErrors(joint, expected, covariance, group),
            probs: probabilityErrors(joint, state, scores.free, covariance, group),
          },
        ]),
      ),
    };
  });
  const npar = coefficients(joint.logit) + freeProbabilityCount(joint);
  const n = weights.reduce((sum, weight) => sum + weight, 0);
  const entropy = expected.posterior.reduce(
    (sum, p, at) => sum - (p > 0 ? weights[Math.floor(at / model.classes)]! * p * log(p) : 0),
    0,
  );
  return {
    classes: model.classes,
    names: model.names,
    groups,
    shareCovariance: Object.fromEntries(
      Object.entries(all).map(([kind, covariance]) => [
        kind,
        [...shareCovariance(joint, expected, covariance, labels.length)],
      ]),
    ),
    trace: all.observed === undefined ? null : traceOf(all.observed, scores.middle),
    loglik,
    npar,
    n,
    weighted: data.weighted,
    entropy,
    ...informationCriteria(loglik, npar, n, entropy),
    hits,
    finished,
    converged,
    dropped: { group: known.length - rows.length, answers: data.rows - known.length },
    warnings: [
      ...(converged ? [] : [{ code: 'not-converged' as const, data: {} }]),
      ...(hits > 1 || finished === 1 ? [] : [{ code: 'not-replicated' as const, data: { hits, finished } }]),
    ],
  };
}

/** Sum of the products of two symmetric matrices' elements: the trace of their product. */
function traceOf(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

function readGroups(
  rows: number,
  options: GroupOptions,
): { groupOfRow: Int16Array; labels: readonly string[] } {
  const { groups } = options;
  if (groups === undefined) return { groupOfRow: new Int16Array(rows), labels: options.labels ?? ['all'] };
  if (groups.length !== rows) {
    throw new LatentClassError('bad-group', `${groups.length} groups for ${rows} rows; give one a row`, {
      groups: groups.length,
      rows,
    });
  }
  const codes = Array.from(groups, (code) => (Number.isNaN(code) ? 0 : code));
  const highest = options.labels?.length ?? codes.reduce((most, code) => Math.max(most, code), 0);
  const row = codes.findIndex(
    (code) => !(Number.isInteger(code) && code >= 0 && code <= Math.min(highest, 255)),
  );
  if (row >= 0 || highest < 1) {
    throw new LatentClassError(
      'bad-group',
      `the group in row ${row + 1} is ${codes[Math.max(row, 0)]!}; use whole numbers 1 to ${highest}, and 0 or NaN for unknown`,
      { row, highest },
    );
  }
  return {
    groupOfRow: Int16Array.from(codes, (code) => code - 1),
    labels: options.labels ?? Array.from({ length: highest }, (_, group) => String(group + 1)),
  };
}

/** Class sizes by group are a logit with one column of ones for each group after the first. */
function jointOfGroups(
  model: ScoringModel,
  data: Indicators,
  rows: readonly number[],
  weights: Float64Array,
  groupOfRow: Int16Array,
  groups: number,
  rules: readonly GroupRule[],
  shares: 'free' | 'equal',
): Joint {
  const terms = shares === 'free' ? groups : 1;
  const patterns = data.patternWeights.length;
  const items = model.names.length;
  const cellCodes = new Uint8Array(patterns * groups * items);
  for (let group = 0; group < groups; group++) cellCodes.set(data.patternCodes, group * patterns * items);
  const asked = rules.map((rule) => (typeof rule === 'string' ? rule : 'fixed'));
  const blocks = blocksOf(model.classes, model.categories, groups, asked);
  return {
    families: jointFamilies(model, blocks, groups, asked),
    blocks,
    logit: {
      classes: model.classes,
      terms,
      reference: 0,
      design: Float64Array.from({ length: rows.length * terms }, (_, at) => {
        const term = at % terms;
        return term === 0 ? 1 : Number(groupOfRow[rows[Math.floor(at / terms)]!] === term);
      }),
    },
    categories: model.categories,
    cellOfRow: Int32Array.from(rows, (row) => groupOfRow[row]! * patterns + data.patternOfRow[row]!),
    cellCodes,
    groupOfCell: Uint8Array.from({ length: patterns * groups }, (_, cell) => Math.floor(cell / patterns)),
    weights,
    parts: new Float64Array(rows.length).fill(1),
    person: Int32Array.from(rows, (_, i) => i),
    sample: data.weighted,
  };
}

/** The model in every group, but for what is fixed. A fixed 0 is read as "not seen". */
function startOf(model: ScoringModel, joint: Joint, rules: readonly GroupRule[]): JointState {
  const { classes, terms } = joint.logit;
  const gamma = new Float64Array((classes - 1) * terms);
  for (let k = 1; k < classes; k++) {
    gamma[(k - 1) * terms] = log(Math.max(model.shares[k]!, 1e-6) / Math.max(model.shares[0]!, 1e-6));
  }
  const probs = new Float64Array(joint.blocks.size);
  for (const { from, item, inClass } of joint.blocks.list) {
    const rule = rules[item]!;
    const values =
      typeof rule === 'string'
        ? model.probs[item]![inClass]!
        : rule.fixed[inClass]!.map((p) => Math.max(p, NOT_SEEN));
    probs.set(values, from);
  }
  return { gamma, probs };
}
