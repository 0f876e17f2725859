import { carrySpans, diffText, insert, remove, rowsWhere, update, type Draft } from '@bagom/core';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { blobOf, sha256 } from '../blobs.js';
import { newId } from '../new-id.js';
import { createStudy, openStudy } from '../open-study.js';
import { code, coding, participant, source, TEXT } from '../rows.fixture.js';
import type { StudyFile } from '../study-file.js';

let made = 0;

/** A study with a text, two codes and a coding on "savner", and a copy of it: two people take it home. */
export async function copies(folder: string): Promise<[StudyFile, StudyFile]> {
  const path = join(folder, `${++made}.bagom`);
  const first = await createStudy(path, { title: 't', language: 'da', actor: 'ida' });
  const { drafts, blobs } = source('s');
  const from = TEXT.indexOf('savner');
  await first.commit(
    'x.y',
    'begun',
    [
      insert('coders', { id: 'A', name: 'Ida', initials: 'I' }),
      insert('codes', code('a')),
      insert('codes', code('b')),
      ...drafts,
      insert('codings', coding('k', { from, to: from + 6 })),
    ],
    blobs,
  );
  await first.close();
  const other = join(folder, `${made}-bo.bagom`);
  await copyFile(path, other);
  return [await openStudy(path, { actor: 'ida' }), await openStudy(other, { actor: 'bo' })];
}

/** The text of `s` becomes another, and its codings go with it: what correcting a transcript does. */
export async function correct(study: StudyFile, text: string): Promise<void> {
  const before = await study.sourceText('s');
  const codings = rowsWhere(study.state, 'codings', { sourceId: 's' });
  const number = rowsWhere(study.state, 'sourceVersions', { sourceId: 's' }).length + 1;
  const blob = blobOf(text);
  const carried = carrySpans(before, text, diffText(before, text), codings);
  const drafts = codings.map((row, i): Draft => {
    const found = carried[i]!;
    if (found.is === 'lost') return remove('codings', row.id);
    const { from, to } = found.span;
    return update('codings', row.id, { from, to, version: number, quoteHash: sha256(text.slice(from, to)) });
  });
  const version = { id: newId(), sourceId: 's', number, text: blob.hash, length: text.length };
  await study.commit(
    'source.correct',
    's',
    [
      insert('sourceVersions', { ...version, turns: [], marks: [], reason: 'rettet' }),
      update('sources', 's', { version: number }),
      ...drafts,
    ],
    [blob],
  );
}

export function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

/** One random act of a researcher. */
export async function something(study: StudyFile, id: string, random: () => number): Promise<void> {
  const pick = <T>(list: Iterable<T>): T | undefined => {
    const all = [...list];
    return all[Math.floor(random() * all.length)];
  };
  const text = await study.sourceText('s');
  const { version } = study.state.sources.get('s')!;
  const someCode = pick(study.state.codes.values());
  const someCoding = pick(study.state.codings.values());
  const act = random();
  if (act < 0.35 && someCode) {
    const from = Math.floor(random() * (text.length - 12));
    const quote = text.slice(from, from + 10);
    if (/\p{Surrogate}/u.test(quote) || quote.trim() !== quote) return;
    const place = { from, to: from + 10, version, quoteHash: sha256(quote), codeId: someCode.id };
    await study.commit('coding.add', id, [insert('codings', coding(id, place))]);
  } else if (act < 0.5)
    await study.commit('code.save', id, [insert('codes', code(id, { parentId: someCode?.id ?? null }))]);
  else if (act < 0.6 && someCode)
    await study.commit('code.save', id, [update('codes', someCode.id, { name: id })]);
  else if (act < 0.7 && someCoding)
    await study.commit('coding.remove', id, [remove('codings', someCoding.id)]);
  else if (act < 0.8 && someCode) {
    const used =
      rowsWhere(study.state, 'codings', { codeId: someCode.id }).length +
      rowsWhere(study.state, 'codes', { parentId: someCode.id }).length;
    if (used === 0) await study.commit('code.remove', id, [remove('codes', someCode.id)]);
  } else if (act < 0.9) await study.commit('x.y', id, [insert('participants', participant(id))]);
  else if (act < 0.95) {
    const next = await study.undoable();
    // What both began from stays, and a merge is taken back by tests that are about that.
    if (next && next.subject !== 'begun' && next.kind !== 'study.merge') await study.undo(next.root);
  } else {
    const way = random();
    if (way < 0.6)
      await correct(
        study,
        text.replace(/jeg|nogen|svært/, (word) => `${word} ${id}`),
      );
    else {
      // Words go, and what stood on them is lost.
      const from = text.indexOf(' ', Math.floor(random() * (text.length - 20)));
      if (from > 0 && text.length > 50) await correct(study, text.slice(0, from) + text.slice(from + 14));
    }
  }
}
