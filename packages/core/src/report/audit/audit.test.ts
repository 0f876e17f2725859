import { describe, expect, test } from 'vitest';
import { peopleOfExcerpts } from '../published.js';
import type {
  PublishedExcerpt,
  PublishedMark,
  PublishedReport,
  PublishedSection,
  ReportAnomaly,
} from '../published.js';
import { auditReport, FINDING_RULES, type FindingRule } from './audit.js';

const MARKS: readonly [RegExp, PublishedMark['kind']][] = [
  [/\[(?:griner|Griner)\]|\(griner\)/gu, 'nonverbal'],
  [/\[(?:bynavn|by|sted|butik|navn på ven)\]/gu, 'masked'],
  [/\[[^\]]+, red\.\]|\[i går\]/gu, 'editor'],
  [/\(…\)|\[\.\.\.\]/gu, 'omission'],
  [/(?<![([])(?:…|\.\.\.)(?![)\]])/gu, 'pause'],
];

/** An excerpt from one line a turn: `?` opens the interviewer's turns. */
function excerpt(
  line: number,
  person: string,
  age: number,
  turns: readonly string[],
  section = '1.1',
): PublishedExcerpt {
  const spoken = turns.map((text, at) => ({
    role: text.startsWith('?') ? ('interviewer' as const) : ('interviewee' as const),
    label: text.startsWith('?') ? 'Interviewer' : person,
    text: text.replace(/^\?/u, ''),
    fromLine: line + at,
    toLine: line + at,
  }));
  const marks = spoken.flatMap(({ text }, turn) =>
    MARKS.flatMap(([sign, kind]) =>
      [...text.matchAll(sign)].map((match) => ({
        turn,
        from: match.index,
        to: match.index + match[0].length,
        kind,
        text: match[0],
      })),
    ),
  );
  return {
    person,
    age,
    fromLine: line,
    toLine: line + turns.length - 1,
    section,
    leadIn: 'Sådan:',
    turns: spoken,
    marks,
  };
}

interface Made {
  excerpts?: PublishedExcerpt[];
  prose?: readonly (readonly [number, string, string?])[];
  titles?: Readonly<Record<string, string>>;
  anomalies?: ReportAnomaly[];
}

function made({
  excerpts = [],
  prose = [],
  titles = { '1': 'Dage', '1.1': 'Morgener' },
  anomalies = [],
}: Made): PublishedReport {
  const sections = Object.entries(titles).map(([number, title]): PublishedSection => {
    const inside = excerpts.filter(({ section }) => section === number || section?.startsWith(`${number}.`));
    return {
      number,
      title,
      level: number.split('.').length,
      fromLine: 1,
      toLine: 999,
      excerpts: inside.length,
      people: [...new Set(inside.map(({ person }) => person))],
      interviewerTurns: 0,
      intervieweeTurns: 0,
      unlabelledTurns: 0,
    };
  });
  const paragraphs = prose.map(([line, text, section = '1.1']) => ({
    text,
    fromLine: line,
    toLine: line,
    section: section === '' ? null : section,
  }));
  return {
    title: 'Dage',
    lines: 999,
    excerpts,
    people: peopleOfExcerpts(excerpts),
    sections,
    paragraphs,
    anomalies,
  };
}

const heard = (rule: FindingRule, parts: Made): [number, string, string][] =>
  auditReport(made(parts), { rules: [rule] }).map(({ line, severity, message }) => [
    line,
    severity,
    message.da,
  ]);

const ODA = excerpt(10, 'Oda', 34, ['?Hvordan går det?', 'Det går fint nok i dag.']);

