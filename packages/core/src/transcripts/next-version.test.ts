import { describe, expect, test } from 'vitest';
import { applyChanges, type StudyState } from '../study/state.js';
import { carriedOut, coded, hash, MAKING, TEXT } from './coded-text.fixture.js';
import { checkChanged, placeLost } from './lost-spans.js';
import { nextVersion } from './next-version.js';

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
