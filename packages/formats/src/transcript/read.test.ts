import { describe, expect, test } from 'vitest';
import { bytesOf, sample } from '../samples.fixture.js';
import { readTranscript, type TranscriptFile } from './read.js';

const read = (name: string) => readTranscript(sample(name), name);
const turnsOf = ({ text, turns }: TranscriptFile) =>
  turns.map(({ role, label, time, from, to }) => [role, label, time, text.slice(from, to)]);
const marksOf = ({ text, marks }: TranscriptFile) =>
  marks.map(({ kind, from, to }) => [kind, text.slice(from, to)]);
const told = ({ unread }: TranscriptFile) => unread.map(({ kind, line, text }) => [kind, line, text]);

describe('one interview in four forms', () => {
  const forms = ['docx', 'odt', 'rtf', 'html'] as const;

  test.each(forms)('%s: the same turns, looks and cues', async (form) => {
    const file = await read(`interview.${form}`);
    expect([file.form, file.grammar]).toEqual([form, 'colon-labels']);
    const turns = turnsOf(file);
    expect(turns[0]).toEqual(['other', null, null, 'Samtale på biblioteket']);
    expect(turns[2]).toEqual([
      'interviewee',
      'Vigga',
      null,
      'Det var min søster, der tog mig med. [griner] Jeg ville ikke have gjort det selv. Nok … Og så blev jeg hængende.',
    ]);
    expect(turns[4]?.[3]).toContain('en tur rundt om søen.\n\nkaffe\navis');
    const marks = marksOf(file);
    for (const mark of [
      ['heading', 'Samtale på biblioteket'],
      ['bold', 'Vigga:'],
      ['italic', 'min søster'],
      ['underline', 'ikke'],
      ['strike', 'Nok'],
      ['nonverbal', '[griner]'],
      ['pause', '(pause 4 sek.)'],
      ['list', 'kaffe'],
      ['list', 'avis'],
    ])
      expect(marks).toContainEqual(mark);
  });

  test.each(['docx', 'odt', 'rtf'])(
    '%s: deletions, comments, notes and hidden words are told, not read',
    async (form) => {
      const file = await read(`interview.${form}`);
      const kinds = Object.fromEntries(
        file.unread.map(({ kind, text }) => [kind, text.replace(/ \(Vera\)$/, '')]),
      );
      expect(kinds).toMatchObject({
        deleted: 'slettede ord',
        'hidden-text': 'hemmeligt notat',
        comment: 'spørg til søen',
        footnote: 'Huset har lukket om søndagen.',
      });
      const { 'before-first-turn': title, ...unread } = kinds;
      expect(title).toBe('Samtale på biblioteket');
      expect(Object.values(unread).filter((words) => file.text.includes(words))).toEqual([]);
      expect(file.unread.every(({ unit }) => unit === 'paragraph')).toBe(true);
    },
  );
});

test.each(['table.odt', 'table.rtf'])('%s: a table of speakers, times and words', async (name) => {
  const file = await read(name);
  expect(file.grammar).toBe('table');
  expect(turnsOf(file).slice(1)).toEqual([
    ['interviewer', 'I1', 5, 'Hvor længe har du boet i kvarteret?'],
    ['interviewee', 'Asger', 11, 'Hele mit liv, stort set.\nBortset fra to år i Aarhus.'],
    ['interviewer', 'I1', 24, 'Og hvad fik dig til at komme hjem igen?'],
    ['interviewee', 'Asger', 31, 'Jeg kunne ikke finde nogen at snakke med derovre.'],
  ]);
});

test('PDF: paragraphs over lines and pages; running heads and page numbers are taken out and told', async () => {
  const file = await read('pages.pdf');
  expect([file.form, file.turns.length]).toEqual(['pdf', 36]);
  const answers = new Set(turnsOf(file).flatMap(([, label, , words]) => (label === 'Ragna' ? [words] : [])));
  // Nine times the same two answers, each on another place of the page: every one came out whole.
  expect([...answers]).toHaveLength(2);
  expect([...answers][1]).toMatch(/^Ja, det gør jeg hver eneste morgen\. .* blev spredt for alle vinde\.$/);
  expect(file.text).not.toMatch(/Interview med Ragna|\n\d\n/);
  expect(told(file).filter(([kind]) => kind === 'running-head')).toHaveLength(7);
  expect(
    told(file)
      .filter(([kind]) => kind === 'page-number')
      .map(([, , text]) => text),
  ).toEqual(['1', '2', '3', '4', '5', '6', '7']);
});

