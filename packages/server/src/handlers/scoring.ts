import { BagomError, CERTAINTY_BANDS, certaintyBand } from '@bagom/core';
import type { ModelFile } from '@bagom/latent-class';
import { modelFileFrom, studyModelFile } from '../classes/model-file.js';
import { scoreWave } from '../classes/score-wave.js';
import { scoredTable } from '../classes/scored-table.js';
import type { ServerContext } from '../context.js';
import { printableName } from '../imports/printable-name.js';
import { studyWords, writtenAs } from '../survey/export-wave.js';
import { keptWave, readWave, type WaveAnswers } from '../survey/wave-answers.js';
import { api, rowOf } from './api.js';

/** Rows that are shown before the file is saved. */
const FIRST = 200;
const BANDS = CERTAINTY_BANDS.map(({ band }) => band);

export const scoring = {
  score: api.scoring.score.handler(async ({ context, input }) => {
    const { model, wave, people } = await asked(context, input);
    const { scores, indicators, unanswered } = scoreWave(model.file, wave);
    const { classes } = model.file.model;
    const counts = Array.from({ length: classes }, () => BANDS.map(() => 0));
    for (const [row, at] of scores.modal.entries())
      if (at >= 0) counts[at]![BANDS.indexOf(certaintyBand(scores.probabilities[row * classes + at]!))]!++;
    const id = wave.variables.findIndex(({ role }) => role === 'respondent');
    const first = Array.from({ length: Math.min(FIRST, wave.respondents) }, (_, row) => ({
      row,
      respondent: id < 0 ? null : String(wave.values[id]![row]),
      posterior:
        scores.modal[row]! < 0
          ? null
          : [...scores.probabilities.subarray(row * classes, (row + 1) * classes)],
      answered: scores.answered[row]!,
      unlike: scores.unlike[row] === 1,
    }));
    return {
      people,
      rows: wave.respondents,
      model: { name: model.name, n: model.file.model.n, classNames: namesOf(context, model.file) },
      indicators: indicators.map((one) => ({ ...one, unknown: [...one.unknown] })),
      counts,
      unanswered,
      unlike: scores.unlike.reduce((sum, one) => sum + one, 0),
      first,
    };
  }),

  scoredFile: api.scoring.scoredFile.handler(async ({ context, input }) => {
    const { model, wave, people } = await asked(context, input);
    const { title, language } = studyWords(context.study.state);
    const table = scoredTable(wave, model.file, scoreWave(model.file, wave), {
      all: input.all,
      name: model.name,
      language,
      label: people,
    });
    const stem = `${people} – ${language === 'en' ? 'classes' : 'klasser'}`;
    const { bytes, fileName } = writtenAs(table, input.format, { stem, title, language });
    return new File([new Uint8Array(bytes)], fileName, { type: 'application/octet-stream' });
  }),
};

interface Asked {
  modelId?: string | undefined;
  modelFile?: File | undefined;
  waveId?: string | undefined;
  file?: File | undefined;
}

/** The model and the people that a request speaks of, whichever way it gives them. */
async function asked(
  context: ServerContext,
  { modelId, modelFile, waveId, file }: Asked,
): Promise<{ model: { name: string; file: ModelFile }; wave: WaveAnswers; people: string }> {
  const { study, columns } = context;
  const model = modelFile
    ? {
        name: stem(modelFile.name),
        file: modelFileFrom(await modelFile.text(), printableName(modelFile.name)),
      }
    : modelId
      ? await ofStudy(context, modelId)
      : null;
  if (model === null) throw new BagomError('input.invalid', { reason: 'modelId' });
  if (file) {
    const wave = readWave(new Uint8Array(await file.arrayBuffer()), printableName(file.name));
    return { model, wave, people: stem(file.name) };
  }
  if (!waveId) throw new BagomError('input.invalid', { reason: 'waveId' });
  return { model, wave: await keptWave(study, columns, waveId), people: rowOf(study, 'waves', waveId).name };
}

async function ofStudy(context: ServerContext, modelId: string) {
  const row = rowOf(context.study, 'classModels', modelId);
  return { name: row.name, file: await studyModelFile(context, row) };
}

const stem = (name: string) => printableName(name).replace(/\.[^.]{1,8}$/, '');

function namesOf({ study }: ServerContext, { model }: ModelFile): string[] {
  const english = studyWords(study.state).language === 'en';
  return model.classNames.map((name, k) => name ?? `${english ? 'Class' : 'Klasse'} ${k + 1}`);
}
