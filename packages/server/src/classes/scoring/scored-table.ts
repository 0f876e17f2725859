import { CERTAINTY_BANDS } from '@bagom/core';
import { numberColumn, type NumberColumn, type SurveyTable } from '@bagom/formats';
import { exportTable, type TableAnswers } from '../../survey/export-table.js';
import { scoredRow, type ScoredPeople } from './score-people.js';

const WORDS = {
  da: {
    row: ['raekke', 'Række i filen'],
    certainty: ['sikkerhed', 'Hvor sikker klassen er'],
    bands: { sure: 'sikker', likely: 'nogenlunde sikker', unsure: 'usikker' },
    answered: ['besvaret', 'Antal indikatorer, der er svaret på'],
    unlike: ['ulig_alle', 'Svar, som ingen klasse i modellen giver sammen (1: ja)'],
  },
  en: {
    row: ['row', 'Row of the file'],
    certainty: ['certainty', 'How sure the class is'],
    bands: { sure: 'sure', likely: 'fairly sure', unsure: 'unsure' },
    answered: ['answered', 'Indicators answered'],
    unlike: ['unlike_any', 'Answers that no class of the model gives together (1: yes)'],
  },
} as const;

/**
 * Placed people as a table to be written: who they are or all they answered, the class, each probability, how sure it is, and its
 * grounds. A name that the data have already gets a number behind it.
 */
export function scoredTable(
  people: TableAnswers,
  scored: ScoredPeople,
  { all, name, language, label }: { all: boolean; name: string; language: 'da' | 'en'; label: string },
): SurveyTable {
  const { model } = scored.file;
  const kept = people.variables.map(({ role }) => all || role === 'respondent');
  const { table } = exportTable(
    {
      respondents: people.respondents,
      variables: people.variables.filter((_, at) => kept[at]),
      values: people.values.filter((_, at) => kept[at]),
    },
    {
      respondents: true,
      withoutTexts: false,
      classes: {
        model: { name, classes: model.classes, classNames: model.classNames.map((one) => one ?? '') },
        posteriors: scored.scores.probabilities,
      },
      language,
      label,
      documents: [label, name],
    },
  );
  const taken = new Set(table.columns.map((column) => column.name.toLowerCase()));
  const extra = (
    [wanted, words]: readonly [string, string],
    values: Iterable<number>,
    more: Pick<NumberColumn, 'labels' | 'measure'> = { labels: [], measure: 'scale' },
  ) => {
    let free = wanted;
    for (let n = 2; taken.has(free); n++) free = `${wanted}_${n}`;
    return numberColumn(free, Float64Array.from(values), { label: words, ...more });
  };
  const say = WORDS[language];
  const rows = Array.from({ length: people.respondents }, (_, row) => row);
  const bands = CERTAINTY_BANDS.map(({ band }) => band);
  const certainty = rows.map((row) => {
    const { certainty: band } = scoredRow(scored, row);
    return band === null ? NaN : bands.indexOf(band) + 1;
  });
  return {
    ...table,
    columns: [
      // Without a number of their own people are known by their row.
      ...(kept.includes(true)
        ? []
        : [
            extra(
              say.row,
              rows.map((row) => row + 1),
            ),
          ]),
      ...table.columns,
      extra(say.certainty, certainty, {
        measure: 'ordinal',
        labels: bands.map((band, at) => ({ value: at + 1, label: say.bands[band] })),
      }),
      extra(say.answered, scored.scores.answered),
      extra(say.unlike, scored.scores.unlike, { measure: 'nominal', labels: [] }),
    ],
  };
}