describe('who said what', () => {
  test('slips of labels are told, the gravest first', () => {
    const anomalies: ReportAnomaly[] = [
      { line: 12, kind: 'label-typo', text: 'Odda: Ja.' },
      { line: 14, kind: 'label-unknown', text: 'Nå: Ja.' },
    ];
    expect(
      heard('speaker-label', { excerpts: [ODA], anomalies }).map(([line, severity]) => [line, severity]),
    ).toEqual([
      [14, 'error'],
      [12, 'warning'],
    ]);
  });

  test('an answer under the interviewer’s label and a question under the person’s are errors', () => {
    const excerpts = [
      excerpt(10, 'Oda', 34, ['?Glad for det?', '?Det giver mig ro.']),
      excerpt(20, 'Pil', 50, ['Hvornår står du op?', 'Klokken seks.']),
    ];
    expect(heard('speaker-label', { excerpts }).map(([line, severity]) => [line, severity])).toEqual([
      [11, 'error'],
      [20, 'error'],
    ]);
    expect(heard('speaker-label', { excerpts: [ODA] })).toEqual([]);
  });

  test('turns parted by an omission mark may have one speaker', () => {
    expect(
      heard('speaker-label', { excerpts: [excerpt(10, 'Oda', 34, ['Det er godt.\n(…)', 'Og så videre.'])] }),
    ).toEqual([]);
  });
});

describe('the same words', () => {
  const said = 'så går jeg ned til vandet hver eneste morgen før de andre er vågnet og ser på bådene';
  test('an answer printed twice shows the words that differ', () => {
    const excerpts = [
      excerpt(10, 'Oda', 34, [said]),
      excerpt(40, 'Oda', 34, [said.replace('bådene', 'bådene').replace('vågnet og', 'oppe og')]),
    ];
    const [[line, severity, message] = [0, '', '']] = heard('quote-printed-twice', { excerpts });
    expect([line, severity]).toEqual([40, 'note']);
    expect(message).toContain('to gange');
  });
  test('a word changed in the middle of a long answer is shown', () => {
    const long = `${said} mens kaffen bliver kold og det gør ikke spor for sådan er det jo`;
    const excerpts = [excerpt(10, 'Oda', 34, [long]), excerpt(40, 'Oda', 34, [long.replace('kold', 'varm')])];
    expect(heard('quote-printed-twice', { excerpts })[0]?.slice(1)).toEqual([
      'warning',
      expect.stringContaining('»kold« / »varm«'),
    ]);
  });
  test('the same words under two names are an error', () => {
    expect(
      heard('quote-printed-twice', {
        excerpts: [excerpt(10, 'Oda', 34, [said]), excerpt(40, 'Pil', 50, [said])],
      })[0]?.[1],
    ).toBe('error');
  });

  test('quoted words are verbatim, altered or not found', () => {
    const excerpts = [
      excerpt(10, 'Oda', 34, ['Jeg trænger virkelig til luft og lange gåture ved stranden.']),
    ];
    const quoting = (words: string) =>
      heard('quoted-words', {
        excerpts,
        prose: [[30, `Oda siger, at hun trænger til ’${words}’ i hverdagen.`]],
      });
    expect(quoting('lange gåture ved stranden')).toEqual([]);
    expect(quoting('lang gåtur ved stranden')[0]?.slice(0, 2)).toEqual([30, 'warning']);
    expect(quoting('roser i vinduet')[0]?.[1]).toBe('note');
  });
});

describe('who can be known', () => {
  test('two ages, an age in speech and an age of the past', () => {
    const excerpts = [ODA, excerpt(20, 'Oda', 35, ['Ja.'])];
    expect(
      heard('two-ages', { excerpts, prose: [[30, 'Oda på 36 år er glad.']] }).map(([line]) => line),
    ).toEqual([20, 30]);
    const spoken = (text: string) => heard('age-in-speech', { excerpts: [excerpt(10, 'Oda', 34, [text])] });
    expect(spoken('Jeg er kun 37, så det går.')).toHaveLength(1);
    expect(spoken('Jeg er 34, og da jeg var 25, flyttede jeg.')).toEqual([]);
    expect(spoken('Da jeg var 52, flyttede jeg.')).toHaveLength(1);
  });

  test('pseudonyms alike, and a pseudonym that a named person bears', () => {
    const excerpts = [
      excerpt(10, 'Karla', 34, ['Ja.']),
      excerpt(20, 'Karlo', 50, ['Nej.']),
      excerpt(30, 'Birk', 40, ['Nå.']),
    ];
    expect(heard('names-alike', { excerpts })).toHaveLength(1);
    expect(
      heard('names-alike', { excerpts, prose: [[2, 'Tak til Birk Vestergård for hjælp.', '']] }),
    ).toHaveLength(2);
  });

  test('a name left open beside a hidden one is a warning, a pseudonym and a sentence opening are none', () => {
    const open = excerpt(10, 'Oda', 34, [
      'Jeg bor i [bynavn] og handler i Skovbutikken med Ulrikke. Så går vi hjem til Oda.',
    ]);
    const [[line, severity, message] = [0, '', '']] = heard('unmasked', { excerpts: [open] });
    expect([line, severity]).toEqual([10, 'warning']);
    expect(message).toContain('»Skovbutikken«, »Ulrikke«');
    expect(
      heard('unmasked', { excerpts: [excerpt(10, 'Oda', 34, ['Jeg handler i Skovbutikken.'])] }),
    ).toEqual([]);
  });

  test('a person’s pronoun that changes once is told', () => {
    const prose = [1, 2, 3, 4].map((n) => [20 + n, 'Oda fortæller, at hun er glad.'] as const);
    expect(
      heard('pronoun-clash', { excerpts: [ODA], prose: [...prose, [40, 'Oda siger, at han er træt.']] }).map(
        ([line]) => line,
      ),
    ).toEqual([40]);
    expect(
      heard('pronoun-clash', {
        excerpts: [ODA],
        prose: [...prose, [40, 'Oda siger om sin bror, at han er træt.']],
      }),
    ).toEqual([]);
  });
});

