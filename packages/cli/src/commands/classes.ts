import type { BagomError } from '@bagom/core';
import { THREAD_LIMIT } from '@bagom/server';
import { withAnswers } from '../answers.js';
import { analyseModel } from '../classes/analyse.js';
import { checkAsked, namesAsked, readAsked } from '../classes/asked.js';
import { classesText } from '../classes/drawn.js';
import { classesJson, type ModelFound } from '../classes/json.js';
import { command, EXIT, JSON_FILE_OPTION } from '../command.js';
import { refuseSource, refuseStudy, writeWhole } from '../files.js';

const ERROR_KINDS = [
  'observed',
  'bhhh',
  'sandwich',
  'linearised',
  'replicate-weights',
  'jackknife',
  'bootstrap',
  'parametric-bootstrap',
] as const;

export const classes = command({
  name: 'classes',
  operands: [{ name: 'STUDY|DATA', required: true }],
  options: {
    items: { kind: 'list', value: 'NAMES' },
    classes: { kind: 'range', value: 'FROM-TO', min: 1, max: 9 },
    starts: { kind: 'whole', value: 'N', min: 1, max: 100_000 },
    seed: { kind: 'whole', value: 'N', min: 0, max: Number.MAX_SAFE_INTEGER },
    missing: { kind: 'choice', value: 'RULE', choices: ['fiml', 'listwise'] },
    'missing-category': { kind: 'list', value: 'NAMES' },
    ordinal: { kind: 'list', value: 'NAMES' },
    weights: { kind: 'text', value: 'NAME' },
    strata: { kind: 'text', value: 'NAME' },
    psu: { kind: 'text', value: 'NAME' },
    fpc: { kind: 'text', value: 'NAME' },
    'lonely-psu': {
      kind: 'choice',
      value: 'RULE',
      choices: ['refuse', 'adjust', 'certainty', 'average'],
    },
    errors: { kind: 'choice', value: 'KIND', choices: ERROR_KINDS },
    blrt: { kind: 'whole', value: 'N', min: 1, max: 10_000 },
    covariates: { kind: 'list', value: 'NAMES' },
    threestep: { kind: 'choice', value: 'RULE', choices: ['bch', 'ml', 'none'] },
    assignment: { kind: 'choice', value: 'RULE', choices: ['modal', 'proportional'] },
    distal: { kind: 'text', value: 'NAME' },
    tol: { kind: 'number', value: 'GAIN', above: 0 },
    threads: { kind: 'whole', value: 'N', min: 1, max: THREAD_LIMIT },
    ...JSON_FILE_OPTION,
  },
  async run({ operands: [name = ''], options, io, messages, language, json }) {
    const { seed = 1, missing = 'fiml', tol: tolerance = 1e-10, threads } = options;
    const { from, to } = options.classes ?? { from: 1, to: 6 };
    const file = typeof options.json === 'string' ? options.json : undefined;
    checkAsked(options);
    if (file !== undefined) {
      await refuseStudy(file);
      await refuseSource(file, name);
    }
    const { classData, DEFAULT_SEARCH, fitRows, inStudyWords } = await import('@bagom/server');
    const { starts = DEFAULT_SEARCH.starts } = options;
    const names = namesAsked(options);
    const texts = names !== undefined;
    const answers = await withAnswers(name, { names, texts }, (opened) => readAsked(opened, options));
    const given = classData(answers.items, answers.weights, missing);
    const request = { ...given, from, to, starts, seed, tolerance, ordinal: answers.ordinal };
    const watch = (progress: number, classes: number) =>
      io.progress?.(messages.classes.fitting(classes, messages.percent(progress)));
    const { rows, data } = await inStudyWords(() => fitRows(request, { threads, watch }));
    const found: ModelFound[] = [];
    for (const row of rows) {
      const analysed = await analyseModel(row, given, answers, {
        asked: options,
        seed,
        threads,
        alone: rows.length === 1,
        watch: (classes, what, progress) =>
          io.progress?.(messages.classes.analysing(classes, what, messages.percent(progress))),
      });
      // Of several models each has what it can have; where only one is asked for, nothing is passed over.
      const [first] = analysed.refused;
      if (first && (rows.length === 1 || isAboutData(first.error))) throw first.error;
      found.push({ row, analysed });
    }
    io.progress?.('');
    const written = { found, data, answers, asked: options, seed };
    if (json) io.out(JSON.stringify(classesJson(written, messages, language)));
    else io.out(classesText(written, messages, language));
    if (file !== undefined) {
      await writeWhole(file, `${JSON.stringify(classesJson(written, messages, language))}\n`);
      io.out(`\n${messages.classes.written(file)}`);
    }
    return EXIT.done;
  },
});

/** What another model would be refused for as well: it is said at once, not once a model. */
function isAboutData({ code }: BagomError): boolean {
  return ![
    'classes.one-class',
    'classes.not-identified',
    'classes.singular',
    'classes.not-estimable',
  ].includes(code);
}
