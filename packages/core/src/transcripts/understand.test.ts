import { describe, expect, test } from 'vitest';
import { documentOfText, type Document, type Paragraph } from './document.js';
import { GRAMMAR_NAMES } from './grammars/index.js';
import { readTurns, understand } from './understand.js';

const shown = (read: ReturnType<typeof readTurns>) =>
  read.turns.map((turn) => [turn.role, turn.label, read.text.slice(turn.from, turn.to)]);
const words = (text: string) => shown(readTurns(text));

const document = (form: Document['form'], ...paragraphs: Partial<Paragraph>[]): Document => ({
  form,
  encoding: null,
  unread: [],
  paragraphs: paragraphs.map((one, i) => ({ text: '', formats: [], line: i + 1, ...one })),
});
const bold = (name: string, rest: string, line = 0) => ({
  text: `${name}${rest}`,
  formats: [{ from: 0, to: name.length, kind: 'bold' as const }],
  line,
});

describe('labels with a colon', () => {
  test('labels begin turns, and a line without one goes on with the turn before', () => {
    expect(
      words('Interviewer: Bor du her?\n\nIP: Ja.\nSiden maj.\n\nInterviewer: Okay.\n\nIP: Mm.\n'),
    ).toEqual([
      ['interviewer', 'Interviewer', 'Bor du her?'],
      ['interviewee', 'IP', 'Ja.\nSiden maj.'],
      ['interviewer', 'Interviewer', 'Okay.'],
      ['interviewee', 'IP', 'Mm.'],
    ]);
  });

  test('a colon inside speech is no label when the word before it never comes back', () => {
    expect(words('I: Hvad så?\n\nIP: Han sagde\nNå: det går nok.\n\nIP: Ja.\n').length).toBe(3);
  });

  test('an interviewee who answers once is a speaker all the same', () => {
    expect(words('Interviewer: Bor du her?\n\nIP: Ja.\n').map(([role]) => role)).toEqual([
      'interviewer',
      'interviewee',
    ]);
  });

  test('misprints, another sign and two names on one turn are read and told with their line', () => {
    const read = readTurns(
      'Palle: Hej.\n\nInterviewer: Hvem er det?\n\nPalle: Min bror.\n\nInterivewer: Ja?\n\nPalIe: Ham der.\n\nPalle; Jo.\n\nInterviewer/Palle: Ja!\n',
    );
    expect(read.turns.map(({ label }) => label)).toEqual([
      'Palle',
      'Interviewer',
      'Palle',
      'Interviewer',
      'Palle',
      'Palle',
      'Interviewer/Palle',
    ]);
    expect(read.slips.map(({ line, kind, text }) => [line, kind, text])).toEqual([
      [7, 'label-typo', 'Interivewer'],
      [9, 'label-typo', 'PalIe'],
      [11, 'label-punctuation', 'Palle;'],
      [13, 'label-joint', 'Interviewer/Palle'],
    ]);
    expect(read.speakers.map(({ label, role }) => [label, role])).toContainEqual([
      'Interviewer/Palle',
      'other',
    ]);
  });

  test('numbers tell speakers apart: `Speaker 1` is no misprint of `Speaker 2`', () => {
    const read = readTurns(
      'Speaker 1: Hvorfor?\nSpeaker 2: Fordi.\nSpeaker 1: Nå?\nSpeaker 2: Ja.\nSpeaker 3: Hej.\n',
    );
    expect(read.turns.map(({ label }) => label)).toEqual([
      'Speaker 1',
      'Speaker 2',
      'Speaker 1',
      'Speaker 2',
    ]);
  });

  test('a label in the middle of a turn is told, and the turn is left whole', () => {
    const read = readTurns('I: Hvad så?\nIP: Det går. I: Godt? IP: Ja.\nI: Fint.\n');
    expect(read.turns).toHaveLength(3);
    expect(read.slips.map(({ line, kind }) => [line, kind])).toEqual([
      [2, 'label-inside-turn'],
      [2, 'label-inside-turn'],
    ]);
  });

  test('a time code before a label is kept in seconds', () => {
    const read = readTurns('[01:02] I1: Hej\n[00:01:05] IP: Hej\n[01:40] IP: Ja\n');
    expect(read.turns.map((t) => t.time)).toEqual([62, 65, 100]);
  });
});

