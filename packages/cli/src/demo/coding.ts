import { insert, NO_PLACE, type Code, type Draft } from '@bagom/core';
import { newId } from '@bagom/store';
import { createHash } from 'node:crypto';
import { codebookHistory, type CodebookChange } from './codebook-history.js';
import { CODERS } from './coders.js';
import { change, groupBy, type Demo } from './demo.js';
import { locate } from './locate.js';
import { materialError, oneOf, readTsv } from './tsv.js';

/** Hues a golden angle apart, so that neighbouring top codes never look alike (degrees). */
const GOLDEN_ANGLE = 137.508;

/**
 * The codebook as it was when coding began, one top code with all under it at a time: a code that was split off later is not
 * there yet, and one that was merged away still is.
 */
export async function addCodebook(demo: Demo): Promise<void> {
  const file = 'codebook.tsv';
  const rows = await readTsv(file, ['path', 'definition', 'use', 'useNot', 'example', 'origin']);
  const history = await codebookHistory();
  const changed = (path: string, act: CodebookChange['act']) =>
    history.find((one) => one.act === act && one.code === path);
  const positions = new Map<string, number>();
  let tops = 0;
  for (const [top, group] of groupBy(rows, ({ path }) => path.split('/')[0] ?? '')) {
    const hue = Math.round((tops++ * GOLDEN_ANGLE + 20) % 360);
    const drafts = group.flatMap(({ path, definition, use, useNot, example, origin, line }) => {
      const above = path.split('/').slice(0, -1).join('/');
      const parentId = above ? demo.codes.get(above) : null;
      if (parentId === undefined) throw materialError(file, line, `no code ${above} above ${path}`);
      const position = positions.get(above) ?? 0;
      positions.set(above, position + 1);
      const code: Code = {
        id: newId(),
        parentId,
        position,
        name: path.slice(above ? above.length + 1 : 0),
        definition,
        use,
        useNot,
        example,
        origin: oneOf(['theory', 'research', 'guide', 'inductive'], origin, file, line),
        hue,
        shortName: null,
        status: null,
      };
      demo.codebook.set(path, code);
      const from = changed(path, 'split')?.was;
      demo.codes.set(path, (from && demo.codes.get(from)) || code.id);
      if (from !== undefined) return [];
      const first = {
        ...code,
        name: changed(path, 'rename')?.was ?? code.name,
        useNot: changed(path, 'sharpen')?.was ?? useNot,
      };
      const merged = changed(path, 'merge');
      if (!merged) return [insert('codes', first)];
      const earlier = { ...code, id: newId(), name: merged.was, definition: merged.definition };
      demo.earlier.set(path, { id: earlier.id, texts: merged.texts });
      const meaning = { use: '', useNot: '', example: '', position: group.length };
      return [insert('codes', first), insert('codes', { ...earlier, ...meaning })];
    });
    await change(demo, 'code.save', `${top} (${group.length})`, drafts);
  }
}

export async function addCoders(demo: Demo): Promise<void> {
  for (const [letter, [name, initials]] of Object.entries(CODERS)) {
    const id = newId();
    demo.coders.set(letter, id);
    await change(demo, 'coder.save', name, [insert('coders', { id, name, initials })]);
  }
}

/** What each coder coded in each transcript, found by its words. */
export async function codeSources(demo: Demo): Promise<void> {
  for (const [number, source] of demo.sources) {
    const file = `codings/${source.name}.tsv`;
    const rows = await readTsv(file, ['coder', 'code', 'quote']);
    for (const letter of ['A', 'B'] as const) {
      const createdAt = `${day(CODERS[letter][2], number - 1)}T09:00:00.000Z`;
      const done = new Set<string>();
      const drafts = rows.flatMap(({ coder, code, quote, line }): Draft[] => {
        if (oneOf(['A', 'B'], coder, file, line) !== letter) return [];
        const earlier = demo.earlier.get(code);
        const codeId = earlier && number <= earlier.texts ? earlier.id : demo.codes.get(code);
        if (codeId === undefined) throw materialError(file, line, `no code ${code}`);
        const span = locate(source.text, quote);
        if (typeof span === 'string') throw materialError(file, line, span);
        const { from, to } = span;
        if (done.has(`${codeId} ${from} ${to}`)) throw materialError(file, line, 'coded twice');
        done.add(`${codeId} ${from} ${to}`);
        const id = newId();
        demo.codings.push({ id, number, path: code, quote, from, to });
        const quoteHash = createHash('sha256').update(source.text.slice(from, to), 'utf8').digest('hex');
        const coderId = demo.coders.get(letter) ?? '';
        return [
          insert('codings', {
            id,
            sourceId: source.id,
            version: source.version,
            from,
            to,
            codeId,
            coderId,
            quoteHash,
            createdAt,
          }),
        ];
      });
      await change(demo, 'coding.add', `${source.name}, ${CODERS[letter][1]} (${drafts.length})`, drafts);
    }
  }
}

/** Memos about the study, texts, codes, people and claims; a text is named by its participant's number. */
export async function addMemos(demo: Demo): Promise<void> {
  const file = 'memos.tsv';
  const rows = await readTsv(file, ['about', 'key', 'title', 'body', 'coder']);
  type Subject = 'study' | 'source' | 'code' | 'participant' | 'claim';
  const about: Record<Subject, (key: string) => string | undefined> = {
    study: () => [...demo.study.state.studies.keys()][0],
    source: (key) => demo.sources.get(Number(key))?.id,
    code: (key) => demo.codes.get(key),
    participant: (key) => demo.participants.get(Number(key)),
    claim: (key) => demo.claims.get(Number(key)),
  };
  for (const [index, row] of rows.entries()) {
    const kind = oneOf(['study', 'source', 'code', 'participant', 'claim'], row.about, file, row.line);
    const aboutId = about[kind](row.key);
    if (aboutId === undefined) throw materialError(file, row.line, `no ${kind} ${row.key}`);
    const createdAt = `${day('2025-09-10', index)}T15:00:00.000Z`;
    const coderId = demo.coders.get(row.coder) ?? null;
    await change(demo, 'memo.save', row.title, [
      insert('memos', {
        id: newId(),
        title: row.title,
        body: row.body,
        about: kind,
        aboutId,
        coderId,
        createdAt,
        ...NO_PLACE,
      }),
    ]);
  }
}

/** A date so many days later. */
function day(from: string, later: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + later * 86_400_000).toISOString().slice(0, 10);
}
