import { randomStream, simulate, WARNINGS } from '@bagom/latent-class';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { classNotes as danish } from '../messages/class-notes/da.js';
import { classNotes as english } from '../messages/class-notes/en.js';
import { json, run, temporaryFolder } from '../run-line.fixture.js';

// Reference fits by poLCA 1.6.0.2 and StepMix 2.2.1, and design-based errors by independent arithmetic; see the README
// beside them. They live next to the repository, not in it.
const folder = new URL('../../../../../shared/reference/lca/', import.meta.url);
const present = existsSync(new URL('README.md', folder));
const reference = (name: string) => new URL(name, folder).pathname;
const expected = <T>(name: string) => JSON.parse(readFileSync(reference(name), 'utf8')) as T;

interface Estimated {
  estimate: number;
  se: number | null;
  low: number | null;
  high: number | null;
}
interface Model {
  classes: number;
  loglik: number;
  npar: number;
  bic: number;
  caic: number;
  aic3: number;
  icl: number;
  g2: number;
  x2: number;
  sparse: boolean;
  df: { table: number; cases: number };
  smallest: number;
  shares: number[];
  probs: number[][][];
  maxima: { loglik: number; hits: number }[];
  identified: boolean;
  boundary: unknown[];
  residuals: { items: string[]; bvr: number }[];
  warnings: { code: string; message: string }[];
  errors?: { kind: string; df: number; shares: Estimated[]; probs: Estimated[][][] };
  blrt?: { p: number; replicates: number };
  covariates?: Regression;
  threestep?: Regression;
  distal?: { means: Estimated[]; equal: { p: number }; pairs: unknown[] };
  refused?: { what: string; error: { code: string; message: string } }[];
}
interface Regression {
  coefficients: (Estimated & { odds: number; p: number })[][];
  terms: { name: string; label: string }[];
  tests: { name: string; test: { df: number; p: number } }[];
  errors: string;
}
interface Answer {
  models: Model[];
  data: { n: number; rows: number; weighted: boolean; items: { name: string; values: unknown[] }[] };
  seed: number;
}

const fitted = async (...line: string[]) => (await json<Answer>('classes', ...line)).models[0]!;
const refusedBy = async (...line: string[]) => {
  const { code, out } = await run('classes', ...line, '--json');
  return [code, (JSON.parse(out) as { error?: { code: string } }).error?.code];
};

const at = temporaryFolder();
/** 400 people in two classes: five questions, a covariate and an outcome that follow the class, region, weight and design. */
const made = at('made.csv');
const NAMES = ['q1', 'q2', 'q3', 'q4', 'q5'];
const ITEMS = ['--items', NAMES.join(',')];
function makeData(): void {
  const probs = NAMES.map(() => [
    [0.85, 0.15],
    [0.25, 0.75],
  ]);
  const { columns, classOfRow } = simulate({ shares: [0.65, 0.35], probs }, 400, 5);
  const random = randomStream(9);
  const rows = Array.from({ length: 400 }, (_, row) => {
    const k = classOfRow[row]!;
    const age = Math.round(30 + 15 * k + 20 * random());
    const region = ['north', 'south', 'west'][Math.floor(random() * 3)];
    const score = (2 + 3 * k + random()).toFixed(2);
    const answers = columns.map((column, item) => (row === 7 && item === 0 ? 9 : column[row]));
    return [...answers, age, region, score, 0.5 + (row % 3), 1 + (row % 4), row % 20, 100].join(',');
  });
  writeFileSync(
    made,
    [[...NAMES, 'age', 'region', 'score', 'w', 's', 'u', 'units'].join(','), ...rows].join('\n'),
  );
  // Without the stray 9.
  writeFileSync(at('clean.csv'), readFileSync(made, 'utf8').replace(/^9,/m, '1,'));
}
makeData();
const clean = at('clean.csv');

