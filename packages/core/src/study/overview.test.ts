import { expect, test } from 'vitest';
import { emptyState } from './state.js';
import { studyInfo } from './info.js';
import { overview } from './overview.js';
import { SmallStudy } from './small-study.fixture.js';

test('an empty study begins with its survey, and every station says what to do first', () => {
  const stations = overview(emptyState());
  expect(stations.map(({ status }) => status)).toEqual(Array(9).fill('empty'));
  expect(stations[0]).toMatchObject({ station: 'survey', next: 'import-survey' });
});

test('a transcript that nobody coded is what coding misses', () => {
  const { state } = new SmallStudy().code('x').person('a').person('b').coding('a', 'x');
  expect(overview(state).find(({ station }) => station === 'coding')).toMatchObject({
    status: 'underway',
    missing: [{ what: 'uncodedSources', n: 1 }],
    next: 'code-sources',
  });
});

test('people are counted by phase, gender and channel, the unknown among them', () => {
  const { state } = new SmallStudy().person('a').person('b', { phase: null, age: null });
  expect(studyInfo(state, 7)).toMatchObject({
    operations: 7,
    participants: { total: 2, byPhase: { young: 1, none: 1 }, byChannel: { offer: 2 } },
  });
});

test('the turns of a corrected text are those of the version that is shown', () => {
  const { state } = new SmallStudy().person('a');
  const [version] = state.sourceVersions.values();
  const kept = { ...version!, id: 'v2', number: 2, turns: [...version!.turns, ...version!.turns] };
  const two = { ...state, sourceVersions: new Map([...state.sourceVersions, [kept.id, kept]]) };
  const turns = () => overview(two).find(({ station }) => station === 'transcripts')?.there;
  expect(turns()).toContainEqual({ what: 'turns', n: 1 });
});
