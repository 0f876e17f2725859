import { insert, update, type ClassModel } from '@bagom/core';
import { answersFingerprint, fitClasses, importFile, SurveyColumns, type FitRequest } from '@bagom/server';
import { blobOf, newId } from '@bagom/store';
import { change, type Demo } from './demo.js';
import { demoSurvey } from './survey.js';

const CLASS_NAMES = ['Majoritet', 'Risiko', 'Udsat'];
const MOST_CLASSES = 5;
/** Few, so that the demo is soon made; each number of classes is still reached by several of them. */
const STARTS = 24;
const SEED = 1;

/** The survey, read as a researcher's own CSV file, then told what a codebook would tell. */
export async function importSurvey(demo: Demo): Promise<void> {
  const { csv, metadata } = await demoSurvey();
  const fileName = 'faellesskabsmaaling-2024.csv';
  await importFile(demo.study, new TextEncoder().encode(csv), { fileName, as: 'survey' });
  const described = new Map(metadata.map((variable) => [variable.name, variable]));
  const drafts = [...demo.study.state.variables.values()].flatMap(({ id, name }) => {
    const { name: _, ...set } = described.get(name) ?? { name };
    return Object.keys(set).length > 0 ? [update('variables', id, set)] : [];
  });
  await change(demo, 'variable.change', `${drafts.length}`, drafts);
}

/** Models of one to five classes, of which the one with three is chosen and its classes named. */
export async function fitModels(demo: Demo): Promise<void> {
  const { study } = demo;
  const variables = [...study.state.variables.values()].sort((a, b) => a.position - b.position);
  const indicators = variables.filter(({ role }) => role === 'indicator');
  const weight = variables.find(({ role }) => role === 'weight');
  const columns = new SurveyColumns();
  const answers = await Promise.all(
    indicators.map(async (variable) => {
      const values = (await columns.values(study, variable)) as Float64Array;
      const given = (value: number) => !Number.isNaN(value) && !variable.userMissing.includes(value);
      const categories = [...new Set(values)].filter(given).sort((a, b) => a - b);
      return {
        categories,
        codes: values.map((value) => (given(value) ? categories.indexOf(value) + 1 : NaN)),
      };
    }),
  );
  const request: FitRequest = {
    names: indicators.map(({ name }) => name),
    columns: answers.map(({ codes }) => codes),
    categories: answers.map(({ categories }) => categories),
    weights: weight ? ((await columns.values(study, weight)) as Float64Array) : null,
    missing: 'fiml',
    from: 1,
    to: MOST_CLASSES,
    starts: STARTS,
    seed: SEED,
  };
  const models = await fitClasses(request);
  const blobs = models.map(({ posteriors }) => blobOf(new Uint8Array(posteriors.slice().buffer)));
  const fittedOn = answersFingerprint(study.state.variables, weight ? [...indicators, weight] : indicators);
  const rows = models.map(({ classes, fit }, index): ClassModel => ({
    id: newId(),
    waveId: indicators[0]?.waveId ?? '',
    name: classes === 1 ? '1 klasse' : `${classes} klasser`,
    indicators: indicators.map(({ id }) => id),
    classes,
    weightId: weight?.id ?? null,
    missing: request.missing,
    seed: SEED,
    starts: STARTS,
    chosen: false,
    classNames: Array<string>(classes).fill(''),
    fit: { ...fit, answers: fittedOn },
    posteriors: blobs[index]?.hash ?? '',
    settings: null,
    reason: null,
  }));
  const wave = [...study.state.waves.values()][0];
  await study.commit(
    'classes.fit',
    wave?.name ?? '',
    rows.map((row) => insert('classModels', row)),
    blobs,
  );
  const chosen = rows.find(({ classes }) => classes === CLASS_NAMES.length);
  if (!chosen) return;
  await change(demo, 'class-model.choose', chosen.name, [update('classModels', chosen.id, { chosen: true })]);
  await change(demo, 'class-model.name', chosen.name, [
    update('classModels', chosen.id, { classNames: CLASS_NAMES }),
  ]);
}
