import type { StudyState } from '../study/state.js';
import { casesOf, isInGroup } from './cases.js';
import { PHASES } from './participant.js';

/** One cell of the quota grid: how many are wanted and how many are met. */
export interface QuotaCell {
  phase: string;
  complexity: string;
  gender: string;
  channel: string;
  target: number | null;
  reached: number;
  held: number;
}

const COMPLEXITIES = ['lower', 'border', 'higher', 'unplaceable', 'none'] as const;

/**
 * The grid phase x complexity x gender x channel. A target may speak of fewer axes than the grid has: it then stands in
 * `margins`, against all persons with its values.
 */
export function quotaGrid(state: StudyState): { cells: QuotaCell[]; margins: QuotaMargin[] } {
  const cases = casesOf(state);
  const interviewed = new Set([...state.interviews.values()].map((i) => i.participantId));
  const counts = new Map<string, { reached: number; held: number }>();
  for (const { participant: p, complexity } of cases) {
    const key = [p.phase ?? 'none', complexity ?? 'none', p.gender ?? 'none', p.channel ?? 'none'].join('|');
    const cell = counts.get(key) ?? { reached: 0, held: 0 };
    cell.reached++;
    if (interviewed.has(p.id)) cell.held++;
    counts.set(key, cell);
  }
  const quotas = [...state.studies.values()].flatMap((s) => s.quotas);
  const cells: QuotaCell[] = [];
  for (const phase of [...PHASES, 'none'])
    for (const complexity of COMPLEXITIES)
      for (const gender of ['f', 'm', 'x', 'none'])
        for (const channel of ['offer', 'respondent', 'none']) {
          const count = counts.get([phase, complexity, gender, channel].join('|'));
          const quota = quotas.find(
            (q) =>
              q.phase === phase &&
              q.complexity === complexity &&
              q.gender === gender &&
              q.channel === channel,
          );
          if (!count && !quota) continue;
          const { reached, held } = count ?? { reached: 0, held: 0 };
          cells.push({ phase, complexity, gender, channel, target: quota?.target ?? null, reached, held });
        }
  const margins = quotas
    .filter((q) => !(q.phase && q.complexity && q.gender && q.channel))
    .map(({ target, ...group }) => ({
      group,
      target,
      reached: cases.filter((person) => isInGroup(person, group)).length,
    }));
  return { cells, margins };
}

export interface QuotaMargin {
  group: { phase?: string; complexity?: string; gender?: string; channel?: string };
  target: number;
  reached: number;
}
