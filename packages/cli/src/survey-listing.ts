import { VALUES_SHOWN, type Variable } from '@bagom/core';
import type { WaveAnswers } from '@bagom/server';
import type { Language, Messages } from './language.js';
import type { OpenedSurvey } from './survey-source.js';
import { table } from './table.js';

/** Notes shown; the rest with `--json`. */
const NOTES_SHOWN = 12;

/** A file that was written: what was left out of it, and what the class model added. */
interface Written {
  readonly file: string;
  readonly leftOut: readonly string[];
  readonly added: readonly string[];
}

interface CountedLabel {
  readonly value: number;
  readonly label: string;
  readonly n: number;
}

/** A variable with how often each of its values was given. */
function counted(
  { name, label, kind, measure, role, labels: words, userMissing }: Variable,
  values: WaveAnswers['values'][number],
) {
  if (!(values instanceof Float64Array)) {
    const n = values.reduce((sum, word) => sum + Number(word !== ''), 0);
    return {
      name,
      label,
      kind,
      measure,
      role,
      labels: [],
      missing: { system: values.length - n, user: [] },
      n,
    };
  }
  const counts = new Map<number, number>();
  let system = 0;
  for (const value of values) {
    if (Number.isNaN(value)) system++;
    else counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const wordOf = new Map(words.map((one) => [one.value, one.label]));
  const noAnswer = new Set(userMissing);
  const told = (codes: Iterable<number>): CountedLabel[] =>
    [...new Set(codes)]
      .sort((a, b) => a - b)
      .map((value) => ({ value, label: wordOf.get(value) ?? '', n: counts.get(value) ?? 0 }));
  // Of a short list every value is told, of a long one those that mean something.
  const short = counts.size <= VALUES_SHOWN && measure !== 'scale';
  const labels = told(
    [...wordOf.keys(), ...(short ? counts.keys() : [])].filter((value) => !noAnswer.has(value)),
  );
  const user = told(userMissing);
  const n = values.length - system - user.reduce((sum, one) => sum + one.n, 0);
  return { name, label, kind, measure, role, labels, missing: { system, user }, n };
}

/** The answer of `bagom survey --json`. */
export function surveyJson({ source, name, waves, answers }: OpenedSurvey, out: Written | null) {
  const { respondents, variables, values, notes } = answers;
  return {
    ...source,
    ...(waves === null ? {} : { wave: name, waves }),
    respondents,
    variables: variables.map((variable, at) => counted(variable, values[at]!)),
    weight: variables.find(({ role }) => role === 'weight')?.name ?? null,
    notes,
    ...(out ? { out: out.file, leftOut: out.leftOut, added: out.added } : {}),
  };
}

/** The same as a table: a line a variable, its values below it. */
export async function surveyText(
  opened: OpenedSurvey,
  out: Written | null,
  { survey: say, number }: Messages,
  language: Language,
): Promise<string> {
  const { name, waves, answers } = opened;
  const { respondents, variables, weight, notes } = surveyJson(opened, null);
  const lines = [say.head(name, number(respondents), number(variables.length), weight)];
  if (waves !== null && waves.length > 1) lines.push(say.waves(waves.join(', ')));
  const rows = variables.flatMap((variable) => [
    [
      variable.name,
      variable.label.slice(0, 60),
      say.measures[variable.measure],
      variable.role === 'none' ? '' : say.roles[variable.role],
      number(variable.n),
      number(answers.respondents - variable.n),
    ],
    ...variable.labels.map(({ value, label, n }) => [
      '',
      `  ${value} ${label}`.slice(0, 60),
      '',
      '',
      number(n),
      '',
    ]),
    ...variable.missing.user.map(({ value, label, n }) => [
      '',
      `  ${value} ${label}`.slice(0, 60),
      '',
      say.userMissing,
      '',
      number(n),
    ]),
  ]);
  lines.push('', table([[...say.columns], ...rows], [4, 5]));
  const { importNoteWords, isQuietNote } = await import('@bagom/contract');
  const told = notes.filter(({ kind }) => !isQuietNote(kind));
  if (told.length > 0) {
    const shown = told
      .slice(0, NOTES_SHOWN)
      .map(({ kind, text }) => [`  ${importNoteWords(kind, language)}`, text.slice(0, 72)]);
    lines.push('', say.notes(told.length), table(shown));
    if (told.length > shown.length) lines.push(`  ${say.more(told.length - shown.length)}`);
  }
  if (out) {
    lines.push('', /\.xml$/i.test(out.file) ? say.codebook(out.file) : say.written(out.file));
    if (out.added.length > 0) lines.push(say.added(out.added.join(', ')));
    if (out.leftOut.length > 0) lines.push(say.leftOut(out.leftOut.join(', ')));
  }
  return lines.join('\n');
}
