import { existsSync, readFileSync } from 'node:fs';
import { indicators } from '../index.js';

// Reference values by poLCA 1.6.0.2, StepMix 2.2.1 and independent arithmetic; they live beside the repository.
const folder = new URL('../../../../../shared/reference/lca/', import.meta.url);
export const present = existsSync(new URL('README.md', folder));

export interface Regression {
  data: string;
  missing: 'fiml' | 'listwise';
  N: number;
  nclass: number;
  items: string[];
  categories: number[];
  loglik: number;
  npar: number;
  aic: number;
  bic: number;
  abic: number;
  caic: number;
  aic3: number;
  icl_bic: number;
  entropy_r2: number;
  entropy_sum: number;
  G2: number;
  X2: number;
  shares: number[];
  probs: Record<string, number[][]>;
  coef: { names: string[]; b: number[][] };
  se_poLCA_bhhh: Errors;
  se_extra: { observed: Errors; sandwich: Errors };
  posterior_first10: number[][];
  bivariate: { a: string; b: string; x2: number | string; df: number }[];
}
export interface Errors {
  shares: number[];
  probs: Record<string, number[][]>;
  coef: number[][];
}

export function read<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as T;
}

export function columnsOf(path: string, names: readonly string[]): number[][] {
  const [head, ...lines] = readFileSync(new URL(path, folder), 'utf8').trim().split('\n');
  const header = head!.replaceAll('"', '').split(',');
  const rows = lines.map((line) => line.split(',').map((cell) => (cell === '' ? NaN : Number(cell))));
  return names.map((name) => rows.map((row) => row[header.indexOf(name)]!));
}

/** The rows in which every named column has a value, as indicators and as those columns. */
export function usable(file: string, items: string[], others: string[], missing: 'fiml' | 'listwise') {
  const values = columnsOf(file, others);
  const all = columnsOf(file, items);
  const rows = all[0]!
    .map((_, row) => row)
    .filter((row) => values.every((column) => !Number.isNaN(column[row])));
  const pick = (column: number[]) => rows.map((row) => column[row]!);
  return { data: indicators(all.map(pick), { names: items, missing }), values: values.map(pick) };
}
