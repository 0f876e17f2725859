import { BagomError, CERTAINTY_BANDS } from '@bagom/core';
import type { ModelFile } from '@bagom/latent-class';
import { studyModelFile } from '../classes/model-file.js';
import { readModel } from '../classes/scoring/read-model.js';
import { scoredRow, scoreWave } from '../classes/scoring/score-people.js';
import { scoredTable } from '../classes/scoring/scored-table.js';
import type { ServerContext } from '../context.js';
import { printableName } from '../imports/printable-name.js';
import { studyWords, writtenAs } from '../survey/export-wave.js';
import { withTextCodes } from '../survey/codes-as-numbers.js';
import { keptWave, readWave, type WaveAnswers } from '../survey/wave-answers.js';
import { api, rowOf } from './api.js';

/** Rows that are shown before the file is saved. */
const FIRST = 200;
const BANDS = CERTAINTY_BANDS.map(({ band }) => band);

export const scoring = {
  score: api.scoring.score.handler(async ({ context, input }) => {
    const { model, wave, people } = await asked(context, input);
    const scored = await scoreWave(model.file, wave);
    const { scores, indicators, unanswered } = scored;
    const { classes } = model.file.model;
    const counts = Array.from({ length: classes }, () => BANDS.map(() => 0));
    for (let row = 0; row < wave.respondents; row++) {
      const { modal, certainty } = scoredRow(scored, row);
      if (modal !== null && certainty) counts[modal - 1]![BANDS.indexOf(certainty)]!++;
    }
    const id = wave.variables.findIndex(({ role }) => role === 'respondent');
    const first = Array.from({ length: Math.min(FIRST, wave.respondents) }, (_, row) => {
      const { posterior, answered, unlike } = scoredRow(scored, row);
      const respondent = id < 0 ? null : String(wave.values[id]![row]);
      return { row, respondent, posterior: posterior && [...posterior], answered, unlike };
    });
    return {
      people,
      rows: wave.respondents,
      model: {
        name: model.name,
        n: model.file.model.n,
        classNames: namesOf(context, model.file),
        among: model.among,
      },
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
    const table = scoredTable(wave, await scoreWave(model.file, wave), {
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
  classes?: number | undefined;
  waveId?: string | undefined;
  file?: File | undefined;
}

/** The model and the people that a request speaks of, whichever way it gives them. */
async function asked(
  context: ServerContext,
  { modelId, modelFile, classes, waveId, file }: Asked,
): Promise<{ model: { name: string; file: ModelFile; among: number[] }; wave: WaveAnswers; people: string }> {
  const { study, columns } = context;
  const model = modelFile
    ? await saved(modelFile, classes)
    : modelId
      ? await ofStudy(context, modelId)
      : null;
  if (model === null) throw new BagomError('input.invalid', { reason: 'modelId' });
  if (file) {
    const wave = withTextCodes(readWave(new Uint8Array(await file.arrayBuffer()), printableName(file.name)));
    return { model, wave, people: stem(file.name) };
  }
  if (!waveId) throw new BagomError('input.invalid', { reason: 'waveId' });
  return { model, wave: await keptWave(study, columns, waveId), people: rowOf(study, 'waves', waveId).name };
}

async function saved(modelFile: File, classes: number | undefined) {
  const bytes = new Uint8Array(await modelFile.arrayBuffer());
  const { file, among } = readModel(bytes, printableName(modelFile.name), classes);
  return { name: stem(modelFile.name), file, among: [...among] };
}

async function ofStudy(context: ServerContext, modelId: string) {
  const row = rowOf(context.study, 'classModels', modelId);
  return { name: row.name, file: await studyModelFile(context, row), among: [row.classes] };
}

const stem = (name: string) => printableName(name).replace(/\.[^.]{1,8}$/, '');

function namesOf({ study }: ServerContext, { model }: ModelFile): string[] {
  const english = studyWords(study.state).language === 'en';
  return model.classNames.map((name, k) => name ?? `${english ? 'Class' : 'Klasse'} ${k + 1}`);
}