describe.skipIf(!present)(
  'against published and recomputed figures (skipped when ../shared is absent)',
  () => {
    const CARCINOMA = [reference('carcinoma.csv'), '--items', 'A,B,C,D,E,F,G'];
    const ELECTION = [
      '--items',
      'MORALG,CARESG,KNOWG,LEADG,DISHONG,INTELG,MORALB,CARESB,KNOWB,LEADB,DISHONB,INTELB',
    ];

    test('carcinoma in four classes: the highest maximum, and the one that is often published for it', async () => {
      const model = await fitted(...CARCINOMA, '--classes', '4');
      expect(model.maxima[0]!.loglik).toBeCloseTo(-289.285849, 5);
      expect(model.maxima.map(({ loglik }) => loglik)).toContainEqual(expect.closeTo(-289.789, 3));
      expect(model.warnings.map(({ code }) => code)).toContain('close-rival');
    });

    test('carcinoma in three classes: every criterion, both conventions of degrees of freedom', async () => {
      const theirs = expected<Record<string, number>>('expected/carcinoma_k3.json');
      const model = await fitted(...CARCINOMA, '--classes', '3');
      expect([model.loglik, model.bic, model.caic, model.aic3, model.icl, model.g2, model.x2]).toEqual(
        ['loglik', 'bic', 'caic', 'aic3', 'icl_bic', 'G2', 'X2'].map((name) =>
          expect.closeTo(theirs[name]!, 3),
        ),
      );
      expect([model.df.table, model.df.cases, model.npar]).toEqual([
        theirs['df_full_table'],
        theirs['resid_df_poLCA'],
        theirs['npar'],
      ]);
      expect(model.residuals).toHaveLength(21);
      expect(model.residuals[0]!.bvr).toBeGreaterThan(model.residuals[20]!.bvr);
    });

    test.each([
      ['listwise', 'election_k3'],
      ['fiml', 'election_k3_fiml'],
    ])('election with missing answers, %s', async (missing, name) => {
      const theirs = expected<{ loglik: number; shares: number[] }>(`expected/${name}.json`);
      const line = [reference('election.csv'), ...ELECTION, '--classes', '3', '--missing', missing];
      const model = await fitted(...line, '--starts', '100');
      expect(model.loglik).toBeCloseTo(theirs.loglik, 4);
      expect(model.shares).toEqual(
        theirs.shares.toSorted((a, b) => b - a).map((share) => expect.closeTo(share, 3)),
      );
    });

    test.each(['carcinoma', 'election'])(
      '%s with weights, strata and sampling units: linearised errors',
      async (name) => {
        const theirs = expected<{
          nclass: number;
          items: string[];
          loglik_pseudo: number;
          degf: number;
          se: { linearised: { shares: number[] } };
          se_jackknife_JKn: { shares: number[] };
        }>(`weighted/${name}_design.json`);
        const line = [reference(`weighted/${name}_design.csv`), '--items', theirs.items.join(',')];
        const design = ['--weights', 'weight', '--strata', 'stratum', '--psu', 'psu'];
        const model = await fitted(...line, '--classes', `${theirs.nclass}`, ...design, '--starts', '60');
        expect(model.loglik).toBeCloseTo(theirs.loglik_pseudo, 3);
        expect([model.errors!.kind, model.errors!.df]).toEqual(['linearised', theirs.degf]);
        expect(model.errors!.shares.map(({ se }) => se)).toEqual(
          theirs.se.linearised.shares.map((se) => expect.closeTo(se, 4)),
        );
      },
    );

    test('cheating by grade point average: three steps by ML and BCH, and the means by class', async () => {
      type Case = Record<string, { beta_vs_largest_class: number[][]; means: number[] }>;
      const theirs = expected<Record<string, Case>>('threestep.json')['cheating_gpa']!;
      const complete = at('cheating.csv');
      // StepMix uses those who have the average from the first step on.
      const lines = readFileSync(reference('cheating.csv'), 'utf8').trim().split('\n');
      writeFileSync(complete, lines.filter((line) => !/,\s*$/.test(line)).join('\n'));
      const line = [complete, '--items', 'LIEEXAM,LIEPAPER,FRAUD,COPYEXAM', '--classes', '2'];
      const ml = await fitted(...line, '--covariates', 'GPA', '--threestep', 'ml', '--distal', 'GPA');
      const slopes = theirs['stepmix_covariate_ML_modal']!.beta_vs_largest_class[1]!;
      expect(ml.threestep!.coefficients[1]!.map(({ estimate }) => estimate)).toEqual(
        slopes.map((b) => expect.closeTo(b, 3)),
      );
      expect(ml.threestep!.errors).toBe('propagated');
      // StepMix holds the class shares in the third step of ML, which moves the means a little.
      expect(ml.distal!.means.map(({ estimate }) => estimate)).toEqual(
        theirs['stepmix_ML_modal']!.means.map((mean) => expect.closeTo(mean, 2)),
      );
      for (const [assignment, key] of [
        ['modal', 'stepmix_BCH_modal'],
        ['proportional', 'stepmix_BCH_soft'],
      ] as const) {
        const bch = await fitted(
          ...line,
          '--distal',
          'GPA',
          '--threestep',
          'bch',
          '--assignment',
          assignment,
        );
        expect(bch.distal!.means.map(({ estimate }) => estimate)).toEqual(
          theirs[key]!.means.map((mean) => expect.closeTo(mean, 3)),
        );
      }
    });

    test('cheating by grade point average in one step: the published coefficients', async () => {
      const line = [reference('cheating.csv'), '--items', 'LIEEXAM,LIEPAPER,FRAUD,COPYEXAM'];
      const { covariates } = await fitted(...line, '--classes', '2', '--covariates', 'GPA');
      // poLCA 1.6.0.2: class 1 against class 2 of poLCA, which is the smaller: the signs are those against the largest.
      expect(covariates!.coefficients[1]!.map(({ estimate }) => Math.abs(estimate))).toEqual([
        expect.closeTo(0.1134, 2),
        expect.closeTo(0.8425, 3),
      ]);
    });
  },
);

