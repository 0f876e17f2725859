import type { Code, Coding, Draft, Participant, Source, SourceVersion } from '@bagom/core';
import { insert, NEW_CODE } from '@bagom/core';
import { blobOf, sha256, type Blob } from './blobs.js';

export const code = (id: string, values: Partial<Code> = {}): Code => ({
  ...NEW_CODE,
  id,
  parentId: null,
  position: 0,
  name: id,
  hue: 0,
  ...values,
});

export const participant = (id: string, values: Partial<Participant> = {}): Participant => ({
  id,
  number: 1,
  pseudonym: `P-${id}`,
  age: 34,
  phase: 'adult',
  gender: 'f',
  channel: 'offer',
  siteId: null,
  background: null,
  surveyClass: null,
  situation: '',
  ...values,
});

export const TEXT = 'Jeg bor på Sjælland, og jeg savner nogen at gå ture med. 🙂 Det er svært.\n';

/** A source with one version of this text, and its blob. */
export function source(id: string, text = TEXT): { drafts: Draft[]; blobs: Blob[] } {
  const blob = blobOf(text);
  const row: Source = {
    id,
    title: id,
    kind: 'transcript',
    participantId: null,
    language: 'da',
    fileName: `${id}.txt`,
    original: '',
    fromLine: null,
    toLine: null,
    version: 1,
  };
  const turn = { from: 0, to: text.length, role: 'interviewee', label: null, time: null, line: 1 } as const;
  const version: SourceVersion = {
    id: `${id}-1`,
    sourceId: id,
    number: 1,
    text: blob.hash,
    length: text.length,
    turns: [turn],
    marks: [],
    reason: '',
  };
  return { drafts: [insert('sources', row), insert('sourceVersions', version)], blobs: [blob] };
}

export const coding = (id: string, values: Partial<Coding> = {}, text = TEXT): Coding => {
  const { from = 0, to = 3 } = values;
  const base = { sourceId: 's', version: 1, codeId: 'a', coderId: 'A', createdAt: '2026-01-01T00:00:00Z' };
  return { id, ...base, from, to, quoteHash: sha256(text.slice(from, to)), ...values };
};
