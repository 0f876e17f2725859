import { lineOfOffset } from '../published.js';
import type { PublishedExcerpt, PublishedMark, PublishedReport } from '../published.js';
import { genitive, passage, type Finding, type FindingPassage } from './finding.js';

interface PlacedMark {
  readonly excerpt: PublishedExcerpt;
  readonly mark: PublishedMark;
  readonly line: number;
}

function placed(report: PublishedReport): PlacedMark[] {
  return report.excerpts.flatMap((excerpt) =>
    excerpt.marks.map((mark) => {
      const turn = excerpt.turns[mark.turn];
      return { excerpt, mark, line: turn ? lineOfOffset(turn, mark.from) : excerpt.fromLine };
    }),
  );
}

function shown({ excerpt, mark, line }: PlacedMark): FindingPassage {
  return { line, text: passage(excerpt.turns[mark.turn]?.text ?? mark.text, mark.from, mark.to, 40) };
}

function counted<T>(items: readonly T[], key: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const list = groups.get(key(item));
    if (list) list.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}

/**
 * One sign for one thing. A reader who meets four signs for a cut must guess whether they mean four things, and a cut made
 * for anonymity looks like a cut made for length.
 */
export function omissionMarks(report: PublishedReport): Finding[] {
  const marks = placed(report);
  const findings: Finding[] = [];
  const cuts = counted(
    marks.filter(({ mark }) => mark.kind === 'omission'),
    ({ mark }) => mark.text,
  );
  const breaks = counted(
    marks.filter(({ mark }) => mark.kind === 'pause' && !mark.text.startsWith('[')),
    ({ mark }) => (mark.text === '…' ? '…' : '...'),
  );
  for (const [kinds, da, en] of [
    [cuts, 'udeladelser', 'omissions'],
    [breaks, 'pauser og afbrudt tale', 'pauses and broken-off speech'],
  ] as const) {
    const main = kinds[0];
    if (kinds.length < 2 || !main) continue;
    const list = kinds.map(([sign, items]) => `${sign} (${items.length})`).join(', ');
    const others = kinds.slice(1).flatMap(([, items]) => items);
    findings.push({
      rule: 'omission-marks',
      severity: 'note',
      line: others[0]?.line ?? 1,
      message: {
        da: `${da} er markeret på ${kinds.length} måder: ${list}`,
        en: `${en} are marked in ${kinds.length} ways: ${list}`,
      },
      passages: others.slice(0, 8).map(shown),
    });
  }
  return findings;
}

/**
 * Square brackets say that the editor speaks; round ones belong to the speech. A round bracket round a masked name, a
 * laugh or an explanation puts the editor's words in the person's mouth.
 */
export function brackets(report: PublishedReport): Finding[] {
  const findings: Finding[] = [];
  for (const excerpt of report.excerpts) {
    for (const turn of excerpt.turns) {
      for (const match of turn.text.matchAll(/\(([^()\n]{2,80})\)/gu)) {
        const inside = match[1] ?? '';
        if (/^(?:…|\.{3})$/u.test(inside)) continue;
        const line = lineOfOffset(turn, match.index);
        findings.push({
          rule: 'brackets',
          severity: 'warning',
          line,
          message: {
            da: `rund parentes i et uddrag: »(${inside})« kan ikke skelnes fra ${genitive(excerpt.person).da} egne ord`,
            en: `round bracket in an excerpt: »(${inside})« cannot be told from ${genitive(excerpt.person).en} own words`,
          },
          passages: [{ line, text: passage(turn.text, match.index, match.index + match[0].length, 50) }],
        });
      }
    }
  }
  const square = placed(report).filter(({ mark }) => mark.text.startsWith('[') && mark.kind !== 'omission');
  const signed = square.filter(({ mark }) => /,\s*(?:red|ed)\.?\]$/iu.test(mark.text));
  const bare = square.filter(
    ({ mark }) => mark.kind === 'editor' && !/,\s*(?:red|ed)\.?\]$/iu.test(mark.text),
  );
  if (signed.length > 0 && bare.length > 0) {
    findings.push({
      rule: 'brackets',
      severity: 'note',
      line: bare[0]?.line ?? 1,
      message: {
        da: `redaktørens forklaringer er underskrevet »red.« ${signed.length} gange og uden underskrift ${bare.length} gange`,
        en: `the editor’s explanations are signed “red.” ${signed.length} times and unsigned ${bare.length} times`,
      },
      passages: bare.slice(0, 8).map(shown),
    });
  }
  for (const [sign, items] of counted(square, ({ mark }) => mark.text.toLowerCase())) {
    const forms = counted(items, ({ mark }) => mark.text);
    const odd = forms.slice(1).flatMap(([, list]) => list);
    if (odd.length === 0) continue;
    findings.push({
      rule: 'brackets',
      severity: 'note',
      line: odd[0]?.line ?? 1,
      message: {
        da: `samme tegn er skrevet forskelligt: ${forms.map(([form]) => form).join(', ')}`,
        en: `one sign in several spellings: ${forms.map(([form]) => form).join(', ')}`,
      },
      passages: odd
        .map(shown)
        .concat({ line: items[0]?.line ?? 1, text: sign })
        .slice(0, 4),
    });
  }
  return findings;
}

