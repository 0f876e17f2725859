import { describe, expect, test } from 'vitest';
import { canonicalJson, inverse, type Change } from '../../history/operation.js';
import { SmallStudy } from '../../study/small-study.fixture.js';
import { applyChanges, rowsWhere, type Draft, type StudyState } from '../../study/state.js';
import type { Row } from '../../study/tables.js';
import { branchHues, hueApart } from '../code-hue.js';
import { codePath, codeTree, flatTree } from '../codebook.js';
import type { Stamp } from './code-event.js';
import { mergeCodes } from './merge-codes.js';
import { placeCode } from './place-code.js';
import { recode } from './recode.js';
import { hangingOnCode, removeCode } from './remove-code.js';
import { changeEvents } from './save-code.js';
import { splitCode } from './split-code.js';

let made = 0;
const stamp: Stamp = { by: 'Karen', at: '2026-02-01T10:00:00Z', note: 'fordi', newId: () => `n${++made}` };

/** Carries drafts out as the store does, and gives back the changes. */
function carryOut(state: StudyState, drafts: readonly Draft[]): Change[] {
  return drafts.map((draft) => {
    const { table } = draft;
    const id = draft.do === 'insert' ? draft.row.id : draft.id;
    const before = (state[table].get(id) ?? null) as Row | null;
    if (draft.do !== 'insert' && !before)
      throw new Error(`${draft.do} of ${table} ${id}, which is not there`);
    const after =
      draft.do === 'remove' ? null : draft.do === 'insert' ? draft.row : ({ ...before, ...draft.set } as Row);
    const change = { table, id, before, after };
    applyChanges(state, [change]);
    return change;
  });
}
const asText = (state: StudyState) =>
  canonicalJson(
    Object.fromEntries(
      Object.entries(state).map(([table, rows]) => [
        table,
        [...(rows as ReadonlyMap<string, Row>).values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
      ]),
    ),
  );
/** Everything a coding is but its code. */
const places = (state: StudyState) =>
  new Set(
    [...state.codings.values()].map((c) => `${c.sourceId} ${c.version} ${c.from} ${c.to} ${c.coderId}`),
  );
const kindsOf = (state: StudyState, codeId: string) =>
  rowsWhere(state, 'codeEvents', { codeId }).map(({ kind }) => kind);

/** Numbers from a seed (mulberry32). */
function random(seed: number): (below: number) => number {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) % 1_000_003) % below;
  };
}

/** A codebook of nine codes at random places, with codings that often coincide, claims, memos, links and evidence. */
function randomStudy(seed: number): StudyState {
  const below = random(seed);
  const study = new SmallStudy().person('p').person('q');
  study.add('coders', { id: 'B', name: 'B', initials: 'B' });
  const codes: string[] = [];
  for (let i = 0; i < 9; i++) {
    study.code(`c${i}`, i === 0 || below(3) === 0 ? null : codes[below(i)]!, `navn ${below(4)}`);
    codes.push(`c${i}`);
  }
  for (let i = 0; i < 40; i++) {
    const from = below(3) * 5;
    study.coding(below(2) ? 'p' : 'q', codes[below(9)]!, {
      from,
      to: from + 5,
      coderId: below(2) ? 'A' : 'B',
      createdAt: `2026-01-0${1 + below(9)}`,
    });
  }
  const codings = [...study.state.codings.keys()];
  for (let i = 0; i < 4; i++) {
    study.add('claims', {
      id: `claim${i}`,
      number: i,
      statement: '',
      quantifier: '',
      group: {},
      codes: [...new Set([codes[below(9)]!, codes[below(9)]!])],
      chapterId: null,
      surveyFigure: '',
    });
    for (let j = 0; j < 4; j++)
      study.add('evidence', {
        id: `e${i}-${j}`,
        claimId: `claim${i}`,
        codingId: codings[below(40)]!,
        stance: 'for',
        note: j % 2 ? `n${j}` : '',
      });
  }
  const place = { version: null, from: null, to: null, quoteHash: null };
  for (let i = 0; i < 12; i++) {
    const [about, aboutId] =
      i % 2 ? (['code', codes[below(9)]!] as const) : (['coding', codings[below(40)]!] as const);
    const row = { id: `m${i}`, title: '', body: 'x', about, aboutId, coderId: null, createdAt: '', ...place };
    study.add('memos', row);
    study.add('memoLinks', {
      id: `l${i}`,
      memoId: `m${i}`,
      about: below(2) ? 'code' : 'coding',
      aboutId: below(2) ? codes[below(9)]! : codings[below(40)]!,
    });
  }
  // A link's kind and id must go together.
  const links = Array.from(study.state.memoLinks.values());
  for (const link of links)
    study.add('memoLinks', { ...link, about: link.aboutId.startsWith('c') ? 'code' : 'coding' });
  return study.state;
}

