import { CERTAINTY_BANDS } from '@bagom/core';
import type { SurveyTable } from '@bagom/formats';
import type { OpenAnswers } from '../answers.js';
import type { Messages } from '../language.js';
import { scoredRow, type Scored } from './scored.js';

/** The data as they are, and beside them each respondent's class, probabilities, certainty and what is strange. */
export async function scoredTable(
  answers: OpenAnswers,
  scored: Scored,
  { score: say }: Messages,
): Promise<SurveyTable> {
  const { numberColumn, stringColumn } = await import('@bagom/formats');
  const columns: SurveyTable['columns'][number][] = [];
  for (const column of answers.columns) {
    const { name, label, measure, labels, userMissing } = column;
    const values = await column.values();
    if (!values) continue;
    if (Array.isArray(values)) columns.push(stringColumn(name, values, { label, measure }));
    else
      columns.push(
        numberColumn(name, values instanceof Float64Array ? values : values.floats(), {
          label,
          measure,
          labels: [...labels],
          missing: { values: [...userMissing], range: null },
        }),
      );
  }
  const { classes } = scored.scores;
  const taken = new Set(columns.map(({ name }) => name.toLowerCase()));
  // A name that the data have already gets a number behind it.
  const free = (name: string) => {
    let own = name;
    for (let n = 2; taken.has(own.toLowerCase()); n++) own = `${name}_${n}`;
    taken.add(own.toLowerCase());
    return own;
  };
  const rows = Array.from({ length: scored.rows }, (_, row) => scoredRow(scored, row));
  const words = say.variables;
  const number = (
    [name, label]: readonly string[],
    of: (row: (typeof rows)[number]) => number,
    labels: { value: number; label: string }[] = [],
    measure: 'nominal' | 'ordinal' | 'scale' = 'scale',
  ) =>
    columns.push(numberColumn(free(name!), Float64Array.from(rows, of), { label: label!, labels, measure }));
  const numbered = Array.from({ length: classes }, (_, k) => k + 1);
  number(
    words.class,
    // Who answered nothing has no class.
    ({ modal, answered }) => (answered === 0 ? NaN : modal),
    numbered.map((value) => ({ value, label: say.label(value) })),
    'nominal',
  );
  for (const k of numbered) {
    const [name, label] = words.probability(k);
    number([`${name}${k}`, label!], ({ posterior }) => posterior[k - 1]!);
  }
  const bands = CERTAINTY_BANDS.map(({ band }, at) => ({ value: at + 1, label: say.bands[band] }));
  number(
    words.certainty,
    ({ certainty, answered }) =>
      answered === 0 ? NaN : CERTAINTY_BANDS.findIndex(({ band }) => band === certainty) + 1,
    bands,
    'ordinal',
  );
  number(words.answered, ({ answered }) => answered);
  number(words.unlike, ({ unlike }) => Number(unlike), [], 'nominal');
  return {
    columns,
    rows: scored.rows,
    label: '',
    documents: [],
    weight: null,
    encoding: 'utf-8',
    notes: [],
  };
}
