import { describe, expect, test } from 'vitest';
import { SmallStudy } from '../../study/small-study.fixture.js';
import { agreement, codedTexts, inSentences, type AgreementQuestion } from './agreement.js';
import { disagreementsIn } from './disagreements.js';
import type { AgreementUnit } from './text-units.js';

const TEXT = 'Hun bor alene. Det er svært. Om aftenen ser hun tv. Hun savner nogen.';
/** Two coders, A and B, one text of one turn; `coded` lists [coder, from, to]. */
function ask(
  coded: readonly (readonly [string, number, number])[],
  unit: AgreementUnit,
  more: Partial<AgreementQuestion> = {},
) {
  const study = new SmallStudy().code('x').code('y').person('a', { text: TEXT });
  for (const coder of ['A', 'B']) study.add('coders', { id: coder, name: coder, initials: coder });
  const sourceId = [...study.state.sources.keys()][0]!;
  coded.forEach(([coderId, from, to], i) =>
    study.add('codings', {
      id: `k${i}`,
      sourceId,
      version: 1,
      from,
      to,
      codeId: 'x',
      coderId,
      quoteHash: '',
      createdAt: '',
    }),
  );
  const question = {
    coderIds: ['A', 'B'],
    sourceIds: [sourceId],
    codeIds: ['x'],
    unit,
    replicates: 0,
    ...more,
  };
  const texts = new Map([[sourceId, TEXT]]);
  return { study, question, texts, found: agreement(study.state, texts, question) };
}

describe('agreement on a text', () => {
  test('half an overlap, in characters, worked by hand', () => {
    // 69 characters; A 0-20, B 10-30: alike 10 yes and 39 no.
    const { overall } = ask(
      [
        ['A', 0, 20],
        ['B', 10, 30],
      ],
      'characters',
    ).found;
    const n = TEXT.length;
    const observed = (10 + (n - 30)) / n;
    const yes = 20 / n;
    expect(overall.units).toBe(n);
    expect(overall.percent).toBeCloseTo(observed, 12);
    expect(overall.prevalence).toBeCloseTo(yes, 12);
    const chance = yes * yes + (1 - yes) * (1 - yes);
    expect(overall.kappa).toBeCloseTo((observed - chance) / (1 - chance), 12);
  });

  test('codings that never meet agree less than by chance, whatever they are counted in', () => {
    for (const unit of ['characters', 'sentences', 'excerpts'] as const) {
      const { overall } = ask(
        [
          ['A', 0, 14],
          ['B', 29, 51],
        ],
        unit,
      ).found;
      expect(overall.kappa).toBeLessThan(0);
      expect(overall.alpha).toBeLessThan(0);
      expect(overall.unitized).toBeLessThan(0);
    }
  });

  test('a coder who was asked and found nothing disagrees; one who was not asked is not compared', () => {
    const silent = ask([['A', 0, 20]], 'sentences', { assigned: () => true }).found.overall;
    expect(silent).toMatchObject({ units: 4, percent: 0.5, kappa: 0, prevalenceOf: [0.5, 0] });
    const absent = ask([['A', 0, 20]], 'sentences').found.overall;
    expect(absent).toMatchObject({ units: 0, percent: null, kappa: null, unitized: null });
  });

  test('sentences and turns count once, however much of them is coded', () => {
    const one: (readonly [string, number, number])[] = [
      ['A', 0, 3],
      ['B', 4, 13],
    ];
    expect(ask(one, 'sentences').found.overall).toMatchObject({ units: 4, percent: 1, kappa: 1 });
    expect(ask(one, 'turns').found.overall).toMatchObject({ units: 1, percent: 1, kappa: null });
    expect(ask(one, 'characters').found.overall.percent).toBeLessThan(1);
  });

  test('a coder who coded the same words twice counts once', () => {
    const twice = ask(
      [
        ['A', 0, 20],
        ['A', 10, 30],
        ['B', 0, 30],
      ],
      'characters',
    ).found.overall;
    expect(twice).toMatchObject({ percent: 1, kappa: 1, unitized: 1 });
  });

  test('turns divided into sentences afterwards are the sentences of the text', () => {
    const { study, question, texts } = ask([['A', 0, 20]], 'sentences', { assigned: () => true });
    const byTurns = codedTexts(study.state, texts, { ...question, unit: 'turns' });
    expect(inSentences(byTurns, [{ text: TEXT, language: 'da' }])).toEqual(
      codedTexts(study.state, texts, question),
    );
  });

  test('an excerpt over two turns, from a label, is one in each; what was coded in the second is no agreement in the first', () => {
    const made = ask(
      [
        ['A', 0, 28],
        ['B', 16, 28],
      ],
      'excerpts',
    );
    // Labels cannot be coded: the words of the two turns begin at 5 and at 19.
    const turn = { label: 'Hun', time: null, line: null };
    const [version] = made.study.state.sourceVersions.values();
    version!.turns = [
      { from: 5, to: 14, role: 'interviewer', ...turn },
      { from: 19, to: 28, role: 'interviewee', ...turn },
    ];
    const answer = (more: Partial<AgreementQuestion>) =>
      agreement(made.study.state, made.texts, { ...made.question, ...more }).overall;
    expect(answer({})).toMatchObject({ units: 2, percent: 0.5, prevalenceOf: [1, 0.5] });
    expect(answer({ roles: ['interviewee'] })).toMatchObject({ units: 1, percent: 1 });
    expect(answer({ roles: ['interviewer'] })).toMatchObject({ units: 1, percent: 0 });
  });

  test('a code stands for all under it where that is asked', () => {
    const { study, question, texts } = ask(
      [
        ['A', 0, 20],
        ['B', 0, 20],
      ],
      'characters',
    );
    study.code('z', 'x');
    study.state.codings.get('k1')!.codeId = 'z';
    expect(agreement(study.state, texts, question).overall.kappa).toBeCloseTo(0, 12);
    expect(agreement(study.state, texts, { ...question, withUnder: true }).overall.kappa).toBe(1);
  });
});

