import type { Questionnaire, QuestionnaireVariable } from './questionnaire.js';

/** Which column answers which question. Both lists are indices. */
export interface MatchedColumns {
  /** Of each column the variable that speaks of it, or null. */
  readonly variables: readonly (QuestionnaireVariable | null)[];
  /** Columns with which more than one question could be meant, and questions that more than one column could answer. */
  readonly ambiguous: readonly string[];
}

/**
 * Finds each column's question by its name: as it stands, then by what other exports of the platform call it, then without
 * brackets, signs and capitals (`Q1[SQ001]`, `Q1_SQ001` and `q1.sq001` are one), then by a code before a full stop (`Q1. How
 * often …`), then by the last part of a path (`group/q1`). A step that leaves a choice decides nothing.
 */
export function matchColumns({ variables }: Questionnaire, names: readonly string[]): MatchedColumns {
  const found: (QuestionnaireVariable | null)[] = names.map(() => null);
  const taken = new Set<QuestionnaireVariable>();
  const ambiguous = new Set<string>();
  for (const { ofVariable, ofColumn } of STEPS) {
    const known = byKey(
      variables.filter((variable) => !taken.has(variable)),
      ofVariable,
    );
    const wanted = new Map<QuestionnaireVariable, number[]>();
    names.forEach((name, at) => {
      if (found[at]) return;
      const meant = new Set(ofColumn(name).flatMap((key) => known.get(key) ?? []));
      if (meant.size > 1) ambiguous.add(name);
      const [only] = meant;
      if (meant.size !== 1 || !only) return;
      const columns = wanted.get(only);
      if (columns) columns.push(at);
      else wanted.set(only, [at]);
    });
    for (const [variable, columns] of wanted) {
      if (columns.length > 1) {
        for (const at of columns) ambiguous.add(names[at]!);
        continue;
      }
      found[columns[0]!] = variable;
      taken.add(variable);
      ambiguous.delete(names[columns[0]!]!);
    }
  }
  return { variables: found, ambiguous: [...ambiguous] };
}

interface Step {
  readonly ofVariable: (variable: QuestionnaireVariable) => readonly string[];
  readonly ofColumn: (name: string) => readonly string[];
}

const STEPS: readonly Step[] = [
  { ofVariable: ({ name }) => [name], ofColumn: (name) => [name] },
  { ofVariable: ({ aliases }) => aliases, ofColumn: (name) => [name] },
  {
    ofVariable: ({ name, aliases }) => [name, ...aliases].map(plainName),
    ofColumn: (name) => [plainName(name)],
  },
  {
    ofVariable: ({ name, aliases }) => [name, ...aliases].map(plainName),
    ofColumn: (name) => [plainName(/^(\S+?)\.\s/.exec(name)?.[1] ?? '')],
  },
  {
    ofVariable: ({ name }) => [plainName(name)],
    ofColumn: (name) => [plainName(name.split('/').at(-1) ?? '')],
  },
];

/** A name without what exports differ in: capitals, brackets and the signs between its parts. */
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');

function byKey(
  variables: readonly QuestionnaireVariable[],
  keys: (variable: QuestionnaireVariable) => readonly string[],
): Map<string, QuestionnaireVariable[]> {
  const known = new Map<string, QuestionnaireVariable[]>();
  for (const variable of variables)
    for (const key of new Set(keys(variable))) {
      if (key === '') continue;
      const there = known.get(key);
      if (there) there.push(variable);
      else known.set(key, [variable]);
    }
  return known;
}
