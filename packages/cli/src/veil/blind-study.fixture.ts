import { insert, NO_PLACE, remove, update, type Coding, type Draft, type MemoSubject } from '@bagom/core';
import { blobOf, createStudy, type StudyFile } from '@bagom/store';

/** Stands in everything that the hidden coder wrote or made. */
export const SECRET = 'hemmeligt';

export const TEXT = `Interviewer: Hvordan går det?

IP: Jeg er alene. Det er svært om aftenen, og jeg savner mine venner.

IP: Jeg vil gerne have et arbejde.
`;

/** What the hidden coder did in the sample: the same acts, on other words, with other codes and another number of codings. */
export interface HiddenWork {
  codeId: string;
  otherCodeId: string;
  /** Words coded in one act. */
  words: readonly string[];
  stance: 'for' | 'against';
}
export const ONE: HiddenWork = {
  codeId: 'c-savn',
  otherCodeId: 'c-svært',
  words: ['jeg savner mine venner'],
  stance: 'against',
};
export const OTHER: HiddenWork = {
  codeId: 'c-arbejde',
  otherCodeId: 'c-alene',
  words: ['gerne have et arbejde', 'Jeg er alene', 'Det er svært'],
  stance: 'for',
};

const AT = '2026-02-01T00:00:00.000Z';
const turns = TEXT.split('\n\n').map((line, i, all) => {
  const from = all.slice(0, i).join('\n\n').length + (i > 0 ? 2 : 0);
  const role = i === 0 ? ('interviewer' as const) : ('interviewee' as const);
  return { from, to: from + line.trimEnd().length, role, label: line.split(':')[0]!, time: null, line: null };
});

export function at(words: string): { from: number; to: number } {
  const from = TEXT.indexOf(words);
  return { from, to: from + words.length };
}

const coding = (id: string, sourceId: string, codeId: string, coderId: string, words: string): Coding => ({
  id,
  sourceId,
  version: 1,
  ...at(words),
  codeId,
  coderId,
  // Unlike per act, as every coding's is: it must not be told either.
  quoteHash: blobOf(words).hash,
  createdAt: AT,
});
const memo = (id: string, about: MemoSubject, aboutId: string, coderId: string, title: string) =>
  insert('memos', { id, title, body: title, about, aboutId, coderId, createdAt: AT, ...NO_PLACE });

/**
 * Signe and Karen code Asta's and Bo's texts blind; Cille's is coded by both in the open. Everything that Karen did in the sample
 * is `hidden`'s: two studies that differ in nothing else must look alike to Signe, and to whoever has not said who they are.
 */
