import { describe, expect, test } from 'vitest';
import { readReport, ReportError } from './read.js';

/** A made-up report: every form the reader must know stands in it once. Lines matter, so nothing is wrapped anew. */
const REPORT = [
  'Hverdage ved havnen', // 1
  '',
  'Indhold',
  '',
  '1 Indledning .......... 3',
  '2 Dagene .......... 5',
  '2.1 Morgener .......... 6',
  '',
  ' 1 Indledning', // 9
  '',
  'Vi har talt med 9 personer om deres dage, og rapporten gengiver nogle af samtalerne i læn-',
  'gere uddrag. Et have-hold og et kor-hold var med, også på hold- og',
  'kursusdage.',
  '',
  ' 2 Dagene', // 15
  '',
  'Dagene er forskellige. Haveholdet mødes hver uge. Bo på 44 år fortæller om sit kor-',
  'hold:',
  '',
  'Interviewer: Hvad laver du om mandagen?', // 20
  '',
  'Bo: Så synger jeg [griner]. Vi er mange derinde i [bynavn], og så går vi hjem og ser på alt det',
  ' gamle, vi har gemt gennem tiden, og',
  '',
  '',
  '14', // 26
  '',
  '',
  'drikker kaffe til.',
  ' Interveiwer: Hver uge?', // 30
  '',
  'B0: Ja, hver eneste... (…) Det er sådan det er [sangbogen, red.].',
  '',
  '(…)',
  '',
  'Interviewer; Er du glad for det?', // 36
  '',
  'Bo Ja, det er jeg da. (Bo,', // 38
  '44 år).',
  ' Som Bo siger, er sangen det bedste ved ugen.', // 40
  '',
  '2.1 Morgener og',
  'aftener',
  '',
  'Om morgenen er der stille. Carla er ældre og går tur alene.', // 45
  '',
  'Jeg står op klokken fem, og så går jeg ned til vandet, før nogen er vågne. (Car-', // 47
  'la 61 år)',
  '',
  '15', // 50
  '',
  'Emil Otto på 19 år sover længe:',
  '',
  'Emil Otto: Jeg sover bare.',
  '',
  'Nå: Hvor længe?', // 56
  '',
  'Emil Otto: Til tolv.',
  '',
  'Og nogle gange længere.', // 60
  '',
  'Carla: Det gør han. [smiler',
  '',
  'Emil Otto: Sådan er det.',
  '(Emil Otto, 19 år)', // 65
  '',
  '2.2 Opsamling',
  '',
  'Interviewer: Denne replik hører ikke til noget uddrag.', // 69
  '',
].join('\n');

