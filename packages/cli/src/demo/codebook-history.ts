import {
  changeEvents,
  mergeCodes,
  placeCode,
  rowsWhere,
  splitCode,
  update,
  type Code,
  type Stamp,
} from '@bagom/core';
import { newId } from '@bagom/store';
import { CODERS } from './coders.js';
import { change, type Demo } from './demo.js';
import { materialError, oneOf, readTsv } from './tsv.js';

const FILE = 'codebook-history.tsv';
const ACTS = ['split', 'rename', 'merge', 'sharpen'] as const;

/** A change of the codebook, told from what it became: the material's codebook is the last. */
export interface CodebookChange {
  act: (typeof ACTS)[number];
  /** The path of the code as it is in the end. */
  code: string;
  /** What there was before: a code's path that it was split from, a name, or when the code was not to be used. */
  was: string;
  /** Of a code that was merged away. */
  definition: string;
  /** The texts, by their person's number, that were coded with a code that was merged away: those up to this. */
  texts: number;
  coder: keyof typeof CODERS;
  date: string;
  note: string;
  line: number;
}

/** What has happened to the codebook, oldest first. */
export async function codebookHistory(): Promise<CodebookChange[]> {
  const rows = await readTsv(FILE, ['act', 'code', 'was', 'definition', 'texts', 'coder', 'date', 'note']);
  return rows.map((row) => ({
    ...row,
    act: oneOf(ACTS, row.act, FILE, row.line),
    coder: oneOf(['A', 'B'], row.coder, FILE, row.line),
    texts: Number(row.texts),
  }));
}

/** The codebook becomes what it is: codes are split, renamed, merged and sharpened while coding goes on, each for a reason. */
export async function changeCodebook(demo: Demo): Promise<void> {
  const { state } = demo.study;
  for (const one of await codebookHistory()) {
    const { act, code: path, line, note } = one;
    const [by] = CODERS[one.coder];
    const stamp: Stamp = { by, at: `${one.date}T10:30:00.000Z`, note, newId };
    const code = state.codes.get(demo.codes.get(path) ?? '');
    const final = demo.codebook.get(path);
    if (!code || !final) throw materialError(FILE, line, `no code ${path}`);
    if (act === 'rename' || act === 'sharpen') {
      const after: Code = { ...code, name: final.name, useNot: final.useNot };
      const set = update('codes', code.id, { name: after.name, useNot: after.useNot });
      await change(demo, 'code.save', after.name, [set, ...changeEvents(code, after, stamp)]);
    } else if (act === 'merge') {
      const earlier = demo.earlier.get(path)!;
      const { drafts } = mergeCodes(state, [earlier.id], code.id, stamp);
      await change(demo, 'code.merge', `${one.was} → ${path}`, drafts);
    } else await split(demo, one, code, final, stamp);
  }
}

/** Takes the codings that are the new code's out of the old one; its meaning and its place are written after that. */
async function split(demo: Demo, one: CodebookChange, from: Code, final: Code, stamp: Stamp): Promise<void> {
  const { state } = demo.study;
  const codingIds = demo.codings.flatMap(({ id, path }) => (path === one.code ? [id] : []));
  const { drafts, id } = splitCode(state, from.id, { codingIds, name: final.name, under: true }, stamp);
  await change(demo, 'code.split', `${from.name} → ${final.name}`, drafts);
  demo.codes.set(one.code, id);
  const { definition, use, useNot, example, origin, hue } = final;
  const meaning = { definition, use, useNot, example, origin, hue };
  const made = state.codes.get(id)!;
  const events = changeEvents(made, { ...made, ...meaning }, { ...stamp, note: '' });
  await change(demo, 'code.save', final.name, [update('codes', id, meaning), ...events]);
  const next = rowsWhere(state, 'codes', { parentId: from.id })
    .sort((a, b) => a.position - b.position)
    .find(({ name }) => (demo.codebook.get(`${one.was}/${name}`)?.position ?? -1) > final.position);
  const place = { parentId: from.id, before: next?.id ?? null };
  await change(demo, 'code.move', final.name, placeCode(state, state.codes.get(id)!, place, stamp));
}
