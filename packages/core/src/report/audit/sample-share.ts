import { countExcerpts, lineOfOffset } from '../published.js';
import type { PublishedParagraph, PublishedReport } from '../published.js';
import { passage, type Finding, type FindingPassage } from './finding.js';

interface Band {
  readonly from: number;
  readonly to: number;
  readonly persons: number;
}

interface Sample {
  readonly bands: readonly Band[];
  readonly total: number;
  readonly shown: FindingPassage;
}

const BAND =
  /(\d{1,4}) (?:af )?(?:\p{L}+personer|personer|deltagere|informanter|borgere|respondenter|interviewees|participants|people)?[^.;\d]{0,60}?(?:mellem|between|aged) (\d{2}) (?:og|and|to|-) (\d{2})(?: år)?/giu;

/**
 * If the report states its sample by age, the excerpts can be held against it: who is interviewed but hardly heard, and how
 * many are never quoted at all. Persons are counted; no per cent is made of them.
 */
export function sampleShare(report: PublishedReport): Finding[] {
  const sample = report.paragraphs
    .map((paragraph) => statedSample(paragraph))
    .find((found) => found !== null);
  if (!sample) return [];
  const findings: Finding[] = [];
  const { total, bands, shown } = sample;
  const quoted = report.people.length;
  if (quoted < total) {
    findings.push({
      rule: 'sample-share',
      severity: 'note',
      line: shown.line,
      message: {
        da: `${total - quoted} af de ${total} interviewede er aldrig citeret under et navn (${quoted} er)`,
        en: `${total - quoted} of the ${total} interviewees are never quoted under a name (${quoted} are)`,
      },
      passages: [shown],
    });
  }
  const chapters = report.sections.filter((section) => section.level === 1 && section.excerpts >= 10);
  const stretches = [
    { da: 'hele rapporten', en: 'the whole report', fromLine: 1, toLine: report.lines, line: shown.line },
    ...chapters.map(({ number, fromLine, toLine }) => ({
      da: `kapitel ${number}`,
      en: `chapter ${number}`,
      fromLine,
      toLine,
      line: fromLine,
    })),
  ];
  for (const { da, en, fromLine, toLine, line } of stretches) {
    const inside = report.excerpts.filter(
      (excerpt) => excerpt.fromLine >= fromLine && excerpt.fromLine <= toLine,
    );
    const { excerpts, people } = countExcerpts(inside);
    // Where nobody is quoted there is no share to hold against the sample.
    if (excerpts === 0) continue;
    for (const band of bands) {
      const own = inside.filter((excerpt) => excerpt.age >= band.from && excerpt.age <= band.to);
      const voices = new Set(own.map((excerpt) => excerpt.person)).size;
      // Far from the sample is more than twelve in a hundred either way: beyond that a reader hears another study.
      const gap = own.length / excerpts - band.persons / total;
      if (Math.abs(gap) < 0.12) continue;
      findings.push({
        rule: 'sample-share',
        severity: 'warning',
        line,
        message: {
          da: `${band.persons} af ${total} interviewede er ${band.from}-${band.to} år, men i ${da} har de ${own.length} af ${excerpts} uddrag (${voices} af ${people.length} citerede)`,
          en: `${band.persons} of ${total} interviewees are aged ${band.from}-${band.to}, but in ${en} they have ${own.length} of ${excerpts} excerpts (${voices} of ${people.length} quoted)`,
        },
        passages: [shown],
      });
    }
  }
  return findings;
}

function statedSample(paragraph: PublishedParagraph): Sample | null {
  const matches = [...paragraph.text.matchAll(BAND)];
  const bands = matches
    .map((match): Band => ({ persons: Number(match[1]), from: Number(match[2]), to: Number(match[3]) }))
    .filter((band) => band.from < band.to && band.to < 100);
  const disjoint = bands.every((band, at) => at === 0 || band.from > (bands[at - 1]?.to ?? 0));
  const first = matches[0];
  if (bands.length < 2 || !disjoint || !first) return null;
  const last = matches[matches.length - 1] ?? first;
  return {
    bands,
    total: bands.reduce((sum, band) => sum + band.persons, 0),
    shown: {
      line: lineOfOffset(paragraph, first.index),
      text: passage(paragraph.text, first.index, last.index + last[0].length, 40),
    },
  };
}