export async function blindStudy(location: string, hidden: HiddenWork): Promise<StudyFile> {
  const study = await createStudy(location, { title: 'Blindt studie', language: 'da', actor: 'test' });
  const blob = blobOf(TEXT);
  const people = ['asta', 'bo', 'cille'];
  const code = { parentId: null, definition: 'x', use: '', useNot: '', example: '', shortName: null };
  const rest = { origin: 'theory' as const, hue: 0, status: null };
  const nobody = { siteId: null, background: null, surveyClass: null, situation: '' };
  const block = { chapterId: 'kapitel', sourceId: null, from: null, to: null, claimId: null, matrix: null };
  await study.commit(
    'test.begin',
    'begyndelsen',
    [
      ...['signe', 'karen', 'otto'].map((id) => insert('coders', { id, name: id, initials: id.slice(0, 2) })),
      ...people.flatMap((id, i): Draft[] => [
        insert('participants', {
          id,
          number: i + 1,
          pseudonym: id,
          age: 25 + i,
          phase: 'young',
          gender: 'f',
          channel: 'offer',
          ...nobody,
        }),
        insert('consents', {
          id: `samtykke-${id}`,
          participantId: id,
          givenAt: AT.slice(0, 10),
          scope: 'quote',
          withdrawnAt: null,
        }),
        insert('sources', {
          id: `tekst-${id}`,
          title: id,
          kind: 'transcript',
          participantId: id,
          language: 'da',
          fileName: `${id}.txt`,
          original: '',
          fromLine: null,
          toLine: null,
          version: 1,
        }),
        insert('sourceVersions', {
          id: `udgave-${id}`,
          sourceId: `tekst-${id}`,
          number: 1,
          text: blob.hash,
          length: TEXT.length,
          turns,
          marks: [],
          reason: '',
        }),
      ]),
      ...['c-alene', 'c-svært', 'c-savn', 'c-arbejde'].map((id, position) =>
        insert('codes', { ...code, ...rest, id, name: id.slice(2), position }),
      ),
      insert('codings', coding('signe-1', 'tekst-asta', 'c-alene', 'signe', 'Jeg er alene')),
      insert('codings', coding('åben-1', 'tekst-cille', 'c-savn', 'karen', 'jeg savner mine venner')),
      insert('codings', coding('åben-2', 'tekst-cille', 'c-savn', 'signe', 'jeg savner mine venner')),
      insert('claims', {
        id: 'påstand',
        number: 1,
        statement: 'De fleste savner nogen.',
        quantifier: 'de fleste',
        group: {},
        codes: ['c-savn', 'c-arbejde'],
        chapterId: null,
        surveyFigure: '',
      }),
      insert('evidence', { id: 'belæg', claimId: 'påstand', codingId: 'åben-1', stance: 'for', note: '' }),
      insert('chapters', { id: 'kapitel', parentId: null, position: 0, title: 'Savn' }),
      insert('blocks', {
        ...block,
        id: 'b-1',
        position: 0,
        kind: 'claim',
        text: 'Her er det.',
        claimId: 'påstand',
      }),
      insert('blocks', {
        ...block,
        id: 'b-2',
        position: 1,
        kind: 'matrix',
        text: 'Koder og faser',
        matrix: { rows: 'code', cols: 'phase', codes: [] },
      }),
      insert('blocks', {
        ...block,
        id: 'b-3',
        position: 2,
        kind: 'excerpt',
        text: 'Det fortæller hun om:',
        sourceId: 'tekst-cille',
        ...at(turns[1] ? TEXT.slice(turns[1].from, turns[1].to) : ''),
      }),
      memo('signes-memo', 'study', '', 'signe', 'Signes egen tanke'),
      insert('doubleCodings', {
        id: 'prøve',
        name: 'Prøve',
        seed: 1,
        sourceIds: ['tekst-asta', 'tekst-bo'],
        coderIds: ['signe', 'karen'],
        codeIds: [],
        blind: true,
        createdAt: '2026-01-01T00:00:00.000Z',
        doneCoderIds: null,
      }),
    ],
    [blob],
  );
  for (const [kind, drafts] of karensWork(hidden)) await study.commit(kind, SECRET, drafts);
  return study;
}

