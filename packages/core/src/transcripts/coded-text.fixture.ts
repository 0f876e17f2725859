import { createHash } from 'node:crypto';
import { SmallStudy } from '../study/small-study.fixture.js';
import { applyChanges, emptyState, type Draft, type StudyState } from '../study/state.js';
import { TABLE_NAMES, type Row } from '../study/tables.js';
import { readTurns } from './understand.js';

export const hash = (words: string) => createHash('sha256').update(words).digest('hex');
let made = 0;
export const MAKING = { newId: () => `new-${++made}`, hash, now: () => '2026-01-02T00:00:00Z' };

export const TEXT = `Interviewer: Hvor bor du?

IP: Jeg bor i Aarhus med Anders. [griner]

Interviewer: Og hvad laver du?

IP: Det er svært at komme ud. Jeg sover meget.
`;

/** A coded text, with one row of every kind on the same words. */
export function coded(words: string, text = TEXT) {
  const study = new SmallStudy().code('hjem').person('p', { text });
  const [source] = [...study.state.sources.values()];
  const [version] = [...study.state.sourceVersions.values()];
  const { turns, marks } = readTurns(text);
  study.add('sourceVersions', { ...version!, text: hash(text), length: text.length, turns, marks });
  const from = text.indexOf(words);
  const at = { sourceId: source!.id, version: 1, from, to: from + words.length };
  const place = { sourceId: source!.id, from: at.from, to: at.to };
  study
    .add('codings', { id: 'k', ...at, codeId: 'hjem', coderId: 'A', quoteHash: hash(words), createdAt: '' })
    .add('mentions', { id: 'm', ...at, entityId: null, kind: 'place', decision: 'keep', reason: '' })
    .add('bookmarks', { id: 'b', ...at, name: 'her', coderId: null })
    .add('memos', {
      id: 'a',
      title: 'note',
      body: '',
      about: 'source',
      aboutId: at.sourceId,
      coderId: null,
      createdAt: '',
      version: 1,
      from,
      to: at.to,
      quoteHash: hash(words),
    })
    .add('wishes', {
      id: 'w',
      participantId: 'p',
      need: 'at bo',
      arena: 'general',
      status: 'unmet',
      elicitation: 'asked',
      ...place,
    })
    .add('barriers', { id: 'h', participantId: 'p', barrier: 'langt', locus: 'person', ...place })
    .add('chapters', { id: 'c', parentId: null, position: 0, title: '' })
    .add('blocks', {
      id: 'x',
      chapterId: 'c',
      position: 0,
      kind: 'excerpt',
      text: 'Han siger:',
      claimId: null,
      matrix: null,
      ...place,
    });
  return { state: study.state, sourceId: at.sourceId, study };
}

/** The state after drafts, and how to take them back: what the store does. */
export function carriedOut(state: StudyState, drafts: readonly Draft[]): StudyState {
  const after = emptyState();
  for (const table of TABLE_NAMES)
    for (const row of state[table].values() as Iterable<Row>)
      applyChanges(after, [{ table, id: row.id, before: null, after: row }]);
  for (const draft of drafts) {
    const id = draft.do === 'insert' ? draft.row.id : draft.id;
    const before = (after[draft.table].get(id) ?? null) as Row | null;
    if (draft.do === 'insert' ? before : !before) throw new Error(`${draft.do} ${draft.table} ${id}`);
    const { row: inserted = null, set = {} } = draft as { row?: Row; set?: object };
    const row = draft.do === 'update' ? { ...before, ...set } : inserted;
    applyChanges(after, [{ table: draft.table, id, before, after: row as Row | null }]);
  }
  return after;
}
