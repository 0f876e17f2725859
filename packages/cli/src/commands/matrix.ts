import { CASE_AXES, matrix, type Matrix, type MatrixAxis, type MatrixHead } from '@bagom/core';
import { codesAt, pathsOf } from '../code-paths.js';
import { command, EXIT, JSON_OPTION } from '../command.js';
import { groupIn } from '../group-in.js';
import type { Messages } from '../language.js';
import { leftOutField, SIGHT_OPTIONS, sightOf } from '../sight.js';
import { table } from '../table.js';
import { withStudy } from '../with-study.js';

const AXES = ['code', 'section', 'person', ...CASE_AXES] as const satisfies readonly MatrixAxis[];

export const matrixCommand = command({
  name: 'matrix',
  operands: [{ name: 'STUDY', required: true }],
  options: {
    rows: { kind: 'choice', value: 'AXIS', choices: AXES },
    cols: { kind: 'choice', value: 'AXIS', choices: AXES },
    codes: { kind: 'list', value: 'PATHS' },
    where: { kind: 'texts', value: 'AXIS=VALUE' },
    ...SIGHT_OPTIONS,
    ...JSON_OPTION,
  },
  async run({ operands: [name = ''], options, io, messages, json }) {
    const { rows = 'code', cols = 'phase' } = options;
    groupIn(null, options.where);
    const { counted, sight } = await withStudy(name, 'read', async ({ state }) => {
      const sight = sightOf(state, options, { io, messages });
      const group = groupIn(state, options.where);
      const paths = pathsOf(state);
      const spec = { rows, cols, codes: codesAt(options.codes ?? [], paths) };
      const found = matrix(sight.seen, spec, { group });
      const pathOf = new Map([...paths].map(([path, id]) => [id, path]));
      return { counted: keyed(found, rows, cols, pathOf), sight };
    });
    io.out(json ? JSON.stringify({ ...counted, ...leftOutField(sight) }) : drawn(counted, messages));
    return EXIT.done;
  },
});

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
