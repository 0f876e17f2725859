import { expect, test } from 'vitest';
import type { ClassAnalysis } from '../class-analysis.js';
import { smallFit, smallModel } from '../small-model.fixture.js';
import { GROLTS_ITEMS, METHODS_ITEMS } from './grolts.js';
import type { MethodsFacts } from './methods-facts.js';
import { methodsProse, methodsSection, methodsText } from './methods-section.js';

const answers = [
  { label: 'nej', n: 2000 },
  { label: 'ja', n: 277 },
];
const facts = (set: Partial<MethodsFacts> = {}): MethodsFacts => {
  const model = smallModel();
  const other = (classes: number) =>
    smallModel({
      id: `k${classes}`,
      classes,
      fit: { ...smallFit(), shares: Array<number>(classes).fill(1 / classes) },
    });
  return {
    language: 'da',
    program: { name: 'Bagom', version: '0.1.0' },
    model,
    together: [other(1), other(2), model],
    otherwise: 0,
    indicators: [
      { id: 'i1', label: 'Ensom', answers, missing: 23 },
      { id: 'i2', label: 'Uden arbejde', answers, missing: 46 },
    ],
    wave: { name: 'Fællesskabsmålingen', year: 2017, respondents: 2300 },
    weight: null,
    design: { strata: false, units: false, replicates: false },
    analyses: [],
    labels: {},
    ...set,
  };
};
const estimated = (estimate: number, se: number | null) => ({
  estimate,
  se,
  low: se === null ? null : estimate - 0.01,
  high: se === null ? null : estimate + 0.01,
});
const errors = (): ClassAnalysis => ({
  id: 'e',
  modelId: 'k3',
  kind: 'standard-errors',
  createdAt: '2026-01-01',
  options: { errors: 'sandwich', replicates: 500, seed: 1, level: 0.95 },
  result: {
    shares: smallFit().shares.map((share) => estimated(share, 0.011)),
    probs: smallFit().probs.map((byClass) =>
      byClass.map((probs) => probs.map((p) => estimated(p, p === 0 || p === 1 ? null : 0.02))),
    ),
    df: null,
    scaling: 1.043,
    replicates: null,
    notes: [],
  },
});
const ratio = (): ClassAnalysis => ({
  id: 'r',
  modelId: 'k3',
  kind: 'likelihood-ratio',
  createdAt: '2026-01-01',
  options: { replicates: 100, starts: 60, seed: 1 },
  result: {
    nullClasses: 2,
    nullLoglik: -1010,
    statistic: 19.2,
    exceeding: 0,
    replicates: 100,
    p: 1 / 101,
    monteCarloError: 0.0099,
    replicated: 0.9,
    ratios: [],
    notes: [],
  },
});
const gapsOf = (item: string, set: Partial<MethodsFacts> = {}) =>
  methodsSection(facts(set)).gaps.filter((gap) => gap.item === item);

test('every item of the guidelines is answered, missing, or about something that was not done', () => {
  const { checklist } = methodsSection(facts());
  expect(checklist.map(({ item }) => item)).toEqual(METHODS_ITEMS);
  const open = checklist.filter(({ answeredBy, gaps }) => answeredBy.length === 0 && gaps.length === 0);
  // No covariates were used, and nothing has to be said of them.
  expect(open.map(({ item }) => item)).toEqual(['8']);
  expect(GROLTS_ITEMS).toHaveLength(21);
});

test('what was not done is a gap that leads to the work, and no sentence claims it', () => {
  const section = methodsSection(facts());
  expect(section.gaps).toContainEqual(
    expect.objectContaining({
      item: '15',
      act: 'standard-errors',
      text: 'Standardfejl er ikke beregnet endnu.',
    }),
  );
  expect(section.gaps).toContainEqual(expect.objectContaining({ item: '10', act: 'likelihood-ratio' }));
  expect(section.gaps).toContainEqual(expect.objectContaining({ item: '10', act: 'reason' }));
  expect(methodsProse(section)).not.toMatch(/Standardfejlene er|BLRT/u);
});

test('standard errors close their gap, stand with their kind, and come into the table', () => {
  const section = methodsSection(facts({ analyses: [errors()] }));
  expect(section.gaps.filter(({ act }) => act === 'standard-errors')).toEqual([]);
  expect(methodsProse(section)).toContain(
    'Standardfejlene er robuste (sandwich, som MLR i Mplus), og 95\u00a0%-intervaller er beregnet på logitskalaen (tabel 3); skaleringsfaktoren er 1,043.',
  );
  const final = section.tables.find(({ key }) => key === 'final')!;
  expect(final.rows[1]).toEqual([
    'Ensom',
    'nej',
    '0,980 (0,020) [0,970–0,990]',
    '0,670 (0,020) [0,660–0,680]',
    '0,100 (0,020) [0,090–0,110]',
  ]);
  expect(final.rows[3]![2]).toBe('1,000 (–)');
});

