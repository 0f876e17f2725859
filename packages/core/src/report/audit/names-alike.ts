import { lineOfOffset } from '../published.js';
import type { PublishedReport } from '../published.js';
import type { AuditText } from './audit-text.js';
import { passage, type Finding } from './finding.js';
import { editDistance } from '../../text/edit-distance.js';

/** A longer list helps nobody. */
const MOST = 100;

/**
 * Pseudonyms that look alike are mixed up by readers and by the authors themselves. Pairs that differ by one letter, or
 * where one name is the beginning of the other, are shown; so is a pseudonym that is also a named real person's first name.
 */
export function namesAlike(report: PublishedReport, text: AuditText): Finding[] {
  return [...alikePairs(report, text).slice(0, MOST), ...realNames(report, text)];
}

function alikePairs(report: PublishedReport, text: AuditText): Finding[] {
  const findings: Finding[] = [];
  // Names that can be alike share a beginning, an ending or both outer letters, so buckets keep a long list cheap.
  const buckets = new Map<string, string[]>();
  for (const { name } of report.people) {
    const lower = name.toLowerCase();
    for (const key of [lower.slice(0, 2), `~${lower.slice(-3)}`, `${lower.slice(0, 1)}~${lower.slice(-1)}`]) {
      const bucket = buckets.get(key) ?? [];
      if (bucket.length < 200) buckets.set(key, [...bucket, name]);
    }
  }
  const seen = new Set<string>();
  for (const names of buckets.values()) {
    if (findings.length >= MOST) break;
    for (const [at, a] of names.entries()) {
      for (const b of names.slice(at + 1)) {
        const pair = [a, b].sort().join('/');
        if (seen.has(pair) || !areAlike(a, b)) continue;
        seen.add(pair);
        const places = [a, b].map((name) => {
          const excerpt = text.byPerson.get(name)?.[0];
          return { line: excerpt?.toLine ?? 1, text: `(${name}, ${text.ages.get(name) ?? '?'} år)` };
        });
        findings.push({
          rule: 'names-alike',
          severity: 'note',
          line: Math.max(...places.map((place) => place.line)),
          message: {
            da: `pseudonymerne ${a} og ${b} ligner hinanden og kan forveksles`,
            en: `the pseudonyms ${a} and ${b} look alike and can be mixed up`,
          },
          passages: places,
        });
      }
    }
  }
  return findings;
}

export function areAlike(a: string, b: string): boolean {
  const [short, long] =
    a.length <= b.length ? [a.toLowerCase(), b.toLowerCase()] : [b.toLowerCase(), a.toLowerCase()];
  if (long.startsWith(short) && short.length >= 3 && long.length - short.length <= 2) return true;
  if (editDistance(short, long, 1) <= 1 && short.length >= 4) return true;
  if (short.length === 4 && short.slice(0, 3) === long.slice(0, 3) && editDistance(short, long, 2) <= 2)
    return true;
  return short.length >= 6 && short.slice(0, 6) === long.slice(0, 6);
}

function realNames(report: PublishedReport, text: AuditText): Finding[] {
  const real = new Map<string, { full: string; line: number; shown: string }>();
  const full = /(?<![\p{L}-])(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)((?:\s\p{Lu}\p{Ll}+){1,3})(?![\p{L}-])/gu;
  for (const paragraph of report.paragraphs) {
    // Authors, reference group and thanks stand before the first numbered section.
    if (paragraph.section !== null) break;
    for (const match of paragraph.text.matchAll(full)) {
      const first = match[1] ?? '';
      if (!text.ages.has(first) || real.has(first)) continue;
      real.set(first, {
        full: match[0],
        line: lineOfOffset(paragraph, match.index),
        shown: passage(paragraph.text, match.index, match.index + match[0].length),
      });
    }
  }
  return [...real].map(([name, { full: person, line, shown }]): Finding => {
    const excerpt = text.byPerson.get(name)?.[0];
    return {
      rule: 'names-alike',
      severity: 'note',
      line: excerpt?.toLine ?? line,
      message: {
        da: `pseudonymet ${name} er også fornavnet på en navngiven person i rapporten: ${person}`,
        en: `the pseudonym ${name} is also the first name of a named person in the report: ${person}`,
      },
      passages: [{ line, text: shown }],
    };
  });
}
