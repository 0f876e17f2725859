import type { BagomError } from '@bagom/core';
import { expect, test } from 'vitest';
import { readTranscript } from '../transcript/read.js';
import { readDocx, readDocxText } from './read.js';
import { writeDocx } from './write.js';

const document = {
  title: 'Et møde',
  language: 'da' as const,
  contents: 'Indhold',
  parts: [
    { kind: 'heading' as const, level: 1, text: '1 Første' },
    {
      kind: 'talk' as const,
      turns: [
        { label: 'Interviewer', text: 'Hvordan går det?' },
        { label: 'Ib', text: 'Det går <godt> & stille.' },
      ],
      attribution: '(Ib, 40 år)',
    },
    { kind: 'table' as const, header: ['', 'unge'], rows: [['Savn', '3 af 5']] },
  ],
};

test('what is written to Word is read back from it', async () => {
  const text = await readDocxText(await writeDocx(document), 'a.docx');
  expect(text).toContain('Ib: Det går <godt> & stille. (Ib, 40 år)');
  expect(text).toContain('3 af 5');
});

test('a Word file is told by its bytes, and its turns are found', async () => {
  const parts = [
    {
      kind: 'talk' as const,
      turns: ['Hvad så?', 'Jo.', 'Ja?'].map((text, i) => ({ label: i % 2 ? 'IP' : 'Interviewer', text })),
      attribution: '',
    },
  ];
  const read = await readTranscript(await writeDocx({ ...document, parts }), 'a.txt');
  expect(read.form).toBe('docx');
  expect(read.turns.filter(({ role }) => role === 'interviewer')).toHaveLength(2);
});

test('a damaged file, a zip that is no Word file and a zip bomb are refused', async () => {
  const whole = await writeDocx(document);
  const reason = (bytes: Uint8Array) =>
    readDocx(bytes, 'a.docx').then(
      () => null,
      (error: BagomError) => [error.code, error.data],
    );
  const why = (word: string) => ['docx.damaged', { file: 'a.docx', reason: word }];
  expect(await reason(whole.slice(0, whole.length / 2))).toEqual(why('not-zip'));
  const flipped = whole.slice();
  flipped.fill(0x41, 200, 900);
  expect(await reason(flipped)).toEqual(why('unreadable'));
  // The shortest zip file there is: an end record with no entries.
  const empty = new Uint8Array(22);
  empty.set([0x50, 0x4b, 5, 6]);
  expect(await reason(empty)).toEqual(why('no-document'));
});

test('Markdown speakers in bold are speakers', async () => {
  const text = '# Interview\n\n**Interviewer:** Hvad laver du?\n\n**IP:** Ikke noget.\n\n**IP:** Eller jo.\n';
  const read = await readTranscript(new TextEncoder().encode(text), 'a.md');
  expect(read.form).toBe('markdown');
  expect(read.speakers.map(({ label, turns }) => [label, turns])).toEqual([
    ['Interviewer', 1],
    ['IP', 2],
  ]);
  expect(read.unread).toEqual([{ line: 1, unit: 'line', kind: 'before-first-turn', text: 'Interview' }]);
});

test('a file without words is refused', async () => {
  await expect(readTranscript(new TextEncoder().encode(' \n — \n'), 'a.txt')).rejects.toThrow(
    'transcript.no-words',
  );
});