test('analyses of another model do not count', () => {
  expect(gapsOf('15', { analyses: [{ ...errors(), modelId: 'k2' } as ClassAnalysis] })).toHaveLength(1);
});

test('the test of one class fewer is told with the error that its p has', () => {
  const text = methodsProse(methodsSection(facts({ analyses: [ratio()] })));
  expect(text).toContain(
    'for 2 mod 3 klasser 19,2 (p\u00a0=\u00a00,010, Monte Carlo-fejl 0,010, 100 stikprøver)',
  );
});

test('weighted answers have no such test, which is said and not asked for', () => {
  const section = methodsSection(facts({ weight: 'Vægt' }));
  expect(section.gaps.filter(({ act }) => act === 'likelihood-ratio')).toEqual([]);
  expect(methodsProse(section)).toContain('BLRT) er ikke brugt, da den ikke findes for vægtede svar');
});

test('each criterion is told at the number of classes where it is lowest, entropy never as a reason', () => {
  const text = methodsProse(methodsSection(facts({ language: 'en' })));
  expect(text).toContain('The lowest are BIC, CAIC and ICL at 2 classes; aBIC, AIC and AIC3 at 3 classes.');
  expect(text).toContain('was not used to choose their number');
});

test('program, version, starts, seed, hits and rank are told', () => {
  const text = methodsProse(methodsSection(facts({ language: 'en' })));
  expect(text).toContain('estimated in Bagom 0.1.0');
  expect(text).toContain('500 random starts of two kinds');
  expect(text).toContain('less than 10⁻¹⁰ (seed 7)');
  expect(text).toContain('reached by 24 of the 30 starts');
  expect(text).toContain('the Jacobian has rank 8 for 8 parameters');
});

test('a model that is not identified says that its figures cannot be interpreted', () => {
  const model = smallModel({ fit: { ...smallFit(), identified: false, rank: 7 } });
  expect(methodsProse(methodsSection(facts({ model })))).toContain(
    'Modellen er ikke identificeret: data kan kun bestemme 7 af 8 parametre',
  );
});

test('the reason is printed as the researcher wrote it, as a sentence', () => {
  const model = smallModel({ reason: 'de tre klasser kan genkendes i feltet' });
  const text = methodsProse(methodsSection(facts({ model })));
  expect(text).toContain('Modellen med 3 klasser er valgt. De tre klasser kan genkendes i feltet.');
  expect(gapsOf('10', { model }).some(({ act }) => act === 'reason')).toBe(false);
});

test('weights, ordered indicators and user-missing answers that count are told by name', () => {
  const model = smallModel({
    settings: {
      ordinal: ['i1'],
      userMissingAsCategory: ['i2'],
      design: true,
      finished: 30,
      tolerance: 1e-10,
    },
  });
  const text = methodsProse(methodsSection(facts({ model, weight: 'Vægt', language: 'en' })));
  expect(text).toContain('weighted by ‘Vægt’');
  expect(text).toContain('treats ‘Ensom’ as ordered (adjacent-category logits) and the others as nominal');
  expect(text).toContain('In ‘Uden arbejde’, answers such as');
});

test('a model that was removed leaves a gap: its class sizes are no longer known', () => {
  expect(gapsOf('12', { together: [smallModel()] })).toHaveLength(1);
});

test('respondents who are all in the model are not counted twice', () => {
  expect(methodsProse(methodsSection(facts()))).toContain(
    'med 2.300 respondenter, som alle indgår i modellen.',
  );
  const model = smallModel({ fit: { ...smallFit(), n: 2290, dropped: { empty: 10, incomplete: 0 } } });
  const text = methodsProse(methodsSection(facts({ model })));
  expect(text).toContain('med 2.300 respondenter, hvoraf 2.290 indgår i modellen.');
  expect(text).toContain('10 uden svar på nogen af indikatorerne er udeladt.');
});

test('as text, tables come with tabs and the classes by name', () => {
  const text = methodsText(methodsSection(facts()));
  expect(text).toContain('Indikator\tSvar\tMajoritet\tRisiko\tUdsat');
  expect(text).toContain('Ensom\tnej\t2.000\t87,8\u00a0%');
});