function karensWork({ codeId, otherCodeId, words, stance }: HiddenWork): [kind: string, drafts: Draft[]][] {
  const key = (i: number) => `${SECRET}-k${i}`;
  const numbered = (name: string, i: number) => `${SECRET}-${name}${i === 0 ? '' : `-${i}`}`;
  const each = (draft: (i: number) => Draft) => words.map((_, i) => draft(i));
  const gone = coding(`${SECRET}-væk`, 'tekst-bo', otherCodeId, 'karen', words[0]!);
  const event = { codeId, note: '', by: 'test', at: AT };
  const place = { sourceId: 'tekst-asta', version: 1, ...at(words[0]!) };
  const conflict = {
    table: 'codings',
    rowId: key(0),
    ours: codeId,
    theirs: otherCodeId,
    by: 'karen',
    at: AT,
  };
  return [
    [
      'coding.add',
      words.map((one, i) => insert('codings', coding(key(i), 'tekst-asta', codeId, 'karen', one))),
    ],
    ['coding.add', [insert('codings', coding(`${SECRET}-bo`, 'tekst-bo', codeId, 'karen', words[0]!))]],
    [
      'memo.save',
      each((i) => memo(numbered('m1', i), 'coding', key(i), 'karen', `${SECRET} om kodning af ${codeId}`)),
    ],
    ['memo.save', [memo(`${SECRET}-m2`, 'code', codeId, 'karen', `${SECRET} om koden ${codeId}`)]],
    ['memo.save', [memo(`${SECRET}-m3`, 'source', 'tekst-asta', 'karen', `${SECRET} om teksten ${codeId}`)]],
    ['memo.save', [memo(`${SECRET}-m4`, 'participant', 'asta', 'karen', `${SECRET} om Asta ${codeId}`)]],
    ['memo.save', [memo(`${SECRET}-m5`, 'memo', `${SECRET}-m1`, 'karen', `${SECRET} om memoet ${codeId}`)]],
    [
      'memo.save',
      [
        insert('memoLinks', {
          id: `${SECRET}-link`,
          memoId: 'signes-memo',
          about: 'coding',
          aboutId: key(0),
        }),
      ],
    ],
    [
      'bookmark.save',
      each((i) => insert('bookmarks', { id: numbered('b', i), ...place, name: SECRET, coderId: 'karen' })),
    ],
    [
      'evidence.tie',
      each((i) =>
        insert('evidence', {
          id: numbered('e', i),
          claimId: 'påstand',
          codingId: key(i),
          stance,
          note: SECRET,
        }),
      ),
    ],
    [
      'example.add',
      [
        insert('examples', {
          id: `${SECRET}-eksempel`,
          codeId,
          ...place,
          quoteHash: blobOf(words[0]!).hash,
          chosenHash: blobOf(words[0]!).hash,
          coderId: 'karen',
        }),
        insert('codeEvents', {
          ...event,
          id: `${SECRET}-v0`,
          kind: 'redefined',
          detail: { fields: ['example'] },
        }),
      ],
    ],
    // Coded, thought about, and taken away again.
    ['coding.add', [insert('codings', gone)]],
    [
      'memo.save',
      [memo(`${SECRET}-m6`, 'coding', gone.id, 'karen', `${SECRET} om det, der er væk ${codeId}`)],
    ],
    [
      'coding.remove',
      [remove('codings', gone.id), update('memos', `${SECRET}-m6`, { about: 'source', aboutId: 'tekst-bo' })],
    ],
    [
      'coding.recode',
      [
        update('codings', `${SECRET}-bo`, { codeId: otherCodeId }),
        insert('codeEvents', {
          ...event,
          id: `${SECRET}-v1`,
          kind: 'recoded',
          detail: { into: otherCodeId, codings: String(words.length) },
        }),
      ],
    ],
    // A place that was lost waits with what rested on it; its memo is at the study meanwhile.
    [
      'test.lost',
      [
        insert('lostSpans', {
          id: `${SECRET}-tabt`,
          sourceId: 'tekst-asta',
          fromVersion: 1,
          toVersion: 2,
          table: 'codings',
          rowId: `${SECRET}-før`,
          row: {
            ...coding(`${SECRET}-før`, 'tekst-asta', codeId, 'karen', words[0]!),
            memos: [`${SECRET}-m7`],
          },
          quote: words[0]!,
          state: 'open',
          at: AT,
        }),
        memo(`${SECRET}-m7`, 'study', '', 'karen', `${SECRET} om det tabte ${codeId}`),
      ],
    ],
    [
      'resolution.save',
      [
        insert('resolutions', {
          id: `${SECRET}-r`,
          doubleCodingId: 'prøve',
          ...place,
          codeId,
          decision: 'keep',
          reason: SECRET,
          by: 'karen',
          at: AT,
          spans: null,
        }),
      ],
    ],
    [
      'merge.test',
      each((i) =>
        insert('mergeConflicts', { id: numbered('x', i), ...conflict, column: 'codeId', state: 'open' }),
      ),
    ],
    // Last of all, so that it is what the undo button would take back.
    [
      'coding.add',
      [insert('codings', coding(`${SECRET}-sidst`, 'tekst-bo', codeId, 'karen', words.at(-1)!))],
    ],
  ];
}

/** An answer without what differs from study to study: times, new ids and the hashes of the chain. */
export function alike(answer: string): string {
  return answer
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replaceAll(/\b[0-9a-f]{64}\b/g, 'HASH')
    .replaceAll(/\b[0-9a-hj-km-np-tv-z]{26}\b/g, 'ID');
}