describe('reading a published report', () => {
  const report = readReport(REPORT);

  test('excerpts are found by their attribution, whatever breaks it', () => {
    expect(
      report.excerpts.map(({ person, age, fromLine, toLine }) => [person, age, fromLine, toLine]),
    ).toEqual([
      ['Bo', 44, 20, 39],
      ['Carla', 61, 47, 48],
      ['Emil Otto', 19, 54, 65],
    ]);
    expect(report.people.map(({ name, phase, excerpts }) => [name, phase, excerpts])).toEqual([
      ['Bo', 'adult', 1],
      ['Carla', 'older', 1],
      ['Emil Otto', 'young', 1],
    ]);
  });

  test('turns carry role, printed label and reading text', () => {
    const [bo, carla, emil] = report.excerpts;
    expect(bo?.turns.map(({ role, label }) => [role, label])).toEqual([
      ['interviewer', 'Interviewer'],
      ['interviewee', 'Bo'],
      ['interviewer', 'Interveiwer'],
      ['interviewee', 'B0'],
      ['interviewer', 'Interviewer'],
      ['interviewee', 'Bo'],
    ]);
    expect(bo?.turns[1]?.text).toBe(
      'Så synger jeg [griner]. Vi er mange derinde i [bynavn], og så går vi hjem og ser på alt det gamle, vi har gemt gennem tiden, og drikker kaffe til.',
    );
    expect(bo?.turns[3]?.text.endsWith('\n(…)')).toBe(true);
    expect(bo?.turns[5]?.text).toBe('Ja, det er jeg da.');
    expect(carla?.turns.map(({ role, label }) => [role, label])).toEqual([['interviewee', null]]);
    expect(emil?.turns.map(({ role }) => role)).toEqual([
      'interviewee',
      'interviewer',
      'interviewee',
      'interviewee',
      'interviewee',
    ]);
    expect(emil?.turns[2]?.text).toBe('Til tolv.\nOg nogle gange længere.');
  });

  test('marks stand where they are printed and say what they do', () => {
    const bo = report.excerpts[0];
    expect(bo?.marks.map(({ kind, text }) => [kind, text])).toEqual([
      ['nonverbal', '[griner]'],
      ['masked', '[bynavn]'],
      ['pause', '...'],
      ['omission', '(…)'],
      ['editor', '[sangbogen, red.]'],
      ['omission', '(…)'],
    ]);
    for (const { turn, from, to, text } of bo?.marks ?? [])
      expect(bo?.turns[turn]?.text.slice(from, to)).toBe(text);
  });

  test('lead-ins are the paragraph before, and a lost hyphen is healed by the words of the report', () => {
    expect(report.excerpts[0]?.leadIn).toBe(
      'Dagene er forskellige. Haveholdet mødes hver uge. Bo på 44 år fortæller om sit kor-hold:',
    );
    expect(report.paragraphs.find(({ text }) => text.startsWith('Vi har talt'))?.text).toContain(
      'i længere uddrag. Et have-hold og et kor-hold var med, også på hold- og kursusdage.',
    );
  });

  test('sections follow the numbering, the table of contents is left out', () => {
    expect(report.title).toBe('Hverdage ved havnen');
    expect(
      report.sections.map(({ number, title, level, fromLine, toLine }) => [
        number,
        title,
        level,
        fromLine,
        toLine,
      ]),
    ).toEqual([
      ['1', 'Indledning', 1, 9, 14],
      ['2', 'Dagene', 1, 15, 69],
      ['2.1', 'Morgener og aftener', 2, 42, 66],
      ['2.2', 'Opsamling', 2, 67, 69],
    ]);
    const dagene = report.sections[1];
    expect([
      dagene?.excerpts,
      dagene?.people,
      dagene?.interviewerTurns,
      dagene?.intervieweeTurns,
      dagene?.unlabelledTurns,
    ]).toEqual([3, ['Bo', 'Carla', 'Emil Otto'], 4, 7, 1]);
    expect(report.excerpts.map(({ section }) => section)).toEqual(['2', '2.1', '2.1']);
    expect(report.paragraphs.some(({ text }) => text.includes('......'))).toBe(false);
  });

  test('every slip of form is told with its line', () => {
    expect(report.anomalies.map(({ line, kind }) => [line, kind])).toEqual([
      [26, 'stray-page-number'],
      [30, 'label-typo'],
      [32, 'label-typo'],
      [36, 'label-punctuation'],
      [38, 'split-attribution'],
      [38, 'attribution-full-stop'],
      [38, 'missing-colon'],
      [45, 'lead-in-without-colon'],
      [47, 'split-attribution'],
      [47, 'hyphenated-name'],
      [47, 'attribution-without-comma'],
      [47, 'unlabelled-monologue'],
      [50, 'stray-page-number'],
      [56, 'label-unknown'],
      [60, 'unlabelled-continuation'],
      [62, 'label-other-person'],
      [62, 'unclosed-bracket'],
      [65, 'attribution-alone'],
      [69, 'unattributed-turns'],
    ]);
  });
});

describe('what is no report', () => {
  const code = (text: string): string => {
    try {
      readReport(text);
      return 'read';
    } catch (error) {
      return error instanceof ReportError ? error.code : String(error);
    }
  };

  test('an empty text, a binary file and a text without excerpts are refused by name', () => {
    expect(code('')).toBe('report.empty');
    expect(code(' \n\n ')).toBe('report.empty');
    expect(code('PK\u0003\u0004\u0000\u0000 (Bo, 44 år)')).toBe('report.not-text');
    expect(code('En tekst uden samtaler.')).toBe('report.no-excerpts');
    expect(code('Bo er 44 år) og glad.')).toBe('report.no-excerpts');
    expect(new ReportError('report.no-excerpts').reason.da).toContain('uddrag');
  });

  test('line ends of Windows, a byte order mark and form feeds are read', () => {
    const report = readReport('\uFEFFHun siger:\r\n\r\nBo: Ja.\r\n\fBo: Og nej. (Bo, 44 år)\r\n');
    expect(report.excerpts[0]?.turns.map(({ text }) => text)).toEqual(['Ja.', 'Og nej.']);
  });
});

describe('large and hostile text', () => {
  const close = '\n\nHun siger:\n\nInterviewer: Hvad?\n\nBo: Ja. (Bo, 44 år)\n';
  test.each([
    ['one endless line', 'a'],
    ['open brackets', '(['],
    ['broken words', 'ab-\n'],
    ['labels', 'Pil: x\n'],
    ['headings', '1.1 Abc\n\n'],
    ['hyphens in a row', 'ab-'],
  ])('%s of 3 MB is read to its end', (_name, piece) => {
    const report = readReport(piece.repeat(Math.ceil(3_000_000 / piece.length)) + close);
    expect(report.excerpts).toHaveLength(1);
  });
});
