import {
  BagomError,
  drawInvitations,
  groupAt,
  likeliestClass,
  rowsWhere,
  type AnswerGroup,
  type Candidate,
  type ClassModel,
  type Invitation,
} from '@bagom/core';
import { randomStream } from '@bagom/latent-class';
import { newId, type StudyFile } from '@bagom/store';
import { classNamesOf } from '../classes/class-names.js';
import { posteriorsOf } from '../classes/posteriors.js';
import type { ServerContext } from '../context.js';
import { rowOf } from '../handlers/api.js';

type DrawContext = Pick<ServerContext, 'study' | 'columns'>;

/** What is asked of a draw. */
export interface DrawWish {
  modelId: string;
  /** From 1. */
  class: number;
  least: number;
  axes: readonly { variableId: string; groups: AnswerGroup[] }[];
  /** Of each cell, the groups of the second axis within those of the first. */
  wanted: readonly number[];
  seed: number;
}

/** Draws respondents of a class by quota: what each cell gave, the rows of the list, and the draw in words. Nothing is written. */
export async function drawList(context: DrawContext, wish: DrawWish) {
  const { study } = context;
  const model = rowOf(study, 'classModels', wish.modelId);
  const className = classNamesOf(study, model)[wish.class - 1];
  if (className === undefined)
    throw new BagomError('input.invalid', { reason: `${wish.class} > ${model.classes}` });
  const axes = await quotaAxes(context, model, wish.axes);
  const names = cellNames(axes);
  if (names.length !== wish.wanted.length)
    throw new BagomError('input.invalid', { reason: `${wish.wanted.length} / ${names.length}` });
  const candidates = await candidatesOf(context, model, wish.class - 1, axes);
  const before = rowsWhere(study.state, 'invitations', { waveId: model.waveId });
  const drawn = drawInvitations(candidates.values(), wish.wanted, {
    least: wish.least,
    listed: new Set(before.map(({ row }) => row)),
    random: (cell) => randomStream(wish.seed, cell),
  });
  const changedAt = new Date().toISOString();
  const rows = drawn
    .flatMap((cell, i) =>
      cell.drawn.map((row): Invitation => ({
        id: newId(),
        waveId: model.waveId,
        modelId: model.id,
        row,
        className,
        certainty: candidates.get(row)!.certainty,
        quota: Object.fromEntries(axes.map(({ name }, axis) => [name, names[i]![axis]!])),
        state: 'listed',
        note: '',
        changedAt,
      })),
    )
    .sort((a, b) => a.row - b.row);
  return {
    cells: drawn.map((cell, i) => ({ ...cell, names: names[i]!, drawn: cell.drawn.length })),
    rows,
    subject: drawInWords(study, className, rows.length, wish),
  };
}

interface Axis {
  name: string;
  groups: AnswerGroup[];
  /** The place of the group that a row falls in; -1: in none. */
  groupAt: (row: number) => number;
}

async function quotaAxes(
  { study, columns }: DrawContext,
  model: ClassModel,
  asked: readonly { variableId: string; groups: AnswerGroup[] }[],
): Promise<Axis[]> {
  const axes: Axis[] = [];
  for (const { variableId, groups } of asked) {
    const variable = rowOf(study, 'variables', variableId);
    if (variable.waveId !== model.waveId || asked.filter((one) => one.variableId === variableId).length > 1)
      throw new BagomError('input.invalid', { reason: `axes: ${variable.name}` });
    const values = await columns.values(study, variable);
    const noAnswer = new Set<number | string>(variable.userMissing);
    axes.push({
      name: variable.label || variable.name,
      groups,
      groupAt: (row) => groupAt(groups, values[row], noAnswer.has(values[row]!)),
    });
  }
  return axes;
}

/** The names of every cell: the groups of the second axis within those of the first. */
function cellNames(axes: readonly Axis[]): string[][] {
  return axes.reduce<string[][]>(
    (cells, { groups }) => cells.flatMap((names) => groups.map(({ name }) => [...names, name])),
    [[]],
  );
}

/** Who is most likely in the class, by row, with the cell they fall in. */
async function candidatesOf(
  { study }: DrawContext,
  model: ClassModel,
  inClass: number,
  axes: readonly Axis[],
): Promise<Map<number, Candidate>> {
  const { classes } = model;
  const posteriors = await posteriorsOf(study, model);
  const candidates = new Map<number, Candidate>();
  for (let row = 0; row * classes < posteriors.length; row++) {
    const own = posteriors.subarray(row * classes, (row + 1) * classes);
    if (likeliestClass(own) !== inClass) continue;
    const cell = axes.reduce<number | null>((before, { groups, groupAt }) => {
      const at = before === null ? -1 : groupAt(row);
      return before === null || at < 0 ? null : before * groups.length + at;
    }, 0);
    candidates.set(row, { row, certainty: own[inClass]!, cell });
  }
  return candidates;
}

/** What was drawn and how, so that it can be drawn again: `Risiko: 45, mindst 70 %, frø 7`. */
function drawInWords(
  study: StudyFile,
  className: string,
  n: number,
  { least, seed }: { least: number; seed: number },
): string {
  const english = [...study.state.studies.values()][0]?.language === 'en';
  const percent = Math.round(least * 100);
  return english
    ? `${className}: ${n}, at least ${percent}%, seed ${seed}`
    : `${className}: ${n}, mindst ${percent} %, frø ${seed}`;
}
