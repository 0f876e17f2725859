import { insert, rowsBy, rowsWhere, update, type StudyState } from '@bagom/core';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../blobs.js';
import { code, coding, participant, source, TEXT } from '../rows.fixture.js';
import type { StudyFile } from '../study-file.js';
import { copies as copiesIn, correct, seeded, something } from './copies.fixture.js';
import { mergeStudies } from './merge-studies.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bagom-merge-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const copies = () => copiesIn(folder);

const words = async (
  { state, ...rest }: { state: StudyState; sourceText: StudyFile['sourceText'] },
  id: string,
) => {
  const { from, to } = state.codings.get(id)!;
  return (await rest.sourceText('s')).slice(from, to);
};
const wordsOf = (study: StudyFile, id: string) =>
  words({ state: study.state, sourceText: (source) => study.sourceText(source) }, id);

const at = (text: string, quote: string, version: number) => {
  const from = text.indexOf(quote);
  return { from, to: from + quote.length, version, quoteHash: sha256(quote) };
};

describe('merging two copies of a study', () => {
  it('takes in what the other did, with who did it and when; a second time there is nothing', async () => {
    const [ours, theirs] = await copies();
    await ours.commit('code.save', 'a', [update('codes', 'a', { definition: 'vores' })]);
    const done = await theirs.commit('code.save', 'b', [update('codes', 'b', { name: 'savn' })]);
    expect(await mergeStudies(ours, theirs)).toMatchObject({
      operations: 1,
      changes: 1,
      conflicts: [],
      lost: 0,
    });
    expect(ours.state.codes.get('b')?.name).toBe('savn');
    const [ending, taken] = await ours.operations({ limit: 2 });
    expect(ending).toMatchObject({ kind: 'study.merge', actor: 'ida' });
    expect(taken).toMatchObject({ id: done.id, actor: 'bo', at: done.at });
    expect(await ours.verify()).toEqual([]);
    const count = await ours.operationCount();
    expect(await mergeStudies(ours, theirs)).toMatchObject({ operations: 0 });
    expect(await ours.operationCount()).toBe(count);
    // What came from the other copy can be undone like anything else.
    await ours.undo(done.id);
    expect(ours.state.codes.get('b')?.name).toBe('b');
  });

  it('keeps both values where both changed one, and ours stands', async () => {
    const [ours, theirs] = await copies();
    await ours.commit('code.save', 'a', [update('codes', 'a', { name: 'ensomhed' })]);
    await theirs.commit('code.save', 'a', [update('codes', 'a', { name: 'alene', use: 'når' })]);
    const { conflicts } = await mergeStudies(ours, theirs);
    expect(conflicts).toMatchObject([
      { column: 'name', ours: 'ensomhed', theirs: 'alene', by: 'bo', state: 'open' },
    ]);
    expect(ours.state.codes.get('a')).toMatchObject({ name: 'ensomhed', use: 'når' });
    expect([...ours.state.mergeConflicts.values()]).toEqual(conflicts);
    expect(await ours.verify()).toEqual([]);
  });

  it('brings a text they corrected, and our new codings follow to it', async () => {
    const [ours, theirs] = await copies();
    await ours.commit('coding.add', 'a', [insert('codings', coding('new', at(TEXT, 'gå ture', 1)))]);
    const corrected = TEXT.replace('Sjælland', 'Fyn, tror jeg');
    await correct(theirs, corrected);
    await theirs.commit('coding.add', 'b', [
      insert('codings', coding('their', { ...at(corrected, 'tror jeg', 2), codeId: 'b' })),
    ]);
    await mergeStudies(ours, theirs);
    expect(await ours.sourceText('s')).toBe(corrected);
    for (const [id, quote] of [
      ['k', 'savner'],
      ['new', 'gå ture'],
      ['their', 'tror jeg'],
    ] as const)
      expect(await wordsOf(ours, id)).toBe(quote);
    expect(await ours.verify()).toEqual([]);
  });

  it('carries their codings to a text we corrected; one whose words we took out is kept as lost', async () => {
    const [ours, theirs] = await copies();
    await correct(ours, TEXT.replace(' Det er svært.', '').replace('Jeg bor', 'Jeg bor nu'));
    await theirs.commit('coding.add', 'a', [
      insert('codings', coding('follows', at(TEXT, 'gå ture', 1))),
      insert('codings', coding('gone', at(TEXT, 'Det er svært.', 1))),
    ]);
    expect(await mergeStudies(ours, theirs)).toMatchObject({ lost: 1 });
    expect(await wordsOf(ours, 'follows')).toBe('gå ture');
    expect(ours.state.codings.has('gone')).toBe(false);
    expect([...ours.state.lostSpans.values()]).toMatchObject([
      { rowId: 'gone', quote: 'Det er svært.', state: 'open' },
    ]);
    expect(await ours.verify()).toEqual([]);
  });

  it('keeps both texts where both corrected one: ours is shown, theirs stands beside it, codings stand on their words', async () => {
    const [ours, theirs] = await copies();
    await correct(ours, TEXT.replace('Sjælland', 'Fyn'));
    const corrected = TEXT.replace('Sjælland', 'Bornholm');
    await correct(theirs, corrected);
    await theirs.commit('coding.add', 'a', [insert('codings', coding('their', at(corrected, 'gå ture', 2)))]);
    const { conflicts } = await mergeStudies(ours, theirs);
    expect(conflicts).toMatchObject([{ table: 'sources', column: 'version', ours: 2, theirs: 3 }]);
    expect(await ours.sourceText('s')).toContain('Fyn');
    expect(await ours.sourceText('s', 3)).toBe(corrected);
    expect(await wordsOf(ours, 'their')).toBe('gå ture');
    expect(await wordsOf(ours, 'k')).toBe('savner');
    expect(await ours.verify()).toEqual([]);
  });

  it('brings files and texts that only they imported', async () => {
    const [ours, theirs] = await copies();
    const original = await theirs.keepOriginal(new TextEncoder().encode('lyd'));
    const { drafts, blobs } = source('t', 'En helt ny tekst.\n');
    await theirs.commit('transcript.import', 't', drafts, blobs);
    await theirs.commit('source.change', 't', [update('sources', 't', { original })]);
    await mergeStudies(ours, theirs);
    expect(await ours.sourceText('t')).toBe('En helt ny tekst.\n');
    expect(new TextDecoder().decode(await ours.original(original))).toBe('lyd');
    expect(await ours.verify()).toEqual([]);
  });

  it('refuses a file that is another study, and changes nothing', async () => {
    const [ours] = await copies();
    const [strange] = await copies();
    const count = await ours.operationCount();
    await expect(mergeStudies(ours, strange)).rejects.toMatchObject({ code: 'merge.other-study' });
    expect(await ours.operationCount()).toBe(count);
  });

  it('whatever two people do, both studies merged are whole and no coding is off its words', async () => {
    for (const seed of [11, 12, 13, 14]) {
      const [ours, theirs] = await copies();
      const random = seeded(seed);
      for (const [study, who] of [
        [ours, 'i'],
        [theirs, 'b'],
      ] as const)
        for (let step = 0; step < 14; step++) await something(study, `${who}${step}`, random);
      const indexed = () =>
        [...ours.state.codes.keys()].map((id) => [...rowsBy(ours.state, 'codings', 'codeId', id).keys()]);
      // Asked before, so that the merge must keep it in step.
      indexed();
      await mergeStudies(ours, theirs);
      expect({ seed, codings: indexed() }).toEqual({
        seed,
        codings: [...ours.state.codes.keys()].map((codeId) =>
          rowsWhere(ours.state, 'codings', {})
            .filter((row) => row.codeId === codeId)
            .map(({ id }) => id),
        ),
      });
      expect({ seed, problems: await ours.verify() }).toEqual({ seed, problems: [] });
      await mergeStudies(theirs, ours);
      expect({ seed, problems: await theirs.verify() }).toEqual({ seed, problems: [] });
      expect((await mergeStudies(ours, theirs)).conflicts.filter(({ column }) => column === 'name')).toEqual(
        [],
      );
    }
  });

  it('tells beforehand who did how much, and changes nothing by telling', async () => {
    const [ours, theirs] = await copies();
    await theirs.commit('code.add', 'c', [insert('codes', code('c'))]);
    await theirs.commit('code.add', 'd', [insert('codes', code('d'))]);
    await theirs.undo();
    const before = await ours.operationCount();
    const report = await mergeStudies(ours, theirs, { dryRun: true });
    expect(report.people).toMatchObject([{ actor: 'bo', kinds: [{ kind: 'code.add', n: 1 }] }]);
    expect(await ours.operationCount()).toBe(before);
    expect(ours.state.codes.has('c')).toBe(false);
  });

  it('keeps one of two codings that both made alike, and gives a number that was taken anew', async () => {
    const [ours, theirs] = await copies();
    for (const [study, who] of [
      [ours, 'i'],
      [theirs, 'b'],
    ] as const) {
      await study.commit('coding.add', 'a', [insert('codings', coding(`k${who}`, at(TEXT, 'gå ture', 1)))]);
      await study.commit('participant.add', who, [insert('participants', participant(who, { number: 9 }))]);
    }
    expect(await mergeStudies(ours, theirs)).toMatchObject({ doubled: 1, renumbered: 1, conflicts: [] });
    expect([ours.state.codings.has('ki'), ours.state.codings.has('kb')]).toEqual([true, false]);
    expect([...ours.state.participants.values()].map(({ id, number }) => [id, number])).toEqual([
      ['i', 9],
      ['b', 10],
    ]);
    expect(await ours.verify()).toEqual([]);
  });

  it('says which imported files did not come with the copy, and takes the rest', async () => {
    const [ours, theirs] = await copies();
    const original = await theirs.keepOriginal(new TextEncoder().encode('lyd'));
    await theirs.commit('source.change', 's', [update('sources', 's', { original, fileName: 'lyd.mp3' })]);
    await rm(theirs.location.replace(/\.bagom$/, '.media'), { recursive: true });
    expect((await mergeStudies(ours, theirs)).missingOriginals).toEqual([
      { hash: original, name: 'lyd.mp3' },
    ]);
    expect([...(await ours.missingOriginals())]).toEqual([[original, 'lyd.mp3']]);
    await ours.keepOriginal(new TextEncoder().encode('lyd'));
    expect(await ours.verify()).toEqual([]);
  });
});