test('errors, a test, covariates and an outcome on one line, in text and as JSON', async () => {
  const line = [clean, ...ITEMS, '--classes', '2', '--starts', '40', '--blrt', '9', '--errors', 'sandwich'];
  const more = ['--covariates', 'age,region=south', '--threestep', 'bch', '--distal', 'score'];
  const model = await fitted(...line, ...more);
  expect(model.blrt).toMatchObject({ p: 0.1, replicates: 9 });
  expect(model.errors!.probs[0]![0]![0]!.low).toBeLessThan(model.probs[0]![0]![0]!);
  expect(model.threestep!.terms.map(({ name, label }) => `${name} ${label}`.trim())).toEqual([
    '(intercept)',
    'age',
    'region north',
    'region west',
  ]);
  const [age, region] = model.threestep!.tests;
  expect([age!.test.df, region!.test.df]).toEqual([1, 2]);
  expect(age!.test.p).toBeLessThan(0.01);
  expect(region!.test.p).toBeGreaterThan(0.01);
  expect(model.distal!.equal.p).toBeLessThan(1e-6);
  const { out } = await run('classes', ...line, ...more, '--lang', 'en');
  for (const words of [
    'p = 0.100',
    '(sandwich)',
    'three steps',
    'region=north',
    'p < 0.001',
    'score by class',
  ])
    expect(out).toContain(words);
});

test('any number of threads writes the same bytes', async () => {
  const line = [
    clean,
    ...ITEMS,
    '--classes',
    '1-3',
    '--starts',
    '30',
    '--blrt',
    '3',
    '--errors',
    'bootstrap',
  ];
  const [one, two] = [
    await run('classes', ...line, '--threads', '1', '--json'),
    await run('classes', ...line, '--threads', '2', '--json'),
  ];
  expect(two.out).toBe(one.out);
});