describe('subtitles', () => {
  test('WebVTT: voices, looks and times; what is no cue, lies over another or has no time is told', async () => {
    const file = await read('voices.vtt');
    expect(turnsOf(file)).toEqual([
      ['interviewer', 'Ida', 1, 'Hvordan gik det så i mandags?'],
      ['interviewee', 'Bo', 4, 'Det gik fint & stille.'],
      ['interviewer', 'Ida', 9, 'Kom du af sted?'],
      ['interviewee', 'Bo', 9, 'Ja.'],
    ]);
    expect(marksOf(file)).toContainEqual(['italic', 'fint']);
    expect(told(file).map(([kind, line]) => [kind, line])).toEqual([
      ['comment', 3],
      ['style', 5],
      ['cue-overlap', 14],
      ['cue-without-time', 21],
    ]);
  });

  test('SubRip: names with a colon inside the cues', async () => {
    const file = await read('voices.srt');
    expect(turnsOf(file)[1]).toEqual(['interviewee', 'BO', 3.5, 'Den er stor.']);
  });
});

describe('recognised speech', () => {
  test('Whisper: segments with times; a silence begins a turn; words without times of their own are told', async () => {
    const file = await read('whisper.json');
    expect(turnsOf(file)).toEqual([
      ['interviewee', null, 0, 'Hvad laver du?'],
      ['interviewee', null, 5.1, 'Ikke noget.'],
    ]);
    expect(told(file)).toContainEqual(['word-times', null, '3']);
    expect(told(file)).toContainEqual(['segment-without-words', 3, expect.any(String)]);
  });

  test('WhisperX: a segment with words of two voices becomes two', async () => {
    expect(turnsOf(await read('whisperx.json'))).toEqual([
      ['interviewer', 'SPEAKER_00', 0.2, 'Hvad laver du?'],
      ['interviewee', 'SPEAKER_01', 2.6, 'Ikke noget.'],
      ['interviewer', 'SPEAKER_00', 4.9, 'Slet ikke?'],
      ['interviewee', 'SPEAKER_01', 6.4, 'Nej, det er søndag.'],
    ]);
  });

  test('whisper.cpp counts in milliseconds', async () => {
    expect((await read('whisper-cpp.json')).turns.map(({ time }) => time)).toEqual([0, 5]);
  });

  test('JSON that is no transcript is refused when it is said to be one', async () => {
    await expect(readTranscript(bytesOf('{"media": 3, "text": 4}'), 'a.json')).resolves.toMatchObject({
      form: 'text',
    });
  });
});

test('oTranscribe: times before the names, of which the exact one is kept', async () => {
  const file = await read('otranscribe.otr');
  expect(file.form).toBe('otranscribe');
  expect(turnsOf(file)).toEqual([
    ['interviewer', 'Ida', 2.5, 'Hvad laver du?'],
    ['interviewee', 'Bo', 6.1, 'Ikke noget.'],
    ['interviewer', 'Ida', 71, 'Slet ikke?'],
    ['interviewee', 'Bo', null, 'Nej.'],
  ]);
});

test('f4: time codes, pauses, words over another’s, cues', async () => {
  const file = await read('f4.txt');
  expect(file.turns.map(({ time }) => time)).toEqual([null, 6.4, 12, 15.8]);
  expect(marksOf(file)).toEqual(
    expect.arrayContaining([
      ['time', '#00:00:06-4#'],
      ['pause', '(2.5)'],
      ['overlap', '//Det var//'],
      ['nonverbal', '((griner))'],
    ]),
  );
});

test('an excerpt’s grammar: label misprints, four kinds of brackets, a line that goes on', async () => {
  const file = await read('excerpt.txt');
  expect(file.turns.map(({ label }) => label)).toEqual([
    'Interviewer',
    'Palle',
    'Interviewer',
    'Palle',
    'Interviewer',
    'Palle',
  ]);
  expect(told(file)).toEqual([
    ['label-typo', 6, 'Interivewer'],
    ['label-typo', 8, 'PalIe'],
    ['label-punctuation', 12, 'Palle;'],
  ]);
  expect(marksOf(file)).toEqual([
    ['omission', '[…]'],
    ['masked', '[tilbuddets leder]'],
    ['nonverbal', '[griner]'],
    ['omission', '(…)'],
    ['editor', '[andre brugere, red.]'],
  ]);
});

test('Markdown: signs of headings, bold and italics go, a cue between asterisks stays', async () => {
  const file = await read('notes.md');
  expect(file.text).toContain('IP: Duften. *griner* Og at man kan være i fred.');
  expect(marksOf(file)).toEqual(
    expect.arrayContaining([
      ['heading', 'Interview 7'],
      ['bold', 'IP:'],
      ['italic', 'være i fred'],
      ['nonverbal', '*griner*'],
    ]),
  );
});

test('a Word document from before 2007 is told what to become', async () => {
  const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  await expect(readTranscript(old, 'a.doc')).rejects.toThrow('doc.not-read');
});
