import { describe, expect, test } from 'vitest';
import type { ReportAnomaly } from '../published.js';
import { auditReport } from './audit.js';
import { excerpt, heard, made, ODA } from './made-report.fixture.js';

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

  test('a name that the study chose in the place of another is none, its genitive and its place neither', () => {
    const report = made({
      excerpts: [
        excerpt(10, 'Oda', 34, [
          'Jeg bor i [bynavn] med Mikkel og Mikkels søn, og om aftenen går vi til Anne Birk og Ulrikke i Nordby.',
        ]),
      ],
    });
    const open = (...known: string[]) =>
      auditReport(report, { rules: ['unmasked'], known: new Set(known) }).map(({ message }) => message);
    expect(open('Mikkel', 'Anne', 'Birk', 'et værksted i Nordby')).toEqual([
      {
        da: '»Ulrikke« står åbent i uddraget med Oda, hvor [bynavn] er skjult',
        en: '»Ulrikke« stands open in the excerpt of Oda, where [bynavn] is hidden',
      },
    ]);
    expect(open('Mikkel', 'Anne Birk', 'Nordby', 'Ulrikke')).toEqual([]);
    expect(open('Mikkel', 'Anne Birk')[0]?.en).toContain('»Ulrikke«, »Nordby« stand open');
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
