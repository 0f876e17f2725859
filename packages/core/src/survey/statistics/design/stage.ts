import { BagomError } from '../../../study/bagom-error.js';
import { isMissing, sameLength, type Codes, type Numbers } from './columns.js';

/** The columns of one stage of sampling. */
export interface StageColumns {
  /** Stratum of each row; one stratum where absent. */
  strata?: Codes;
  /** Sampling unit of each row, numbered within strata; each row is its own where absent. */
  psu?: Codes;
  /**
   * Units in the whole population of the row's stratum, for the finite population correction; or, up to 1, the share
   * of them that was drawn. Endless where absent.
   */
  population?: Numbers;
}

export interface Stratum {
  readonly name: string;
  readonly units: number;
  /** Units there are; Infinity where not known. */
  readonly population: number;
  /** What its variation counts: the share drawn at the stages before, which is 1 at the first. */
  readonly share: number;
}

/** One stage of sampling in numbers. */
export interface Stage {
  readonly strata: readonly Stratum[];
  readonly stratumOfRow: Int32Array;
  readonly unitOfRow: Int32Array;
  readonly stratumOfUnit: readonly number[];
}

/** Reads one stage; its strata and units are those within the units of the stage before. */
export function readStage(columns: StageColumns, rows: number, before?: Stage): Stage {
  const strata = complete(columns.strata, rows, 'strata');
  const psu = complete(columns.psu, rows, 'psu');
  const population = complete(columns.population, rows, 'population');
  const stratumNumber = new Map<string, number>();
  const names: { name: string; firstRow: number; units: number }[] = [];
  const unitNumber = new Map<string, number>();
  const stratumOfUnit: number[] = [];
  const stratumOfRow = new Int32Array(rows);
  const unitOfRow = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const name = String(strata?.[row] ?? '');
    const stratum = numbered(stratumNumber, `${before?.unitOfRow[row] ?? 0} ${typeof strata?.[row]} ${name}`);
    names[stratum] ??= { name: name || '1', firstRow: row, units: 0 };
    const unit = numbered(unitNumber, psu ? `${stratum} ${typeof psu[row]} ${psu[row]}` : String(row));
    if (unit === stratumOfUnit.length) {
      stratumOfUnit.push(stratum);
      names[stratum].units++;
    }
    stratumOfRow[row] = stratum;
    unitOfRow[row] = unit;
  }
  if (population)
    samePopulation(
      population,
      stratumOfRow,
      names.map(({ firstRow }) => firstRow),
    );
  const read = names.map(({ name, firstRow, units }): Stratum => ({
    name,
    units,
    population: populationOf(population?.[firstRow], units, firstRow),
    share: before ? drawnShare(before, firstRow) : 1,
  }));
  return { strata: read, stratumOfRow, unitOfRow, stratumOfUnit };
}

/** The share of the population's units that led to this row, over the stages so far. */
function drawnShare({ strata, stratumOfRow }: Stage, row: number): number {
  const { units, population, share } = strata[stratumOfRow[row]!]!;
  return (share * units) / population;
}

function populationOf(given: number | undefined, units: number, row: number): number {
  if (given === undefined || given === Infinity) return Infinity;
  // Up to 1 is a share; but 1 of a single unit is the same either way.
  const population = given <= 1 ? units / given : given;
  if (given > 0 && population >= units * (1 - 1e-9)) return population;
  throw new BagomError('survey.bad-design', {
    reason: 'population',
    variable: 'population',
    row: row + 1,
    units,
  });
}

function samePopulation(population: Numbers, stratumOfRow: Int32Array, firstRows: readonly number[]): void {
  const differs = stratumOfRow.findIndex(
    (stratum, row) => population[row] !== population[firstRows[stratum]!],
  );
  if (differs >= 0) {
    throw new BagomError('survey.bad-design', {
      reason: 'population-differs',
      variable: 'population',
      row: differs + 1,
    });
  }
}

/** A design column has an entry in every row: everybody sampled came from somewhere. */
function complete<T extends Codes>(column: T | undefined, rows: number, variable: string): T | undefined {
  if (!column) return undefined;
  sameLength(column, rows, variable);
  for (let row = 0; row < rows; row++) {
    if (isMissing(column[row])) {
      throw new BagomError('survey.bad-design', { reason: 'missing', variable, row: row + 1 });
    }
  }
  return column;
}

function numbered(names: Map<string, number>, name: string): number {
  const known = names.get(name) ?? names.size;
  names.set(name, known);
  return known;
}
