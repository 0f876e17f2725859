import {
  BagomError,
  canonicalJson,
  crosstab,
  estimateTable,
  type Crosstab,
  type Estimate,
  type SampleRoles,
  type TableColumn,
  type Variable,
} from '@bagom/core';
import { setImmediate } from 'node:timers/promises';
import type { ServerContext } from '../context.js';
import { finite } from '../survey/finite.js';
import { waveSample } from '../survey/sample.js';
import { api, rowOf } from './api.js';

/** More answers than this are no categories: a table of them says nothing, and takes long. */
const MOST_ANSWERS = 60;

export const surveyTables = {
  estimates: api.survey.estimates.handler(({ context, input }) =>
    answeredOnce(context, 'estimates', input, async () => {
      const { study } = context;
      const variables = input.variables.map((id) => rowOf(study, 'variables', id));
      const wave = rowOf(study, 'waves', variables[0]!.waveId);
      const byVariable = input.by === null ? undefined : rowOf(study, 'variables', input.by);
      const by = byVariable && (await categories(context, byVariable));
      const { design, roles } = await waveSample(context, wave);
      const tables = [];
      for (const variable of variables) {
        for (const one of byVariable ? [variable, byVariable] : [variable])
          if (one.waveId !== wave.id) throw new BagomError('row.missing', { table: 'variables', id: one.id });
        const figure = await figureOf(context, variable, input.figure);
        const column =
          figure === 'share' ? await categories(context, variable) : await tableColumn(context, variable);
        const { groups, test, ...table } = estimateTable(design, column, {
          figure,
          by,
          level: input.level,
          smallCell: smallCellOf(context),
        });
        tables.push({
          id: variable.id,
          name: variable.name,
          label: variable.label,
          ...table,
          groups: groups.map(({ level, estimates }) => ({ level, estimates: estimates.map(toldEstimate) })),
          test: test && {
            kind: test.kind,
            statistic: finite(test.statistic),
            df1: finite(test.df1),
            df2: finite(test.df2),
            p: finite(test.p),
          },
        });
        // Others are let in between two variables.
        await setImmediate();
      }
      return { tables, sample: sampleNames(roles), smallCell: smallCellOf(context) };
    }),
  ),

  crosstab: api.survey.crosstab.handler(({ context, input }) =>
    answeredOnce(context, 'crosstab', input, async () => {
      const { study } = context;
      const [row, column] = [input.row, input.column].map((id) => rowOf(study, 'variables', id)) as [
        Variable,
        Variable,
      ];
      const wave = rowOf(study, 'waves', row.waveId);
      if (column.waveId !== wave.id)
        throw new BagomError('row.missing', { table: 'variables', id: column.id });
      const { design, roles } = await waveSample(context, wave);
      const smallCell = smallCellOf(context);
      const table = crosstab(design, await categories(context, row), await categories(context, column), {
        of: input.of,
        level: input.level,
        smallCell,
      });
      return { ...toldCrosstab(table), sample: sampleNames(roles), smallCell };
    }),
  ),
};

/** A table is worked out once for each question, until something in the study changes. */
async function answeredOnce<T>(
  { study, remembered }: ServerContext,
  kind: string,
  input: object,
  work: () => Promise<T>,
): Promise<T> {
  return remembered.get(await study.operationCount(), `${kind} ${canonicalJson(input)}`, work);
}

const smallCellOf = ({ study }: ServerContext): number =>
  [...study.state.studies.values()][0]?.smallCell ?? 3;

/** An ordinal with more answers than this reads better as a mean. */
const MANY_STEPS = 7;

/** What is worked out where nothing was asked for: means of scales and long ordinals, shares of the rest. */
async function figureOf(
  { study, columns }: ServerContext,
  variable: Variable,
  asked: 'share' | 'mean' | null,
): Promise<'share' | 'mean'> {
  if (variable.kind === 'string') return 'share';
  if (asked) return asked;
  if (variable.measure === 'scale') return 'mean';
  const different = new Set<number | string>(await columns.values(study, variable));
  return variable.measure === 'ordinal' && different.size > MANY_STEPS ? 'mean' : 'share';
}

async function tableColumn({ study, columns }: ServerContext, variable: Variable): Promise<TableColumn> {
  const { labels, userMissing } = variable;
  return { values: await columns.values(study, variable), labels, userMissing };
}

/** A variable whose answers are few enough to be the rows or columns of a table. */
async function categories(context: ServerContext, variable: Variable): Promise<TableColumn> {
  const column = await tableColumn(context, variable);
  const different = new Set<number | string>(column.values);
  const n = [...different].filter(
    (value) => value !== '' && !Number.isNaN(value) && !column.userMissing.includes(value as number),
  ).length;
  if (n > MOST_ANSWERS)
    throw new BagomError('survey.too-many-answers', { name: variable.name, n, limit: MOST_ANSWERS });
  if (n === 0) throw new BagomError('survey.nobody-answered', { name: variable.name });
  return column;
}

const toldEstimate = (one: Estimate) => ({
  n: one.n,
  base: one.base,
  hidden: one.hidden,
  estimate: finite(one.estimate),
  error: finite(one.error),
  lower: finite(one.lower),
  upper: finite(one.upper),
  df: finite(one.df),
  effectiveN: finite(one.effectiveN),
  designEffect: finite(one.designEffect),
});

function toldCrosstab({ cells, test, pearson, cramersV, ...table }: Crosstab) {
  return {
    ...table,
    cells: cells.map((line) =>
      line.map(({ n, hidden, ...cell }) => ({
        n,
        hidden,
        share: finite(cell.share),
        error: finite(cell.error),
        lower: finite(cell.lower),
        upper: finite(cell.upper),
        residual: finite(cell.residual),
      })),
    ),
    test: {
      statistic: finite(test.statistic),
      df1: finite(test.df1),
      df2: finite(test.df2),
      p: finite(test.p),
    },
    pearson: { statistic: finite(pearson.statistic), df: pearson.df, p: finite(pearson.p) },
    cramersV: finite(cramersV),
  };
}

const sampleNames = (roles: SampleRoles<Variable>) => ({
  weight: roles.weight?.name ?? null,
  stratum: roles.stratum?.name ?? null,
  psu: roles.psu.map(({ name }) => name),
  finite: roles.fpc.length > 0,
  replicates: roles.replicates.length,
});
