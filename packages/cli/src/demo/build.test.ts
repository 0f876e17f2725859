import {
  assess,
  doubleCodingProgress,
  fitChecks,
  invitationCounts,
  quotaGrid,
  respondentLink,
  type ClassAnalysis,
  type ClassAnalysisKind,
} from '@bagom/core';
import { openKeyFile, openStudy } from '@bagom/store';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { json, run, temporaryFolder, type Ran } from '../run-line.fixture.js';
import { PASSPHRASE } from './build.js';

const at = temporaryFolder();
const study = at('demo.bagom');

let built: Ran;
beforeAll(async () => {
  built = await run('demo', at('demo'));
}, 120_000);

describe('the demo study', () => {
  test('is a study, its key and its originals, and nothing else', () => {
    expect([built.code, built.err]).toEqual([0, '']);
    expect(built.out).toContain(PASSPHRASE);
    expect(readdirSync(at('.')).sort()).toEqual(['demo.bagom', 'demo.key', 'demo.media']);
  });

  test('has the counts of its material and the published margins', async () => {
    const info = await json<Record<string, unknown>>('info', study);
    expect(info).toMatchObject({
      respondents: 2300,
      sites: 12,
      participants: {
        total: 78,
        byPhase: { young: 21, adult: 24, older: 33 },
        byGender: { f: 40, m: 38 },
        byChannel: { offer: 63, respondent: 15 },
      },
      interviews: 73,
      transcripts: 28,
      excerpts: 0,
      codes: 67,
      claims: 25,
    });
    const classes = info['classes'] as { name: string; share: number }[];
    expect(classes.map(({ name }) => name)).toEqual(['Majoritet', 'Risiko', 'Udsat']);
    [0.78, 0.18, 0.04].forEach((share, k) => expect(Math.abs(classes[k]!.share - share)).toBeLessThan(0.01));
    expect(info['codings']).toBeGreaterThan(1000);
    expect(info['operations']).toBeGreaterThan(100);
  });

  test('has a sample of a third of its texts, of all life phases, coded by both and partly settled', async () => {
    const file = await openStudy(study, { mode: 'read' });
    const { state } = file;
    const [sample] = state.doubleCodings.values();
    const resolutions = [...state.resolutions.values()];
    await file.close();
    const phases = sample!.sourceIds.map((id) => {
      const { participantId } = state.sources.get(id)!;
      return state.participants.get(participantId!)!.phase;
    });
    expect(phases.map(String).sort((a, b) => (a < b ? -1 : 1))).toEqual([
      'adult',
      'adult',
      'adult',
      'older',
      'older',
      'older',
      'young',
      'young',
      'young',
    ]);
    expect(sample!.blind).toBe(false);
    expect(doubleCodingProgress(state, sample!).map(({ coded }) => coded)).toEqual([9, 9]);
    expect(resolutions.map(({ decision }) => decision).sort((a, b) => (a < b ? -1 : 1))).toEqual([
      'drop',
      'drop',
      'drop',
      'keep',
      'keep',
      'keep',
      'keep',
    ]);
  });

  test('its codebook has a history, its texts notes, bookmarks and examples, and its memos lead to each other', async () => {
    const file = await openStudy(study, { mode: 'read' });
    const { state } = file;
    await file.close();
    const kinds = [...state.codeEvents.values()].map(({ kind }) => kind);
    for (const kind of ['split', 'made', 'renamed', 'merged', 'redefined'] as const)
      expect(kinds).toContain(kind);
    const nameOf = (name: string) => [...state.codes.values()].some((code) => code.name === name);
    expect(['Ikke til besvær', 'At klare sig selv', 'Lukket i weekenden'].map(nameOf)).toEqual([
      true,
      false,
      false,
    ]);
    const memos = [...state.memos.values()];
    expect(memos.filter(({ version }) => version !== null)).toHaveLength(5);
    expect([state.bookmarks.size, state.memoLinks.size, state.examples.size]).toEqual([5, 21, 7]);
    // All that is under a code keeps the order of the material.
    const lonely = [...state.codes.values()].find(({ name }) => name === 'Ensomhed')!;
    const under = [...state.codes.values()]
      .filter(({ parentId }) => parentId === lonely.id)
      .sort((a, b) => a.position - b.position);
    expect(under.map(({ name }) => name)).toEqual([
      'Ensom blandt andre',
      'Svære tidspunkter',
      'Ensomhed som vilkår',
    ]);
  });

  test('its coders agree better than chance, and worse than the percentage says', async () => {
    interface Answer {
      coders: string[];
      texts: number;
      overall: {
        percent: number;
        kappa: number;
        prevalence: number;
        ci: { kappa: { low: number; high: number } };
      };
    }
    const { coders, texts, overall } = await json<Answer>(
      'agreement',
      study,
      '--sample',
      'Ni tekster, kodet hver for sig',
      '--unit',
      'sentences',
      '--replicates',
      '100',
    );
    expect([coders, texts]).toEqual([['Signe Bruun', 'Karen Toft Lund'], 9]);
    expect(overall.percent).toBeGreaterThan(0.95);
    expect(overall.prevalence).toBeLessThan(0.05);
    expect(overall.kappa).toBeGreaterThan(0.3);
    expect(overall.kappa).toBeLessThan(0.8);
    expect(overall.ci.kappa.low).toBeLessThan(overall.kappa);
  });

  test('its chosen model trusts its search, says why it was chosen, and was analysed as the page would', async () => {
    const file = await openStudy(study, { mode: 'read' });
    const { state } = file;
    await file.close();
    const model = [...state.classModels.values()].find(({ chosen }) => chosen)!;
    const searched = fitChecks(model).filter(({ code }) => code === 'starts' || code === 'replicated');
    expect(searched.map(({ state: of }) => of)).toEqual(['good', 'good']);
    expect(model.reason).toContain('BIC');
    const found = [...state.classAnalyses.values()];
    expect(found.map(({ modelId }) => modelId)).toEqual([model.id, model.id, model.id]);
    expect(found.map(({ kind }) => kind)).toEqual(['standard-errors', 'covariates', 'distal']);
    const of = <K extends ClassAnalysisKind>(kind: K) =>
      found.find((one) => one.kind === kind) as Extract<ClassAnalysis, { kind: K }>;
    const errors = of('standard-errors');
    expect(errors.options.errors).toBe('linearised');
    // The sample was drawn within five regions: as many degrees of freedom as respondents less strata.
    expect(errors.result.df).toBe(2300 - 5);
    const { low, high } = errors.result.shares[2]!;
    expect([low! < 0.04, high! > 0.04]).toEqual([true, true]);
    // Education was made to go with the classes, life phase and gender were not.
    expect(of('covariates').result.tests.map(({ name, test: told }) => [name, told!.p < 0.05])).toEqual([
      ['livsfase', false],
      ['koen', false],
      ['udd', true],
    ]);
    const means = of('distal').result.means!;
    [7.9, 5.6, 3.2].forEach((mean, k) => expect(means[k]!.estimate).toBeCloseTo(mean, 0));
  });

  test('is whole', async () => {
    expect(await json('check', study)).toMatchObject({ ok: true, problems: [] });
  });

  test('has invited respondents of the risk class; fifteen agreed, and the key alone knows which participants they are', async () => {
    const file = await openStudy(study, { mode: 'read' });
    const { state } = file;
    const invitations = [...state.invitations.values()];
    const counts = invitationCounts(invitations);
    const told = JSON.stringify(await file.operations());
    await file.close();
    expect(counts.states.agreed).toBe(15);
    expect(Object.values(counts.states).every((n) => n > 0)).toBe(true);
    expect(invitations.every(({ className, certainty }) => className === 'Risiko' && certainty >= 0.7)).toBe(
      true,
    );
    const links = (await openKeyFile(at('demo.key'), PASSPHRASE))
      .all()
      .filter(({ field }) => field === 'respondent');
    const linked = links.map(({ id, value }) => ({
      person: state.participants.get(id)!,
      invitation: invitations.find((one) => respondentLink(one) === value)!,
    }));
    expect(new Set(links.map(({ value }) => value)).size).toBe(15);
    for (const { person, invitation } of linked) {
      expect([person.channel, invitation.state]).toEqual(['respondent', 'agreed']);
      expect(invitation.quota['Køn']).toBe(person.gender === 'f' ? 'Kvinde' : 'Mand');
      expect(told).not.toContain(respondentLink(invitation));
    }
  });

  test('has exactly two claims that do not hold, one interview withdrawn, six mentions undecided', async () => {
    const file = await openStudy(study, { mode: 'read' });
    const { state } = file;
    const problems = [...state.claims.values()]
      .map((claim) => assess(state, claim))
      .filter((a) => a.problems.length > 0);
    const open = [...state.mentions.values()].filter(({ decision }) => decision === 'open');
    const grid = quotaGrid(state);
    await file.close();
    expect(problems.map((a) => a.problems)).toEqual([['quantifier-too-strong'], ['counter-case-untold']]);
    expect([...state.consents.values()].filter(({ withdrawnAt }) => withdrawnAt !== null)).toHaveLength(1);
    expect(open).toHaveLength(6);
    expect(new Set(open.map(({ sourceId }) => sourceId)).size).toBe(2);
    expect(grid.margins.map(({ target }) => target).reduce((a, b) => a + b)).toBe(78);
    expect([...state.coders.values()]).toHaveLength(2);
  });

  test('keeps true names in the key alone, and gives each back to who has the passphrase', async () => {
    const key = await openKeyFile(at('demo.key'), PASSPHRASE);
    const names = key.all().filter(({ table, field }) => table === 'participants' && field === 'name');
    expect(names).toHaveLength(78);
    const bytes = readFileSync(study).toString('latin1');
    // What people say in a transcript stands there until it is published; what they are called by the register does not.
    const told = names.filter(({ value }) => bytes.includes(Buffer.from(value, 'utf8').toString('latin1')));
    expect(told).toEqual([]);
  });

  test('is not made over anything', async () => {
    const before = readFileSync(at('demo.key'));
    expect(await run('demo', at('demo'), '--lang', 'en')).toMatchObject({ code: 1, out: '' });
    expect(readFileSync(at('demo.key'))).toEqual(before);
    writeFileSync(at('other.key'), 'mine');
    expect((await run('demo', at('other'))).code).toBe(1);
    expect(existsSync(at('other.bagom'))).toBe(false);
  });
});