describe('other grammars', () => {
  test('initials and numbers, also with another sign than the colon', () => {
    expect(readTurns('I1: Hvad?\nP3: Det.\nI1: Nå?\n').grammar).toBe('initials');
    const read = readTurns('I> Hvad laver du?\nB> Ikke noget.\nI> Slet ikke?\nB> Nej.\nI> Okay.\n');
    expect([read.grammar, shown(read)[1]]).toEqual(['initials', ['interviewee', 'B', 'Ikke noget.']]);
  });

  test('a list "A) … B) …" is no dialogue', () => {
    expect(readTurns('A) kaffe\nB) te\nC) vand\n').grammar).toBe('monologue');
  });

  test('a time code first: `*1:40 = I1:`', () => {
    const read = readTurns('*0:05 = I1: Hvem er du?\n*0:11 = P: Jeg er Bo.\n*1:40 = I1: Og så?\n');
    expect(read.grammar).toBe('time-first');
    expect(read.turns.map(({ label, time }) => [label, time])).toEqual([
      ['I1', 5],
      ['P', 11],
      ['I1', 100],
    ]);
  });

  test('f4 closes a turn with its time: the next begins there', () => {
    const read = readTurns('I: Hvem er du? #00:00:04-2#\nB: Bo. #00:00:06-0#\nI: Og så?\n');
    expect(read.turns.map(({ time }) => time)).toEqual([null, 4.2, 6]);
    expect(read.marks.map(({ kind, seconds }) => [kind, seconds])).toEqual([
      ['time', 4.2],
      ['time', 6],
    ]);
  });

  test('names in bold, without a colon', () => {
    const read = understand(
      document(
        'docx',
        bold('Ida Holm', ' Hvad så?'),
        bold('Bo', ' Ikke noget.'),
        bold('Ida Holm', ' Nå?'),
        bold('Bo', ' Nej.'),
      ),
    );
    expect(read.grammar).toBe('bold-names');
    expect(shown(read).slice(0, 2)).toEqual([
      ['interviewer', 'Ida Holm', 'Hvad så?'],
      ['interviewee', 'Bo', 'Ikke noget.'],
    ]);
    expect(read.speakers[0]).toMatchObject({ reason: 'asks', asks: 2 });
  });

  test('whole questions in bold', () => {
    const q = (text: string) => bold(text, '');
    const read = understand(
      document('docx', q('Hvad laver du?'), { text: 'Jeg maler.' }, { text: 'Mest huse.' }, q('Hvorfor?'), {
        text: 'Fordi jeg kan.',
      }),
    );
    expect(read.grammar).toBe('bold-questions');
    expect(shown(read)).toEqual([
      ['interviewer', '1', 'Hvad laver du?'],
      ['interviewee', '2', 'Jeg maler.\n\nMest huse.'],
      ['interviewer', '1', 'Hvorfor?'],
      ['interviewee', '2', 'Fordi jeg kan.'],
    ]);
  });

  test('a name on a line of its own, with a time', () => {
    const read = readTurns(
      'Ida Holm  0:05\nHvad laver du så?\n\nBo Friis  0:09\nIkke noget særligt.\n\nIda Holm  0:12\nSlet ikke?\n\nBo Friis  0:14\nNej.\n',
    );
    expect(read.grammar).toBe('name-line');
    expect(read.turns.map(({ label, time }) => [label, time])).toEqual([
      ['Ida Holm', 5],
      ['Bo Friis', 9],
      ['Ida Holm', 12],
      ['Bo Friis', 14],
    ]);
  });

  test('dashes that take turns', () => {
    const read = readTurns('– Hvad så?\n– Ikke noget.\n– Slet ikke?\n– Nej.\n');
    expect(read.grammar).toBe('dashes');
    expect(shown(read).map(([role, label]) => [role, label])).toEqual([
      ['interviewer', '1'],
      ['interviewee', '2'],
      ['interviewer', '1'],
      ['interviewee', '2'],
    ]);
  });

  test('a table of speakers and words, whose head is nobody’s', () => {
    const row = (i: number, ...cells: string[]) =>
      cells.map((text, column) => ({ text, cell: { table: 0, row: i, column } }));
    const read = understand(
      document(
        'docx',
        ...row(0, 'Hvem', 'Hvad'),
        ...row(1, 'I', 'Hvor bor du henne?'),
        ...row(2, 'Bo', 'I en lejlighed.'),
        ...row(3, '', 'Den er lille.'),
        ...row(4, 'I', 'Hvor lille er den?'),
        ...row(5, 'Bo', 'To værelser.'),
      ),
    );
    expect(read.grammar).toBe('table');
    expect(shown(read)).toEqual([
      ['other', null, 'Hvad'],
      ['interviewer', 'I', 'Hvor bor du henne?'],
      ['interviewee', 'Bo', 'I en lejlighed.'],
      ['interviewee', 'Bo', 'Den er lille.'],
      ['interviewer', 'I', 'Hvor lille er den?'],
      ['interviewee', 'Bo', 'To værelser.'],
    ]);
  });

  test('voices that the file names, one turn while one speaks', () => {
    const cue = (speaker: string, time: number, text: string) => ({ text, speaker, time, until: time + 1 });
    const read = understand(
      document('vtt', cue('Ida', 0, 'Hvad'), cue('Ida', 1, 'så?'), cue('Bo', 2.5, 'Ikke noget.')),
    );
    expect([read.grammar, shown(read)]).toEqual([
      'voices',
      [
        ['interviewer', 'Ida', 'Hvad\nså?'],
        ['interviewee', 'Bo', 'Ikke noget.'],
      ],
    ]);
    expect(read.turns.map(({ time }) => time)).toEqual([0, 2.5]);
  });

  test('a text without labels is one voice, a paragraph a turn', () => {
    expect(words('Jeg kom i maj.\n\nSå blev det juni.\n')).toEqual([
      ['interviewee', null, 'Jeg kom i maj.'],
      ['interviewee', null, 'Så blev det juni.'],
    ]);
  });

  test('a grammar that is wished for is used, where it finds turns', () => {
    const text = documentOfText('I: Hvad så?\n\nIP: Ja.\n');
    expect(understand(text, { grammar: 'monologue' }).turns).toHaveLength(2);
    expect(understand(text, { grammar: 'monologue' }).speakers).toEqual([]);
    expect(understand(text, { grammar: 'table' }).grammar).toBe('initials');
  });
});