describe('what is claimed', () => {
  const excerpts = [ODA];
  test('“many” and “most” of one group on one matter clash, other matters and groups do not', () => {
    const prose = (second: string) => [
      [20, 'Mange af de unge dyrker havearbejde.'] as const,
      [30, second] as const,
    ];
    expect(
      heard('quantifier-clash', { excerpts, prose: prose('De fleste af de unge dyrker havearbejde.') }).map(
        ([line]) => line,
      ),
    ).toEqual([30]);
    expect(
      heard('quantifier-clash', { excerpts, prose: prose('De fleste af de ældre dyrker havearbejde.') }),
    ).toEqual([]);
    expect(
      heard('quantifier-clash', { excerpts, prose: prose('De fleste af de unge spiller håndbold.') }),
    ).toEqual([]);
  });

  test('“none” with an exception close by, or with a member of the group quoted in the section', () => {
    const none = 'Ingen af interviewpersonerne dyrker havearbejde sammen med naboerne.';
    const but = 'Der er dog enkelte, som dyrker havearbejde sammen med naboerne.';
    expect(
      heard('counter-case', {
        excerpts,
        prose: [
          [20, none],
          [21, but],
        ],
      }).map(([line]) => line),
    ).toEqual([20]);
    expect(
      heard('counter-case', {
        excerpts,
        prose: [
          [20, none],
          [21, 'Der er dog enkelte, som synger i kor.'],
        ],
      }),
    ).toEqual([]);
    const member = [
      [12, 'Oda hører til de mest udsatte.'] as const,
      [20, 'Blandt de mest udsatte er der ingen, der løber.'] as const,
    ];
    expect(heard('counter-case', { excerpts, prose: member })[0]?.[2]).toContain('Oda');
  });

  test('a group that is spoken of but not quoted in the section', () => {
    expect(
      heard('claim-without-voice', {
        excerpts,
        prose: [
          [20, 'Mange af de unge sover længe.'],
          [21, 'Nogle af de voksne står tidligt op.'],
        ],
      }),
    ).toEqual([[20, 'warning', expect.stringContaining('unge')]]);
  });

  test('a person under a heading of another life phase', () => {
    expect(heard('person-out-of-group', { excerpts, titles: { '1.1': 'De unge om morgenen' } })).toHaveLength(
      1,
    );
    expect(heard('person-out-of-group', { excerpts, titles: { '1.1': 'De voksne om morgenen' } })).toEqual(
      [],
    );
    expect(
      heard('person-out-of-group', {
        excerpts,
        prose: [[20, 'Det gælder Oda, som vi mødte på et værested for unge.']],
      }),
    ).toHaveLength(1);
  });

  test('life phases are held against the sample that the report states', () => {
    const sample =
      'Der er 4 interviewpersoner mellem 18 og 29 år, 4 mellem 30 og 49 år, og 12 personer er mellem 50 og 69 år.';
    const [silent, ...shares] = heard('sample-share', { excerpts, prose: [[5, sample]] }).reverse();
    expect(silent?.[2]).toContain('19 af de 20');
    expect(
      shares.some(([, , message]) => message.includes('50-69') && message.includes('0 af 1 uddrag')),
    ).toBe(true);
    expect(heard('sample-share', { excerpts, prose: [[5, 'Vi talte med mange mennesker.']] })).toEqual([]);
  });

  test('one name in two spellings, one person’s offer under two', () => {
    expect(
      heard('several-names', {
        excerpts,
        prose: [
          [20, 'Tak til HavneFonden.'],
          [21, 'Penge fra Havnefonden hjalp.'],
        ],
      }),
    ).toHaveLength(1);
    const offers = [
      [20, 'Oda går på et aktivitetstilbud.'] as const,
      [30, 'Oda kommer på et aktiveringstilbud.'] as const,
    ];
    expect(heard('several-names', { excerpts, prose: offers })).toHaveLength(1);
  });

  test('a reference back must lead somewhere', () => {
    const back = (text: string, line: number) =>
      heard('cross-reference', { excerpts, prose: [[line, text]] }).length;
    expect(back('Oda, som vi tidligere har fortalt om, sover længe.', 5)).toBe(1);
    expect(back('Oda, som vi tidligere har fortalt om, sover længe.', 50)).toBe(0);
    expect(back('Se kapitel 7 om nætterne.', 50)).toBe(1);
  });
});

