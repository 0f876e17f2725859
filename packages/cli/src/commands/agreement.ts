import {
  agreement,
  AGREEMENT_UNITS,
  BagomError,
  codeTree,
  COEFFICIENTS,
  flatTree,
  LEADS,
  questionOf,
  veilOver,
  type Agreement,
  type AgreementAsked,
  type Coefficients,
  type StudyState,
  type TurnRole,
} from '@bagom/core';
import { codesAt, pathsOf } from '../code-paths.js';
import { command, EXIT, JSON_OPTION } from '../command.js';
import type { Messages } from '../language.js';
import { coderNamed, named } from '../named.js';
import { leftOutField, SIGHT_OPTIONS, sightOf } from '../sight.js';
import { table, wrap } from '../table.js';
import { UsageError } from '../usage-error.js';
import { withStudy } from '../with-study.js';

const ROLES = ['interviewee', 'interviewer', 'other'] as const satisfies readonly TurnRole[];

export const agreementCommand = command({
  name: 'agreement',
  operands: [{ name: 'STUDY', required: true }],
  options: {
    unit: { kind: 'choice', value: 'UNIT', choices: AGREEMENT_UNITS },
    coders: { kind: 'list', value: 'NAMES' },
    codes: { kind: 'list', value: 'PATHS' },
    under: { kind: 'flag' },
    roles: { kind: 'list', value: 'ROLES' },
    sources: { kind: 'list', value: 'TITLES' },
    sample: { kind: 'text', value: 'NAME' },
    replicates: { kind: 'whole', value: 'N', min: 0, max: 100_000 },
    seed: { kind: 'whole', value: 'N', min: 0, max: 2 ** 32 - 1 },
    ...SIGHT_OPTIONS,
    ...JSON_OPTION,
  },
  async run({ operands: [name = ''], options, io, messages, json }) {
    const { unit = 'characters', replicates = 1000, seed = 1 } = options;
    const found = await withStudy(name, 'read', async (study) => {
      const { state } = study;
      const sight = sightOf(state, options, { io, messages });
      const veil = veilOver(state, sight.who);
      const sample = options.sample === undefined ? undefined : sampleNamed(state, options.sample);
      if (sample?.blind && sight.who !== LEADS)
        throw new BagomError('double-coding.blind', { name: sample.name });
      const asked: AgreementAsked = {
        unit,
        withUnder: options.under,
        roles: rolesOf(options.roles),
        ...(sample ? { doubleCodingId: sample.id } : {}),
        ...(veil ? { without: veil.sourceIds } : {}),
        ...(options.coders
          ? { coderIds: options.coders.map((coder) => coderNamed(state, coder, '--coders')) }
          : {}),
        ...(options.sources ? { sourceIds: options.sources.map((title) => sourceTitled(state, title)) } : {}),
        ...(options.codes ? { codeIds: codesAt(options.codes, pathsOf(state)) } : {}),
      };
      const { question, silent } = questionOf(sight.seen, asked);
      const texts = await study.texts(question.sourceIds);
      const { codes, overall } = agreement(sight.seen, texts, { ...question, seed, replicates });
      const paths = new Map(flatTree(codeTree(state)).map(({ path, code }) => [code.id, path]));
      const named = (id: string) => state.coders.get(id)?.name ?? id;
      return {
        unit,
        coders: question.coderIds.map(named),
        texts: question.sourceIds.length,
        codes: codes.map(({ code, ...rest }) => ({ code: paths.get(code) ?? code, ...rest })),
        overall,
        silent: silent.map(named),
        blind: [...state.doubleCodings.values()].filter(({ blind }) => blind).map((one) => one.name),
        intervals: { method: 'percentile bootstrap', drawn: 'turns', level: 0.95 },
        seed,
        replicates,
        ...leftOutField(sight),
      };
    });
    io.out(json ? JSON.stringify(found) : drawn(found, messages, options.unveil));
    return EXIT.done;
  },
});

const sourceTitled = (state: StudyState, wanted: string) =>
  named(state.sources.values(), wanted, '--sources', ({ title, fileName }) => [title, fileName]);
const sampleNamed = (state: StudyState, wanted: string) =>
  state.doubleCodings.get(named(state.doubleCodings.values(), wanted, '--sample', ({ name }) => [name]))!;

function rolesOf(wanted: readonly string[] | undefined): TurnRole[] | null {
  if (!wanted) return null;
  return wanted.map((given) => {
    const role = ROLES.find((known) => known === given);
    if (!role)
      throw new UsageError('usage.bad-value', { option: '--roles', given, allowed: ROLES.join(', ') });
    return role;
  });
}

interface Found {
  unit: string;
  coders: readonly string[];
  texts: number;
  codes: readonly (Agreement & { code: string })[];
  overall: Agreement;
  silent: readonly string[];
  blind: readonly string[];
  seed: number;
  replicates: number;
}

/** Beyond these parts of yes a kappa near nothing may stand beside coders who agree nearly everywhere. */
const EXTREME = { low: 0.05, high: 0.95 };

function drawn(found: Found, { agreement: say, number: told }: Messages, unveiled: boolean): string {
  const { codes, overall, coders, silent, blind, replicates } = found;
  const figure = (of: Agreement, name: keyof Coefficients): string => {
    const value = of[name];
    if (value === null) return '–';
    const interval = of.ci[name];
    const number = (one: number, digits: number) => told(Math.abs(one) < 0.005 ? 0 : one, digits);
    return interval
      ? `${number(value, 2)} [${number(interval.low, 2)}; ${number(interval.high, 2)}]`
      : number(value, 2);
  };
  const row = (name: string, of: Agreement) => [
    name,
    told(of.prevalence, 3),
    ...COEFFICIENTS.map((coefficient) => figure(of, coefficient)),
  ];
  const lines = [
    [say.code, say.prevalence, ...COEFFICIENTS.map((name) => say.coefficients[name])],
    ...codes.map((code) => row(code.code, code)),
    row(say.overall, overall),
  ];
  const extreme = codes.some(
    ({ prevalence, kappa }) => kappa !== null && (prevalence < EXTREME.low || prevalence > EXTREME.high),
  );
  const notes = [
    ...(replicates > 0 ? [say.intervals(replicates)] : []),
    ...(codes.some((code) => COEFFICIENTS.some((name) => code[name] === null)) ? [say.untold] : []),
    ...(extreme ? [say.extreme] : []),
    ...(silent.length > 0 ? [say.silent(silent.join(', '))] : []),
    ...(unveiled && blind.length > 0 ? [say.blind(blind.join(', '))] : []),
  ];
  return [
    say.head(coders.join(', '), found.texts, told(overall.units), say.units[found.unit] ?? found.unit),
    table(lines, lines[0]!.map((_, i) => i).slice(1)),
    ...notes.map((note) => wrap(note, 100)),
  ].join('\n\n');
}