describe('who asks', () => {
  const roles = (text: string) =>
    Object.fromEntries(readTurns(text).speakers.map(({ label, role }) => [label, role]));

  test('`I` beside `Int` is the informant; `M` and `I` alone are told by who asks', () => {
    expect(roles('Int: Bor du her?\nI: Ja.\nInt: Længe?\nI: Ja.\n')).toEqual({
      Int: 'interviewer',
      I: 'interviewee',
    });
    expect(roles('M: Bor du her?\nI: Ja.\nM: Længe?\nI: Ja.\n')).toEqual({
      M: 'interviewer',
      I: 'interviewee',
    });
    expect(roles('I: Bor du her?\nM: Ja.\nI: Længe?\nM: Ja.\n')).toEqual({
      I: 'interviewer',
      M: 'interviewee',
    });
  });

  test('where nobody asks more than another, nobody is made the interviewer', () => {
    expect(roles('Ida: Hej.\nBo: Hej.\nIda: Hej igen.\nBo: Ja.\n')).toEqual({
      Ida: 'interviewee',
      Bo: 'interviewee',
    });
  });

  test('a role that was put right holds, with its reason', () => {
    const read = understand(documentOfText('Ida: Ja?\nBo: Nej.\nIda: Nå?\nBo: Nej.\n'), {
      roles: { Bo: 'other' },
    });
    expect(read.speakers.find(({ label }) => label === 'Bo')).toMatchObject({
      role: 'other',
      reason: 'chosen',
    });
    expect(read.turns[1]?.role).toBe('other');
  });
});

/** A small generator of numbers that is the same everywhere (mulberry32). */
function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const PIECES = [
  'Interviewer: ',
  'IP: ',
  'Amir; ',
  'I1: ',
  '*1:40 = I1: ',
  '– ',
  '[griner] ',
  '(…) ',
  '#00:01:02-3# ',
  'Hvad så?',
  ' Ikke noget. ',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '  ',
  '👩‍👩‍👧',
  'e\u0301',
  '\u0301',
  '\uD83D',
  'שלום: ',
  'مرحبا ',
  '\u202E',
  '\u2028',
  '\uFEFF',
  'Ida Holm',
  'a: b: c: ',
  '**',
];

test('whatever the text, turns lie in it in order, marks lie in it, and turns with what is between them are the text', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const pick = random(seed);
    const paragraphs = Array.from({ length: 1 + pick(8) }, (): Partial<Paragraph> => {
      const text = Array.from({ length: pick(9) }, () => PIECES[pick(PIECES.length)]!).join('');
      const from = pick(text.length + 1);
      return {
        text,
        formats: pick(3) === 0 ? [{ from, to: from + pick(text.length - from + 1), kind: 'bold' }] : [],
        ...(pick(4) === 0 ? { cell: { table: pick(2), row: pick(3), column: pick(2) } } : {}),
        ...(pick(5) === 0 ? { time: pick(100), speaker: 'Ida' } : {}),
      };
    });
    const source =
      pick(2) === 0
        ? documentOfText(paragraphs.map(({ text }) => text).join('\n'))
        : document('docx', ...paragraphs);
    for (const grammar of [undefined, ...GRAMMAR_NAMES]) {
      const { text, turns, marks } = understand(source, grammar ? { grammar } : {});
      const wrong: string[] = [];
      if (text !== `${text.replace(/[ \t]+$/gm, '').trim()}\n`)
        wrong.push('the text is not as the study keeps texts');
      let end = 0;
      let assembled = '';
      for (const { from, to } of turns) {
        if (from < end || to <= from || to > text.length) wrong.push(`turn ${from}-${to}`);
        if (text.slice(from, to) !== text.slice(from, to).trim()) wrong.push(`blanks around ${from}-${to}`);
        assembled += text.slice(end, from) + text.slice(from, to);
        end = to;
      }
      if (assembled + text.slice(end) !== text)
        wrong.push('the turns and what is between them are not the text');
      for (const { from, to } of marks)
        if (from < 0 || from >= to || to > text.length) wrong.push(`mark ${from}-${to}`);
      expect({ seed, grammar, wrong }).toEqual({ seed, grammar, wrong: [] });
    }
  }
});
