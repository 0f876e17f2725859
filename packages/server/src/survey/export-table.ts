import type { ClassModel, Variable } from '@bagom/core';
import { numberColumn, stringColumn, type SurveyColumn, type SurveyTable } from '@bagom/formats';
import type { WaveAnswers } from './wave-answers.js';

/** A class model with the probabilities of each respondent, row by row; NaN rows for those left out. */
export interface ClassPosteriors {
  readonly model: Pick<ClassModel, 'name' | 'classes' | 'classNames'>;
  readonly posteriors: Float32Array | Float64Array;
}

/** The answers of a wave or a file, as far as a file tells of them. */
export interface TableAnswers extends Pick<WaveAnswers, 'respondents' | 'values'> {
  readonly variables: readonly (Pick<Variable, 'name' | 'label' | 'labels' | 'userMissing' | 'role'> & {
    readonly measure: Variable['measure'] | null;
  })[];
}

export interface TableWishes {
  /** Columns that tell respondents apart are left out unless they are asked for. */
  readonly respondents: boolean;
  readonly withoutTexts: boolean;
  readonly classes: ClassPosteriors | null;
  readonly language: 'da' | 'en';
  /** What the file says of where it comes from. */
  readonly label: string;
  readonly documents: readonly string[];
}

/** A wave as a table to be written, and what of it is left out and added. */
export interface ExportTable {
  readonly table: SurveyTable;
  readonly leftOut: readonly string[];
  readonly texts: readonly string[];
  readonly added: readonly string[];
}

/** Columns for a file: those of the wave, then the most likely class, then the probability of each. */
export function exportTable(
  { respondents, variables, values }: TableAnswers,
  wishes: TableWishes,
): ExportTable {
  const leftOut: string[] = [];
  const texts: string[] = [];
  const columns: SurveyColumn[] = [];
  let weight: string | null = null;
  for (const [at, variable] of variables.entries()) {
    const { name, label, measure, labels, userMissing, role } = variable;
    const column = values[at]!;
    const isText = !(column instanceof Float64Array);
    if ((role === 'respondent' && !wishes.respondents) || (isText && wishes.withoutTexts)) {
      leftOut.push(name);
      continue;
    }
    if (isText) texts.push(name);
    else if (role === 'weight') weight = name;
    columns.push(
      isText
        ? stringColumn(name, column, { label, measure })
        : numberColumn(name, column, {
            label,
            measure,
            labels,
            missing: { values: userMissing, range: null },
          }),
    );
  }
  const added = wishes.classes ? classColumns(wishes.classes, variables, wishes.language) : [];
  return {
    table: {
      columns: [...columns, ...added],
      rows: respondents,
      label: wishes.label,
      documents: wishes.documents,
      weight,
      encoding: 'utf-8',
      notes: [],
    },
    leftOut,
    texts,
    added: added.map(({ name }) => name),
  };
}

const WORDS = {
  da: {
    variable: 'klasse',
    label: (model: string) => `Mest sandsynlige klasse (${model})`,
    one: (k: number) => `Klasse ${k}`,
    probability: (name: string) => `Sandsynlighed for ${name}`,
  },
  en: {
    variable: 'class',
    label: (model: string) => `Most likely class (${model})`,
    one: (k: number) => `Class ${k}`,
    probability: (name: string) => `Probability of ${name}`,
  },
};

/** The most likely class under its name, and the probability of each; no respondent's value where the model left them out. */
function classColumns(
  { model, posteriors }: ClassPosteriors,
  variables: TableAnswers['variables'],
  language: 'da' | 'en',
): SurveyColumn[] {
  const { classes, classNames } = model;
  const say = WORDS[language];
  const taken = new Set(variables.map(({ name }) => name.toLowerCase()));
  const free = (wanted: string): string => {
    let name = wanted;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted}_${n}`;
    taken.add(name.toLowerCase());
    return name;
  };
  const names = Array.from({ length: classes }, (_, k) => classNames[k] || say.one(k + 1));
  const rows = Math.floor(posteriors.length / classes);
  const modal = new Float64Array(rows).fill(NaN);
  const probabilities = names.map(() => new Float64Array(rows));
  for (let row = 0; row < rows; row++) {
    let most = -1;
    for (let k = 0; k < classes; k++) {
      const p = posteriors[row * classes + k]!;
      probabilities[k]![row] = p;
      if (p > most) {
        most = p;
        modal[row] = k + 1;
      }
    }
  }
  return [
    numberColumn(free(say.variable), modal, {
      label: say.label(model.name),
      measure: 'nominal',
      labels: names.map((label, k) => ({ value: k + 1, label })),
    }),
    ...probabilities.map((values, k) =>
      numberColumn(free(`p_${say.variable}${k + 1}`), values, {
        label: say.probability(names[k]!),
        measure: 'scale',
      }),
    ),
  ];
}
