import { PHASES, type AnswerGroup, type Gender, type Phase } from '@bagom/core';
import type { Outputs } from '../api.js';
import type { Fieldwork } from '../fieldwork/fieldwork-types.js';

type Variable = Outputs['survey']['read']['variables'][number];

/** A group of answers that may be a cell's side of a quota. */
export interface QuotaAxis {
  variableId: string;
  groups: AnswerGroup[];
}

/** What a group of answers says in the words of the study's own quotas. */
export interface QuotaMeaning {
  phase?: Phase;
  gender?: Gender;
}

/** A variable with more answers than this is grouped by ranges. */
const MANY = 12;
const PHASE_RANGES: Record<Phase, { from: number; to: number }> = {
  young: { from: 18, to: 29 },
  adult: { from: 30, to: 49 },
  older: { from: 50, to: 69 },
};

/** Whether a variable can be a quota's side: it has a few answers, or numbers that can be cut into ranges. */
export const canBeAxis = ({ frequencies, bins }: Pick<Variable, 'frequencies' | 'bins'>): boolean =>
  bins.length > 0 || frequencies.filter(({ n, userMissing }) => n > 0 && !userMissing).length > 1;

/** The groups a variable is first offered with: its answers, life phases where it is an age, else three ranges alike in size. */
export function proposedGroups(
  variable: Pick<Variable, 'name' | 'label' | 'kind' | 'frequencies' | 'bins'>,
  phaseNames: Readonly<Record<Phase, string>>,
): AnswerGroup[] {
  const { name, label, kind, frequencies, bins } = variable;
  const given = frequencies.filter(({ n, userMissing }) => n > 0 && !userMissing);
  if (given.length > 0 && (given.length <= MANY || kind === 'string'))
    return given.map(({ value, label: words }) => ({
      name: words || String(value),
      values: [kind === 'string' ? words : value],
      range: null,
    }));
  const parts = given.length > 0 ? given.map(({ value, n }) => ({ from: value, to: value, n })) : bins;
  const [least, most] = [parts[0]?.from ?? 0, parts.at(-1)?.to ?? 0];
  if (/alder|\bage\b/i.test(`${name} ${label}`) && least >= 10 && most <= 120)
    return PHASES.map((phase) => ({ name: phaseNames[phase], values: [], range: PHASE_RANGES[phase] }));
  return thirds(parts).map(({ from, to }) => ({ name: `${from}-${to}`, values: [], range: { from, to } }));
}

/** Cuts numbers into three ranges of about as many persons, at whole numbers, without overlap. */
function thirds(parts: readonly { from: number; to: number; n: number }[]): { from: number; to: number }[] {
  const total = parts.reduce((sum, { n }) => sum + n, 0);
  const cuts: number[] = [];
  let reached = 0;
  for (const { to, n } of parts) {
    reached += n;
    if (cuts.length < 2 && reached >= (total * (cuts.length + 1)) / 3) cuts.push(Math.floor(to));
  }
  const bounds = [...new Set(cuts), Math.ceil(parts.at(-1)?.to ?? 0)];
  let from = Math.floor(parts[0]?.from ?? 0);
  const ranges = [];
  for (const to of bounds) {
    if (to < from) continue;
    ranges.push({ from, to });
    from = to + 1;
  }
  return ranges;
}

const WOMEN = /kvinde|female|wom[ae]n/i;
const MEN = /mand|mænd|male|\bm[ae]n\b/i;

/** What the study's quotas would call a group: a gender by its name, a life phase by the years in its name. */
export function quotaMeaning(name: string): QuotaMeaning {
  if (WOMEN.test(name)) return { gender: 'f' };
  if (MEN.test(name)) return { gender: 'm' };
  const phase = PHASES.find((one) => {
    const { from, to } = PHASE_RANGES[one];
    return new RegExp(`\\b${from}\\D{1,3}${to}\\b`).test(name);
  });
  return phase ? { phase } : {};
}

/** The names of every cell: the groups of the second side within those of the first. */
export const cellsOf = (axes: readonly QuotaAxis[]): string[][] =>
  axes.reduce<string[][]>(
    (cells, { groups }) => cells.flatMap((names) => groups.map(({ name }) => [...names, name])),
    [[]],
  );

/**
 * What the study's own quotas want of each cell from the survey; null where they do not speak of such cells. A quota that
 * also asks for a complexity counts by its gender and phase alone: complexity is judged after the interview.
 */
export function wantedByPlan(
  cells: readonly string[][],
  { cells: grid, margins }: Fieldwork['quota'],
): number[] | null {
  const targets = [
    ...grid.flatMap(({ phase, gender, channel, target }) =>
      target !== null && channel === 'respondent' ? [{ phase, gender, target }] : [],
    ),
    ...margins.flatMap(({ group: { phase, gender, channel }, target }) =>
      channel === 'respondent' ? [{ phase, gender, target }] : [],
    ),
  ];
  const wanted = cells.map((names) => {
    const meanings = names.map(quotaMeaning);
    if (meanings.some(({ phase, gender }) => !phase && !gender)) return null;
    const { phase, gender } = Object.assign({}, ...meanings) as QuotaMeaning;
    return targets
      .filter((one) => (!phase || one.phase === phase) && (!gender || one.gender === gender))
      .reduce((sum, { target }) => sum + target, 0);
  });
  const known = wanted.filter((n) => n !== null);
  return known.length === wanted.length && known.some((n) => n > 0) ? known : null;
}