describe('commands over the demo study', () => {
  interface Head {
    key: string;
    n: number;
  }
  interface MatrixJson {
    rows: Head[];
    cols: Head[];
    cells: { row: string; col: string; persons: number; passages: number }[];
    n: number;
  }

  test('info and check speak both languages', async () => {
    expect((await run('info', study)).out).toMatch(/respondenter +2\.300/);
    expect((await run('info', study, '--lang', 'en')).out).toMatch(/respondents +2,300/);
    expect((await run('check', study)).out).toContain('Undersøgelsen er hel');
    expect((await run('check', study, '--lang', 'en')).out).toContain('The study is whole');
  });

  test('a matrix counts persons; its rows are code paths', async () => {
    const { rows, cols, cells, n } = await json<MatrixJson>(
      'matrix',
      study,
      '--codes',
      'Ønsker,Relationer/Ensomhed',
    );
    expect(rows.map(({ key }) => key)).toEqual(['Relationer/Ensomhed', 'Ønsker']);
    expect(cols.map(({ key, n }) => [key, n])).toEqual([
      ['young', 9],
      ['adult', 8],
      ['older', 10],
    ]);
    expect(n).toBe(27);
    for (const { persons, passages, col } of cells) {
      expect(persons).toBeLessThanOrEqual(passages);
      expect(persons).toBeLessThanOrEqual(cols.find(({ key }) => key === col)!.n);
    }
    const adults = await json<MatrixJson>('matrix', study, '--cols', 'gender', '--where', 'phase=adult');
    expect(adults.n).toBe(8);
    expect((await run('matrix', study)).out).toContain('Personer tælles, aldrig tekststeder');
    expect(await run('matrix', study, '--codes', 'Ensomhet', '--lang', 'en')).toMatchObject({
      code: 2,
      out: '',
    });
  });

  test('classes of the study come near the published ones', async () => {
    interface Model {
      classes: number;
      shares: number[];
      probs: number[][][];
      maxima: { loglik: number; hits: number }[];
      identified: boolean;
      warnings: unknown[];
    }
    const { models, data, seed } = await json<{
      models: Model[];
      data: { n: number; patterns: number; weighted: boolean; items: { name: string }[] };
      seed: number;
    }>('classes', study, '--classes', '3', '--starts', '8', '--seed', '7');
    expect(seed).toBe(7);
    expect(data).toMatchObject({ n: 2300, weighted: true });
    expect(data.items).toHaveLength(24);
    const model = models[0]!;
    expect(Object.keys(model)).toEqual(
      expect.arrayContaining([
        'loglik',
        'npar',
        'aic',
        'bic',
        'abic',
        'entropy',
        'shares',
        'probs',
        'maxima',
        'identified',
        'warnings',
      ]),
    );
    expect(model.identified).toBe(true);
    expect(model.shares[0]).toBeCloseTo(0.78, 1);
    const lonely = model.probs[data.items.findIndex(({ name }) => name === 'ensom')]!.map(
      (probs) => probs[0]!,
    );
    [0.02, 0.35, 0.86].forEach((share, k) => expect(Math.abs(lonely[k]! - share)).toBeLessThan(0.03));
    expect((await run('classes', study, '--classes', '1-2', '--starts', '4', '--lang', 'en')).out).toContain(
      'lowest BIC',
    );
  });

  test('a report is written in three forms, without the interview that was withdrawn', async () => {
    for (const name of ['report.html', 'report.docx', 'report.txt']) {
      const told = await json<{ excerpts: number; withheld: number }>('report', study, '--out', at(name));
      expect(told).toMatchObject({ excerpts: 31, withheld: 1 });
      expect(readFileSync(at(name)).length).toBeGreaterThan(10_000);
    }
    expect(readFileSync(at('report.docx')).subarray(0, 2).toString()).toBe('PK');
    const text = readFileSync(at('report.txt'), 'utf8');
    expect(text).toContain('(Villads, 22 år)');
    expect(text).not.toContain('(Hassan, 42 år)');
    expect(readdirSync(at('.')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('an audit tells what to look at; beside its study it knows ages, persons and words', async () => {
    await run('report', study, '--out', at('report.txt'));
    interface Finding {
      rule: string;
      severity: string;
      line: number;
      message: string;
      passages: unknown[];
    }
    const { findings } = await json<{ findings: Finding[] }>('audit', at('report.txt'), '--study', study);
    expect(findings.length).toBeGreaterThan(0);
    const beside = ['unknown-person', 'other-age', 'not-printable', 'other-words'];
    expect(findings.filter(({ rule }) => beside.includes(rule))).toEqual([]);
    const changed = readFileSync(at('report.txt'), 'utf8')
      .replace('(Villads, 22 år)', '(Villads, 32 år)')
      .replaceAll('Tage', 'Theodor')
      .replace(/sådan\s+en\s+røvdag/, 'sådan en god dag');
    writeFileSync(at('changed.txt'), changed);
    const found = (
      await json<{ findings: Finding[] }>('audit', at('changed.txt'), '--study', study, '--lang', 'en')
    ).findings;
    const messages = found.filter(({ rule }) => beside.includes(rule)).map(({ message }) => message);
    expect(messages).toEqual(
      expect.arrayContaining([
        'Villads is printed as 32 years; the study says 22',
        'Theodor is quoted but is no participant of the study',
        "these words of Villads do not stand in the study's transcripts as published",
      ]),
    );
    expect((await run('audit', study)).code).toBe(1);
    expect((await run('audit', study, '--lang', 'en')).out).toMatch(/\d+ findings in 31 excerpts/);
  });
});