test('--json FILE writes what --json says, whole, and shows the usual table', async () => {
  const file = at('models.json');
  const line = [clean, ...ITEMS, '--classes', '2', '--starts', '20'];
  const { out } = await run('classes', ...line, '--json', file);
  expect(out).toContain('andel');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(await json('classes', ...line));
  const before = readFileSync(file, 'utf8');
  expect((await run('classes', clean, '--items', 'q1,nobody', '--json', file)).code).toBe(1);
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(readdirSync(at('.')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  const own = await run('classes', clean, ...ITEMS, '--json', clean);
  expect([own.code, own.err]).toEqual([1, expect.stringContaining('bliver ikke overskrevet')]);
});

test('of several models each has what it can have', async () => {
  const { models } = await json<Answer>(
    'classes',
    clean,
    '--items',
    'q1,q2,q3',
    '--classes',
    '1-2',
    '--errors',
    'observed',
  );
  expect(models.map(({ errors, refused }) => [errors !== undefined, refused?.[0]?.error.code])).toEqual([
    [true, undefined],
    [true, undefined],
  ]);
  const thin = await json<Answer>(
    'classes',
    clean,
    '--items',
    'q1,q2',
    '--classes',
    '1-2',
    '--errors',
    'observed',
  );
  expect(thin.models.map(({ errors, refused }) => [errors !== undefined, refused?.[0]?.error.code])).toEqual([
    [true, undefined],
    [false, 'classes.not-identified'],
  ]);
  expect(await refusedBy(clean, '--items', 'q1,q2', '--classes', '2', '--errors', 'observed')).toEqual([
    1,
    'classes.not-identified',
  ]);
});

describe('what cannot be done is said in one sentence', () => {
  const file = (name: string, text: string) => {
    writeFileSync(at(name), text);
    return at(name);
  };
  const cases: Record<string, [line: string[], code: string]> = {
    'a constant indicator': [
      [file('constant.csv', 'a,b\n1,1\n1,2\n1,1\n'), '--items', 'a,b'],
      'classes.constant-indicator',
    ],
    'an empty indicator': [
      [file('empty.csv', 'a,b\n,1\n,2\n,1\n'), '--items', 'a,b'],
      'classes.empty-indicator',
    ],
    'rows without any answer left': [
      [file('blank.csv', 'a,b\n1,\n,1\n2,\n,2\n'), '--items', 'a,b', '--missing', 'listwise'],
      'classes.no-rows',
    ],
    'an indicator that is a measure': [
      [
        file('measure.csv', `a,b\n${Array.from({ length: 60 }, (_, i) => `${i},${i % 2}`).join('\n')}\n`),
        '--items',
        'a,b',
      ],
      'classes.too-many-categories',
    ],
    'a name that is nearly right': [[clean, '--items', 'q1,q2,qq3'], 'survey.unknown-variable-near'],
    'a name that is far off': [[clean, '--items', 'loneliness'], 'survey.unknown-variable'],
    'a negative weight': [
      [file('minus.csv', 'a,b,w\n1,1,1\n2,2,-1\n1,2,1\n'), '--items', 'a,b', '--weights', 'w'],
      'survey.bad-weight',
    ],
    'a missing weight': [
      [file('none.csv', 'a,b,w\n1,1,1\n2,2,\n1,2,1\n'), '--items', 'a,b', '--weights', 'w'],
      'survey.bad-weight',
    ],
    'no weight at all': [
      [file('zero.csv', 'a,b,w\n1,1,0\n2,2,0\n1,2,0\n'), '--items', 'a,b', '--weights', 'w'],
      'classes.no-weight',
    ],
    'a lonely sampling unit': [
      [
        file('lonely.csv', readFileSync(clean, 'utf8').replace(/^(.*),1,(\d+),100$/m, '$1,77,1,100')),
        ...ITEMS,
        '--classes',
        '2',
        '--starts',
        '10',
        '--strata',
        's',
        '--psu',
        'u',
      ],
      'classes.lonely-psu',
    ],
    'a test of weighted data': [
      [clean, ...ITEMS, '--weights', 'w', '--blrt', '5', '--classes', '2', '--starts', '10'],
      'classes.weighted-ratio',
    ],
    'design errors without a design': [
      [clean, ...ITEMS, '--errors', 'linearised', '--classes', '2', '--starts', '10'],
      'classes.no-design',
    ],
    'a reference that nobody answered': [
      [clean, ...ITEMS, '--covariates', 'region=east'],
      'classes.no-category',
    ],
    'a covariate that is the same for all': [
      [clean, ...ITEMS, '--covariates', 'units', '--classes', '2', '--starts', '10'],
      'classes.bad-covariate',
    ],
    'an ordinal indicator that is none': [[clean, ...ITEMS, '--ordinal', 'age'], 'classes.no-such-indicator'],
  };
  test.each(Object.entries(cases))('%s', async (_, [line, code]) => {
    expect(await refusedBy(...line)).toEqual([1, code]);
    const { out, err } = await run('classes', ...line, '--lang', 'en');
    expect([out, err.trim().split('\n').length]).toEqual(['', 1]);
  });

  test('more classes than different answers, and weights of zero, are told with the model', async () => {
    const few = file(
      'few.csv',
      `a,b,w\n${Array.from({ length: 40 }, (_, i) => `${1 + (i % 2)},${1 + (i % 2)},${i === 0 ? 0 : 1}`).join('\n')}\n`,
    );
    const { out } = await run(
      'classes',
      few,
      '--items',
      'a,b',
      '--classes',
      '3',
      '--weights',
      'w',
      '--lang',
      'en',
    );
    expect(out).toContain('only 2 different sets of answers');
    expect(out).toContain('1 respondents have the weight 0');
  });

  test.each([
    ['three steps of nothing', ['--threestep', 'ml'], '--covariates'],
    ['a placement of nothing', ['--assignment', 'modal'], '--threestep'],
    ['a population without strata', ['--fpc', 'units'], '--strata'],
  ])('%s is wrong use', async (_, more, option) => {
    const { code, err } = await run('classes', clean, ...ITEMS, ...more);
    expect([code, err]).toEqual([2, expect.stringContaining(option)]);
  });
});

test('a value that stands for no answer may be a category of its own', async () => {
  const marked = at('marked.csv');
  writeFileSync(marked, readFileSync(made, 'utf8'));
  const { data } = await json<Answer>('classes', marked, ...ITEMS, '--classes', '1');
  expect(data.items[0]!.values).toEqual([1, 2, 9]);
});

test('ordinal indicators cost a parameter a class', async () => {
  const rows = Array.from({ length: 90 }, (_, i) =>
    [1 + (i % 3), 1 + ((i * 2) % 3), 1 + ((i * 5) % 3), 1 + (i % 2)].join(','),
  );
  writeFileSync(at('ordinal.csv'), ['a,b,c,d', ...rows].join('\n'));
  const line = [at('ordinal.csv'), '--items', 'a,b,c,d', '--classes', '2', '--starts', '10'];
  expect((await fitted(...line)).npar).toBe(1 + 2 * (2 + 2 + 2 + 1));
  expect((await fitted(...line, '--ordinal', 'a,b,c')).npar).toBe(1 + 3 * (2 + 1) + 2);
});

test('every warning has its words in both languages', () => {
  const codes = [
    ...Object.keys(WARNINGS),
    'design-not-counted',
    'weighted-no-p',
    'fixed-as-known',
    'lower-maximum',
  ];
  expect(Object.keys(english).sort()).toEqual(codes.toSorted());
  expect(Object.keys(danish).sort()).toEqual(codes.toSorted());
});