/** Nothing points at what is gone, and the tree holds every code once. */
function expectWhole(state: StudyState): void {
  expect(flatTree(codeTree(state))).toHaveLength(state.codes.size);
  for (const { codeId } of state.codings.values()) expect(state.codes.has(codeId)).toBe(true);
  for (const { codingId } of state.evidence.values()) expect(state.codings.has(codingId)).toBe(true);
  for (const { codes } of state.claims.values())
    for (const id of codes) expect(state.codes.has(id)).toBe(true);
  const subjects = [...state.memos.values(), ...state.memoLinks.values()];
  const stray = subjects.filter(
    ({ about, aboutId }) =>
      (about === 'code' && !state.codes.has(aboutId)) || (about === 'coding' && !state.codings.has(aboutId)),
  );
  expect(stray).toEqual([]);
}

// Seeds kept: 3 merges a code into one under it, 17 has evidence at both of two codings that become one.
describe.each([1, 3, 17, 29, 101, 4242])('with the codebook of seed %i', (seed) => {
  const edits: [string, (state: StudyState, below: (n: number) => number) => Draft[]][] = [
    [
      'merging',
      (state, below) =>
        mergeCodes(
          state,
          [`c${below(9)}`, `c${(below(8) + 1) % 9}`, 'c1'].filter((id) => id !== 'c5'),
          'c5',
          stamp,
        ).drafts,
    ],
    [
      'recoding',
      (state, below) => {
        const ids = [...state.codings.keys()].filter(() => below(2) === 0);
        return recode(state, ids, `c${below(9)}`, stamp).drafts;
      },
    ],
    [
      'splitting',
      (state) => {
        const codeId = [...state.codings.values()][0]!.codeId;
        const own = rowsWhere(state, 'codings', { codeId }).map(({ id }) => id);
        const wish = {
          codingIds: own.slice(0, Math.ceil(own.length / 2)),
          name: 'ny',
          under: seed % 2 === 0,
        };
        return splitCode(state, codeId, wish, stamp).drafts;
      },
    ],
  ];
  test.each(edits)(
    '%s loses no coded place, moves none, and undone leaves the study as it was',
    (_, edit) => {
      const state = randomStudy(seed);
      const before = asText(state);
      const stood = places(state);
      const changes = carryOut(state, edit(state, random(seed + 1)));
      expect(places(state)).toEqual(stood);
      expectWhole(state);
      applyChanges(state, inverse(changes));
      expect(asText(state)).toBe(before);
    },
  );

  test('removing takes exactly what was told, and memos live on', () => {
    const state = randomStudy(seed);
    const before = asText(state);
    const codings = state.codings.size;
    const told = hangingOnCode(state, 'c0');
    const evidence = state.evidence.size;
    const changes = carryOut(state, removeCode(state, 'c0', stamp));
    expect([codings - state.codings.size, evidence - state.evidence.size, 9 - state.codes.size]).toEqual([
      told.codings,
      told.evidence,
      told.codes + 1,
    ]);
    expect(state.memos.size).toBe(12);
    expectWhole(state);
    applyChanges(state, inverse(changes));
    expect(asText(state)).toBe(before);
  });
});

test('two codings of one coder on the same words become the older one; another coder keeps theirs', () => {
  const { state } = new SmallStudy()
    .code('savn')
    .code('tab')
    .person('p')
    .coding('p', 'savn', { createdAt: '2026-01-05' })
    .coding('p', 'tab', { createdAt: '2026-01-04' })
    .coding('p', 'tab', { coderId: 'B' });
  const { drafts, moved, joined } = mergeCodes(state, ['tab'], 'savn', stamp);
  carryOut(state, drafts);
  expect([moved, joined, state.codings.size]).toEqual([1, 1, 2]);
  expect([...state.codings.values()].map(({ codeId, coderId }) => [codeId, coderId])).toEqual([
    ['savn', 'A'],
    ['savn', 'B'],
  ]);
});

test('an example follows the coding it stands on, unless a coding of its code is left there', () => {
  const study = new SmallStudy().code('a').code('b').person('p');
  const place = { sourceId: 's-p', version: 1, quoteHash: '', chosenHash: '', coderId: null };
  study
    .coding('p', 'a', { from: 0, to: 5 })
    .coding('p', 'a', { from: 10, to: 15 })
    .coding('p', 'a', { from: 11, to: 14, coderId: 'B' })
    .add('examples', { id: 'goes', codeId: 'a', from: 0, to: 5, ...place })
    .add('examples', { id: 'stays', codeId: 'a', from: 10, to: 15, ...place })
    .add('examples', { id: 'uncoded', codeId: 'a', from: 20, to: 25, ...place })
    .add('examples', { id: 'twin', codeId: 'b', from: 20, to: 25, ...place });
  const { state } = study;
  carryOut(state, recode(state, ['k1', 'k2'], 'b', stamp).drafts);
  const codes = () => [...state.examples.values()].map(({ id, codeId }) => `${id} ${codeId}`);
  expect(codes()).toEqual(['goes b', 'stays a', 'uncoded a', 'twin b']);
  expect(hangingOnCode(state, 'a').examples).toBe(2);
  // Of the same words twice, one shows the code that stays.
  carryOut(state, mergeCodes(state, ['a'], 'b', stamp).drafts);
  expect(codes()).toEqual(['goes b', 'stays b', 'twin b']);
  carryOut(state, removeCode(state, 'b', stamp));
  expect(codes()).toEqual([]);
});

