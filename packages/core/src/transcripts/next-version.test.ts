import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { SmallStudy } from '../study/small-study.fixture.js';
import { applyChanges, emptyState, type Draft, type StudyState } from '../study/state.js';
import { TABLE_NAMES, type Row } from '../study/tables.js';
import { checkChanged, placeLost } from './lost-spans.js';
import { nextVersion } from './next-version.js';
import { readTurns } from './understand.js';

const hash = (words: string) => createHash('sha256').update(words).digest('hex');
let made = 0;
const MAKING = { newId: () => `new-${++made}`, hash, now: () => '2026-01-02T00:00:00Z' };

const TEXT = `Interviewer: Hvor bor du?

IP: Jeg bor i Aarhus med Anders. [griner]

Interviewer: Og hvad laver du?

IP: Det er svært at komme ud. Jeg sover meget.
`;

/** A coded text, with one row of every kind on the same words. */
function coded(words: string, text = TEXT) {
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
function carriedOut(state: StudyState, drafts: readonly Draft[]): StudyState {
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

const correct = (state: StudyState, sourceId: string, before: string, after: string) => {
  const next = nextVersion(state, { sourceId, before, after, reason: 'rettet' }, MAKING);
  return { ...next, after: carriedOut(state, next.drafts) };
};

describe('a new version of a text', () => {
  test('carries every row that stands on it, with the hash of its new words', () => {
    const { state, sourceId } = coded('bor i Aarhus');
    const text = TEXT.replace('Hvor bor du', 'Hvor bor du nu').replace('Aarhus', 'Odense');
    const { report, after, version } = correct(state, sourceId, TEXT, text);
    expect(report.counts).toEqual({ same: 0, changed: 7, moved: 0, lost: 0 });
    expect([version.number, after.sources.get(sourceId)!.version]).toEqual([2, 2]);
    const coding = after.codings.get('k')!;
    expect(text.slice(coding.from, coding.to)).toBe('bor i Odense');
    expect([coding.version, coding.quoteHash]).toEqual([2, hash('bor i Odense')]);
    const memo = after.memos.get('a')!;
    expect([memo.version, memo.quoteHash]).toEqual([2, hash('bor i Odense')]);
    for (const row of [after.wishes.get('w')!, after.barriers.get('h')!, after.blocks.get('x')!])
      expect(text.slice(row.from!, row.to!)).toBe('bor i Odense');
    expect(report.blocksChanged).toBe(1);
  });

  test('asks anew about words that were to be printed as they stand and became others', () => {
    const { state, sourceId } = coded('Aarhus');
    const { report, after } = correct(state, sourceId, TEXT, TEXT.replace('Aarhus', 'Ry'));
    expect([report.reopened, after.mentions.get('m')!.decision]).toEqual([1, 'open']);
    const elsewhere = correct(state, sourceId, TEXT, TEXT.replace('svært', 'hårdt'));
    expect([elsewhere.report.reopened, elsewhere.after.mentions.get('m')!.decision]).toEqual([0, 'keep']);
  });

  test('lists what stands on other words, with the old ones, until somebody looked or the words are back', () => {
    const { state, sourceId } = coded('bor i Aarhus');
    const [odense, ry] = [TEXT.replace('Aarhus', 'Odense'), TEXT.replace('Aarhus', 'Ry')];
    const listed = ({ lostSpans }: StudyState) =>
      [...lostSpans.values()].filter(({ table }) => table === 'codings').map((row) => [row.state, row.quote]);
    const first = correct(state, sourceId, TEXT, odense).after;
    expect(listed(first)).toEqual([['changed', 'bor i Aarhus']]);
    expect(first.lostSpans.size).toBe(7);
    // A second correction adds nothing: the words that were last looked at are still the first.
    const second = correct(first, sourceId, odense, ry).after;
    expect(listed(second)).toEqual([['changed', 'bor i Aarhus']]);
    expect(listed(correct(second, sourceId, ry, TEXT).after)).toEqual([]);
    // Gone altogether: it is lost, and no longer changed.
    const gone = correct(second, sourceId, ry, ry.replace('Jeg bor i Ry med Anders. [griner]', 'Nej.')).after;
    expect(listed(gone)).toEqual([['open', 'bor i Ry']]);
    const looked = carriedOut(first, checkChanged([...first.lostSpans.values()]));
    expect(listed(looked)).toEqual([['checked', 'bor i Aarhus']]);
    expect(listed(correct(looked, sourceId, odense, ry).after)).toEqual([
      ['checked', 'bor i Aarhus'],
      ['changed', 'bor i Odense'],
    ]);
  });

  test('lists what it could not carry, with the words; evidence goes with its coding and comes back with it', () => {
    const { state, sourceId, study } = coded('Det er svært at komme ud.');
    study
      .add('claims', {
        id: 'q',
        number: 1,
        statement: '',
        quantifier: 'nogle',
        group: {},
        codes: [],
        chapterId: null,
        surveyFigure: '',
      })
      .add('evidence', { id: 'e', claimId: 'q', codingId: 'k', stance: 'for', note: '' })
      .add('memos', {
        ...state.memos.get('a')!,
        id: 'about-coding',
        about: 'coding',
        aboutId: 'k',
        version: null,
        from: null,
        to: null,
        quoteHash: null,
      });
    const text = TEXT.replace('Det er svært at komme ud. ', '');
    const { report, after } = correct(state, sourceId, TEXT, text);
    expect(report.counts).toEqual({ same: 0, changed: 0, moved: 0, lost: 7 });
    expect([report.evidenceLost, report.blocksLost]).toEqual([1, 1]);
    expect([...after.lostSpans.values()].map(({ table, quote }) => [table, quote])).toEqual(
      ['codings', 'mentions', 'memos', 'bookmarks', 'wishes', 'barriers', 'blocks'].map((table) => [
        table,
        'Det er svært at komme ud.',
      ]),
    );
    expect([after.codings.size, after.evidence.size, after.wishes.size, after.blocks.size]).toEqual([
      0, 0, 1, 1,
    ]);
    expect(after.blocks.get('x')!.from).toBeNull();
    expect(after.memos.get('about-coding')!.about).toBe('study');

    const from = text.indexOf('Jeg sover meget.');
    const lost = [...after.lostSpans.values()].find(({ table }) => table === 'codings')!;
    const back = carriedOut(
      after,
      placeLost(after, lost, { from, to: from + 16 }, 2, hash('Jeg sover meget.')),
    );
    expect(back.codings.get('k')).toMatchObject({ from, version: 2, quoteHash: hash('Jeg sover meget.') });
    expect([back.evidence.get('e')?.codingId, back.memos.get('about-coding')!.aboutId]).toEqual(['k', 'k']);
    expect(back.lostSpans.get(lost.id)!.state).toBe('placed');
    expect('evidence' in back.codings.get('k')!).toBe(false);
  });

  test('what belonged to something that was removed since cannot be placed', () => {
    const { state, sourceId } = coded('Det er svært at komme ud.');
    const { after } = correct(state, sourceId, TEXT, TEXT.replace('Det er svært at komme ud. ', ''));
    applyChanges(after, [{ table: 'codes', id: 'hjem', before: after.codes.get('hjem')!, after: null }]);
    const lost = [...after.lostSpans.values()].find(({ table }) => table === 'codings')!;
    expect(() => placeLost(after, lost, { from: 0, to: 3 }, 2, '')).toThrow('lost.owner-gone');
  });
});

describe('who speaks in a new version', () => {
  test('a label that was put in begins a turn, and the rest keep role, line and time', () => {
    const { state, sourceId } = coded('Anders');
    const [version] = [...state.sourceVersions.values()];
    const timedTurns = version!.turns.map((turn, i) => ({
      ...turn,
      time: i * 10,
      ...(turn.label === 'IP' ? { role: 'other' as const } : {}),
    }));
    applyChanges(state, [
      {
        table: 'sourceVersions',
        id: version!.id,
        before: version!,
        after: { ...version!, turns: timedTurns },
      },
    ]);
    const text = TEXT.replace('[griner]', '[griner]\n\nInterviewer: Er han her?\n\nIP: Nej.').replace(
      'Hvor bor du?',
      'Hvor bor du så henne?',
    );
    const { version: next, report } = correct(state, sourceId, TEXT, text);
    expect(next.turns.map(({ label, role, time, line }) => [label, role, time, line])).toEqual([
      ['Interviewer', 'interviewer', 0, 1],
      ['IP', 'other', 10, 3],
      ['Interviewer', 'interviewer', null, null],
      ['IP', 'other', null, null],
      ['Interviewer', 'interviewer', 20, 5],
      ['IP', 'other', 30, 7],
    ]);
    expect(report.turns).toEqual({ before: 4, after: 6, how: 'read' });
  });

  test('where the text does not say who speaks, turns follow their words', () => {
    const text = 'Hvor bor du?\n\nJeg bor her. [griner]\n';
    const { state, sourceId } = coded('Jeg bor her', text);
    const [version] = [...state.sourceVersions.values()];
    const turns = [
      { from: 0, to: 12, role: 'interviewer' as const, label: null, time: 1, line: 1 },
      { from: 14, to: 35, role: 'interviewee' as const, label: null, time: 5, line: 2 },
    ];
    const marks = [{ from: 0, to: 12, kind: 'bold' as const }, ...version!.marks];
    applyChanges(state, [
      { table: 'sourceVersions', id: version!.id, before: version!, after: { ...version!, turns, marks } },
    ]);
    const after = text.replace('Hvor bor', 'Ja. Hvor mon bor').replace('[griner]', '[griner højt] Ja da.');
    const { version: next, report } = correct(state, sourceId, text, after);
    expect(report.turns.how).toBe('carried');
    expect(next.turns.map(({ from, to, role, time }) => [after.slice(from, to), role, time])).toEqual([
      ['Ja. Hvor mon bor du?', 'interviewer', 1],
      ['Jeg bor her. [griner højt] Ja da.', 'interviewee', 5],
    ]);
    expect(next.marks.map(({ from, to, kind }) => [after.slice(from, to), kind])).toEqual([
      ['Hvor mon bor du?', 'bold'],
      ['[griner højt]', 'nonverbal'],
    ]);
  });

  test('times that are given belong to the turn at their place', () => {
    const { state, sourceId } = coded('Anders');
    const after = `${TEXT.trim()}\n\nInterviewer: Tak.\n`;
    const { version } = nextVersion(
      state,
      { sourceId, before: TEXT, after, reason: '', times: [{ at: after.indexOf('Tak'), seconds: 61.5 }] },
      MAKING,
    );
    expect(version.turns.map(({ time }) => time)).toEqual([null, null, null, null, 61.5]);
  });
});