describe('house form', () => {
  test('several signs for a cut and for a pause', () => {
    const excerpts = [excerpt(10, 'Oda', 34, ['Ja (…) nej.', 'Nå [...] ja… og ... så.'])];
    expect(heard('omission-marks', { excerpts })).toHaveLength(2);
  });

  test('round brackets in speech, unsigned explanations, one sign in two spellings', () => {
    const excerpts = [
      excerpt(10, 'Oda', 34, [
        'Det var sjovt (griner). [griner] [Griner] Vi gik [i går] hjem [til huset, red.].',
      ]),
    ];
    expect(heard('brackets', { excerpts }).map(([, severity]) => severity)).toEqual([
      'warning',
      'note',
      'note',
    ]);
  });

  test('placeholders without a number, and one kind under three names', () => {
    const excerpts = [excerpt(10, 'Oda', 34, ['Fra [bynavn] til [bynavn].', 'I [by] og på [sted].'])];
    expect(heard('placeholders', { excerpts })).toHaveLength(2);
  });

  test('departures of form are gathered, and a word twice in a row is told in prose only', () => {
    const anomalies: ReportAnomaly[] = [{ line: 12, kind: 'attribution-without-comma', text: '(Oda 34 år)' }];
    const excerpts = [ODA, excerpt(20, 'Pil', 50, ['Ja ja ja.']), excerpt(30, 'Pil', 50, ['Nej.'])];
    expect(heard('printed-form', { excerpts, anomalies })).toHaveLength(1);
    expect(
      heard('repeated-word', { excerpts, prose: [[40, 'Vi gik gik hjem.']] }).map(([line]) => line),
    ).toEqual([40]);
  });
});

test('every rule is silent on a report where all is well, and the order is by severity', () => {
  const prose = [[5, 'Oda på 34 år fortæller om sin dag:'] as const];
  expect(auditReport(made({ excerpts: [ODA], prose }))).toEqual([]);
  expect(FINDING_RULES).toHaveLength(20);
  expect(
    auditReport(made({ excerpts: [ODA], anomalies: [{ line: 1, kind: 'missing-colon', text: 'Oda Ja' }] }), {
      atLeast: 'warning',
    }),
  ).toEqual([]);
});

test('a report of many people and long prose is audited within seconds', () => {
  const excerpts = Array.from({ length: 4000 }, (_, n) =>
    excerpt(10 + n, `Ab${String.fromCharCode(97 + (n % 26), 97 + (Math.floor(n / 26) % 26))}c`, 40, [
      'Ja, det er i [by] hver dag.',
    ]),
  );
  const prose = [[5000, 'Mange af de unge siger ’det er svært’ om dagene. '.repeat(20_000)] as const];
  const start = performance.now();
  auditReport(made({ excerpts, prose }));
  expect(performance.now() - start).toBeLessThan(10_000);
});