test('a merged code is remembered by name and meaning where it went, with the reason', () => {
  const { state } = new SmallStudy().code('a').code('b', 'a', 'Savn').code('c');
  carryOut(state, mergeCodes(state, ['b'], 'c', stamp).drafts);
  const [event] = rowsWhere(state, 'codeEvents', { codeId: 'c' });
  expect(event).toMatchObject({
    kind: 'merged',
    note: 'fordi',
    by: 'Karen',
    detail: { name: 'Savn', path: 'a/Savn', definition: 'x' },
  });
});

test('a code merged into one under it leaves that one in its place', () => {
  const { state } = new SmallStudy().code('a').code('b', 'a').code('c', 'b').code('d', 'a');
  carryOut(state, mergeCodes(state, ['a'], 'c', stamp).drafts);
  expect(flatTree(codeTree(state)).map(({ path }) => path)).toEqual(['b', 'b/c', 'b/c/d']);
});

test('a retired code is refused as the goal of merging and recoding', () => {
  const { state } = new SmallStudy().code('a').code('b').person('p').coding('p', 'a');
  const retired = { ...state.codes.get('b')!, status: 'retired' as const };
  applyChanges(state, [{ table: 'codes', id: 'b', before: null, after: retired }]);
  expect(() => mergeCodes(state, ['a'], 'b', stamp)).toThrow('code.retired');
  expect(() => recode(state, ['k1'], 'b', stamp)).toThrow('code.retired');
});

test('a split stands beside its origin, in the claims that name it, and refuses the codings of another code', () => {
  const study = new SmallStudy().code('a').code('z').person('p').coding('p', 'a').coding('p', 'z');
  const claim = { number: 1, statement: '', quantifier: '', group: {}, chapterId: null, surveyFigure: '' };
  const { state } = study.add('claims', { id: 'claim', codes: ['a'], ...claim });
  expect(() => splitCode(state, 'a', { codingIds: ['k2'], name: 'b', under: false }, stamp)).toThrow(
    'coding.other-code',
  );
  const { drafts, id } = splitCode(state, 'a', { codingIds: ['k1'], name: 'b', under: false }, stamp);
  carryOut(state, drafts);
  expect(flatTree(codeTree(state)).map(({ path }) => path)).toEqual(['a', 'b', 'z']);
  expect(state.claims.get('claim')?.codes).toEqual(['a', id]);
  expect([kindsOf(state, 'a'), kindsOf(state, id)]).toEqual([['split'], ['made']]);
});

test('the last code of a matrix is not removed from under it: an empty list would mean all codes', () => {
  const study = new SmallStudy().code('a').code('b');
  const block = { chapterId: '', position: 0, text: '', sourceId: null, from: null, to: null, claimId: null };
  const matrix = { rows: 'code', cols: 'phase', codes: ['a'] } as const;
  study.add('blocks', { id: 'block', kind: 'matrix', ...block, matrix: { ...matrix, codes: ['a'] } });
  expect(() => removeCode(study.state, 'a', stamp)).toThrow('code.last-of-list');
});

test('a change is told by what changed, and a new order among siblings is not told', () => {
  const { state } = new SmallStudy().code('a').code('b').code('c', 'a', 'b');
  const [a, b] = [state.codes.get('a')!, state.codes.get('b')!];
  const events = changeEvents(b, { ...b, name: 'B', use: 'når', status: 'active' }, stamp);
  carryOut(state, events);
  expect(kindsOf(state, 'b')).toEqual(['renamed', 'redefined']);
  carryOut(state, placeCode(state, b, { parentId: null, before: 'a' }, stamp));
  expect(kindsOf(state, 'b')).toEqual(['renamed', 'redefined']);
  carryOut(state, placeCode(state, b, { parentId: 'a', before: 'c' }, stamp));
  // The same name twice, under one parent: told apart by nothing but their place, and allowed.
  expect([codePath(state, 'b'), codePath(state, 'c'), kindsOf(state, 'b').at(-1)]).toEqual([
    'a/b',
    'a/b',
    'moved',
  ]);
  expect(() => placeCode(state, a, { parentId: 'b', before: null }, stamp)).toThrow('code.own-descendant');
});

test('new hues keep away from those in use, and a branch is one family that begins with the hue asked for', () => {
  const used: { hue: number }[] = [];
  for (let i = 0; i < 8; i++) used.push({ hue: hueApart(used) });
  const sorted = used.map(({ hue }) => hue).toSorted((a, b) => a - b);
  const gaps = sorted.map((hue, i) => (sorted[i + 1] ?? sorted[0]! + 360) - hue);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(44);
  const many = Array.from({ length: 360 }, (_, hue) => ({ hue }));
  expect(hueApart([...many, { hue: 0 }])).toBe(1);
  const family = branchHues(350, 5);
  expect(family[0]).toBe(350);
  expect(family.every((hue) => Math.min(Math.abs(hue - 350), 360 - Math.abs(hue - 350)) <= 30)).toBe(true);
  expect(new Set(family).size).toBe(5);
});
