import {
  CASE_AXES,
  codeTree,
  flatTree,
  matrix,
  PHASES,
  PLACEMENTS,
  type CaseAxis,
  type Matrix,
  type MatrixAxis,
  type MatrixHead,
  type StudyState,
} from '@bagom/core';
import { command, EXIT, JSON_OPTION } from '../command.js';
import type { Messages } from '../language.js';
import { nearest } from '../nearest.js';
import { table } from '../table.js';
import { UsageError } from '../usage-error.js';
import { withStudy } from '../with-study.js';

const AXES = ['code', 'section', ...CASE_AXES] as const satisfies readonly MatrixAxis[];

export const matrixCommand = command({
  name: 'matrix',
  operands: [{ name: 'STUDY', required: true }],
  options: {
    rows: { kind: 'choice', value: 'AXIS', choices: AXES },
    cols: { kind: 'choice', value: 'AXIS', choices: AXES },
    codes: { kind: 'list', value: 'PATHS' },
    where: { kind: 'texts', value: 'AXIS=VALUE' },
    ...JSON_OPTION,
  },
  async run({ operands: [name = ''], options, io, messages, json }) {
    const { rows = 'code', cols = 'phase' } = options;
    const group = groupOf(options.where);
    const counted = await withStudy(name, 'read', async ({ state }) => {
      checkSite(group, state);
      const paths = pathsOf(state);
      const found = matrix(state, { rows, cols, codes: codesAt(options.codes ?? [], paths) }, { group });
      return keyed(found, rows, cols, new Map([...paths].map(([path, id]) => [id, path])));
    });
    io.out(json ? JSON.stringify(counted) : drawn(counted, messages));
    return EXIT.done;
  },
});

/** Every code's id by its path. */
function pathsOf(state: StudyState): Map<string, string> {
  return new Map(flatTree(codeTree(state)).map(({ path, code }) => [path, code.id]));
}

function codesAt(wanted: readonly string[], paths: ReadonlyMap<string, string>): string[] {
  return wanted.map((path) => {
    const id = paths.get(path);
    if (id !== undefined) return id;
    const closest =
      nearest(path, [...paths.keys()]) ?? [...paths.keys()].find((known) => known.endsWith(`/${path}`));
    if (!closest) throw new UsageError('usage.unknown-code', { path });
    throw new UsageError('usage.unknown-code-near', { path, closest });
  });
}

const VALUES: Readonly<Record<Exclude<CaseAxis, 'site'>, readonly string[]>> = {
  phase: PHASES,
  complexity: PLACEMENTS,
  gender: ['f', 'm', 'x'],
  background: ['danish', 'immigrant', 'descendant', 'refugee', 'other'],
  channel: ['offer', 'respondent'],
};

/** `phase=adult`, also several joined by `;` or a comma. */
function groupOf(where: readonly string[]): Partial<Record<CaseAxis, string>> {
  const group: Partial<Record<CaseAxis, string>> = {};
  for (const part of where.flatMap((text) => text.split(/[;,]/))) {
    const [key = '', value = ''] = part.split('=').map((side) => side.trim());
    const axis = CASE_AXES.find((known) => known === key);
    const refuse = (allowed: readonly string[]): never => {
      throw new UsageError('usage.bad-value', {
        option: '--where',
        given: part,
        allowed: allowed.join(', '),
      });
    };
    if (!axis) return refuse(CASE_AXES.map((known) => `${known}=…`));
    if (axis !== 'site' && !VALUES[axis].includes(value))
      return refuse(VALUES[axis].map((known) => `${axis}=${known}`));
    group[axis] = value;
  }
  return group;
}

/** A site is asked for by its name. */
function checkSite(group: Partial<Record<CaseAxis, string>>, state: StudyState): void {
  if (group.site === undefined) return;
  const site = [...state.sites.values()].find(({ id, name }) => id === group.site || name === group.site);
  if (!site) {
    const allowed = [...state.sites.values()].map(({ name }) => `site=${name}`).join(', ');
    throw new UsageError('usage.bad-value', { option: '--where', given: `site=${group.site}`, allowed });
  }
  group.site = site.id;
}

/** A matrix whose keys mean something outside the study: a code's path, a section's number, a site's name, a value. */
function keyed(
  { rows, cols, cells, n }: Matrix,
  rowAxis: MatrixAxis,
  colAxis: MatrixAxis,
  paths: ReadonlyMap<string, string>,
) {
  const keysOf = (heads: readonly MatrixHead[], axis: MatrixAxis): Map<string, string> => {
    const key = ({ key: id, name }: MatrixHead): string => {
      if (axis === 'section') return /^\d+(\.\d+)*/.exec(name)?.[0] ?? name;
      return axis === 'code' ? (paths.get(id) ?? id) : name || id;
    };
    const keys = new Map(heads.map((head) => [head.key, key(head)]));
    // Two reports in one study have sections of the same number: then the path tells them apart.
    return new Set(keys.values()).size === keys.size
      ? keys
      : new Map(heads.map((head) => [head.key, paths.get(head.key) ?? head.key]));
  };
  const keys = { row: keysOf(rows, rowAxis), col: keysOf(cols, colAxis) };
  const head = (names: ReadonlyMap<string, string>) => (found: MatrixHead) => ({
    ...found,
    key: names.get(found.key) ?? found.key,
  });
  return {
    rows: rows.map(head(keys.row)),
    cols: cols.map(head(keys.col)),
    cells: cells.map(({ row, col, persons, passages }) => ({
      row: keys.row.get(row) ?? row,
      col: keys.col.get(col) ?? col,
      persons,
      passages,
    })),
    n,
  };
}

function drawn({ rows, cols, cells, n }: ReturnType<typeof keyed>, { matrix: say, words }: Messages): string {
  const persons = new Map(cells.map((cell) => [`${cell.row}\n${cell.col}`, cell.persons]));
  const shown = ({ key, name, depth }: MatrixHead) => `${'  '.repeat(depth)}${name || (words[key] ?? key)}`;
  const lines = [
    ['', ...cols.map(shown)],
    ['', ...cols.map((col) => say.of(col.n))],
    ...rows.map((row) => [
      shown(row),
      ...cols.map((col) => String(persons.get(`${row.key}\n${col.key}`) ?? '·')),
    ]),
  ];
  return `${table(
    lines,
    cols.map((_, i) => i + 1),
  )}\n\n${say.persons(n)}`;
}