/**
 * A placeholder that stands twice in one excerpt should say whether it is the same place both times: [by 1], [by 2].
 * Placeholders of one kind under several names make the reader think that different kinds were hidden.
 */
export function placeholders(report: PublishedReport): Finding[] {
  const masked = placed(report).filter(({ mark }) => mark.kind === 'masked' && mark.text.startsWith('['));
  const findings: Finding[] = [];
  for (const [, own] of counted(masked, ({ excerpt }) => String(excerpt.fromLine))) {
    for (const [sign, items] of counted(own, ({ mark }) => mark.text.toLowerCase())) {
      // “The” offer or the place one lives at is one and the same; only indefinite placeholders can be two things.
      if (items.length < 2 || /\d/.test(sign) || /(?:et|en|ets|ens)\]$/u.test(sign)) continue;
      findings.push({
        rule: 'placeholders',
        severity: 'note',
        line: items[0]?.line ?? 1,
        message: {
          da: `${sign} står ${items.length} gange i ét uddrag uden nummer: er det samme sted hver gang?`,
          en: `${sign} stands ${items.length} times in one excerpt without a number: is it the same each time?`,
        },
        passages: items.slice(0, 5).map(shown),
      });
    }
  }
  const towns = counted(
    masked.filter(({ mark }) =>
      /^\[(?:\p{L}+\s)?(?:bynavn|by|naboby|sted|stednavn|town|place)\]$/iu.test(mark.text),
    ),
    ({ mark }) => mark.text.toLowerCase(),
  );
  if (towns.length > 2) {
    const list = towns.map(([sign, items]) => `${sign} (${items.length})`).join(', ');
    findings.push({
      rule: 'placeholders',
      severity: 'note',
      line: towns[0]?.[1][0]?.line ?? 1,
      message: {
        da: `steder er skjult under flere slags mærker: ${list}`,
        en: `places are hidden under several kinds of placeholder: ${list}`,
      },
      passages: towns
        .map(([, items]) => items[0])
        .filter((item) => item !== undefined)
        .map(shown),
    });
  }
  return [...findings, ...hiddenOffers(report)];
}

/** One person's offer hidden as [the offer], [the youth offer] and [a place for the young]: one place or three? */
function hiddenOffers(report: PublishedReport): Finding[] {
  const offers = placed(report).filter(({ mark }) =>
    /^\[\p{L}*\s?\p{L}*(?:tilbud|værested|sted for|dagcenter)/iu.test(mark.text),
  );
  return counted(offers, ({ excerpt }) => excerpt.person).flatMap(([person, items]): Finding[] => {
    const kinds = counted(items, ({ mark }) => bare(mark.text));
    if (kinds.length < 2) return [];
    const list = kinds.map(([, own]) => own[0]?.mark.text ?? '').join(', ');
    return [
      {
        rule: 'placeholders',
        severity: 'note',
        line: kinds[1]?.[1][0]?.line ?? 1,
        message: {
          da: `tilbuddet hos ${person} er skjult under flere navne: ${list}`,
          en: `the offer of ${person} is hidden under several names: ${list}`,
        },
        passages: kinds.flatMap(([, own]) => own.slice(0, 1)).map(shown),
      },
    ];
  });
}

function bare(sign: string): string {
  return sign
    .toLowerCase()
    .replace(/[[\]]|,\s*red\.?|\snavn/gu, '')
    .replace(/s$/u, '');
}
