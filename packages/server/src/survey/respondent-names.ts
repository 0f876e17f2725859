import type { ServerContext } from '../context.js';

/** What a wave calls its respondents: the answers to the variable of that role; null where there is none. */
export async function respondentNames(
  { study, columns }: Pick<ServerContext, 'study' | 'columns'>,
  waveId: string,
): Promise<(row: number) => string | null> {
  for (const variable of study.state.variables.values()) {
    if (variable.waveId !== waveId || variable.role !== 'respondent') continue;
    const values = await columns.values(study, variable);
    return (row) => {
      const value = values[row];
      return value === undefined || value === '' || Number.isNaN(value) ? null : String(value);
    };
  }
  return () => null;
}