test('intervals are the same for the same seed, and hold the figure', () => {
  const study = new SmallStudy().code('x').person('a', { text: TEXT }).person('b', { text: TEXT });
  const sourceIds = [...study.state.sources.keys()];
  const spans = [
    ['A', 0, 20],
    ['B', 5, 20],
    ['A', 40, 60],
    ['B', 40, 66],
  ] as const;
  for (const sourceId of sourceIds)
    spans.forEach(([coderId, from, to], i) =>
      study.add('codings', {
        id: `${sourceId}-${i}`,
        sourceId,
        version: 1,
        from,
        to,
        codeId: 'x',
        coderId,
        quoteHash: '',
        createdAt: '',
      }),
    );
  const texts = new Map(sourceIds.map((id) => [id, TEXT]));
  const question = {
    coderIds: ['A', 'B'],
    sourceIds,
    codeIds: ['x'],
    unit: 'characters',
    replicates: 200,
  } as const;
  const first = agreement(study.state, texts, { ...question, seed: 7 });
  expect(agreement(study.state, texts, { ...question, seed: 7 })).toEqual(first);
  const { kappa, ci } = first.overall;
  expect(ci.kappa!.low).toBeLessThanOrEqual(kappa!);
  expect(ci.kappa!.high).toBeGreaterThanOrEqual(kappa!);
});

test('what coders differ on is listed, by presence and by borders', () => {
  const { study, question, texts } = ask(
    [
      ['A', 0, 14],
      ['B', 0, 14],
      ['A', 15, 28],
      ['B', 29, 51],
      ['A', 30, 51],
    ],
    'turns',
  );
  const [text] = codedTexts(study.state, texts, question);
  expect(disagreementsIn(text!, ['x']).map(({ from, to, kind }) => [from, to, kind])).toEqual([
    [15, 28, 'presence'],
    [29, 51, 'borders'],
  ]);
});
