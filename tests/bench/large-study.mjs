// A study as large as research gets: interviews of several hours each, coded for months. Invented words, the same for the same seed.
import { insert, readTurns } from '@bagom/core';
import { blobOf, createStudy, newId } from '@bagom/store';
import { createHash } from 'node:crypto';

const WORDS =
  'jeg hun han vi man og men så fordi hvis når der her hjemme alene sammen ensom glad træt arbejde kommune venner familie børn mor far skole forening værested gåtur tilbage aldrig altid måske nogle mange mennesker tid dag aften morgen uge penge hjælp svært let godt skidt ville kunne skulle havde været blevet gjorde sagde tænkte følte'.split(
    ' ',
  );

/** Random numbers, 0 to below 1, the same for the same seed (Park & Miller 1988, CACM 31:1192-1201). */
export function randomNumbers(seed) {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

/** A transcript of so many characters, in turns. */
export function transcript(characters, random) {
  const turns = [];
  for (let length = 0, i = 0; length < characters; i++) {
    const words = Array.from(
      { length: i % 2 ? 25 + Math.floor(random() * 60) : 6 },
      () => WORDS[Math.floor(random() * WORDS.length)],
    );
    const turn = `${i % 2 ? 'IP' : 'Interviewer'}: ${words.join(' ')}.`;
    turns.push(turn);
    length += turn.length + 2;
  }
  return `${turns.join('\n\n')}\n`;
}

/** Spans of words in a text, spread over it; their ends are at spaces. */
export function spansIn(text, count, random) {
  return Array.from({ length: count }, () => {
    const from = text.indexOf(' ', Math.floor(random() * (text.length - 400))) + 1;
    const to = text.indexOf(' ', from + 20 + Math.floor(random() * 200));
    return { from, to };
  });
}

const hashOf = (words) => createHash('sha256').update(words).digest('hex');

/** Makes the study at `path`; what it holds is in `size`. */
export async function makeLargeStudy(path, size, seed = 1) {
  const { documents, characters, codes, codings, coders = 2 } = size;
  const random = randomNumbers(seed);
  const study = await createStudy(path, { title: 'Stor', language: 'da', actor: 'bench' });
  const coderIds = Array.from({ length: coders }, () => newId());
  const codeIds = Array.from({ length: codes }, () => newId());
  const phases = ['young', 'adult', 'older'];
  await study.commit('code.save', `${codes}`, [
    ...coderIds.map((id, i) => insert('coders', { id, name: `Koder ${i + 1}`, initials: `K${i + 1}` })),
    ...codeIds.map((id, i) =>
      insert('codes', {
        id,
        parentId: i < 15 ? null : codeIds[i % 15],
        position: i,
        name: `Kode ${i + 1}`,
        definition: 'x',
        use: '',
        useNot: '',
        example: '',
        origin: 'inductive',
        hue: (i * 137) % 360,
        shortName: null,
        status: null,
      }),
    ),
  ]);
  for (let d = 0; d < documents; d++) {
    const text = transcript(characters / documents, random);
    const blob = blobOf(text);
    const { turns, marks } = readTurns(text);
    const [sourceId, participantId] = [newId(), newId()];
    const own = Math.round(((d + 1) * codings) / documents) - Math.round((d * codings) / documents);
    await study.commit(
      'transcript.import',
      `${d + 1}`,
      [
        insert('participants', {
          id: participantId,
          number: d + 1,
          pseudonym: `Person ${d + 1}`,
          age: 20 + (d % 50),
          phase: phases[d % 3],
          gender: d % 2 ? 'f' : 'm',
          channel: 'offer',
          siteId: null,
          background: null,
          surveyClass: null,
          situation: '',
        }),
        insert('consents', {
          id: newId(),
          participantId,
          givenAt: '2025-01-01',
          scope: 'quote',
          withdrawnAt: null,
        }),
        insert('sources', {
          id: sourceId,
          title: `Person ${d + 1}`,
          kind: 'transcript',
          participantId,
          language: 'da',
          fileName: `${d + 1}.txt`,
          original: '',
          fromLine: null,
          toLine: null,
          version: 1,
        }),
        insert('sourceVersions', {
          id: newId(),
          sourceId,
          number: 1,
          text: blob.hash,
          length: text.length,
          turns,
          marks,
          reason: '',
        }),
        ...spansIn(text, own, random).map(({ from, to }) =>
          insert('codings', {
            id: newId(),
            sourceId,
            version: 1,
            from,
            to,
            // A few codes are used most, as in any study.
            codeId: codeIds[Math.floor(random() ** 2 * codes)],
            coderId: coderIds[Math.floor(random() * coders)],
            quoteHash: hashOf(text.slice(from, to)),
            createdAt: '2025-01-01T00:00:00.000Z',
          }),
        ),
      ],
      [blob],
    );
  }
  await study.close();
  return { coderIds, codeIds };
}
