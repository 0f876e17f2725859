import { BagomError, type StudyState, type Wave } from '@bagom/core';
import type { ClassPosteriors, QuestionnaireFile, WaveAnswers } from '@bagom/server';
import { withStudy } from './with-study.js';

/** A survey that a line names, wherever it lies. */
export interface OpenedSurvey {
  readonly source: { readonly file: string } | { readonly study: string };
  readonly name: string;
  /** The study's title; empty for a file. */
  readonly title: string;
  readonly language: 'da' | 'en';
  /** The names of all waves of a study; null for a file. */
  readonly waves: readonly string[] | null;
  readonly answers: WaveAnswers;
  readonly classes: ClassPosteriors | null;
}

/** A wave of a study: the one named, else the latest; with the classes of a model where one is named. */
export function openedSurvey(
  name: string,
  { wave: wanted, model }: { readonly wave?: string | undefined; readonly model?: string | undefined },
): Promise<OpenedSurvey> {
  return withStudy(name, 'read', async (study) => {
    const { keptWave, posteriorsOf, studyWords, SurveyColumns } = await import('@bagom/server');
    const { state } = study;
    const wave = waveNamed(state, wanted);
    const classes =
      model === undefined ? null : await posteriorsOf(study, wave.id, modelNamed(state, wave, model));
    return {
      source: { study: name },
      name: wave.name,
      ...studyWords(state),
      waves: wavesOf(state).map((one) => one.name),
      answers: await keptWave(study, new SurveyColumns(), wave.id),
      classes,
    };
  });
}

/** Puts a questionnaire to a wave of a study. */
export async function savedQuestionnaire(
  name: string,
  wanted: string | undefined,
  file: QuestionnaireFile,
): Promise<void> {
  const { addQuestionnaire, SurveyColumns } = await import('@bagom/server');
  const add = (dry: boolean) =>
    withStudy(name, dry ? 'read' : 'write', (study) =>
      addQuestionnaire(study, new SurveyColumns(), waveNamed(study.state, wanted).id, file, dry),
    );
  // What is refused is refused before the study is opened for writing, which already touches its file.
  await add(true);
  await add(false);
}

const wavesOf = (state: StudyState): Wave[] =>
  [...state.waves.values()].sort((a, b) => (a.year ?? 0) - (b.year ?? 0));

function waveNamed(state: StudyState, wanted: string | undefined): Wave {
  const waves = wavesOf(state);
  if (waves.length === 0) throw new BagomError('classes.no-survey');
  const found = wanted === undefined ? waves.at(-1) : waves.findLast(({ name }) => name === wanted);
  if (!found)
    throw new BagomError('survey.unknown-wave', {
      name: wanted ?? '',
      known: waves.map(({ name }) => name).join(', '),
    });
  return found;
}

/** A model by its name; the word `chosen` is the one the study uses. */
function modelNamed(state: StudyState, wave: Wave, wanted: string): string {
  const models = [...state.classModels.values()].filter(({ waveId }) => waveId === wave.id);
  const found =
    models.findLast(({ name }) => name === wanted) ??
    models.find(({ chosen }) => chosen && wanted === 'chosen');
  if (!found)
    throw new BagomError('survey.unknown-model', {
      name: wanted,
      known: models.map(({ name }) => name).join(', ') || '—',
    });
  return found.id;
}
