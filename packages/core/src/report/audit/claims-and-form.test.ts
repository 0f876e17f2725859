import { describe, expect, test } from 'vitest';
import type { ReportAnomaly } from '../published.js';
import { auditReport, FINDING_RULES } from './audit.js';
import { excerpt, heard, made, ODA } from './made-report.fixture.js';

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

  test('where nobody is quoted there is no share to hold against the sample', () => {
    const sample = 'Der er 4 interviewpersoner mellem 18 og 29 år og 4 mellem 30 og 49 år.';
    const report = made({ excerpts, prose: [[5, sample]], titles: { '1': 'Dage' } });
    const sections = report.sections.map((section) => ({
      ...section,
      fromLine: 500,
      toLine: 600,
      excerpts: 12,
    }));
    const told = (of: typeof report) =>
      auditReport(of, { rules: ['sample-share'], atLeast: 'warning' }).map(({ message }) => message.da);
    expect(told({ ...report, sections }).filter((message) => message.includes('kapitel 1'))).toEqual([]);
    expect(told({ ...report, excerpts: [], people: [] })).toEqual([]);
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

// Its time limit is the runner's: a rule that compares all with all would not come back.
test('a report of many people and long prose is audited to its end', () => {
  const excerpts = Array.from({ length: 4000 }, (_, n) =>
    excerpt(10 + n, `Ab${String.fromCharCode(97 + (n % 26), 97 + (Math.floor(n / 26) % 26))}c`, 40, [
      'Ja, det er i [by] hver dag.',
    ]),
  );
  const prose = [[5000, 'Mange af de unge siger ’det er svært’ om dagene. '.repeat(20_000)] as const];
  expect(auditReport(made({ excerpts, prose })).length).toBeGreaterThan(0);
});
