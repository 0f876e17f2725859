import { numberColumn, type SurveyTable } from '@bagom/formats';
import type { ModelFile } from '@bagom/latent-class';
import { exportTable } from '../survey/export-table.js';
import type { WaveAnswers } from '../survey/wave-answers.js';
import type { ScoredWave } from './score-wave.js';

const WORDS = {
  da: {
    row: ['raekke', 'Række i filen'],
    answered: ['besvaret', 'Antal indikatorer, der er svaret på'],
    unlike: ['ulig_alle', 'Svar, som ingen klasse i modellen giver sammen (1: ja)'],
  },
  en: {
    row: ['row', 'Row of the file'],
    answered: ['answered', 'Indicators answered'],
    unlike: ['unlike_any', 'Answers that no class of the model gives together (1: yes)'],
  },
} as const;

/** Scored people as a table to be written: who they are or all they answered, the class, each probability, and its grounds. */
export function scoredTable(
  wave: WaveAnswers,
  { model }: ModelFile,
  { scores }: ScoredWave,
  { all, name, language, label }: { all: boolean; name: string; language: 'da' | 'en'; label: string },
): SurveyTable {
  const kept = wave.variables.map(({ role }) => all || role === 'respondent');
  const { table } = exportTable(
    {
      ...wave,
      variables: wave.variables.filter((_, at) => kept[at]),
      values: wave.values.filter((_, at) => kept[at]),
    },
    {
      respondents: true,
      withoutTexts: false,
      classes: {
        model: { name, classes: model.classes, classNames: model.classNames.map((one) => one ?? '') },
        posteriors: Float32Array.from(scores.probabilities),
      },
      language,
      label,
      documents: [label, name],
    },
  );
  const taken = new Set(table.columns.map((column) => column.name.toLowerCase()));
  const extra = ([wanted, words]: readonly [string, string], values: Iterable<number>) => {
    let free = wanted;
    for (let n = 2; taken.has(free); n++) free = `${wanted}_${n}`;
    return numberColumn(free, Float64Array.from(values), { label: words, measure: 'scale' });
  };
  const say = WORDS[language];
  // Without a number of their own people are known by their row.
  const rows = kept.includes(true)
    ? []
    : [
        extra(
          say.row,
          Array.from({ length: wave.respondents }, (_, i) => i + 1),
        ),
      ];
  return {
    ...table,
    columns: [
      ...rows,
      ...table.columns,
      extra(say.answered, scores.answered),
      extra(say.unlike, scores.unlike),
    ],
  };
}
